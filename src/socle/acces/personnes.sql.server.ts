import { hashPassword } from 'better-auth/crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Base, nouvelId } from '../base/index.server.ts';

interface TablesPersonnes {
  personne: {
    id: string;
    nom: string;
    courriel: string;
    courriel_verifie: boolean;
    est_administrateur: boolean;
    modifie_le: Date;
  };
  identite: {
    id: string;
    personne_id: string;
    compte_id: string;
    fournisseur: string;
    mot_de_passe: string | null;
    modifie_le: Date;
  };
  session: { id: string; personne_id: string; jeton: string };
}

/** Une personne qui a un compte. */
export interface Personne {
  readonly id: string;
  readonly nom: string;
  readonly courriel: string;
  readonly estAdministrateur: boolean;
}

const typer = (base: Base) => base as unknown as Kysely<TablesPersonnes>;

/** « Prenom.NOM@Exemple.FR » et « prenom.nom@exemple.fr » sont la même adresse. */
export const normaliserCourriel = (courriel: string): string => courriel.trim().toLowerCase();

/** Vrai tant qu’aucun compte n’existe : c’est le premier démarrage. */
export const estSansCompte = async (base: Base): Promise<boolean> => {
  const ligne = await typer(base).selectFrom('personne').select('id').limit(1).executeTakeFirst();
  return ligne === undefined;
};

/** La personne qui porte ce courriel, ou null. */
export const trouverPersonne = async (base: Base, courriel: string): Promise<Personne | null> => {
  const ligne = await typer(base)
    .selectFrom('personne')
    .select(['id', 'nom', 'courriel', 'est_administrateur as estAdministrateur'])
    .where('courriel', '=', normaliserCourriel(courriel))
    .executeTakeFirst();
  return ligne ?? null;
};

export interface NouvellePersonne {
  readonly nom: string;
  readonly courriel: string;
  /** Sans mot de passe, la personne entre par lien magique. */
  readonly motDePasse?: string | undefined;
  readonly estAdministrateur?: boolean | undefined;
}

const inscrire = async (
  tx: Transaction<TablesPersonnes>,
  { nom, courriel, motDePasse, estAdministrateur = false }: NouvellePersonne,
  empreinte: string | null,
): Promise<Resultat<Personne>> => {
  const id = nouvelId();
  const inseree = await tx
    .insertInto('personne')
    .values({
      id,
      nom: nom.trim(),
      courriel: normaliserCourriel(courriel),
      // Sans cela, la première entrée par lien magique effacerait le mot de passe.
      courriel_verifie: motDePasse !== undefined,
      est_administrateur: estAdministrateur,
      modifie_le: new Date(),
    })
    .onConflict((conflit) => conflit.column('courriel').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inseree === undefined) {
    return refuser({
      code: 'compte-existant',
      message: `Un compte existe déjà pour ${normaliserCourriel(courriel)} : donnez-lui simplement un accès.`,
    });
  }
  if (empreinte !== null) {
    await tx
      .insertInto('identite')
      .values({
        id: nouvelId(),
        personne_id: id,
        compte_id: id,
        fournisseur: 'credential', // nom que better-auth donne au mot de passe
        mot_de_passe: empreinte,
        modifie_le: new Date(),
      })
      .execute();
  }
  return accepter({
    id,
    nom: nom.trim(),
    courriel: normaliserCourriel(courriel),
    estAdministrateur,
  });
};

/** Crée un compte. Refus : `compte-existant`. */
export const creerPersonne = async (
  base: Base,
  personne: NouvellePersonne,
): Promise<Resultat<Personne>> => {
  const { motDePasse } = personne;
  const empreinte = motDePasse === undefined ? null : await hashPassword(motDePasse);
  return typer(base)
    .transaction()
    .execute((tx) => inscrire(tx, personne, empreinte));
};

/**
 * Crée le premier compte, administrateur, si l’instance n’en a encore aucun.
 * Refus : `deja-installe`. Deux installations simultanées n’en laissent qu’une.
 */
export const installer = async (
  base: Base,
  personne: NouvellePersonne & { readonly motDePasse: string },
): Promise<Resultat<Personne>> => {
  const empreinte = await hashPassword(personne.motDePasse);
  return typer(base)
    .transaction()
    .execute(async (tx): Promise<Resultat<Personne>> => {
      await sql`select pg_advisory_xact_lock(724240003)`.execute(tx);
      const premiere = await tx.selectFrom('personne').select('id').limit(1).executeTakeFirst();
      if (premiere !== undefined) {
        return refuser({
          code: 'deja-installe',
          message: 'Ensemblier est déjà installé : connectez-vous, ou demandez un accès.',
        });
      }
      return inscrire(tx, { ...personne, estAdministrateur: true }, empreinte);
    });
};

/** Remplace (ou pose) le mot de passe et ferme les autres sessions de la personne. */
export const changerMotDePasse = async (
  base: Base,
  personneId: string,
  motDePasse: string,
  sessionGardee: string,
): Promise<void> => {
  const empreinte = await hashPassword(motDePasse);
  await typer(base)
    .transaction()
    .execute(async (tx) => {
      await tx
        .deleteFrom('identite')
        .where('personne_id', '=', personneId)
        .where('fournisseur', '=', 'credential')
        .execute();
      await tx
        .insertInto('identite')
        .values({
          id: nouvelId(),
          personne_id: personneId,
          compte_id: personneId,
          fournisseur: 'credential',
          mot_de_passe: empreinte,
          modifie_le: new Date(),
        })
        .execute();
      await tx
        .updateTable('personne')
        .set({ courriel_verifie: true, modifie_le: new Date() })
        .where('id', '=', personneId)
        .execute();
      await tx
        .deleteFrom('session')
        .where('personne_id', '=', personneId)
        .where('id', '<>', sessionGardee)
        .execute();
    });
};

/** Vrai si la personne n’est encore jamais entrée : ni mot de passe, ni session. */
export const estJamaisEntree = async (base: Base, personneId: string): Promise<boolean> => {
  const identite = await typer(base)
    .selectFrom('identite')
    .select('id')
    .where('personne_id', '=', personneId)
    .executeTakeFirst();
  const personne = await typer(base)
    .selectFrom('personne')
    .select('courriel_verifie')
    .where('id', '=', personneId)
    .executeTakeFirst();
  return identite === undefined && personne?.courriel_verifie === false;
};
