/** Le chemin où revenir après connexion : toujours chez nous, jamais une adresse extérieure. */
export const cheminDeRetour = (demande: string | null, defaut = '/'): string => {
  if (demande === null || !demande.startsWith('/')) return defaut;
  try {
    const adresse = new URL(demande, 'http://ici.invalid');
    const chemin = `${adresse.pathname}${adresse.search}`;
    // « /.//ailleurs » se simplifie en « //ailleurs », qu’un navigateur lit comme un autre site.
    return adresse.origin === 'http://ici.invalid' && !chemin.startsWith('//') ? chemin : defaut;
  } catch {
    return defaut;
  }
};
