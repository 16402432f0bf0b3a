-- Services communs : le service né de sa fiche technique, ses adhésions datées, ses agents, sa fiche d’impact.

create table service_commun (
  territoire_id uuid not null references territoire (territoire_id),
  id uuid not null,
  -- Code de la nomenclature des services (« ADS »).
  service text not null,
  nom text not null,
  -- Fiche technique du schéma dont il est né ; null s’il existait avant le schéma.
  fiche_id uuid,
  fiche_code text,
  gestionnaire text not null,
  convention_id uuid,
  ouvert_aux_adhesions boolean not null default true,
  cree_le date not null,
  cree_par text not null,
  version integer not null default 1,
  primary key (territoire_id, id),
  foreign key (territoire_id, gestionnaire) references collectivite (territoire_id, siren),
  foreign key (territoire_id, convention_id) references convention (territoire_id, id)
);
-- Une fiche technique ne donne naissance qu’à un service.
create unique index service_commun_fiche on service_commun (territoire_id, fiche_id) where fiche_id is not null;
call proteger('service_commun');
call reserver_ecriture_au_service('service_commun');

create table adhesion (
  territoire_id uuid not null,
  service_id uuid not null,
  collectivite text not null,
  entree date not null,
  -- Dernier jour d’adhésion, compris ; null tant qu’elle dure.
  sortie date,
  acte text not null default '',
  primary key (territoire_id, service_id, collectivite, entree),
  foreign key (territoire_id, service_id) references service_commun (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren),
  check (sortie is null or sortie >= entree)
);
-- Une seule adhésion en cours par commune et par service.
create unique index adhesion_en_cours on adhesion (territoire_id, service_id, collectivite) where sortie is null;
call proteger('adhesion');
call reserver_ecriture_au_service('adhesion');

-- Les agents concernés, sous pseudonyme, et ce qu’il advient d’eux. Une commune ne voit que les siens.
create table agent_du_service (
  territoire_id uuid not null,
  service_id uuid not null,
  collectivite text not null,
  matricule text not null,
  metier text not null,
  categorie text not null,
  situation text not null check (situation in ('transfert', 'mise-a-disposition', 'du-gestionnaire', 'non-concerne')),
  -- Part du temps de l’agent consacrée au service, en pour cent.
  quotite integer not null check (quotite between 0 and 100),
  etp_centiemes integer not null check (etp_centiemes >= 0),
  cout_centimes bigint not null,
  source jsonb not null,
  primary key (territoire_id, service_id, collectivite, matricule),
  foreign key (territoire_id, service_id) references service_commun (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren)
);
call proteger('agent_du_service', colonne_collectivite => 'collectivite');

create table fiche_impact (
  territoire_id uuid not null,
  service_id uuid not null,
  redaction jsonb not null,
  ecrite_par text not null,
  version integer not null default 1,
  primary key (territoire_id, service_id),
  foreign key (territoire_id, service_id) references service_commun (territoire_id, id)
);
call proteger('fiche_impact');
call reserver_au_service('fiche_impact');
