import { describe, expect, test } from 'vitest';
import { GRILLES } from '../../referentiel/grilles/index.ts';
import { type FormatDeTableur, fabriquerGabarit } from './ecrire-tableur.server.ts';
import { CHARLIEU_BELMONT, lignesDe, lire, octetsDe } from './essais.exemples.ts';
import { lireTableur } from './lire-tableur.server.ts';
import { decompresser, texteXml } from './zip.server.ts';

const FORMATS: readonly FormatDeTableur[] = ['xlsx', 'ods', 'csv'];
const ATTENDUES = new Set(['feuille-sans-donnees', 'ligne-vide', 'controle-non-fait']);

const fabriquer = async (
  grille: string,
  format: FormatDeTableur,
  lignes: readonly Record<string, string>[] = [],
  vides?: number,
): Promise<Uint8Array> => {
  const fait = await fabriquerGabarit({
    grille,
    territoire: CHARLIEU_BELMONT,
    siren: '214200529',
    format,
    lignes,
    ...(vides === undefined ? {} : { vides }),
  });
  if (!fait.ok) throw new Error(fait.refus.message);
  return fait.valeur;
};

test('le mode d’emploi parle français et prend la collectivité pour exemple', async () => {
  const archive = decompresser(await fabriquer('grille-rh', 'ods', [], 3), () => true);
  const contenu = archive.ok ? texteXml(archive.valeur, 'content.xml') : '';
  expect(contenu).toContain('au moins 0,5');
  expect(contenu).toContain('38450,00');
  expect(contenu).toContain('01/09/2012');
  expect(contenu).not.toContain('200035202');
});

describe.each(GRILLES.map((g) => g.nom))('grille %s', (grille) => {
  const lignes = lignesDe(`demo/${grille}.csv`);

  test('le CSV canonique est relu à l’identique, sans anomalie', async () => {
    const lecture = await lire(grille, `${grille}.csv`, octetsDe(`demo/${grille}.csv`));
    expect(lecture.lignes.map((l) => l.valeurs)).toEqual(lignes);
    expect(lecture.anomalies.filter((a) => a.regle !== 'controle-non-fait')).toEqual([]);
  });

  test.each(FORMATS)(
    'un gabarit %s rempli est relu à l’identique, sans anomalie',
    async (format) => {
      const octets = await fabriquer(grille, format, lignes);
      const lecture = await lire(grille, `${grille}.${format}`, octets);
      expect(lecture.lignes.map((l) => l.valeurs)).toEqual(lignes);
      expect(lecture.anomalies.filter((a) => !ATTENDUES.has(a.regle))).toEqual([]);
      expect(lecture.format.type).toBe(format);
    },
  );

  test.each(FORMATS)(
    'un gabarit %s rendu sans être rempli est signalé, pas refusé',
    async (format) => {
      const lecture = await lire(grille, `${grille}.${format}`, await fabriquer(grille, format));
      expect(lecture.bilan).toMatchObject({
        lignesImportees: 0,
        lignesBloquees: 0,
        fichierRefuse: false,
      });
      expect(lecture.anomalies.map((a) => a.regle)).toContain('grille-non-remplie');
    },
  );
});

test('le gabarit porte le SIREN et le nom de la collectivité, cellules protégées, listes et mode d’emploi (XLSX)', async () => {
  const octets = await fabriquer('grille-rh', 'xlsx', [], 3);
  const lu = await lireTableur(octets, 'g.xlsx');
  if (!lu.ok) throw new Error(lu.refus.message);
  expect(lu.valeur.feuilles.map((f) => f.nom)).toEqual([
    'Grille des ressources humaines',
    'Mode d’emploi',
    'Listes',
  ]);
  expect(lu.valeur.feuilles[0]?.rangees[1]?.cellules.slice(0, 2).map((c) => c?.texte)).toEqual([
    '214200529',
    'Charlieu',
  ]);
  const archive = decompresser(octets, () => true);
  const xml = archive.ok ? texteXml(archive.valeur, 'xl/worksheets/sheet1.xml') : '';
  expect(xml).toMatch(/<sheetProtection[^>]*sheet="1"/);
  expect(xml).toMatch(/<dataValidation[^>]*type="list"[^>]*sqref="D2:D4"/);
  expect(xml).toMatch(/<pane[^>]*ySplit="1"/);
});

test('les listes de choix sont aussi dans l’ODS (content-validations), cellules protégées', async () => {
  const archive = decompresser(await fabriquer('grille-rh', 'ods', [], 3), () => true);
  const xml = archive.ok ? texteXml(archive.valeur, 'content.xml') : '';
  expect(xml).toContain('table:condition="of:cell-content-is-in-list([$\'Listes\'.$A$2:.$A$33])"');
  expect(xml).toMatch(/table:protected="true"/);
  expect(xml).toMatch(/table:style-name="libre-texte" table:content-validation-name="choix-0-3"/);
});

test('le gabarit ODS s’ouvre dans un lecteur indépendant, feuilles et cellules comprises', async () => {
  const { read, utils } = await import('@e965/xlsx');
  const classeur = read(await fabriquer('grille-rh', 'ods', [], 3));
  expect(classeur.SheetNames).toEqual([
    'Grille des ressources humaines',
    'Mode d’emploi',
    'Listes',
  ]);
  const saisie = classeur.Sheets['Grille des ressources humaines'];
  const rangees = utils.sheet_to_json<string[]>(saisie ?? {}, { header: 1 });
  expect(rangees[1]?.slice(0, 2)).toEqual(['214200529', 'Charlieu']);
});

test('le CSV remis à une mairie s’ouvre d’un double clic en français, et se relit à l’identique', async () => {
  const lignes = lignesDe('demo/grille-rh.csv').slice(0, 5);
  const fait = await fabriquerGabarit({
    grille: 'grille-rh',
    territoire: CHARLIEU_BELMONT,
    siren: '214200529',
    format: 'csv',
    lignes,
    usage: 'bureau',
  });
  if (!fait.ok) throw new Error(fait.refus.message);
  expect(fait.valeur.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  const texte = new TextDecoder().decode(fait.valeur);
  expect(texte).toContain('SIREN;Collectivité;Matricule');
  expect(texte).toContain(';81560,00;');
  const lecture = await lire('grille-rh', 'grille-rh.csv', fait.valeur);
  expect(lecture.lignes.map((l) => l.valeurs)).toEqual(lignes);
});

test('une formule malveillante n’est jamais écrite comme formule', async () => {
  const piege = {
    ...lignesDe('demo/inventaire-materiel.csv')[0],
    designation: '=HYPERLINK("http://x";"y")',
  };
  const csv = new TextDecoder().decode(await fabriquer('inventaire-materiel', 'csv', [piege]));
  expect(csv).toContain('"\'=HYPERLINK(');
  for (const format of FORMATS) {
    const lecture = await lire(
      'inventaire-materiel',
      `i.${format}`,
      await fabriquer('inventaire-materiel', format, [piege]),
    );
    expect(lecture.lignes[0]?.valeurs.designation).toBe(piege.designation);
  }
});

test('une grille ou un SIREN inconnus sont refusés', async () => {
  const base = { territoire: CHARLIEU_BELMONT, format: 'csv' as const };
  expect(await fabriquerGabarit({ ...base, grille: 'rien', siren: '214200529' })).toMatchObject({
    ok: false,
    refus: { code: 'grille-inconnue' },
  });
  expect(await fabriquerGabarit({ ...base, grille: 'grille-rh', siren: '1' })).toMatchObject({
    ok: false,
    refus: { code: 'collectivite-inconnue' },
  });
});
