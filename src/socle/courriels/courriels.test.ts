import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../base/base.exemples.ts';
import { type Contexte, dansTerritoire, nouvelId } from '../base/index.server.ts';
import { MARS, PONTCHATEAU, unTerritoire } from '../territoire/territoire.exemples.ts';
import {
  deposerCourriel,
  envoyerCourriels,
  lireBoiteDEnvoi,
  lireEnvois,
  lireTransport,
  marquerTousTransmis,
  marquerTransmis,
  reessayerCourriel,
  type Transport,
} from './index.server.ts';
import { apresUnEchec, composerCourriel, composerLienPersonnel, masquerLiens } from './index.ts';

const JETON = 'A'.repeat(43);
const unCourriel = (destinataire = 'mairie@mars.example') =>
  composerLienPersonnel({
    destinataire,
    commune: 'Mars',
    territoire: 'CC Charlieu-Belmont',
    parQui: 'Camille Pilote',
    adresse: `http://localhost:3000/c/${JETON}`,
    expireLe: '22 février 2027',
  });

describe('composer', () => {
  test('le HTML échappe ce qu’on y met et ne charge rien d’ailleurs', () => {
    const { html } = composerCourriel({
      destinataire: 'a@b.fr',
      objet: '<script>',
      paragraphes: ['Mars & "Charlieu" <b>'],
      signature: 'Moi',
    });
    expect(html).toContain('Mars &amp; &quot;Charlieu&quot; &lt;b&gt;');
    expect(html).not.toMatch(/<script|<img|src=/);
  });

  test('une fin de ligne dans l’objet n’ajoute pas d’en-tête', () => {
    const { objet, destinataire } = composerCourriel({
      destinataire: 'a@b.fr\r\nBcc: x@y.fr',
      objet: 'Bonjour\r\nBcc: tous@exemple.fr',
      paragraphes: [],
      signature: '',
    });
    expect(`${objet}${destinataire}`).not.toMatch(/[\r\n]/);
  });

  test('le lien figure dans le texte comme dans le HTML, et se masque des deux', () => {
    const { texte, html } = unCourriel();
    for (const version of [texte, html]) {
      expect(version).toContain(JETON);
      expect(masquerLiens(version)).not.toContain(JETON);
    }
  });
});

test('les essais s’espacent, puis s’arrêtent ; un refus définitif arrête aussitôt', () => {
  expect([1, 2, 3].map((essais) => apresUnEchec(essais, null).attenteMs)).toEqual([
    60_000, 120_000, 240_000,
  ]);
  expect(apresUnEchec(7, 421)).toEqual({ etat: 'a-envoyer', attenteMs: 64 * 60_000 });
  expect(apresUnEchec(8, null).etat).toBe('echec');
  expect(apresUnEchec(1, 550).etat).toBe('echec');
});

describe('boîte d’envoi', () => {
  let essai: BaseDEssai;
  let contexte: Contexte;
  let smtp: SMTPServer;
  let transport: Transport;
  const recus: string[] = [];
  let codeDeRefus = 0;

  beforeAll(async () => {
    essai = await uneBase();
    ({ contexte } = await unTerritoire(essai.base));
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_adresse, _session, suite) => {
        suite(
          codeDeRefus === 0
            ? null
            : Object.assign(new Error('boîte refusée'), { responseCode: codeDeRefus }),
        );
      },
      onData: (flux, _session, suite) => {
        const morceaux: Buffer[] = [];
        flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
        flux.on('end', () => {
          recus.push(Buffer.concat(morceaux).toString('utf8'));
          suite();
        });
      },
    });
    await new Promise<void>((pret) => {
      smtp.listen(0, '127.0.0.1', pret);
    });
    const adresse = smtp.server.address();
    const port = typeof adresse === 'object' && adresse !== null ? adresse.port : 0;
    transport =
      lireTransport(`smtp://127.0.0.1:${port}`) ?? (() => Promise.reject(new Error('aucun')));
  });
  afterAll(async () => {
    await new Promise<void>((ferme) => {
      smtp.close(() => {
        ferme();
      });
    });
    await essai.fermer();
  });
  beforeEach(async () => {
    codeDeRefus = 0;
    recus.length = 0;
    await envoyerCourriels(essai.base, () => Promise.resolve(), new Date('2100-01-01'));
  });

  const deposer = (collectivite: string | null = MARS) =>
    dansTerritoire(essai.base, contexte, (tx) =>
      deposerCourriel(tx, {
        territoireId: contexte.territoireId,
        auteur: 'Camille Pilote',
        genre: 'lien-personnel',
        collectivite,
        courriel: unCourriel(),
      }),
    );
  const lire = async (id: string) => {
    const boite = await dansTerritoire(essai.base, contexte, (tx) => lireBoiteDEnvoi(tx));
    return boite.find((courriel) => courriel.id === id);
  };
  const dans = (minutes: number) => new Date(Date.now() + minutes * 60_000);

  test('un courriel déposé part par SMTP, en texte et en HTML, et son lien est masqué ensuite', async () => {
    const id = await deposer();
    expect((await lire(id))?.texte).toContain(JETON);
    expect(await envoyerCourriels(essai.base, transport, dans(1))).toEqual({
      envoyes: 1,
      echecs: 0,
    });
    expect(recus).toHaveLength(1);
    expect(recus[0]).toContain('To: mairie@mars.example');
    expect(recus[0]).toContain(`<${id}@ensemblier>`);
    expect(recus[0]).toMatch(/text\/plain[\s\S]*text\/html/);
    expect(await lire(id)).toMatchObject({ etat: 'envoye', moyen: 'smtp', essais: 1 });
    expect((await lire(id))?.texte).not.toContain(JETON);
    expect(await envoyerCourriels(essai.base, transport, dans(2))).toEqual({
      envoyes: 0,
      echecs: 0,
    });
  });

  test('après une panne passagère, le courriel attend puis repart', async () => {
    codeDeRefus = 451;
    const id = await deposer();
    expect(await envoyerCourriels(essai.base, transport, dans(1))).toEqual({
      envoyes: 0,
      echecs: 1,
    });
    expect(await lire(id)).toMatchObject({ etat: 'a-envoyer', essais: 1 });
    expect((await lire(id))?.derniereErreur).toContain('451');
    codeDeRefus = 0;
    expect(await envoyerCourriels(essai.base, transport, dans(1))).toEqual({
      envoyes: 0,
      echecs: 0,
    });
    expect(await envoyerCourriels(essai.base, transport, dans(3))).toEqual({
      envoyes: 1,
      echecs: 0,
    });
  });

  test('un refus définitif s’arrête ; une personne peut relancer l’envoi', async () => {
    codeDeRefus = 550;
    const id = await deposer();
    await envoyerCourriels(essai.base, transport, dans(1));
    expect(await lire(id)).toMatchObject({ etat: 'echec' });
    codeDeRefus = 0;
    expect(await envoyerCourriels(essai.base, transport, dans(600))).toEqual({
      envoyes: 0,
      echecs: 0,
    });
    await dansTerritoire(essai.base, contexte, (tx) => reessayerCourriel(tx, id, new Date()));
    expect(await envoyerCourriels(essai.base, transport, dans(1))).toEqual({
      envoyes: 1,
      echecs: 0,
    });
  });

  test('deux serveurs n’envoient pas deux fois le même courriel', async () => {
    await deposer();
    const issues = await Promise.all([
      envoyerCourriels(essai.base, transport, dans(1)),
      envoyerCourriels(essai.base, transport, dans(1)),
    ]);
    expect(issues.reduce((somme, { envoyes }) => somme + envoyes, 0)).toBe(1);
    expect(recus).toHaveLength(1);
  });

  test('des courriels semblables du même jour se groupent, et se notent transmis d’un geste', async () => {
    await dansTerritoire(essai.base, contexte, (tx) => sql`delete from courriel`.execute(tx));
    const premier = await deposer();
    await deposer(null);
    const boite = await dansTerritoire(essai.base, contexte, (tx) => lireEnvois(tx, { page: 1 }));
    expect(boite).toMatchObject({ enAttente: 2, pages: 1 });
    const [envoi] = boite.envois;
    if (envoi === undefined) throw new Error('un envoi attendu');
    expect(envoi.courriels).toHaveLength(2);
    const tardif = await deposer();
    const notes = await dansTerritoire(essai.base, contexte, (tx) =>
      marquerTousTransmis(
        tx,
        { groupe: { genre: envoi.genre, jour: envoi.jour }, jusqua: boite.dernier ?? '' },
        dans(1),
      ),
    );
    expect(notes).toBe(2);
    expect(await lire(premier)).toMatchObject({ etat: 'envoye', moyen: 'a-la-main' });
    expect((await lire(premier))?.texte).not.toContain(JETON);
    expect(await lire(tardif)).toMatchObject({ etat: 'a-envoyer' });
  });

  test('un autre territoire ne voit ni ne note les courriels de celui-ci', async () => {
    await deposer();
    const { contexte: voisin } = await unTerritoire(essai.base, PONTCHATEAU);
    const [vue, notes] = await dansTerritoire(essai.base, voisin, async (tx) => [
      await lireEnvois(tx, { page: 1 }),
      await marquerTousTransmis(tx, { groupe: null, jusqua: 'ffffffff' }, dans(1)),
    ]);
    expect(vue).toMatchObject({ envois: [], enAttente: 0 });
    expect(notes).toBe(0);
  });

  test('sans SMTP, le courriel reste visible et se note transmis à la main', async () => {
    expect(lireTransport('')).toBeNull();
    const id = await deposer();
    const noter = () =>
      dansTerritoire(essai.base, contexte, (tx) => marquerTransmis(tx, id, new Date()));
    expect(await noter()).toMatchObject({ ok: true });
    expect(await lire(id)).toMatchObject({ etat: 'envoye', moyen: 'a-la-main' });
    expect(await noter()).toMatchObject({ refus: { code: 'courriel-inconnu' } });
  });

  test('ni un autre territoire, ni une commune ne voient la boîte d’envoi', async () => {
    await deposer();
    for (const autre of [
      { ...contexte, territoireId: nouvelId() },
      { ...contexte, collectivite: MARS },
    ]) {
      expect(await dansTerritoire(essai.base, autre, (tx) => lireBoiteDEnvoi(tx))).toEqual([]);
    }
  });
});
