import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Resultat } from '../../moteurs/resultat/index.ts';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { lireFichier } from '../../socle/depots/index.server.ts';
import { CHARLIEU, PONTCHATEAU, unTerritoire } from '../../socle/territoire/territoire.exemples.ts';
import { lireAction, lireActions, ouvrirSuivi } from './actions.sql.server.ts';
import { garderRapport } from './composer-rapport.server.ts';
import { enPublic } from './contexte-public.server.ts';
import { AUJOURDHUI, uneEtape, uneFicheASuivre, unSuivi } from './pilotage.exemples.ts';
import {
  lirePublicationEnLigne,
  listerPublications,
  retirerPublication,
} from './publications.sql.server.ts';
import { publier } from './publier.server.ts';
import { redactionVide } from './rapport.ts';
import { enregistrerRapport, lireRapport, listerVersionsDeRapport } from './rapports.sql.server.ts';
import { lireReleves } from './releves.sql.server.ts';
import { releverIndicateur, suivreAction } from './suivre.server.ts';

let essai: BaseDEssai;
let contexte: Contexte;
let ailleurs: Contexte;

beforeAll(async () => {
  essai = await uneBase();
  contexte = (await unTerritoire(essai.base)).contexte;
  ailleurs = (await unTerritoire(essai.base, PONTCHATEAU)).contexte;
});
afterAll(() => essai.fermer());

const dans = <V>(qui: Contexte, travail: (tx: Transaction<unknown>) => Promise<V>): Promise<V> =>
  dansTerritoire(essai.base, qui, travail);
const codeDe = <R extends { code: string }>(resultat: Resultat<unknown, R | readonly R[]>) =>
  resultat.ok
    ? 'accepté'
    : [resultat.refus]
        .flat()
        .map(({ code }) => code)
        .join(' ');

const suivreUneFiche = async (qui = contexte) => {
  const fiche = uneFicheASuivre();
  await dans(qui, (tx) => ouvrirSuivi(tx, qui, [fiche], AUJOURDHUI));
  const actions = await dans(qui, (tx) => lireActions(tx, qui));
  const action = actions.find(({ ficheId }) => ficheId === fiche.id);
  if (action === undefined) throw new Error('La fiche n’est pas suivie.');
  return { fiche, action };
};

describe('Le suivi naît de la fiche technique', () => {
  test('étapes, indicateurs et membres sont repris ; suivre deux fois n’en crée pas deux', async () => {
    const { fiche, action } = await suivreUneFiche();
    expect(action).toMatchObject({
      etat: 'a-l-etude',
      membres: fiche.perimetre,
      etapes: [{ libelle: 'Convention signée', fin: '2027-03-31', finInitiale: '2027-03-31' }],
      indicateurs: [{ libelle: 'Délai moyen', cible: '2' }],
    });
    expect(await dans(contexte, (tx) => ouvrirSuivi(tx, contexte, [fiche], AUJOURDHUI))).toBe(0);
  });

  test('la fin d’origine reste quand la fin prévue recule', async () => {
    const { action } = await suivreUneFiche();
    const suivi = unSuivi({
      etat: 'a-l-etude',
      etapes: [uneEtape({ fin: '2027-06-30', finInitiale: '2027-03-31' })],
    });
    await dans(contexte, (tx) => suivreAction(tx, contexte, action, suivi, AUJOURDHUI));
    const relue = await dans(contexte, (tx) => lireAction(tx, contexte, action.id));
    expect(relue?.etapes[0]).toMatchObject({ fin: '2027-06-30', finInitiale: '2027-03-31' });
    expect(relue?.version).toBe(2);
  });

  test('deux personnes sur la même action : la seconde est refusée, rien n’est écrasé', async () => {
    const { action } = await suivreUneFiche();
    const ecrire = (commentaire: string) =>
      dans(contexte, (tx) =>
        suivreAction(tx, contexte, action, unSuivi({ etat: 'decidee', commentaire }), AUJOURDHUI),
      );
    const issues = await Promise.all([ecrire('l’une'), ecrire('l’autre')]);
    expect(issues.map(codeDe).toSorted()).toEqual(['accepté', 'action-changee']);
  });

  test('une étape ne s’atteint pas dans l’avenir', async () => {
    const { action } = await suivreUneFiche();
    const suivi = unSuivi({ etat: 'a-l-etude', etapes: [uneEtape({ faiteLe: '2026-11-25' })] });
    expect(
      codeDe(await dans(contexte, (tx) => suivreAction(tx, contexte, action, suivi, AUJOURDHUI))),
    ).toBe('etape-future');
  });

  test('la base elle-même refuse une action en service sans acte', async () => {
    const { action } = await suivreUneFiche();
    await expect(
      dans(contexte, (tx) =>
        sql`update avancement_action set etat = 'en-service' where id = ${action.id}`.execute(tx),
      ),
    ).rejects.toThrow(/check/);
  });

  test('un second relevé du même jour remplace le premier', async () => {
    const { action } = await suivreUneFiche();
    for (const valeur of [5, 4.5]) {
      const releve = { indicateur: 'Délai moyen', le: AUJOURDHUI, valeur, commentaire: '' };
      await dans(contexte, (tx) => releverIndicateur(tx, contexte, action.id, releve, AUJOURDHUI));
    }
    const releves = await dans(contexte, (tx) => lireReleves(tx, contexte, action.id));
    expect(releves.map(({ valeur }) => valeur)).toEqual([4.5]);
  });
});

const rediger = async (annee: number) => {
  const redaction = {
    ...redactionVide('dob'),
    seance: '2027-02-18' as const,
    faits: ['Un fait.'],
    gains: 'Aucun.',
    climat: 'Bon.',
    difficultes: 'Aucune.',
    programme: ['Continuer.'],
  };
  return dans(contexte, (tx) =>
    enregistrerRapport(tx, contexte, { annee, version: 0, redaction }, AUJOURDHUI),
  );
};

describe('Le rapport annuel', () => {
  test('incomplet, il est refusé en bloc, mais une copie de travail se garde', async () => {
    await suivreUneFiche();
    const garder = (genre: 'definitif' | 'copie') =>
      dans(contexte, (tx) => garderRapport(tx, contexte, { annee: 2025, genre }, AUJOURDHUI));
    const refuse = await garder('definitif');
    expect(refuse.ok ? [] : refuse.refus.map(({ code }) => code)).toContain('champ-manquant');
    expect(refuse.ok ? 0 : refuse.refus.length).toBeGreaterThan(4);
    expect((await garder('copie')).ok).toBe(true);
  }, 60_000);

  test('complet, il se garde en PDF, DOCX et ODT, numéroté, avec son empreinte', async () => {
    await rediger(2026);
    const garde = await dans(contexte, (tx) =>
      garderRapport(tx, contexte, { annee: 2026, genre: 'definitif' }, AUJOURDHUI),
    );
    expect(codeDe(garde)).toBe('accepté');
    const [version] = await dans(contexte, (tx) => listerVersionsDeRapport(tx, contexte, 2026));
    expect(version).toMatchObject({ numero: 1, genre: 'definitif' });
    expect(version?.empreinte).toMatch(/^[0-9a-f]{64}$/);
    const pdf = await dans(contexte, (tx) => lireFichier(tx, version?.fichiers.pdf ?? ''));
    expect(
      Buffer.from(pdf?.octets ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }, 60_000);

  test('une version gardée ne se réécrit pas', async () => {
    await expect(
      dans(contexte, (tx) => sql`update version_rapport set titre = 'autre'`.execute(tx)),
    ).rejects.toThrow(/permission denied|droit/i);
  });

  test('deux personnes qui rédigent : la seconde est refusée', async () => {
    const enCours = await dans(contexte, (tx) => lireRapport(tx, contexte, 2026));
    expect(enCours?.version).toBe(1);
    expect(codeDe(await rediger(2026))).toBe('rapport-change');
  });

  test('une commune ne lit ni la rédaction ni les versions de travail', async () => {
    const commune = { ...contexte, collectivite: CHARLIEU };
    expect(await dans(commune, (tx) => lireRapport(tx, commune, 2026))).toBeNull();
    expect(await dans(commune, (tx) => listerVersionsDeRapport(tx, commune))).toEqual([]);
  });
});

describe('La publication', () => {
  const publierAvec = (rapportId: string | null) =>
    dans(contexte, (tx) => publier(tx, contexte, { rapportId }, AUJOURDHUI));
  const enLigne = () => dans(contexte, (tx) => lirePublicationEnLigne(tx, enPublic(contexte)));

  test('rien n’est public tant qu’on n’a rien publié', async () => {
    expect(await enLigne()).toBeNull();
  });

  test('une copie de travail ne se joint pas, un rapport inconnu non plus', async () => {
    const versions = await dans(contexte, (tx) => listerVersionsDeRapport(tx, contexte));
    const copie = versions.find(({ genre }) => genre === 'copie');
    expect(codeDe(await publierAvec(copie?.id ?? ''))).toBe('rapport-non-definitif');
    expect(codeDe(await publierAvec('00000000-0000-7000-8000-000000000000'))).toBe(
      'rapport-inconnu',
    );
  });

  test('l’image est figée : le suivi change, la page publique non', async () => {
    expect(codeDe(await publierAvec(null))).toBe('accepté');
    const avant = await enLigne();
    await suivreUneFiche();
    expect((await enLigne())?.contenu).toEqual(avant?.contenu);
    await expect(
      dans(contexte, (tx) =>
        sql`update publication set contenu = '{}' where retiree_le is null`.execute(tx),
      ),
    ).rejects.toThrow(/figée/);
  });

  test('publier de nouveau remplace, et garde l’ancienne au dossier', async () => {
    await publierAvec(null);
    const publications = await dans(contexte, (tx) => listerPublications(tx, contexte));
    expect(publications.map(({ numero, retireeLe }) => [numero, retireeLe])).toEqual([
      [2, null],
      [1, AUJOURDHUI],
    ]);
  });

  test('deux publications au même instant : une seule est en ligne', async () => {
    await Promise.all([publierAvec(null), publierAvec(null)]);
    const publications = await dans(contexte, (tx) => listerPublications(tx, contexte));
    expect(publications.filter(({ retireeLe }) => retireeLe === null)).toHaveLength(1);
  });

  test('retirer demande un motif ; il n’y a plus rien à lire ensuite', async () => {
    const retirer = (motif: string) =>
      dans(contexte, (tx) => retirerPublication(tx, contexte, motif, AUJOURDHUI));
    expect(codeDe(await retirer(' '))).toBe('motif-absent');
    expect(codeDe(await retirer('Chiffre à corriger.'))).toBe('accepté');
    expect(await enLigne()).toBeNull();
    expect(codeDe(await retirer('encore'))).toBe('rien-en-ligne');
  });

  test('un territoire sans schéma ni action n’a rien à publier', async () => {
    expect(
      codeDe(await dans(ailleurs, (tx) => publier(tx, ailleurs, { rapportId: null }, AUJOURDHUI))),
    ).toBe('rien-a-publier');
  });
});

describe('Chacun chez soi', () => {
  test('un autre territoire ne voit ni actions, ni rapports, ni publications', async () => {
    expect(await dans(ailleurs, (tx) => lireActions(tx, contexte))).toEqual([]);
    expect(await dans(ailleurs, (tx) => listerVersionsDeRapport(tx, contexte))).toEqual([]);
    expect(await dans(ailleurs, (tx) => listerPublications(tx, contexte))).toEqual([]);
  });

  test('une commune lit l’avancement mais ne l’écrit pas', async () => {
    const commune = { ...contexte, collectivite: CHARLIEU };
    const [action] = await dans(commune, (tx) => lireActions(tx, commune));
    expect(action).toBeDefined();
    if (action === undefined) return;
    const issue = await dans(commune, (tx) =>
      suivreAction(
        tx,
        commune,
        action,
        unSuivi({ etat: action.etat, acte: 'x', motif: 'x' }),
        AUJOURDHUI,
      ),
    );
    expect(codeDe(issue)).toBe('action-changee');
  });

  test('le regard d’un habitant ne voit aucune donnée propre à une commune, ni le journal', async () => {
    const visiteur = enPublic(contexte);
    const compter = async (table: string, qui: Contexte): Promise<number> => {
      const { rows } = await dans(qui, (tx) =>
        sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)}`.execute(tx),
      );
      return Number(rows[0]?.n ?? 0n);
    };
    for (const table of [
      'fichier_depose',
      'journal_ecriture',
      'version_rapport',
      'rapport_annuel',
    ]) {
      expect(await compter(table, contexte), table).toBeGreaterThan(0);
      expect(await compter(table, visiteur), table).toBe(0);
    }
  });
});
