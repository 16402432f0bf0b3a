/** Ce que le journal de PostgreSQL dit d’une grappe abîmée ; jamais une cause qu’on répare en effaçant. */
const GRAPPE_ABIMEE =
  /PG_CONTROL_VERSION|could not locate a valid checkpoint record|invalid checkpoint record|could not access the server configuration file|is not a (?:valid data directory|database cluster directory)|invalid magic number|could not open file "(?:global|base|pg_)|incorrect checksum in control file|bogus data in/i;

const DROITS_TROP_LARGES = /data directory ".*" has (?:invalid permissions|wrong ownership)/i;

/**
 * Pourquoi la base embarquée n’a pas démarré, et quoi faire, d’après son journal depuis ce démarrage.
 * @param dossier le dossier de la grappe, nommé dans le conseil
 */
export const expliquerLeJournal = (journal: string, dossier: string): string => {
  const creeePar = /initialized by PostgreSQL version (\d+)/i.exec(journal)?.[1];
  const portee = /not compatible with this version (\d+)/i.exec(journal)?.[1];
  if (creeePar !== undefined) {
    return `La base de ${dossier} a été créée par PostgreSQL ${creeePar}, et cette version d’Ensemblier porte PostgreSQL ${portee ?? 'différent'}. Rouvrez-la avec la version d’Ensemblier qui l’a créée. Rien n’a été changé.`;
  }
  if (DROITS_TROP_LARGES.test(journal)) {
    return `PostgreSQL refuse ${dossier} : ce dossier doit appartenir à l’utilisateur qui lance Ensemblier, et n’être lisible que de lui (chmod 700). Rien n’a été changé.`;
  }
  if (GRAPPE_ABIMEE.test(journal)) {
    return `Les fichiers de la base sont abîmés ou incomplets (disque défaillant, copie interrompue). N’effacez rien : gardez une copie de ${dossier}, puis remettez à sa place une sauvegarde saine de ce dossier.`;
  }
  return 'PostgreSQL embarqué ne répond pas.';
};
