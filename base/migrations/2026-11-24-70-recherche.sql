-- Recherche de tout : un texte sans accents ni casse, quelle que soit la langue réglée sur le serveur.
-- Les capitales accentuées passent d’abord : « lower » les laisse telles quelles sous la langue « C ».
create function sans_accents(texte text) returns text
  language sql immutable parallel safe
  as $$
    select lower(translate(
      replace(replace(replace(replace(texte, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'),
      'ÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸàâäáãåçéèêëíìîïñóòôöõúùûüýÿ',
      'AAAAAACEEEEIIIINOOOOOUUUUYYaaaaaaceeeeiiiinooooouuuuyy'))
  $$;
