/** Taille d’affichage d’une figure SVG, en centimètres, dans une page A4 à marges ordinaires. */
export const mesurerFigure = (
  svg: string,
): { readonly largeur: number; readonly hauteur: number } => {
  const balise = /<svg[^>]*>/u.exec(svg)?.[0] ?? '';
  const attribut = (nom: string) =>
    Number.parseFloat(
      new RegExp(`\\s${nom}\\s*=\\s*["']\\s*([\\d.]+)`, 'u').exec(balise)?.[1] ?? '',
    );
  const [, l, h] =
    /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/u.exec(balise) ?? [];
  const largeur = Number(l ?? attribut('width'));
  const hauteur = Number(h ?? attribut('height'));
  const rapport = largeur > 0 && hauteur > 0 ? hauteur / largeur : 0.6;
  const affichee = Math.min(15.5, 12 / rapport);
  return { largeur: affichee, hauteur: affichee * rapport };
};
