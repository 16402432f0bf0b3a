import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../base/base.exemples.ts';
import { type Contexte, dansTerritoire, nouvelId } from '../base/index.server.ts';
import { CHARLIEU, MARS, unTerritoire } from '../territoire/territoire.exemples.ts';
import {
  annulerTravail,
  type Executant,
  lancerTravail,
  listerTravaux,
  type Rangement,
  suivreTravail,
  TravailRefuse,
  traiterTravaux,
} from './index.server.ts';
import { estFini, type Json, partFaite, secondesRestantes, type Travail } from './index.ts';

let essai: BaseDEssai;
let contexte: Contexte;
beforeAll(async () => {
  essai = await uneBase();
  ({ contexte } = await unTerritoire(essai.base));
});
afterAll(() => essai.fermer());

const lancer = (genre: string, entree: Json = null, collectivite?: string) =>
  dansTerritoire(essai.base, contexte, (tx) =>
    lancerTravail(tx, {
      territoireId: contexte.territoireId,
      auteur: 'Camille Pilote',
      genre,
      libelle: genre,
      entree,
      collectivite,
    }),
  );
const suivre = (id: string) => dansTerritoire(essai.base, contexte, (tx) => suivreTravail(tx, id));
const quand = async (id: string, condition: (travail: Travail) => boolean): Promise<Travail> => {
  for (let essais = 0; essais < 600; essais += 1) {
    const travail = await suivre(id);
    if (travail !== null && condition(travail)) return travail;
    await attendre(50);
  }
  throw new Error(
    `Le travail ${id} n’en est jamais arrivé là : ${JSON.stringify(await suivre(id))}`,
  );
};

describe('dans un processus', () => {
  let arreter: (() => Promise<void>) | undefined;
  const signales: string[] = [];
  const demarrer = async (
    registre: Record<string, Executant>,
    rangements: Record<string, Rangement> = {},
  ) => {
    arreter = await traiterTravaux({
      base: essai.base,
      url: essai.url,
      registre,
      rangements,
      periodeMs: 100,
      signaler: (message) => signales.push(message),
    });
  };
  afterEach(async () => {
    await arreter?.();
    arreter = undefined;
  });

  test('un travail se fait, montre sa progression et rend son résultat', async () => {
    const vus: unknown[] = [];
    await demarrer({
      additionner: async (entree, suivi) => {
        vus.push(suivi.contexte);
        await suivi.avancer(2, 2, 'Additions faites');
        return (entree as number[]).reduce((somme, n) => somme + n, 0);
      },
    });
    const fini = await quand(await lancer('additionner', [1, 2, 3], MARS), estFini);
    expect(fini).toMatchObject({
      etat: 'termine',
      resultat: 6,
      progression: 2,
      total: 2,
      message: 'Additions faites',
      reprises: 0,
    });
    expect(vus).toEqual([
      { territoireId: contexte.territoireId, auteur: 'Camille Pilote', collectivite: MARS },
    ]);
  });

  test('un refus dit son message ; une panne dit quoi faire et reste au journal du serveur', async () => {
    await demarrer({
      refuser: () =>
        Promise.reject(new TravailRefuse('Le fichier est vide : déposez-en un autre.')),
      tomber: () => Promise.reject(new Error('secret interne')),
    });
    expect(await quand(await lancer('refuser'), estFini)).toMatchObject({
      etat: 'echec',
      erreur: 'Le fichier est vide : déposez-en un autre.',
    });
    const panne = await quand(await lancer('tomber'), estFini);
    expect(panne.etat).toBe('echec');
    expect(panne.erreur).not.toContain('secret interne');
    expect(signales.join()).toContain('secret interne');
    expect(await quand(await lancer('inconnu'), estFini)).toMatchObject({ etat: 'echec' });
  });

  test('un travail s’annule avant de commencer comme en cours de route', async () => {
    const jamais = await lancer('attendre');
    await dansTerritoire(essai.base, contexte, (tx) => annulerTravail(tx, jamais));
    let tours = 0;
    await demarrer({
      attendre: async (_entree, suivi) => {
        for (; tours < 2000; tours += 1) {
          await attendre(10);
          await suivi.avancer(tours, 2000, '');
        }
        return tours;
      },
    });
    const id = await lancer('attendre');
    await quand(id, ({ progression }) => (progression ?? 0) > 0);
    await dansTerritoire(essai.base, contexte, (tx) => annulerTravail(tx, id));
    expect(await quand(id, estFini)).toMatchObject({ etat: 'annule' });
    expect(tours).toBeLessThan(2000);
    expect(await quand(jamais, estFini)).toMatchObject({ etat: 'annule', commenceLe: null });
    expect(
      await dansTerritoire(essai.base, contexte, (tx) => annulerTravail(tx, id)),
    ).toMatchObject({ refus: { code: 'travail-fini' } });
  });

  test('un travail qui n’aboutit pas range ce qu’il laissait, une fois, avec la raison', async () => {
    const ranges: unknown[] = [];
    const annule = await lancer('tomber', 'annulé avant');
    await dansTerritoire(essai.base, contexte, (tx) => annulerTravail(tx, annule));
    await demarrer(
      {
        tomber: () => Promise.reject(new TravailRefuse('Illisible.')),
        reussir: () => Promise.resolve(null),
      },
      {
        tomber: (entree, { contexte: { auteur } }, issue) => {
          ranges.push([entree, auteur, issue]);
          return Promise.resolve();
        },
        reussir: () => Promise.reject(new Error('rien à ranger')),
      },
    );
    await quand(annule, estFini);
    await quand(await lancer('tomber', 'échoué'), estFini);
    expect(await quand(await lancer('reussir'), estFini)).toMatchObject({ etat: 'termine' });
    expect(ranges).toEqual([
      ['annulé avant', 'Camille Pilote', { etat: 'annule' }],
      ['échoué', 'Camille Pilote', { etat: 'echec', erreur: 'Illisible.' }],
    ]);
  });

  test('la progression ne remplit pas le journal, les changements d’état si', async () => {
    await demarrer({
      avancer: async (_entree, suivi) => {
        for (let rang = 1; rang <= 5; rang += 1) await suivi.noter(rang);
        return null;
      },
    });
    const id = await lancer('avancer');
    await quand(id, estFini);
    const lignes = await dansTerritoire(essai.base, contexte, async (tx) => {
      const { rows } = await sql<{ etat: string }>`
        select apres ->> 'etat' as etat from journal_ecriture
        where objet = 'travail' and objet_id = ${id} order by id`.execute(tx);
      return rows.map(({ etat }) => etat);
    });
    expect(lignes).toEqual(['en-attente', 'en-cours', 'termine']);
  });
});

describe('après une coupure', () => {
  const ouvrier = (): ChildProcess =>
    spawn(process.execPath, [path.join(import.meta.dirname, 'ouvrier.exemples.ts'), essai.url], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const tuer = async (processus: ChildProcess) => {
    const mort = new Promise((fini) => processus.once('exit', fini));
    processus.kill('SIGKILL');
    await mort;
  };

  test('tué net en plein travail, le processus relancé reprend au dernier point noté', async () => {
    const id = await lancer('compter', 150);
    const premier = ouvrier();
    await quand(id, ({ progression }) => (progression ?? 0) >= 20);
    await tuer(premier);
    const interrompu = await suivre(id);
    expect(interrompu).toMatchObject({ etat: 'en-cours', reprises: 0 });
    const second = ouvrier();
    const fini = await quand(id, estFini);
    await tuer(second);
    expect(fini).toMatchObject({ etat: 'termine', reprises: 1, progression: 150 });
    const { depart, compte } = fini.resultat as { depart: number; compte: number };
    expect(depart).toBeGreaterThanOrEqual(20);
    expect(depart + compte).toBe(150);
  });

  test('un travail qui fait tomber le serveur à chaque reprise finit par s’arrêter', async () => {
    const id = await lancer('compter', 10);
    await dansTerritoire(essai.base, contexte, (tx) =>
      sql`update travail set etat = 'en-cours', reprises = 3 where id = ${id}`.execute(tx),
    );
    const processus = ouvrier();
    const fini = await quand(id, estFini);
    await tuer(processus);
    expect(fini).toMatchObject({
      etat: 'echec',
      erreur: expect.stringContaining('interrompu 4 fois'),
    });
  });

  test('un arrêt propre laisse le travail à reprendre', async () => {
    let tours = 0;
    const registre: Record<string, Executant> = {
      long: async (_entree, suivi) => {
        for (tours = Number(suivi.reprise ?? 0); tours < 60; tours += 1) {
          await attendre(20);
          await suivi.noter(tours);
        }
        return Number(suivi.reprise);
      },
    };
    const options = { base: essai.base, url: essai.url, registre, periodeMs: 100 };
    const id = await lancer('long');
    const arreter = await traiterTravaux(options);
    await quand(id, ({ etat }) => etat === 'en-cours');
    await attendre(200);
    await arreter();
    expect(await suivre(id)).toMatchObject({ etat: 'en-cours' });
    const encore = await traiterTravaux(options);
    const fini = await quand(id, estFini);
    await encore();
    expect(fini.etat).toBe('termine');
    expect(fini.resultat).toBeGreaterThan(0);
  });
});

describe('cloisonnement et mesure', () => {
  test('ni un autre territoire, ni une autre commune ne voient un travail', async () => {
    const id = await lancer('rien', null, MARS);
    const vu = (autre: Contexte) =>
      dansTerritoire(essai.base, autre, (tx) => suivreTravail(tx, id));
    expect(await vu({ ...contexte, territoireId: nouvelId() })).toBeNull();
    expect(await vu({ ...contexte, collectivite: CHARLIEU })).toBeNull();
    expect(await vu({ ...contexte, collectivite: MARS })).not.toBeNull();
    const liste = await dansTerritoire(essai.base, { ...contexte, collectivite: CHARLIEU }, (tx) =>
      listerTravaux(tx),
    );
    expect(liste).toEqual([]);
  });

  test('la part faite et le temps restant ne s’inventent pas', () => {
    expect(partFaite({ progression: null, total: 10 })).toBeNull();
    expect(partFaite({ progression: 5, total: 10 })).toBe(0.5);
    const commenceLe = new Date(0);
    expect(
      secondesRestantes({ etat: 'en-cours', progression: 25, total: 100, commenceLe }, 10_000),
    ).toBe(30);
    expect(
      secondesRestantes({ etat: 'en-cours', progression: 0, total: 100, commenceLe }, 10_000),
    ).toBeNull();
  });
});
