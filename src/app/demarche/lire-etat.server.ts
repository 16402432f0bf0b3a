import { lireAttentes, lireCampagnes } from '../../elaboration/etat-des-lieux/index.server.ts';
import { lirePerimetresRetenus } from '../../elaboration/perimetres/index.server.ts';
import {
  type Adoption,
  lireAdoption,
  listerFiches,
} from '../../elaboration/schema/index.server.ts';
import { communicationsTenues, evenementsVivants } from '../../elaboration/schema/index.ts';
import {
  lireConventions,
  lireConventionsEnVigueur,
} from '../../mise-en-oeuvre/conventions/index.server.ts';
import {
  lireActions,
  lirePublicationEnLigne,
  lireServicesEtMembres,
} from '../../mise-en-oeuvre/pilotage/index.server.ts';
import {
  type ActionSuivie,
  cadreBudgetaireAttendu,
  LIBELLES_DE_CADRE,
  meteoDeLAction,
  prochaineCommunication,
  prochaineEtape,
} from '../../mise-en-oeuvre/pilotage/index.ts';
import { lireEtatsEmis } from '../../mise-en-oeuvre/refacturation/index.server.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Acces } from '../../socle/acces/index.server.ts';
import {
  type Base,
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../socle/base/index.server.ts';
import {
  type EcheanceDeLaDemarche,
  echeancesDeCollecte,
  echeancesDeDroit,
  etatDEcheance,
  ordonner,
} from './echeances.ts';
import {
  type CampagneSuivie,
  type CheminDePiece,
  type EtatDePiece,
  type FaitsDeLaDemarche,
  jugerLesPieces,
} from './pieces.ts';

/** Où en est la démarche, un jour donné. */
export interface EtatDeLaDemarche {
  readonly faits: FaitsDeLaDemarche;
  readonly pieces: Readonly<Record<CheminDePiece, EtatDePiece>>;
  readonly echeances: readonly EcheanceDeLaDemarche[];
}

const suivreCampagnes = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
): Promise<readonly CampagneSuivie[]> => {
  const suivies: CampagneSuivie[] = [];
  for (const campagne of await lireCampagnes(tx, contexte)) {
    const attentes = await lireAttentes(tx, contexte, campagne.id);
    suivies.push({
      grille: campagne.grille,
      titre: campagne.titre,
      echeance: campagne.echeance,
      attendues: attentes.length,
      rendues: attentes.filter(({ etat }) => etat !== 'attendue').length,
      estOuverte: campagne.closeLe === null,
    });
  }
  return suivies;
};

const resumerAdoption = (adoption: Adoption | null): FaitsDeLaDemarche['adoption'] => {
  if (adoption === null) return null;
  const vivants = evenementsVivants(adoption.evenements);
  const contient = (type: (typeof vivants)[number]['type']) =>
    vivants.some((evenement) => evenement.type === type);
  return {
    rapportEtabli: contient('rapport-etabli'),
    estApprouve: contient('approbation'),
    estEnvoye: contient('envoi'),
    communes: adoption.communes.length,
    saisies: adoption.saisines.length,
    rendus: (adoption.sortie.avis ?? []).filter(({ sens }) => sens !== 'en-attente').length,
  };
};

const echeancesDuPilotage = (
  actions: readonly ActionSuivie[],
  populations: readonly number[],
  tenues: readonly number[],
  aujourdhui: Jour,
): readonly EcheanceDeLaDemarche[] => {
  const { limite, debut, exercice, cadre } = prochaineCommunication(
    aujourdhui,
    cadreBudgetaireAttendu(populations),
    tenues,
  );
  const chemin = 'mettre-en-oeuvre/pilotage';
  const communication = {
    cle: 'communication',
    titre: `Communication annuelle sur ${exercice} (${LIBELLES_DE_CADRE[cadre]})`,
    debut,
    jour: limite,
    etat: etatDEcheance(limite, aujourdhui),
    chemin,
    article: 'CGCT, art. L. 5211-39-1',
  };
  const etapes = actions.flatMap((action) => {
    const etape = prochaineEtape(action);
    if (etape === null || action.etat === 'suspendue' || action.etat === 'abandonnee') return [];
    return [
      {
        cle: action.id,
        titre: `${action.titre} : ${etape.libelle}`,
        debut: etape.debut,
        jour: etape.fin,
        etat: etatDEcheance(etape.fin, aujourdhui),
        chemin: `${chemin}/actions/${action.id}`,
        article: null,
      },
    ];
  });
  return actions.length === 0 ? [] : [communication, ...etapes];
};

/**
 * Où en est la démarche : l’état réel de chaque pièce et les prochaines échéances, lus par les portes
 * des tranches. Sert à l’accueil et au plan de l’atelier.
 */
export const lireEtatDeLaDemarche = (
  base: Base,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<EtatDeLaDemarche> =>
  dansTerritoire(base, contexte, async (tx) => {
    const campagnes = await suivreCampagnes(tx, contexte);
    const adoption = await lireAdoption(tx, contexte, aujourdhui);
    const fiches = adoption === null ? [] : await listerFiches(tx, contexte, adoption.schema.id);
    const actions = await lireActions(tx, contexte);
    const services = await lireServicesEtMembres(tx, contexte, aujourdhui);
    const conventions = await lireConventions(tx, contexte);
    const enVigueur = await lireConventionsEnVigueur(tx, contexte, aujourdhui);
    const faits: FaitsDeLaDemarche = {
      aujourdhui,
      campagnes,
      perimetres: (await lirePerimetresRetenus(tx, contexte)).length,
      fiches: {
        total: fiches.length,
        pretes: fiches.filter(({ etat }) => etat === 'prete').length,
      },
      adoption: resumerAdoption(adoption),
      services: {
        total: services.length,
        ouverts: services.filter(({ membres }) => membres.length > 0).length,
      },
      conventions: { total: conventions.length, enVigueur: enVigueur.length },
      etats: (await lireEtatsEmis(tx, contexte)).length,
      actions: {
        suivies: actions.length,
        enRetard: actions.filter((action) => meteoDeLAction(action, aujourdhui) === 'rouge').length,
      },
      estPublie: (await lirePublicationEnLigne(tx, contexte)) !== null,
    };
    const tenues = communicationsTenues(adoption?.evenements ?? []).map(({ annee }) => annee);
    const populations = (adoption?.communes ?? []).flatMap(({ population }) => population ?? []);
    return {
      faits,
      pieces: jugerLesPieces(faits),
      echeances: ordonner([
        ...echeancesDeCollecte(campagnes, aujourdhui),
        ...echeancesDeDroit(
          // Le suivi des actions donne la communication annuelle (SCH-09) plus précisément.
          (adoption?.sortie.echeances ?? []).filter(
            ({ code }) => code !== 'SCH-09' || actions.length === 0,
          ),
          aujourdhui,
        ),
        ...echeancesDuPilotage(actions, populations, tenues, aujourdhui),
      ]),
    };
  });

const etats = new WeakMap<Request, Promise<EtatDeLaDemarche>>();

/** L’état de la démarche pour une page : lu une fois par demande, pour sa charpente et son contenu. */
export const lireEtatPourLaPage = (
  request: Request,
  { base, contexte, aujourdhui }: Acces,
): Promise<EtatDeLaDemarche> => {
  const connu = etats.get(request) ?? lireEtatDeLaDemarche(base, contexte, aujourdhui);
  etats.set(request, connu);
  return connu;
};
