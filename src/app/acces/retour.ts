/** Le chemin où revenir après connexion : toujours chez nous, jamais une adresse extérieure. */
export const cheminDeRetour = (demande: string | null, defaut = '/'): string => {
  if (demande === null || !demande.startsWith('/')) return defaut;
  try {
    const adresse = new URL(demande, 'http://ici.invalid');
    return adresse.origin === 'http://ici.invalid'
      ? `${adresse.pathname}${adresse.search}`
      : defaut;
  } catch {
    return defaut;
  }
};
