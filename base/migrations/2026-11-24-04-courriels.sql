-- Boîte d’envoi locale : tout courriel y est visible, et part par SMTP quand il est réglé.

create table courriel (
  territoire_id uuid not null references territoire (territoire_id),
  id uuid not null,
  collectivite text,
  genre text not null,
  destinataire text not null,
  objet text not null,
  contenu jsonb not null, -- texte et HTML ; hors journal : un lien personnel peut y figurer
  etat text not null default 'a-envoyer' check (etat in ('a-envoyer', 'envoye', 'echec')),
  moyen text check (moyen in ('smtp', 'a-la-main')),
  essais integer not null default 0,
  prochain_essai timestamptz not null default now(),
  derniere_erreur text,
  cree_le timestamptz not null default now(),
  cree_par text not null,
  envoye_le timestamptz,
  primary key (territoire_id, id),
  foreign key (territoire_id, collectivite) references collectivite (territoire_id, siren)
);
create index courriel_etat on courriel (territoire_id, etat, id desc);
create index courriel_a_envoyer on courriel (prochain_essai) where etat = 'a-envoyer';
call proteger('courriel');
call reserver_au_service('courriel');
call ouvrir_aux_fonctions('courriel');

-- Les courriels dont l’heure d’envoi est venue, tous territoires confondus : identifiants seulement.
create function courriels_a_envoyer(instant timestamptz, combien integer)
  returns table (territoire_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.territoire_id, c.id from courriel c
    where c.etat = 'a-envoyer' and c.prochain_essai <= instant
    order by c.prochain_essai limit combien
  $$;
revoke execute on function courriels_a_envoyer from public;
grant execute on function courriels_a_envoyer to ensemblier_app;
