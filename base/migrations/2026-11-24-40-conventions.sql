-- Conventions de toute sorte : parties, versions scellées, événements jamais réécrits, documents gardés.

create table convention (
  territoire_id uuid not null references territoire (territoire_id),
  id uuid not null,
  sorte text not null,
  titre text not null,
  -- Ce que la convention règle (un service commun…), dans la tranche qui le porte.
  objet_id uuid,
  -- Qui joindre : le seul champ qui se modifie encore après la signature.
  correspondant text not null default '',
  -- La convention que celle-ci modifie (avenant) ; elle la remplace quand elle prend effet.
  modifie_id uuid,
  cree_le date not null,
  cree_par text not null,
  primary key (territoire_id, id),
  foreign key (territoire_id, modifie_id) references convention (territoire_id, id)
);
create index convention_objet on convention (territoire_id, objet_id);
call proteger('convention');
call reserver_ecriture_au_service('convention');

-- Une partie est une collectivité du territoire ou un établissement rattaché : pas de clé vers collectivite.
create table partie_convention (
  territoire_id uuid not null,
  convention_id uuid not null,
  siren text not null check (siren ~ '^[0-9]{9}$'),
  nom text not null,
  qualite text not null check (qualite in ('epci', 'commune', 'etablissement')),
  adresse text not null default '',
  representant jsonb,
  primary key (territoire_id, convention_id, siren),
  foreign key (territoire_id, convention_id) references convention (territoire_id, id)
);
call proteger('partie_convention');
call reserver_ecriture_au_service('partie_convention');

create table version_convention (
  territoire_id uuid not null,
  convention_id uuid not null,
  numero integer not null check (numero > 0),
  redaction jsonb not null,
  motif text not null default '',
  -- Empreinte SHA-256 de la rédaction, posée quand la version est figée.
  empreinte text,
  figee_le date,
  ecrite_le timestamptz not null default now(),
  ecrite_par text not null,
  -- Augmente à chaque enregistrement : deux personnes ne s’écrasent pas.
  revision integer not null default 1,
  primary key (territoire_id, convention_id, numero),
  foreign key (territoire_id, convention_id) references convention (territoire_id, id),
  check ((figee_le is null) = (empreinte is null))
);
call proteger('version_convention');
call reserver_ecriture_au_service('version_convention');

-- Une version figée ne change plus, quel que soit le chemin.
create function refuser_version_figee() returns trigger language plpgsql as $$
begin
  if old.figee_le is not null then
    raise exception 'La version % de cette convention est figée : écrire une nouvelle version.', old.numero
      using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger version_figee before update or delete on version_convention
  for each row execute function refuser_version_figee();

-- Les faits datés de la convention. On n’en modifie aucun : une erreur s’annule par un autre fait.
create table evenement_convention (
  territoire_id uuid not null,
  convention_id uuid not null,
  id uuid not null,
  type text not null,
  le date not null,
  siren text,
  numero_version integer,
  donnees jsonb not null default '{}',
  annule_id uuid,
  enregistre_le timestamptz not null default now(),
  enregistre_par text not null,
  primary key (territoire_id, convention_id, id),
  foreign key (territoire_id, convention_id) references convention (territoire_id, id),
  foreign key (territoire_id, convention_id, siren) references partie_convention (territoire_id, convention_id, siren),
  foreign key (territoire_id, convention_id, numero_version) references version_convention (territoire_id, convention_id, numero),
  foreign key (territoire_id, convention_id, annule_id) references evenement_convention (territoire_id, convention_id, id)
);
create unique index evenement_annule_une_fois on evenement_convention (territoire_id, convention_id, annule_id) where annule_id is not null;
call proteger('evenement_convention');
call reserver_ecriture_au_service('evenement_convention');
revoke update, delete on evenement_convention from ensemblier_app;

-- Les documents produits et gardés tels quels, avec l’empreinte du document composé.
create table document_convention (
  territoire_id uuid not null,
  convention_id uuid not null,
  id uuid not null,
  numero_version integer not null,
  nature text not null check (nature in ('convention', 'fiche-impact')),
  format text not null check (format in ('pdf', 'docx', 'odt')),
  fichier_id uuid not null,
  empreinte text not null,
  garde_le date not null,
  primary key (territoire_id, convention_id, id),
  unique (territoire_id, convention_id, numero_version, nature, format),
  foreign key (territoire_id, convention_id, numero_version) references version_convention (territoire_id, convention_id, numero),
  foreign key (territoire_id, fichier_id) references fichier_depose (territoire_id, id)
);
call proteger('document_convention');
call reserver_ecriture_au_service('document_convention');
revoke update, delete on document_convention from ensemblier_app;
