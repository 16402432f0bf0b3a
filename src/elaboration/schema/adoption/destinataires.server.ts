import { type Acces, listerLiens } from '../../../socle/acces/index.server.ts';
import { dansTerritoire, type Transaction } from '../../../socle/base/index.server.ts';
import { manquesDuPassage } from './instruire-adoption.ts';
import { type Adoption, lireAdoption } from './lire-adoption.server.ts';

/** L’adresse connue de chaque mairie : celle du dernier lien personnel qui lui a été remis. */
export const lireAdressesDesMairies = async <T>(
  transaction: Transaction<T>,
): Promise<ReadonlyMap<string, string>> => {
  const liens = await listerLiens(transaction);
  const adresses = new Map<string, string>();
  for (const { collectivite, destinataire } of liens) {
    if (destinataire === null || adresses.has(collectivite)) continue;
    if (destinataire.includes('@')) adresses.set(collectivite, destinataire);
  }
  return adresses;
};

/**
 * Les communes à qui il reste quelque chose à transmettre, avec l’adresse de leur mairie, et ce qui
 * l’empêche encore.
 * @param passage le passage de la procédure : « transmettre », « envoyer »
 * @param estServie vrai pour une commune qui l’a déjà reçu
 */
export const lireDestinataires = async (
  { base, contexte, aujourdhui }: Acces,
  passage: string,
  estServie: (adoption: Adoption) => (siren: string) => boolean,
) => {
  const { adoption, adresses } = await dansTerritoire(base, contexte, async (tx) => ({
    adoption: await lireAdoption(tx, contexte, aujourdhui),
    adresses: await lireAdressesDesMairies(tx),
  }));
  if (adoption === null) return { manques: [], restants: [] };
  const aRecu = estServie(adoption);
  return {
    manques: manquesDuPassage(adoption.sortie, passage),
    restants: adoption.communes
      .filter(({ siren }) => !aRecu(siren))
      .map(({ siren, nom }) => ({ siren, nom, courriel: adresses.get(siren) ?? '' })),
  };
};
