import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import {
  estForme,
  type FormeDeMutualisation,
} from '../../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { type Contexte, nouvelId } from '../../../socle/base/index.server.ts';
import type { Redaction } from '../saisie/champs.ts';
import { codeSuivant, type FicheEnregistree } from './fiche.ts';
import { type ImpactEnregistre, lireImpacts } from './impact-enregistre.ts';
import type { Moyens, SourceDeMoyens } from './moyens.ts';

interface LigneDeFiche {
  territoire_id: string;
  id: string;
  schema_id: string;
  perimetre_id: string | null;
  code: string;
  titre: string;
  service: string;
  forme: string;
  membres: string[];
  redaction: Redaction;
  impact: readonly ImpactEnregistre[];
  etat: 'brouillon' | 'prete';
  figee_le: Jour | null;
  agents_figes: number | null;
  etp_centiemes_figes: number | null;
  cout_centimes_fige: bigint | null;
  version: number;
  creee_le: Jour;
  creee_par: string;
  modifiee_le: Jour;
  modifiee_par: string;
  retiree_le: Jour | null;
}
interface TablesFiches {
  fiche_technique: LigneDeFiche;
  moyens_figes: {
    territoire_id: string;
    fiche_id: string;
    collectivite: string;
    agents: number;
    etp_centiemes: number;
    cout_centimes: bigint;
    etp_entier_centiemes: number;
    cout_entier_centimes: bigint;
    sources: readonly SourceDeMoyens[];
  };
}

/** Une fiche et, quand elle est prête, les totaux figés de ses moyens. */
export interface FicheLue extends FicheEnregistree {
  readonly schemaId: string;
  readonly totauxFiges: {
    readonly figesLe: Jour;
    readonly agents: number;
    readonly etpCentiemes: number;
    readonly coutCentimes: bigint;
  } | null;
}

const typer = <T>(tx: Transaction<T>) => tx as unknown as Transaction<TablesFiches>;
const enJson = <V>(valeur: V) => sql<V>`${JSON.stringify(valeur)}::jsonb`;

const lireForme = (texte: string): FormeDeMutualisation => {
  if (estForme(texte)) return texte;
  throw new Error(`Forme de mutualisation inconnue : ${texte}`);
};

const versFiche = (ligne: LigneDeFiche): FicheLue => ({
  id: ligne.id,
  schemaId: ligne.schema_id,
  code: ligne.code,
  titre: ligne.titre,
  service: ligne.service,
  forme: lireForme(ligne.forme),
  perimetreId: ligne.perimetre_id,
  perimetre: ligne.membres,
  redaction: ligne.redaction,
  impact: lireImpacts(ligne.impact),
  etat: ligne.etat,
  version: ligne.version,
  modifieeLe: ligne.modifiee_le,
  modifieePar: ligne.modifiee_par,
  totauxFiges:
    ligne.figee_le === null
      ? null
      : {
          figesLe: ligne.figee_le,
          agents: ligne.agents_figes ?? 0,
          etpCentiemes: ligne.etp_centiemes_figes ?? 0,
          coutCentimes: ligne.cout_centimes_fige ?? 0n,
        },
});

/** Les fiches du schéma qui n’ont pas été retirées, par code. */
export const listerFiches = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  schemaId: string,
): Promise<readonly FicheLue[]> => {
  const lignes = await typer(transaction)
    .selectFrom('fiche_technique')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .where('schema_id', '=', schemaId)
    .where('retiree_le', 'is', null)
    .orderBy('code')
    .execute();
  return lignes.map(versFiche);
};

/** Une fiche ; null si elle n’existe pas, est retirée, ou n’est pas de ce territoire. */
export const trouverFiche = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  id: string,
  options: { readonly sousVerrou?: boolean } = {},
): Promise<FicheLue | null> => {
  const ligne = await typer(transaction)
    .selectFrom('fiche_technique')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .where('retiree_le', 'is', null)
    .$if(options.sousVerrou === true, (requete) => requete.forUpdate())
    .executeTakeFirst();
  return ligne === undefined ? null : versFiche(ligne);
};

/** Les moyens figés d’une fiche, par collectivité (pour une commune : les siens seuls). */
export const lireMoyensFiges = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  ficheId: string,
): Promise<Moyens['parCollectivite']> => {
  const lignes = await typer(transaction)
    .selectFrom('moyens_figes')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .where('fiche_id', '=', ficheId)
    .orderBy('collectivite')
    .execute();
  return lignes.map((ligne) => ({
    collectivite: ligne.collectivite,
    agents: ligne.agents,
    etpCentiemes: ligne.etp_centiemes,
    coutCentimes: ligne.cout_centimes,
    etpEntierCentiemes: ligne.etp_entier_centiemes,
    coutEntierCentimes: ligne.cout_entier_centimes,
    sources: ligne.sources,
  }));
};

export interface FicheACreer
  extends Pick<
    FicheEnregistree,
    'titre' | 'service' | 'forme' | 'perimetreId' | 'perimetre' | 'redaction'
  > {
  readonly impact: readonly ImpactEnregistre[];
}

/** Ouvre une fiche en brouillon. Rend son identifiant, ou null si ce périmètre a déjà la sienne. */
export const inscrireFiche = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  schemaId: string,
  fiche: FicheACreer,
  aujourdhui: Jour,
): Promise<string | null> => {
  const tx = typer(transaction);
  await sql`select pg_advisory_xact_lock(724240030, hashtext(${schemaId}))`.execute(tx);
  const codes = await tx
    .selectFrom('fiche_technique')
    .select('code')
    .where('territoire_id', '=', territoireId)
    .where('schema_id', '=', schemaId)
    .execute();
  const id = nouvelId();
  const inscrite = await tx
    .insertInto('fiche_technique')
    .values({
      territoire_id: territoireId,
      id,
      schema_id: schemaId,
      perimetre_id: fiche.perimetreId,
      code: codeSuivant(codes.map(({ code }) => code)),
      titre: fiche.titre,
      service: fiche.service,
      forme: fiche.forme,
      membres: [...fiche.perimetre],
      redaction: enJson(fiche.redaction),
      impact: enJson(fiche.impact),
      etat: 'brouillon',
      figee_le: null,
      agents_figes: null,
      etp_centiemes_figes: null,
      cout_centimes_fige: null,
      version: 1,
      creee_le: aujourdhui,
      creee_par: auteur,
      modifiee_le: aujourdhui,
      modifiee_par: auteur,
      retiree_le: null,
    })
    .onConflict((conflit) => conflit.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inscrite?.id ?? null;
};

export type ChangementDeFiche = Partial<
  Pick<FicheEnregistree, 'titre' | 'service' | 'forme' | 'perimetre' | 'redaction'>
> & { readonly impact?: readonly ImpactEnregistre[] };

/** Écrit une fiche déjà relue sous verrou ; sa version avance d’un. */
export const changerFiche = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  id: string,
  { perimetre, redaction, impact, ...reste }: ChangementDeFiche,
  aujourdhui: Jour,
): Promise<void> => {
  await typer(transaction)
    .updateTable('fiche_technique')
    .set((eb) => ({
      ...reste,
      ...(perimetre === undefined ? {} : { membres: [...perimetre] }),
      ...(redaction === undefined ? {} : { redaction: enJson(redaction) }),
      ...(impact === undefined ? {} : { impact: enJson(impact) }),
      version: eb('version', '+', 1),
      modifiee_le: aujourdhui,
      modifiee_par: auteur,
    }))
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .execute();
};

/** Fige les moyens d’une fiche relue sous verrou et la déclare prête. */
export const figerFiche = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  id: string,
  moyens: Moyens,
  aujourdhui: Jour,
): Promise<void> => {
  const tx = typer(transaction);
  await tx
    .updateTable('fiche_technique')
    .set((eb) => ({
      etat: 'prete' as const,
      figee_le: aujourdhui,
      agents_figes: moyens.agents,
      etp_centiemes_figes: moyens.etpCentiemes,
      cout_centimes_fige: moyens.coutCentimes,
      version: eb('version', '+', 1),
      modifiee_le: aujourdhui,
      modifiee_par: auteur,
    }))
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .execute();
  if (moyens.parCollectivite.length === 0) return;
  await tx
    .insertInto('moyens_figes')
    .values(
      moyens.parCollectivite.map((ligne) => ({
        territoire_id: territoireId,
        fiche_id: id,
        collectivite: ligne.collectivite,
        agents: ligne.agents,
        etp_centiemes: ligne.etpCentiemes,
        cout_centimes: ligne.coutCentimes,
        etp_entier_centiemes: ligne.etpEntierCentiemes,
        cout_entier_centimes: ligne.coutEntierCentimes,
        sources: enJson(ligne.sources),
      })),
    )
    .execute();
};

/** Rouvre une fiche prête : ses moyens suivent de nouveau les données (le journal garde les figés). */
export const degelerFiche = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  id: string,
  aujourdhui: Jour,
): Promise<void> => {
  const tx = typer(transaction);
  await tx
    .deleteFrom('moyens_figes')
    .where('territoire_id', '=', territoireId)
    .where('fiche_id', '=', id)
    .execute();
  await tx
    .updateTable('fiche_technique')
    .set((eb) => ({
      etat: 'brouillon' as const,
      figee_le: null,
      agents_figes: null,
      etp_centiemes_figes: null,
      cout_centimes_fige: null,
      version: eb('version', '+', 1),
      modifiee_le: aujourdhui,
      modifiee_par: auteur,
    }))
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .execute();
};

/** Retire une fiche en brouillon ; elle reste au journal, son code n’est pas repris. */
export const retirerFiche = async <T>(
  transaction: Transaction<T>,
  { territoireId, auteur }: Contexte,
  id: string,
  aujourdhui: Jour,
): Promise<void> => {
  await typer(transaction)
    .updateTable('fiche_technique')
    .set({ retiree_le: aujourdhui, modifiee_le: aujourdhui, modifiee_par: auteur })
    .where('territoire_id', '=', territoireId)
    .where('id', '=', id)
    .where('etat', '=', 'brouillon')
    .execute();
};
