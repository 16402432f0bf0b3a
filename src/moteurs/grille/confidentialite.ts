import { type Libelle, lireLibelle, meilleureRessemblance } from './libelles.ts';

/**
 * Les données que les grilles refusent : identité, coordonnées, numéro de sécurité sociale, santé, opinions.
 * Elles ne sont ni enregistrées ni renvoyées (RGPD, article 5 : minimisation).
 */
const INTITULES_INTERDITS: readonly Libelle[] = [
  'Nom',
  'Prénom',
  'Nom prénom',
  'Nom et prénom',
  "Nom de l'agent",
  'Nom agent',
  'Prénom agent',
  'Noms',
  'Prénoms',
  'Nom de famille',
  "Nom d'usage",
  'Nom marital',
  'Nom de naissance',
  'Nom de jeune fille',
  'Nom usuel',
  'Patronyme',
  'Identité',
  "Identité de l'agent",
  'Civilité',
  'Sexe',
  'Genre',
  'Titulaire du poste',
  'Agent',
  'Agents',
  'Personnel',
  "Nom de l'occupant",
  'Salarié',
  'Employé',
  'NIR',
  'INSEE agent',
  'Numéro de sécurité sociale',
  'N° sécu',
  'N° SS',
  'Sécurité sociale',
  'N° de sécu',
  'Numéro INSEE',
  'N° INSEE agent',
  'Immatriculation sécurité sociale',
  'Courriel',
  'E-mail',
  'Adresse mail',
  'Adresse électronique',
  'Mail pro',
  'Mail perso',
  'Messagerie',
  'Téléphone',
  'Tél',
  'Tél portable',
  'Portable',
  'Mobile',
  'GSM',
  'N° de téléphone',
  'Adresse',
  'Adresse postale',
  'Adresse personnelle',
  'Domicile',
  'Rue',
  'IBAN',
  'RIB',
  'Compte bancaire',
  'Lieu de naissance',
  'Nationalité',
  'Situation familiale',
  'Situation de famille',
  "Nombre d'enfants",
  'Handicap',
  'RQTH',
  'Travailleur handicapé',
  'Syndicat',
  'Appartenance syndicale',
  'Maladie',
  'Arrêt maladie',
  'Motif arrêt',
  'État de santé',
  'Religion',
].map(lireLibelle);

/** Ressemblance d’un intitulé avec ceux d’une donnée nominative ou interdite, de 0 à 1. */
export const ressemblanceInterdite = (libelle: Libelle): number =>
  meilleureRessemblance(libelle, INTITULES_INTERDITS);

const NIR =
  /(?<![\d,.])[1-478]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-3]\d|4[0-2]|[5-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\/?\s?\d{2})?(?![\d,.])/i;
const COURRIEL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const TELEPHONE = /(?<![\d,.])(?:\+33\s?|0033\s?|0)[1-9](?:[\s.-]?\d{2}){4}(?![\d,.])/;
const CIVILITE = /\b(?:M\.|Mr\.?|Mme|Mlle|Monsieur|Madame)\s+(?:\p{Lu}[\p{L}'’-]*\s*){1,3}/u;
const IBAN = /\bFR\d{2}(?:\s?[\dA-Z]{4}){5}\s?[\dA-Z]{3}\b/;

/** Chaque forme, et le signe sans lequel elle ne peut pas apparaître : presque tout texte s’écarte là. */
const INTERDITS = (
  [
    [/\d/, NIR],
    [/@/, COURRIEL],
    [/\d/, TELEPHONE],
    [/M/, CIVILITE],
    [/FR\d/, IBAN],
  ] as const
).map(([signe, forme]) => ({
  signe,
  forme,
  toutes: new RegExp(forme.source, `${forme.flags}g`),
}));
const MASQUE = '•••';

/** Vrai si le texte contient un numéro de sécurité sociale, une adresse électronique, un téléphone ou un nom. */
export const contientDonneeInterdite = (texte: string): boolean =>
  texte.length >= 8 && INTERDITS.some(({ signe, forme }) => signe.test(texte) && forme.test(texte));

/** Le texte, données interdites masquées : seule forme admise dans un message ou un enregistrement. */
export const masquerDonneesInterdites = (texte: string): string => {
  if (texte.length < 8) return texte;
  return INTERDITS.reduce(
    (masque, { signe, toutes }) => (signe.test(masque) ? masque.replace(toutes, MASQUE) : masque),
    texte,
  );
};

/** Une date de naissance complète, réduite à son année dans ce qu’on garde. */
export const masquerNaissance = (annee: string): string => `••/••/${annee}`;
