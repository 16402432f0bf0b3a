import { type Enregistrement, motsPleins, type Reference } from '../../moteurs/grille/index.ts';
import table from '../donnees/grilles/indicateurs-activite.schema.json' with { type: 'json' };
import { champsDIndicateur, INDICATEURS_D_ACTIVITE, SERVICES } from '../nomenclatures/index.ts';
import { PERIODE } from './prestations.ts';
import { COLLECTIVITE, COLONNES_DE_COLLECTIVITE, composerGrille } from './table-schema.ts';

/** Service et unité d’un indicateur connu. */
const completerIndicateur = (e: Enregistrement): void => {
  const connus = champsDIndicateur(e.lire('indicateur'));
  for (const champ of ['service', 'unite']) {
    const valeur = connus[champ];
    if (valeur === undefined || e.lire(champ) !== '' || e.estIllisible(champ)) continue;
    e.ecrire(champ, valeur);
    if (e.aColonne(champ))
      e.noter({
        champs: [champ],
        action: 'reparer',
        regle: 'valeur-deduite',
        message: `${champ === 'unite' ? 'Unité' : 'Service'} d’après l’indicateur.`,
      });
  }
};

const cle = (ligne: Readonly<Record<string, string>>, annee: string): string =>
  [ligne.siren, ligne.service, motsPleins(ligne.indicateur ?? '').join(' '), annee].join('\u001f');

/** Une évolution de plus de 200 % d’une année sur l’autre est signalée (sans blocage). */
const comparerALAnPasse = (lignes: readonly Enregistrement[], reference: Reference) => {
  const passees = reference['indicateurs-activite'];
  if (!passees)
    return [
      {
        champ: '(fichier)',
        message:
          'Comparaison à l’année précédente non faite : indicateurs de l’an passé non fournis.',
      },
    ];
  const parCle = new Map(
    passees.map((ligne) => [cle(ligne, ligne.annee ?? ''), Number(ligne.valeur)]),
  );
  for (const e of lignes) {
    const lue = {
      siren: e.lire('siren'),
      service: e.lire('service'),
      indicateur: e.lire('indicateur'),
    };
    const avant = parCle.get(cle(lue, String(Number(e.lire('annee')) - 1)));
    const valeur = Number(e.lire('valeur'));
    if (avant === undefined || avant <= 0 || valeur <= 3 * avant) continue;
    e.noter({
      champs: ['valeur'],
      action: 'signaler',
      regle: 'valeur-douteuse',
      message: `Évolution de plus de 200 % par rapport à l’année précédente (${avant}) : vérifiez.`,
    });
  }
  return [];
};

/** Indicateurs d’activité, par collectivité, service et année. */
export const GRILLE_INDICATEURS = composerGrille(table, {
  collectivite: COLLECTIVITE,
  croisement: {
    valeur: 'valeur',
    zeroVautAbsence: false,
    axes: [
      {
        champ: 'indicateur',
        nature: 'nomenclature',
        nomenclature: INDICATEURS_D_ACTIVITE.nom,
        alimente: champsDIndicateur,
      },
      { champ: 'annee', nature: 'annee' },
      { champ: 'collectivite', nature: 'collectivite' },
    ],
  },
  calculees: {
    service: {
      action: 'reparer',
      regle: 'valeur-deduite',
      valeur: 'd’après l’indicateur',
      message: 'Colonne « service » absente : déduite de l’indicateur.',
    },
    unite: {
      action: 'reparer',
      regle: 'valeur-deduite',
      valeur: 'd’après l’indicateur',
      message: 'Colonne « unité » absente : déduite de l’indicateur.',
    },
  },
  completer: completerIndicateur,
  controlerEnsemble: comparerALAnPasse,
  colonnes: {
    ...COLONNES_DE_COLLECTIVITE,
    service: { nomenclature: SERVICES, synonymes: ['Code service', 'Domaine', 'Pôle'] },
    indicateur: {
      nature: 'nomenclature',
      nomenclature: INDICATEURS_D_ACTIVITE,
      synonymes: ['Libellé', 'Donnée', "Indicateur d'activité", 'Libellé indicateur', 'Intitulé'],
    },
    unite: { synonymes: ['Unité de mesure', 'Unité de compte', "Unité d'œuvre"] },
    annee: { ...PERIODE.annee },
    valeur: {
      synonymes: ['Quantité', 'Nombre', 'Volume', 'Résultat', 'Réalisé', 'Chiffre', 'Donnée'],
    },
  },
});
