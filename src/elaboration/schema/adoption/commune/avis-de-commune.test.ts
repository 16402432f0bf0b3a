import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { poserEnvironnement } from '../../../../socle/acces/acces.exemples.ts';
import { creerLien } from '../../../../socle/acces/index.server.ts';
import { type BaseDEssai, uneBase } from '../../../../socle/base/base.exemples.ts';
import type { Contexte } from '../../../../socle/base/index.server.ts';
import { CHARLIEU, MARS, unTerritoire } from '../../../../socle/territoire/territoire.exemples.ts';
import { semerSchema } from '../../index.server.ts';
import { AGENTS, acceptee, ecrireAgents, enTransaction } from '../../schema.exemples.ts';
import { etablirRapport } from '../adopter.server.ts';
import { lireAdoption } from '../lire-adoption.server.ts';
import { saisirCommunes } from '../transmettre.server.ts';
import { action, loader } from './avis.page.tsx';
import { loader as telechargerProjet } from './telecharger-projet-d-avis.route.ts';
import { loader as telechargerSchema } from './telecharger-schema.route.ts';

const LE = '2026-11-24';
let essai: BaseDEssai;
let contexte: Contexte;
let jetonDeMars: string;
let jetonDeCharlieu: string;

const requete = (jeton: string, formulaire?: Record<string, string>, piece?: File): Request => {
  if (formulaire === undefined) return new Request(`http://localhost:3000/c/${jeton}/avis`);
  const corps = new FormData();
  for (const [nom, valeur] of Object.entries(formulaire)) corps.set(nom, valeur);
  if (piece !== undefined) corps.set('piece', piece);
  return new Request(`http://localhost:3000/c/${jeton}/avis`, { method: 'POST', body: corps });
};
const appeler = <V>(page: (appel: never) => Promise<V>, request: Request, params: object) =>
  page({ request, params, context: {} } as never);
const envoyer = (jeton: string, formulaire: Record<string, string>, piece?: File) =>
  appeler(action, requete(jeton, formulaire, piece), { jeton });
const ouvrir = (jeton: string) => appeler(loader, requete(jeton), { jeton });

beforeAll(async () => {
  essai = await uneBase();
  poserEnvironnement(essai.url);
  process.env.ENSEMBLIER_AUJOURDHUI = LE;
  contexte = (await unTerritoire(essai.base)).contexte;
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
    const { territoireId, auteur } = contexte;
    const lien = (collectivite: string) =>
      creerLien(tx, { territoireId, auteur, collectivite, aujourdhui: LE });
    jetonDeMars = (await lien(MARS)).jeton;
    jetonDeCharlieu = (await lien(CHARLIEU)).jeton;
  });
}, 60_000);
afterAll(async () => {
  delete process.env.ENSEMBLIER_AUJOURDHUI;
  await essai.fermer();
});

describe('une commune rend son avis par son lien personnel', () => {
  test('sa page montre son échéance, le document transmis et ce qu’il change pour elle', async () => {
    const { lu, commune } = await ouvrir(jetonDeMars);
    expect(commune).toBe('Mars');
    expect(lu?.situation).toMatchObject({ echeance: '2027-02-05', statut: 'en-attente' });
    expect(lu?.documents.map(({ genre }) => genre)).toEqual(['rapport']);
    expect(lu?.effets.actions.map(({ titre }) => titre)).toEqual(['Matériels techniques partagés']);
  });

  test('un avis mal rempli est refusé en disant quoi, et rien de ce qui est tapé n’est perdu', async () => {
    const refus = await envoyer(jetonDeMars, { le: '', sens: 'reserve', numero: '2026-31' });
    expect(refus).toMatchObject({
      init: { status: 422 },
      data: { tape: { numero: '2026-31', sens: 'reserve' }, refus: [{ code: 'date-absente' }] },
    });
  });

  test('son avis et sa pièce s’enregistrent par un simple formulaire', async () => {
    const piece = new File(['%PDF-1.4'], 'deliberation.pdf', { type: 'application/pdf' });
    const avis = { le: '2026-11-20', sens: 'reserve', reserves: 'Revoir la clé.', numero: '31' };
    const reponse = await envoyer(jetonDeMars, avis, piece);
    expect((reponse as Response).headers.get('location')).toBe(`/c/${jetonDeMars}/avis`);
    const { lu } = await ouvrir(jetonDeMars);
    expect(lu?.avis).toMatchObject({ sens: 'reserve', reserves: 'Revoir la clé.' });
    expect(lu?.situation).toMatchObject({ statut: 'reserve', aUnePiece: true });
  });

  test('une autre commune n’en voit rien, et la pilote le voit', async () => {
    const { lu } = await ouvrir(jetonDeCharlieu);
    expect(lu?.avis).toBeNull();
    const adoption = await enTransaction(essai.base, contexte, (tx) =>
      lireAdoption(tx, contexte, LE),
    );
    expect(adoption?.sortie.avis?.find(({ commune }) => commune === '42141')?.sens).toBe('reserve');
  });

  test('elle corrige en annulant avec un motif ; annuler l’avis d’une autre est impossible', async () => {
    const id = (await ouvrir(jetonDeMars)).lu?.avis?.id ?? '';
    const forge = await envoyer(jetonDeCharlieu, { geste: 'annuler', evenement: id, motif: 'x' });
    expect(forge).toMatchObject({ data: { refus: [{ code: 'evenement-inconnu' }] } });
    await envoyer(jetonDeMars, { geste: 'annuler', evenement: id, motif: 'Mauvais sens' });
    expect((await ouvrir(jetonDeMars)).lu?.avis).toBeNull();
  });

  test.each(['pdf', 'docx', 'odt'])('elle télécharge le rapport transmis en %s', async (format) => {
    const version = (await ouvrir(jetonDeMars)).lu?.documents[0]?.id;
    const params = { jeton: jetonDeMars, version, format };
    const reponse = await appeler(telechargerSchema, requete(jetonDeMars), params);
    expect(reponse.status).toBe(200);
    expect((await reponse.arrayBuffer()).byteLength).toBeGreaterThan(5000);
  });

  test('son projet de délibération se compose à son nom ; une commune non saisie n’en a pas', async () => {
    const params = { jeton: jetonDeCharlieu, format: 'odt' };
    const reponse = await appeler(telechargerProjet, requete(jetonDeCharlieu), params);
    expect(reponse.headers.get('content-disposition')).toContain(
      'projet-de-deliberation-42052.odt',
    );
    const essayer = appeler(telechargerProjet, requete(jetonDeMars), {
      jeton: jetonDeMars,
      format: 'exe',
    });
    await expect(essayer).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('un lien inconnu n’ouvre rien', async () => {
    await expect(ouvrir('jeton-inconnu')).rejects.toMatchObject({ init: { status: 404 } });
  });
});
