/** Ce qu’une page d’erreur dit : ce qui se passe, ce que l’on peut faire, ce qui est sauf. */
export interface Explication {
  readonly titre: string;
  readonly quoi: string;
  readonly sauf: string;
}

const RIEN_DE_CHANGE = 'Aucune donnée n’a été modifiée.';
const ENVOI_ILLISIBLE = {
  titre: 'Cet envoi est illisible',
  quoi: 'Revenez à la page précédente, rechargez-la, puis envoyez de nouveau le formulaire.',
  sauf: RIEN_DE_CHANGE,
} as const;

/** Ce que l’on dit d’un refus, d’après le statut de la réponse. */
export const PAR_STATUT: Readonly<Record<number, Explication>> = {
  400: ENVOI_ILLISIBLE,
  401: {
    titre: 'Cette page demande de vous identifier',
    quoi: 'Ouvrez le lien personnel reçu par courriel, ou identifiez-vous.',
    sauf: RIEN_DE_CHANGE,
  },
  403: {
    titre: 'Cette page ne vous est pas ouverte',
    quoi: 'Demandez l’accès à la personne qui pilote la démarche dans votre intercommunalité.',
    sauf: RIEN_DE_CHANGE,
  },
  404: {
    titre: 'Cette page n’existe pas',
    quoi: 'L’adresse est peut-être incomplète, ou la page a changé de place. Vérifiez l’adresse, ou repartez de l’accueil.',
    sauf: 'Aucune donnée n’a été perdue : rien n’est effacé sans trace.',
  },
  405: {
    titre: 'Cette page ne reçoit pas d’envoi',
    quoi: 'Ouvrez-la de nouveau depuis l’accueil, puis refaites votre geste par ses boutons.',
    sauf: RIEN_DE_CHANGE,
  },
  409: {
    titre: 'Ce que vous désignez n’est plus là',
    quoi: 'Il a peut-être été retiré entre-temps. Revenez à la page précédente, rechargez-la, puis refaites votre geste.',
    sauf: RIEN_DE_CHANGE,
  },
  413: {
    titre: 'Ce fichier est trop lourd',
    quoi: 'Un dépôt ne dépasse pas 25 Mo. Retirez les images et les feuilles inutiles, ou enregistrez la seule feuille de la grille au format CSV, puis déposez de nouveau.',
    sauf: 'Rien n’a été enregistré ; ce qui était en ligne n’a pas changé.',
  },
  415: ENVOI_ILLISIBLE,
  422: {
    titre: 'Une valeur envoyée ne peut pas être enregistrée',
    quoi: 'Elle porte un caractère invisible, ou un nombre ou une date démesurés. Revenez à la page précédente (votre saisie y est encore), corrigez-la, puis envoyez de nouveau.',
    sauf: RIEN_DE_CHANGE,
  },
  503: {
    titre: 'La base de données ne répond pas',
    quoi: 'Elle se relance seule : attendez une minute, puis rechargez la page. Si vous envoyiez un formulaire, revenez à la page précédente et envoyez-le de nouveau.',
    sauf: 'Ce que vous aviez validé est enregistré, et rien n’est écrit à moitié.',
  },
  507: {
    titre: 'Le disque du serveur est plein',
    quoi: 'Prévenez la personne qui administre cette installation : elle doit libérer de la place. Ensuite, revenez à la page précédente et recommencez.',
    sauf: 'Ce que vous aviez validé est enregistré, et rien n’est écrit à moitié.',
  },
};

/** La panne que rien n’explique mieux. */
export const PANNE: Explication = {
  titre: 'Le service a rencontré une panne',
  quoi: 'Attendez une minute, puis rechargez la page. Si la panne dure, prévenez votre administrateur en donnant l’heure.',
  sauf: 'Ce que vous aviez validé est enregistré. Un envoi en cours est à refaire.',
};

/** Le refus d’une navigation sans rechargement arrive en texte : l’explication y est écrite en JSON. */
const ouvrir = (donnees: unknown): Partial<Record<keyof Explication, unknown>> => {
  if (typeof donnees !== 'string') return donnees ?? {};
  try {
    return (JSON.parse(donnees) as object | null) ?? {};
  } catch {
    return {};
  }
};

/** Un refus qui s’explique lui-même (garde d’accès, lien expiré) : ses mots l’emportent. */
export const lireRefus = (donnees: unknown): Explication | null => {
  const { titre, quoi, sauf } = ouvrir(donnees);
  return typeof titre === 'string' && typeof quoi === 'string'
    ? { titre, quoi, sauf: typeof sauf === 'string' ? sauf : RIEN_DE_CHANGE }
    : null;
};

/** Les pannes qui passent : le même envoi, refait un peu plus tard, peut réussir. */
export const estPassagere = (statut: number | null): boolean =>
  statut === null || statut === 500 || statut === 503 || statut === 507;
