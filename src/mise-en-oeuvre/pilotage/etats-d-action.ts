import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';

/** Où en est une action, de l’étude à l’usage. */
export const ETATS_D_ACTION = {
  'a-l-etude': 'À l’étude',
  decidee: 'Décidée',
  'en-preparation': 'En préparation',
  'en-service': 'En service',
  'en-evaluation': 'En évaluation',
  perennisee: 'Pérennisée',
  suspendue: 'Suspendue',
  abandonnee: 'Abandonnée',
} as const;
export type EtatDAction = keyof typeof ETATS_D_ACTION;

/** Ce qu’un changement d’état exige, en plus d’être permis. */
type Condition = 'pilote-nomme' | 'jalons-poses' | 'acte-cite' | 'motif-ecrit';

interface Passage {
  readonly vers: EtatDAction;
  readonly si: readonly Condition[];
}

const SORTIES: readonly Passage[] = [
  { vers: 'suspendue', si: ['motif-ecrit'] },
  { vers: 'abandonnee', si: ['motif-ecrit'] },
];

/** Le cycle de vie d’une action. Une juriste lit le tableau et dit s’il est juste. */
export const PASSAGES: Readonly<Record<EtatDAction, readonly Passage[]>> = {
  'a-l-etude': [{ vers: 'decidee', si: ['pilote-nomme'] }, ...SORTIES],
  decidee: [{ vers: 'en-preparation', si: ['jalons-poses'] }, ...SORTIES],
  'en-preparation': [{ vers: 'en-service', si: ['acte-cite'] }, ...SORTIES],
  'en-service': [{ vers: 'en-evaluation', si: [] }, ...SORTIES],
  'en-evaluation': [{ vers: 'perennisee', si: [] }, ...SORTIES],
  perennisee: [...SORTIES],
  suspendue: [
    { vers: 'a-l-etude', si: [] },
    { vers: 'decidee', si: ['pilote-nomme'] },
    { vers: 'en-preparation', si: ['jalons-poses'] },
    { vers: 'en-service', si: ['acte-cite'] },
    { vers: 'abandonnee', si: ['motif-ecrit'] },
  ],
  abandonnee: [{ vers: 'a-l-etude', si: ['motif-ecrit'] }],
};

/** Ce que le changement d’état sait de l’action. */
export interface FaitsDAction {
  readonly pilote: string;
  readonly acte: string;
  readonly motif: string;
  readonly nombreDeJalons: number;
}

const MANQUES: Readonly<Record<Condition, { chemin: string; message: string }>> = {
  'pilote-nomme': {
    chemin: 'pilote',
    message: 'Nommez la personne qui pilote l’action avant de la dire décidée.',
  },
  'jalons-poses': {
    chemin: 'etapes',
    message: 'Posez au moins une étape datée avant de préparer l’action.',
  },
  'acte-cite': {
    chemin: 'acte',
    message:
      'Citez l’acte qui fait entrer l’action en service : convention, délibération ou règlement. Le schéma programme, il ne crée aucun service.',
  },
  'motif-ecrit': { chemin: 'motif', message: 'Écrivez le motif de ce changement.' },
};

const estAcquise = (condition: Condition, faits: FaitsDAction): boolean => {
  switch (condition) {
    case 'pilote-nomme':
      return faits.pilote.trim() !== '';
    case 'jalons-poses':
      return faits.nombreDeJalons > 0;
    case 'acte-cite':
      return faits.acte.trim() !== '';
    case 'motif-ecrit':
      return faits.motif.trim() !== '';
  }
};

/** Les états où l’action peut aller, le sien compris. */
export const etatsPossibles = (etat: EtatDAction): readonly EtatDAction[] => [
  etat,
  ...PASSAGES[etat].map(({ vers }) => vers),
];

/**
 * Juge un changement d’état (rester en place est permis). Refus : `passage-impossible`, ou un par
 * condition manquante (`passage-incomplet`), avec le champ à remplir.
 */
export const jugerPassage = (
  de: EtatDAction,
  vers: EtatDAction,
  faits: FaitsDAction,
): Resultat<EtatDAction> => {
  if (de === vers) return accepter(vers);
  const passage = PASSAGES[de].find((permis) => permis.vers === vers);
  if (passage === undefined) {
    return refuser({
      code: 'passage-impossible',
      message: `Une action « ${ETATS_D_ACTION[de]} » ne passe pas directement à « ${ETATS_D_ACTION[vers]} ». Passages permis : ${PASSAGES[de].map((permis) => ETATS_D_ACTION[permis.vers]).join(', ')}.`,
      chemin: 'etat',
    });
  }
  const manque = passage.si.find((condition) => !estAcquise(condition, faits));
  return manque === undefined
    ? accepter(vers)
    : refuser({
        code: 'passage-incomplet',
        ...MANQUES[manque],
        article: manque === 'acte-cite' ? 'CGCT, art. L. 5211-4-2' : null,
      });
};
