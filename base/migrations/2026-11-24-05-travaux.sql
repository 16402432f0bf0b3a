-- Longs travaux : ce qu’on en montre et de quoi les reprendre. La file elle-même est tenue par pg-boss,
-- dans son propre schéma.

create table travail (
  territoire_id uuid not null references territoire (territoire_id),
  id uuid not null,
  collectivite text,
  genre text not null,
  libelle text not null,
  etat text not null default 'en-attente'
    check (etat in ('en-attente', 'en-cours', 'termine', 'echec', 'annule')),
  entree jsonb not null,
  contenu jsonb not null default '{}', -- progression et point de reprise : hors journal
  resultat jsonb,
  erreur text,
  annulation_demandee boolean not null default false,
  reprises integer not null default 0,
  cree_le timestamptz not null default now(),
  cree_par text not null,
  commence_le timestamptz,
  termine_le timestamptz,
  primary key (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren)
);
create index travail_recent on travail (territoire_id, id desc);
create index travail_inacheve on travail (id) where etat in ('en-attente', 'en-cours');
call proteger('travail', colonne_collectivite => 'collectivite');
call ouvrir_aux_fonctions('travail');

-- Les travaux à faire ou à reprendre, tous territoires confondus : identifiants seulement.
create function travaux_inacheves()
  returns table (territoire_id uuid, id uuid, etat text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select t.territoire_id, t.id, t.etat from travail t
    where t.etat in ('en-attente', 'en-cours') order by t.id
  $$;
revoke execute on function travaux_inacheves from public;
grant execute on function travaux_inacheves to ensemblier_app;
