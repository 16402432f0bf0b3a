-- Comptes des personnes (tenus par better-auth), accès aux territoires, liens personnels des communes.

create table personne (
  id text primary key,
  nom text not null,
  courriel text not null unique,
  courriel_verifie boolean not null default false,
  image text,
  est_administrateur boolean not null default false,
  cree_le timestamptz not null default now(),
  modifie_le timestamptz not null default now()
);

create table session (
  id text primary key,
  personne_id text not null references personne (id) on delete cascade,
  jeton text not null unique,
  expire_le timestamptz not null,
  adresse_ip text,
  navigateur text,
  cree_le timestamptz not null default now(),
  modifie_le timestamptz not null default now()
);
create index session_personne on session (personne_id);

create table identite (
  id text primary key,
  personne_id text not null references personne (id) on delete cascade,
  compte_id text not null,
  fournisseur text not null,
  mot_de_passe text,
  jeton_acces text,
  jeton_renouvellement text,
  jeton_identite text,
  jeton_acces_expire_le timestamptz,
  jeton_renouvellement_expire_le timestamptz,
  portee text,
  cree_le timestamptz not null default now(),
  modifie_le timestamptz not null default now()
);
create index identite_personne on identite (personne_id);

create table verification (
  id text primary key,
  identifiant text not null,
  valeur text not null,
  expire_le timestamptz not null,
  cree_le timestamptz not null default now(),
  modifie_le timestamptz not null default now()
);
create index verification_identifiant on verification (identifiant);

grant select, insert, update, delete on personne, session, identite, verification to ensemblier_app;

create table acces_territoire (
  territoire_id uuid not null references territoire (territoire_id),
  personne_id text not null references personne (id),
  role text not null check (role in ('pilote', 'service', 'commune', 'elu', 'lecture')),
  collectivite text,
  cree_le date not null,
  cree_par text not null,
  primary key (territoire_id, personne_id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren),
  check (role <> 'commune' or collectivite is not null)
);
create index acces_territoire_personne on acces_territoire (personne_id);
call proteger('acces_territoire', colonne_collectivite => 'collectivite');
call reserver_ecriture_au_service('acces_territoire');
call ouvrir_aux_fonctions('acces_territoire');

-- Le jeton n’est jamais en base : son empreinte seule.
create table lien_personnel (
  territoire_id uuid not null references territoire (territoire_id),
  id uuid not null,
  collectivite text not null,
  empreinte text not null,
  destinataire text,
  expire_le date not null,
  cree_le date not null,
  cree_par text not null,
  revoque_le date,
  revoque_par text,
  dernier_usage_le date,
  primary key (territoire_id, id),
  unique (territoire_id, empreinte),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren)
);
create index lien_personnel_empreinte on lien_personnel (empreinte);
call proteger('lien_personnel', colonne_collectivite => 'collectivite');
call reserver_ecriture_au_service('lien_personnel');
call ouvrir_aux_fonctions('lien_personnel');

-- Les accès d’une personne, tous territoires confondus : pour l’accueil et le contrôle des droits.
create function acces_de_personne(cherchee text)
  returns table (territoire_id uuid, siren text, nom text, role text, collectivite text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select a.territoire_id, t.siren, t.nom, a.role, a.collectivite
    from acces_territoire a join territoire t on t.territoire_id = a.territoire_id
    where a.personne_id = cherchee
    order by t.nom
  $$;

-- Le lien personnel qui porte cette empreinte (l’empreinte d’un secret de 32 octets).
create function lien_par_empreinte(cherchee text)
  returns table (territoire_id uuid, id uuid, collectivite text, expire_le date, revoque_le date, cree_par text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select l.territoire_id, l.id, l.collectivite, l.expire_le, l.revoque_le, l.cree_par
    from lien_personnel l where l.empreinte = cherchee
  $$;

-- Note le jour du dernier usage, une fois par jour au plus.
create function noter_usage_du_lien(cherchee text, jour date) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    update lien_personnel set dernier_usage_le = jour
    where empreinte = cherchee and dernier_usage_le is distinct from jour
  $$;

revoke execute on function acces_de_personne, lien_par_empreinte, noter_usage_du_lien from public;
grant execute on function acces_de_personne, lien_par_empreinte, noter_usage_du_lien to ensemblier_app;
