import fs from 'node:fs';
import {
  confirmerTout,
  deposerGrille,
  lancerCampagne,
  lireDerniereCampagne,
  validerDepot,
} from '../../elaboration/etat-des-lieux/index.server.ts';
import { ajouterJours, anneeDe, type Jour } from '../../moteurs/calendrier/index.ts';
import { cheminDeDonnees } from '../../referentiel/emplacement.server.ts';
import { type Base, type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import type { EtapeDeDemonstration } from './etape.server.ts';

interface CampagneSemee {
  readonly grille: string;
  readonly titre: string;
  readonly consigne: string;
  /** Les lignes sont déposées et validées ; sinon la campagne attend les communes. */
  readonly rendue: boolean;
}

const CAMPAGNES: readonly CampagneSemee[] = [
  {
    grille: 'grille-rh',
    titre: 'Effectifs au 31 décembre 2025',
    consigne: 'Un agent par ligne et par employeur. Aucun nom : le matricule suffit.',
    rendue: true,
  },
  {
    grille: 'prestations-ads',
    titre: 'Actes d’urbanisme 2024 et 2025',
    consigne: 'Les actes instruits par le service commun, par mois et par type.',
    rendue: true,
  },
  {
    grille: 'inventaire-materiel',
    titre: 'Matériels qui peuvent se partager',
    consigne: 'Les matériels de plus de 1 000 €, même anciens.',
    rendue: false,
  },
];

const exiger = <T>(
  resultat:
    | { readonly ok: true; readonly valeur: T }
    | { readonly ok: false; readonly refus: { readonly message: string } },
): T => {
  if (!resultat.ok) throw new Error(resultat.refus.message);
  return resultat.valeur;
};

const lireFichier = (grille: string): Buffer =>
  fs.readFileSync(cheminDeDonnees('demo', `${grille}.csv`));

/** Les actes d’urbanisme ne se demandent qu’aux communes dont le service instruit les demandes. */
const figureDans = (grille: string, siren: string): boolean => lireFichier(grille).includes(siren);

const lancer = async (base: Base, contexte: Contexte, campagne: CampagneSemee, jour: Jour) => {
  const membres = (await dansTerritoire(base, contexte, lireCollectivites)).filter(
    ({ siren }) => !campagne.rendue || figureDans(campagne.grille, siren),
  );
  exiger(
    await lancerCampagne(
      base,
      contexte,
      {
        grille: campagne.grille,
        titre: campagne.titre,
        consigne: campagne.consigne,
        photoAu: `${anneeDe(jour) - 1}-12-31`,
        echeance: ajouterJours(jour, 28),
      },
      membres.map(({ siren }) => ({ siren, courriel: null })),
      jour,
    ),
  );
};

/** Dépose puis valide la grille de toutes les collectivités, comme le ferait la pilote. */
const rendre = async (base: Base, contexte: Contexte, grille: string, jour: Jour) => {
  const { id } = exiger(
    await deposerGrille(
      base,
      contexte,
      {
        grille,
        collectivite: null,
        nom: `${grille}.csv`,
        octets: lireFichier(grille),
      },
      jour,
    ),
  );
  exiger(await confirmerTout(base, contexte, id));
  exiger(await validerDepot(base, contexte, id, jour));
};

/** Trois campagnes : deux rendues (effectifs, actes d’urbanisme), une qui attend les communes. */
export const etapeCollecte: EtapeDeDemonstration = {
  nom: 'collecte des grilles',
  estFaite: async (base, contexte) => {
    const derniere = CAMPAGNES.at(-1)?.grille ?? '';
    const campagne = await dansTerritoire(base, contexte, (tx) =>
      lireDerniereCampagne(tx, contexte, derniere),
    );
    return campagne !== null;
  },
  semer: async (base, contexte, aujourdhui) => {
    for (const campagne of CAMPAGNES) {
      const lancee = await dansTerritoire(base, contexte, (tx) =>
        lireDerniereCampagne(tx, contexte, campagne.grille),
      );
      if (lancee === null) await lancer(base, contexte, campagne, aujourdhui);
      if (campagne.rendue) await rendre(base, contexte, campagne.grille, aujourdhui);
    }
  },
};
