import pg from 'pg';

const ESPACE = 724_240_004;

/** Des verrous que la base relâche d’elle-même quand ce processus meurt, même tué. */
export interface Verrous {
  /** Vrai si ce processus tient désormais le verrou ; faux s’il est déjà tenu, ici ou ailleurs. */
  readonly prendre: (cle: string) => Promise<boolean>;
  readonly rendre: (cle: string) => Promise<void>;
  readonly fermer: () => Promise<void>;
}

/** Les verrous de ce processus, portés par une connexion à eux, rouverte si la base redémarre. */
export const ouvrirVerrous = (url: string): Verrous => {
  let client: pg.Client | null = null;
  const tenus = new Set<string>();
  const joindre = async (): Promise<pg.Client> => {
    if (client !== null) return client;
    const nouveau = new pg.Client({
      connectionString: url,
      application_name: 'ensemblier-travaux',
    });
    const oublier = () => {
      if (client === nouveau) client = null;
    };
    nouveau.on('error', oublier);
    nouveau.on('end', oublier);
    await nouveau.connect();
    client = nouveau;
    return nouveau;
  };
  return {
    prendre: async (cle) => {
      if (tenus.has(cle)) return false;
      tenus.add(cle);
      try {
        const { rows } = await (await joindre()).query<{ pris: boolean }>(
          'select pg_try_advisory_lock($1, hashtext($2)) as pris',
          [ESPACE, cle],
        );
        if (rows[0]?.pris === true) return true;
      } catch (erreur) {
        tenus.delete(cle);
        throw erreur;
      }
      tenus.delete(cle);
      return false;
    },
    rendre: async (cle) => {
      tenus.delete(cle);
      await (await joindre()).query('select pg_advisory_unlock($1, hashtext($2))', [ESPACE, cle]);
    },
    fermer: async () => {
      await client?.end();
    },
  };
};
