import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { CHARLIEU, MARS, unTerritoire } from '../../socle/territoire/territoire.exemples.ts';
import { lireConvention } from '../conventions/index.server.ts';
import { versionCourante } from '../conventions/index.ts';
import { enregistrerAdhesions, enregistrerSortie } from './adhesions.sql.server.ts';
import { enregistrerAgents, lireAgentsDuService } from './agents.sql.server.ts';
import {
  type AgentDuService,
  type AgentLu,
  defautDeSituation,
  dresserBilan,
  postesDuService,
  proposerAgents,
} from './agents.ts';
import type { FicheDOrigine } from './contenu-initial.ts';
import { enregistrerFicheDImpact, lireFicheDImpact } from './fiche-impact.sql.server.ts';
import { famillesDePostes, preremplirFiche, rubriquesRemplies } from './fiche-impact.ts';
import { lireSituations } from './formulaires.schema.ts';
import { naitreDeLaFiche, ouvrirAdhesions } from './naitre.server.ts';
import { chevauche, membresLe, statutLe } from './service.ts';
import { lireServiceCommun } from './services-communs.sql.server.ts';

const EPCI = '200035202';
const AUJOURDHUI = '2026-11-24';

const unAgent = (ecarts: Partial<AgentLu> = {}): AgentLu => ({
  collectivite: CHARLIEU,
  matricule: '00050',
  metier: 'Assistant urbanisme',
  categorie: 'C',
  etpCentiemes: 100,
  coutCentimes: 3_561_000n,
  affectations: [
    { service: 'URB', part: 60 },
    { service: 'ADS', part: 40 },
  ],
  source: { type: 'saisie', auteur: 'essai', le: AUJOURDHUI },
  ...ecarts,
});
const proposer = (agents: readonly AgentLu[]) =>
  proposerAgents(agents, { service: 'ADS', participants: [CHARLIEU, MARS], gestionnaire: EPCI });

describe('ce que la loi fait de chaque agent', () => {
  test('à temps partagé, mis à disposition pour sa quotité ; à 100 %, transféré', () => {
    const agents = proposer([
      unAgent(),
      unAgent({ matricule: '2', affectations: [{ service: 'ADS', part: 100 }] }),
    ]);
    expect(
      agents.map(({ situation, quotite, etpCentiemes }) => [situation, quotite, etpCentiemes]),
    ).toEqual([
      ['mise-a-disposition', 40, 40],
      ['transfert', 100, 100],
    ]);
    expect(agents.map(defautDeSituation)).toEqual([null, null]);
  });

  test('déjà agent du gestionnaire, rien ne change ; hors du périmètre, il n’est pas concerné', () => {
    const agents = proposer([
      unAgent({ collectivite: EPCI }),
      unAgent({ collectivite: '214201121' }),
    ]);
    expect(agents.map(({ situation }) => situation)).toEqual(['du-gestionnaire']);
  });

  test('transférer un agent à temps partagé se voit', () => {
    expect(defautDeSituation({ situation: 'transfert', quotite: 40 })).toContain('SC-08');
    expect(defautDeSituation({ situation: 'mise-a-disposition', quotite: 100 })).toContain('SC-07');
  });

  test('les situations de tous les agents s’enregistrent ensemble, chacune avec le sien', () => {
    const formulaire = new FormData();
    for (const [collectivite, matricule, situation] of [
      [CHARLIEU, '00050', 'transfert'],
      [MARS, '00050', 'mise-a-disposition'],
    ] as const) {
      formulaire.append('collectivite', collectivite);
      formulaire.append('matricule', matricule);
      formulaire.append('situation', situation);
    }
    expect(lireSituations(formulaire).data).toEqual([
      { collectivite: CHARLIEU, matricule: '00050', situation: 'transfert' },
      { collectivite: MARS, matricule: '00050', situation: 'mise-a-disposition' },
    ]);
    formulaire.append('collectivite', MARS);
    expect(lireSituations(formulaire).success).toBe(false);
  });

  test('les postes de la convention ne portent ni nom ni matricule', () => {
    const postes = postesDuService(proposer([unAgent()]), () => 'Charlieu');
    expect(JSON.stringify(postes)).not.toContain('00050');
    expect(postes[0]).toMatchObject({
      origine: 'Charlieu',
      quotite: 40,
      situation: 'mise-a-disposition',
    });
  });
});

describe('la fiche d’impact', () => {
  const nommer = (siren: string) => (siren === EPCI ? 'la communauté' : 'Charlieu');
  test('naît préremplie de ce que les effectifs disent, et n’est pas remplie pour autant', () => {
    const fiche = preremplirFiche(proposer([unAgent()]), {
      gestionnaire: EPCI,
      nommer,
      redacteur: 'Camille',
    });
    expect(fiche.rubriques.organisation[0]).toMatchObject({
      avant: 'Charlieu',
      apres: 'la communauté',
    });
    expect(rubriquesRemplies(fiche)).toEqual([]);
  });

  test('une rubrique est remplie quand chaque ligne dit l’avant et l’après', () => {
    const fiche = preremplirFiche([], { gestionnaire: EPCI, nommer, redacteur: '' });
    const remplie = {
      ...fiche,
      rubriques: {
        ...fiche.rubriques,
        remuneration: [{ rubrique: 'Régime', avant: 'a', apres: 'b', mesure: '' }],
        'droits-acquis': [{ rubrique: 'CET', avant: 'a', apres: ' ', mesure: '' }],
      },
    };
    expect(rubriquesRemplies(remplie)).toEqual(['remuneration']);
  });

  test('aucune famille de moins de cinq agents ne paraît, et les totaux sont conservés', () => {
    const unEffectif = fc.array(
      fc.record({
        categorie: fc.constantFrom('A', 'B', 'C'),
        situation: fc.constantFrom(
          'transfert',
          'mise-a-disposition',
          'du-gestionnaire',
          'non-concerne',
        ) as fc.Arbitrary<AgentDuService['situation']>,
      }),
      { minLength: 5, maxLength: 40 },
    );
    fc.assert(
      fc.property(unEffectif, fc.nat(30), (bruts, autres) => {
        const [modele] = proposer([unAgent()]);
        if (modele === undefined) throw new Error('agent attendu');
        const agents = bruts.map((brut) => ({ ...modele, ...brut }));
        const familles = famillesDePostes(agents, new Map([['C', autres]]));
        const total = familles.map((f) => f.transferes + f.misADisposition + f.nonConcernes);
        expect(Math.min(...total)).toBeGreaterThanOrEqual(5);
        expect(total.reduce((a, b) => a + b, 0)).toBe(agents.length + autres);
      }),
    );
  });
});

describe('les adhésions sont datées', () => {
  const adhesions = [
    { collectivite: CHARLIEU, entree: '2015-07-01', sortie: '2024-12-31', acte: '' },
    { collectivite: MARS, entree: '2027-01-01', sortie: null, acte: '' },
  ] as const;
  test('bornes comprises : adhérente le dernier jour, sortie le lendemain', () => {
    expect(statutLe(adhesions, CHARLIEU, '2024-12-31').statut).toBe('adherent');
    expect(statutLe(adhesions, CHARLIEU, '2025-01-01')).toEqual({
      statut: 'sorti',
      depuis: '2024-12-31',
    });
    expect(statutLe(adhesions, MARS, AUJOURDHUI)).toEqual({
      statut: 'a-venir',
      depuis: '2027-01-01',
    });
    expect(statutLe(adhesions, '214201121', AUJOURDHUI).statut).toBe('non-adherent');
    expect(membresLe({ adhesions }, '2020-01-01')).toEqual([CHARLIEU]);
  });
  test('deux adhésions d’une commune ne se chevauchent pas', () => {
    const retour = {
      collectivite: CHARLIEU,
      entree: '2024-12-31',
      sortie: null,
      acte: '',
    } as const;
    expect(chevauche(adhesions, retour)).toBe(true);
    expect(chevauche(adhesions, { ...retour, entree: '2025-01-01' })).toBe(false);
  });
});

const FICHE: FicheDOrigine = {
  id: '01900000-0000-7000-8000-0000000000f1',
  code: 'F01',
  titre: 'Instruction du droit des sols',
  service: 'ADS',
  objectifs: 'Assurer la continuité de l’instruction. Réduire les délais.',
  perimetre: [CHARLIEU, MARS],
  indicateurs: [{ libelle: 'Délai moyen', cible: '10', unite: 'jours' }],
  calendrier: [{ debut: '2027-01-01' }],
};

describe('le service naît de sa fiche', () => {
  let essai: BaseDEssai;
  let contexte: Contexte;
  beforeAll(async () => {
    essai = await uneBase();
    ({ contexte } = await unTerritoire(essai.base));
  });
  afterAll(() => essai.fermer());
  const naitre = (fiche: Partial<FicheDOrigine> = {}) =>
    dansTerritoire(essai.base, contexte, (tx) =>
      naitreDeLaFiche(tx, contexte, { ...FICHE, ...fiche }, AUJOURDHUI),
    );
  const neuf = async (rang: number) => {
    const ne = await naitre({ id: `01900000-0000-7000-8000-00000000000${rang}` });
    if (!ne.ok) throw new Error(ne.refus.message);
    return ne.valeur;
  };

  test('avec son projet de convention : objectifs, parties, clé des actes pondérés, sans rien ressaisir', async () => {
    const ne = await naitre();
    if (!ne.ok) throw new Error(ne.refus.message);
    const convention = await dansTerritoire(essai.base, contexte, (tx) =>
      lireConvention(tx, contexte, ne.valeur.conventionId),
    );
    if (convention === null) throw new Error('convention attendue');
    const { contenu } = versionCourante(convention);
    expect(contenu.objectifs).toEqual([
      'Assurer la continuité de l’instruction.',
      'Réduire les délais.',
    ]);
    expect(contenu.finances.bareme.map(({ type }) => type)).toContain('PCMI');
    expect(contenu).toMatchObject({ effetLe: '2027-01-01', transferes: 0, gestionnaire: EPCI });
    expect(convention.parties.map(({ nom }) => nom)).toEqual([
      'CC Charlieu-Belmont',
      'Charlieu',
      'Mars',
    ]);
    expect(convention.objetId).toBe(ne.valeur.serviceId);
  });

  test('une seule fois : la même fiche ne donne pas deux services', async () => {
    const encore = await naitre();
    expect(encore.ok ? '' : encore.refus.code).toBe('fiche-deja-mise-en-oeuvre');
  });

  test('sans commune au périmètre, le refus cite l’article', async () => {
    const refuse = await naitre({ id: '01900000-0000-7000-8000-0000000000f2', perimetre: [] });
    expect(refuse.ok ? null : refuse.refus).toMatchObject({ code: 'perimetre-vide' });
    expect(refuse.ok ? '' : refuse.refus.article).toContain('L. 5211-4-2');
  });

  test('tant que la convention n’a pas pris effet, aucune adhésion ne s’ouvre', async () => {
    const { serviceId } = await neuf(1);
    const refuse = await dansTerritoire(essai.base, contexte, (tx) =>
      ouvrirAdhesions(tx, contexte, serviceId, AUJOURDHUI),
    );
    expect(refuse.ok ? '' : refuse.refus.code).toBe('rien-a-ouvrir');
  });

  test('l’historique des adhésions se reprend ; un chevauchement est refusé et rien n’est écrit', async () => {
    const { serviceId } = await neuf(2);
    const adhesion = {
      collectivite: CHARLIEU,
      entree: '2015-07-01',
      sortie: null,
      acte: '',
    } as const;
    const enregistrer = (liste: Parameters<typeof enregistrerAdhesions>[3]) =>
      dansTerritoire(essai.base, contexte, (tx) =>
        enregistrerAdhesions(tx, contexte, serviceId, liste),
      );
    expect((await enregistrer([adhesion])).ok).toBe(true);
    const refuse = await enregistrer([
      { ...adhesion, collectivite: MARS },
      { ...adhesion, entree: '2019-01-01' },
    ]);
    expect(refuse.ok ? '' : refuse.refus.code).toBe('adhesion-chevauche');
    const service = await dansTerritoire(essai.base, contexte, (tx) =>
      lireServiceCommun(tx, contexte, serviceId),
    );
    expect(service?.adhesions).toHaveLength(1);
  });

  test('une sortie se date ; sortir deux fois est refusé', async () => {
    const { serviceId } = await neuf(3);
    const sortir = () =>
      dansTerritoire(essai.base, contexte, (tx) =>
        enregistrerSortie(tx, contexte, serviceId, {
          collectivite: MARS,
          sortie: '2025-12-31',
          acte: 'délibération du 3 mars 2025',
        }),
      );
    await dansTerritoire(essai.base, contexte, (tx) =>
      enregistrerAdhesions(tx, contexte, serviceId, [
        { collectivite: MARS, entree: '2015-07-01', sortie: null, acte: '' },
      ]),
    );
    expect((await sortir()).ok).toBe(true);
    const encore = await sortir();
    expect(encore.ok ? '' : encore.refus.code).toBe('pas-adherente');
  });

  test('une commune ne voit que ses propres agents', async () => {
    const { serviceId } = await neuf(4);
    await dansTerritoire(essai.base, contexte, (tx) =>
      enregistrerAgents(
        tx,
        contexte,
        serviceId,
        proposer([unAgent(), unAgent({ collectivite: MARS, matricule: '00004' })]),
      ),
    );
    const mars = { ...contexte, collectivite: MARS };
    const vus = await dansTerritoire(essai.base, mars, (tx) =>
      lireAgentsDuService(tx, mars, serviceId),
    );
    expect(vus.map(({ matricule }) => matricule)).toEqual(['00004']);
    expect(dresserBilan(vus).misADisposition.nombre).toBe(1);
  });

  test('deux personnes sur la même fiche d’impact : la seconde voit le texte en ligne', async () => {
    const { serviceId } = await neuf(5);
    const lue = await dansTerritoire(essai.base, contexte, (tx) =>
      lireFicheDImpact(tx, contexte, serviceId),
    );
    if (lue === null) throw new Error('fiche attendue');
    const ecrire = (mesure: string) =>
      dansTerritoire(essai.base, contexte, (tx) =>
        enregistrerFicheDImpact(tx, contexte, serviceId, {
          fiche: { ...lue.fiche, mesures: [mesure] },
          version: lue.version,
        }),
      );
    const resultats = [await ecrire('formation'), await ecrire('tutorat')];
    expect(resultats[1]).toMatchObject({
      ok: false,
      refus: { code: 'fiche-changee', enLigne: { mesures: ['formation'] } },
    });
  });
});
