-- Grilles d’aide à la décision des périmètres : services examinés, notes, cartes, décisions.

create table grille_de_decision (
  territoire_id uuid not null,
  id uuid not null,
  titre text not null,
  ouverte_le date not null,
  version_criteres text not null,
  primary key (territoire_id, id)
);
call proteger('grille_de_decision');

create table service_examine (
  territoire_id uuid not null,
  grille_id uuid not null,
  service text not null,
  libelle text not null,
  primary key (territoire_id, grille_id, service),
  foreign key (territoire_id, grille_id) references grille_de_decision (territoire_id, id) on delete cascade
);
call proteger('service_examine');

create table note_de_critere (
  territoire_id uuid not null,
  grille_id uuid not null,
  service text not null,
  critere text not null,
  evaluateur text not null,
  note smallint check (note between 1 and 5),
  justification text not null default '',
  notee_le date not null,
  primary key (territoire_id, grille_id, service, critere, evaluateur),
  foreign key (territoire_id, grille_id, service) references service_examine (territoire_id, grille_id, service) on delete cascade
);
call proteger('note_de_critere');

create table jeu_de_cartes (
  territoire_id uuid not null,
  grille_id uuid not null,
  evaluateur text not null,
  -- Du moins au plus important : groupes de critères ex æquo et nombres de cartes blanches.
  rangees jsonb not null,
  rapport numeric not null check (rapport > 1),
  posees_le date not null,
  primary key (territoire_id, grille_id, evaluateur),
  foreign key (territoire_id, grille_id) references grille_de_decision (territoire_id, id) on delete cascade
);
call proteger('jeu_de_cartes');

create table decision_de_perimetre (
  territoire_id uuid not null,
  id uuid not null,
  grille_id uuid not null,
  service text not null,
  libelle text not null,
  forme text not null,
  membres text[] not null,
  instance text not null,
  decidee_le date not null,
  motif text not null,
  phrase text not null,
  -- Résultats tels que montrés ce jour-là : scores, acceptabilités, poids (figés).
  resultat jsonb not null,
  annulee_le date,
  primary key (territoire_id, id),
  foreign key (territoire_id, grille_id) references grille_de_decision (territoire_id, id)
);
create unique index decision_de_perimetre_en_cours on decision_de_perimetre (territoire_id, grille_id, service) where annulee_le is null;
call proteger('decision_de_perimetre');
