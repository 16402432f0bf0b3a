-- Pilotage : suivi des actions du schéma, relevés d’indicateurs, rapport annuel, publication.

create table avancement_action (
  territoire_id uuid not null references territoire (territoire_id),
  id uuid not null,
  -- La fiche technique suivie (tranche du schéma) ; null pour une action née hors du schéma.
  fiche_id uuid,
  code text not null,
  titre text not null,
  axe text not null default '',
  -- Code de la nomenclature des services.
  service text not null,
  forme text not null,
  membres text[] not null,
  pilote text not null default '',
  poids integer not null default 1 check (poids between 1 and 100),
  etat text not null check (etat in ('a-l-etude', 'decidee', 'en-preparation', 'en-service',
    'en-evaluation', 'perennisee', 'suspendue', 'abandonnee')),
  -- L’acte qui fait entrer en service, le motif d’une suspension ou d’un abandon.
  acte text not null default '',
  motif text not null default '',
  -- Jalons : libellé, début, fin prévue, fin initiale, jour d’atteinte, poids.
  etapes jsonb not null default '[]',
  -- Indicateurs repris de la fiche : libellé, unité, valeur de départ, cible.
  indicateurs jsonb not null default '[]',
  -- Saisi quand l’action n’a pas de jalon ; sinon calculé.
  avancement_saisi smallint not null default 0 check (avancement_saisi between 0 and 100),
  suite text not null default '',
  commentaire text not null default '',
  version integer not null default 1,
  suivie_le date not null,
  modifiee_le date not null,
  modifiee_par text not null,
  primary key (territoire_id, id),
  unique (territoire_id, code),
  check (etat not in ('suspendue', 'abandonnee') or btrim(motif) <> ''),
  check (etat not in ('en-service', 'en-evaluation', 'perennisee') or btrim(acte) <> '')
);
create unique index avancement_action_fiche on avancement_action (territoire_id, fiche_id) where fiche_id is not null;
call proteger('avancement_action');
call reserver_ecriture_au_service('avancement_action');

create table releve_indicateur (
  territoire_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  indicateur text not null,
  le date not null,
  valeur numeric not null,
  commentaire text not null default '',
  saisi_par text not null,
  primary key (territoire_id, id),
  unique (territoire_id, action_id, indicateur, le),
  foreign key (territoire_id, action_id) references avancement_action (territoire_id, id)
);
call proteger('releve_indicateur');
call reserver_ecriture_au_service('releve_indicateur');

-- La rédaction du rapport d’une année, tant qu’elle n’est pas gardée.
create table rapport_annuel (
  territoire_id uuid not null references territoire (territoire_id),
  annee integer not null check (annee between 2000 and 2200),
  redaction jsonb not null,
  version integer not null default 1,
  modifie_le date not null,
  modifie_par text not null,
  primary key (territoire_id, annee)
);
call proteger('rapport_annuel');
call reserver_au_service('rapport_annuel');

-- Une version gardée ne change plus : l’arbre composé, son empreinte, les trois fichiers déposés.
create table version_rapport (
  territoire_id uuid not null references territoire (territoire_id),
  id uuid not null,
  annee integer not null,
  numero integer not null check (numero > 0),
  genre text not null check (genre in ('copie', 'definitif')),
  titre text not null,
  etablie_le date not null,
  etablie_par text not null,
  empreinte text not null,
  contenu jsonb not null,
  pdf_id uuid not null,
  docx_id uuid not null,
  odt_id uuid not null,
  primary key (territoire_id, id),
  unique (territoire_id, annee, numero),
  foreign key (territoire_id, pdf_id) references fichier_depose (territoire_id, id),
  foreign key (territoire_id, docx_id) references fichier_depose (territoire_id, id),
  foreign key (territoire_id, odt_id) references fichier_depose (territoire_id, id)
);
call proteger('version_rapport');
call reserver_au_service('version_rapport');
revoke update, delete on version_rapport from ensemblier_app;

-- Ce que les habitants lisent : une image datée, sans aucune donnée nominative, jamais recalculée.
create table publication (
  territoire_id uuid not null references territoire (territoire_id),
  id uuid not null,
  numero integer not null check (numero > 0),
  publiee_le date not null,
  publiee_par text not null,
  contenu jsonb not null,
  empreinte text not null,
  -- Le rapport offert en téléchargement, ou rien.
  rapport_id uuid,
  retiree_le date,
  retiree_par text,
  retiree_motif text,
  primary key (territoire_id, id),
  unique (territoire_id, numero),
  foreign key (territoire_id, rapport_id) references version_rapport (territoire_id, id),
  check ((retiree_le is null) = (retiree_par is null)),
  check (retiree_le is null or length(btrim(retiree_motif)) > 0)
);
-- Une seule publication se lit à la fois.
create unique index publication_en_ligne on publication (territoire_id) where retiree_le is null;
call proteger('publication');
call reserver_ecriture_au_service('publication');
revoke delete on publication from ensemblier_app;

-- Publiée, elle ne change plus ; on peut seulement la retirer, une fois, avec un motif.
create function refuser_publication_changee() returns trigger language plpgsql as $$
begin
  if old.retiree_le is not null
    or (to_jsonb(new) - array['retiree_le', 'retiree_par', 'retiree_motif'])
      is distinct from (to_jsonb(old) - array['retiree_le', 'retiree_par', 'retiree_motif']) then
    raise exception 'La publication % est figée : en publier une nouvelle.', old.numero
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger publication_figee before update on publication
  for each row execute function refuser_publication_changee();
