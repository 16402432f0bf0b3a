-- Un gros fichier déposé attend d’être lu par un long travail (docs/decisions/0013).

alter table depot_de_grille drop constraint depot_de_grille_etat_check;
alter table depot_de_grille add constraint depot_de_grille_etat_check
  check (etat in ('en-lecture', 'a-verifier', 'valide', 'refuse', 'abandonne'));
alter table depot_de_grille drop constraint depot_de_grille_check;
-- Avant d’être lu, refusé ou abandonné en cours de lecture, un dépôt n’a pas de fichier gardé.
alter table depot_de_grille add constraint depot_de_grille_fichier_garde
  check (etat in ('en-lecture', 'refuse', 'abandonne') or fichier_id is not null);

-- Les octets tels que rendus, le temps de la lecture seulement : la ligne disparaît dans la transaction qui
-- enregistre la lecture, le refus ou l’abandon. « id » est celui du dépôt.
create table fichier_en_lecture (
  territoire_id uuid not null,
  id uuid not null,
  collectivite text,
  travail_id uuid not null,
  contenu bytea not null,
  primary key (territoire_id, id),
  foreign key (territoire_id, id) references depot_de_grille (territoire_id, id),
  foreign key (territoire_id, travail_id) references travail (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren)
);
call proteger('fichier_en_lecture', colonne_collectivite => 'collectivite');
-- Qui dépose garde et oublie ; personne ne récrit.
call ouvrir_ecritures('fichier_en_lecture', '{pilote,service,commune}', '{}', '{pilote,service,commune}');
