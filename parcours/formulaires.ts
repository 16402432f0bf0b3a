/** Un geste qu’une page propose : où il s’envoie, et avec quels champs. */
export interface GesteDePage {
  readonly cible: string;
  readonly multiple: boolean;
  readonly champs: readonly (readonly [string, string])[];
}

const ENTITES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};
const decoder = (texte: string): string =>
  texte.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entite) => ENTITES[entite] ?? entite);

const attribut = (balise: string, nom: string): string | null => {
  const trouve = new RegExp(`\\s${nom}="([^"]*)"`).exec(balise)?.[1];
  return trouve === undefined ? null : decoder(trouve);
};

const champsSaisis = (corps: string): [string, string][] => {
  const champs: [string, string][] = [];
  for (const [balise] of corps.matchAll(/<input\b[^>]*>/g)) {
    const nom = attribut(balise, 'name');
    const type = attribut(balise, 'type') ?? 'text';
    if (nom === null || type === 'submit') continue;
    if ((type === 'radio' || type === 'checkbox') && !/\schecked\b/.test(balise)) continue;
    champs.push([nom, attribut(balise, 'value') ?? '']);
  }
  for (const [balise, texte = ''] of corps.matchAll(/<textarea\b[^>]*>([^<]*)<\/textarea>/g)) {
    const nom = attribut(balise, 'name');
    if (nom !== null) champs.push([nom, decoder(texte)]);
  }
  for (const [tout, options = ''] of corps.matchAll(/<select\b[^>]*>([\s\S]*?)<\/select>/g)) {
    const nom = attribut(tout, 'name');
    const choix = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const retenu = choix.find((option) => /\sselected\b/.test(option)) ?? choix.at(-1);
    if (nom !== null && retenu !== undefined) champs.push([nom, attribut(retenu, 'value') ?? '']);
  }
  return champs;
};

/** Un geste par bouton nommé, ou un seul si aucun bouton ne porte de valeur. */
const boutonsDe = (corps: string): [string, string][][] => {
  const nommes = [...corps.matchAll(/<button\b[^>]*>/g)].flatMap(([balise]) => {
    const nom = attribut(balise, 'name');
    return nom === null ? [] : [[[nom, attribut(balise, 'value') ?? '']] as [string, string][]];
  });
  return nommes.length === 0 ? [[]] : nommes;
};

/** Tous les gestes d’une page, tels qu’un navigateur sans script les enverrait. */
export const lireGestes = (html: string, chemin: string): readonly GesteDePage[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, tete = '', corps = '']) => {
    if (attribut(tete, 'method')?.toLowerCase() !== 'post') return [];
    const cible = attribut(tete, 'action') ?? chemin;
    const multiple = /multipart/.test(attribut(tete, 'enctype') ?? attribut(tete, 'encType') ?? '');
    return boutonsDe(corps).map((bouton) => ({
      cible,
      multiple,
      champs: [...champsSaisis(corps), ...bouton],
    }));
  });

/** Les adresses d’ici auxquelles mène une page. */
export const lireLiens = (html: string): readonly string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].flatMap(([, lien = '']) => {
    const chemin = decoder(lien).split('#')[0] ?? '';
    return chemin.startsWith('/') && !chemin.startsWith('//') ? [chemin] : [];
  });
