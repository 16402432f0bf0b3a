import type { Reference, SchemaDeGrille, Territoire } from '../../../moteurs/grille/index.ts';
import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { lireTerritoire } from '../../../socle/territoire/index.server.ts';
import { enrichir } from './correspondance.ts';
import { lireCorrespondances } from './correspondances.sql.server.ts';
import { exigerGrille } from './grilles.ts';
import { lireLignes } from './lignes.sql.server.ts';

/** Ce qu’il faut pour lire un fichier d’une grille : schéma enrichi, territoire, autres grilles. */
export interface MoyensDeLecture {
  readonly schema: SchemaDeGrille;
  readonly territoire: Territoire;
  readonly reference: Reference;
}

const GRILLES_DE_REFERENCE: Readonly<Record<string, readonly string[]>> = {
  'reservations-biens': ['inventaire-materiel', 'reservations-biens'],
  'indicateurs-activite': ['indicateurs-activite'],
};

/** Le territoire tel que le moteur de grille le connaît. */
export const lireTerritoireDeGrille = async <T>(tx: Transaction<T>): Promise<Territoire> => {
  const { siren, nom, type, collectivites } = await lireTerritoire(tx);
  return {
    epci: { siren, nom, type, codeInsee: null, codePostal: null },
    communes: collectivites
      .filter((collectivite) => collectivite.type === 'commune')
      .map(({ siren: sirenCommune, nom: nomCommune, codeInsee, codePostal }) => ({
        siren: sirenCommune,
        nom: nomCommune,
        codeInsee,
        codePostal,
      })),
  };
};

/** Les moyens de lecture d’une grille : correspondances apprises comprises. */
export const lireMoyens = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  grille: string,
  collectivite: string | null,
): Promise<MoyensDeLecture> => {
  const correspondances = await lireCorrespondances(tx, contexte, grille, collectivite);
  const reference: Record<string, readonly Readonly<Record<string, string>>[]> = {};
  for (const nom of GRILLES_DE_REFERENCE[grille] ?? []) {
    const lignes = await lireLignes(tx, contexte, nom);
    if (lignes.length > 0) reference[nom] = lignes.map(({ valeurs }) => valeurs);
  }
  return {
    schema: enrichir(exigerGrille(grille), correspondances),
    territoire: await lireTerritoireDeGrille(tx),
    reference,
  };
};
