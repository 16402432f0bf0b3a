import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import {
  type Base,
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../socle/base/index.server.ts';
import { empreinteDe } from '../conventions/index.server.ts';
import { calculerExercice, type ResultatDExercice } from './calculer.ts';
import { type Controle, controlerExercice } from './controles.ts';
import { referenceDe } from './ecritures.ts';
import {
  type EtatEmis,
  ecrireEmission,
  lireContenuDEtat,
  lireEmissions,
} from './emissions.sql.server.ts';
import type { EntreesDExercice, NatureDEtat } from './entrees.ts';
import { composerEtat, composerPart } from './etat.ts';
import { lireEtatsEmis } from './etats-emis.sql.server.ts';
import { ouvrirExercice, verrouillerExercice } from './ouvrir-exercice.sql.server.ts';
import { type DemandeDExercice, rassembler } from './rassembler.server.ts';

export interface Simulation {
  readonly entrees: EntreesDExercice;
  readonly resultat: ResultatDExercice;
  readonly controles: readonly Controle[];
}

/** Part de chaque commune dans le dernier état d’une nature, pour l’année d’avant. */
const partsPrecedentes = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  { serviceId, annee }: DemandeDExercice,
): Promise<ReadonlyMap<string, bigint>> => {
  const [dernier] = (await lireEmissions(tx, contexte, { serviceId, annee: annee - 1 })).filter(
    ({ nature }) => nature !== 'previsionnel',
  );
  if (dernier === undefined) return new Map();
  const parts = await lireEtatsEmis(tx, contexte, { etatId: dernier.id });
  return new Map(parts.map(({ collectivite, partCentimes }) => [collectivite, partCentimes]));
};

/** Calcule un exercice sans rien écrire : ce que l’émission donnerait, et ce qui l’empêche. */
export const simuler = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  demande: DemandeDExercice,
): Promise<Resultat<Simulation, readonly Refus[]>> => {
  const entrees = await rassembler(tx, contexte, demande);
  if (!entrees.ok) return refuser([entrees.refus]);
  const resultat = calculerExercice(entrees.valeur);
  if (!resultat.ok) return resultat;
  const precedentes = await partsPrecedentes(tx, contexte, demande);
  return accepter({
    entrees: entrees.valeur,
    resultat: resultat.valeur,
    controles: controlerExercice(entrees.valeur, resultat.valeur, precedentes),
  });
};

const refus = (code: string, message: string): Refus => ({ code, message, article: null });

/** Quand une émission est permise : une seule de chaque nature, un rectificatif après un définitif. */
export const deciderEmission = (
  nature: NatureDEtat,
  emises: readonly Pick<EtatEmis, 'nature'>[],
  { annee, aujourdhui }: { readonly annee: number; readonly aujourdhui: Jour },
): Resultat<{ readonly rang: number }> => {
  const dejaEmis = (cherchee: NatureDEtat): number =>
    emises.filter((emise) => emise.nature === cherchee).length;
  if (nature === 'previsionnel') {
    if (dejaEmis('definitif') > 0)
      return refuser(refus('deja-definitif', 'L’état définitif est déjà émis pour cet exercice.'));
    return dejaEmis('previsionnel') > 0
      ? refuser(refus('deja-emis', 'L’état prévisionnel de cet exercice est déjà émis.'))
      : accepter({ rang: 1 });
  }
  if (aujourdhui <= `${annee}-12-31`)
    return refuser(
      refus(
        'exercice-en-cours',
        `L’exercice ${annee} n’est pas clos : l’état définitif s’émet à partir du 1er janvier ${annee + 1}.`,
      ),
    );
  if (nature === 'definitif')
    return dejaEmis('definitif') > 0
      ? refuser(
          refus(
            'deja-emis',
            'L’état définitif est déjà émis : une correction passe par un rectificatif.',
          ),
        )
      : accepter({ rang: 1 });
  return dejaEmis('definitif') === 0
    ? refuser(
        refus('rien-a-rectifier', 'Aucun état définitif n’est émis : il n’y a rien à rectifier.'),
      )
    : accepter({ rang: dejaEmis('rectificatif') + 1 });
};

export interface DemandeDEmission {
  readonly serviceId: string;
  readonly annee: number;
  readonly nature: NatureDEtat;
  readonly commentaire: string;
}

const motifsDeRefus = (controles: readonly Controle[], commentaire: string): readonly Refus[] => [
  ...controles
    .filter(({ gravite }) => gravite === 'bloquant')
    .map(({ code, message }) => refus(code, message)),
  ...(commentaire.trim() === '' && controles.some(({ code }) => code === 'evolution')
    ? [
        refus(
          'commentaire-attendu',
          'Une part évolue de plus de 10\u00A0% : expliquez-le dans le commentaire, il figurera sur l’état.',
        ),
      ]
    : []),
];

/**
 * Émet les états d’un exercice : calcul refait sous verrou, entrées et explications figées, une part
 * numérotée par commune. Tout ou rien.
 * Refus : `convention-non-signee`, `deja-emis`, `exercice-en-cours`, un contrôle bloquant.
 */
export const emettre = (
  base: Base,
  contexte: Contexte,
  { serviceId, annee, nature, commentaire }: DemandeDEmission,
  aujourdhui: Jour,
): Promise<Resultat<{ readonly etatId: string }, readonly Refus[]>> =>
  dansTerritoire(base, contexte, async (tx) => {
    const exercice = await ouvrirExercice(tx, contexte, { serviceId, annee }, aujourdhui);
    await verrouillerExercice(tx, contexte, exercice.id);
    const emises = await lireEmissions(tx, contexte, { serviceId, annee });
    const permise = deciderEmission(nature, emises, { annee, aujourdhui });
    if (!permise.ok) return refuser([permise.refus]);
    const simulee = await simuler(tx, contexte, {
      serviceId,
      annee,
      nature,
      exerciceId: exercice.id,
    });
    if (!simulee.ok) return simulee;
    const { entrees, resultat, controles } = simulee.valeur;
    const motifs = motifsDeRefus(controles, commentaire);
    if (motifs.length > 0) return refuser(motifs);
    const rectifie = nature === 'rectificatif' ? await etatsRectifies(tx, contexte, emises) : null;
    const ecrite = await ecrireEmission(
      tx,
      contexte,
      {
        exercice,
        nature,
        rang: permise.valeur.rang,
        totaux: {
          cout: resultat.cout.net.centimes,
          communes: resultat.total.centimes,
          epci: resultat.partDeLEpci.centimes,
        },
        convention: { id: entrees.convention.id, version: entrees.convention.version },
        empreinte: empreinteDe(entrees),
        contenu: composerEtat(entrees, resultat, {
          commentaire,
          rectifie: rectifie === null ? null : 'définitif',
        }),
        service: entrees.service.nom,
        parts: resultat.parts.map((part) => ({
          siren: part.siren,
          part: part.part.centimes,
          appel: part.appel.centimes,
          contenu: composerPart(entrees, resultat, part, {
            commentaire,
            rectifie: rectifie?.get(part.siren) ?? null,
          }),
        })),
      },
      aujourdhui,
    );
    return ecrite.ok ? accepter({ etatId: ecrite.valeur }) : refuser([ecrite.refus]);
  });

/** Pour chaque commune, la référence de l’état que le rectificatif remplace. */
const etatsRectifies = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  emises: readonly EtatEmis[],
): Promise<ReadonlyMap<string, string>> => {
  const remplace = emises.find(({ nature }) => nature !== 'previsionnel');
  if (remplace === undefined) return new Map();
  const parts = await lireEtatsEmis(tx, contexte, { etatId: remplace.id });
  return new Map(parts.map((part) => [part.collectivite, referenceDe(part)]));
};

export interface Reverification {
  /** Vrai si les entrées figées n’ont pas été altérées et redonnent les mêmes centimes. */
  readonly estIdentique: boolean;
  readonly empreinte: string;
}

/** Recalcule un état depuis ses seules entrées figées, et le compare à ce qui a été émis. */
export const reverifier = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  etatId: string,
): Promise<Reverification | null> => {
  const emises = await lireEmissions(tx, contexte);
  const etat = emises.find(({ id }) => id === etatId);
  const contenu = await lireContenuDEtat(tx, contexte, etatId);
  if (etat === undefined || contenu === null) return null;
  const refait = calculerExercice(contenu.entrees);
  const empreinte = empreinteDe(contenu.entrees);
  if (!refait.ok) return { estIdentique: false, empreinte };
  const parts = await lireEtatsEmis(tx, contexte, { etatId });
  const attendue = new Map(
    parts.map(({ collectivite, partCentimes, appelCentimes }) => [
      collectivite,
      `${partCentimes}/${appelCentimes}`,
    ]),
  );
  const memes = refait.valeur.parts.every(
    ({ siren, part, appel }) => attendue.get(siren) === `${part.centimes}/${appel.centimes}`,
  );
  return {
    estIdentique:
      memes &&
      refait.valeur.parts.length === parts.length &&
      refait.valeur.cout.net.centimes === etat.coutCentimes &&
      refait.valeur.partDeLEpci.centimes === etat.epciCentimes &&
      empreinte === etat.empreinte,
    empreinte,
  };
};
