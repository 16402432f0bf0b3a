import type { Cas } from './cas.ts';

/** Tous les cas mesurés, par nom court. Chargés à la demande : l’un ne réchauffe pas l’autre. */
export const CAS: Readonly<Record<string, () => Promise<Cas>>> = {
  'lecture-xlsx': async () => (await import('./grille-rh.cas.ts')).lectureRh('xlsx'),
  'lecture-ods': async () => (await import('./grille-rh.cas.ts')).lectureRh('ods'),
  'lecture-csv': async () => (await import('./grille-rh.cas.ts')).lectureRh('csv'),
  syntheses: async () => (await import('./effectifs.cas.ts')).syntheses,
  robustesse: async () => (await import('./robustesse.cas.ts')).robustesse,
  'robustesse-tirages': async () => (await import('./robustesse.cas.ts')).robustesseTirages,
  'schema-pdf': async () => (await import('./documents.cas.ts')).schemaEn('pdf'),
  'schema-docx': async () => (await import('./documents.cas.ts')).schemaEn('docx'),
  'schema-odt': async () => (await import('./documents.cas.ts')).schemaEn('odt'),
  refacturation: async () => (await import('./refacturation.cas.ts')).refacturation,
};

/** Le cas de ce nom ; un nom inconnu est une erreur qui cite les autres. */
export const chargerCas = (nom: string): Promise<Cas> => {
  const charger = CAS[nom];
  if (charger === undefined)
    throw new Error(`Cas inconnu : ${nom}. Connus : ${Object.keys(CAS).join(', ')}.`);
  return charger();
};
