import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import type { Acces } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireChamp, lireCoches } from '../../../socle/formulaires/index.ts';
import { typographier } from '../../../socle/ui/index.ts';
import {
  CAMPAGNE_A_LANCER,
  CHANGEMENT_DE_CAMPAGNE,
  COURRIEL,
  erreursParChamp,
} from './campagne.schema.ts';
import { changerCampagne, changerCourriel, lireCampagne } from './campagnes.sql.server.ts';
import { lancerCampagne, ouvrirLien, relancerCollectivites } from './conduire.server.ts';
import { direRelances } from './courriels-de-collecte.ts';
import { trouverGrille } from './grilles.ts';
import { adressesConnues } from './suivre.server.ts';

type AccesDePilote = Pick<Acces, 'base' | 'contexte' | 'territoire' | 'aujourdhui'>;

export interface RefusDeGeste {
  readonly message: string;
  readonly erreurs?: Readonly<Record<string, string>>;
}

const CHAMPS_A_REVOIR = 'Corrigez les champs signalés, puis recommencez.';

/** Lance une campagne ; rend l’adresse de son suivi. */
export const agirSurCollecte = async (
  acces: AccesDePilote,
  donnees: FormData,
): Promise<Resultat<string, RefusDeGeste>> => {
  const lue = CAMPAGNE_A_LANCER.safeParse(Object.fromEntries(donnees));
  if (!lue.success)
    return refuser({ message: CHAMPS_A_REVOIR, erreurs: erreursParChamp(lue.error) });
  const grille = trouverGrille(lue.data.grille);
  if (grille === null) {
    return refuser({
      message: CHAMPS_A_REVOIR,
      erreurs: { grille: 'Choisissez une grille de la liste.' },
    });
  }
  const connues = await dansTerritoire(acces.base, acces.contexte, (tx) =>
    adressesConnues(tx, acces.contexte),
  );
  const attendues = lireCoches(donnees, 'collectivite').map((siren) => ({
    siren,
    courriel: connues.get(siren) ?? null,
  }));
  const lancee = await lancerCampagne(
    acces.base,
    acces.contexte,
    { ...lue.data, titre: lue.data.titre === '' ? typographier(grille.titre) : lue.data.titre },
    attendues,
    acces.aujourdhui,
  );
  if (lancee.ok) {
    return accepter(`/t/${acces.territoire.siren}/elaborer/collecte/${lue.data.grille}`);
  }
  const { message, chemin } = lancee.refus;
  return refuser({ message, ...(chemin === undefined ? {} : { erreurs: { [chemin]: message } }) });
};

/** Ce qu’un geste de suivi rend à la page. */
export interface SuiteDeGeste {
  readonly message: string;
  /** Lien personnel à transmettre, montré une seule fois. */
  readonly lien?: string;
}

const relancer = async (
  acces: AccesDePilote,
  campagneId: string,
  donnees: FormData,
): Promise<Resultat<SuiteDeGeste, RefusDeGeste>> => {
  const cochees = lireCoches(donnees, 'choisie');
  const faite = await relancerCollectivites(
    acces.base,
    acces.contexte,
    campagneId,
    cochees.length === 0 ? undefined : new Set(cochees),
    acces.aujourdhui,
  );
  if (!faite.ok) return faite;
  const { relancees, sansAdresse } = faite.valeur;
  return accepter({
    message: direRelances(relancees, sansAdresse.length),
  });
};

const creerUnLien = (
  acces: AccesDePilote,
  campagneId: string,
  collectivite: string,
): Promise<Resultat<SuiteDeGeste, RefusDeGeste>> =>
  dansTerritoire(acces.base, acces.contexte, async (tx) => {
    const campagne = await lireCampagne(tx, acces.contexte, campagneId);
    if (campagne === null) return refuser({ message: 'Cette campagne n’existe plus.' });
    const { adresse } = await ouvrirLien(
      tx,
      acces.contexte,
      { collectivite, destinataire: null },
      campagne,
      acces.aujourdhui,
    );
    return accepter({
      message: 'Copiez ce lien et transmettez-le : il ne sera plus montré.',
      lien: adresse,
    });
  });

const noterAdresse = async (
  acces: AccesDePilote,
  campagneId: string,
  donnees: FormData,
): Promise<Resultat<SuiteDeGeste, RefusDeGeste>> => {
  const courriel = COURRIEL.safeParse(lireChamp(donnees, 'courriel').trim());
  if (!courriel.success) {
    return refuser({ message: 'Écrivez une adresse complète : mairie@commune.fr.' });
  }
  const collectivite = lireChamp(donnees, 'collectivite');
  await dansTerritoire(acces.base, acces.contexte, (tx) =>
    changerCourriel(tx, acces.contexte, campagneId, collectivite, courriel.data),
  );
  return accepter({ message: 'L’adresse est enregistrée.' });
};

const changer = async (
  acces: AccesDePilote,
  campagneId: string,
  donnees: FormData,
): Promise<Resultat<SuiteDeGeste, RefusDeGeste>> => {
  const close = donnees.get('geste') === 'clore';
  const lu = CHANGEMENT_DE_CAMPAGNE.safeParse(Object.fromEntries(donnees));
  if (!lu.success) return refuser({ message: CHAMPS_A_REVOIR, erreurs: erreursParChamp(lu.error) });
  const { version, ...changement } = lu.data;
  const change = await dansTerritoire(acces.base, acces.contexte, (tx) =>
    changerCampagne(
      tx,
      acces.contexte,
      { id: campagneId, version },
      close ? { closeLe: acces.aujourdhui } : changement,
    ),
  );
  return change.ok
    ? accepter({ message: close ? 'La campagne est close.' : 'La campagne est modifiée.' })
    : change;
};

/** Les gestes du suivi : relancer, créer un lien, noter une adresse, prolonger, clore. */
export const agirSurSuivi = (
  acces: AccesDePilote,
  donnees: FormData,
): Promise<Resultat<SuiteDeGeste, RefusDeGeste>> => {
  const campagneId = lireChamp(donnees, 'campagne');
  switch (donnees.get('geste')) {
    case 'relancer':
      return relancer(acces, campagneId, donnees);
    case 'lien':
      return creerUnLien(acces, campagneId, lireChamp(donnees, 'collectivite'));
    case 'adresse':
      return noterAdresse(acces, campagneId, donnees);
    case 'changer':
    case 'clore':
      return changer(acces, campagneId, donnees);
    default:
      return Promise.resolve(refuser({ message: 'Ce geste n’existe pas : rechargez la page.' }));
  }
};
