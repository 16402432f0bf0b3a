import type { Jour } from '../../moteurs/calendrier/index.ts';
import {
  type LectureDeGrille,
  lireClasseur,
  type Reference,
  refuserFichier,
  type SchemaDeGrille,
  type Territoire,
} from '../../moteurs/grille/index.ts';
import { GRILLES, trouverGrille } from '../../referentiel/grilles/index.ts';
import { lireTableur } from './lire-tableur.server.ts';

export interface DemandeDeGrille {
  readonly grille: string;
  readonly territoire: Territoire;
  readonly nomFichier: string;
  readonly octets: Uint8Array;
  /** Le schéma à appliquer ; celui du référentiel par défaut. */
  readonly schema?: SchemaDeGrille;
  /** SIREN de la collectivité choisie au dépôt. */
  readonly collectivite?: string | null;
  /** Autres grilles déjà en ligne, par nom. */
  readonly reference?: Reference;
  /** Jour de la lecture (borne les dates passées) ; aujourd’hui par défaut. */
  readonly aujourdhui?: Jour;
}

const aujourdhui = (): Jour => new Date().toISOString().slice(0, 10) as Jour;

/** Quand l’en-tête n’est pas celui de la grille demandée, dit à quelle autre grille le fichier ressemble. */
const reconnaitreAutreGrille = (
  demande: DemandeDeGrille,
  lecture: LectureDeGrille,
  lire: (schema: SchemaDeGrille) => LectureDeGrille,
): LectureDeGrille => {
  const rienDImporte =
    lecture.bilan.lignesImportees === 0 &&
    lecture.bilan.lignesBloquees > 0 &&
    lecture.anomalies.some((a) => a.regle === 'colonne-absente');
  if (lecture.erreurs?.[0]?.code !== 'en-tete-introuvable' && !rienDImporte) return lecture;
  const autre = GRILLES.filter((g) => g.nom !== demande.grille)
    .map((g) => ({ g, lue: lire(g) }))
    .filter(
      ({ lue }) =>
        lue.bilan.lignesImportees > lue.bilan.lignesBloquees &&
        !lue.anomalies.some((a) => a.regle === 'colonne-absente'),
    )
    .sort((a, b) => b.lue.bilan.lignesImportees - a.lue.bilan.lignesImportees)[0];
  if (!autre) return lecture;
  const message = `Ce fichier ressemble à la grille « ${autre.g.titre} » : déposez-le à sa place, ou partez du modèle attendu.`;
  return refuserFichier(
    demande.grille,
    demande.nomFichier,
    { code: 'autre-grille', message, regle: 'en-tete-introuvable', ligne: 1 },
    lecture.format,
  );
};

/**
 * Lit un fichier rendu par une commune avec une grille : octets → lignes réparées, anomalies, lignes bloquées, bilan.
 * Un fichier illisible donne une lecture refusée (`bilan.fichierRefuse`), jamais une exception.
 */
export const lireGrille = async (demande: DemandeDeGrille): Promise<LectureDeGrille> => {
  const schema = demande.schema ?? trouverGrille(demande.grille);
  if (!schema) throw new RangeError(`Grille inconnue : ${demande.grille}`);
  const lu = await lireTableur(demande.octets, demande.nomFichier);
  if (!lu.ok) {
    const vide = lu.refus.code === 'fichier-vide';
    return refuserFichier(schema.nom, demande.nomFichier, {
      code: lu.refus.code,
      message: lu.refus.message,
      regle: vide ? 'fichier-vide' : 'fichier-illisible',
    });
  }
  const lire = (s: SchemaDeGrille): LectureDeGrille =>
    lireClasseur({
      schema: s,
      territoire: demande.territoire,
      classeur: lu.valeur,
      nomFichier: demande.nomFichier,
      aujourdhui: demande.aujourdhui ?? aujourdhui(),
      collectivite: demande.collectivite ?? null,
      reference: demande.reference ?? {},
    });
  return reconnaitreAutreGrille(demande, lire(schema), lire);
};
