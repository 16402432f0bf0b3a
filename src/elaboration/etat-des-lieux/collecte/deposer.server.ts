import { createHash } from 'node:crypto';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { lireClasseur, refuserFichier } from '../../../moteurs/grille/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { type Base, type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { deposerFichier } from '../../../socle/depots/index.server.ts';
import { TAILLE_MAXIMALE } from '../../../socle/depots/index.ts';
import {
  lireGrille,
  lireTableur,
  porteHorsCellules,
} from '../../../socle/tableurs/index.server.ts';
import { composerCopie } from './copie-expurgee.server.ts';
import { mesurerDepot, SANS_DECISION } from './depot.ts';
import {
  abandonnerLesAutres,
  creerDepot,
  retenirDepots,
  trouverDepotOuvert,
} from './depots.sql.server.ts';
import { expurger, expurgerLecture, textesDuModele } from './expurger.ts';
import { lireDernierGabarit } from './gabarits.sql.server.ts';
import { restreindre } from './restreindre.ts';
import { type LectureGardee, situerColonnes } from './situer-colonnes.ts';
import { lireMoyens, type MoyensDeLecture } from './territoire-de-lecture.server.ts';

export interface FichierRendu {
  readonly grille: string;
  /** Null : le fichier porte plusieurs collectivités (service de l’EPCI seulement). */
  readonly collectivite: { readonly siren: string; readonly nom: string } | null;
  readonly nom: string;
  readonly octets: Uint8Array;
}

interface FichierLu {
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

/** Lit un fichier rendu ; rien de nominatif hors modèle ne sort d’ici. */
export const lireFichierRendu = async (
  { grille, collectivite, nom, octets }: FichierRendu,
  { schema, territoire, reference }: MoyensDeLecture,
  aujourdhui: Jour,
): Promise<FichierLu> => {
  if (octets.byteLength > TAILLE_MAXIMALE) {
    return refus(grille, nom, {
      code: 'fichier-trop-lourd',
      message: `« ${nom} » dépasse 25 Mo. Retirez les images et les feuilles inutiles, ou enregistrez la seule feuille de la grille au format CSV.`,
    });
  }
  const ouvert = await lireTableur(octets, nom);
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

/** Un dépôt enregistré : lu et à vérifier, ou refusé avec sa raison. */
export interface DepotFait {
  readonly id: string;
  readonly estRefuse: boolean;
  /** Le même fichier était déjà en cours de vérification : on le reprend. */
  readonly estRepris: boolean;
}

/**
 * Dépose un fichier : lecture entière, puis, dans une seule transaction, fichier gardé et dépôt à
 * vérifier. Aucune ligne n’est écrite. Redéposer le même fichier reprend le dépôt ouvert.
 * Refus : `plusieurs-collectivites` (une commune ne dépose que pour elle).
 */
export const deposerGrille = async (
  base: Base,
  contexte: Contexte,
  rendu: FichierRendu,
  aujourdhui: Jour,
): Promise<Resultat<DepotFait>> => {
  const siren = rendu.collectivite?.siren ?? null;
  if (contexte.collectivite !== undefined && siren !== contexte.collectivite) {
    return refuser({
      code: 'plusieurs-collectivites',
      message: 'Une commune dépose ses seules lignes : ouvrez la grille de votre commune.',
    });
  }
  const empreinte = createHash('sha256').update(rendu.octets).digest('hex');
  const cible = { grille: rendu.grille, collectivite: siren, empreinte };
  const { moyens, ouvert } = await dansTerritoire(base, contexte, async (tx) => ({
    ouvert: await trouverDepotOuvert(tx, contexte, cible),
    moyens: await lireMoyens(tx, contexte, rendu.grille, siren),
  }));
  if (ouvert !== null) return accepter({ id: ouvert, estRefuse: false, estRepris: true });
  const { lecture, garde, estExpurge } = await lireFichierRendu(rendu, moyens, aujourdhui);
  return dansTerritoire(base, contexte, async (tx) => {
    await retenirDepots(tx, contexte, cible);
    const entreTemps = await trouverDepotOuvert(tx, contexte, cible);
    if (entreTemps !== null) return accepter({ id: entreTemps, estRefuse: false, estRepris: true });
    const depose =
      garde === null ? null : await deposerFichier(tx, { ...garde, collectivite: siren });
    if (depose?.ok === false) return depose;
    const gabarit =
      siren === null ? null : await lireDernierGabarit(tx, contexte, rendu.grille, siren);
    const id = await creerDepot(tx, contexte, {
      ...cible,
      gabaritId: gabarit?.id ?? null,
      fichierId: depose?.valeur.fichier.id ?? null,
      fichier: rendu.nom,
      taille: rendu.octets.byteLength,
      estExpurge,
      etat: lecture.bilan.fichierRefuse ? 'refuse' : 'a-verifier',
      lecture,
      avancement: mesurerDepot(lecture, SANS_DECISION),
    });
    if (!lecture.bilan.fichierRefuse) {
      await abandonnerLesAutres(tx, contexte, { ...cible, sauf: id });
    }
    return accepter({ id, estRefuse: lecture.bilan.fichierRefuse, estRepris: false });
  });
};
