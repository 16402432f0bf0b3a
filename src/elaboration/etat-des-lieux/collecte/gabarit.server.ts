import { createHash } from 'node:crypto';
import { accepter, type Resultat } from '../../../moteurs/resultat/index.ts';
import { type Base, type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { type FormatDeTableur, fabriquerGabarit } from '../../../socle/tableurs/index.server.ts';
import { noterGabarit } from './gabarits.sql.server.ts';
import { lireLignes } from './lignes.sql.server.ts';
import { lireTerritoireDeGrille } from './territoire-de-lecture.server.ts';

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
 * Refus : `grille-inconnue`, `collectivite-inconnue`.
 */
export const composerGabarit = async (
  base: Base,
  contexte: Contexte,
  grille: string,
  siren: string,
  format: FormatDeTableur,
): Promise<Resultat<Gabarit>> => {
  const { territoire, lignes } = await dansTerritoire(base, contexte, async (tx) => ({
    territoire: await lireTerritoireDeGrille(tx),
    lignes: (await lireLignes(tx, contexte, grille, { collectivites: [siren] })).map(
      ({ valeurs }) => valeurs,
    ),
  }));
  const fabrique = await fabriquerGabarit({
    grille,
    territoire,
    siren,
    format,
    lignes,
    usage: 'bureau',
  });
  if (!fabrique.ok) return fabrique;
  const empreinte = createHash('sha256').update(JSON.stringify(lignes)).digest('hex');
  // Ce qui est remis se garde : la seule écriture que déclenche une page demandée.
  await dansTerritoire(base, { ...contexte, lectureSeule: false }, (tx) =>
    noterGabarit(tx, contexte, { grille, collectivite: siren, empreinte, lignes }),
  );
  const { epci, communes } = territoire;
  const collectivite = [epci, ...communes].find((une) => une.siren === siren);
  return accepter({
    nom: nomDeFichier(grille, collectivite?.nom ?? siren, format),
    octets: fabrique.valeur,
  });
};
