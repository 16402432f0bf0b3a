import { formaterMontant } from '../../moteurs/calcul/index.ts';
import { formaterDate, type Jour } from '../../moteurs/calendrier/index.ts';
import { emploieDesActes } from '../conventions/index.ts';
import type { ResultatDExercice } from './calculer.ts';
import { PERSONNEL } from './cout-du-service.ts';
import { anneeDesActes, type EntreesDExercice } from './entrees.ts';
import { actesEcartes, sommer } from './unites.ts';

export interface Controle {
  readonly code: string;
  readonly gravite: 'bloquant' | 'attention' | 'information';
  readonly message: string;
}

const pluriel = (n: number, un: string, plusieurs: string): string =>
  `${n}\u00A0${n > 1 ? plusieurs : un}`;

const controlerSommes = ({
  parts,
  total,
  partDeLEpci,
  cout,
}: ResultatDExercice): readonly Controle[] => {
  const somme = parts.reduce((cumul, { part }) => cumul + part.centimes, 0n);
  return somme === total.centimes && somme + partDeLEpci.centimes === cout.net.centimes
    ? []
    : [
        {
          code: 'somme-fausse',
          gravite: 'bloquant',
          message: 'La somme des parts ne fait pas le coût : le calcul est refusé.',
        },
      ];
};

const controlerAdhesions = (entrees: EntreesDExercice): readonly Controle[] => {
  if (!emploieDesActes(entrees.regles.cle)) return [];
  const ecartes = actesEcartes(entrees);
  const { n, d } = sommer(ecartes.map((acte) => acte.nombre));
  const nombre = Number(n) / Number(d);
  return nombre === 0
    ? []
    : [
        {
          code: 'actes-hors-adhesion',
          gravite: 'information',
          message: `${pluriel(nombre, 'acte', 'actes')} de ${anneeDesActes(entrees)} ne ${nombre > 1 ? 'comptent' : 'compte'} pas : la commune n’adhérait pas au service.`,
        },
      ];
};

const controlerUnites = ({ parts }: ResultatDExercice) => {
  const nuls = parts.filter(({ cle }) => cle !== null && cle.exact.n === 0n);
  const controles: Controle[] = [];
  if (nuls.length > 0)
    controles.push({
      code: 'cle-nulle',
      gravite: 'attention',
      message: `Clé nulle, à confirmer : ${nuls.map(({ nom }) => nom).join(', ')}.`,
    });
  return controles;
};

const controlerCout = (entrees: EntreesDExercice, { cout }: ResultatDExercice) => {
  const controles: Controle[] = [];
  if (cout.net.centimes === 0n)
    controles.push({
      code: 'cout-nul',
      gravite: 'bloquant',
      message: 'Le coût est nul : importez le budget du service ou saisissez ses coûts.',
    });
  const budget = entrees.couts
    .filter(({ poste, sens }) => poste === PERSONNEL && sens === 'depense')
    .reduce((somme, { centimes }) => somme + BigInt(centimes), 0n);
  const agents = entrees.agents.reduce(
    (somme, { centimes, part }) => somme + (BigInt(centimes) * BigInt(part) + 50n) / 100n,
    0n,
  );
  if (budget > 0n && agents > 0n && budget !== agents)
    controles.push({
      code: 'personnel-ecart',
      gravite: 'attention',
      message: `Le chapitre 012 (${formaterMontant(budget)}) et le coût des agents au prorata de leurs parts (${formaterMontant(agents)}) diffèrent de ${formaterMontant(budget - agents)}.`,
    });
  return controles;
};

const controlerConvention = (entrees: EntreesDExercice): readonly Controle[] => {
  const { effetLe } = entrees.convention;
  const finDAnnee: Jour = `${entrees.annee}-12-31`;
  const estNeEnCoursDAnnee =
    effetLe > `${entrees.annee}-01-01` && entrees.membres.every(({ entree }) => entree >= effetLe);
  if (effetLe <= finDAnnee && estNeEnCoursDAnnee)
    return [
      {
        code: 'annee-incomplete',
        gravite: 'attention',
        message: `Le service n’existe que depuis le ${formaterDate(effetLe)}, mais le coût et les acomptes portent sur toute l’année ${entrees.annee}. Vérifiez que le budget retenu ne couvre que cette période.`,
      },
    ];
  return effetLe <= finDAnnee
    ? []
    : [
        {
          code: 'convention-absente',
          gravite: 'bloquant',
          message: `La convention ne prend effet que le ${formaterDate(entrees.convention.effetLe)} : elle ne permet pas de facturer ${entrees.annee}.`,
        },
      ];
};

/** Dix pour cent d’écart d’une année à l’autre appellent une explication. */
const controlerEvolution = (
  { parts }: ResultatDExercice,
  precedentes: ReadonlyMap<string, bigint>,
): readonly Controle[] => {
  const ecarts = parts.filter(({ siren, part }) => {
    const avant = precedentes.get(siren);
    if (avant === undefined || avant === 0n) return false;
    const ecart = part.centimes - avant;
    return (ecart < 0n ? -ecart : ecart) * 10n > avant;
  });
  return ecarts.length === 0
    ? []
    : [
        {
          code: 'evolution',
          gravite: 'attention',
          message: `Plus de 10\u00A0% d’écart avec l’exercice précédent : ${ecarts.map(({ nom }) => nom).join(', ')}. Un commentaire est demandé.`,
        },
      ];
};

/**
 * Ce qu’il faut regarder avant d’émettre. Un contrôle bloquant interdit l’émission.
 * @param precedentes part définitive de chaque commune l’année d’avant, en centimes
 */
export const controlerExercice = (
  entrees: EntreesDExercice,
  resultat: ResultatDExercice,
  precedentes: ReadonlyMap<string, bigint> = new Map(),
): readonly Controle[] => [
  ...controlerSommes(resultat),
  ...controlerConvention(entrees),
  ...controlerCout(entrees, resultat),
  ...controlerUnites(resultat),
  ...controlerAdhesions(entrees),
  ...controlerEvolution(resultat, precedentes),
];
