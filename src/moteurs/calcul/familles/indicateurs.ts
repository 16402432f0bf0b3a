import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { lireBarometre, type Reponses } from '../mecanismes/barometre.ts';
import { avancementPondere, coefficientDeMutualisation } from '../mecanismes/pilotage.ts';
import type { NoeudExplique } from '../montants/explication.ts';
import {
  additionner,
  additionnerNombres,
  ecrirePourcentage,
  type MontantExplique,
  type NombreExplique,
  nombreDonne,
  regrouper,
} from '../montants/montant-explique.ts';
import { comparer, ecrireExact } from '../montants/nombre-exact.ts';
import type { Champs } from './champs.ts';
import { definirForme, type Forme, rendre } from './forme.ts';

const lireAction = (champs: Champs) => {
  const libelle = champs.texte('action', 'action');
  return {
    libelle,
    poids: champs.nombre('poids', `Poids : ${libelle}`, { absent: '1', min: '0' }),
    avancement: champs.nombre('avancement', `Avancement : ${libelle}`, {
      min: '0',
      max: '100',
      unite: '%',
    }),
  };
};

const lireRemuneration = (champs: Champs, cle: string, nom: string): MontantExplique =>
  champs.estObjet(cle)
    ? additionner(nom, [
        ...champs
          .champs(cle)
          .tousMontants((id) => `${nom} : ${id}`)
          .values(),
      ])
    : champs.montant(cle, nom, { positif: true });

const lirePilotage = (champs: Champs) => {
  champs.decrire('actions', 'remuneration_services_fonctionnels');
  const remunerations = champs.a('remuneration_services_fonctionnels')
    ? champs.champs('remuneration_services_fonctionnels')
    : null;
  return {
    actions: champs.a('actions') ? champs.liste('actions').map(lireAction) : null,
    remunerations:
      remunerations === null
        ? null
        : {
            epci: lireRemuneration(remunerations, 'epci', 'Rémunération des services de l’EPCI'),
            communes: lireRemuneration(
              remunerations,
              'communes',
              'Rémunération des services des communes',
            ),
          },
  };
};

const refuserNul = (code: string, message: string, chemin: string) =>
  refuser([{ code, message, chemin }] satisfies readonly Refus[]);

/** Avancement pondéré du schéma et coefficient de mutualisation interne : l’un, l’autre ou les deux. */
export const PILOTAGE: readonly Forme[] = ['actions', 'remuneration_services_fonctionnels'].map(
  (cle) =>
    definirForme([cle], lirePilotage, ({ actions, remunerations }) => {
      const noeuds: NoeudExplique[] = [];
      const valeurs: Record<string, string> = {};
      if (actions !== null) {
        const avancement = avancementPondere(actions);
        if (avancement === null)
          return refuserNul(
            'poids-tous-nuls',
            'Tous les poids sont nuls : en donner un positif.',
            'actions',
          );
        valeurs.avancement = ecrirePourcentage(avancement.rapport, 2);
        noeuds.push(avancement.explication);
      }
      if (remunerations !== null) {
        const coefficient = coefficientDeMutualisation(remunerations.epci, remunerations.communes);
        if (coefficient === null)
          return refuserNul(
            'remunerations-nulles',
            'Aucune rémunération : le coefficient n’a pas de sens.',
            'remuneration_services_fonctionnels',
          );
        valeurs.coefficient_mutualisation = ecrirePourcentage(coefficient.rapport, 2);
        noeuds.push(coefficient.explication);
      }
      return rendre(regrouper('Indicateurs de pilotage', noeuds), valeurs);
    }),
);

const POINTS_USUELS = new Map([
  ['tout_a_fait', '100'],
  ['plutot_oui', '67'],
  ['plutot_non', '33'],
  ['pas_du_tout', '0'],
]);

const ENTIER_NATUREL = { min: '0', unite: 'réponses', code: 'quantite-negative' } as const;

const lireReponses = (champs: Champs): readonly Reponses[] => {
  const reponses = champs
    .champs('reponses')
    .tousNombres((nom) => `Réponses « ${nom} »`, ENTIER_NATUREL);
  const points = champs.a('points') ? champs.champs('points') : null;
  champs.decrire('points');
  return [...reponses].map(([libelle, nombre]) => {
    const attendu = { min: '0', max: '100', unite: 'points' };
    const usuel = POINTS_USUELS.get(libelle);
    const source = points ?? champs.champsOuVides('points');
    return {
      libelle,
      nombre,
      points: source.nombre(
        libelle,
        `Points « ${libelle} »`,
        points === null && usuel !== undefined ? { ...attendu, absent: usuel } : attendu,
      ),
    };
  });
};

const controlerDecompte = (
  effectif: NombreExplique | null,
  repondants: NombreExplique,
  reponses: NombreExplique,
): Resultat<null, readonly Refus[]> => {
  if (comparer(repondants.exact, reponses.exact) !== 0)
    return refuserNul(
      'reponses-incompletes',
      `Les réponses totalisent ${ecrireExact(reponses.exact)} pour ${ecrireExact(repondants.exact)} répondants : corriger le décompte.`,
      'reponses',
    );
  return effectif !== null && comparer(repondants.exact, effectif.exact) > 0
    ? refuserNul(
        'repondants-trop-nombreux',
        'Il y a plus de répondants que d’effectif : corriger l’un ou l’autre.',
        'repondants',
      )
    : accepter(null);
};

/** Baromètre d’accompagnement, sous seuil d’anonymat. */
export const ACCOMPAGNEMENT: readonly Forme[] = [
  definirForme(
    ['reponses'],
    (champs) => {
      const reponses = lireReponses(champs);
      const total = additionnerNombres(
        'Total des réponses',
        reponses.map(({ nombre }) => nombre),
        'réponses',
      );
      return {
        reponses,
        total,
        effectif: champs.nombreOuNull('effectif', 'Effectif interrogé', {
          min: '0',
          unite: 'agents',
        }),
        repondants:
          champs.nombreOuNull('repondants', 'Répondants', { min: '0', unite: 'agents' }) ?? total,
        seuil: champs.nombre('seuil_anonymat', 'Seuil d’anonymat', { absent: '5', min: '0' }),
      };
    },
    (entree) => {
      const decompte = controlerDecompte(entree.effectif, entree.repondants, entree.total);
      if (!decompte.ok) return decompte;
      const barometre = lireBarometre(entree);
      if (barometre === null)
        return rendre(
          nombreDonne(
            'Résultats masqués : moins de répondants que le seuil d’anonymat',
            entree.seuil.exact,
            'répondants',
          ).explication,
          { taux_participation: null, part_favorable: null, score: null, affichage: 'non' },
        );
      const { participation, favorables, score } = barometre;
      return rendre(
        regrouper(
          'Baromètre',
          [participation, favorables, score].filter((noeud) => noeud !== null),
        ),
        {
          taux_participation: participation?.valeur ?? null,
          part_favorable: favorables.valeur,
          score: score.valeur,
          affichage: 'oui',
        },
      );
    },
  ),
];
