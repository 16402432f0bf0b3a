import type { IndexDeNomenclature, Niveau } from './rapprochement.ts';
import { redresser, resserrer } from './texte.ts';

export interface Affectation {
  readonly service: string;
  /** En pour cent, null si elle n’est pas écrite. */
  readonly part: number | null;
  readonly niveau: Niveau;
  readonly libelle: string;
}

const NOMBRE = /(\d{1,3}(?:[.,]\d+)?)\s*(%|pour ?cent)?/i;

const morceaux = (texte: string): string[] => {
  const bruts = texte.split(/\s*[/;|+\n&]\s*|\s*,\s+(?=\D)|\s*,\s*(?=\d+\s*%)|\s+-\s+|\s+et\s+(?=\D*\d)/i).map(resserrer).filter((m) => m !== '');
  const avecNombre = bruts.filter((m) => /\d/.test(m)).length;
  if (avecNombre === 0) return bruts;
  const reunis: string[] = [];
  let attente = '';
  for (const brut of bruts) {
    const complet = attente === '' ? brut : `${attente} / ${brut}`;
    if (/\d/.test(brut)) {
      reunis.push(complet);
      attente = '';
    } else attente = complet;
  }
  if (attente !== '') reunis.push(attente);
  return reunis;
};

const lireMorceau = (morceau: string): { readonly libelle: string; readonly part: number | null } => {
  const enTete = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:%|pour ?cent)\s*(?:de |d'|en |à |:|-)?\s*/i.exec(morceau);
  const enQueue = /[\s:=(–-]*(\d{1,3}(?:[.,]\d+)?)\s*(?:%|pour ?cent)?\s*\)?$/i.exec(morceau);
  const trouve = enTete ?? enQueue;
  if (!trouve || !NOMBRE.test(morceau)) return { libelle: morceau, part: null };
  return { libelle: resserrer(morceau.replace(trouve[0], ' ')), part: Number((trouve[1] ?? '').replace(',', '.')) };
};

/**
 * Découpe « Secrétariat 55 % / Compta 35 % / Urbanisme (permis) 10 % » en services et parts.
 * `null` si un service n’est pas reconnu.
 */
export const lireRepartition = (texte: string, services: IndexDeNomenclature | undefined): readonly Affectation[] | null => {
  if (!services) return null;
  const net = redresser(texte).replace(/[ \t\u00a0\u202f]+/g, ' ').trim();
  const entier = services.rapprocher(resserrer(net));
  if (entier.ok && !/\d/.test(net)) return [{ service: entier.code, part: null, niveau: entier.niveau, libelle: resserrer(net) }];
  const affectations: Affectation[] = [];
  for (const morceau of morceaux(net)) {
    const { libelle, part } = lireMorceau(morceau);
    const trouve = services.rapprocher(libelle);
    if (!trouve.ok) return null;
    affectations.push({ service: trouve.code, part, niveau: trouve.niveau, libelle });
  }
  return affectations.length === 0 ? null : affectations;
};

/** Plusieurs services écrits dans une seule cellule, sans parts : « Finances + Ressources humaines ». */
export const separerServices = (texte: string, services: IndexDeNomenclature | undefined): readonly Affectation[] | null => {
  const net = redresser(resserrer(texte));
  for (const separateur of [/\s*[+/;|&\n]\s*/, /\s*,\s*/, /\s+et\s+|\s*[+/;|&,]\s*/i, /\s+-\s+/]) {
    const parties = net.split(separateur).filter((p) => p !== '');
    if (parties.length < 2) continue;
    const trouves = parties.map((libelle) => ({ libelle, trouve: services?.rapprocher(libelle) }));
    if (trouves.every(({ trouve }) => trouve?.ok))
      return trouves.flatMap(({ libelle, trouve }) => (trouve?.ok ? [{ service: trouve.code, part: null, niveau: trouve.niveau, libelle }] : []));
  }
  return null;
};
