import type { EcritureDuJournal } from '../../socle/journal/index.ts';

/** Le nom lisible de ce que les tables contiennent. */
const OBJETS: Readonly<Record<string, string>> = {
  territoire: 'le territoire',
  collectivite: 'une collectivité',
  population: 'une population',
  contour: 'un contour',
  acces_territoire: 'un accès',
  lien_personnel: 'un lien personnel',
  courriel: 'un courriel',
  travail: 'un long travail',
  fichier_depose: 'un fichier déposé',
};

const VERBES = { creer: 'a créé', modifier: 'a modifié', supprimer: 'a supprimé' } as const;

export const nommerObjet = (objet: string): string => OBJETS[objet] ?? objet.replaceAll('_', ' ');

/** « a créé une collectivité (Mars) » : le verbe, la chose, et de quoi la reconnaître. */
export const raconter = ({ action, objet, avant, apres }: EcritureDuJournal): string => {
  const ligne = apres ?? avant ?? {};
  const repere = [
    ligne.nom,
    ligne.libelle,
    ligne.objet,
    ligne.destinataire,
    ligne.code_insee,
    ligne.siren,
    ligne.collectivite,
  ].find((valeur) => typeof valeur === 'string' && valeur !== '');
  return `${VERBES[action]} ${nommerObjet(objet)}${typeof repere === 'string' ? ` (${repere})` : ''}`;
};
