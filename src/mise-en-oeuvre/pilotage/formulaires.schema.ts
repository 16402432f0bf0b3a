import { z } from 'zod';
import { type Jour, lireJour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { ActionSuivie, Etape, SuiviDAction } from './action.ts';
import { ETATS_D_ACTION, type EtatDAction } from './etats-d-action.ts';
import { lireNombre, type ReleveAInscrire } from './indicateurs.ts';
import type { RedactionDuRapport } from './rapport.ts';

const texte = (formulaire: FormData, nom: string): string => {
  const lu = formulaire.get(nom);
  return typeof lu === 'string' ? lu.replaceAll('\r\n', '\n').trim() : '';
};

const versRefus = (erreur: z.ZodError): readonly Refus[] =>
  erreur.issues.map(({ message, path }) => ({
    code: 'champ-invalide',
    message,
    chemin: path.join('-'),
  }));

const court = z.string().max(300, 'Raccourcissez ce texte : 300 caractères au plus.');
const long = z.string().max(8000, 'Raccourcissez ce texte : 8 000 caractères au plus.');
const entier = (min: number, max: number, message: string) =>
  z.coerce.number(message).int(message).min(min, message).max(max, message);

/** Nombre de lignes vides proposées après les étapes existantes. */
export const ETAPES_NOUVELLES = 2;

const jourFacultatif = (formulaire: FormData, nom: string, refus: Refus[]): Jour | null => {
  const ecrit = texte(formulaire, nom);
  const jour = lireJour(ecrit);
  if (ecrit !== '' && jour === null) {
    refus.push({
      code: 'date-illisible',
      message: `« ${ecrit} » n’est pas une date.`,
      chemin: nom,
    });
  }
  return jour;
};

/** Une étape du formulaire : vide si son libellé est effacé ; la fin d’origine ne se réécrit pas. */
const lireEtape = (
  formulaire: FormData,
  rang: number,
  ancienne: Etape | undefined,
  refus: Refus[],
): readonly Etape[] => {
  const nom = (champ: string) => `etape-${rang}-${champ}`;
  const libelle = texte(formulaire, nom('libelle')).slice(0, 300);
  if (libelle === '') return [];
  const debut = jourFacultatif(formulaire, nom('debut'), refus);
  const fin = jourFacultatif(formulaire, nom('fin'), refus);
  const faiteLe = jourFacultatif(formulaire, nom('faite'), refus);
  const poids = Number(texte(formulaire, nom('poids')) || '1');
  if (fin === null) {
    refus.push({
      code: 'fin-absente',
      message: `Donnez la fin prévue de l’étape « ${libelle} ».`,
      chemin: nom('fin'),
    });
    return [];
  }
  if (debut !== null && debut > fin) {
    refus.push({
      code: 'dates-inversees',
      message: `L’étape « ${libelle} » finit avant de commencer : corrigez l’une des deux dates.`,
      chemin: nom('fin'),
    });
  }
  if (!Number.isInteger(poids) || poids < 1 || poids > 100) {
    refus.push({
      code: 'poids-invalide',
      message: `Le poids de l’étape « ${libelle} » est un nombre entier de 1 à 100.`,
      chemin: nom('poids'),
    });
  }
  return [
    {
      libelle,
      debut: debut ?? fin,
      fin,
      finInitiale: ancienne?.finInitiale ?? fin,
      faiteLe,
      poids,
    },
  ];
};

const suivi = z.object({
  axe: court,
  pilote: court,
  poids: entier(1, 100, 'Le poids est un nombre entier de 1 à 100.'),
  etat: z.enum(
    Object.keys(ETATS_D_ACTION) as [EtatDAction, ...EtatDAction[]],
    'Choisissez un état.',
  ),
  acte: court,
  motif: court,
  avancementSaisi: entier(0, 100, 'L’avancement est un nombre entier de 0 à 100.'),
  suite: court,
  commentaire: long,
  version: entier(1, 2_147_483_647, 'Rechargez la page.'),
});

/** Le suivi d’une action tel qu’on l’a rempli, et la version que la personne avait lue. */
export const lireSuivi = (
  formulaire: FormData,
  action: Pick<ActionSuivie, 'etapes'>,
): Resultat<{ readonly version: number; readonly suivi: SuiviDAction }, readonly Refus[]> => {
  const lu = suivi.safeParse({
    axe: texte(formulaire, 'axe'),
    pilote: texte(formulaire, 'pilote'),
    poids: texte(formulaire, 'poids') || '1',
    etat: texte(formulaire, 'etat'),
    acte: texte(formulaire, 'acte'),
    motif: texte(formulaire, 'motif'),
    avancementSaisi: texte(formulaire, 'avancement') || '0',
    suite: texte(formulaire, 'suite'),
    commentaire: texte(formulaire, 'commentaire'),
    version: texte(formulaire, 'version'),
  });
  const refus: Refus[] = lu.success ? [] : [...versRefus(lu.error)];
  const rangs = Array.from({ length: action.etapes.length + ETAPES_NOUVELLES }, (_, rang) => rang);
  const etapes = rangs.flatMap((rang) => lireEtape(formulaire, rang, action.etapes[rang], refus));
  if (!lu.success || refus.length > 0) return refuser(refus);
  const { version, ...champs } = lu.data;
  return accepter({ version, suivi: { ...champs, etapes } });
};

/** Un relevé tel qu’on l’a rempli. */
export const lireReleve = (formulaire: FormData): Resultat<ReleveAInscrire, readonly Refus[]> => {
  const valeur = lireNombre(texte(formulaire, 'valeur'));
  const le = lireJour(texte(formulaire, 'le'));
  const refus: Refus[] = [];
  if (valeur === null) {
    refus.push({
      code: 'nombre-illisible',
      message: 'Écrivez un nombre, par exemple « 12,5 ».',
      chemin: 'valeur',
    });
  }
  if (le === null) {
    refus.push({ code: 'date-absente', message: 'Donnez le jour du relevé.', chemin: 'le' });
  }
  if (valeur === null || le === null) return refuser(refus);
  return accepter({
    indicateur: texte(formulaire, 'indicateur'),
    le,
    valeur,
    commentaire: texte(formulaire, 'commentaire').slice(0, 1000),
  });
};

const lignesDe = (formulaire: FormData, nom: string): readonly string[] =>
  texte(formulaire, nom)
    .split('\n')
    .map((ligne) => ligne.replace(/^\s*[-•*]\s*/, '').trim())
    .filter((ligne) => ligne !== '');

const rapport = z.object({
  cadre: z.enum(['dob', 'budget'], 'Choisissez l’occasion de la communication.'),
  gains: long,
  achats: long,
  parc: long,
  climat: long,
  difficultes: long,
  faits: z.array(court).max(30, 'Gardez 30 faits marquants au plus.'),
  programme: z.array(court).max(30, 'Gardez 30 lignes de programme au plus.'),
  version: entier(0, 2_147_483_647, 'Rechargez la page.'),
});

/** La rédaction du rapport telle qu’on l’a remplie, et la version lue (0 : première écriture). */
export const lireRedaction = (
  formulaire: FormData,
): Resultat<
  { readonly version: number; readonly redaction: RedactionDuRapport },
  readonly Refus[]
> => {
  const refus: Refus[] = [];
  const seance = jourFacultatif(formulaire, 'seance', refus);
  const lu = rapport.safeParse({
    ...Object.fromEntries(
      ['cadre', 'gains', 'achats', 'parc', 'climat', 'difficultes', 'version'].map((nom) => [
        nom,
        texte(formulaire, nom),
      ]),
    ),
    faits: lignesDe(formulaire, 'faits'),
    programme: lignesDe(formulaire, 'programme'),
  });
  if (!lu.success) return refuser([...refus, ...versRefus(lu.error)]);
  if (refus.length > 0) return refuser(refus);
  const { version, ...redaction } = lu.data;
  return accepter({ version, redaction: { seance, ...redaction } });
};
