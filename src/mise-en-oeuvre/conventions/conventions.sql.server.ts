import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Contexte, nouvelId } from '../../socle/base/index.server.ts';
import {
  type ContenuDeConvention,
  type Convention,
  conventionsEnVigueur,
  type EvenementDeConvention,
  type Partie,
  type Representant,
  type SorteDeConvention,
  versionCourante,
  versionSignee,
} from './convention.ts';
import {
  deciderAnnulation,
  deciderFaits,
  type FaitAEnregistrer,
  type TerritoireInstruit,
} from './instruire.ts';
import { SORTES } from './sortes.ts';

interface TablesConventions {
  convention: {
    territoire_id: string;
    id: string;
    sorte: SorteDeConvention;
    titre: string;
    objet_id: string | null;
    correspondant: string;
    modifie_id: string | null;
    cree_le: Jour;
    cree_par: string;
  };
  partie_convention: {
    territoire_id: string;
    convention_id: string;
    siren: string;
    nom: string;
    qualite: Partie['qualite'];
    adresse: string;
    representant: Representant | null;
  };
  version_convention: {
    territoire_id: string;
    convention_id: string;
    numero: number;
    redaction: ContenuDeConvention;
    motif: string;
    empreinte: string | null;
    figee_le: Jour | null;
    ecrite_par: string;
    revision: number;
  };
  evenement_convention: {
    territoire_id: string;
    convention_id: string;
    id: string;
    type: string;
    le: Jour;
    siren: string | null;
    numero_version: number | null;
    donnees: Readonly<Record<string, unknown>>;
    annule_id: string | null;
    enregistre_le: Date;
    enregistre_par: string;
  };
  document_convention: {
    territoire_id: string;
    convention_id: string;
    id: string;
    numero_version: number;
    nature: NatureDeDocument;
    format: FormatGarde;
    fichier_id: string;
    empreinte: string;
    garde_le: Jour;
  };
}
export type NatureDeDocument = 'convention' | 'fiche-impact';
export type FormatGarde = 'pdf' | 'docx' | 'odt';

type Tx = Transaction<TablesConventions>;
const typer = <T>(tx: Transaction<T>): Tx => tx as unknown as Tx;

/** SHA-256 d’une rédaction, clés rangées : deux rédactions égales ont la même empreinte. */
export const empreinteDe = (valeur: unknown): string => {
  const ranger = (_cle: string, v: unknown): unknown =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : v;
  return createHash('sha256').update(JSON.stringify(valeur, ranger)).digest('hex');
};

const grouper = <L extends { readonly convention_id: string }>(lignes: readonly L[]) =>
  Map.groupBy(lignes, ({ convention_id }) => convention_id);

/** L’intercommunalité en tête, puis les communes dans l’ordre français (Écoche avant La Gresle). */
const rangerParties = <P extends Pick<Partie, 'qualite' | 'nom'>>(parties: readonly P[]) =>
  parties.toSorted(
    (a, b) =>
      Number(b.qualite === 'epci') - Number(a.qualite === 'epci') ||
      a.nom.localeCompare(b.nom, 'fr'),
  );

const lireOu = async (
  tx: Tx,
  { territoireId }: Contexte,
  ids: readonly string[] | null,
): Promise<readonly Convention[]> => {
  if (ids !== null && ids.length === 0) return [];
  const lignes = await tx
    .selectFrom('convention')
    .selectAll()
    .where('territoire_id', '=', territoireId)
    .$if(ids !== null, (requete) => requete.where('id', 'in', ids ?? []))
    .orderBy('id')
    .execute();
  const trouves = lignes.map(({ id }) => id);
  if (trouves.length === 0) return [];
  const parties = grouper(
    await tx
      .selectFrom('partie_convention')
      .selectAll()
      .where('territoire_id', '=', territoireId)
      .where('convention_id', 'in', trouves)
      .execute(),
  );
  const versions = grouper(
    await tx
      .selectFrom('version_convention')
      .selectAll()
      .where('territoire_id', '=', territoireId)
      .where('convention_id', 'in', trouves)
      .orderBy('numero')
      .execute(),
  );
  const evenements = grouper(
    await tx
      .selectFrom('evenement_convention')
      .selectAll()
      .where('territoire_id', '=', territoireId)
      .where('convention_id', 'in', trouves)
      .orderBy('le')
      .orderBy('id')
      .execute(),
  );
  return lignes.flatMap((ligne) => {
    const [premiere, ...suivantes] = (versions.get(ligne.id) ?? []).map((version) => ({
      numero: version.numero,
      contenu: version.redaction,
      motif: version.motif,
      empreinte: version.empreinte,
      figeeLe: version.figee_le,
      revision: version.revision,
    }));
    if (premiere === undefined) return [];
    return {
      id: ligne.id,
      sorte: ligne.sorte,
      titre: ligne.titre,
      objetId: ligne.objet_id,
      modifieId: ligne.modifie_id,
      correspondant: ligne.correspondant,
      creeLe: ligne.cree_le,
      parties: rangerParties(parties.get(ligne.id) ?? []).map(
        ({ siren, nom, qualite, adresse, representant }) => ({
          siren,
          nom,
          qualite,
          adresse,
          representant,
        }),
      ),
      versions: [premiere, ...suivantes] as const,
      evenements: (evenements.get(ligne.id) ?? []).map((fait) => ({
        id: fait.id,
        type: fait.type,
        le: fait.le,
        siren: fait.siren,
        version: fait.numero_version,
        donnees: fait.donnees,
        annule: fait.annule_id,
        enregistrePar: fait.enregistre_par,
      })),
    };
  });
};

/** Une convention entière, ou null. */
export const lireConvention = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  id: string,
): Promise<Convention | null> => (await lireOu(typer(tx), contexte, [id]))[0] ?? null;

/** Toutes les conventions du territoire. */
export const lireConventions = <T>(
  tx: Transaction<T>,
  contexte: Contexte,
): Promise<readonly Convention[]> => lireOu(typer(tx), contexte, null);

/** Les conventions qui produisent leurs effets ce jour-là (les avenants remplacent ce qu’ils modifient). */
export const lireConventionsEnVigueur = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  le: Jour,
): Promise<readonly Convention[]> => conventionsEnVigueur(await lireConventions(tx, contexte), le);

export interface ConventionACreer {
  readonly sorte: SorteDeConvention;
  readonly titre: string;
  readonly objetId: string | null;
  readonly modifieId?: string | null;
  readonly contenu: ContenuDeConvention;
  readonly parties: readonly Partie[];
}

/** Crée un projet de convention, version 1 en brouillon. Rend son identifiant. */
export const creerConvention = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { sorte, titre, objetId, modifieId = null, contenu, parties }: ConventionACreer,
  aujourdhui: Jour,
): Promise<string> => {
  const tx = typer(transaction);
  const id = nouvelId();
  const { territoireId } = contexte;
  await tx
    .insertInto('convention')
    .values({
      territoire_id: territoireId,
      id,
      sorte,
      titre,
      objet_id: objetId,
      correspondant: '',
      modifie_id: modifieId,
      cree_le: aujourdhui,
      cree_par: contexte.auteur,
    })
    .execute();
  await ecrireParties(tx, contexte, id, parties);
  await tx
    .insertInto('version_convention')
    .values({
      territoire_id: territoireId,
      convention_id: id,
      numero: 1,
      redaction: contenu,
      motif: '',
      empreinte: null,
      figee_le: null,
      ecrite_par: contexte.auteur,
      revision: 1,
    })
    .execute();
  return id;
};

const ecrireParties = async (
  tx: Tx,
  { territoireId }: Contexte,
  conventionId: string,
  parties: readonly Partie[],
): Promise<void> => {
  if (parties.length === 0) return;
  await tx
    .insertInto('partie_convention')
    .values(
      parties.map((partie) => ({
        ...partie,
        representant: partie.representant,
        territoire_id: territoireId,
        convention_id: conventionId,
      })),
    )
    .onConflict((conflit) =>
      conflit.columns(['territoire_id', 'convention_id', 'siren']).doUpdateSet((eb) => ({
        nom: eb.ref('excluded.nom'),
        adresse: eb.ref('excluded.adresse'),
        representant: eb.ref('excluded.representant'),
      })),
    )
    .execute();
};

const refus = (code: string, message: string, article: string | null = null): Refus => ({
  code,
  message,
  article,
});
const INCONNUE = refus('convention-inconnue', 'Cette convention n’existe pas ou n’existe plus.');

/** Verrouille la convention jusqu’à la fin de la transaction, puis la relit. */
export const verrouillerConvention = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
): Promise<Convention | null> => {
  await typer(transaction)
    .selectFrom('convention')
    .select('id')
    .where('territoire_id', '=', contexte.territoireId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return lireConvention(transaction, contexte, id);
};

const SIGNEE = refus(
  'convention-signee',
  'La convention est signée : elle ne change plus. Préparez un avenant.',
);

/** Deux personnes ont écrit en même temps : le texte en ligne est rendu avec celui qu’on n’a pas écrit. */
export interface RedactionChangee extends Refus {
  readonly enLigne: ContenuDeConvention;
}

/**
 * Enregistre la rédaction en cours. Si la dernière version est figée, en ouvre une nouvelle (les
 * délibérations prises sur l’ancienne ne concordent plus).
 * Refus : `convention-signee`, `redaction-changee` (avec le texte en ligne).
 * @param revision celle qu’on a lue avant d’écrire
 */
export const enregistrerRedaction = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  conventionId: string,
  {
    contenu,
    revision,
    motif = '',
  }: { contenu: ContenuDeConvention; revision: number; motif?: string },
): Promise<Resultat<{ readonly numero: number }, Refus | RedactionChangee>> => {
  const tx = typer(transaction);
  const convention = await verrouillerConvention(transaction, contexte, conventionId);
  if (convention === null) return refuser(INCONNUE);
  if (versionSignee(convention) !== null) return refuser(SIGNEE);
  const courante = versionCourante(convention);
  if (courante.revision !== revision)
    return refuser({
      code: 'redaction-changee',
      message:
        'Quelqu’un a modifié la convention pendant que vous écriviez. Rien n’a été remplacé : comparez les deux textes, puis enregistrez de nouveau.',
      enLigne: courante.contenu,
    });
  const estFigee = courante.figeeLe !== null;
  const numero = estFigee ? courante.numero + 1 : courante.numero;
  if (estFigee) {
    await tx
      .insertInto('version_convention')
      .values({
        territoire_id: contexte.territoireId,
        convention_id: conventionId,
        numero,
        redaction: contenu,
        motif,
        empreinte: null,
        figee_le: null,
        ecrite_par: contexte.auteur,
        revision: courante.revision + 1,
      })
      .execute();
  } else {
    await tx
      .updateTable('version_convention')
      .set({
        redaction: contenu,
        ecrite_par: contexte.auteur,
        revision: courante.revision + 1,
        ...(motif === '' ? {} : { motif }),
      })
      .where('territoire_id', '=', contexte.territoireId)
      .where('convention_id', '=', conventionId)
      .where('numero', '=', numero)
      .execute();
  }
  return accepter({ numero });
};

/** Écrit adresses et représentants des parties ; scellés à la signature. Les membres ne changent pas ici. */
export const enregistrerParties = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  conventionId: string,
  parties: readonly Partie[],
): Promise<Resultat<null>> => {
  const convention = await verrouillerConvention(transaction, contexte, conventionId);
  if (convention === null) return refuser(INCONNUE);
  if (versionSignee(convention) !== null) return refuser(SIGNEE);
  const connus = new Set(convention.parties.map(({ siren }) => siren));
  if (!parties.every(({ siren }) => connus.has(siren)))
    return refuser(refus('partie-inconnue', 'Une de ces parties n’est pas à la convention.'));
  await ecrireParties(typer(transaction), contexte, conventionId, parties);
  return accepter(null);
};

const MEMBRES_SCELLES = refus(
  'version-figee',
  'La liste des parties ne change plus une fois la version figée : préparez un avenant.',
  'CGCT, art. L. 5211-4-2',
);

/** Ajoute ou retire une partie, tant qu’aucune version n’est figée. Refus : `version-figee`. */
export const changerMembres = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  conventionId: string,
  { ajoutee, retiree }: { readonly ajoutee?: Partie; readonly retiree?: string },
): Promise<Resultat<null>> => {
  const convention = await verrouillerConvention(transaction, contexte, conventionId);
  if (convention === null) return refuser(INCONNUE);
  if (convention.versions.some(({ figeeLe }) => figeeLe !== null)) return refuser(MEMBRES_SCELLES);
  const tx = typer(transaction);
  if (ajoutee !== undefined) await ecrireParties(tx, contexte, conventionId, [ajoutee]);
  if (retiree !== undefined)
    await tx
      .deleteFrom('partie_convention')
      .where('territoire_id', '=', contexte.territoireId)
      .where('convention_id', '=', conventionId)
      .where('siren', '=', retiree)
      .where('qualite', '<>', 'epci')
      .execute();
  return accepter(null);
};

/** La personne à joindre : le seul champ ouvert après la signature. */
export const enregistrerCorrespondant = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  conventionId: string,
  correspondant: string,
): Promise<void> => {
  await typer(transaction)
    .updateTable('convention')
    .set({ correspondant })
    .where('territoire_id', '=', territoireId)
    .where('id', '=', conventionId)
    .execute();
};

const figerVersion = async (
  tx: Tx,
  { territoireId }: Contexte,
  convention: Convention,
  le: Jour,
): Promise<void> => {
  const courante = versionCourante(convention);
  if (courante.figeeLe !== null) return;
  await tx
    .updateTable('version_convention')
    .set({ figee_le: le, empreinte: empreinteDe(courante.contenu) })
    .where('territoire_id', '=', territoireId)
    .where('convention_id', '=', convention.id)
    .where('numero', '=', courante.numero)
    .execute();
};

const ajouterFaits = async (
  tx: Tx,
  contexte: Contexte,
  conventionId: string,
  faits: readonly EvenementDeConvention[],
): Promise<void> => {
  await tx
    .insertInto('evenement_convention')
    .values(
      faits.map((fait) => ({
        territoire_id: contexte.territoireId,
        convention_id: conventionId,
        id: nouvelId(),
        type: fait.type,
        le: fait.le,
        siren: fait.siren,
        numero_version: fait.version,
        donnees: fait.donnees,
        annule_id: fait.annule,
        enregistre_le: sql<Date>`now()`,
        enregistre_par: contexte.auteur,
      })),
    )
    .execute();
};

interface Jugement {
  readonly territoire: TerritoireInstruit;
  readonly aujourdhui: Jour;
}

/**
 * Verse des faits au dossier, jugés sous verrou : tout ou rien. Le premier fait qui porte sur une
 * version la fige, si elle est complète.
 * Refus : ce qui manque, avec son article ; `champ-manquant` si la rédaction est incomplète.
 */
export const enregistrerFaits = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  conventionId: string,
  faits: readonly FaitAEnregistrer[],
  jugement: Jugement,
): Promise<Resultat<{ readonly estSignee: boolean }, readonly Refus[]>> => {
  const tx = typer(transaction);
  const convention = await verrouillerConvention(transaction, contexte, conventionId);
  if (convention === null) return refuser([INCONNUE]);
  const decides = deciderFaits(convention, faits, jugement);
  if (!decides.ok) return decides;
  const surVersion = decides.valeur.filter(({ version }) => version !== null);
  const [premier] = surVersion;
  if (premier !== undefined && versionCourante(convention).figeeLe === null) {
    const manquants = SORTES[convention.sorte].manquants(
      versionCourante(convention).contenu,
      'figee',
    );
    if (manquants.length > 0)
      return refuser(
        manquants.map(({ nom }) =>
          refus('champ-manquant', `${nom} : à écrire d’abord.`, SORTES[convention.sorte].article),
        ),
      );
    await figerVersion(tx, contexte, convention, premier.le);
  }
  await ajouterFaits(tx, contexte, conventionId, decides.valeur);
  const suite = await lireConvention(transaction, contexte, conventionId);
  return accepter({ estSignee: suite !== null && versionSignee(suite) !== null });
};

/** Annule un fait par un autre fait. Refus : `fait-suppose` si un fait en dépend, `fait-inconnu`. */
export const annulerFait = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  conventionId: string,
  faitId: string,
  { motif, ...jugement }: Jugement & { readonly motif: string },
): Promise<Resultat<null, readonly Refus[]>> => {
  const convention = await verrouillerConvention(transaction, contexte, conventionId);
  if (convention === null) return refuser([INCONNUE]);
  const decidee = deciderAnnulation(convention, faitId, jugement);
  if (!decidee.ok) return decidee;
  await ajouterFaits(typer(transaction), contexte, conventionId, [
    { ...decidee.valeur, donnees: { motif } },
  ]);
  return accepter(null);
};

export interface DocumentGarde {
  readonly id: string;
  readonly version: number;
  readonly nature: NatureDeDocument;
  readonly format: FormatGarde;
  readonly fichierId: string;
  readonly empreinte: string;
  readonly gardeLe: Jour;
}

/** Les documents gardés d’une convention, le plus récent d’abord. */
export const lireDocuments = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  conventionId: string,
): Promise<readonly DocumentGarde[]> =>
  typer(transaction)
    .selectFrom('document_convention')
    .select([
      'id',
      'numero_version as version',
      'nature',
      'format',
      'fichier_id as fichierId',
      'empreinte',
      'garde_le as gardeLe',
    ])
    .where('territoire_id', '=', territoireId)
    .where('convention_id', '=', conventionId)
    .orderBy('id', 'desc')
    .execute();

/** Garde un document ; sans effet si cette version l’a déjà dans ce format. */
export const noterDocument = async <T>(
  transaction: Transaction<T>,
  { territoireId }: Contexte,
  conventionId: string,
  document: Omit<DocumentGarde, 'id'>,
): Promise<void> => {
  await typer(transaction)
    .insertInto('document_convention')
    .values({
      territoire_id: territoireId,
      convention_id: conventionId,
      id: nouvelId(),
      numero_version: document.version,
      nature: document.nature,
      format: document.format,
      fichier_id: document.fichierId,
      empreinte: document.empreinte,
      garde_le: document.gardeLe,
    })
    .onConflict((conflit) => conflit.doNothing())
    .execute();
};
