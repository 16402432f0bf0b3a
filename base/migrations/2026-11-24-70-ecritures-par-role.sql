-- Qui écrit quoi, dit à la base elle-même : le code vérifie déjà chaque droit, la base refuse aussi.

-- Le rôle de la transaction en cours. Limitée à une collectivité et sans rôle dit, c’est celui d’une
-- commune (lien personnel) ; ni rôle ni collectivité, c’est le travail du serveur lui-même.
create function role_courant() returns text
  language sql stable
  as $$
    select coalesce(nullif(current_setting('app.role', true), ''),
      case when collectivite_courante() is not null then 'commune' end)
  $$;

-- Réserve un geste (insert, update, delete) d’une table à des rôles ; le serveur n’est pas concerné.
create procedure reserver_geste(nom text, geste text, roles text[])
  language plpgsql
  as $$
begin
  execute format(
    'create policy %I on %I as restrictive for %s %s ((select role_courant()) is null or (select role_courant()) = any (%L::text[]))',
    'role_' || geste, nom, geste, case geste when 'insert' then 'with check' else 'using' end, roles);
end $$;

-- Les écritures d’une table : pilote et service par défaut ; la lecture seule, personne d’autre, jamais.
create procedure reserver_ecritures(
  nom text,
  ajoute text[] default '{pilote,service}',
  modifie text[] default '{pilote,service}',
  supprime text[] default '{pilote,service}')
  language plpgsql
  as $$
begin
  call reserver_geste(nom, 'insert', ajoute);
  call reserver_geste(nom, 'update', modifie);
  call reserver_geste(nom, 'delete', supprime);
end $$;

-- Toute table cloisonnée à venir réserve ses écritures : elle en ouvre d’autres en le disant.
create or replace procedure proteger(nom text, colonne_collectivite text default null, avec_journal boolean default true)
  language plpgsql
  as $$
begin
  execute format('alter table %I enable row level security', nom);
  execute format('alter table %I force row level security', nom);
  execute format(
    'create policy territoire on %I using (territoire_id = (select territoire_courant())) with check (territoire_id = (select territoire_courant()))', nom);
  if colonne_collectivite is not null then
    execute format(
      'create policy collectivite on %I as restrictive using ((select collectivite_courante()) is null or %I = (select collectivite_courante())) with check ((select collectivite_courante()) is null or %I = (select collectivite_courante()))',
      nom, colonne_collectivite, colonne_collectivite);
  end if;
  execute format('grant select, insert, update, delete on %I to ensemblier_app', nom);
  if avec_journal then
    execute format('create trigger journal after insert or update or delete on %I for each row execute function journaliser()', nom);
  end if;
  call reserver_ecritures(nom);
end $$;

-- Change les rôles d’une table déjà protégée.
create procedure ouvrir_ecritures(nom text, ajoute text[], modifie text[], supprime text[])
  language plpgsql
  as $$
begin
  execute format('drop policy role_insert on %I', nom);
  execute format('drop policy role_update on %I', nom);
  execute format('drop policy role_delete on %I', nom);
  call reserver_ecritures(nom, ajoute, modifie, supprime);
end $$;

do $$
declare
  nom text;
begin
  for nom in
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relforcerowsecurity
      and c.relname <> 'journal_ecriture'
  loop
    call reserver_ecritures(nom);
  end loop;

  -- Ce qui engage le territoire revient à la pilote.
  foreach nom in array array['territoire', 'acces_territoire', 'lien_personnel', 'campagne',
    'grille_de_decision', 'service_examine', 'note_calculee', 'decision_de_perimetre', 'saisine',
    'publication', 'rapport_annuel', 'version_rapport']
  loop
    call ouvrir_ecritures(nom, '{pilote}', '{pilote}', '{pilote}');
  end loop;
end $$;

-- Une commune rend ses grilles : elle dépose, corrige ses lignes, et dit qu’elle a rendu.
call ouvrir_ecritures('depot_de_grille', '{pilote,service,commune}', '{pilote,service,commune}', '{}');
call ouvrir_ecritures('ligne_de_grille', '{pilote,service,commune}', '{pilote,service,commune}', '{pilote,service,commune}');
call ouvrir_ecritures('correspondance', '{pilote,service,commune}', '{pilote,service,commune}', '{pilote,service}');
call ouvrir_ecritures('gabarit_remis', '{pilote,service,commune}', '{}', '{}');
call ouvrir_ecritures('attente_de_grille', '{pilote}', '{pilote,commune}', '{pilote}');
call ouvrir_ecritures('travail', '{pilote,service,commune}', '{pilote,service,commune}', '{}');
-- Un élu note et pèse ; ces opinions portent un nom, une commune ne les lit pas.
call ouvrir_ecritures('note_de_critere', '{pilote,service,elu}', '{pilote,service,elu}', '{}');
call ouvrir_ecritures('jeu_de_cartes', '{pilote,service,elu}', '{pilote,service,elu}', '{}');
create policy commune_ne_lit_pas on note_de_critere as restrictive for select
  using ((select role_courant()) is distinct from 'commune');
create policy commune_ne_lit_pas on jeu_de_cartes as restrictive for select
  using ((select role_courant()) is distinct from 'commune');

-- Un fichier déposé ne se récrit ni ne s’efface ; un élu ne joint que la délibération de sa commune.
call ouvrir_ecritures('fichier_depose', '{pilote,service,commune,elu}', '{}', '{}');
create policy elu_joint on fichier_depose as restrictive for insert
  with check ((select role_courant()) is distinct from 'elu'
    or collectivite = (select collectivite_courante()));

-- Les agents d’un service commun se lisent de leur commune ; le service de l’EPCI les tient.
call reserver_ecriture_au_service('agent_du_service');

-- Le registre de l’adoption : la pilote l’écrit. Une commune (ou l’élu d’une commune) n’y ajoute que son
-- avis, ou l’annulation de cet avis : jamais celle d’un autre fait, ni d’un fait d’une autre.
call ouvrir_ecritures('evenement_adoption', '{pilote,commune,elu}', '{}', '{}');
call ouvrir_aux_fonctions('evenement_adoption');

-- Vrai si cet événement est l’avis de cette collectivité.
create function est_son_avis(evenement uuid, siren text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from evenement_adoption e
      where e.territoire_id = territoire_courant() and e.id = evenement
        and e.type = 'deliberation' and e.collectivite = siren)
  $$;
revoke execute on function est_son_avis from public;
grant execute on function est_son_avis to ensemblier_app;

drop policy commune_ecrit on evenement_adoption;
create policy commune_ecrit on evenement_adoption as restrictive for insert
  with check (((select collectivite_courante()) is null and (select role_courant()) is distinct from 'elu')
    or (collectivite = (select collectivite_courante())
      and (type = 'deliberation'
        or (type = 'annulation' and est_son_avis(annule, collectivite)))));

-- L’état d’une commune : elle valide ou conteste le sien ; répondre revient au service de l’EPCI.
call ouvrir_ecritures('suite_etat', '{pilote,service,commune,elu}', '{}', '{}');
create policy chacun_son_geste on suite_etat as restrictive for insert
  with check ((select role_courant()) is null
    or ((select role_courant()) in ('pilote', 'service')) = (geste = 'repondre'));
create policy sur_son_etat on suite_etat as restrictive for insert
  with check (exists (
    select from part_etat p
    where p.territoire_id = suite_etat.territoire_id and p.id = suite_etat.part_id
      and p.collectivite = suite_etat.collectivite));
