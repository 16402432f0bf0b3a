/** Les rôles d’une personne dans un territoire. */
export const ROLES = {
  pilote: {
    libelle: 'Pilote',
    description: 'Conduit la démarche : collecte, périmètres, schéma, accès.',
  },
  service: {
    libelle: 'Service de l’intercommunalité',
    description: 'Travaille dans l’atelier : données, conventions, coûts, états.',
  },
  commune: {
    libelle: 'Commune',
    description: 'Rend les grilles de sa commune et suit ses états.',
  },
  elu: { libelle: 'Élu', description: 'Lit la démarche, pondère les critères, rend un avis.' },
  lecture: { libelle: 'Lecture', description: 'Lit la démarche sans rien changer.' },
} as const;
export type Role = keyof typeof ROLES;

export const estRole = (texte: string): texte is Role => Object.hasOwn(ROLES, texte);

/**
 * Ce qu’un rôle peut faire. Une juriste lit le tableau et dit s’il est juste.
 * « agents:nominatif » : voir les lignes par agent ; une commune ne voit que les siennes.
 */
export const DROITS = {
  'territoire:lire': ['pilote', 'service', 'commune', 'elu', 'lecture'],
  'territoire:modifier': ['pilote'],
  'acces:gerer': ['pilote'],
  'courriels:lire': ['pilote'],
  'courriels:envoyer': ['pilote'],
  'historique:lire': ['pilote', 'service'],
  'collecte:lire': ['pilote', 'service'],
  'collecte:piloter': ['pilote'],
  'grille:lire': ['pilote', 'service', 'commune'],
  'grille:deposer': ['pilote', 'service', 'commune'],
  'grille:valider': ['pilote', 'commune'],
  'agents:nominatif': ['pilote', 'service', 'commune'],
  'effectifs:lire': ['pilote', 'service', 'elu', 'lecture'],
  'perimetre:lire': ['pilote', 'service', 'elu', 'lecture'],
  'perimetre:evaluer': ['pilote', 'service', 'elu'],
  'perimetre:decider': ['pilote'],
  'schema:lire': ['pilote', 'service', 'commune', 'elu', 'lecture'],
  'schema:rediger': ['pilote', 'service'],
  'schema:adopter': ['pilote'],
  'avis:rendre': ['pilote', 'commune', 'elu'],
  'convention:lire': ['pilote', 'service', 'commune', 'elu', 'lecture'],
  'convention:rediger': ['pilote', 'service'],
  'convention:signer': ['pilote'],
  'cout:lire': ['pilote', 'service', 'elu', 'lecture'],
  'cout:calculer': ['pilote', 'service'],
  'etat:lire': ['pilote', 'service', 'commune', 'elu'],
  'etat:emettre': ['pilote', 'service'],
  'rapport:lire': ['pilote', 'service', 'commune', 'elu', 'lecture'],
  'rapport:publier': ['pilote'],
  'travaux:lire': ['pilote', 'service', 'commune'],
} as const satisfies Record<string, readonly Role[]>;
export type Droit = keyof typeof DROITS;

/** Vrai si ce rôle porte ce droit. */
export const aLeDroit = (role: Role, droit: Droit): boolean =>
  (DROITS[droit] as readonly Role[]).includes(role);

/** Qui peut faire cela, en toutes lettres : « pilote ou commune ». */
export const quiPeut = (droit: Droit): string =>
  new Intl.ListFormat('fr', { type: 'disjunction' }).format(
    DROITS[droit].map((role) => ROLES[role].libelle.toLowerCase()),
  );
