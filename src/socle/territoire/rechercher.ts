import { simplifier } from '../recherche/index.ts';

/** Ce qu’on cherche : mots du nom (EPCI ou commune membre), département, SIREN. */
export interface Recherche {
  readonly texte?: string | undefined;
  /** Code du département : « 42 », « 2A », « 974 ». */
  readonly departement?: string | undefined;
  readonly siren?: string | undefined;
}

export interface EpciCherchable {
  readonly siren: string;
  readonly nom: string;
  readonly departements: readonly string[];
  readonly communes: readonly string[];
}

const contientLesMots = (nom: string, mots: readonly string[]): boolean => {
  const ceuxDuNom = simplifier(nom).split(' ');
  return mots.every((mot) => ceuxDuNom.some((autre) => autre.startsWith(mot)));
};

/** Le département d’un code INSEE : deux caractères, trois outre-mer. */
export const departementDuCode = (codeInsee: string): string =>
  codeInsee.startsWith('97') ? codeInsee.slice(0, 3) : codeInsee.slice(0, 2);

/**
 * Les EPCI qui répondent : d’abord par leur nom, puis par le nom d’une commune membre (rendu avec eux).
 */
export const rechercher = <E extends EpciCherchable>(
  tous: readonly E[],
  { texte = '', departement = '', siren = '' }: Recherche,
): readonly { readonly epci: E; readonly parCommune: string | null }[] => {
  const chiffres = texte.replace(/\s/g, '');
  const sirenCherche = siren.replace(/\s/g, '') || (/^\d{9}$/.test(chiffres) ? chiffres : '');
  const candidats = tous.filter(
    (epci) =>
      (sirenCherche === '' || epci.siren === sirenCherche) &&
      (departement === '' || epci.departements.includes(departement.toUpperCase())),
  );
  const mots = simplifier(texte).split(' ').filter(Boolean);
  if (sirenCherche !== '' || mots.length === 0) {
    return candidats.map((epci) => ({ epci, parCommune: null }));
  }
  const parNom = candidats.filter(({ nom }) => contientLesMots(nom, mots));
  const parCommune = candidats
    .filter((epci) => !parNom.includes(epci))
    .flatMap((epci) => {
      const commune = epci.communes.find((nom) => contientLesMots(nom, mots));
      return commune === undefined ? [] : [{ epci, parCommune: commune }];
    });
  return [...parNom.map((epci) => ({ epci, parCommune: null })), ...parCommune];
};
