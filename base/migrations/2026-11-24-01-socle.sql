-- Fondations : rôle applicatif sans privilège, cloisonnement par territoire, journal des écritures.

do $$
begin
  if not exists (select from pg_roles where rolname = 'ensemblier_app') then
    create role ensemblier_app nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- créé au même instant par une autre base du même serveur
end $$;
do $$ begin execute format('grant ensemblier_app to %I', current_user); end $$;

revoke create on schema public from public;
grant usage on schema public to ensemblier_app;

-- Le territoire de la transaction en cours ; chaîne vide quand aucun n’est posé.
create function territoire_courant() returns uuid
  language sql stable
  as $$ select nullif(current_setting('app.territoire', true), '')::uuid $$;

-- La collectivité (SIREN) à laquelle se limite la transaction ; null pour le service de l’EPCI.
create function collectivite_courante() returns text
  language sql stable
  as $$ select nullif(current_setting('app.collectivite', true), '') $$;

create table journal_ecriture (
  territoire_id uuid not null,
  id bigint generated always as identity,
  le timestamptz not null default now(),
  auteur text not null,
  objet text not null,
  objet_id text not null,
  action text not null check (action in ('creer', 'modifier', 'supprimer')),
  avant jsonb,
  apres jsonb,
  primary key (territoire_id, id)
);
create index journal_ecriture_objet on journal_ecriture (territoire_id, objet, objet_id, id desc);

-- Écrit l’avant et l’après de toute ligne d’une table métier, dans la même transaction.
-- Les colonnes lourdes (contenu d’un fichier) n’y figurent pas.
create function journaliser() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  avant jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - 'contenu' end;
  apres jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - 'contenu' end;
  ligne jsonb := coalesce(apres, avant);
begin
  if avant is not distinct from apres then
    return null;
  end if;
  insert into journal_ecriture (territoire_id, auteur, objet, objet_id, action, avant, apres)
  values (
    (ligne ->> 'territoire_id')::uuid,
    coalesce(nullif(current_setting('app.auteur', true), ''), 'système'),
    tg_table_name,
    coalesce(ligne ->> 'id', ligne ->> 'siren', ligne ->> 'code', ligne ->> 'cle', '-'),
    case tg_op when 'INSERT' then 'creer' when 'UPDATE' then 'modifier' else 'supprimer' end,
    avant, apres);
  return null;
end $$;

-- Cloisonne une table métier : RLS forcée par territoire, droits du rôle applicatif, journal.
-- Quand « colonne_collectivite » est donnée, une commune ne voit et n’écrit que ses propres lignes.
create procedure proteger(nom text, colonne_collectivite text default null, avec_journal boolean default true)
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
end $$;

call proteger('journal_ecriture', avec_journal => false);
revoke insert, update, delete on journal_ecriture from ensemblier_app;
-- Le journal n’est lisible que du service de l’EPCI : une commune n’y a pas accès.
create policy service on journal_ecriture as restrictive
  using ((select collectivite_courante()) is null);
-- La fonction de journal (propriétaire) écrit malgré la RLS forcée, pour le territoire de la ligne.
create policy ecriture on journal_ecriture for insert to current_user with check (true);

-- Fichiers déposés, conservés tels quels avec leur empreinte.
create table fichier_depose (
  territoire_id uuid not null,
  id uuid not null,
  collectivite text,
  nom text not null,
  type_mime text not null,
  taille bigint not null,
  empreinte text not null,
  depose_le timestamptz not null default now(),
  depose_par text not null,
  contenu bytea not null,
  primary key (territoire_id, id)
);
create index fichier_depose_empreinte on fichier_depose (territoire_id, empreinte);
call proteger('fichier_depose', colonne_collectivite => 'collectivite');
