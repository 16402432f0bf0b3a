import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entrer, poserEnvironnement, unePersonne } from '../../../socle/acces/acces.exemples.ts';
import type { Role } from '../../../socle/acces/index.ts';
import { type BaseDEssai, uneBase } from '../../../socle/base/base.exemples.ts';
import type { Contexte } from '../../../socle/base/index.server.ts';
import {
  CHARLIEU,
  CHARLIEU_BELMONT,
  MARS,
  unTerritoire,
} from '../../../socle/territoire/territoire.exemples.ts';
import { semerSchema } from '../index.server.ts';
import { AGENTS, acceptee, ecrireAgents, enTransaction } from '../schema.exemples.ts';
import { etablirRapport } from './adopter.server.ts';
import { action, loader } from './avis-de-commune.page.tsx';
import { lireAdoption } from './lire-adoption.server.ts';
import { saisirCommunes } from './transmettre.server.ts';

const LE = '2026-11-24';
const AVIS = { le: '2026-11-20', sens: 'favorable', numero: '31', reserves: '' };
let essai: BaseDEssai;
let contexte: Contexte;

const requete = (cookie: string, formulaire?: Record<string, string>): Request => {
  const entetes = { host: 'localhost:3000', cookie };
  const adresse = `http://localhost:3000/t/${CHARLIEU_BELMONT}`;
  if (formulaire === undefined) return new Request(adresse, { headers: entetes });
  const body = new FormData();
  for (const [nom, valeur] of Object.entries(formulaire)) body.set(nom, valeur);
  return new Request(adresse, { method: 'POST', headers: entetes, body });
};
const enTantQue = async (role: Role, collectivite?: string) => {
  const cookie = await entrer(
    essai.base,
    await unePersonne(essai.base, contexte, role, collectivite),
  );
  const appel = (commune: string, formulaire?: Record<string, string>) =>
    ({
      request: requete(cookie, formulaire),
      params: { siren: CHARLIEU_BELMONT, commune },
      context: {},
    }) as never;
  return {
    ouvrir: (commune: string) => loader(appel(commune)),
    envoyer: (commune: string, formulaire: Record<string, string>) =>
      action(appel(commune, formulaire)),
  };
};
const avisDe = async (siren: string) =>
  (
    await enTransaction(essai.base, contexte, (tx) => lireAdoption(tx, contexte, LE))
  )?.evenements.filter(
    ({ type, collectivite }) => type === 'deliberation' && collectivite === siren,
  );

beforeAll(async () => {
  essai = await uneBase();
  poserEnvironnement(essai.url);
  process.env.ENSEMBLIER_AUJOURDHUI = LE;
  ({ contexte } = await unTerritoire(essai.base));
  await ecrireAgents(essai.base, contexte, AGENTS);
  await semerSchema(essai.base, contexte, '2026-07-20');
  const circonstance = { aujourdhui: '2026-11-05', adresse: 'http://localhost:3000' } as const;
  await enTransaction(essai.base, contexte, async (tx) => {
    acceptee(await etablirRapport(tx, contexte, { le: '2026-11-05' }, circonstance));
    const saisines = [MARS, CHARLIEU].map((siren) => ({
      siren,
      recueLe: '2026-11-05' as const,
      preuve: 'remis',
      courriel: null,
    }));
    acceptee(await saisirCommunes(tx, contexte, saisines, circonstance));
  });
}, 60_000);
afterAll(async () => {
  delete process.env.ENSEMBLIER_AUJOURDHUI;
  await essai.fermer();
});

describe('l’avis d’une commune, par une personne connectée', () => {
  test('une commune rend le sien, puis le corrige en motivant', async () => {
    const mars = await enTantQue('commune', MARS);
    expect(await mars.ouvrir(MARS)).toMatchObject({ peutRendre: true, peutAdopter: false });
    const reponse = await mars.envoyer(MARS, AVIS);
    expect((reponse as Response).status).toBe(302);
    const { annulables } = await mars.ouvrir(MARS);
    expect(annulables).toEqual((await avisDe(MARS))?.map(({ id }) => id));
    const [evenement = ''] = annulables;
    const corrige = await mars.envoyer(MARS, { geste: 'annuler', evenement, motif: 'Erreur' });
    expect((corrige as Response).status).toBe(302);
    expect((await mars.ouvrir(MARS)).situation.avisId).toBeNull();
  });

  test('un élu de la commune le peut aussi', async () => {
    const elu = await enTantQue('elu', MARS);
    expect(((await elu.envoyer(MARS, AVIS)) as Response).status).toBe(302);
    expect((await elu.ouvrir(MARS)).situation.statut).toBe('favorable');
  });

  test.each([
    ['une autre commune', 'commune', MARS],
    ['l’élu d’une autre commune', 'elu', MARS],
    ['un élu rattaché à aucune commune', 'elu', undefined],
    ['le service de l’intercommunalité', 'service', undefined],
    ['une personne en lecture', 'lecture', undefined],
  ] as const)('%s ne le peut pas, et rien n’est écrit', async (_qui, role, collectivite) => {
    const personne = await enTantQue(role, collectivite);
    await expect(personne.envoyer(CHARLIEU, AVIS)).rejects.toMatchObject({ init: { status: 403 } });
    expect(await avisDe(CHARLIEU)).toEqual([]);
  });

  test('la personne pilote l’enregistre pour toutes', async () => {
    const pilote = await enTantQue('pilote');
    expect(((await pilote.envoyer(CHARLIEU, AVIS)) as Response).status).toBe(302);
    expect(await avisDe(CHARLIEU)).toHaveLength(1);
  });

  test('une commune n’annule ni sa saisine ni l’avis d’une autre', async () => {
    const mars = await enTantQue('commune', MARS);
    const saisine = (await mars.ouvrir(MARS)).evenements.find(
      ({ type }) => type === 'notification',
    );
    const annuler = (evenement: string) =>
      mars.envoyer(MARS, { geste: 'annuler', evenement, motif: 'x' });
    expect(await annuler(saisine?.id ?? '')).toMatchObject({
      data: { refus: [{ code: 'annulation-reservee' }] },
    });
    const [autre] = (await avisDe(CHARLIEU)) ?? [];
    expect(await annuler(autre?.id ?? '')).toMatchObject({
      data: { refus: [{ code: 'evenement-inconnu' }] },
    });
  });
});
