import type { Droit } from '../../socle/acces/index.ts';

/** Un geste fait passer la convention, ou y verse un fait daté. */
export interface Geste {
  /** Type du fait enregistré. */
  readonly evenement: string;
  readonly libelle: string;
  /** Libellé du bouton. */
  readonly verbe: string;
  readonly droit: Droit;
  /** Le passage de la procédure qui doit être possible ce jour-là ; null : le geste n’en suppose aucun. */
  readonly passage: string | null;
  /** Vrai si chaque partie agit pour elle-même. */
  readonly parPartie: boolean;
  /** Vrai si ce fait porte sur une version figée de la convention. */
  readonly surVersion: boolean;
  /** Champs attendus avec le fait. */
  readonly sens: readonly string[];
  /** Avec quoi la procédure nomme celui qui agit. */
  readonly acteur: 'collectivite' | 'employeur' | null;
}

const SENS_DE_DELIBERATION = ['favorable', 'defavorable', 'reserve'] as const;
const SENS_DE_COMITE = ['favorable', 'defavorable', 'reserve', 'partage', 'repute-donne'] as const;

export const LIBELLES_DE_SENS: Readonly<Record<string, string>> = {
  favorable: 'favorable',
  defavorable: 'défavorable',
  reserve: 'réservé',
  partage: 'partagé',
  'repute-donne': 'réputé donné',
};

/**
 * Le cycle de vie d’une convention, dans l’ordre. La procédure de droit dit si le passage est
 * ouvert ; ce tableau dit qui agit et ce qui s’enregistre.
 */
export const GESTES = {
  'figer-fiche': {
    evenement: 'fiche-impact',
    libelle: 'Fiche d’impact figée',
    verbe: 'Figer la fiche d’impact',
    droit: 'convention:rediger',
    passage: null,
    parPartie: false,
    surVersion: false,
    sens: [],
    acteur: null,
  },
  'recueillir-avis': {
    evenement: 'avis-cst',
    libelle: 'Avis du comité social territorial',
    verbe: 'Enregistrer les avis',
    droit: 'convention:rediger',
    passage: 'saisir-cst',
    parPartie: true,
    surVersion: true,
    sens: SENS_DE_COMITE,
    acteur: 'employeur',
  },
  deliberer: {
    evenement: 'deliberation',
    libelle: 'Délibération',
    verbe: 'Enregistrer les délibérations',
    droit: 'convention:rediger',
    passage: 'deliberer',
    parPartie: true,
    surVersion: true,
    sens: SENS_DE_DELIBERATION,
    acteur: 'collectivite',
  },
  signer: {
    evenement: 'signature',
    libelle: 'Signature',
    verbe: 'Enregistrer les signatures',
    droit: 'convention:signer',
    passage: 'signer',
    parPartie: true,
    surVersion: true,
    sens: [],
    acteur: 'collectivite',
  },
  transmettre: {
    evenement: 'transmission',
    libelle: 'Transmission au préfet',
    verbe: 'Enregistrer la transmission',
    droit: 'convention:signer',
    passage: 'transmettre',
    parPartie: false,
    surVersion: true,
    sens: [],
    acteur: null,
  },
  'mettre-en-service': {
    evenement: 'effet',
    libelle: 'Prise d’effet',
    verbe: 'Constater la prise d’effet',
    droit: 'convention:signer',
    passage: 'mettre-en-service',
    parPartie: false,
    surVersion: true,
    sens: [],
    acteur: null,
  },
  denoncer: {
    evenement: 'denonciation',
    libelle: 'Dénonciation',
    verbe: 'Enregistrer une dénonciation',
    droit: 'convention:signer',
    passage: null,
    parPartie: true,
    surVersion: false,
    sens: [],
    acteur: null,
  },
  terminer: {
    evenement: 'terme',
    libelle: 'Fin de la convention',
    verbe: 'Constater la fin',
    droit: 'convention:signer',
    passage: null,
    parPartie: false,
    surVersion: false,
    sens: [],
    acteur: null,
  },
} as const satisfies Record<string, Geste>;
export type NomDeGeste = keyof typeof GESTES;
export const estGeste = (nom: string): nom is NomDeGeste => Object.hasOwn(GESTES, nom);

/** Le geste qui enregistre ce type de fait. */
export const gesteDe = (type: string): Geste | undefined =>
  Object.values<Geste>(GESTES).find(({ evenement }) => evenement === type);

/** Les gestes de la vie d’une convention, une fois qu’elle a pris effet. */
export const APRES_EFFET: readonly string[] = ['denonciation', 'terme'];
