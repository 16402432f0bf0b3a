import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { type Acomptes, acomptes, solde } from '../mecanismes/acomptes.ts';
import { type CleDeMembre, type Part, repartir } from '../mecanismes/repartition.ts';
import { type Centimes, ecrireMontant } from '../montants/centimes.ts';
import {
  additionner,
  type MontantExplique,
  type NombreExplique,
  regrouper,
} from '../montants/montant-explique.ts';
import type { Champs } from './champs.ts';
import {
  definirForme,
  ecrireParts,
  type Forme,
  lirePas,
  type ResultatDeForme,
  rendre,
} from './forme.ts';

interface Exercice {
  readonly montant: MontantExplique;
  readonly cles: readonly CleDeMembre[];
}

interface Cycle {
  readonly previsionnel: Exercice;
  readonly constate: Exercice | null;
  readonly taux: NombreExplique;
  readonly nombre: number;
  readonly emis: ReadonlyMap<string, readonly MontantExplique[]> | null;
  readonly pas: Centimes;
}

const lireEmis = (champs: Champs): Cycle['emis'] => {
  if (!champs.a('acomptes_emis')) return null;
  const emis = champs.champs('acomptes_emis');
  return new Map(
    emis.cles().map((id) => [
      id,
      emis.estObjet(id)
        ? [
            ...emis
              .champs(id)
              .tousMontants((terme) => `Acompte ${terme} émis pour ${id}`)
              .values(),
          ]
        : [emis.montant(id, `Acomptes émis pour ${id}`)],
    ]),
  );
};

const lireCycle = (champs: Champs): Cycle => {
  const prevu = champs.champs('previsionnel');
  const previsionnel: Exercice = {
    montant: prevu.montant('montant', 'Coût prévisionnel'),
    cles: prevu.clesDeRepartition('cle'),
  };
  const fait = champs.a('constate') ? champs.champs('constate') : null;
  champs.decrire('constate', 'acomptes_emis');
  return {
    previsionnel,
    constate:
      fait === null
        ? null
        : {
            montant: fait.montant('montant', 'Coût constaté'),
            cles: fait.a('cle') ? fait.clesDeRepartition('cle') : previsionnel.cles,
          },
    taux: champs.nombre('taux_acomptes', 'Taux d’acompte', { absent: '1', min: '0', max: '1' }),
    nombre: champs.entier('nombre_acomptes', {
      min: 0,
      max: 366,
      ...(champs.a('taux_acomptes') ? {} : { absent: 0 }),
    }),
    emis: lireEmis(champs),
    pas: lirePas(champs),
  };
};

interface Appel {
  readonly id: string;
  readonly acomptes: Acomptes | null;
}

const appeler = ({ taux, nombre }: Cycle, parts: readonly Part[]): readonly Appel[] =>
  parts.map((part) => ({
    id: part.id,
    acomptes: nombre === 0 ? null : acomptes({ libelle: part.libelle, part, taux, nombre }),
  }));

const ecrireAcomptes = (appels: readonly Appel[]): Record<string, Record<string, string>> =>
  Object.fromEntries(
    appels.map(({ id, acomptes: appel }) => [
      id,
      Object.fromEntries(
        (appel?.termes ?? []).map(({ centimes }, rang) => [
          `T${rang + 1}`,
          ecrireMontant(centimes),
        ]),
      ),
    ]),
  );

interface Regularisation {
  readonly definitives: readonly Part[];
  readonly soldes: readonly { readonly id: string; readonly centimes: Centimes }[];
  readonly explications: MontantExplique[];
  readonly sommeDesAcomptesEtSoldes: Centimes;
}

const verifierEmis = ({ emis }: Cycle, membres: ReadonlySet<string>): readonly Refus[] =>
  [...(emis?.keys() ?? [])]
    .filter((id) => !membres.has(id))
    .map((id) => ({
      code: 'membre-inconnu',
      message: `${id} a des acomptes émis mais ne figure dans aucune clé : l’ajouter (clé 0) ou retirer ses acomptes.`,
      chemin: `acomptes_emis.${id}`,
    }));

const regulariser = (
  cycle: Cycle,
  constate: Exercice,
  appels: readonly Appel[],
): Resultat<Regularisation, readonly Refus[]> => {
  const calcules = new Map(appels.map(({ id, acomptes: appel }) => [id, appel?.termes ?? []]));
  const presents = new Set(constate.cles.map(({ id }) => id));
  const membres = new Set([...calcules.keys(), ...presents]);
  const inconnus = verifierEmis(cycle, membres);
  if (inconnus.length > 0) return refuser(inconnus);
  const sortis = [...calcules.keys()].filter((id) => !presents.has(id));
  const definitif = repartir({
    montant: constate.montant,
    cles: [...constate.cles, ...sortis.map((id) => ({ id, cle: 0n }))],
    pas: cycle.pas,
    chemin: 'constate.cle',
    libelle: 'Répartition définitive',
  });
  if (!definitif.ok) return definitif;
  const lignes = definitif.valeur.parts.map((part) => {
    const emis = (cycle.emis ?? calcules).get(part.id) ?? [];
    return { id: part.id, emis, solde: solde(part.libelle, part, emis) };
  });
  const pieces = lignes.flatMap(({ emis, solde: reste }) => [...emis, reste]);
  return accepter({
    definitives: definitif.valeur.parts,
    soldes: lignes.map(({ id, solde: { centimes } }) => ({ id, centimes })),
    explications: pieces,
    sommeDesAcomptesEtSoldes: pieces.reduce((somme, { centimes }) => somme + centimes, 0n),
  });
};

const calculerCycle = (cycle: Cycle): ResultatDeForme => {
  const { previsionnel, constate, pas } = cycle;
  const prevu = repartir({
    ...previsionnel,
    pas,
    chemin: 'previsionnel.cle',
    libelle: 'Répartition prévisionnelle',
  });
  if (!prevu.ok) return prevu;
  const appels = appeler(cycle, prevu.valeur.parts);
  const valeurs = {
    parts_previsionnelles: ecrireParts(prevu.valeur.parts),
    acomptes: ecrireAcomptes(appels),
  };
  if (constate === null) {
    const totaux = additionner(
      'Total des acomptes',
      appels.flatMap(({ acomptes: appel }) => appel?.termes ?? []),
    );
    return rendre(regrouper('Cycle annuel', [prevu.valeur.explication, totaux.explication]), {
      ...valeurs,
      total_acomptes: ecrireMontant(totaux.centimes),
    });
  }
  const regularisation = regulariser(cycle, constate, appels);
  if (!regularisation.ok) return regularisation;
  const { definitives, soldes, explications, sommeDesAcomptesEtSoldes } = regularisation.valeur;
  return rendre(additionner('Acomptes et soldes', explications).explication, {
    ...valeurs,
    parts_definitives: ecrireParts(definitives),
    solde: ecrireParts(soldes),
    somme_acomptes_et_soldes: ecrireMontant(sommeDesAcomptesEtSoldes),
  });
};

/** Prévisionnel, acomptes (T1, T2… : un par terme), constaté, soldes sur acomptes émis. */
export const CYCLE_ANNUEL: readonly Forme[] = [
  definirForme(['previsionnel'], lireCycle, calculerCycle),
];
