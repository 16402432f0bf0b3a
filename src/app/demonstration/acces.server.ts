import type { Jour } from '../../moteurs/calendrier/index.ts';
import { creerPersonne, donnerAcces, trouverPersonne } from '../../socle/acces/index.server.ts';
import { type Base, type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { COMPTES_DE_DEMONSTRATION, type CompteDeDemonstration } from './comptes.ts';
import type { EtapeDeDemonstration } from './etape.server.ts';

const trouverOuCreer = async (base: Base, compte: CompteDeDemonstration) => {
  const connue = await trouverPersonne(base, compte.courriel);
  if (connue !== null) return connue;
  const creee = await creerPersonne(base, {
    nom: compte.nom,
    courriel: compte.courriel,
    motDePasse: compte.motDePasse,
    estAdministrateur: compte.role === 'pilote',
  });
  if (!creee.ok) throw new Error(creee.refus.message);
  return creee.valeur;
};

const donnerRole = async (
  base: Base,
  contexte: Contexte,
  compte: CompteDeDemonstration,
  aujourdhui: Jour,
): Promise<void> => {
  const personne = await trouverOuCreer(base, compte);
  const resultat = await dansTerritoire(base, contexte, (tx) =>
    donnerAcces(tx, {
      territoireId: contexte.territoireId,
      personneId: personne.id,
      role: compte.role,
      collectivite: compte.collectivite,
      auteur: contexte.auteur,
      aujourdhui,
    }),
  );
  if (!resultat.ok) throw new Error(resultat.refus.message);
};

/** Les comptes affichés au démarrage. */
export const etapeAcces: EtapeDeDemonstration = {
  nom: 'comptes',
  estFaite: async (base) => {
    const dernier = COMPTES_DE_DEMONSTRATION.at(-1);
    return dernier !== undefined && (await trouverPersonne(base, dernier.courriel)) !== null;
  },
  semer: async (base, contexte, aujourdhui) => {
    for (const compte of COMPTES_DE_DEMONSTRATION) {
      await donnerRole(base, contexte, compte, aujourdhui);
    }
  },
};
