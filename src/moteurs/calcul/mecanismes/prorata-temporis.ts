import { type Jour, joursEntre } from '../../calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { type Centimes, enEuros } from '../montants/centimes.ts';
import {
  type MontantExplique,
  montantArrondi,
  type NombreExplique,
  nombreCalcule,
  nombreDonne,
  soustraire,
} from '../montants/montant-explique.ts';
import { exact, multiplier } from '../montants/nombre-exact.ts';
import { totauxParMembre } from './cle-composee.ts';
import {
  type CleDeMembre,
  type CleLue,
  controlerPas,
  lireCles,
  type Repartition,
  repartirLues,
} from './repartition.ts';
import type { Du } from './tarif-acte.ts';

/** Présence d’un membre : du jour d’entrée au jour de sortie, inclus l’un et l’autre. */
export interface Presence {
  readonly entree?: Jour;
  readonly sortie?: Jour;
}

const premierJour = (annee: number): Jour => `${annee}-01-01`;
const dernierJour = (annee: number): Jour => `${annee}-12-31`;

/** Jours réels de l’année civile : 365 ou 366. */
export const joursDeLAnnee = (annee: number): number =>
  joursEntre(premierJour(annee), dernierJour(annee)) + 1;

/** Jours de présence dans l’année, bornes incluses. */
export const joursDePresence = (annee: number, { entree, sortie }: Presence): number => {
  const debut = premierJour(annee);
  const fin = dernierJour(annee);
  const de = entree !== undefined && entree > debut ? entree : debut;
  const a = sortie !== undefined && sortie < fin ? sortie : fin;
  return Math.max(0, joursEntre(de, a) + 1);
};

export interface RepartitionProratisee {
  readonly jours: readonly { readonly id: string; readonly jours: number }[];
  readonly parts: readonly Du[];
  /** Ce que l’absence laisse à l’EPCI (zéro quand les autres membres le portent). */
  readonly resteACharge: MontantExplique;
  readonly sansProrata: Repartition;
}

export type MethodeDeProrata =
  /** Clé × jours de présence : le coût reste tout entier réparti entre les membres. */
  | 'cle-ponderee'
  /** Part annuelle × jours ÷ année ; l’écart reste à l’EPCI. */
  | 'part-annuelle-epci'
  /** Part annuelle × jours ÷ année ; l’écart se répartit entre les membres présents toute l’année. */
  | 'part-annuelle-membres';

interface Contexte {
  readonly montant: MontantExplique;
  readonly cles: readonly CleLue[];
  readonly jours: ReadonlyMap<string, NombreExplique>;
  readonly annee: NombreExplique;
  readonly pas: Centimes;
}

const enDus = (repartition: Repartition): readonly Du[] =>
  repartition.parts.map(({ id, libelle, centimes, explication }) => ({
    id,
    libelle,
    montant: { centimes, explication },
  }));

const ponderer = ({
  montant,
  cles,
  jours,
  pas,
}: Contexte): Resultat<readonly Du[], readonly Refus[]> => {
  const ponderees = cles.map(({ id, libelle, nombre }) => {
    const presence = jours.get(id);
    return {
      id,
      libelle,
      cle:
        presence === undefined
          ? nombre
          : nombreCalcule(multiplier(nombre.exact, presence.exact), '', {
              libelle: `Clé de ${libelle} pondérée par ses jours`,
              formule: 'clé × jours de présence',
              operandes: [nombre.explication, presence.explication],
            }),
    };
  });
  const lues = lireCles(ponderees);
  if (!lues.ok)
    return refuser([
      {
        code: 'aucun-membre-present',
        message:
          'Aucun membre à clé positive n’est présent dans l’année : vérifier entrées et sorties.',
        chemin: 'entree',
      },
    ]);
  return accepter(enDus(repartirLues(montant, lues.valeur, { pas })));
};

const proratiserParts = ({ jours, annee }: Contexte, sansProrata: Repartition): readonly Du[] =>
  enDus(sansProrata).map((du) => {
    const presence = jours.get(du.id);
    if (presence === undefined || presence.exact.n === annee.exact.n) return du;
    return {
      ...du,
      montant: montantArrondi(
        multiplier(enEuros(du.montant.centimes), exact(presence.exact.n, annee.exact.n)),
        {
          libelle: `Part proratisée de ${du.libelle}`,
          formule: 'part annuelle × jours de présence ÷ jours de l’année',
          operandes: [du.montant.explication, presence.explication, annee.explication],
        },
      ),
    };
  });

const reporterSurLesPresents = (
  contexte: Contexte,
  parts: readonly Du[],
  reste: MontantExplique,
): Resultat<readonly Du[], readonly Refus[]> => {
  const presents = contexte.cles.filter(
    ({ id }) => contexte.jours.get(id)?.exact.n === contexte.annee.exact.n,
  );
  if (presents.every(({ nombre }) => nombre.exact.n === 0n))
    return refuser([
      {
        code: 'aucun-membre-present',
        message:
          'Aucun membre n’est présent toute l’année pour porter l’écart : le laisser à l’EPCI ou pondérer la clé par les jours.',
        chemin: 'reste_a_charge',
      },
    ]);
  const report = enDus(repartirLues(reste, presents, { pas: contexte.pas }));
  const pieces = [parts, report].map((dus) => ({
    parts: dus.map(({ id, libelle, montant }) => ({ id, libelle, ...montant })),
  }));
  return accepter(
    totauxParMembre(pieces).map(({ id, libelle, total }) => ({ id, libelle, montant: total })),
  );
};

const AUCUN = (montant: MontantExplique): MontantExplique =>
  soustraire('Reste à la charge de l’EPCI', montant, [montant]);

/** Répartition d’une année où des membres entrent ou sortent. Jours réels, bornes incluses. */
export const repartirAuProrata = (demande: {
  readonly montant: MontantExplique;
  readonly cles: readonly CleDeMembre[];
  readonly annee: number;
  readonly presences: ReadonlyMap<string, Presence>;
  readonly methode: MethodeDeProrata;
  readonly pas?: Centimes;
}): Resultat<RepartitionProratisee, readonly Refus[]> => {
  const { montant, annee, presences, methode, pas = 1n } = demande;
  const refusPas = controlerPas(pas);
  const lues = lireCles(demande.cles);
  if (!lues.ok || refusPas.length > 0)
    return refuser([...refusPas, ...(lues.ok ? [] : lues.refus)]);
  const cles = lues.valeur;
  const jours = cles.map(({ id }) => ({
    id,
    jours: joursDePresence(annee, presences.get(id) ?? {}),
  }));
  const contexte: Contexte = {
    montant,
    cles,
    pas,
    jours: new Map(
      jours.map(({ id, jours: nombre }) => [
        id,
        expliquerJours(id, nombre, annee, presences.get(id)),
      ]),
    ),
    annee: nombreDonne(`Jours de l’année ${annee}`, exact(BigInt(joursDeLAnnee(annee))), 'j', {
      type: 'donnee',
      nom: 'Calendrier civil',
      millesime: String(annee),
    }),
  };
  const sansProrata = repartirLues(montant, cles, { pas });
  if (methode === 'cle-ponderee') {
    const parts = ponderer(contexte);
    if (!parts.ok) return parts;
    return accepter({ jours, parts: parts.valeur, resteACharge: AUCUN(montant), sansProrata });
  }
  const proratisees = proratiserParts(contexte, sansProrata);
  const reste = soustraire(
    'Reste à la charge de l’EPCI',
    montant,
    proratisees.map((du) => du.montant),
  );
  if (methode === 'part-annuelle-epci')
    return accepter({ jours, parts: proratisees, resteACharge: reste, sansProrata });
  const parts = reporterSurLesPresents(contexte, proratisees, reste);
  if (!parts.ok) return parts;
  return accepter({ jours, parts: parts.valeur, resteACharge: AUCUN(montant), sansProrata });
};

const expliquerJours = (
  id: string,
  jours: number,
  annee: number,
  { entree, sortie }: Presence = {},
): NombreExplique => {
  const bornes = [
    ...(entree === undefined ? [] : [`entrée le ${entree}`]),
    ...(sortie === undefined ? [] : [`sortie le ${sortie}`]),
  ];
  const detail = bornes.length === 0 ? 'présent toute l’année' : bornes.join(', ');
  return nombreDonne(
    `Jours de présence de ${id} en ${annee} (${detail})`,
    exact(BigInt(jours)),
    'j',
    {
      type: 'saisie',
      chemin: 'entree, sortie',
    },
  );
};
