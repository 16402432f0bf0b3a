import type { ColonneBrute } from './emplois.ts';
import { lireLibelle } from './libelles.ts';
import type { ModeleDeColonnes } from './modele-de-colonnes.ts';
import { mots } from './texte.ts';

const estPartNue = (texte: string): boolean =>
  /^(?:pourcent|part|taux|quote part|pourcent part|part pourcent|pourcent temps|temps pourcent|pourcent affectation|quotite|quotite pourcent|repartition pourcent)$/.test(
    lireLibelle(texte).cle,
  );

const estServiceNu = (texte: string, modele: ModeleDeColonnes): boolean =>
  mots(texte).some((mot) => /^(?:serv|affect|mission)/.test(mot)) &&
  !modele.champs.some(
    ({ colonne, libelles }) =>
      !estDAffectation(colonne.nom, modele) &&
      libelles.some(({ cle }) => cle === lireLibelle(texte).cle),
  );

const estDAffectation = (champ: string, { schema }: ModeleDeColonnes): boolean =>
  champ === 'service' || schema.affectations.some((paire) => paire.includes(champ));

const LETTRE_DE_RANG = /\s+([A-C])$/;

/** Le rang qu’un intitulé annonce : « Service 2 », « 3e affectation », « Service B ». */
const rangAnnonce = (texte: string): number | null => {
  const lettre = LETTRE_DE_RANG.exec(texte.trim())?.[1];
  if (lettre !== undefined) return 'ABC'.indexOf(lettre);
  const chiffre = lireLibelle(texte).mots.find((mot) => /^[1-3]$/.test(mot));
  return chiffre === undefined ? null : Number(chiffre) - 1;
};

const sansLettre = (texte: string): string => texte.trim().replace(LETTRE_DE_RANG, '');

/** Sous un groupe « Service 2 », l’intitulé « Nom » ou « Libellé » désigne le service, pas une personne. */
const intituleDeService = (brute: ColonneBrute): string => {
  const { texte, groupe } = brute.intitule;
  return groupe !== '' && NOM_NU.test(lireLibelle(texte).cle) ? groupe : texte;
};

const NOM_NU = /^(?:nom|libelle|intitule|code|designation)$/;

/** « Service | % | Service | % » : chaque paire prend le rang où elle se présente. */
export const pairesDeServices = (
  brutes: readonly ColonneBrute[],
  modele: ModeleDeColonnes,
): Map<number, string> => {
  const places = new Map<number, string>();
  let rang = 0;
  for (const [i, brute] of brutes.entries()) {
    const suivante = brutes[i + 1];
    const service = intituleDeService(brute);
    if (
      !suivante ||
      !estServiceNu(sansLettre(service), modele) ||
      !estPartNue(sansLettre(suivante.intitule.texte))
    )
      continue;
    rang = rangAnnonce(service) ?? rang;
    const paire = modele.schema.affectations[rang];
    if (!paire) break;
    places.set(brute.intitule.rang, paire[0]);
    places.set(suivante.intitule.rang, paire[1]);
    rang += 1;
  }
  return places;
};
