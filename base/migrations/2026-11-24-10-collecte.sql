-- La collecte : campagnes, gabarits remis, dépôts, lignes en ligne, correspondances apprises.

create table campagne (
  territoire_id uuid not null references territoire (territoire_id),
  id uuid not null,
  grille text not null,
  titre text not null,
  consigne text not null default '',
  -- Jour que la grille décrit : une photo ne se mélange pas avec une autre.
  photo_au date not null,
  echeance date not null,
  lancee_le date not null,
  lancee_par text not null,
  close_le date,
  version integer not null default 1,
  primary key (territoire_id, id),
  check (echeance >= lancee_le)
);
-- Une seule campagne ouverte par grille : la commune n’a jamais à choisir.
create unique index campagne_ouverte on campagne (territoire_id, grille) where close_le is null;
call proteger('campagne');
call reserver_ecriture_au_service('campagne');

-- Ce qu’une campagne attend de chaque collectivité. Absent n’est pas zéro : « sans-objet » se dit.
create table attente_de_grille (
  territoire_id uuid not null,
  campagne_id uuid not null,
  collectivite text not null,
  etat text not null default 'attendue' check (etat in ('attendue', 'rendue', 'sans-objet')),
  motif text,
  courriel text,
  relances integer not null default 0,
  derniere_relance_le date,
  rendue_le date,
  rendue_par text,
  primary key (territoire_id, campagne_id, collectivite),
  foreign key (territoire_id, campagne_id) references campagne (territoire_id, id) on delete cascade,
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren),
  check ((etat = 'attendue') = (rendue_le is null)),
  check (etat <> 'sans-objet' or motif is not null)
);
call proteger('attente_de_grille', colonne_collectivite => 'collectivite');

-- Ce que portait le gabarit au moment où il a été téléchargé : la base de la comparaison à trois voies.
create table gabarit_remis (
  territoire_id uuid not null,
  id uuid not null,
  grille text not null,
  collectivite text not null,
  remis_le timestamptz not null default now(),
  remis_par text not null,
  empreinte text not null,
  contenu jsonb not null,
  primary key (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren)
);
create index gabarit_remis_dernier on gabarit_remis (territoire_id, grille, collectivite, id desc);
call proteger('gabarit_remis', colonne_collectivite => 'collectivite');

-- Un dépôt garde sa lecture entière et les décisions prises : on le reprend après une coupure.
create table depot_de_grille (
  territoire_id uuid not null,
  id uuid not null,
  grille text not null,
  -- Nulle quand le fichier porte plusieurs collectivités : seul le service de l’EPCI le voit alors.
  collectivite text,
  gabarit_id uuid,
  fichier_id uuid,
  fichier text not null,
  taille bigint not null,
  empreinte text not null,
  est_expurge boolean not null default false,
  depose_le timestamptz not null default now(),
  depose_par text not null,
  etat text not null check (etat in ('a-verifier', 'valide', 'refuse', 'abandonne')),
  -- La lecture (lignes, anomalies, lignes bloquées), sans aucune donnée nominative hors modèle.
  contenu jsonb not null,
  decisions jsonb not null default '{}',
  bilan jsonb not null default '{}',
  valide_le timestamptz,
  valide_par text,
  version integer not null default 1,
  primary key (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren),
  foreign key (territoire_id, gabarit_id) references gabarit_remis (territoire_id, id),
  foreign key (territoire_id, fichier_id) references fichier_depose (territoire_id, id),
  check (etat in ('refuse') or fichier_id is not null)
);
create index depot_de_grille_recent on depot_de_grille (territoire_id, grille, collectivite, id desc);
call proteger('depot_de_grille', colonne_collectivite => 'collectivite');

-- La seule donnée que les autres pièces lisent.
create table ligne_de_grille (
  territoire_id uuid not null,
  id uuid not null,
  grille text not null,
  collectivite text not null,
  cle text not null,
  valeurs jsonb not null,
  source jsonb not null,
  depot_id uuid,
  ecrite_le timestamptz not null default now(),
  ecrite_par text not null,
  version integer not null default 1,
  primary key (territoire_id, id),
  unique (territoire_id, grille, collectivite, cle),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren),
  foreign key (territoire_id, depot_id) references depot_de_grille (territoire_id, id)
);
call proteger('ligne_de_grille', colonne_collectivite => 'collectivite');

-- Une écriture propre à une collectivité (« Compta »), et ce qu’elle veut dire. Apprise par une commune,
-- elle ne sert qu’à elle ; apprise par le service de l’EPCI, elle sert à toutes.
create table correspondance (
  territoire_id uuid not null,
  grille text not null,
  champ text not null,
  lue text not null,
  collectivite text not null,
  valeur text not null,
  est_partagee boolean not null default false,
  apprise_le timestamptz not null default now(),
  apprise_par text not null,
  primary key (territoire_id, grille, champ, lue, collectivite),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren)
);
call proteger('correspondance');
create policy lecture_des_siennes on correspondance as restrictive for select
  using ((select collectivite_courante()) is null or est_partagee or collectivite = (select collectivite_courante()));
create policy ajout_des_siennes on correspondance as restrictive for insert
  with check ((select collectivite_courante()) is null or (not est_partagee and collectivite = (select collectivite_courante())));
create policy changement_des_siennes on correspondance as restrictive for update
  using ((select collectivite_courante()) is null or (not est_partagee and collectivite = (select collectivite_courante())));
create policy retrait_des_siennes on correspondance as restrictive for delete
  using ((select collectivite_courante()) is null or (not est_partagee and collectivite = (select collectivite_courante())));
