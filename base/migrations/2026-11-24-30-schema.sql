-- Le schéma : ses sections rédigées, ses fiches techniques, les moyens figés, les versions gardées.

create table schema (
  territoire_id uuid not null references territoire (territoire_id),
  id uuid not null,
  mandat text not null,
  ouvert_le date not null,
  ouvert_par text not null,
  clos_le date,
  primary key (territoire_id, id)
);
-- Un seul schéma en cours : la pilote n’a jamais à choisir.
create unique index schema_en_cours on schema (territoire_id) where clos_le is null;
call proteger('schema');
call reserver_ecriture_au_service('schema');

-- Une section se rédige à part : deux personnes sur deux sections ne se gênent pas.
create table section_du_schema (
  territoire_id uuid not null,
  schema_id uuid not null,
  code text not null,
  redaction jsonb not null,
  version integer not null default 1,
  modifiee_le date not null,
  modifiee_par text not null,
  primary key (territoire_id, schema_id, code),
  foreign key (territoire_id, schema_id) references schema (territoire_id, id)
);
call proteger('section_du_schema');
call reserver_ecriture_au_service('section_du_schema');
-- Un texte en cours ne regarde que le service ; le préambule sert au projet de délibération des communes.
create policy commune_lit_le_preambule on section_du_schema as restrictive for select
  using ((select collectivite_courante()) is null or code = 'preambule');

create table fiche_technique (
  territoire_id uuid not null,
  id uuid not null,
  schema_id uuid not null,
  -- La décision de périmètre d’où elle naît ; null pour une fiche ouverte à la main.
  perimetre_id uuid,
  code text not null,
  titre text not null,
  service text not null,
  forme text not null,
  membres text[] not null,
  redaction jsonb not null default '{}',
  -- Une ligne par personne publique (CGCT, art. L. 5211-39-1) ; zéro est une valeur, null ne l’est pas.
  impact jsonb not null default '[]',
  etat text not null default 'brouillon' check (etat in ('brouillon', 'prete')),
  -- Totaux des moyens au jour où la fiche a été déclarée prête.
  figee_le date,
  agents_figes integer,
  etp_centiemes_figes integer,
  cout_centimes_fige bigint,
  version integer not null default 1,
  creee_le date not null,
  creee_par text not null,
  modifiee_le date not null,
  modifiee_par text not null,
  retiree_le date,
  primary key (territoire_id, id),
  unique (territoire_id, schema_id, code),
  foreign key (territoire_id, schema_id) references schema (territoire_id, id),
  check ((etat = 'prete') = (figee_le is not null)),
  check ((figee_le is null) = (cout_centimes_fige is null))
);
create unique index fiche_du_perimetre on fiche_technique (territoire_id, perimetre_id)
  where perimetre_id is not null and retiree_le is null;
call proteger('fiche_technique');
call reserver_ecriture_au_service('fiche_technique');

-- Le détail par collectivité peut ne décrire qu’un agent : une commune ne voit que le sien.
create table moyens_figes (
  territoire_id uuid not null,
  fiche_id uuid not null,
  collectivite text not null,
  agents integer not null,
  etp_centiemes integer not null,
  cout_centimes bigint not null,
  etp_entier_centiemes integer not null,
  cout_entier_centimes bigint not null,
  sources jsonb not null,
  primary key (territoire_id, fiche_id, collectivite),
  foreign key (territoire_id, fiche_id) references fiche_technique (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren)
);
call proteger('moyens_figes', colonne_collectivite => 'collectivite');
call reserver_ecriture_au_service('moyens_figes');

-- Une version gardée ne change plus : l’arbre composé, son empreinte, les trois fichiers déposés.
create table version_document (
  territoire_id uuid not null,
  id uuid not null,
  schema_id uuid not null,
  genre text not null check (genre in ('copie', 'rapport', 'schema-approuve')),
  numero integer not null,
  titre text not null,
  etablie_le date not null,
  etablie_par text not null,
  empreinte text not null,
  contenu jsonb not null,
  pdf_id uuid not null,
  docx_id uuid not null,
  odt_id uuid not null,
  primary key (territoire_id, id),
  unique (territoire_id, schema_id, numero),
  foreign key (territoire_id, schema_id) references schema (territoire_id, id),
  foreign key (territoire_id, pdf_id) references fichier_depose (territoire_id, id),
  foreign key (territoire_id, docx_id) references fichier_depose (territoire_id, id),
  foreign key (territoire_id, odt_id) references fichier_depose (territoire_id, id)
);
call proteger('version_document');
call reserver_ecriture_au_service('version_document');
revoke update, delete on version_document from ensemblier_app;
-- Une copie de travail ne regarde que le service ; le rapport et le schéma approuvé sont transmis.
create policy commune_lit_le_transmis on version_document as restrictive for select
  using ((select collectivite_courante()) is null or genre <> 'copie');
