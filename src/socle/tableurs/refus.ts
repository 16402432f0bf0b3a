import { type Refus, refuser } from '../../moteurs/resultat/index.ts';

export type CodeDeRefus =
  | 'fichier-vide'
  | 'fichier-trop-grand'
  | 'fichier-chiffre'
  | 'fichier-tronque'
  | 'fichier-abime'
  | 'type-non-admis'
  | 'type-inconnu';

export type RefusDeFichier = Refus<CodeDeRefus>;

const ADMIS = 'Déposez un classeur XLSX, XLS ou ODS, ou un fichier CSV.';

const MESSAGES: Readonly<Record<CodeDeRefus, string>> = {
  'fichier-vide': 'Le fichier est vide : remplissez le modèle puis déposez-le de nouveau.',
  'fichier-trop-grand':
    'Le fichier est trop grand (200 Mo au plus une fois décompressé) : gardez une seule année ou une seule collectivité par fichier.',
  'fichier-chiffre':
    'Le fichier est protégé par un mot de passe : enregistrez-le sans protection à l’ouverture puis déposez-le de nouveau.',
  'fichier-tronque':
    'Le fichier est incomplet (envoi interrompu ?) : vérifiez qu’il s’ouvre dans votre tableur, puis déposez-le de nouveau.',
  'fichier-abime':
    'Le fichier est abîmé : ouvrez-le dans votre tableur, enregistrez-le de nouveau et renvoyez-le.',
  'type-non-admis': ADMIS,
  'type-inconnu': `Ce fichier n’est pas un tableau lisible. ${ADMIS}`,
};

/** Refus d’un fichier, avec un message qui dit quoi faire. */
export const refuserDepot = (
  code: CodeDeRefus,
  precision = '',
): { readonly ok: false; readonly refus: RefusDeFichier } =>
  refuser({ code, message: precision === '' ? MESSAGES[code] : `${precision} ${MESSAGES[code]}` });
