import type { Explication } from '../explications-d-erreur.ts';

const ECHAPPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const echapper = (texte: string): string =>
  texte.replaceAll(/[&<>"']/g, (signe) => ECHAPPES[signe] ?? '');

/** Rien d’autre que cette page et son style. */
export const POLITIQUE_DE_LA_PAGE =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Une page d’erreur qui se suffit (ni script, ni feuille de style, ni base) : elle s’affiche même quand
 * l’application ne peut pas rendre les siennes.
 * @param retour chemin de la page d’où l’on vient, s’il est connu
 */
export const composerPageDeRefus = (
  statut: number,
  { titre, quoi, sauf }: Explication,
  retour: string | null,
): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${echapper(titre)} – Ensemblier</title>
<style>
body { margin: 0; padding: 3rem 1.25rem; background: #f6f4ee; color: #16282b; font: 1.0625rem/1.55 system-ui, sans-serif; }
main { max-width: 38rem; margin: 0 auto; }
h1 { font: 600 1.75rem/1.2 Georgia, serif; color: #082b31; }
.petit { color: #45585b; margin: 0; }
aside { margin: 1.5rem 0; padding: .75rem 1rem; border-left: 4px solid #0f5f6b; background: #fff; }
aside h2 { margin: 0; font-size: 1rem; }
aside p { margin: .25rem 0 0; }
a { color: #0a5560; }
</style>
</head>
<body>
<main>
<p class="petit">Erreur ${statut}</p>
<h1>${echapper(titre)}</h1>
<p>${echapper(quoi)}</p>
<aside><h2>Ce qui est sauf</h2><p>${echapper(sauf)}</p></aside>
<p>${retour === null ? '' : `<a href="${echapper(retour)}">Revenir à la page précédente</a> · `}<a href="/">Revenir à l’accueil</a></p>
</main>
</body>
</html>
`;
