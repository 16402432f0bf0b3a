import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import type { DocumentCompose } from '../../moteurs/document/index.ts';
import { composerModele, exempleDuModele, listerModeles } from '../../referentiel/modeles/index.ts';
import { documentComplet, TEXTES_HOSTILES } from './documents.exemples.ts';
import { mettreEnPage } from './index.server.ts';

interface Noeud {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly Noeud[];
}

/** Le PDF relu par un lecteur indépendant de celui qui l’a écrit (PDF.js). */
const relire = async (pdf: Uint8Array) => {
  const proxy = await getDocumentProxy(pdf.slice());
  const noeuds: Noeud[] = [];
  const textes: string[] = [];
  const parcourir = (noeud: Noeud): void => {
    noeuds.push(noeud);
    for (const enfant of noeud.children ?? []) parcourir(enfant);
  };
  for (let numero = 1; numero <= proxy.numPages; numero += 1) {
    const page = await proxy.getPage(numero);
    parcourir((await page.getStructTree()) as Noeud);
    const contenu = await page.getTextContent();
    textes.push(contenu.items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const { info, metadata } = await proxy.getMetadata();
  return {
    pages: proxy.numPages,
    marque: await proxy.getMarkInfo(),
    info: info as Readonly<Record<string, unknown>>,
    xmp: metadata?.getRaw?.() as string | undefined,
    plan: await proxy.getOutline(),
    compter: (role: string) => noeuds.filter((noeud) => noeud.role === role).length,
    noeuds,
    texte: textes.join('\n').replace(/\s+/gu, ' '),
  };
};

const composerExemple = (nom: string): DocumentCompose => {
  const resultat = composerModele(nom, exempleDuModele(nom), { le: '2026-11-24' });
  if (!resultat.ok) throw new Error(nom);
  return resultat.valeur;
};

describe('Le PDF est balisé', () => {
  test('titre, langue, auteur, sujet et norme PDF/UA-1 sont déclarés', async () => {
    const lu = await relire(await mettreEnPage(documentComplet(), { format: 'pdf' }));
    expect(lu.info).toMatchObject({
      Title: 'Convention d’essai',
      Author: 'Communauté d’essai',
      Subject: 'Éprouver la mise en page',
      Language: 'fr-FR',
    });
    expect(lu.marque).toMatchObject({ Marked: true });
    expect(lu.xmp).toMatch(/pdfuaid:part[^0-9]*1/u);
  });

  test('les quatre niveaux de titres, la liste, la note, le lien et le sommaire sont balisés', async () => {
    const lu = await relire(await mettreEnPage(documentComplet(), { format: 'pdf' }));
    expect(['H1', 'H2', 'H3', 'H4'].map(lu.compter)).toEqual([expect.any(Number), 1, 1, 1]);
    // Sommaire, préambule, article 1, annexe.
    expect(lu.compter('H1')).toBe(4);
    for (const role of ['L', 'LI', 'Note', 'Link', 'TOC', 'TOCI'])
      expect(lu.compter(role), role).toBeGreaterThan(0);
    expect(lu.plan?.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Préambule', 'Article 1\u00a0– Objet']),
    );
  });

  test('un tableau a ses en-têtes, ses cellules et sa légende', async () => {
    const lu = await relire(await mettreEnPage(documentComplet(), { format: 'pdf' }));
    expect([lu.compter('Table'), lu.compter('TH'), lu.compter('TD')]).toEqual([1, 2, 6]);
    expect(lu.compter('Caption')).toBeGreaterThanOrEqual(2);
  });

  test('une figure a son texte de remplacement', async () => {
    const lu = await relire(await mettreEnPage(documentComplet(), { format: 'pdf' }));
    expect(lu.noeuds.map(({ alt }) => alt)).toContain('Un rectangle bleu de Arcinges');
  });

  test('le texte est complet : fondement de la clause, renvoi, manque, empreinte', async () => {
    const { texte } = await relire(await mettreEnPage(documentComplet(), { format: 'pdf' }));
    for (const attendu of [
      'Fondement : CGCT, art. L. 5211-4-2',
      'annexe 1',
      '[à compléter : Numéro absent]',
      'Contenu de la note.',
      'Pour Mars',
      'SHA-256',
    ])
      expect(texte).toContain(attendu);
  });

  test('un projet le dit à chaque page', async () => {
    const { texte, pages } = await relire(
      await mettreEnPage(documentComplet({ brouillon: true }), { format: 'pdf' }),
    );
    expect(texte.split('(projet)').length - 1).toBe(pages);
  });

  test('pour l’archive, il se déclare PDF/A-2a', async () => {
    const lu = await relire(
      await mettreEnPage(documentComplet(), { format: 'pdf', archive: true }),
    );
    expect(lu.xmp).toMatch(/pdfaid:part[^0-9]*2/u);
    expect(lu.xmp).toMatch(/pdfaid:conformance[^A-Z]*A/u);
  });

  test('même document : même fichier, à l’octet près', async () => {
    const [a, b] = await Promise.all(
      [1, 2].map(() => mettreEnPage(documentComplet(), { format: 'pdf' })),
    );
    expect(Buffer.compare(a ?? new Uint8Array(), b ?? new Uint8Array())).toBe(0);
  });
});

describe('Chaque modèle se met en PDF/UA-1', () => {
  test.each(listerModeles().map(({ nom }) => nom))('%s', async (nom) => {
    const document = composerExemple(nom);
    const lu = await relire(await mettreEnPage(document, { format: 'pdf' }));
    expect(lu.info.Title).toBe(document.metadonnees.titre);
    expect(lu.compter('H1')).toBeGreaterThan(0);
    expect(lu.compter('TH')).toBeGreaterThan(0);
    expect(lu.texte).not.toContain('□');
  });

  test('un schéma de plus de cent pages se met en page, tableaux compris', async () => {
    const donnees = structuredClone(exempleDuModele('schema-mutualisation')) as {
      fiches: unknown[];
    };
    donnees.fiches = Array.from({ length: 45 }, () => donnees.fiches)
      .flat()
      .slice(0, 45);
    const resultat = composerModele('schema-mutualisation', donnees, { le: '2026-11-24' });
    if (!resultat.ok) throw new Error('refusé');
    const pdf = await mettreEnPage(resultat.valeur, { format: 'pdf' });
    const proxy = await getDocumentProxy(pdf.slice());
    expect(proxy.numPages).toBeGreaterThan(100);
  });
});

describe('Un texte hostile ne casse pas le PDF', () => {
  test.each(TEXTES_HOSTILES)('%s', async (_sorte, nom) => {
    const document = documentComplet({ nom });
    const lu = await relire(await mettreEnPage(document, { format: 'pdf' }));
    // Aucune commande n’a été exécutée : la structure est celle du document sage.
    expect([lu.compter('H2'), lu.compter('Table'), lu.compter('TH')]).toEqual([1, 1, 2]);
    await expect(mettreEnPage(document, { format: 'pdf', archive: true })).resolves.toBeInstanceOf(
      Uint8Array,
    );
  });

  test('les commandes Typst apparaissent telles qu’écrites', async () => {
    const { texte } = await relire(
      await mettreEnPage(documentComplet({ nom: '#panic("x") $x$ *a* @b <c>' }), { format: 'pdf' }),
    );
    expect(texte).toContain('#panic("x") $x$ *a* @b <c>');
  });

  test('un émoji sans dessin devient un carré, le reste du texte demeure', async () => {
    const { texte } = await relire(
      await mettreEnPage(documentComplet({ nom: 'avant 😀 après' }), { format: 'pdf' }),
    );
    expect(texte).toContain('avant □ après');
  });
});
