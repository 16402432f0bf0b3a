import type { IndexDeNomenclature, Niveau } from './rapprochement.ts';
import { redresser, resserrer } from './texte.ts';

export interface Affectation {
  readonly service: string;
  /** En pour cent, null si elle n’est pas écrite. */
  readonly part: number | null;
  readonly niveau: Niveau;
  readonly libelle: string;
}

interface Morceau {
  readonly libelle: string;
  readonly part: number | null;
}

const NOMBRE = /(\d{1,3}(?:[.,]\d+)?)\s*(?:%|pour ?cent)?/gi;

/** Le libellé sans les signes qui le séparent de ses voisins ou de sa part. */
const rogner = (texte: string): string =>
  resserrer(
    texte
      .replace(/^[\s/;|+,&:=)–-]+(?:et\s+|de\s+|d'|en\s+|à\s+)?/i, '')
      .replace(/[\s/;|+,&:=(–-]+$/, '')
      .replace(/\s+(?:et|à|pour)$/i, ''),
  );

/** « Voirie 60 % / Espaces verts 40 % » ou « 60 % voirie, 40 % espaces verts » : chaque nombre ferme ou ouvre un morceau. */
const morceaux = (texte: string): Morceau[] => {
  const nombres = [...texte.matchAll(NOMBRE)];
  if (nombres.length === 0)
    return texte
      .split(/\s*[/;|+\n&]\s*/)
      .map((m) => ({ libelle: resserrer(m), part: null }))
      .filter(({ libelle }) => libelle !== '');
  const enTete = /^\s*\d/.test(texte);
  const bornes = nombres.map((n) => ({
    debut: n.index,
    fin: n.index + n[0].length,
    part: Number((n[1] ?? '').replace(',', '.')),
  }));
  const lus = bornes.map(({ debut, fin, part }, i) => {
    const libelle = enTete
      ? texte.slice(fin, bornes[i + 1]?.debut ?? texte.length)
      : texte.slice(bornes[i - 1]?.fin ?? 0, debut);
    return { libelle: rogner(libelle), part };
  });
  const reste = enTete ? '' : rogner(texte.slice(bornes.at(-1)?.fin ?? 0));
  return reste === '' ? lus : [...lus, { libelle: reste, part: null }];
};

/**
 * Découpe « Secrétariat 55 % / Compta 35 % / Urbanisme (permis) 10 % » en services et parts.
 * `null` si un service n’est pas reconnu.
 */
export const lireRepartition = (
  texte: string,
  services: IndexDeNomenclature | undefined,
): readonly Affectation[] | null => {
  if (!services) return null;
  const net = redresser(texte)
    .replace(/[ \t\u00a0\u202f]+/g, ' ')
    .trim();
  const entier = services.rapprocher(resserrer(net));
  if (entier.ok && !/\d/.test(net))
    return [{ service: entier.code, part: null, niveau: entier.niveau, libelle: resserrer(net) }];
  const affectations: Affectation[] = [];
  for (const { libelle, part } of morceaux(net)) {
    const trouve = services.rapprocher(libelle);
    if (!trouve.ok) return null;
    affectations.push({ service: trouve.code, part, niveau: trouve.niveau, libelle });
  }
  return affectations.length === 0 ? null : affectations;
};

/** Plusieurs services écrits dans une seule cellule, sans parts : « Finances + Ressources humaines ». */
export const separerServices = (
  texte: string,
  services: IndexDeNomenclature | undefined,
): readonly Affectation[] | null => {
  const net = redresser(resserrer(texte));
  for (const separateur of [/\s*[+/;|&\n]\s*/, /\s*,\s*/, /\s+et\s+|\s*[+/;|&,]\s*/i, /\s+-\s+/]) {
    const parties = net.split(separateur).filter((p) => p !== '');
    if (parties.length < 2) continue;
    const trouves = parties.map((libelle) => ({ libelle, trouve: services?.rapprocher(libelle) }));
    if (trouves.every(({ trouve }) => trouve?.ok))
      return trouves.flatMap(({ libelle, trouve }) =>
        trouve?.ok ? [{ service: trouve.code, part: null, niveau: trouve.niveau, libelle }] : [],
      );
  }
  return null;
};
