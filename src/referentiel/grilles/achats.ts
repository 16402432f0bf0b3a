import { type Enregistrement, ecrirePrix } from '../../moteurs/grille/index.ts';
import table from '../donnees/grilles/besoins-groupement-commandes.schema.json' with {
  type: 'json',
};
import { INTERETS, MODES_D_ACHAT, UNITES_D_ACHAT } from '../nomenclatures/index.ts';
import { COLLECTIVITE, COLONNES_DE_COLLECTIVITE, composerGrille } from './table-schema.ts';

const completerBesoin = (e: Enregistrement): void => {
  const prix = e.lire('prix_unitaire_ht');
  const taux = e.lire('taux_tva');
  if (prix !== '' && taux !== '' && /\bttc\b/i.test(e.lireBrut('prix_unitaire_ht'))) {
    e.ecrire('prix_unitaire_ht', ecrirePrix(Number(prix) / (1 + Number(taux) / 100)));
    e.noter({
      champs: ['prix_unitaire_ht'],
      action: 'reparer_et_signaler',
      regle: 'hors-taxes',
      message: `Prix TTC converti en HT d’après le taux de TVA de la ligne (${taux.replace('.', ',')} %) : à confirmer.`,
    });
  }
  if (e.lire('quantite_annuelle') === '0' && Number(prix) > 0)
    e.noter({
      champs: ['quantite_annuelle'],
      action: 'signaler',
      regle: 'quantite-nulle',
      message: 'Quantité nulle alors qu’un prix est donné : vérifiez.',
    });
};

const mediane = (valeurs: readonly number[]): number => {
  const triees = [...valeurs].sort((a, b) => a - b);
  const milieu = Math.floor(triees.length / 2);
  return triees.length % 2 === 1
    ? (triees[milieu] ?? 0)
    : ((triees[milieu - 1] ?? 0) + (triees[milieu] ?? 0)) / 2;
};

/** Un prix vingt fois plus haut ou plus bas que la médiane des autres pour le même article est signalé. */
const comparerPrix = (lignes: readonly Enregistrement[]): readonly [] => {
  const parArticle = new Map<string, Enregistrement[]>();
  for (const e of lignes)
    parArticle.set(`${e.lire('article')}\u001f${e.lire('unite')}`, [
      ...(parArticle.get(`${e.lire('article')}\u001f${e.lire('unite')}`) ?? []),
      e,
    ]);
  for (const groupe of parArticle.values()) {
    for (const e of groupe) {
      const autres = groupe
        .filter((f) => f !== e)
        .map((f) => Number(f.lire('prix_unitaire_ht')))
        .filter((p) => p > 0);
      const prix = Number(e.lire('prix_unitaire_ht'));
      const centre = mediane(autres);
      if (
        autres.length === 0 ||
        prix <= 0 ||
        centre <= 0 ||
        (prix <= 20 * centre && prix >= centre / 20)
      )
        continue;
      const loin = autres.length > 1 || prix > centre;
      if (loin)
        e.noter({
          champs: ['prix_unitaire_ht'],
          action: 'signaler',
          regle: 'valeur-douteuse',
          message: 'Prix très éloigné de la médiane des communes pour cet article : vérifiez.',
        });
    }
  }
  return [];
};

/** Besoins pour le groupement de commandes : un article par ligne et par collectivité. */
export const GRILLE_BESOINS = composerGrille(table, {
  collectivite: COLLECTIVITE,
  completer: completerBesoin,
  controlerEnsemble: comparerPrix,
  colonnes: {
    ...COLONNES_DE_COLLECTIVITE,
    famille: {
      recopiee: true,
      synonymes: ['Famille', 'Catégorie', "Segment d'achat", 'Famille achat', 'Domaine'],
    },
    article: {
      synonymes: [
        'Désignation',
        'Produit',
        'Libellé',
        'Fourniture',
        'Prestation',
        'Intitulé',
        "Désignation de l'article",
        'Besoin',
      ],
    },
    cpv: { synonymes: ['CPV', 'Nomenclature CPV', 'Code nomenclature'] },
    unite: {
      nature: 'nomenclature',
      nomenclature: UNITES_D_ACHAT,
      synonymes: ['U', "Unité d'achat", 'Unité de commande', 'Conditionnement', 'Un.'],
    },
    quantite_annuelle: {
      synonymes: [
        'Qté/an',
        'Quantité',
        'Qté',
        'Quantité par an',
        'Qté annuelle',
        'Volume annuel',
        'Besoin annuel',
        'Quantité estimée',
      ],
    },
    prix_unitaire_ht: {
      nature: 'montant',
      decimales: 'prix',
      unite: 'ht',
      synonymes: [
        'PU HT',
        'Prix HT',
        'Prix unitaire',
        'PU',
        'Prix',
        'P.U. HT',
        'Prix unitaire (HT)',
        'Tarif HT',
        'Coût unitaire HT',
      ],
    },
    taux_tva: { nature: 'taux', synonymes: ['TVA', 'Taux TVA', 'TVA (%)', '% TVA'] },
    fournisseur_actuel: {
      synonymes: [
        'Fournisseur',
        'Titulaire',
        'Prestataire',
        'Attributaire',
        'Fournisseur / titulaire',
      ],
    },
    mode_achat: {
      nomenclature: MODES_D_ACHAT,
      synonymes: [
        'Procédure',
        "Mode d'achat",
        "Procédure d'achat",
        'Type de marché',
        'Mode passation',
      ],
    },
    echeance: {
      futur: true,
      synonymes: [
        'Fin de marché',
        'Échéance du marché',
        'Date de fin',
        'Fin du contrat',
        'Échéance contrat',
        'Fin contrat',
      ],
    },
    interet_groupement: {
      nomenclature: INTERETS,
      synonymes: [
        'Groupement ?',
        'Intéressé',
        'Intérêt',
        'Intérêt groupement',
        'Participation',
        'Participe au groupement',
        'Favorable au groupement',
        'Groupement',
      ],
    },
  },
});
