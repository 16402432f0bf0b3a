/** Le plus long début commun, coupé à une espace. */
const debutCommun = (textes: readonly string[]): string => {
  const [premier = '', ...autres] = textes;
  let fin = premier.length;
  for (const autre of autres) {
    while (!autre.startsWith(premier.slice(0, fin))) fin -= 1;
  }
  return fin === premier.length ? premier : premier.slice(0, premier.lastIndexOf(' ', fin) + 1);
};

const retourner = (texte: string): string => Array.from(texte).reverse().join('');

/**
 * L’objet de courriels semblables, écrit une fois : ce qui change d’une commune à l’autre devient « … ».
 * « avis de Mars avant le 27 octobre » et « avis de Vougy avant le 27 octobre » donnent
 * « avis de … avant le 27 octobre ».
 */
export const resumerObjets = (objets: readonly string[]): string => {
  const differents = [...new Set(objets)];
  const [seul] = differents;
  if (differents.length <= 1) return seul ?? '';
  const debut = debutCommun(differents);
  const fin = retourner(
    debutCommun(differents.map((objet) => retourner(objet.slice(debut.length)))),
  );
  return `${debut}…${fin}`;
};
