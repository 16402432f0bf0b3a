import { type Base, type Contexte, dansTerritoire } from '../base/index.server.ts';
import type { Role } from './droits.ts';
import { creerPersonne, donnerAcces, entrerParMotDePasse, type Personne } from './index.server.ts';

export const MOT_DE_PASSE = 'une phrase assez longue';

/** Pose ce que le serveur pose au démarrage, pour un fichier d’essai. */
export const poserEnvironnement = (url: string): void => {
  process.env.ENSEMBLIER_BASE = url;
  process.env.ENSEMBLIER_SECRET = 'secret-d-essai-de-plus-de-trente-deux-caracteres';
  process.env.ENSEMBLIER_ADRESSE = 'http://localhost:3000';
};

let rang = 0;

/** Une personne qui a un compte et un rôle dans le territoire. */
export const unePersonne = async (
  base: Base,
  contexte: Contexte,
  role: Role = 'pilote',
  collectivite?: string,
): Promise<Personne> => {
  rang += 1;
  const creee = await creerPersonne(base, {
    nom: `Personne ${rang}`,
    courriel: `personne${rang}@exemple.fr`,
    motDePasse: MOT_DE_PASSE,
  });
  if (!creee.ok) throw new Error(creee.refus.message);
  const donne = await dansTerritoire(base, contexte, (tx) =>
    donnerAcces(tx, {
      territoireId: contexte.territoireId,
      personneId: creee.valeur.id,
      role,
      collectivite,
      auteur: contexte.auteur,
      aujourdhui: '2026-11-24',
    }),
  );
  if (!donne.ok) throw new Error(donne.refus.message);
  return creee.valeur;
};

export interface RequeteDEssai {
  readonly chemin?: string;
  readonly methode?: string;
  readonly cookie?: string;
  readonly entetes?: Record<string, string>;
}

/** Une requête telle que le navigateur l’enverrait. */
export const uneRequete = ({
  chemin = '/t/200035202',
  methode = 'GET',
  cookie,
  entetes = {},
}: RequeteDEssai = {}): Request =>
  new Request(`http://localhost:3000${chemin}`, {
    method: methode,
    headers: { host: 'localhost:3000', ...(cookie === undefined ? {} : { cookie }), ...entetes },
  });

/** Le cookie de session d’une personne qui vient d’entrer. */
export const entrer = async (base: Base, { courriel }: Personne): Promise<string> => {
  const entree = await entrerParMotDePasse(base, uneRequete(), {
    courriel,
    motDePasse: MOT_DE_PASSE,
  });
  if (!entree.ok) throw new Error(entree.refus.message);
  return cookieDe(entree.valeur.entetes);
};

export const cookieDe = (entetes: Headers): string =>
  entetes
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
