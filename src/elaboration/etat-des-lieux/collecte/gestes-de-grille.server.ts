import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { assainirNom } from '../../../socle/depots/index.ts';
import { lireChamp } from '../../../socle/formulaires/index.ts';
import { changerAttente, lireCampagneOuverte } from './campagnes.sql.server.ts';
import { avecReprise } from './coupure.server.ts';
import { deposerGrille } from './deposer.server.ts';
import { compterLignes } from './lignes.sql.server.ts';
import type { AccesALaGrille } from './ouvrir-collecte.server.ts';

const FICHIER_MANQUANT = {
  code: 'fichier-manquant',
  message: 'Choisissez le fichier à déposer, puis recommencez.',
  chemin: 'fichier',
} as const;

/** Dépose le fichier d’un formulaire ; rend l’adresse de sa vérification. */
const deposer = async (acces: AccesALaGrille, donnees: FormData): Promise<Resultat<string>> => {
  const fichier = donnees.get('fichier');
  if (!(fichier instanceof File) || fichier.name === '') return refuser(FICHIER_MANQUANT);
  const octets = new Uint8Array(await fichier.arrayBuffer());
  const fait = await avecReprise(() =>
    deposerGrille(
      acces.base,
      acces.contexte,
      {
        grille: acces.grille,
        collectivite: acces.collectivite,
        nom: assainirNom(fichier.name),
        octets,
      },
      acces.aujourdhui,
    ),
  );
  return fait.ok ? accepter(`${acces.chemin}/depots/${fait.valeur.id}`) : fait;
};

type EtatDeclare = 'rendue' | 'sans-objet' | 'attendue';

/** Pourquoi une déclaration ne tient pas ; null si elle tient. */
const contredire = (etat: EtatDeclare, motif: string, lignes: number): Refus | null => {
  if (etat === 'rendue' && lignes === 0) {
    return {
      code: 'aucune-ligne',
      message:
        'Aucune ligne n’est enregistrée. Déposez un fichier, ajoutez une ligne, ou déclarez la grille sans objet.',
    };
  }
  if (etat === 'sans-objet' && lignes > 0) {
    return {
      code: 'lignes-en-ligne',
      message: `${lignes} lignes sont enregistrées : la grille n’est pas sans objet. Retirez-les d’abord si elles sont fausses.`,
    };
  }
  if (etat === 'sans-objet' && motif === '') {
    return {
      code: 'motif-manquant',
      message: 'Dites pourquoi il n’y a rien à rendre : une absence n’est jamais un zéro.',
      chemin: 'motif',
    };
  }
  return null;
};

/** Change ce qu’on attend de la collectivité : rendue, sans objet, de nouveau attendue. */
const declarer = (
  acces: AccesALaGrille,
  etat: EtatDeclare,
  motif: string,
): Promise<Resultat<string>> =>
  dansTerritoire(acces.base, acces.contexte, async (tx): Promise<Resultat<string>> => {
    const { contexte, grille, collectivite, aujourdhui, chemin } = acces;
    const campagne = await lireCampagneOuverte(tx, contexte, grille);
    if (campagne === null || collectivite === null) {
      return refuser({
        code: 'campagne-close',
        message: 'Cette collecte est close : demandez à la personne pilote de la rouvrir.',
      });
    }
    if (!acces.peutValider) {
      return refuser({
        code: 'droit-absent',
        message: 'Seule la commune ou la personne pilote déclare une grille rendue.',
      });
    }
    const lignes = (await compterLignes(tx, contexte, grille)).get(collectivite.siren) ?? 0;
    const objection = contredire(etat, motif, lignes);
    if (objection !== null) return refuser(objection);
    await changerAttente(tx, contexte, {
      campagneId: campagne.id,
      collectivite: collectivite.siren,
      etat,
      motif: etat === 'sans-objet' ? motif : null,
      aujourdhui,
    });
    return accepter(chemin);
  });

/** Les gestes de la page d’une grille ; rend l’adresse où aller ensuite. */
export const agirSurGrille = (
  acces: AccesALaGrille,
  donnees: FormData,
): Promise<Resultat<string>> => {
  const motif = lireChamp(donnees, 'motif').trim();
  switch (donnees.get('geste')) {
    case 'deposer':
      return deposer(acces, donnees);
    case 'rendue':
      return declarer(acces, 'rendue', motif);
    case 'sans-objet':
      return declarer(acces, 'sans-objet', motif);
    case 'rouvrir':
      return declarer(acces, 'attendue', motif);
    default:
      return Promise.resolve(
        refuser({ code: 'geste-inconnu', message: 'Ce geste n’existe pas : rechargez la page.' }),
      );
  }
};
