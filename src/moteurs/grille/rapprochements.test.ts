import { describe, expect, test } from 'vitest';
import { dresserAnnuaire } from './collectivites.ts';
import { lireDateEcrite } from './date.ts';
import { lireLibelle, ressemblance } from './libelles.ts';
import { lireNombreEcrit } from './nombre.ts';
import { indexer } from './rapprochement.ts';
import { lireRepartition, separerServices } from './repartition.ts';
import type { Territoire } from './schema.ts';

const commune = (nom: string, rang: number) => ({
  siren: `21210000${rang}`,
  nom,
  codeInsee: `2100${rang}`,
  codePostal: '21000',
});
const METROPOLE: Territoire = {
  epci: {
    siren: '242100410',
    nom: 'Dijon Métropole',
    type: 'METRO',
    codeInsee: null,
    codePostal: null,
  },
  communes: [
    'Dijon',
    'Fontaine-lès-Dijon',
    'Hauteville-lès-Dijon',
    'Saint-Apollinaire',
    'Chevigny-Saint-Sauveur',
    'Marsannay-la-Côte',
    'Magny-sur-Tille',
    'Bressey-sur-Tille',
  ].map(commune),
};
const annuaire = dresserAnnuaire(METROPOLE);

describe('le nom d’une collectivité se retrouve sous ses écritures', () => {
  test.each([
    ['Dijon', 'Dijon', 'exacte'],
    ['VILLE DE DIJON', 'Dijon', 'variante'],
    ['Fontaine les Dijon', 'Fontaine-lès-Dijon', 'variante'],
    ['Chevigny St Sauveur', 'Chevigny-Saint-Sauveur', 'variante'],
    ['Magny s/ Tille', 'Magny-sur-Tille', 'variante'],
    ['marsannay la cote (21160)', 'Marsannay-la-Côte', 'postal'],
    ['Marsannay', 'Marsannay-la-Côte', 'incomplete'],
    ['Saint Apolinaire', 'Saint-Apollinaire', 'faute'],
    ['Métropole de Dijon', 'Dijon Métropole', 'variante'],
    ['DM', 'Dijon Métropole', 'variante'],
  ])('« %s » est %s (%s)', (texte, nom, par) => {
    expect(annuaire.trouver(texte)).toMatchObject({ ok: true, par, collectivite: { nom } });
  });

  test.each(['Beaune', 'Marsannay-le-Bois', 'Chevigny-en-Valière', 'Mairie'])(
    '« %s » n’est pas du territoire',
    (texte) => {
      expect(annuaire.trouver(texte).ok).toBe(false);
    },
  );

  test('un nom tronqué commun à deux communes est ambigu', () => {
    const deux = dresserAnnuaire({
      ...METROPOLE,
      communes: ['Saint-Denis-de-Cabanne', 'Saint-Denis-sur-Coise'].map(commune),
    });
    expect(deux.trouver('Saint-Denis')).toEqual({
      ok: false,
      candidates: ['Saint-Denis-de-Cabanne', 'Saint-Denis-sur-Coise'],
    });
  });

  test.each([
    'CIREST',
    'CA CIREST',
    'CA Intercommunale de la Réunion Est',
    'Communauté Intercommunale Réunion Est',
    'CA INTERCOMMUNALE DE LA REUNION EST (CIREST)',
  ])('un EPCI au sigle entre parenthèses se reconnaît sous « %s »', (texte) => {
    const nom = 'CA Intercommunale de la Réunion Est (CIREST)';
    const reunion = dresserAnnuaire({
      epci: { ...METROPOLE.epci, nom, type: 'CA' },
      communes: ['Saint-Benoît', 'Sainte-Rose', 'La Plaine-des-Palmistes'].map(commune),
    });
    expect(reunion.trouver(texte)).toMatchObject({ ok: true, collectivite: { nom } });
  });

  test('deux communes du même nom ne se départagent pas au hasard', () => {
    const homonymes = dresserAnnuaire({
      ...METROPOLE,
      communes: ['Seyssel', 'Seyssel'].map(commune),
    });
    expect(homonymes.trouver('Seyssel')).toEqual({
      ok: false,
      candidates: ['Seyssel (212100000)', 'Seyssel (212100001)'],
    });
  });

  test.each([
    ['bourg-lès-valence (21000)', 'Bourg-lès-Valence'],
    ['Bourg lès Valence', 'Bourg-lès-Valence'],
    ['Saint-Amand s/ Sèvre', 'Saint-Amand-sur-Sèvre'],
    ['Gd-Bornand', 'Le Grand-Bornand'],
    ['VERGNE (LA)', 'La Vergne'],
    ['Vergne', 'Vergné'],
  ])('« %s » est %s', (texte, nom) => {
    const a = dresserAnnuaire({
      ...METROPOLE,
      communes: [
        'Valence',
        'Bourg-lès-Valence',
        'Saint-Amand-sur-Sèvre',
        'Le Grand-Bornand',
        'Vergné',
        'La Vergne',
      ].map(commune),
    });
    expect(a.trouver(texte)).toMatchObject({ ok: true, collectivite: { nom } });
  });

  test.each([
    ['CC Charlieu-Belmont', 'CC', 'CCCB'],
    ['CA du Pays Basque', 'CA', 'CAPB'],
  ])('le sigle de %s est reconnu', (nom, type, sigle) => {
    const a = dresserAnnuaire({ epci: { ...METROPOLE.epci, nom, type }, communes: [] });
    expect(a.trouver(sigle)).toMatchObject({ ok: true, collectivite: { nom } });
  });
});

describe('un nombre écrit à la main se lit', () => {
  test.each([
    ['45\u00a0730,00 €', 45730, '€'],
    ['8\u202f350 ', 8350, ''],
    ['12.345,67', 12345.67, ''],
    ['1,234.50', 1234.5, ''],
    ['(104 007,45)', -104007.45, ''],
    ['env. 1 300', 1300, ''],
    ['0,57 ETP', 0.57, 'etp'],
    ['402,61 HT', 402.61, 'ht'],
    ['6,6 km', 6.6, 'km'],
    [',5', 0.5, ''],
  ])('« %s »', (texte, nombre, unite) => {
    expect(lireNombreEcrit(texte)).toMatchObject({ nombre, unite });
  });

  test.each(['offert', 'NC', '12 34', '1,2,3', ''])('« %s » n’est pas un nombre', (texte) => {
    expect(lireNombreEcrit(texte)).toBeNull();
  });

  test('« 12.345 » vaut douze mille dans une colonne à virgules, douze sinon', () => {
    expect(lireNombreEcrit('12.345', true)?.nombre).toBe(12345);
    expect(lireNombreEcrit('12.345', false)?.nombre).toBe(12.345);
  });
});

describe('une date écrite à la main se lit', () => {
  test.each([
    ['31/12/1975', '1975-12-31', 'francaise'],
    ['15.08.2024', '2024-08-15', 'francaise'],
    ['1er/09/2018', '2018-09-01', 'francaise'],
    ['depuis le 01/09/2018', '2018-09-01', 'francaise'],
    ['2018-09', '2018-09-01', 'francaise'],
    ['Année 2018', '2018-01-01', 'francaise'],
    ['15/03/10', '2010-03-15', 'deux-chiffres'],
    ['15/03/85', '1985-03-15', 'deux-chiffres'],
    ['1er mars 2012', '2012-03-01', 'lettres'],
    ['novembre 2011', '2011-11-01', 'lettres'],
    ['43784', '2019-11-15', 'serie'],
    ['2015', '2015-01-01', 'francaise'],
    ['12/25/2014', '2014-12-25', 'americaine'],
    ['20140301', '2014-03-01', 'compacte'],
  ])('« %s » est le %s', (texte, jour, forme) => {
    expect(lireDateEcrite(texte, '2026-01-15', false)).toMatchObject({ ok: true, jour, forme });
  });

  test('l’heure est gardée à part', () => {
    expect(lireDateEcrite('14/01/2025 17h30', '2026-01-15', true)).toMatchObject({
      jour: '2025-01-14',
      heure: '17:30',
    });
    expect(lireDateEcrite('14/01/2025 8h', '2026-01-15', true)).toMatchObject({ heure: '08:00' });
  });

  test('une date impossible le dit', () => {
    expect(lireDateEcrite('31/02/2015', '2026-01-15', false)).toMatchObject({
      ok: false,
      motif: 'impossible',
      message: expect.stringContaining('31 février'),
    });
  });
});

describe('les intitulés se ressemblent selon les mots qui comptent', () => {
  const note = (a: string, b: string): number => ressemblance(lireLibelle(a), lireLibelle(b));
  test('abréviations, accents, unités et parenthèses s’effacent', () => {
    expect(note('Nb h / sem.', 'Nombre heures semaine')).toBe(1);
    expect(note('Né(e) en', 'Né en')).toBe(1);
    expect(note('N° agent', 'Numéro agent')).toBe(1);
    expect(note('E.T.P.', 'ETP')).toBe(1);
    expect(lireLibelle('Coût annuel (k€)').unite).toBe('k€');
  });
  test('un mot faible commun ne suffit pas', () => {
    expect(note('Date de la visite', 'Date d’entrée')).toBeLessThan(0.6);
    expect(note('Nom du logiciel', 'Nom de la commune')).toBeLessThan(0.6);
  });
});

describe('services et parts dans une seule cellule', () => {
  const services = indexer({
    nom: 'services',
    titre: 'Services',
    entrees: [
      {
        code: 'ACC',
        libelle: 'Accueil, état civil et secrétariat de mairie',
        variantes: [],
        usages: ['Secrétariat'],
      },
      {
        code: 'ADS',
        libelle: 'Application du droit des sols',
        variantes: [],
        usages: ['Urbanisme (permis)'],
      },
      { code: 'FIN', libelle: 'Finances et comptabilité', variantes: [], usages: ['Compta'] },
    ],
  });
  const lire = (texte: string) =>
    lireRepartition(texte, services)?.map(({ service, part }) => [service, part]);
  test.each([
    'Secrétariat 55 % / Compta 35 % / Urbanisme (permis) 10 %',
    '55% Secrétariat, 35% Compta, 10% Urbanisme (permis)',
    '55 % Accueil, état civil et secrétariat de mairie, 35 % Finances et comptabilité et 10 % ADS',
    'Secrétariat : 55 ; Compta : 35 ; ADS : 10',
    'Secrétariat (55%) + Compta (35%) + ADS (10%)',
  ])('« %s »', (texte) => {
    expect(lire(texte)).toEqual([
      ['ACC', 55],
      ['FIN', 35],
      ['ADS', 10],
    ]);
  });
  test('un service inconnu rend la répartition illisible', () => {
    expect(lire('Cirque 50 % / Compta 50 %')).toBeUndefined();
  });
  test('un libellé officiel qui contient « et » n’est pas coupé', () => {
    expect(
      separerServices('Finances et comptabilité + Secrétariat', services)?.map((a) => a.service),
    ).toEqual(['FIN', 'ACC']);
  });
});
