-- Périmètres : évaluateurs nommés, notes calculées figées, décisions sur lesquelles on revient.

-- L’évaluateur est une personne : son identifiant fait la clé (deux homonymes restent deux
-- évaluateurs), son nom se lit.
alter table note_de_critere add column evaluateur_nom text not null default '';
alter table note_de_critere alter column evaluateur_nom drop default;
alter table jeu_de_cartes add column evaluateur_nom text not null default '';
alter table jeu_de_cartes alter column evaluateur_nom drop default;

-- Notes tirées des effectifs, figées le jour du calcul avec leur règle et leurs cellules : tous les
-- évaluateurs voient les mêmes, même ceux dont l’accès se limite à une commune.
create table note_calculee (
  territoire_id uuid not null,
  grille_id uuid not null,
  service text not null,
  critere text not null,
  note smallint not null check (note between 1 and 5),
  phrase text not null,
  regle text not null,
  mesures jsonb not null,
  calculee_le date not null,
  primary key (territoire_id, grille_id, service, critere),
  foreign key (territoire_id, grille_id, service) references service_examine (territoire_id, grille_id, service) on delete cascade
);
call proteger('note_calculee');

-- Revenir sur une décision se motive ; la décision reste au dossier.
alter table decision_de_perimetre add column annulee_motif text;
alter table decision_de_perimetre add check (annulee_motif is null or annulee_le is not null);

-- Un élu note et pèse ; ouvrir une grille, la calculer et décider reviennent au service de l’EPCI.
call reserver_ecriture_au_service('grille_de_decision');
call reserver_ecriture_au_service('service_examine');
call reserver_ecriture_au_service('note_calculee');
call reserver_ecriture_au_service('decision_de_perimetre');
