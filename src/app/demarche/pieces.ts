import { accorder } from '../../socle/ui/index.ts';
import type { Etat } from '../../socle/ui/index.ui.ts';

/** Ce qu’on sait d’une campagne de collecte. */
export interface CampagneSuivie {
  readonly grille: string;
  readonly titre: string;
  readonly echeance: `${number}-${number}-${number}`;
  readonly attendues: number;
  /** Rendues ou déclarées sans objet. */
  readonly rendues: number;
  readonly estOuverte: boolean;
}

/** Les faits datés dont se déduit l’état de chaque pièce. */
export interface FaitsDeLaDemarche {
  readonly aujourdhui: `${number}-${number}-${number}`;
  readonly campagnes: readonly CampagneSuivie[];
  readonly perimetres: number;
  readonly fiches: { readonly total: number; readonly pretes: number };
  readonly adoption: {
    readonly rapportEtabli: boolean;
    readonly estApprouve: boolean;
    readonly estEnvoye: boolean;
    readonly communes: number;
    readonly saisies: number;
    /** Avis exprès ou tacites. */
    readonly rendus: number;
  } | null;
  readonly services: { readonly total: number; readonly ouverts: number };
  readonly conventions: { readonly total: number; readonly enVigueur: number };
  /** États émis, et services qui ont une convention en vigueur mais aucun état. */
  readonly etats: number;
  readonly actions: { readonly suivies: number; readonly enRetard: number };
  readonly estPublie: boolean;
}

/** L’état d’une pièce : ce que montre sa tuile, en mots et en couleur. */
export interface EtatDePiece {
  readonly etat: Etat;
  /** « 12 sur 26 rendues » ; ce que dit la pièce en une phrase courte. */
  readonly phrase: string;
  /** Ce qui attend la pilote ici, ou rien. */
  readonly attente?: string;
}

const piece = (etat: Etat, phrase: string, attente?: string): EtatDePiece => ({
  etat,
  phrase,
  ...(attente === undefined ? {} : { attente }),
});

const sur = (fait: number, total: number, mot: string): string => `${fait} sur ${total} ${mot}`;

const additionner = (
  campagnes: readonly CampagneSuivie[],
  compte: (campagne: CampagneSuivie) => number,
): number => campagnes.reduce((somme, campagne) => somme + compte(campagne), 0);

/** Toutes les campagnes ouvertes ensemble ; à défaut, toutes celles qui ont eu lieu. */
const jugerCollecte = ({ campagnes, aujourdhui }: FaitsDeLaDemarche): EtatDePiece => {
  const ouvertes = campagnes.filter(({ estOuverte }) => estOuverte);
  const suivies = ouvertes.length > 0 ? ouvertes : campagnes;
  if (suivies.length === 0) return piece('a-faire', 'Aucune collecte lancée', 'à lancer');
  const rendues = additionner(suivies, (campagne) => campagne.rendues);
  const attendues = additionner(suivies, (campagne) => campagne.attendues);
  const phrase = sur(rendues, attendues, 'grilles rendues');
  if (rendues >= attendues || ouvertes.length === 0) return piece('fait', phrase);
  const enRetard = additionner(
    ouvertes.filter(({ echeance }) => aujourdhui > echeance),
    (campagne) => campagne.attendues - campagne.rendues,
  );
  if (enRetard > 0) {
    return piece('attention', `${phrase}, échéance passée`, `${enRetard} à relancer`);
  }
  const manquent = attendues - rendues;
  return piece('en-cours', phrase, accorder(manquent, 'grille attendue', 'grilles attendues'));
};

const jugerEffectifs = ({ campagnes }: FaitsDeLaDemarche): EtatDePiece => {
  const campagne = campagnes.find(({ grille }) => grille === 'grille-rh');
  if (campagne === undefined || campagne.rendues === 0)
    return piece('a-faire', 'Attend les grilles d’effectifs');
  const phrase = `${accorder(campagne.rendues, 'collectivité décrite', 'collectivités décrites')}`;
  return piece(campagne.rendues >= campagne.attendues ? 'fait' : 'en-cours', phrase);
};

const jugerPerimetres = ({ perimetres, fiches }: FaitsDeLaDemarche): EtatDePiece => {
  if (perimetres === 0) return piece('a-faire', 'Aucun périmètre retenu');
  const phrase = accorder(perimetres, 'périmètre retenu', 'périmètres retenus');
  return piece(fiches.total >= perimetres ? 'fait' : 'en-cours', phrase);
};

const jugerSchema = ({ fiches }: FaitsDeLaDemarche): EtatDePiece => {
  if (fiches.total === 0) return piece('a-faire', 'Aucune fiche ouverte');
  const phrase = sur(
    fiches.pretes,
    fiches.total,
    fiches.total > 1 ? 'fiches prêtes' : 'fiche prête',
  );
  const restent = fiches.total - fiches.pretes;
  return restent === 0 ? piece('fait', phrase) : piece('en-cours', phrase, `${restent} à relire`);
};

const jugerAdoption = ({ adoption, fiches }: FaitsDeLaDemarche): EtatDePiece => {
  if (adoption === null || !adoption.rapportEtabli) {
    const estPret = fiches.total > 0 && fiches.pretes === fiches.total;
    return piece('a-faire', 'Rapport à établir', estPret ? 'rapport à établir' : undefined);
  }
  if (adoption.estApprouve) {
    return adoption.estEnvoye
      ? piece('fait', 'Approuvé et adressé aux communes')
      : piece('attention', 'Approuvé, à adresser aux communes', 'à adresser');
  }
  const { communes, saisies, rendus } = adoption;
  if (saisies < communes) {
    return piece(
      'en-cours',
      sur(saisies, communes, 'communes saisies'),
      `${communes - saisies} à saisir`,
    );
  }
  return rendus === communes
    ? piece('en-cours', sur(rendus, communes, 'avis rendus'), 'à approuver')
    : piece('en-cours', sur(rendus, communes, 'avis rendus'));
};

const jugerServices = ({ services }: FaitsDeLaDemarche): EtatDePiece => {
  if (services.total === 0) return piece('a-faire', 'Aucun service commun');
  const phrase = sur(
    services.ouverts,
    services.total,
    services.total > 1 ? 'services ouverts' : 'service ouvert',
  );
  return piece(services.ouverts === services.total ? 'fait' : 'en-cours', phrase);
};

const jugerConventions = ({ conventions }: FaitsDeLaDemarche): EtatDePiece => {
  if (conventions.total === 0) return piece('a-faire', 'Aucune convention');
  return piece(
    conventions.enVigueur === conventions.total ? 'fait' : 'en-cours',
    sur(conventions.enVigueur, conventions.total, 'en vigueur'),
  );
};

const jugerRefacturation = ({ etats, conventions }: FaitsDeLaDemarche): EtatDePiece => {
  if (etats > 0) return piece('fait', accorder(etats, 'état émis', 'états émis'));
  return piece(
    'a-faire',
    'Aucun état émis',
    conventions.enVigueur > 0 ? 'premier état à émettre' : undefined,
  );
};

const jugerPilotage = ({ actions, estPublie, fiches }: FaitsDeLaDemarche): EtatDePiece => {
  if (actions.suivies === 0) {
    return piece(
      'a-faire',
      'Aucune action suivie',
      fiches.total > 0 ? accorder(fiches.total, 'fiche à suivre', 'fiches à suivre') : undefined,
    );
  }
  const phrase = accorder(actions.suivies, 'action suivie', 'actions suivies');
  if (actions.enRetard > 0) {
    return piece(
      'attention',
      `${phrase}, ${actions.enRetard} en retard`,
      `${actions.enRetard} en retard`,
    );
  }
  return estPublie ? piece('en-cours', `${phrase}, page publiée`) : piece('en-cours', phrase);
};

/** Juge chaque pièce de la démarche ; la clé est le chemin de la pièce dans le plan. */
export const JUGES = {
  'elaborer/collecte': jugerCollecte,
  'elaborer/effectifs': jugerEffectifs,
  'elaborer/perimetres': jugerPerimetres,
  'elaborer/schema': jugerSchema,
  'elaborer/adoption': jugerAdoption,
  'mettre-en-oeuvre/services-communs': jugerServices,
  'mettre-en-oeuvre/conventions': jugerConventions,
  'mettre-en-oeuvre/refacturation': jugerRefacturation,
  'mettre-en-oeuvre/pilotage': jugerPilotage,
} as const satisfies Record<string, (faits: FaitsDeLaDemarche) => EtatDePiece>;

export type CheminDePiece = keyof typeof JUGES;

export const estCheminDePiece = (chemin: string): chemin is CheminDePiece =>
  Object.hasOwn(JUGES, chemin);

/** L’état de toutes les pièces. */
export const jugerLesPieces = (
  faits: FaitsDeLaDemarche,
): Readonly<Record<CheminDePiece, EtatDePiece>> =>
  Object.fromEntries(
    Object.entries(JUGES).map(([chemin, juger]) => [chemin, juger(faits)]),
  ) as unknown as Record<CheminDePiece, EtatDePiece>;
