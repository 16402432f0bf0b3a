-- Le territoire (EPCI), ses collectivités, leurs populations datées et sourcées, leurs contours.

-- Réserve l’écriture d’une table au service de l’EPCI : une commune peut lire, pas écrire.
create procedure reserver_ecriture_au_service(nom text)
  language plpgsql
  as $$
begin
  execute format('create policy service_cree on %I as restrictive for insert with check ((select collectivite_courante()) is null)', nom);
  execute format('create policy service_modifie on %I as restrictive for update using ((select collectivite_courante()) is null)', nom);
  execute format('create policy service_supprime on %I as restrictive for delete using ((select collectivite_courante()) is null)', nom);
end $$;

-- Réserve une table, lecture comprise, au service de l’EPCI.
create procedure reserver_au_service(nom text)
  language plpgsql
  as $$
begin
  execute format('create policy service on %I as restrictive using ((select collectivite_courante()) is null) with check ((select collectivite_courante()) is null)', nom);
end $$;

-- Laisse au propriétaire (fonctions « security definer ») l’accès à toutes les lignes d’une table.
create procedure ouvrir_aux_fonctions(nom text)
  language plpgsql
  as $$
begin
  execute format('create policy fonctions on %I to current_user using (true) with check (true)', nom);
end $$;

create table territoire (
  territoire_id uuid primary key,
  siren text not null check (siren ~ '^[0-9]{9}$'),
  nom text not null,
  type text not null check (type in ('CC', 'CA', 'CU', 'METRO', 'MET69')),
  mode_financement text not null check (mode_financement in ('FPU', 'FA')),
  perimetre_au date not null,
  source text not null,
  couleur text check (couleur ~ '^#[0-9a-f]{6}$'),
  logo_fichier_id uuid,
  cree_le date not null,
  cree_par text not null
);
call proteger('territoire');
call reserver_ecriture_au_service('territoire');
call ouvrir_aux_fonctions('territoire');
-- Un territoire ne naît que par « creer_territoire », qui garantit un seul territoire par SIREN.
revoke insert, delete on territoire from ensemblier_app;

create table collectivite (
  territoire_id uuid not null references territoire (territoire_id),
  siren text not null check (siren ~ '^[0-9]{9}$'),
  code_insee text check (code_insee ~ '^[0-9][0-9AB][0-9]{3}$'),
  nom text not null,
  type text not null check (type in ('commune', 'epci')),
  code_postal text,
  surface_ha integer,
  longitude double precision,
  latitude double precision,
  depuis date not null,
  jusqu_a date,
  primary key (territoire_id, siren),
  unique (territoire_id, code_insee),
  check ((type = 'commune') = (code_insee is not null))
);
call proteger('collectivite');
call reserver_ecriture_au_service('collectivite');

create table population (
  territoire_id uuid not null,
  siren text not null,
  genre text not null check (genre in ('municipale', 'totale')),
  millesime integer not null,
  reference integer,
  valeur integer not null check (valeur >= 0),
  source text not null,
  primary key (territoire_id, siren, genre, millesime),
  foreign key (territoire_id, siren) references collectivite (territoire_id, siren)
);
call proteger('population');
call reserver_ecriture_au_service('population');

create table contour (
  territoire_id uuid not null,
  code_insee text not null,
  contenu jsonb not null, -- géométrie GeoJSON ; hors journal, que l’empreinte suffit à tracer
  empreinte text not null,
  source text not null,
  primary key (territoire_id, code_insee),
  foreign key (territoire_id, code_insee) references collectivite (territoire_id, code_insee)
);
call proteger('contour');
call reserver_ecriture_au_service('contour');

-- Le territoire d’un SIREN, pour ouvrir une page : rien d’autre que son identifiant et son nom.
create function territoire_du_siren(cherche text)
  returns table (territoire_id uuid, siren text, nom text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select t.territoire_id, t.siren, t.nom from territoire t where t.siren = cherche $$;

-- Les SIREN déjà pris, pour le dire dans la liste des EPCI.
create function sirens_des_territoires() returns setof text
  language sql stable security definer set search_path = public, pg_temp
  as $$ select t.siren from territoire t $$;

-- Crée le territoire de la transaction en cours ; faux si ce SIREN a déjà le sien.
create function creer_territoire(
  nouveau_siren text, nouveau_nom text, nouveau_type text, nouveau_mode text,
  nouveau_perimetre date, nouvelle_source text, jour date, auteur text
) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  perform pg_advisory_xact_lock(724240002, hashtext(nouveau_siren));
  if exists (select from territoire t where t.siren = nouveau_siren) then
    return false;
  end if;
  insert into territoire (territoire_id, siren, nom, type, mode_financement, perimetre_au, source, cree_le, cree_par)
  values (territoire_courant(), nouveau_siren, nouveau_nom, nouveau_type, nouveau_mode,
    nouveau_perimetre, nouvelle_source, jour, auteur);
  return true;
end $$;

revoke execute on function territoire_du_siren, sirens_des_territoires, creer_territoire from public;
grant execute on function territoire_du_siren, sirens_des_territoires, creer_territoire to ensemblier_app;
