import { motsPleins } from './texte.ts';

const EQUIVALENTS: Readonly<Record<string, string>> = {
  '1re': '1',
  '1ere': '1',
  premiere: '1',
  '1er': '1',
  '2e': '2',
  '2eme': '2',
  '2nde': '2',
  '2nd': '2',
  deuxieme: '2',
  seconde: '2',
  '1e': '1',
  '3e': '3',
  '3eme': '3',
  attachee: 'attache',
  redactrice: 'redacteur',
  adjointe: 'adjoint',
  animatrice: 'animateur',
  educatrice: 'educateur',
  technicienne: 'technicien',
  agente: 'agent',
  ingenieure: 'ingenieur',
  puericulteur: 'puericultrice',
  operatrice: 'operateur',
  administrative: 'administratif',
  gardienne: 'gardien',
  brigadiere: 'brigadier',
  assistante: 'assistant',
  educative: 'educatif',
  specialisee: 'specialise',
  principale: 'principal',
  sociale: 'social',
  stagiaires: 'stagiaire',
  titularise: 'titulaire',
  ppal: 'principal',
  pal: 'principal',
  princ: 'principal',
  cl: 'classe',
  agt: 'agent',
  hc: 'hors classe',
  tps: 'temps',
};

const VIDES_DE_SENS = new Set(['territorial', 'territoriale', 'territoriaux', 'territoriales']);

const singulier = (mot: string): string =>
  mot.length > 3 && /[sx]$/.test(mot) && !/(?:ss|us|is)$/.test(mot) ? mot.slice(0, -1) : mot;

/** « Aux. puér. » n’est pas l’article « aux » ; « 1cl » est « 1 cl ». */
const deployer = (texte: string): string =>
  texte
    .replace(/^aux\.?\s+(?=p)/i, 'auxiliaire ')
    .replace(/(\d)(?:er|re|ere|ère|e|eme|ème)?\s*cl\b/gi, '$1 cl');

/** « CU a » : la lettre finale porte le sens, ce n’est pas la préposition « à ». */
const lettreFinale = (texte: string): string[] =>
  /(?:^|[\s(-])a\)?\s*$/i.test(texte) ? ['a'] : [];

/** Les mots d’un libellé de nomenclature, ramenés à une forme commune. */
export const motsDeLibelle = (texte: string): string[] =>
  [...motsPleins(deployer(texte)), ...lettreFinale(texte)]
    .flatMap((mot) => (EQUIVALENTS[mot] ?? mot).split(' '))
    .map(singulier)
    .filter((mot) => !VIDES_DE_SENS.has(mot));
