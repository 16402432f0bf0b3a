-- Refacturation : exercices d’un service, coûts saisis, états émis et leurs parts, jamais réécrits.

create table exercice_service (
  territoire_id uuid not null references territoire (territoire_id),
  id uuid not null,
  service_id uuid not null,
  annee integer not null check (annee between 2000 and 2200),
  ouvert_le date not null,
  ouvert_par text not null,
  primary key (territoire_id, id),
  unique (territoire_id, service_id, annee),
  foreign key (territoire_id, service_id) references service_commun (territoire_id, id)
);
call proteger('exercice_service');
call reserver_au_service('exercice_service');

-- Un coût que le budget importé ne porte pas, ou une recette déduite, saisis à l’écran.
create table cout (
  territoire_id uuid not null,
  exercice_id uuid not null,
  id uuid not null,
  base text not null check (base in ('prevu', 'realise')),
  sens text not null check (sens in ('depense', 'recette')),
  poste text not null,
  libelle text not null,
  centimes bigint not null check (centimes >= 0),
  saisi_le date not null,
  saisi_par text not null,
  primary key (territoire_id, exercice_id, id),
  foreign key (territoire_id, exercice_id) references exercice_service (territoire_id, id)
);
call proteger('cout');
call reserver_au_service('cout');

-- Un état émis pour tout un service : ses entrées figées suffisent à le recalculer au même centime.
create table etat_emis (
  territoire_id uuid not null,
  id uuid not null,
  exercice_id uuid not null,
  nature text not null check (nature in ('previsionnel', 'definitif', 'rectificatif')),
  -- 1 pour la première émission de cette nature ; un rectificatif prend la suite du précédent.
  rang integer not null check (rang > 0),
  emis_le date not null,
  emis_par text not null,
  cout_centimes bigint not null,
  communes_centimes bigint not null,
  epci_centimes bigint not null,
  convention_id uuid not null,
  numero_version integer not null,
  -- Empreinte SHA-256 des entrées figées.
  empreinte text not null,
  contenu jsonb not null,
  primary key (territoire_id, id),
  unique (territoire_id, exercice_id, nature, rang),
  foreign key (territoire_id, exercice_id) references exercice_service (territoire_id, id),
  foreign key (territoire_id, convention_id, numero_version) references version_convention (territoire_id, convention_id, numero),
  check (cout_centimes = communes_centimes + epci_centimes)
);
call proteger('etat_emis');
call reserver_au_service('etat_emis');
revoke update, delete on etat_emis from ensemblier_app;

-- L’état d’une commune. Elle ne voit que le sien.
create table part_etat (
  territoire_id uuid not null,
  id uuid not null,
  etat_id uuid not null,
  collectivite text not null,
  annee integer not null,
  -- Numéro d’état, séquentiel par exercice et par émetteur.
  numero integer not null check (numero > 0),
  nature text not null,
  emis_le date not null,
  service_nom text not null,
  part_centimes bigint not null,
  -- Ce que cet état appelle : acomptes, solde (négatif : avoir).
  appel_centimes bigint not null,
  contenu jsonb not null,
  primary key (territoire_id, id),
  unique (territoire_id, annee, numero),
  unique (territoire_id, etat_id, collectivite),
  foreign key (territoire_id, etat_id) references etat_emis (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren)
);
call proteger('part_etat', colonne_collectivite => 'collectivite');
call reserver_ecriture_au_service('part_etat');
revoke update, delete on part_etat from ensemblier_app;

-- Ce qui suit l’état d’une commune : validation, contestation motivée, réponse, mise en recouvrement.
create table suite_etat (
  territoire_id uuid not null,
  id uuid not null,
  part_id uuid not null,
  collectivite text not null,
  geste text not null check (geste in ('valider', 'contester', 'repondre')),
  motif text not null default '',
  le date not null,
  par text not null,
  primary key (territoire_id, id),
  foreign key (territoire_id, part_id) references part_etat (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren),
  check (geste = 'valider' or motif <> '')
);
create index suite_etat_part on suite_etat (territoire_id, part_id, id);
call proteger('suite_etat', colonne_collectivite => 'collectivite');
revoke update, delete on suite_etat from ensemblier_app;
