import { rechercherCampagnes } from '../../elaboration/etat-des-lieux/index.server.ts';
import { rechercherFiches, rechercherSections } from '../../elaboration/schema/index.server.ts';
import { rechercherConventions } from '../../mise-en-oeuvre/conventions/index.server.ts';
import { rechercherEtats } from '../../mise-en-oeuvre/refacturation/index.server.ts';
import { rechercherServices } from '../../mise-en-oeuvre/services-communs/index.server.ts';
import type { Acces } from '../../socle/acces/index.server.ts';
import type { Droit } from '../../socle/acces/index.ts';
import { type Contexte, dansTerritoire, type Transaction } from '../../socle/base/index.server.ts';
import {
  COMBIEN_DE_TROUVAILLES,
  type Question,
  repondA,
  type Trouvaille,
} from '../../socle/recherche/index.ts';
import { rechercherCollectivites } from '../../socle/territoire/index.server.ts';
import { aUnePageSimple, PLAN } from '../plan.ts';

interface Rayon {
  readonly cle: string;
  readonly titre: string;
  /** Sans ce droit, on n’y cherche pas : on ne trouve que ce qu’on peut ouvrir. */
  readonly droit: Droit;
  readonly chercher: (
    tx: Transaction<unknown>,
    contexte: Contexte,
    question: Question,
  ) => Promise<readonly Trouvaille[]>;
}

/** Où l’on cherche, dans l’ordre où l’on montre. */
const RAYONS: readonly Rayon[] = [
  {
    cle: 'collectivites',
    titre: 'Communes et intercommunalité',
    droit: 'territoire:lire',
    chercher: (tx, _, question) => rechercherCollectivites(tx, question),
  },
  { cle: 'fiches', titre: 'Fiches techniques', droit: 'schema:lire', chercher: rechercherFiches },
  {
    cle: 'sections',
    titre: 'Sections du schéma',
    droit: 'schema:rediger',
    chercher: rechercherSections,
  },
  {
    cle: 'services',
    titre: 'Services communs',
    droit: 'convention:lire',
    chercher: rechercherServices,
  },
  {
    cle: 'conventions',
    titre: 'Conventions',
    droit: 'convention:lire',
    chercher: rechercherConventions,
  },
  {
    cle: 'etats',
    titre: 'États de refacturation',
    droit: 'etat:lire',
    chercher: rechercherEtats,
  },
  { cle: 'campagnes', titre: 'Campagnes', droit: 'grille:lire', chercher: rechercherCampagnes },
];

/** Ce qu’un rayon a trouvé. */
export interface GroupeTrouve {
  readonly cle: string;
  readonly titre: string;
  readonly trouvailles: readonly Trouvaille[];
  readonly ilEnReste: boolean;
}

const chercherDansLePlan = ({ role, peut }: Acces, question: Question): readonly Trouvaille[] =>
  aUnePageSimple(role)
    ? []
    : PLAN.filter(
        ({ titre, partie, droit }) => peut(droit) && repondA(question, `${titre} ${partie}`),
      ).map(({ titre, partie, chemin }) => ({ cle: chemin, titre, detail: partie, chemin }));

/**
 * Cherche partout où la personne peut aller, dans une seule transaction cloisonnée : ni un autre
 * territoire, ni ce que son rôle ou sa commune ne lui ouvre pas.
 */
export const rechercherTout = async (
  acces: Acces,
  question: Question,
): Promise<readonly GroupeTrouve[]> => {
  const { base, contexte, peut } = acces;
  const groupes = await dansTerritoire<unknown, GroupeTrouve[]>(base, contexte, async (tx) => {
    const trouves: GroupeTrouve[] = [];
    for (const { cle, titre, droit, chercher } of RAYONS) {
      if (!peut(droit)) continue;
      const trouvailles = await chercher(tx, contexte, question);
      trouves.push({
        cle,
        titre,
        trouvailles: trouvailles.slice(0, COMBIEN_DE_TROUVAILLES),
        ilEnReste: trouvailles.length > COMBIEN_DE_TROUVAILLES,
      });
    }
    return trouves;
  });
  const pages = {
    cle: 'pages',
    titre: 'Pages',
    trouvailles: chercherDansLePlan(acces, question),
    ilEnReste: false,
  };
  return [pages, ...groupes].filter(({ trouvailles }) => trouvailles.length > 0);
};
