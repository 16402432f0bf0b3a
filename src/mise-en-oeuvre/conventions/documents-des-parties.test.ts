import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  entrer,
  poserEnvironnement,
  unePersonne,
  uneRequete,
} from '../../socle/acces/acces.exemples.ts';
import { creerLien } from '../../socle/acces/index.server.ts';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire, type Transaction } from '../../socle/base/index.server.ts';
import { deposerFichier, lireFichier, listerFichiers } from '../../socle/depots/index.server.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { CHARLIEU_BELMONT, unTerritoire } from '../../socle/territoire/territoire.exemples.ts';
import { CHARLIEU, jusquA, MARS, PARTIES, TERRITOIRE, unContenu } from './conventions.exemples.ts';
import { creerConvention } from './creer-convention.sql.server.ts';
import { loader as telechargerProjet } from './document.route.ts';
import { lireDocuments } from './documents.sql.server.ts';
import { lireConventionsSigneesDe } from './documents-de-commune.sql.server.ts';
import { enregistrerFaits } from './faits.sql.server.ts';
import { loader as telecharger } from './garde.route.ts';
import { loader as telechargerParLien } from './garde-de-commune.route.ts';
import { garderDocuments } from './produire.server.ts';

const LE = '2026-11-24';
let essai: BaseDEssai;
let contexte: Contexte;
let convention: string;
let document: string;
let fichierId: string;
/** Une commune du territoire qui n’est pas partie à la convention. */
let tierce: string;

const dans = <V>(
  collectivite: string | null,
  travail: (tx: Transaction<unknown>) => Promise<V>,
): Promise<V> =>
  dansTerritoire(
    essai.base,
    collectivite === null ? contexte : { ...contexte, collectivite },
    travail,
  );
const parLien = async (collectivite: string): Promise<Response> => {
  const { territoireId, auteur } = contexte;
  const { jeton } = await dans(null, (tx) =>
    creerLien(tx, { territoireId, auteur, collectivite, aujourdhui: LE }),
  );
  const params = { jeton, convention, document };
  return telechargerParLien({ request: uneRequete(), params, context: {} } as never);
};
const requeteDe = async (collectivite: string): Promise<Request> =>
  uneRequete({
    cookie: await entrer(
      essai.base,
      await unePersonne(essai.base, contexte, 'commune', collectivite),
    ),
  });
const connectee = async (collectivite: string): Promise<Response> =>
  telecharger({
    request: await requeteDe(collectivite),
    params: { siren: CHARLIEU_BELMONT, convention, document },
    context: {},
  } as never);

beforeAll(async () => {
  essai = await uneBase();
  poserEnvironnement(essai.url);
  process.env.ENSEMBLIER_AUJOURDHUI = LE;
  ({ contexte } = await unTerritoire(essai.base));
  const parties = new Set(PARTIES.map(({ siren }) => siren));
  tierce =
    (await dans(null, (tx) => lireCollectivites(tx))).find(
      ({ siren, type }) => type === 'commune' && !parties.has(siren),
    )?.siren ?? '';
  const jugement = { territoire: TERRITOIRE, aujourdhui: LE } as const;
  convention = await dans(null, async (tx) => {
    const id = await creerConvention(
      tx,
      contexte,
      {
        sorte: 'service-commun',
        titre: 'Droit des sols',
        objetId: null,
        contenu: unContenu(),
        parties: PARTIES,
      },
      LE,
    );
    for (const { type, le, siren, donnees } of jusquA('signatures')) {
      const fait = { type, le, siren, donnees };
      const verse = await enregistrerFaits(tx, contexte, id, [fait], jugement);
      if (!verse.ok) throw new Error(JSON.stringify(verse.refus));
    }
    return id;
  });
  await garderDocuments(essai.base, contexte, convention, jugement);
  const gardes = await dans(null, (tx) => lireDocuments(tx, contexte, convention));
  const pdf = gardes.find(({ format }) => format === 'pdf');
  document = pdf?.id ?? '';
  fichierId = pdf?.fichierId ?? '';
}, 60_000);
afterAll(async () => {
  delete process.env.ENSEMBLIER_AUJOURDHUI;
  await essai.fermer();
});

describe('une commune télécharge la convention signée dont elle est partie', () => {
  test('par son lien personnel, octet pour octet', async () => {
    const reponse = await parLien(MARS);
    const garde = await dans(null, (tx) => lireFichier(tx, fichierId));
    expect(Buffer.from(await reponse.bytes()).equals(Buffer.from(garde?.octets ?? []))).toBe(true);
  });

  test('par son compte', async () => {
    const octets = await (await connectee(CHARLIEU)).bytes();
    expect(new TextDecoder().decode(octets.slice(0, 5))).toBe('%PDF-');
  });

  test('une commune qui n’est pas partie ne le peut ni par lien, ni par compte, ni en projet', async () => {
    expect(tierce).toMatch(/^[0-9]{9}$/);
    await expect(parLien(tierce)).rejects.toMatchObject({ init: { status: 404 } });
    await expect(connectee(tierce)).rejects.toMatchObject({ init: { status: 404 } });
    const projet = telechargerProjet({
      request: await requeteDe(tierce),
      params: { siren: CHARLIEU_BELMONT, convention, format: 'pdf' },
      context: {},
    } as never);
    await expect(projet).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('son accueil lui montre ses conventions signées, et rien à la commune tierce', async () => {
    const lire = (siren: string) =>
      dans(siren, (tx) => lireConventionsSigneesDe(tx, contexte, siren));
    expect(await lire(MARS)).toMatchObject([{ titre: 'Droit des sols', documentId: document }]);
    expect(await lire(tierce)).toEqual([]);
  });

  test('la base elle-même n’ouvre que ce document : ni les autres fichiers du service, ni l’écriture', async () => {
    const autre = await dans(null, async (tx) => {
      const depose = await deposerFichier(tx, { nom: 'note.txt', octets: Buffer.from('note') });
      return depose.ok ? depose.valeur.fichier.id : '';
    });
    expect(await dans(MARS, (tx) => lireFichier(tx, autre))).toBeNull();
    expect(await dans(MARS, (tx) => lireFichier(tx, fichierId))).not.toBeNull();
    expect(await dans(tierce, (tx) => listerFichiers(tx))).toEqual([]);
    const deposerPour = (collectivite: string | null) =>
      dans(MARS, (tx) =>
        deposerFichier(tx, { nom: 'a.txt', octets: Buffer.from('a'), collectivite }),
      );
    await expect(deposerPour(null)).rejects.toThrow(/row-level security/);
    await expect(deposerPour(CHARLIEU)).rejects.toThrow(/row-level security/);
    expect((await deposerPour(MARS)).ok).toBe(true);
    // Un fichier déposé est une pièce : pas même celle qui l’a déposé ne la récrit.
    const { rows } = await dans(MARS, (tx) =>
      sql`update fichier_depose set nom = 'b.txt' returning collectivite`.execute(tx),
    );
    expect(rows).toEqual([]);
    const efface = await dans(MARS, (tx) =>
      sql`delete from fichier_depose where id = ${fichierId} returning id`.execute(tx),
    );
    expect(efface.rows).toEqual([]);
  });
});
