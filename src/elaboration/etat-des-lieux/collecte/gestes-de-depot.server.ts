import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { lireChamp } from '../../../socle/formulaires/index.ts';
import { grouperAnomalies } from './anomalies.ts';
import { abandonnerDepot, changerDepot } from './changer-depot.server.ts';
import { avecReprise } from './coupure.server.ts';
import {
  confirmer,
  type DecisionsDeDepot,
  type Depot,
  laisserDeCote,
  mesurerDepot,
  reprendre,
} from './depot.ts';
import type { AccesALaGrille } from './ouvrir-collecte.server.ts';
import { validerDepot } from './valider.server.ts';

const choixDe = <T extends string>(
  donnees: FormData,
  prefixe: string,
  admis: readonly T[],
): Readonly<Record<string, T>> =>
  Object.fromEntries(
    [...donnees].flatMap(([nom, valeur]) => {
      const choisi = admis.find((un) => un === valeur);
      return nom.startsWith(prefixe) && choisi !== undefined
        ? [[nom.slice(prefixe.length), choisi] as const]
        : [];
    }),
  );

/** Les décisions après un geste de vérification ; null si ce n’en est pas un. */
const deciderGeste = (depot: Depot, geste: string, donnees: FormData): DecisionsDeDepot | null => {
  const { lecture, decisions } = depot;
  switch (geste) {
    case 'confirmer':
      return confirmer(decisions, [Number(lireChamp(donnees, 'numero'))]);
    case 'confirmer-groupe': {
      const groupe = grouperAnomalies(lecture).find(
        ({ cle }) => cle === lireChamp(donnees, 'groupe'),
      );
      return confirmer(decisions, groupe?.anomalies.map(({ numero }) => numero) ?? []);
    }
    case 'tout-confirmer':
      return confirmer(
        decisions,
        mesurerDepot(lecture, decisions).aConfirmer.map(({ numero }) => numero),
      );
    case 'laisser':
      return laisserDeCote(decisions, lireChamp(donnees, 'repere'));
    case 'reprendre':
      return reprendre(decisions, lireChamp(donnees, 'repere'));
    case 'trancher':
      return {
        ...decisions,
        conflits: {
          ...decisions.conflits,
          ...choixDe(donnees, 'conflit:', ['depose', 'en-ligne'] as const),
        },
        retraits: {
          ...decisions.retraits,
          ...choixDe(donnees, 'retrait:', ['retirer', 'garder'] as const),
        },
      };
    default:
      return null;
  }
};

const ANCRES: Readonly<Record<string, string>> = {
  confirmer: '#anomalies',
  'confirmer-groupe': '#anomalies',
  'tout-confirmer': '#anomalies',
  laisser: '#bloquees',
  reprendre: '#bloquees',
  trancher: '#comparaison',
};

const valider = async (acces: AccesALaGrille, id: string): Promise<Resultat<string>> => {
  if (!acces.peutValider) {
    return refuser({
      code: 'droit-absent',
      message:
        'Votre rôle prépare les dépôts sans les valider : demandez à la commune ou à la personne pilote de valider celui-ci. Vos décisions sont gardées.',
    });
  }
  const validation = await avecReprise(() =>
    validerDepot(acces.base, acces.contexte, id, acces.aujourdhui),
  );
  if (!validation.ok) return validation;
  const { ecrites, retirees } = validation.valeur;
  return accepter(`${acces.chemin}/depots/${id}?ecrites=${ecrites}&retirees=${retirees}`);
};

/** Les gestes de la vérification d’un dépôt ; rend l’adresse où aller ensuite. */
export const agirSurDepot = async (
  acces: AccesALaGrille,
  id: string,
  donnees: FormData,
): Promise<Resultat<string>> => {
  const geste = lireChamp(donnees, 'geste');
  if (geste === 'valider') return valider(acces, id);
  if (geste === 'abandonner') {
    const abandon = await abandonnerDepot(acces.base, acces.contexte, id);
    return abandon.ok ? accepter(acces.chemin) : abandon;
  }
  const change = await changerDepot(acces.base, acces.contexte, id, (depot) => {
    const decisions = deciderGeste(depot, geste, donnees);
    return decisions === null
      ? refuser({ code: 'geste-inconnu', message: 'Ce geste n’existe pas : rechargez la page.' })
      : accepter(decisions);
  });
  // Une longue liste de lignes bloquées reste à la page où l’on était.
  const page = Number(lireChamp(donnees, 'bloquees'));
  const requete = Number.isInteger(page) && page > 1 ? `?bloquees=${page}` : '';
  return change.ok
    ? accepter(`${acces.chemin}/depots/${id}${requete}${ANCRES[geste] ?? ''}`)
    : change;
};
