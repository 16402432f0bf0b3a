import type { CadreDuSchema } from '../../elaboration/schema/index.ts';
import { anneeDe, type Jour } from '../../moteurs/calendrier/index.ts';
import { BAREME_DROIT_DES_SOLS } from '../../referentiel/baremes/droit-des-sols.ts';
import type { Collectivite } from '../../socle/territoire/index.ts';
import { millesimeCommun } from '../../socle/territoire/index.ts';
import { type ContenuServiceCommun, contenuVierge, type Partie } from '../conventions/index.ts';
import { type AgentDuService, dresserBilan, postesDuService } from './agents.ts';

/** Ce que la fiche technique donne à la convention. */
export interface FicheDOrigine {
  readonly id: string;
  readonly code: string;
  readonly titre: string;
  readonly service: string;
  readonly objectifs: string;
  readonly missions: readonly string[];
  readonly exclusions: readonly string[];
  /** Date d’entrée des premiers adhérents, si la fiche l’écrit. */
  readonly entree: Jour | null;
  /** SIREN des membres. */
  readonly perimetre: readonly string[];
  readonly indicateurs: readonly {
    readonly libelle: string;
    readonly cible: string;
    readonly unite: string;
  }[];
  readonly calendrier: readonly { readonly debut: Jour }[];
}

const enPhrases = (texte: string): readonly string[] =>
  texte
    .split(/\n+|(?<=[.;])\s+/)
    .map((phrase) => phrase.replace(/^[-•]\s*/, '').trim())
    .filter((phrase) => phrase !== '');

/** La date d’entrée que dit la fiche ; à défaut, la prochaine étape de son calendrier, ou le 1er janvier suivant. */
const effetPrevu = ({ calendrier, entree }: FicheDOrigine, aujourdhui: Jour): Jour =>
  entree ??
  calendrier
    .map(({ debut }) => debut)
    .toSorted()
    .find((debut) => debut > aujourdhui) ??
  `${anneeDe(aujourdhui) + 1}-01-01`;

/** La clé proposée : actes pondérés pour le droit des sols, population sinon. */
const financesProposees = (
  service: string,
  annee: number,
  collectivites: readonly Collectivite[],
  finances: ContenuServiceCommun['finances'],
): ContenuServiceCommun['finances'] => {
  const millesime = millesimeCommun(collectivites, ['municipale']) ?? finances.population.millesime;
  const commun = { ...finances, annee, population: { genre: 'municipale' as const, millesime } };
  return service === 'ADS'
    ? {
        ...commun,
        cle: { mode: 'critere', critere: 'equivalents-actes' },
        bareme: BAREME_DROIT_DES_SOLS.map(({ type, libelle, poids }) => ({ type, libelle, poids })),
      }
    : commun;
};

/** Le projet de convention d’un service, tiré de sa fiche : ce qu’elle dit n’est pas ressaisi. */
export const contenuInitial = (
  fiche: FicheDOrigine,
  {
    gestionnaire,
    agents,
    collectivites,
    cadre,
    aujourdhui,
  }: {
    cadre: CadreDuSchema;
    gestionnaire: string;
    agents: readonly AgentDuService[];
    collectivites: readonly Collectivite[];
    aujourdhui: Jour;
  },
): ContenuServiceCommun => {
  const vierge = contenuVierge(fiche.titre, gestionnaire);
  const noms = new Map(collectivites.map(({ siren, nom }) => [siren, nom]));
  const effetLe = effetPrevu(fiche, aujourdhui);
  return {
    ...vierge,
    objectifs: enPhrases(fiche.objectifs),
    schema: cadre.approbation,
    tribunal: cadre.tribunal,
    missions: fiche.missions.map((intitule) => ({
      intitule,
      autorite: null,
      competenceTransferee: false,
      centreDeGestion: false,
    })),
    exclusions: fiche.exclusions,
    transferes: dresserBilan(agents).transferes.nombre,
    postes: postesDuService(agents, (siren) => noms.get(siren) ?? siren),
    engagements: fiche.indicateurs.map(({ libelle, cible, unite }) => ({
      indicateur: libelle,
      cible: [cible, unite].filter((texte) => texte !== '').join(' '),
    })),
    finances: financesProposees(fiche.service, anneeDe(effetLe), collectivites, vierge.finances),
    donneesPersonnelles: {
      responsable: noms.get(gestionnaire) ?? '',
      role: 'destinataires des seules données de leur territoire',
    },
    effetLe,
  };
};

/** Les parties : l’intercommunalité et les communes du périmètre. */
export const partiesDe = (
  perimetre: readonly string[],
  collectivites: readonly Collectivite[],
  siege: string,
): readonly Partie[] => {
  const membres = new Set(perimetre);
  return collectivites.flatMap(({ siren, nom, type, codePostal }): Partie[] =>
    type === 'epci' || membres.has(siren)
      ? [
          {
            siren,
            nom,
            qualite: type === 'epci' ? 'epci' : 'commune',
            adresse:
              type === 'epci'
                ? siege
                : ['Mairie', codePostal ?? '', nom].filter((t) => t !== '').join(', '),
            representant: null,
          },
        ]
      : [],
  );
};
