import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../../../socle/base/base.exemples.ts';
import type { Contexte } from '../../../socle/base/index.server.ts';
import {
  CHARLIEU,
  CHARLIEU_BELMONT as EPCI,
  MARS,
  PONTCHATEAU,
  unTerritoire,
} from '../../../socle/territoire/territoire.exemples.ts';
import { redigerSection } from '../redaction/rediger-section.server.ts';
import { lireSections } from '../redaction/sections.sql.server.ts';
import { AGENTS, acceptee, codesDuRefus, ecrireAgents, enTransaction } from '../schema.exemples.ts';
import { ouvrirSchema } from '../schema.sql.server.ts';
import { FICHES_A_SEMER } from '../semis/fiches-a-semer.ts';
import { proposerImpact } from './impact.ts';
import { lireFiche, lireFicheEtEcarts, lireFiches } from './lire-fiches.server.ts';
import { ouvrirFiche } from './ouvrir-fiche.server.ts';
import {
  declarerPrete,
  ecrireImpactDeFiche,
  redigerFiche,
  retirerDuSchema,
  rouvrirFiche,
} from './rediger-fiche.server.ts';

const LE = '2026-11-24';
let essai: BaseDEssai;
let contexte: Contexte;
let autre: Contexte;
let ailleurs: Contexte;
let id: string;

const dans = <V>(travail: Parameters<typeof enTransaction<V>>[2], qui = contexte) =>
  enTransaction(essai.base, qui, travail);
const lire = async () => {
  const lue = await dans((tx) => lireFicheEtEcarts(tx, contexte, id));
  if (lue === null) throw new Error('fiche absente');
  return lue;
};

beforeAll(async () => {
  essai = await uneBase();
  contexte = (await unTerritoire(essai.base)).contexte;
  autre = { ...contexte, auteur: 'finances@exemple.fr' };
  ailleurs = (await unTerritoire(essai.base, PONTCHATEAU)).contexte;
});
afterAll(() => essai.fermer());
beforeEach(async () => {
  await ecrireAgents(essai.base, contexte, AGENTS);
  const fiche = {
    titre: 'Instruction du droit des sols',
    service: 'ADS',
    forme: 'service-commun',
    perimetre: [MARS, CHARLIEU],
  } as const;
  id = acceptee(await dans((tx) => ouvrirFiche(tx, contexte, fiche, LE)));
});

const completer = async () => {
  const { fiche, actuels } = await lire();
  const modele = FICHES_A_SEMER[0]?.redaction ?? {};
  const redaction = { ...fiche.redaction, ...modele };
  acceptee(
    await dans((tx) => redigerFiche(tx, contexte, id, { version: fiche.version, redaction }, LE)),
  );
  const impacts = proposerImpact('service-commun', actuels, EPCI, [MARS, CHARLIEU]);
  acceptee(await dans((tx) => ecrireImpactDeFiche(tx, contexte, id, { lus: [], impacts }, LE)));
};

describe('une fiche naît avec ce que le droit et les données savent déjà', () => {
  test('son fondement, ses actes et ses moyens sont là ; son impact reste à écrire', async () => {
    const { fiche } = await lire();
    expect(fiche.redaction.fondement).toBe('CGCT, art. L. 5211-4-2');
    expect(fiche.moyens).toMatchObject({ agents: 5, figesLe: null });
    expect(fiche.moyens.parCollectivite.map(({ collectivite }) => collectivite)).toEqual([
      EPCI,
      MARS,
      CHARLIEU,
    ]);
    expect(fiche.moyens.parCollectivite[1]?.sources[0]?.origine).toContain('cellule K5');
    expect(fiche.impactParPersonnePublique).toEqual([]);
  });

  test('les moyens suivent les données tant qu’elle est en brouillon', async () => {
    const avant = (await lire()).fiche.moyens.etpCentiemes;
    const arrivee = { collectivite: MARS, matricule: '9', etp: '1.00', cout: '30000.00' };
    await ecrireAgents(essai.base, contexte, [{ ...arrivee, parts: [['ADS', 100]] }]);
    expect((await lire()).fiche.moyens.etpCentiemes).toBe(avant + 100);
    await ecrireAgents(essai.base, contexte, [{ ...arrivee, parts: [['ACC', 100]] }]);
  });

  test('sans titre, sans service ou sans commune, elle ne s’ouvre pas', async () => {
    const fiche = {
      titre: ' ',
      service: 'ADS',
      forme: 'service-commun',
      perimetre: [MARS],
    } as const;
    const ouvrir = (ecarts: object) =>
      dans((tx) => ouvrirFiche(tx, contexte, { ...fiche, ...ecarts }, LE));
    expect(codesDuRefus(await ouvrir({}))).toEqual(['titre-absent']);
    expect(codesDuRefus(await ouvrir({ titre: 'A', service: '' }))).toEqual(['service-absent']);
    expect(codesDuRefus(await ouvrir({ titre: 'A', perimetre: [] }))).toEqual(['perimetre-vide']);
  });
});

describe('deux personnes sur la même fiche', () => {
  const ecrire = (qui: Contexte, version: number, redaction: Record<string, string>) =>
    dans(async (tx) => {
      const fiche = await lireFiche(tx, qui, id);
      const depart =
        version === 1
          ? { fondement: 'CGCT, art. L. 5211-4-2', actes: fiche?.redaction.actes ?? [] }
          : {};
      return redigerFiche(tx, qui, id, { version, redaction: { ...depart, ...redaction } }, LE);
    }, qui);

  test('des champs différents : tout est gardé, et on le dit', async () => {
    acceptee(await ecrire(contexte, 1, { objectif: 'Le délai' }));
    const seconde = acceptee(await ecrire(autre, 1, { constat: 'Une absence arrête tout' }));
    expect(seconde).toMatchObject({ issue: 'enregistree', repris: [{ nom: 'objectif' }] });
    const { fiche } = await lire();
    expect(fiche.redaction).toMatchObject({
      objectif: 'Le délai',
      constat: 'Une absence arrête tout',
    });
    expect(fiche.version).toBe(3);
  });

  test('le même champ : rien n’est écrasé, les deux textes sont rendus', async () => {
    acceptee(await ecrire(contexte, 1, { objectif: 'Texte de la pilote' }));
    const seconde = acceptee(await ecrire(autre, 1, { objectif: 'Texte des finances' }));
    expect(seconde).toMatchObject({
      issue: 'conflit',
      conflit: {
        parQui: 'pilote@exemple.fr',
        versionEnLigne: 2,
        conflits: [{ enLigne: 'Texte de la pilote', votre: 'Texte des finances' }],
        redaction: { objectif: 'Texte des finances' },
      },
    });
    expect((await lire()).fiche.objectifs).toBe('Texte de la pilote');
    acceptee(await ecrire(autre, 2, { objectif: 'Texte des finances' }));
    expect((await lire()).fiche.objectifs).toBe('Texte des finances');
  });

  test('à la même seconde, l’une des deux attend l’autre : jamais d’écriture perdue', async () => {
    const issues = await Promise.all([
      ecrire(contexte, 1, { objectif: 'Premier' }),
      ecrire(autre, 1, { objectif: 'Second' }),
    ]);
    const noms = issues.map((issue) => acceptee(issue).issue);
    expect(noms.filter((nom) => nom === 'enregistree')).toHaveLength(1);
    expect(noms.filter((nom) => nom === 'conflit')).toHaveLength(1);
  });

  test('un impact changé entre-temps n’est pas écrasé : la même case se tranche, les autres se réunissent', async () => {
    const proposes = proposerImpact('service-commun', (await lire()).actuels, EPCI, [MARS]);
    const envoyer = (siren: string, coutCentimes: bigint) =>
      dans((tx) =>
        ecrireImpactDeFiche(
          tx,
          contexte,
          id,
          {
            lus: proposes,
            impacts: proposes.map((impact) =>
              impact.collectivite === siren ? { ...impact, coutCentimes } : impact,
            ),
          },
          LE,
        ),
      );
    expect(acceptee(await envoyer(MARS, 111n))).toEqual({ issue: 'enregistree', reprises: [] });
    expect(acceptee(await envoyer(EPCI, 222n))).toEqual({ issue: 'enregistree', reprises: [MARS] });
    expect(acceptee(await envoyer(MARS, 333n))).toMatchObject({
      issue: 'conflit',
      fusion: { conflits: [{ collectivite: MARS, champ: 'coutCentimes' }] },
    });
    const { fiche } = await lire();
    const couts = fiche.impactParPersonnePublique.map(({ collectivite, coutCentimes }) => [
      collectivite,
      coutCentimes,
    ]);
    expect(Object.fromEntries(couts)).toMatchObject({ [MARS]: 111n, [EPCI]: 222n });
  });

  test('une section du schéma se protège de même, y compris à sa première écriture', async () => {
    const schema = await dans((tx) =>
      ouvrirSchema(tx, contexte, { mandat: '2026-2032', aujourdhui: LE }),
    );
    const rediger = (qui: Contexte, version: number, suivi: string) =>
      dans(
        (tx) =>
          redigerSection(
            tx,
            qui,
            schema.id,
            { code: 'calendrier', version, redaction: { suivi } },
            LE,
          ),
        qui,
      );
    const premieres = await Promise.all([rediger(contexte, 0, 'A'), rediger(autre, 0, 'B')]);
    const noms = premieres.map((issue) => acceptee(issue).issue);
    expect(noms.filter((nom) => nom === 'conflit')).toHaveLength(1);
    const sections = await dans((tx) => lireSections(tx, contexte, schema.id));
    expect(sections).toHaveLength(1);
    expect(
      codesDuRefus(
        await dans((tx) =>
          redigerSection(
            tx,
            contexte,
            schema.id,
            { code: 'inconnue', version: 0, redaction: {} },
            LE,
          ),
        ),
      ),
    ).toEqual(['section-inconnue']);
  });
});

describe('une fiche prête fige ses chiffres', () => {
  test('incomplète, elle ne se déclare pas prête : tout ce qui manque est dit', async () => {
    const refus = codesDuRefus(await dans((tx) => declarerPrete(tx, contexte, id, LE)));
    expect(refus).toContain('champ-manquant');
    expect(refus).toContain('SCH-04');
  });

  test('prête, ses moyens datés ne bougent plus ; les données changées sont signalées', async () => {
    await completer();
    acceptee(await dans((tx) => declarerPrete(tx, contexte, id, LE)));
    const figee = await lire();
    expect(figee.fiche.moyens.figesLe).toBe(LE);
    expect(figee.ecarts).toEqual([]);
    const depart = { collectivite: MARS, matricule: '1', etp: '0.50', cout: '20000.00' };
    await ecrireAgents(essai.base, contexte, [
      {
        ...depart,
        parts: [
          ['ACC', 90],
          ['ADS', 10],
        ],
      },
    ]);
    const apres = await lire();
    expect(apres.fiche.moyens).toEqual(figee.fiche.moyens);
    expect(apres.ecarts.map(({ collectivite }) => collectivite)).toEqual([MARS]);
    expect(apres.ecarts[0]).toMatchObject({
      figes: { etpCentiemes: 8 },
      actuels: { etpCentiemes: 5 },
    });
  });

  test('elle ne se rédige, ne se chiffre ni ne se retire avant d’être rouverte', async () => {
    await completer();
    acceptee(await dans((tx) => declarerPrete(tx, contexte, id, LE)));
    const rediger = await dans((tx) =>
      redigerFiche(tx, contexte, id, { version: 9, redaction: {} }, LE),
    );
    expect(codesDuRefus(rediger)).toEqual(['fiche-prete']);
    expect(codesDuRefus(await dans((tx) => retirerDuSchema(tx, contexte, id, LE)))).toEqual([
      'fiche-prete',
    ]);
    acceptee(await dans((tx) => rouvrirFiche(tx, contexte, id, LE)));
    expect((await lire()).fiche).toMatchObject({ etat: 'brouillon', moyens: { figesLe: null } });
    acceptee(await dans((tx) => retirerDuSchema(tx, contexte, id, LE)));
    expect(await dans((tx) => lireFiche(tx, contexte, id))).toBeNull();
  });
});

describe('le cloisonnement', () => {
  test('un autre territoire ne lit ni n’écrit cette fiche', async () => {
    expect(await dans((tx) => lireFiche(tx, ailleurs, id), ailleurs)).toBeNull();
    const ecriture = await dans(
      (tx) => redigerFiche(tx, ailleurs, id, { version: 1, redaction: {} }, LE),
      ailleurs,
    );
    expect(codesDuRefus(ecriture)).toEqual(['fiche-inconnue']);
  });

  test('une commune lit les fiches et n’y écrit rien', async () => {
    const mars = { ...contexte, collectivite: MARS };
    const fiches = await dans((tx) => lireFiches(tx, mars), mars);
    expect(fiches.length).toBeGreaterThan(0);
    const ecriture = await dans(
      (tx) => redigerFiche(tx, mars, id, { version: 1, redaction: {} }, LE),
      mars,
    );
    expect(codesDuRefus(ecriture)).toEqual(['fiche-inconnue']);
  });
});
