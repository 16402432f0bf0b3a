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
  'Nom patronymique',
  'Nom complet',
  'Nom du responsable',
  'Responsable',
  'Responsable hiérarchique',
  'Supérieur hiérarchique',
  'N+1',
  'Référent',
  'Remplaçant',
  'Évaluateur',
  'Encadrant',
  'Interlocuteur',
  'Contact',
  'Collaborateur',
  'M./Mme',
  'M. ou Mme',
  'Rempli par',
  'Saisi par',
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

const S = '[\\s.-]?';
/** Sexe, année, mois, département (2A et 2B compris), commune et rang, clé : espaces, points et tirets admis partout. */
const NIR = new RegExp(
  `(?<![\\d,.])[1-478]${S}\\d${S}\\d${S}(?:0${S}[1-9]|1${S}[0-2]|[2-3]${S}\\d|4${S}[0-2]|[5-9]${S}\\d)${S}(?:\\d${S}\\d|2${S}[AB])(?:${S}\\d){6}(?:\\s?[\\s./-]?\\d${S}\\d)?(?![\\d,.])`,
  'i',
);
const COURRIEL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const TELEPHONE =
  /(?<![\d,.])(?:(?:\+33|0033)\s?(?:\(0\)\s?)?|0)[1-9](?:[\s.-]?\d{2}){4}(?![\d,.])/;
const NOM_PROPRE = "(?:(?:de|du|des|la|le|d['’]|l['’])\\s*)*(?:\\p{Lu}[\\p{L}'’-]*\\s*){1,3}";
const CIVILITE = new RegExp(
  `(?<!\\p{L})(?:(?:M\\.|MM\\.|Mr\\.?|Mmes?|MME|Mlle|MLLE|Monsieur|MONSIEUR|Madame|MADAME|Docteur|Dr\\.?)\\s+${NOM_PROPRE}|M\\s+\\p{Lu}{3,}[\\p{Lu}'’-]*)`,
  'u',
);
/** « Rempli par Jeanne Martin », « Contact : Jeanne Martin » dans un titre ou une consigne. */
const AUTEUR =
  /(?:(?:[Rr]empli|[Ss]aisi|[EeÉé]tabli|[Cc]omplété|[Rr]enseigné|[Rr]édigé)e? par\s*:?|[Cc]ontact\s*:)\s+(?:\p{Lu}[\p{L}'’-]*\s*){2,4}/u;
const IBAN = /\bFR\d{2}(?:\s?[\dA-Z]{4}){5}\s?[\dA-Z]{3}\b/;

/** Chaque forme, et le signe sans lequel elle ne peut pas apparaître : presque tout texte s’écarte là. */
const INTERDITS = (
  [
    [/\d/, NIR],
    [/@/, COURRIEL],
    [/\d/, TELEPHONE],
    [/[MD]/, CIVILITE],
    [/\bpar\b|ontact/, AUTEUR],
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

const PERSONNE =
  /^(?:(?:\p{Lu}[\p{L}'’]*|de|du|des|la|le)(?:[-\s]+|,\s*)){1,4}\p{Lu}[\p{L}'’]*\.?$/u;

/**
 * Une colonne hors modèle, sans intitulé parlant, qui ne contient que des noms de personnes :
 * deux à cinq mots capitalisés, presque tous différents.
 */
export const estListeDePersonnes = (textes: readonly string[]): boolean => {
  const nets = textes.map((t) => t.trim());
  const noms = nets.filter(
    (t) => t.length <= 60 && PERSONNE.test(t) && /\p{L}[\s,]+\p{L}/u.test(t),
  );
  return (
    noms.length > 0 &&
    noms.length >= 0.6 * nets.length &&
    new Set(noms).size >= Math.max(1, 0.5 * noms.length)
  );
};

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
