import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { lireClasseur, refuserFichier } from '../../../moteurs/grille/index.ts';
import type { Refus } from '../../../moteurs/resultat/index.ts';
import { TAILLE_MAXIMALE } from '../../../socle/depots/index.ts';
import {
  lireGrille,
  lireTableur,
  porteHorsCellules,
} from '../../../socle/tableurs/index.server.ts';
import { composerCopie } from './copie-expurgee.server.ts';
import { expurger, expurgerLecture, textesDuModele } from './expurger.ts';
import { restreindre } from './restreindre.ts';
import { type LectureGardee, situerColonnes } from './situer-colonnes.ts';
import type { MoyensDeLecture } from './territoire-de-lecture.server.ts';

export interface FichierRendu {
  readonly grille: string;
  /** Null : le fichier porte plusieurs collectivités (service de l’EPCI seulement). */
  readonly collectivite: { readonly siren: string; readonly nom: string } | null;
  readonly nom: string;
  readonly octets: Uint8Array;
}

export interface FichierLu {
  readonly lecture: LectureGardee;
  /** Ce qui sera gardé ; null si le fichier est refusé. */
  readonly garde: { readonly nom: string; readonly octets: Uint8Array } | null;
  readonly estExpurge: boolean;
}

const refus = (grille: string, nom: string, motif: Refus): FichierLu => ({
  lecture: { ...refuserFichier(grille, nom, motif), lettres: {} },
  garde: null,
  estExpurge: false,
});

/** Où en est une lecture : l’étape faite, sur `ETAPES_DE_LECTURE`, et celle qui commence. */
export type Annonce = (faites: number, message: string) => Promise<void>;
export const ETAPES_DE_LECTURE = 4;

/** Lit un fichier rendu ; rien de nominatif hors modèle ne sort d’ici. */
export const lireFichierRendu = async (
  { grille, collectivite, nom, octets }: FichierRendu,
  { schema, territoire, reference }: MoyensDeLecture,
  aujourdhui: Jour,
  annoncer: Annonce = () => Promise.resolve(),
): Promise<FichierLu> => {
  if (octets.byteLength > TAILLE_MAXIMALE) {
    return refus(grille, nom, {
      code: 'fichier-trop-lourd',
      message: `« ${nom} » dépasse 25 Mo. Retirez les images et les feuilles inutiles, ou enregistrez la seule feuille de la grille au format CSV.`,
    });
  }
  await annoncer(0, 'Ouverture du fichier');
  const ouvert = await lireTableur(octets, nom);
  await annoncer(1, 'Contrôle des lignes');
  const siren = collectivite?.siren ?? null;
  const commun = {
    schema,
    territoire,
    reference,
    nomFichier: nom,
    aujourdhui,
    collectivite: siren,
  };
  const brute = ouvert.ok
    ? lireClasseur({ ...commun, classeur: ouvert.valeur })
    : await lireGrille({ ...commun, grille, octets });
  if (!ouvert.ok || brute.bilan.fichierRefuse) {
    // Le lecteur complet dit si le fichier ressemble à une autre grille du registre.
    const refusee = ouvert.ok ? await lireGrille({ ...commun, grille, octets }) : brute;
    return { lecture: { ...refusee, lettres: {} }, garde: null, estExpurge: false };
  }
  await annoncer(2, 'Préparation du fichier gardé');
  const lue = collectivite === null ? brute : restreindre(brute, schema, collectivite);
  const membres = [territoire.epci, ...territoire.communes];
  const modele = textesDuModele({
    schema,
    epci: territoire.epci,
    collectivite: membres.find((membre) => membre.siren === siren) ?? territoire.epci,
  });
  const { classeur, retirees, renommees } = expurger(ouvert.valeur, lue, modele);
  const lecture = {
    ...expurgerLecture(lue, renommees),
    lettres: situerColonnes(ouvert.valeur, lue),
  };
  if (retirees === 0 && !porteHorsCellules(octets, ouvert.valeur.type)) {
    return { lecture, garde: { nom, octets }, estExpurge: false };
  }
  return { lecture, garde: await composerCopie(classeur, nom), estExpurge: true };
};
