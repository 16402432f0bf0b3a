import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { lireFichier } from '../../socle/depots/index.server.ts';
import { unTerritoire } from '../../socle/territoire/territoire.exemples.ts';
import { jusquA, PARTIES, TERRITOIRE, unContenu, uneConvention } from './conventions.exemples.ts';
import { creerConvention } from './creer-convention.sql.server.ts';
import { lireDocuments } from './documents.sql.server.ts';
import { enregistrerFaits } from './faits.sql.server.ts';
import { composerConvention, garderDocuments, manquesDuDocument } from './produire.server.ts';
import { versTerritoireInstruit } from './territoire-instruit.ts';

const AUJOURDHUI = '2026-11-24';

describe('le document de la convention', () => {
  test('signée, elle se compose sans rien qui manque, chaque clause avec son article et sa version', () => {
    const convention = uneConvention({ evenements: jusquA('signatures') });
    expect(manquesDuDocument(convention, TERRITOIRE, AUJOURDHUI)).toEqual([]);
    const compose = composerConvention(convention, TERRITOIRE, AUJOURDHUI);
    if (!compose.ok) throw new Error(JSON.stringify(compose.refus));
    expect(compose.valeur.metadonnees.etat).toBe('definitif');
    expect(compose.valeur.clauses.length).toBeGreaterThan(15);
    const agents = compose.valeur.clauses.find(({ id }) => id === 'agents');
    expect(agents).toMatchObject({ regles: ['SC-07', 'SC-08', 'SC-09'], version: '2026-1' });
    expect(agents?.article).toContain('L. 5211-4-2');
  });

  test('en projet, elle se compose en montrant ce qui manque', () => {
    const compose = composerConvention(uneConvention(), TERRITOIRE, AUJOURDHUI);
    expect(compose.ok && compose.valeur.metadonnees.etat).toBe('projet');
    expect(manquesDuDocument(uneConvention(), TERRITOIRE, AUJOURDHUI).length).toBeGreaterThan(0);
  });

  test('la clé imprimée est celle du contenu ; la simulation égale le coût', () => {
    const contenu = unContenu(
      {},
      {
        postes: [{ libelle: 'Personnel', centimes: '10000001' }],
        simulation: [
          { membre: 'Charlieu', centimes: '6666667' },
          { membre: 'Mars', centimes: '3333334' },
        ],
      },
    );
    const [version] = uneConvention().versions;
    const convention = uneConvention({
      evenements: jusquA('signatures'),
      versions: [{ ...version, contenu }],
    });
    const compose = composerConvention(convention, TERRITOIRE, AUJOURDHUI);
    if (!compose.ok) throw new Error(JSON.stringify(compose.refus));
    const texte = JSON.stringify(compose.valeur.blocs);
    expect(texte).toContain('PCMI 1');
    expect(texte).toContain('DP 0,7');
    expect(texte).toContain('66,67');
  });
});

describe('à la signature, le document est gardé', () => {
  let essai: BaseDEssai;
  let contexte: Contexte;
  beforeAll(async () => {
    essai = await uneBase();
    ({ contexte } = await unTerritoire(essai.base));
  });
  afterAll(() => essai.fermer());

  test('en PDF, DOCX et ODT, une fois, avec l’empreinte de son contenu', async () => {
    const { territoire: charlieu } = await unTerritoire(essai.base, '200000438');
    expect(versTerritoireInstruit(charlieu).communes.length).toBeGreaterThan(0);
    const id = await dansTerritoire(essai.base, contexte, (tx) =>
      creerConvention(
        tx,
        contexte,
        {
          sorte: 'service-commun',
          titre: 'Droit des sols',
          objetId: null,
          contenu: unContenu(),
          parties: PARTIES,
        },
        AUJOURDHUI,
      ),
    );
    const jugement = { territoire: TERRITOIRE, aujourdhui: AUJOURDHUI } as const;
    await dansTerritoire(essai.base, contexte, async (tx) => {
      const faits = jusquA('signatures').map(({ type, le, siren, donnees }) => ({
        type,
        le,
        siren,
        donnees,
      }));
      for (const fait of faits) {
        const verse = await enregistrerFaits(tx, contexte, id, [fait], jugement);
        if (!verse.ok) throw new Error(JSON.stringify(verse.refus));
      }
    });
    const lire = () =>
      dansTerritoire(essai.base, contexte, (tx) => lireDocuments(tx, contexte, id));
    expect((await garderDocuments(essai.base, contexte, id, jugement)).ok).toBe(true);
    const documents = await lire();
    expect(documents.map(({ format }) => format).toSorted()).toEqual(['docx', 'odt', 'pdf']);
    expect(new Set(documents.map(({ empreinte }) => empreinte)).size).toBe(1);
    const pdf = documents.find(({ format }) => format === 'pdf');
    const fichier = await dansTerritoire(essai.base, contexte, (tx) =>
      lireFichier(tx, pdf?.fichierId ?? ''),
    );
    expect(new TextDecoder().decode(fichier?.octets.slice(0, 5))).toBe('%PDF-');
    await garderDocuments(essai.base, contexte, id, jugement);
    expect(await lire()).toHaveLength(3);
  });
});
