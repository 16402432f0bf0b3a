import {
  CRITERES_DE_PERIMETRE,
  type CritereDePerimetre,
  FAMILLES_DE_CRITERES,
} from '../../referentiel/criteres/index.ts';
import type { GrilleNotee, ServiceEvalue } from './evaluer.ts';
import type { CelluleDeMesure, GrilleDeDecision, NoteCalculee, NoteDonnee } from './modele.ts';

/** Une case de la matrice : la note retenue et ce qu’il faut en savoir. */
export interface CaseDeNote {
  readonly critere: string;
  readonly note: number | null;
  readonly estCalculee: boolean;
  readonly estADebattre: boolean;
  readonly min: number | null;
  readonly max: number | null;
}

export interface ServiceMontre {
  readonly service: string;
  readonly libelle: string;
  readonly score: number | null;
  readonly completude: number;
  readonly estProvisoire: boolean;
  readonly estEcarte: boolean;
  /** Libellé du seuil de décision atteint, si le service est classable. */
  readonly conseil: string | null;
  readonly rang: number | null;
  /** Critères à débattre : libellés. */
  readonly aDebattre: readonly string[];
  readonly evaluateurs: number;
  /** Vrai quand la personne qui regarde a déjà noté ce service. */
  readonly estNoteParMoi: boolean;
  readonly cases: readonly CaseDeNote[];
}

const libelleDe = (code: string): string =>
  CRITERES_DE_PERIMETRE.find((critere) => critere.code === code)?.libelle ?? code;

const montrerService = (
  evalue: ServiceEvalue,
  notes: readonly NoteDonnee[],
  moi: string,
): ServiceMontre => ({
  service: evalue.service,
  libelle: evalue.libelle,
  score: evalue.score.score,
  completude: evalue.score.completude,
  estProvisoire: evalue.score.estProvisoire,
  estEcarte: evalue.score.estEcartee,
  conseil: evalue.score.decision?.libelle ?? null,
  rang: evalue.rang,
  aDebattre: evalue.criteres
    .filter(({ consolidee }) => consolidee?.estADebattre === true)
    .map(({ code }) => libelleDe(code)),
  evaluateurs: new Set(notes.map(({ evaluateur }) => evaluateur)).size,
  estNoteParMoi: notes.some(({ evaluateur }) => evaluateur === moi),
  cases: evalue.criteres.map(({ code, note, estCalculee, consolidee }) => ({
    critere: code,
    note,
    estCalculee,
    estADebattre: consolidee?.estADebattre === true,
    min: consolidee?.min ?? null,
    max: consolidee?.max ?? null,
  })),
});

/** La grille telle qu’elle se regarde : une ligne par service. */
export const montrerGrille = (
  grille: GrilleDeDecision,
  notee: GrilleNotee,
  moi: string,
): readonly ServiceMontre[] => {
  const parService = Map.groupBy(grille.notes, ({ service }) => service);
  return notee.services.map((evalue) =>
    montrerService(evalue, parService.get(evalue.service) ?? [], moi),
  );
};

/** Une mesure montrée : sans chiffre par agent ni par commune pour qui ne voit pas le nominatif. */
export interface MesureMontree {
  readonly nom: string;
  readonly classe: string;
  readonly agents: number | null;
  readonly etpCentiemes: number | null;
  readonly cellules: readonly (Omit<CelluleDeMesure, 'etpCentiemes'> & {
    readonly etpCentiemes: number | null;
  })[];
}

export interface NoteCalculeeMontree {
  readonly critere: string;
  readonly note: number;
  readonly phrase: string;
  readonly regle: string;
  readonly mesures: readonly MesureMontree[];
}

/**
 * La note calculée et ses cellules. L’ETP d’un agent est une donnée personnelle : sans le droit
 * « agents:nominatif », on montre la classe de chaque commune et où sont les cellules, pas leur valeur.
 */
export const montrerNoteCalculee = (
  { critere, note, phrase, regle, mesures }: NoteCalculee,
  estNominatif: boolean,
): NoteCalculeeMontree => ({
  critere,
  note,
  phrase,
  regle,
  mesures: mesures.map(({ nom, classe, agents, etpCentiemes, cellules }) => ({
    nom,
    classe,
    agents: estNominatif ? agents : null,
    etpCentiemes: estNominatif ? etpCentiemes : null,
    cellules: cellules.map((cellule) => ({
      ...cellule,
      etpCentiemes: estNominatif ? cellule.etpCentiemes : null,
    })),
  })),
});

/** Un critère à noter, avec ce que la personne a déjà dit et ce que les données proposent. */
export interface CritereANoter
  extends Pick<CritereDePerimetre, 'code' | 'libelle' | 'question' | 'ancrages' | 'veto'> {
  readonly note: number | null;
  readonly justification: string;
  readonly calculee: NoteCalculeeMontree | null;
}

/** Les critères par famille, pour la page où l’on note un service. */
export const montrerCriteres = (
  grille: GrilleDeDecision,
  service: string,
  moi: string,
  estNominatif: boolean,
): readonly { readonly famille: string; readonly criteres: readonly CritereANoter[] }[] =>
  FAMILLES_DE_CRITERES.map((famille) => ({
    famille,
    criteres: CRITERES_DE_PERIMETRE.filter((critere) => critere.famille === famille).map(
      ({ code, libelle, question, ancrages, veto }) => {
        const mienne = grille.notes.find(
          (note) => note.service === service && note.critere === code && note.evaluateur === moi,
        );
        const calculee = grille.calculees.find(
          (note) => note.service === service && note.critere === code,
        );
        return {
          code,
          libelle,
          question,
          ancrages,
          veto,
          note: mienne?.note ?? null,
          justification: mienne?.justification ?? '',
          calculee: calculee === undefined ? null : montrerNoteCalculee(calculee, estNominatif),
        };
      },
    ),
  })).filter(({ criteres }) => criteres.length > 0);
