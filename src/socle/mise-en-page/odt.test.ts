import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { composerModele, exempleDuModele, listerModeles } from '../../referentiel/modeles/index.ts';
import { documentComplet, TEXTES_HOSTILES } from './documents.exemples.ts';
import { mettreEnPage } from './index.server.ts';
import { lireXml } from './xml.exemples.ts';

const ouvrir = (odt: Uint8Array) => {
  const parties = unzipSync(odt);
  const partie = (nom: string): string => strFromU8(parties[nom] ?? new Uint8Array());
  const lu = lireXml(partie('content.xml'));
  const trouver = (nom: string) => lu.balises.filter((balise) => balise.nom === nom);
  return { noms: Object.keys(parties), partie, trouver, texte: lu.texte };
};

describe('L’ODT se rouvre', () => {
  test('le type du fichier vient en premier, sans compression', async () => {
    const odt = await mettreEnPage(documentComplet(), { format: 'odt' });
    const debut = strFromU8(odt.slice(0, 120));
    expect(debut).toContain('mimetypeapplication/vnd.oasis.opendocument.text');
    expect(odt[8]).toBe(0);
  });

  test('titres hiérarchisés, listes, en-têtes répétés, note, sommaire et figure', async () => {
    const { trouver, texte } = ouvrir(await mettreEnPage(documentComplet(), { format: 'odt' }));
    expect(trouver('text:h').map(({ attributs }) => attributs['text:outline-level'])).toEqual([
      '1',
      '1',
      '2',
      '3',
      '4',
      '1',
    ]);
    expect(trouver('text:list')).toHaveLength(2);
    expect(trouver('table:table-header-rows')).toHaveLength(1);
    expect(trouver('text:note')).toHaveLength(1);
    expect(trouver('text:table-of-content')).toHaveLength(1);
    expect(trouver('svg:desc')).toHaveLength(1);
    expect(texte).toContain('Un rectangle bleu de Arcinges');
    expect(texte).toContain('Article 1\u00a0– Objet');
    expect(texte).toContain('Fondement\u00a0: CGCT, art. L. 5211-4-2.');
  });

  test('chaque lien interne a sa cible', async () => {
    const { trouver } = ouvrir(await mettreEnPage(documentComplet(), { format: 'odt' }));
    const cibles = new Set(
      trouver('text:bookmark-start').map(({ attributs }) => attributs['text:name']),
    );
    const liens = trouver('text:a').map(({ attributs }) => attributs['xlink:href'] ?? '');
    const internes = liens.filter((adresse) => adresse.startsWith('#'));
    expect(internes.length).toBeGreaterThan(3);
    for (const adresse of internes) expect(cibles).toContain(adresse.slice(1));
  });

  test('langue, titre, auteur et manifeste complet', async () => {
    const { partie, noms } = ouvrir(await mettreEnPage(documentComplet(), { format: 'odt' }));
    const meta = lireXml(partie('meta.xml')).texte;
    for (const attendu of ['Convention d’essai', 'Communauté d’essai', 'fr-FR', 'mutualisation'])
      expect(meta).toContain(attendu);
    expect(partie('styles.xml')).toContain('fo:language="fr"');
    const inscrits = lireXml(partie('META-INF/manifest.xml')).balises.map(
      ({ attributs }) => attributs['manifest:full-path'],
    );
    for (const nom of noms.filter((n) => n !== 'mimetype' && !n.startsWith('META-INF')))
      expect(inscrits).toContain(nom);
  });

  test.each(listerModeles().map(({ nom }) => nom))(
    'modèle %s, à l’octet près d’une fois sur l’autre',
    async (nom) => {
      const resultat = composerModele(nom, exempleDuModele(nom), { le: '2026-11-24' });
      if (!resultat.ok) throw new Error(nom);
      const [a, b] = await Promise.all(
        [1, 2].map(() => mettreEnPage(resultat.valeur, { format: 'odt' })),
      );
      expect(a).toEqual(b);
      const { noms, partie } = ouvrir(a ?? new Uint8Array());
      for (const chemin of noms.filter((n) => n.endsWith('.xml')))
        expect(() => lireXml(partie(chemin)), chemin).not.toThrow();
    },
  );
});

describe('Un texte hostile ne casse pas l’ODT', () => {
  test.each(TEXTES_HOSTILES)('%s', async (_sorte, nom) => {
    const { trouver, noms, partie } = ouvrir(
      await mettreEnPage(documentComplet({ nom }), { format: 'odt' }),
    );
    expect(trouver('text:h')).toHaveLength(6);
    expect(trouver('table:table')).toHaveLength(2);
    for (const chemin of noms.filter((n) => n.endsWith('.xml')))
      expect(() => lireXml(partie(chemin)), chemin).not.toThrow();
  });
});
