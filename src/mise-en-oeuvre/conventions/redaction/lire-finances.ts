import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { type Cle, estCritere, estModeDeCle, type ModeDeCle } from '../cle.ts';
import type { FinancesDuService } from '../service-commun/contenu.ts';
import {
  type Lecture,
  lireDecimal,
  lireEntier,
  lireEuros,
  lirePourcentage,
  lireRangees,
} from './lire-champs.ts';

const PRORATAS = ['cle-ponderee', 'part-annuelle-epci', 'part-annuelle-membres'] as const;

const refus = (message: string, chemin: string): Refus => ({
  code: 'champ-invalide',
  message,
  chemin,
  article: null,
});

const lireCritere = (texte: string) => (estCritere(texte) ? texte : 'population');

const lireComposantes = (lire: Lecture): Resultat<Cle, Refus> => {
  const composantes = lireRangees(lire, 'composantes', ['critere', 'ponderation'], 3)
    .filter(({ ponderation }) => ponderation !== '')
    .map(({ critere, ponderation }) => ({
      critere: lireCritere(critere),
      ponderation: lirePourcentage(ponderation) ?? 'illisible',
    }));
  if (composantes.length < 2)
    return refuser(refus('Écrivez au moins deux clés et leur pondération.', 'composantes'));
  return accepter({
    mode: 'mixte',
    composantes,
    methode: lire('methode') === 'enveloppes' ? 'enveloppes' : 'taux-composite',
  });
};

const LECTEURS: Readonly<Record<ModeDeCle, (lire: Lecture) => Resultat<Cle, Refus>>> = {
  critere: (lire) => accepter({ mode: 'critere', critere: lireCritere(lire('critere')) }),
  mixte: lireComposantes,
  'fixe-et-variable': (lire) => {
    const partFixe = lirePourcentage(lire('partFixe'));
    return partFixe === null
      ? refuser(refus('Écrivez la part fixe en pour cent.', 'partFixe'))
      : accepter({
          mode: 'fixe-et-variable',
          partFixe,
          fixe: lire('fixe') === 'population' ? 'population' : 'egalitaire',
          variable: lireCritere(lire('variable')),
        });
  },
  forfait: (lire) => {
    const strates = lireRangees(lire, 'strates', ['de', 'a', 'forfait']).map(
      ({ de, a, forfait }) => ({
        de: lireDecimal(de) ?? '0',
        a: a === '' ? null : lireDecimal(a),
        centimes: lireEuros(forfait),
      }),
    );
    const completes = strates.flatMap(({ centimes, ...strate }) =>
      centimes === null ? [] : [{ ...strate, centimes }],
    );
    return completes.length === strates.length
      ? accepter({ mode: 'forfait', strates: completes })
      : refuser(refus('Écrivez chaque forfait en euros.', 'strates'));
  },
  acte: (lire) => {
    const tarifs = lireRangees(lire, 'bareme', ['type', 'libelle', 'tarif']).flatMap(
      ({ type, libelle, tarif }) => {
        const centimes = lireEuros(tarif);
        return centimes === null ? [] : [{ type, libelle, centimes }];
      },
    );
    return tarifs.length === 0
      ? refuser(refus('Écrivez au moins un tarif, dans le barème.', 'bareme'))
      : accepter({ mode: 'acte', tarifs });
  },
  gratuit: (lire) => accepter({ mode: 'gratuit', valorisation: lireCritere(lire('critere')) }),
};

/** Les règles financières que le formulaire écrit ; coût et simulation viennent du calcul, pas d’ici. */
export const lireFinances = (
  finances: FinancesDuService,
  lire: Lecture,
): Resultat<FinancesDuService, readonly Refus[]> => {
  const mode = lire('mode');
  if (!estModeDeCle(mode)) return refuser([refus('Choisissez le mode de financement.', 'mode')]);
  const cle = LECTEURS[mode](lire);
  if (!cle.ok) return refuser([cle.refus]);
  const quotePartEpci = lirePourcentage(lire('quotePartEpci'));
  const tauxDAcompte = lirePourcentage(lire('acomptes.taux'));
  const structure = lirePourcentage(lire('structure.taux'));
  if (quotePartEpci === null || tauxDAcompte === null || structure === null)
    return refuser([refus('Écrivez les taux en pour cent (« 30 » ou « 12,5 »).', 'taux')]);
  return accepter({
    ...finances,
    annee: lireEntier(lire('annee')) ?? finances.annee,
    cle: cle.valeur,
    bareme: lireRangees(lire, 'bareme', ['type', 'libelle', 'poids']).map((ligne) => ({
      ...ligne,
      poids: lireDecimal(ligne.poids) ?? 'illisible',
    })),
    population: {
      genre: lire('population.genre') === 'totale' ? 'totale' : 'municipale',
      millesime: lireEntier(lire('population.millesime')) ?? finances.population.millesime,
    },
    quotePartEpci,
    prorata: PRORATAS.find((un) => un === lire('prorata')) ?? 'cle-ponderee',
    personnel: lire('personnel') === 'effectifs' ? 'effectifs' : 'budget',
    structure: {
      taux: structure,
      assiette:
        lire('structure.assiette') === 'charges_directes'
          ? 'charges_directes'
          : 'charges_personnel',
    },
    acomptes: { nombre: lireEntier(lire('acomptes.nombre')) ?? 0, taux: tauxDAcompte },
    previsionnelAvant: lire('previsionnelAvant').trim() || finances.previsionnelAvant,
    definitifAvant: lire('definitifAvant').trim() || finances.definitifAvant,
    delaiContestationJours: lireEntier(lire('contestation')) ?? finances.delaiContestationJours,
    delaiPaiementJours: lireEntier(lire('paiement')) ?? finances.delaiPaiementJours,
    imputationAc: lire('imputationAc') === 'oui',
    revisionLibre: lire('revisionLibre') === 'oui',
  });
};
