import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { composerModele, exempleDuModele, listerModeles } from '../../referentiel/modeles/index.ts';
import { documentComplet, TEXTES_HOSTILES } from './documents.exemples.ts';
import { mettreEnPage } from './index.server.ts';
import { lireXml } from './xml.exemples.ts';

const ouvrir = async (docx: Uint8Array) => {
  const parties = unzipSync(docx);
  const partie = (nom: string): string => strFromU8(parties[nom] ?? new Uint8Array());
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) });
  return { noms: Object.keys(parties), partie, html };
};

describe('Le DOCX se rouvre', () => {
  test('titres, listes, tableau, note, lien et renvoi sont là', async () => {
    const { html } = await ouvrir(await mettreEnPage(documentComplet(), { format: 'docx' }));
    for (const attendu of [
      '<h1>',
      '<h2>',
      '<h3>',
      '<h4>',
      '<ul>',
      '<ol>',
      '<thead>',
      'https://exemple.fr/page',
      'Contenu de la note.',
      'href="#annexe-a"',
      '<strong>gras</strong>',
      '<em>italique</em>',
    ])
      expect(html).toContain(attendu);
    expect(html).toContain('Article 1\u00a0– Objet');
    expect(html).toContain('[à compléter\u00a0: Numéro absent]');
  });

  test('en-têtes répétés, langue, sommaire, propriétés et texte de remplacement', async () => {
    const { partie } = await ouvrir(await mettreEnPage(documentComplet(), { format: 'docx' }));
    const corps = partie('word/document.xml');
    expect(corps.match(/<w:tblHeader\b/gu)).toHaveLength(1);
    expect(corps).toContain('TOC \\h');
    expect(corps).toContain('Un rectangle bleu de Arcinges');
    expect(partie('word/styles.xml')).toMatch(/<w:lang [^>]*w:val="fr-FR"/u);
    expect(partie('docProps/core.xml')).toContain('<dc:title>Convention d’essai</dc:title>');
    expect(partie('docProps/core.xml')).toContain('<dc:creator>Communauté d’essai</dc:creator>');
  });

  test('chaque liste numérotée recommence à 1', async () => {
    const texte = '#- A\n1. a\n2. b\n\nEntre.\n\n1. c\n:: annexe annexe-a | A\nx\n:: fin';
    const { html } = await ouvrir(
      await mettreEnPage(documentComplet({ texte }), { format: 'docx' }),
    );
    expect(html.match(/<ol>/gu)).toHaveLength(2);
  });

  test.each(listerModeles().map(({ nom }) => nom))('modèle %s', async (nom) => {
    const resultat = composerModele(nom, exempleDuModele(nom), { le: '2026-11-24' });
    if (!resultat.ok) throw new Error(nom);
    const { html, noms, partie } = await ouvrir(
      await mettreEnPage(resultat.valeur, { format: 'docx' }),
    );
    expect(html).toContain('<table>');
    for (const chemin of noms.filter((n) => n.endsWith('.xml')))
      expect(() => lireXml(partie(chemin)), chemin).not.toThrow();
  });
});

describe('Un texte hostile ne casse pas le DOCX', () => {
  test.each(TEXTES_HOSTILES)('%s', async (_sorte, nom) => {
    const { html, noms, partie } = await ouvrir(
      await mettreEnPage(documentComplet({ nom }), { format: 'docx' }),
    );
    for (const chemin of noms.filter((n) => n.endsWith('.xml')))
      expect(() => lireXml(partie(chemin)), chemin).not.toThrow();
    expect(html).not.toContain('<script');
    expect(html.match(/<h2>/gu)).toHaveLength(1);
  });
});
