import {
  AlignmentType,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import { COULEURS, POLICE } from './couleurs.ts';

const titre = (taille: number, avant: number, apres: number, italics = false) => ({
  run: { size: taille, bold: true, italics, color: COULEURS.encre, font: POLICE },
  paragraph: {
    spacing: { before: avant, after: apres, line: 252, lineRule: LineRuleType.AUTO },
    keepNext: true,
    keepLines: true,
  },
});

/** Styles du document Word : ceux de Word sont redéfinis, pour que ses outils marchent. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: POLICE, size: 21, language: { value: 'fr-FR', eastAsia: 'fr-FR' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 52, bold: true, color: COULEURS.encre, font: POLICE },
      paragraph: { spacing: { before: 240, after: 160, line: 252, lineRule: LineRuleType.AUTO } },
    },
    heading1: titre(30, 360, 140),
    heading2: titre(25, 280, 120),
    heading3: titre(22, 220, 100),
    heading4: titre(21, 200, 80, true),
    footnoteText: { run: { size: 17 } },
    hyperlink: { run: { color: COULEURS.encre, underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'SousTitre',
      name: 'Sous-titre du document',
      basedOn: 'Normal',
      run: { size: 26, color: COULEURS.gris },
    },
    {
      id: 'Legende',
      name: 'Légende',
      basedOn: 'Normal',
      run: { size: 19, bold: true, color: COULEURS.encre },
      paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
    },
    {
      id: 'Fondement',
      name: 'Fondement',
      basedOn: 'Normal',
      run: { size: 17, color: COULEURS.gris },
      paragraph: { keepNext: true },
    },
    {
      id: 'Visa',
      name: 'Visa',
      basedOn: 'Normal',
      paragraph: { indent: { left: 400, hanging: 200 }, spacing: { after: 80 } },
    },
    {
      id: 'Cellule',
      name: 'Cellule de tableau',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 30, after: 30, line: 240 } },
    },
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: 60, after: 30 } },
    },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      paragraph: { indent: { left: 340 }, spacing: { after: 20 } },
    },
    {
      id: 'Mention',
      name: 'Mention',
      basedOn: 'Normal',
      run: { size: 17, color: COULEURS.gris },
    },
  ],
};

export const PUCES = 'puces';
export const NUMEROS = 'numeros';

const niveau = (format: 'puce' | 'numero') => ({
  level: 0,
  format: format === 'puce' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
  text: format === 'puce' ? '–' : '%1.',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 460, hanging: 300 }, spacing: { after: 60 } } },
});

export const NUMEROTATION: INumberingOptions = {
  config: [
    { reference: PUCES, levels: [niveau('puce')] },
    { reference: NUMEROS, levels: [niveau('numero')] },
  ],
};
