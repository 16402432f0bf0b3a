import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { PONTCHATEAU, unTerritoire } from '../../../socle/territoire/territoire.exemples.ts';
import {
  changerAttente,
  changerCampagne,
  lireAttentes,
  lireAttentesDe,
  lireCampagne,
  ouvrirCampagne,
} from './campagnes.sql.server.ts';
import {
  CHARLIEU,
  EPCI,
  MARS,
  uneCampagne,
  uneLecture,
  uneLigneAEcrire,
} from './collecte.exemples.ts';
import { apprendreCorrespondances, lireCorrespondances } from './correspondances.sql.server.ts';
import { mesurerDepot, SANS_DECISION } from './depot.ts';
import { creerDepot, lireDepot, listerDepots } from './depots.sql.server.ts';
import { lireDernierGabarit, lireLignesDuGabarit, noterGabarit } from './gabarits.sql.server.ts';
import { corrigerLigne, ecrireLignes, lireLignes, retirerLigne } from './lignes.sql.server.ts';

let essai: BaseDEssai;
let pilote: Contexte;
let voisin: Contexte;
const mars = (): Contexte => ({ ...pilote, auteur: 'Mars', collectivite: MARS });
const charlieu = (): Contexte => ({ ...pilote, auteur: 'Charlieu', collectivite: CHARLIEU });

beforeAll(async () => {
  essai = await uneBase();
  pilote = (await unTerritoire(essai.base)).contexte;
  voisin = (await unTerritoire(essai.base, PONTCHATEAU)).contexte;
});
afterAll(() => essai.fermer());

const ecrire = (contexte: Contexte, ...ecrites: Parameters<typeof uneLigneAEcrire>[0][]) =>
  dansTerritoire(essai.base, contexte, (tx) =>
    ecrireLignes(tx, contexte, {
      ecrites: ecrites.map((ecarts) => uneLigneAEcrire(ecarts)),
      retirees: [],
      depotId: null,
    }),
  );
const lire = (contexte: Contexte, grille = 'grille-rh') =>
  dansTerritoire(essai.base, contexte, (tx) => lireLignes(tx, contexte, grille));

describe('les lignes en ligne', () => {
  beforeAll(async () => {
    await ecrire(mars(), { cle: '00009' });
    await ecrire(charlieu(), { cle: '00001', collectivite: CHARLIEU });
  });

  test('la pilote voit tout, une commune ne voit que ses lignes, un autre territoire rien', async () => {
    expect((await lire(pilote)).map(({ collectivite }) => collectivite)).toEqual([CHARLIEU, MARS]);
    expect((await lire(mars())).map(({ collectivite }) => collectivite)).toEqual([MARS]);
    expect(await lire(voisin)).toEqual([]);
  });

  test('une commune n’écrit pas chez une autre', async () => {
    await expect(ecrire(mars(), { collectivite: CHARLIEU, cle: '99999' })).rejects.toThrow(
      /row-level security/,
    );
  });

  test('deux lignes de même clé sont la même chose : la base refuse la seconde', async () => {
    await expect(ecrire(mars(), { cle: '00009' })).rejects.toThrow(/duplicate key/);
  });

  test('les lignes se filtrent par service, affectations comprises', async () => {
    const trouvees = await dansTerritoire(essai.base, pilote, (tx) =>
      lireLignes(tx, pilote, 'grille-rh', { service: 'VOI', collectivites: [MARS] }),
    );
    expect(trouvees.map(({ cle }) => cle)).toEqual(['00009']);
  });

  test('deux personnes sur la même ligne : la seconde est refusée et voit ce qui a été écrit', async () => {
    const [ligne] = await lire(mars());
    if (ligne === undefined) throw new Error('ligne attendue');
    const corriger = (contexte: Contexte, etp: string) =>
      dansTerritoire(essai.base, contexte, (tx) =>
        corrigerLigne(tx, contexte, { ...ligne, valeurs: { ...ligne.valeurs, etp } }),
      );
    const issues = await Promise.all([corriger(mars(), '0.90'), corriger(pilote, '0.70')]);
    expect(issues.filter(({ ok }) => ok).length).toBe(1);
    const refusee = issues.find(({ ok }) => !ok);
    const [enLigne] = await lire(mars());
    expect(refusee?.ok === false ? refusee.refus : null).toMatchObject({
      code: 'ligne-changee',
      enLigne: { valeurs: enLigne?.valeurs, version: 2 },
    });
  });

  test('une ligne changée entre-temps ne se retire pas', async () => {
    const [ligne] = await lire(mars());
    if (ligne === undefined) throw new Error('ligne attendue');
    const retirer = (version: number) =>
      dansTerritoire(essai.base, mars(), (tx) =>
        retirerLigne(tx, mars(), { id: ligne.id, version }),
      );
    expect((await retirer(ligne.version - 1)).ok).toBe(false);
    expect((await retirer(ligne.version)).ok).toBe(true);
    expect(await lire(mars())).toEqual([]);
  });
});

describe('les campagnes', () => {
  let campagneId: string;
  beforeAll(async () => {
    const ouverte = await dansTerritoire(essai.base, pilote, (tx) =>
      ouvrirCampagne(
        tx,
        pilote,
        uneCampagne(),
        [
          { siren: MARS, courriel: 'mairie@mars.fr' },
          { siren: CHARLIEU, courriel: null },
        ],
        '2026-11-24',
      ),
    );
    if (!ouverte.ok) throw new Error(ouverte.refus.message);
    campagneId = ouverte.valeur;
  });

  test('une seule campagne ouverte par grille : la seconde est refusée', async () => {
    const seconde = await dansTerritoire(essai.base, pilote, (tx) =>
      ouvrirCampagne(tx, pilote, uneCampagne(), [], '2026-11-24'),
    );
    expect(seconde.ok ? null : seconde.refus.code).toBe('campagne-ouverte');
  });

  test('une commune ne voit que ce qu’on attend d’elle', async () => {
    const vues = await dansTerritoire(essai.base, mars(), (tx) =>
      lireAttentes(tx, mars(), campagneId),
    );
    expect(vues.map(({ collectivite }) => collectivite)).toEqual([MARS]);
  });

  test('une commune note qu’elle a rendu ; elle ne change ni l’échéance ni les autres', async () => {
    await dansTerritoire(essai.base, mars(), async (tx) => {
      const commun = { campagneId, etat: 'rendue', aujourdhui: '2026-12-01' } as const;
      await changerAttente(tx, mars(), { ...commun, collectivite: MARS });
      await changerAttente(tx, mars(), { ...commun, collectivite: CHARLIEU });
      const changee = await changerCampagne(
        tx,
        mars(),
        { id: campagneId, version: 1 },
        { echeance: '2027-01-01' },
      );
      expect(changee.ok).toBe(false);
    });
    const attentes = await dansTerritoire(essai.base, pilote, (tx) =>
      lireAttentes(tx, pilote, campagneId),
    );
    expect(attentes.map(({ collectivite, etat }) => [collectivite, etat])).toEqual([
      [CHARLIEU, 'attendue'],
      [MARS, 'rendue'],
    ]);
  });

  test('deux pilotes changent l’échéance : la seconde est prévenue', async () => {
    const changer = (echeance: '2027-01-10' | '2027-01-20') =>
      dansTerritoire(essai.base, pilote, (tx) =>
        changerCampagne(tx, pilote, { id: campagneId, version: 1 }, { echeance }),
      );
    expect((await changer('2027-01-10')).ok).toBe(true);
    const seconde = await changer('2027-01-20');
    expect(seconde.ok ? null : seconde.refus.code).toBe('campagne-changee');
    const campagne = await dansTerritoire(essai.base, pilote, (tx) =>
      lireCampagne(tx, pilote, campagneId),
    );
    expect(campagne?.echeance).toBe('2027-01-10');
  });

  test('une commune trouve ses attentes par sa seule collectivité', async () => {
    const attentes = await dansTerritoire(essai.base, mars(), (tx) =>
      lireAttentesDe(tx, mars(), MARS),
    );
    expect(attentes.map(({ campagne, attente }) => [campagne.grille, attente.etat])).toEqual([
      ['grille-rh', 'rendue'],
    ]);
  });
});

describe('les dépôts', () => {
  test('un dépôt garde sa lecture entière ; une autre commune ne le voit pas', async () => {
    const lecture = uneLecture();
    const id = await dansTerritoire(essai.base, mars(), (tx) =>
      creerDepot(tx, mars(), {
        grille: 'grille-rh',
        collectivite: MARS,
        gabaritId: null,
        fichierId: null,
        fichier: 'rh-mars.csv',
        taille: 120,
        empreinte: 'abc',
        estExpurge: false,
        etat: 'refuse',
        lecture,
        avancement: mesurerDepot(lecture, SANS_DECISION),
      }),
    );
    const relu = await dansTerritoire(essai.base, mars(), (tx) => lireDepot(tx, mars(), id));
    expect(relu?.lecture).toEqual(lecture);
    expect(
      await dansTerritoire(essai.base, charlieu(), (tx) => lireDepot(tx, charlieu(), id)),
    ).toBeNull();
    const [resume] = await dansTerritoire(essai.base, pilote, (tx) =>
      listerDepots(tx, pilote, 'grille-rh', { collectivite: MARS }),
    );
    expect(resume?.bilan).toEqual({ pretes: 2, laissees: 0, aConfirmer: 1, bloquees: 1 });
  });
});

describe('les gabarits remis', () => {
  test('un même contenu n’est gardé qu’une fois, un contenu changé devient la nouvelle base', async () => {
    const noter = (empreinte: string) =>
      dansTerritoire(essai.base, mars(), (tx) =>
        noterGabarit(tx, mars(), {
          grille: 'grille-rh',
          collectivite: MARS,
          empreinte,
          lignes: [{ matricule: '00009', etp: empreinte }],
        }),
      );
    const premier = await noter('a');
    expect(await noter('a')).toBe(premier);
    const second = await noter('b');
    expect(second).not.toBe(premier);
    const dernier = await dansTerritoire(essai.base, pilote, (tx) =>
      lireDernierGabarit(tx, pilote, 'grille-rh', MARS),
    );
    expect(dernier?.id).toBe(second);
    const lignes = await dansTerritoire(essai.base, mars(), (tx) =>
      lireLignesDuGabarit(tx, mars(), second),
    );
    expect(lignes).toEqual([{ matricule: '00009', etp: 'b' }]);
  });
});

describe('les correspondances apprises', () => {
  const compta = { champ: 'service', lue: 'Compta', valeur: 'FIN' };
  const connues = (contexte: Contexte, siren: string) =>
    dansTerritoire(essai.base, contexte, (tx) =>
      lireCorrespondances(tx, contexte, 'grille-rh', siren),
    );

  test('apprise par une commune, elle ne sert qu’à elle', async () => {
    await dansTerritoire(essai.base, mars(), (tx) =>
      apprendreCorrespondances(tx, mars(), 'grille-rh', MARS, [compta]),
    );
    expect(await connues(mars(), MARS)).toEqual([compta]);
    expect(await connues(charlieu(), CHARLIEU)).toEqual([]);
  });

  test('apprise par le service de l’EPCI, elle sert à toutes ; celle de la commune l’emporte', async () => {
    await dansTerritoire(essai.base, pilote, (tx) =>
      apprendreCorrespondances(tx, pilote, 'grille-rh', EPCI, [
        { ...compta, valeur: 'DG' },
        { champ: 'service', lue: 'Cantine', valeur: 'REST' },
      ]),
    );
    expect(await connues(charlieu(), CHARLIEU)).toEqual([
      { champ: 'service', lue: 'Cantine', valeur: 'REST' },
      { ...compta, valeur: 'DG' },
    ]);
    expect(await connues(mars(), MARS)).toContainEqual(compta);
  });

  test('une commune n’apprend rien au nom du territoire', async () => {
    await expect(
      dansTerritoire(essai.base, mars(), (tx) =>
        apprendreCorrespondances(tx, mars(), 'grille-rh', CHARLIEU, [compta]),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
