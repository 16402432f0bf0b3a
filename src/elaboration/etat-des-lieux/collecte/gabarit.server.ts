import { createHash } from 'node:crypto';
import { type Base, type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { ecrireTableaux, type FormatDeTableau } from '../../../socle/tableurs/index.server.ts';
import { lireCollectivites } from '../../../socle/territoire/index.server.ts';
import { noterGabarit } from './gabarits.sql.server.ts';
import { exigerGrille } from './grilles.ts';
import { lireLignes } from './lignes.sql.server.ts';

export interface Gabarit {
  readonly nom: string;
  readonly octets: Uint8Array;
}

const nomDeFichier = (grille: string, nom: string, format: string): string =>
  `${grille}-${nom
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.${format}`;

/**
 * Compose le gabarit d’une collectivité, prérempli de ses lignes en ligne, et garde ce qu’il portait :
 * c’est la base de la comparaison au prochain dépôt.
 * @param siren la collectivité ; null pour un gabarit vierge, commun à plusieurs
 */
export const composerGabarit = async (
  base: Base,
  contexte: Contexte,
  grille: string,
  siren: string | null,
  format: FormatDeTableau,
): Promise<Gabarit> => {
  const schema = exigerGrille(grille);
  const { nom, lignes } = await dansTerritoire(base, contexte, async (tx) => {
    const collectivite = (await lireCollectivites(tx)).find((une) => une.siren === siren);
    if (siren === null || collectivite === undefined) return { nom: 'territoire', lignes: [] };
    const enLigne = await lireLignes(tx, contexte, grille, { collectivites: [siren] });
    const portees = enLigne.map(({ valeurs }) => valeurs);
    const empreinte = createHash('sha256').update(JSON.stringify(portees)).digest('hex');
    await noterGabarit(tx, contexte, { grille, collectivite: siren, empreinte, lignes: portees });
    return { nom: collectivite.nom, lignes: portees };
  });
  const noms = schema.colonnes.map((colonne) => colonne.nom);
  const octets = await ecrireTableaux(
    [
      {
        nom: schema.titre,
        rangees: [noms, ...lignes.map((valeurs) => noms.map((champ) => valeurs[champ] ?? ''))],
      },
    ],
    format,
  );
  return { nom: nomDeFichier(grille, nom, format), octets };
};
