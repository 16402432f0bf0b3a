-- L’adoption : des événements datés, ajoutés seulement ; une correction est un événement qui annule.

create table evenement_adoption (
  territoire_id uuid not null,
  id uuid not null,
  schema_id uuid not null,
  type text not null check (type in ('renouvellement', 'rapport-etabli', 'notification', 'deliberation',
    'approbation', 'envoi', 'communication-annuelle', 'annulation')),
  le date not null,
  collectivite text,
  details jsonb not null default '{}',
  fichier_id uuid,
  -- L’événement que celui-ci annule, avec le motif.
  annule uuid,
  motif text,
  saisi_le date not null,
  saisi_par text not null,
  primary key (territoire_id, id),
  unique (territoire_id, annule),
  foreign key (territoire_id, schema_id) references schema (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren),
  foreign key (territoire_id, fichier_id) references fichier_depose (territoire_id, id),
  foreign key (territoire_id, annule) references evenement_adoption (territoire_id, id),
  check ((type = 'annulation') = (annule is not null)),
  check (annule is null or length(btrim(motif)) > 0),
  check (type not in ('notification', 'deliberation', 'envoi') or collectivite is not null)
);
create index evenement_adoption_schema on evenement_adoption (territoire_id, schema_id, id);
call proteger('evenement_adoption');
revoke update, delete on evenement_adoption from ensemblier_app;
-- Une commune lit ce qui regarde tout le territoire et ce qui la regarde ; jamais l’avis d’une autre.
create policy commune_lit on evenement_adoption as restrictive for select
  using ((select collectivite_courante()) is null or collectivite is null
    or collectivite = (select collectivite_courante()));
-- Elle n’écrit que son avis, ou l’annulation de son avis.
create policy commune_ecrit on evenement_adoption as restrictive for insert
  with check ((select collectivite_courante()) is null
    or (collectivite = (select collectivite_courante()) and type in ('deliberation', 'annulation')));

-- La saisine d’un conseil : l’échéance est figée le jour de la réception, avec son article.
create table saisine (
  territoire_id uuid not null,
  id uuid not null,
  evenement_id uuid not null,
  collectivite text not null,
  version_id uuid not null,
  recue_le date not null,
  echeance date not null,
  tacite_le date not null,
  article text not null,
  preuve text not null,
  courriel_id uuid,
  primary key (territoire_id, id),
  unique (territoire_id, evenement_id),
  foreign key (territoire_id, evenement_id) references evenement_adoption (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren),
  foreign key (territoire_id, version_id) references version_document (territoire_id, id),
  foreign key (territoire_id, courriel_id) references courriel (territoire_id, id),
  check (echeance > recue_le and tacite_le > echeance)
);
call proteger('saisine', colonne_collectivite => 'collectivite');
call reserver_ecriture_au_service('saisine');
revoke update, delete on saisine from ensemblier_app;
