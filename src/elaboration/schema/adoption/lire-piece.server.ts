/** La pièce jointe d’un formulaire ; null si aucun fichier n’a été choisi. */
export const lirePiece = async (
  formulaire: FormData,
): Promise<{ readonly nom: string; readonly octets: Uint8Array } | null> => {
  const piece = formulaire.get('piece');
  if (!(piece instanceof File) || piece.name === '') return null;
  return { nom: piece.name, octets: new Uint8Array(await piece.arrayBuffer()) };
};
