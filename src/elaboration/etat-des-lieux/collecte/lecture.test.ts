import { describe, expect, test } from 'vitest';
import type { Cellule, Classeur, Territoire } from '../../../moteurs/grille/index.ts';
import { MARS, unAgentRendu, uneLecture } from './collecte.exemples.ts';
import { colonnesASaisir } from './colonnes-montrees.ts';
import { controlerLigne } from './controler-ligne.ts';
import { apprendre, enrichir } from './correspondance.ts';
import { corriger, SANS_DECISION } from './depot.ts';
import { expurger, expurgerLecture, RETIRE } from './expurger.ts';
import { formulerLigne } from './formulaire-de-ligne.ts';
import { exigerGrille, grillesACollecter } from './grilles.ts';
import { restreindre } from './restreindre.ts';
import { cellulesDe, situerColonnes } from './situer-colonnes.ts';

const RH = exigerGrille('grille-rh');
const TERRITOIRE: Territoire = {
  epci: {
    siren: '200035202',
    nom: 'CC Charlieu-Belmont',
    type: 'CC',
    codeInsee: null,
    codePostal: null,
  },
  communes: [{ siren: MARS, nom: 'Mars', codeInsee: '42141', codePostal: '42750' }],
};
const cellule = (texte: string): Cellule | null =>
  texte === '' ? null : { type: 'texte', valeur: texte, texte };
const classeur = (
  feuilles: Readonly<Record<string, readonly (readonly string[])[]>>,
): Classeur => ({
  type: 'xlsx',
  encodage: null,
  marqueOrdre: false,
  separateur: null,
  extensionTrompeuse: false,
  base1904: false,
  feuilles: Object.entries(feuilles).map(([nom, rangees]) => ({
    nom,
    rangees: rangees.map((cellules, rang) => ({
      numero: rang + 1,
      cellules: cellules.map(cellule),
    })),
    fusions: [],
    colonnesMasquees: new Set(),
    masquee: false,
  })),
});
const textes = (c: Classeur, feuille = 0) =>
  c.feuilles[feuille]?.rangees.map(({ cellules }) => cellules.map((une) => une?.texte ?? ''));

describe('remonter à la cellule', () => {
  test('une colonne canonique retrouve sa lettre, sous un titre et malgré une colonne vide', () => {
    const lettres = situerColonnes(
      classeur({ Agents: [['Mairie de Mars'], ['', 'Matricule', 'Service', 'Quotité']] }),
      uneLecture(),
    );
    expect(cellulesDe(lettres, { feuille: null, ligne: 7 })).toEqual({
      matricule: 'B7',
      service: 'C7',
      quotite: 'D7',
    });
  });

  test('deux colonnes de même intitulé gardent chacune la sienne', () => {
    const lettres = situerColonnes(classeur({ F: [['Service', '%', 'Service', '%']] }), {
      colonnes: [
        { lue: 'Service', canonique: 'service_1' },
        { lue: '%', canonique: 'part_1' },
        { lue: 'Service', canonique: 'service_2' },
        { lue: '%', canonique: 'part_2' },
      ],
    });
    expect(lettres['']).toEqual({ service_1: 'A', part_1: 'B', service_2: 'C', part_2: 'D' });
  });
});

describe('ne garder que ce que la grille attend', () => {
  const colonnes = [
    { lue: 'Nom', canonique: null },
    { lue: 'Matricule', canonique: 'matricule' },
    { lue: 'Total', canonique: null },
  ];

  test('le texte d’une colonne hors modèle est retiré, ses nombres restent, les adresses ne bougent pas', () => {
    const { classeur: net, retirees } = expurger(
      classeur({
        F: [
          ['Nom', 'Matricule', 'Total'],
          ['DUPONT', '00009', '12'],
        ],
      }),
      { colonnes },
    );
    expect(textes(net)).toEqual([
      ['Nom', 'Matricule', 'Total'],
      [RETIRE, '00009', '12'],
    ]);
    expect(retirees).toBe(1);
  });

  test('un fichier qui ne porte que le modèle se garde tel quel', () => {
    expect(expurger(classeur({ F: [['Matricule'], ['00009']] }), { colonnes }).retirees).toBe(0);
  });

  test('le mode d’emploi du modèle n’a rien à retirer ; un nom écrit à côté, si', () => {
    const rendu = classeur({
      F: [['Matricule'], ['00009']],
      Listes: [
        ['Services', 'Libellé'],
        ['ADS', 'Application du droit des sols'],
        ['DUPONT', ''],
      ],
    });
    const lecture = { colonnes: [{ lue: 'Matricule', canonique: 'matricule', feuille: 'F' }] };
    const duModele = new Set([
      'Listes',
      'Services',
      'Libellé',
      'ADS',
      'Application du droit des sols',
      '',
    ]);
    expect(expurger(rendu, lecture, duModele).retirees).toBe(1);
    expect(expurger(rendu, lecture).retirees).toBeGreaterThan(1);
  });

  test('un numéro de téléphone au milieu d’une consigne est masqué', () => {
    const { classeur: net } = expurger(
      classeur({ F: [['Rempli par la mairie, 04 77 60 12 34'], ['Matricule'], ['00009']] }),
      { colonnes },
    );
    expect(JSON.stringify(textes(net))).not.toContain('04 77 60 12 34');
  });

  test('une feuille annexe, qui n’est pas la grille, perd son texte', () => {
    const { classeur: net } = expurger(
      classeur({ Agents: [['Matricule'], ['00009']], Annuaire: [['Camille Durand', '42']] }),
      { colonnes },
    );
    expect(textes(net, 1)).toEqual([[RETIRE, '42']]);
  });

  test('une ligne bloquée ne garde pas ce que portaient les colonnes hors modèle', () => {
    const { bloquees } = expurgerLecture(
      {
        anomalies: [],
        colonnes,
        bloquees: [{ ligne: 4, feuille: null, lues: ['DUPONT', '00012', '9'] }],
      },
      new Map(),
    );
    expect(bloquees[0]?.lues).toEqual([null, '00012', null]);
  });
});

describe('une commune ne rend que ses lignes', () => {
  const lecture = uneLecture({
    lignes: [
      { ligne: 2, feuille: null, valeurs: { siren: MARS, matricule: '00009' } },
      { ligne: 3, feuille: null, valeurs: { siren: '214200529', matricule: '00011' } },
    ],
  });
  test('la ligne d’une autre est laissée, dite, et ses anomalies ne sont plus à confirmer', () => {
    const restreinte = restreindre(lecture, RH, { siren: MARS, nom: 'Mars' });
    expect(restreinte.lignes.length).toBe(1);
    expect(
      restreinte.anomalies.filter(({ ligne }) => ligne === 3).map(({ action }) => action),
    ).toEqual(['ignorer']);
    expect(restreinte.bilan).toMatchObject({ lignesImportees: 1, lignesIgnorees: 1 });
  });
});

describe('contrôler une ligne saisie avec les règles du fichier', () => {
  const controler = (valeurs: Readonly<Record<string, string>>) =>
    controlerLigne(valeurs, {
      schema: RH,
      territoire: TERRITOIRE,
      aujourdhui: '2026-11-24',
      collectivite: MARS,
    });

  test('une ligne juste passe, colonnes canoniques complètes', () => {
    const { lignes, erreurs } = controler(unAgentRendu());
    expect(erreurs).toEqual({});
    expect(lignes).toEqual([unAgentRendu()]);
  });

  test('l’ETP laissé vide se calcule', () => {
    expect(controler(unAgentRendu({ etp: '' })).lignes[0]?.etp).toBe('0.80');
  });

  test('des parts qui ne font pas 100 % sont refusées, en français', () => {
    const { lignes, erreurs } = controler(unAgentRendu({ part_1: '60' }));
    expect(lignes).toEqual([]);
    expect(Object.values(erreurs).join(' ')).toContain('100');
  });

  test('une ligne vide est refusée', () => {
    expect(Object.keys(controler({}).erreurs).length).toBeGreaterThan(0);
  });
});

describe('apprendre une écriture propre à une commune', () => {
  const lecture = uneLecture({
    anomalies: [
      {
        feuille: null,
        ligne: 2,
        colonne: 'Service',
        cellule: 'B2',
        action: 'reparer_et_signaler',
        lue: 'Le bureau du haut',
        valeur: 'FIN',
        regle: 'nomenclature-usage',
        message: '',
      },
      {
        feuille: null,
        ligne: 2,
        colonne: 'Quotité',
        cellule: 'C2',
        action: 'reparer_et_signaler',
        lue: '0,8',
        valeur: '80',
        regle: 'quotite-fraction',
        message: '',
      },
    ],
  });
  const attendue = { champ: 'service', lue: 'Le bureau du haut', valeur: 'FIN' };

  test('seules les colonnes à liste s’apprennent, et seulement ce qui est confirmé', () => {
    expect(apprendre(lecture, { confirmees: [0, 1] }, RH)).toEqual([attendue]);
    expect(apprendre(lecture, { confirmees: [] }, RH)).toEqual([]);
  });

  test('apprise, elle devient une écriture sûre : plus rien à confirmer', () => {
    const controler = (schema: typeof RH) =>
      controlerLigne(unAgentRendu({ service: '', service_1: 'Le bureau du haut' }), {
        schema,
        territoire: TERRITOIRE,
        aujourdhui: '2026-11-24',
        collectivite: MARS,
      });
    expect(controler(RH).lignes).toEqual([]);
    const { lignes, remarques } = controler(enrichir(RH, [attendue]));
    expect(lignes[0]?.service_1).toBe('FIN');
    expect(remarques.filter((message) => message.includes('bureau'))).toEqual([]);
  });
});

describe('le formulaire d’une ligne de dépôt', () => {
  test('une ligne bloquée arrive remplie de ce qui a été lu, avec ce qui bloque', () => {
    const formulaire = formulerLigne(uneLecture(), SANS_DECISION, RH, 'b0');
    expect(formulaire?.valeurs).toEqual({ matricule: '00012', service: 'à voir', quotite: '100' });
    expect(formulaire?.erreurs.service).toContain('n’est pas un service');
  });

  test('ce que la lecture a déjà compris n’est pas à ressaisir', () => {
    const lecture = uneLecture({
      anomalies: [
        ...uneLecture().anomalies,
        {
          feuille: null,
          ligne: 4,
          colonne: 'Quotité',
          cellule: 'C4',
          action: 'reparer',
          lue: '100 %',
          valeur: '80',
          regle: 'quotite-pourcentage',
          message: 'Quotité au format pourcentage.',
        },
      ],
    });
    expect(formulerLigne(lecture, SANS_DECISION, RH, 'b0')?.valeurs).toEqual({
      matricule: '00012',
      service: 'à voir',
      quotite: '80',
    });
  });

  test('une ligne déjà corrigée montre sa correction', () => {
    const decisions = corriger(SANS_DECISION, 'b0', [unAgentRendu()]);
    expect(formulerLigne(uneLecture(), decisions, RH, 'b0')).toMatchObject({
      valeurs: unAgentRendu(),
      erreurs: {},
    });
  });

  test('un repère inventé ne désigne rien', () => {
    expect(formulerLigne(uneLecture(), SANS_DECISION, RH, 'b9')).toBeNull();
  });
});

test.each([...grillesACollecter()])(
  'la grille $nom se saisit à l’écran : un titre distinct par colonne',
  ({ nom }) => {
    const titres = colonnesASaisir(exigerGrille(nom)).map(({ titre }) => titre);
    expect(titres.length).toBeGreaterThan(0);
    expect(new Set(titres).size).toBe(titres.length);
  },
);
