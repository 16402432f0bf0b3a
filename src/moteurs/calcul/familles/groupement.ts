import {
  type Gain,
  gainsDuGroupement,
  type Lot,
  tauxDeGain,
} from '../mecanismes/gains-de-groupement.ts';
import { rendreGratuit } from '../mecanismes/gratuite.ts';
import { repartir } from '../mecanismes/repartition.ts';
import { ecrireMontant } from '../montants/centimes.ts';
import { ARTICLE_GROUPEMENT } from '../montants/explication.ts';
import {
  additionner,
  ecrirePourcentage,
  expliquerPourcentage,
  regrouper,
} from '../montants/montant-explique.ts';
import type { Champs } from './champs.ts';
import { definirForme, ecrireDus, ecrireParts, type Forme, lirePas, rendre } from './forme.ts';

const lireLot = (champs: Champs): Lot => {
  const libelle = champs.texte('lot');
  const prix = champs.estObjet('prix_reference') ? champs.champs('prix_reference') : null;
  const quantites = champs
    .champs('quantites')
    .tousNombres((id) => `${libelle}, quantité de ${id}`, { min: '0', code: 'quantite-negative' });
  return {
    libelle,
    membres: [...quantites].map(([id, quantite]) => ({
      id,
      quantite,
      prixDeReference:
        prix === null
          ? champs.montant('prix_reference', `${libelle}, prix de référence`, { positif: true })
          : prix.montant(id, `${libelle}, prix de référence de ${id}`, { positif: true }),
    })),
    prixDuGroupement: champs.montant('prix_groupement', `${libelle}, prix du groupement`, {
      positif: true,
    }),
  };
};

const ecrireGain = ({ avant, apres, gain }: Gain) => ({
  avant: ecrireMontant(avant.centimes),
  apres: ecrireMontant(apres.centimes),
  gain: ecrireMontant(gain.centimes),
});

const ecrireTaux = (gain: Gain): string | null => {
  const taux = tauxDeGain(gain);
  return taux === null ? null : ecrirePourcentage(taux, 2);
};

const GAINS: Forme = definirForme(
  ['lots'],
  (champs) => champs.liste('lots').map(lireLot),
  (lots) => {
    const resultat = gainsDuGroupement(lots);
    if (!resultat.ok) return resultat;
    const { lots: gains, total } = resultat.valeur;
    const taux = tauxDeGain(total);
    const noeuds = [total.gain.explication];
    if (taux !== null)
      noeuds.push(
        expliquerPourcentage(taux, 2, {
          libelle: 'Taux de gain global',
          formule: 'gain total ÷ total au prix de référence',
          operandes: [total.gain.explication, total.avant.explication],
        }),
      );
    noeuds.push(...gains.flatMap(({ membres }) => membres.map(({ gain }) => gain.explication)));
    return rendre(regrouper('Gains du groupement', noeuds), {
      lots: Object.fromEntries(
        gains.map((lot) => [
          lot.libelle,
          {
            par_membre: Object.fromEntries(
              lot.membres.map((membre) => [membre.id, ecrireGain(membre)]),
            ),
            ...ecrireGain(lot),
            taux_gain: ecrireTaux(lot),
          },
        ]),
      ),
      avant_total: ecrireMontant(total.avant.centimes),
      apres_total: ecrireMontant(total.apres.centimes),
      gain_total: ecrireMontant(total.gain.centimes),
      taux_gain_global: ecrireTaux(total),
    });
  },
);

const FRAIS: Forme = definirForme(
  ['frais', 'estimations'],
  (champs) => ({
    frais: champs.estObjet('frais')
      ? additionner('Frais de procédure', [
          ...champs
            .champs('frais')
            .tousMontants((nom) => `Frais : ${nom}`)
            .values(),
        ])
      : champs.montant('frais', 'Frais de procédure'),
    cles: champs.clesDeRepartition('estimations', '€'),
    regime: champs.choix('regime', ['reparti', 'gratuit'], 'reparti'),
    pas: lirePas(champs),
  }),
  ({ frais, cles, regime, pas }) => {
    const repartition = repartir({
      montant: frais,
      cles,
      pas,
      chemin: 'estimations',
      article: ARTICLE_GROUPEMENT,
      libelle: 'Frais du coordonnateur',
    });
    if (!repartition.ok) return repartition;
    const parts = ecrireParts(repartition.valeur.parts);
    const total = ecrireMontant(frais.centimes);
    if (regime === 'reparti') return rendre(repartition.valeur.explication, { total, parts });
    const dus = rendreGratuit(repartition.valeur, 'mission du coordonnateur gratuite');
    const refacture = additionner(
      'Total refacturé',
      dus.map(({ montant }) => montant),
    );
    return rendre(refacture.explication, { total, parts: ecrireDus(dus), valorisation: parts });
  },
);

/** Gains d’un groupement de commandes, ou frais du coordonnateur. */
export const GROUPEMENT: readonly Forme[] = [GAINS, FRAIS];
