import { ecrireMontant } from '../../moteurs/calcul/index.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { trouverService } from '../../referentiel/nomenclatures/services.ts';
import { typographier } from '../../socle/ui/index.ts';
import {
  type ActionSuivie,
  avancementDeLAction,
  compteDansLeSchema,
  meteoDeLAction,
} from './action.ts';
import type { CadreBudgetaire } from './communication-annuelle.ts';
import { ETATS_D_ACTION } from './etats-d-action.ts';
import type { CoutAnnuel, ServiceMutualise } from './services-mutualises.ts';

/** Ce qui s’écrit à la main dans le rapport d’une année. Listes : une ligne par élément. */
export interface RedactionDuRapport {
  readonly seance: Jour | null;
  readonly cadre: CadreBudgetaire;
  readonly faits: readonly string[];
  readonly gains: string;
  readonly achats: string;
  readonly parc: string;
  readonly climat: string;
  readonly difficultes: string;
  readonly programme: readonly string[];
}

export const redactionVide = (cadre: CadreBudgetaire): RedactionDuRapport => ({
  seance: null,
  cadre,
  faits: [],
  gains: '',
  achats: '',
  parc: '',
  climat: '',
  difficultes: '',
  programme: [],
});

export interface MatiereDuRapport {
  readonly annee: number;
  readonly epci: string;
  readonly redaction: RedactionDuRapport;
  readonly actions: readonly ActionSuivie[];
  readonly services: readonly ServiceMutualise[];
  readonly couts: readonly CoutAnnuel[];
  /** Les communes membres, dans l’ordre où l’annexe les cite. */
  readonly communes: readonly { readonly siren: string; readonly nom: string }[];
  readonly aujourdhui: Jour;
}

const ecrireEtat = (action: ActionSuivie, aujourdhui: Jour): string =>
  meteoDeLAction(action, aujourdhui) === 'rouge'
    ? `${ETATS_D_ACTION[action.etat].toLowerCase()}, en retard`
    : ETATS_D_ACTION[action.etat].toLowerCase();

const nommerLAxe = ({ axe, service }: ActionSuivie): string =>
  axe.trim() || typographier(trouverService(service)?.libelle ?? service);

const donneesDesServices = ({ services, couts, annee }: MatiereDuRapport) =>
  services.map(({ id, nom, membres, etpCentiemes }) => {
    const cout = couts.find((candidat) => candidat.serviceId === id && candidat.annee === annee);
    return {
      service: cout?.estPrevu === true ? `${nom} (coût prévisionnel)` : nom,
      communes: membres.length,
      etp: (etpCentiemes / 100).toFixed(2),
      activite: cout?.activite || 'non relevée',
      // Un coût qu’on ne connaît pas n’est pas un coût nul : le modèle le réclame.
      cout: cout === undefined ? undefined : ecrireMontant(cout.coutCentimes),
      refacture: cout === undefined ? undefined : ecrireMontant(cout.refactureCentimes),
    };
  });

const donneesParCommune = ({ services, couts, annee, communes }: MatiereDuRapport) =>
  communes.flatMap(({ siren, nom }) => {
    const utilises = services.filter(({ membres }) =>
      membres.some(({ collectivite }) => collectivite === siren),
    );
    if (utilises.length === 0) return [];
    const montant = couts
      .filter((cout) => cout.annee === annee)
      .flatMap(({ parCommune }) => parCommune)
      .filter(({ collectivite }) => collectivite === siren)
      .reduce((somme, { montantCentimes }) => somme + montantCentimes, 0n);
    return [
      {
        commune: nom,
        services: utilises.map((service) => service.nom).join(', '),
        montant: ecrireMontant(montant),
      },
    ];
  });

/** Un texte vide est une absence : le modèle le réclame au lieu de l’imprimer vide. */
const ouAbsent = (texte: string): string | undefined => texte.trim() || undefined;
const listeOuAbsente = (textes: readonly string[]): readonly string[] | undefined =>
  textes.length === 0 ? undefined : textes;

/** Les données du modèle « rapport-annuel », d’après ce qui est suivi et ce qui est rédigé. */
export const donneesDuRapport = (matiere: MatiereDuRapport): Record<string, unknown> => {
  const { annee, epci, redaction, actions, aujourdhui } = matiere;
  return {
    epci,
    annee: String(annee),
    seance: redaction.seance ?? undefined,
    cadre_budgetaire: redaction.cadre,
    faits: listeOuAbsente(redaction.faits),
    actions: actions.filter(compteDansLeSchema).map((action) => ({
      action: action.titre,
      axe: nommerLAxe(action),
      avancement: String(avancementDeLAction(action)),
      etat: ecrireEtat(action, aujourdhui),
      suite: action.suite.trim() || 'poursuite de l’action',
    })),
    services: donneesDesServices(matiere),
    gains: ouAbsent(redaction.gains),
    achats: ouAbsent(redaction.achats),
    parc: ouAbsent(redaction.parc),
    climat: ouAbsent(redaction.climat),
    difficultes: ouAbsent(redaction.difficultes),
    programme: listeOuAbsente(redaction.programme),
    par_commune: donneesParCommune(matiere),
  };
};
