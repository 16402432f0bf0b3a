import {
  type ClasseurAEcrire,
  type CollectiviteDuTerritoire,
  composerGabarit,
  type FormatDeColonne,
  type Territoire,
} from '../../moteurs/grille/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { trouverGrille } from '../../referentiel/grilles/index.ts';
import { ecrireCsv } from './csv.ts';

export type FormatDeTableur = 'xlsx' | 'ods' | 'csv';

export const TYPES_MIME: Readonly<Record<FormatDeTableur, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
};

/**
 * « echange » : virgules et points décimaux, entre programmes. « bureau » : ce qu’un tableur réglé en
 * français ouvre d’un double clic (marque UTF-8, points-virgules, virgule décimale).
 */
export type UsageDuCsv = 'echange' | 'bureau';

const enTexte = (
  valeur: string | number,
  format: FormatDeColonne | undefined,
  usage: UsageDuCsv,
): string => {
  if (typeof valeur === 'string') return valeur;
  const texte = format === 'deux-decimales' ? valeur.toFixed(2) : String(valeur);
  return usage === 'bureau' ? texte.replace('.', ',') : texte;
};

const ecrireEnCsv = (classeur: ClasseurAEcrire, usage: UsageDuCsv): Uint8Array => {
  const [feuille] = classeur.feuilles;
  const lignes = (feuille?.rangees ?? []).map(({ cellules }) =>
    cellules.map((valeur, c) => enTexte(valeur, feuille?.colonnes[c]?.format, usage)),
  );
  return new TextEncoder().encode(
    usage === 'bureau' ? `\ufeff${ecrireCsv(lignes, ';')}` : ecrireCsv(lignes),
  );
};

/** Écrit un classeur dans le format demandé ; un CSV ne garde que la première feuille. */
export const ecrireTableur = async (
  classeur: ClasseurAEcrire,
  format: FormatDeTableur,
  usage: UsageDuCsv = 'echange',
): Promise<Uint8Array> => {
  if (format === 'csv') return ecrireEnCsv(classeur, usage);
  if (format === 'ods') {
    const { ecrireOds } = await import('./ecrire-ods.server.ts');
    return ecrireOds(classeur);
  }
  const { ecrireXlsx } = await import('./ecrire-xlsx.server.ts');
  return ecrireXlsx(classeur);
};

export interface DemandeDeFabrication {
  readonly grille: string;
  readonly territoire: Territoire;
  /** SIREN de la collectivité à qui le gabarit est remis. */
  readonly siren: string;
  readonly format: FormatDeTableur;
  /** Lignes déjà en ligne, reprises dans le gabarit. */
  readonly lignes?: readonly Readonly<Record<string, string>>[];
  /** Lignes vides offertes à la saisie (40 par défaut, aucune en CSV). */
  readonly vides?: number;
  readonly usage?: UsageDuCsv;
}

const trouverCollectivite = (
  territoire: Territoire,
  siren: string,
): CollectiviteDuTerritoire | undefined =>
  territoire.epci.siren === siren
    ? territoire.epci
    : territoire.communes.find((c) => c.siren === siren);

/** Fabrique le gabarit d’une grille pour une collectivité du territoire ; refuse une grille ou un SIREN inconnus. */
export const fabriquerGabarit = async (
  demande: DemandeDeFabrication,
): Promise<Resultat<Uint8Array>> => {
  const schema = trouverGrille(demande.grille);
  if (!schema)
    return refuser({
      code: 'grille-inconnue',
      message: `La grille « ${demande.grille} » n’existe pas : voyez « grille lister ».`,
      chemin: 'grille',
    });
  const collectivite = trouverCollectivite(demande.territoire, demande.siren);
  if (!collectivite)
    return refuser({
      code: 'collectivite-inconnue',
      message: `Le SIREN ${demande.siren} n’est pas celui d’un membre de ${demande.territoire.epci.nom}.`,
      chemin: 'siren',
    });
  const classeur = composerGabarit({
    schema,
    collectivite,
    epci: demande.territoire.epci,
    lignes: demande.lignes ?? [],
    vides: demande.vides ?? (demande.format === 'csv' ? 0 : 40),
  });
  return accepter(await ecrireTableur(classeur, demande.format, demande.usage));
};
