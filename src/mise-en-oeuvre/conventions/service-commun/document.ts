import { ecrireMontant, repartir } from '../../../moteurs/calcul/index.ts';
import { CRITERES, direCle, MODES_DE_CLE, type ReglesFinancieres } from '../cle.ts';
import type { EvenementDeConvention, Partie } from '../convention.ts';
import { LIBELLES_DE_SENS } from '../cycle-de-vie.ts';
import type { TerritoireInstruit } from '../instruire.ts';
import type { ContenuServiceCommun, FinancesDuService, Poste } from './contenu.ts';

const montant = (centimes: string): string => ecrireMontant(BigInt(centimes));
const etp = (centiemes: number): string => (centiemes / 100).toFixed(2);
/** Une fraction (« 0.3 ») en pour cent (« 30 »). */
const pourcent = (fraction: string): string =>
  String(Math.round(Number(fraction) * 1_000_000) / 10_000);

const somme = (postes: readonly Poste[]): number =>
  postes.reduce((total, { etpCentiemes }) => total + etpCentiemes, 0);

const clesDu = ({ cle, bareme, population }: ReglesFinancieres) => {
  const source = {
    'equivalents-actes': `actes constatés × barème (${bareme.map(({ type, poids }) => `${type} ${poids.replace('.', ',')}`).join(' ; ')})`,
    population: `INSEE, population ${population.genre}`,
    egalitaire: 'une part par membre',
  } as const;
  const millesime = {
    'equivalents-actes': 'année de l’exercice',
    population: String(population.millesime),
    egalitaire: 'sans objet',
  } as const;
  const ecrire = (critere: keyof typeof CRITERES, ponderation: string) => ({
    libelle: CRITERES[critere].libelle,
    ponderation,
    source: source[critere],
    millesime: millesime[critere],
  });
  switch (cle.mode) {
    case 'critere':
      return [ecrire(cle.critere, '100')];
    case 'mixte':
      return cle.composantes.map((une) => ecrire(une.critere, pourcent(une.ponderation)));
    case 'fixe-et-variable':
      return [
        ecrire(cle.fixe, pourcent(cle.partFixe)),
        ecrire(cle.variable, pourcent(String(1 - Number(cle.partFixe)))),
      ];
    default:
      return [];
  }
};

const tarifsDe = ({ cle }: ReglesFinancieres) => {
  if (cle.mode === 'acte')
    return cle.tarifs.map(({ libelle, centimes }) => ({ acte: libelle, tarif: montant(centimes) }));
  if (cle.mode === 'forfait')
    return cle.strates.map(({ de, a, centimes }) => ({
      acte: a === null ? `${de} habitants et plus` : `de ${de} à moins de ${a} habitants`,
      tarif: montant(centimes),
    }));
  return cle.mode === 'fixe-et-variable'
    ? [{ acte: `Part fixe et part variable : ${direCle(cle)}`, tarif: '0.00' }]
    : [];
};

/** Les parts en pour cent, dont la somme fait 100 : plus forts restes au centième. */
const pourcentages = (simulation: FinancesDuService['simulation']): readonly string[] => {
  const reparties = repartir({
    montant: 10_000n,
    cles: simulation.map(({ centimes }, rang) => ({
      id: String(rang).padStart(5, '0'),
      cle: BigInt(centimes),
    })),
  });
  return reparties.ok
    ? reparties.valeur.parts.map(({ centimes }) => ecrireMontant(centimes))
    : simulation.map(() => '0.00');
};

const financesDe = (finances: FinancesDuService) => {
  const { recettesCentimes, simulation, structure, postes } = finances;
  const recettes = BigInt(recettesCentimes);
  const cout = postes.reduce((total, { centimes }) => total + BigInt(centimes), 0n) - recettes;
  const parts = pourcentages(simulation);
  const tarifs = tarifsDe(finances);
  const cles = clesDu(finances);
  return {
    annee: String(finances.annee),
    regime: MODES_DE_CLE[finances.cle.mode].regime,
    postes: postes.map(({ libelle, centimes }) => ({ libelle, montant: montant(centimes) })),
    ...(recettes === 0n ? {} : { recettes: ecrireMontant(recettes) }),
    ...(Number(structure.taux) > 0
      ? {
          structure_taux: pourcent(structure.taux),
          structure_assiette:
            structure.assiette === 'charges_personnel'
              ? 'charges de personnel du service'
              : 'charges directes du service',
        }
      : {}),
    cout_previsionnel: ecrireMontant(cout),
    ...(cles.length === 0 ? {} : { cles }),
    ...(tarifs.length === 0 ? {} : { tarifs }),
    ...(simulation.length === 0
      ? {}
      : {
          simulation: simulation.map(({ membre, centimes }, rang) => ({
            membre,
            part: parts[rang] ?? '0.00',
            montant: montant(centimes),
          })),
        }),
    arrondi: 'centime',
    previsionnel_avant: finances.previsionnelAvant,
    acomptes_nombre: finances.acomptes.nombre,
    acomptes_taux: pourcent(finances.acomptes.taux),
    definitif_avant: finances.definitifAvant,
    delai_contestation_jours: finances.delaiContestationJours,
    delai_paiement_jours: finances.delaiPaiementJours,
    ...(Number(finances.quotePartEpci) > 0
      ? {
          plafond: `L’intercommunalité garde à sa charge ${pourcent(finances.quotePartEpci).replace('.', ',')}\u00A0% du coût net, calculés par différence ; le reste se répartit entre les communes.`,
        }
      : {}),
    imputation_ac: finances.imputationAc,
  };
};

const dernier = (faits: readonly EvenementDeConvention[], type: string, siren: string) =>
  faits.findLast((fait) => fait.type === type && fait.siren === siren);

const partieDe = (partie: Partie, faits: readonly EvenementDeConvention[]) => {
  const avis = dernier(faits, 'avis-cst', partie.siren);
  const deliberation = dernier(faits, 'deliberation', partie.siren);
  return {
    nom: partie.nom,
    qualite: partie.qualite,
    siren: partie.siren,
    adresse: partie.adresse,
    ...(partie.representant === null ? {} : { representant: partie.representant }),
    ...(avis === undefined
      ? {}
      : { cst: { date: avis.le, avis: LIBELLES_DE_SENS[String(avis.donnees.sens)] ?? '' } }),
    ...(deliberation === undefined
      ? {}
      : {
          deliberation: {
            numero:
              typeof deliberation.donnees.numero === 'string'
                ? deliberation.donnees.numero
                : 'non communiqué',
            date: deliberation.le,
          },
        }),
  };
};

const stadeDe = (parties: readonly Partie[], faits: readonly EvenementDeConvention[]): string => {
  const tous = (type: string) => parties.every(({ siren }) => dernier(faits, type, siren));
  if (tous('deliberation')) return 'signature';
  return tous('avis-cst') ? 'projet-deliberation' : 'projet-cst';
};

const versionDeFiche = (fait: EvenementDeConvention): string =>
  typeof fait.donnees.version === 'string' ? fait.donnees.version : '1';

/**
 * Ce que la convention affirme, prêt à composer (modèle « convention-service-commun »). Rien n’est
 * ressaisi : parties, dates et numéros viennent des faits, les montants de la simulation.
 */
export const donneesDuDocument = (
  contenu: ContenuServiceCommun,
  parties: readonly Partie[],
  faits: readonly EvenementDeConvention[],
  territoire: TerritoireInstruit,
) => {
  const { postes, duree } = contenu;
  const misADisposition = postes.filter(({ situation }) => situation === 'mise-a-disposition');
  const transferes = postes.filter(({ situation }) => situation === 'transfert');
  const fiche = faits.findLast(({ type }) => type === 'fiche-impact');
  const epci = parties.find(({ siren }) => siren === territoire.epci.siren);
  const gestionnaire = parties.find(({ siren }) => siren === contenu.gestionnaire);
  const estLEpci = contenu.gestionnaire === territoire.epci.siren;
  return {
    stade: stadeDe(parties, faits),
    epci: {
      nom: territoire.epci.nom,
      siren: territoire.epci.siren,
      ...(epci === undefined || epci.adresse === '' ? {} : { siege: epci.adresse }),
      regime_fiscal: territoire.epci.modeFinancement,
    },
    parties: parties.map((partie) => partieDe(partie, faits)),
    contexte: contenu.contexte,
    objectifs: contenu.objectifs,
    ...(contenu.schema === '' ? {} : { schema: contenu.schema }),
    service: {
      nom: contenu.nom,
      missions: contenu.missions.map(({ intitule, autorite }) => ({
        intitule,
        ...(autorite === null ? {} : { autorite }),
      })),
      exclusions: contenu.exclusions,
      actes_reserves: contenu.actesReserves,
      taches: contenu.taches,
      lieu: contenu.lieu,
      horaires: contenu.horaires,
    },
    gestionnaire: {
      type: estLEpci ? 'epci' : 'commune',
      nom: gestionnaire?.nom ?? territoire.epci.nom,
      ...(contenu.deliberationGestionnaire === ''
        ? {}
        : { deliberation: contenu.deliberationGestionnaire }),
    },
    agents: {
      ...(contenu.transferes === null ? {} : { transferes_nb: contenu.transferes }),
      transferes_etp: etp(somme(transferes)),
      mad_nb: misADisposition.length,
      mad_etp: etp(somme(misADisposition)),
      postes: postes.map(({ quotite, etpCentiemes, ...poste }) => ({
        ...poste,
        ...(quotite === null ? {} : { quotite: String(quotite) }),
        etp: etp(etpCentiemes),
      })),
    },
    delegation_signature: contenu.delegationAuChef,
    moyens: contenu.moyens,
    engagements: contenu.engagements,
    finances: financesDe(contenu.finances),
    suivi: contenu.suivi,
    donnees_personnelles: contenu.donneesPersonnelles,
    ...(contenu.effetLe === null ? {} : { effet: { date: contenu.effetLe } }),
    duree: {
      type: duree.type,
      ...(duree.ans === null ? {} : { ans: duree.ans }),
      ...(duree.reconduction === null ? {} : { reconduction: duree.reconduction }),
      ...(duree.reconductionMaximum === null
        ? {}
        : { reconduction_maximum: duree.reconductionMaximum }),
    },
    adhesion: { preavis_mois: contenu.adhesion.preavisMois, date: contenu.adhesion.date },
    ...(contenu.preavisMois === null ? {} : { preavis: { mois: contenu.preavisMois } }),
    sortie: {
      agents: contenu.sortie.agents,
      biens: [contenu.sortie.biens, contenu.sortie.contrats]
        .filter((texte) => texte !== '')
        .join('\n\n'),
      ...(contenu.sortie.chargesResiduellesMois === null
        ? {}
        : { charges_residuelles_mois: contenu.sortie.chargesResiduellesMois }),
    },
    ...(fiche === undefined
      ? {}
      : { fiche_impact: { date: fiche.le, version: versionDeFiche(fiche) } }),
    ...(contenu.accords.length === 0 ? {} : { accords: contenu.accords }),
    tribunal: { nom: contenu.tribunal },
    signature: { lieu: contenu.lieuDeSignature },
  };
};
