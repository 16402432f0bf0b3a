import { anneeDe } from '../calendrier/index.ts';
import {
  bloquee,
  type CelluleLue,
  type LecteurDeCellule,
  lue,
  type NoteDeCellule,
  note,
  texteNet,
} from './cellule-lue.ts';
import type { Cellule } from './classeur.ts';
import { masquerNaissance } from './confidentialite.ts';
import { type DateLue, type FormeDeDate, lireDate, lireNomDeMois } from './date.ts';
import type { ColonneDeGrille } from './schema.ts';
import { simplifier } from './texte.ts';

type DateBonne = Extract<DateLue, { ok: true }>;

const PAR_FORME: Readonly<Record<FormeDeDate, NoteDeCellule | null>> = {
  iso: null,
  francaise: note('reparer', 'date-en-texte', 'Date écrite en texte, mise au format du modèle.'),
  compacte: note(
    'reparer',
    'date-en-texte',
    'Date écrite sans séparateur, mise au format du modèle.',
  ),
  lettres: note('reparer', 'date-en-texte', 'Date écrite en lettres, mise au format du modèle.'),
  'deux-chiffres': note('reparer', 'date-deux-chiffres', 'Année sur deux chiffres, complétée.'),
  serie: note('reparer', 'date-en-serie', 'Numéro de série d’un tableur, converti en date.'),
  americaine: note(
    'reparer_et_signaler',
    'date-americaine',
    'Mois écrit avant le jour : à confirmer.',
  ),
};

const notesDeDate = (date: DateBonne): NoteDeCellule[] => {
  if (date.precision === 'annee')
    return [
      note(
        'reparer_et_signaler',
        'date-incomplete',
        'Jour et mois inconnus : 1er janvier retenu, à confirmer.',
      ),
    ];
  if (date.precision === 'mois')
    return [
      note(
        'reparer_et_signaler',
        'date-incomplete',
        'Jour inconnu : premier jour du mois retenu, à confirmer.',
      ),
    ];
  const deForme = PAR_FORME[date.forme];
  return deForme ? [deForme] : [];
};

const refusDeDate = (date: Extract<DateLue, { ok: false }>): CelluleLue =>
  bloquee(date.motif === 'impossible' ? 'date-impossible' : 'date-illisible', date.message);

/** Dates : jj/mm/aaaa, numéro de série, mois en lettres, année seule. */
export const lireJourDeCellule: LecteurDeCellule = (
  cellule,
  colonne,
  _contexte,
  { aujourdhui, decalageDeSerie },
) => {
  const date = lireDate(cellule, aujourdhui, colonne.futur, decalageDeSerie);
  if (!date.ok) return refusDeDate(date);
  if (!colonne.futur && anneeDe(date.jour) > anneeDe(aujourdhui) + 1)
    return bloquee(
      'date-future',
      `« ${colonne.titre} » en ${anneeDe(date.jour)} : date future impossible.`,
    );
  const notes = notesDeDate(date);
  const avecHeure = notes.length === 0 && cellule.type === 'texte' && date.heure !== null;
  return lue(date.jour, ...notes, ...(avecHeure ? [HEURE_RETIREE] : []));
};

const HEURE_RETIREE = note('reparer', 'date-en-texte', 'Heure retirée : seule la date est gardée.');

/** Instants : date et heure, heure complétée à défaut. */
export const lireInstant: LecteurDeCellule = (
  cellule,
  colonne,
  _contexte,
  { aujourdhui, decalageDeSerie },
) => {
  const date = lireDate(cellule, aujourdhui, true, decalageDeSerie);
  if (!date.ok) return refusDeDate(date);
  const defaut = colonne.heureParDefaut ?? '08:00';
  const valeur = `${date.jour}T${date.heure ?? defaut}`;
  if (date.heure === null) {
    const nom = defaut === '17:30' ? 'Fin de journée (17 h 30)' : `${Number(defaut.slice(0, 2))} h`;
    return lue(
      valeur,
      ...notesDeDate(date),
      note('reparer_et_signaler', 'heure-absente', `Heure absente : ${nom} retenue, à confirmer.`),
    );
  }
  return lue(valeur, ...notesDeDate(date));
};

const anneeBrute = (cellule: Cellule): string | null => {
  const texte = texteNet(cellule);
  if (cellule.type === 'date') {
    const serie = cellule.serie ?? 0;
    return Number.isInteger(serie) && serie >= 1930 && serie <= 2100 ? String(serie) : null;
  }
  return /^\d{4}(?:[.,]0+)?$/.test(texte) ? texte.slice(0, 4) : null;
};

const bornee = (
  annee: number,
  colonne: ColonneDeGrille,
  derniere: number,
  notes: readonly NoteDeCellule[],
  premiere = 1900,
): CelluleLue =>
  annee < premiere || annee > derniere
    ? bloquee('annee-impossible', `${colonne.titre} ${annee} : année impossible.`)
    : lue(String(annee), ...notes);

/** Années civiles ou d’exercice : 2025, « exercice 2025 », « 25 ». */
export const lireAnnee: LecteurDeCellule = (cellule, colonne, _contexte, { aujourdhui }) => {
  const derniere = anneeDe(aujourdhui) + 10;
  const brute = anneeBrute(cellule);
  if (brute !== null) return bornee(Number(brute), colonne, derniere, []);
  const texte = texteNet(cellule);
  const trouvee = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(texte)?.[1];
  if (trouvee !== undefined)
    return bornee(Number(trouvee), colonne, derniere, [
      note('reparer', 'annee-en-texte', `Année ${trouvee} lue dans « ${texte} ».`),
    ]);
  if (/^\d{2}$/.test(texte))
    return bornee(2000 + Number(texte), colonne, derniere, [
      note(
        'reparer',
        'annee-deux-chiffres',
        `Année sur deux chiffres, complétée : ${2000 + Number(texte)}.`,
      ),
    ]);
  return bloquee('annee-impossible', `« ${texte} » n’est pas une année.`);
};

const anneeSeule = (texte: string): string | null =>
  /^(?:ne(?:\(?e\)?)? (?:en )?|en )?((?:19|20)\d{2})$/.exec(simplifier(texte))?.[1] ?? null;

const deuxChiffres = (texte: string, annee: number): number | null => {
  if (!/^'?\d{2}$/.test(texte)) return null;
  const nombre = Number(texte.replace("'", ''));
  return 2000 + nombre <= annee - 14 ? 2000 + nombre : 1900 + nombre;
};

/** Au-delà, l’année est une faute de frappe, pas un âge. */
const AGE_MAXIMAL = 100;

/** Année de naissance : une date complète est réduite à son année et n’est pas gardée. */
export const lireAnneeDeNaissance: LecteurDeCellule = (
  cellule,
  colonne,
  _contexte,
  { aujourdhui, decalageDeSerie },
) => {
  const derniere = anneeDe(aujourdhui) - 14;
  const premiere = anneeDe(aujourdhui) - AGE_MAXIMAL;
  const agent = (annee: number, ...notes: readonly NoteDeCellule[]): CelluleLue =>
    bornee(annee, colonne, derniere, notes, premiere);
  const brute = anneeBrute(cellule);
  if (brute !== null) return agent(Number(brute));
  const texte = texteNet(cellule);
  const seule = cellule.type === 'texte' ? anneeSeule(texte) : null;
  if (seule !== null)
    return agent(
      Number(seule),
      note('reparer', 'annee-en-texte', `Année ${seule} lue dans « ${texte} ».`),
    );
  const courte = deuxChiffres(texte, anneeDe(aujourdhui));
  if (courte !== null)
    return agent(
      courte,
      note('reparer', 'annee-deux-chiffres', `Année sur deux chiffres, complétée : ${courte}.`),
    );
  const date = lireDate(cellule, aujourdhui, false, decalageDeSerie);
  if (!date.ok)
    return bloquee(
      'annee-impossible',
      'Année de naissance illisible : écrivez l’année sur quatre chiffres.',
    );
  const annee = anneeDe(date.jour);
  const lueMasquee = masquerNaissance(String(annee));
  const resultat = agent(
    annee,
    note(
      'reparer_et_signaler',
      'annee-de-naissance',
      'Seule l’année est conservée (minimisation des données).',
    ),
  );
  return { ...resultat, notes: resultat.notes.map((n) => ({ ...n, lue: lueMasquee })) };
};

const MOIS_NUMEROTE = /^(?:mois|m|n°)\s*(?:n°\s*)?(0?[1-9]|1[0-2])$/;
const NUMERO_ET_NOM = /^(0?[1-9]|1[0-2])\s*[-–.:)/ ]+\s*([a-z]+)\.?$/;

/** « Mois 3 », « M03 », « 03 - mars ». */
const moisNumerote = (texte: string): number | null => {
  const simple = simplifier(texte);
  const seul = MOIS_NUMEROTE.exec(simple)?.[1];
  if (seul !== undefined) return Number(seul);
  const [, numero = '', nom = ''] = NUMERO_ET_NOM.exec(simple) ?? [];
  return numero !== '' && lireNomDeMois(nom) === Number(numero) ? Number(numero) : null;
};

/** Mois de 1 à 12 : « mars », « 03/2025 », une date (qui donne aussi l’année). */
export const lireMois: LecteurDeCellule = (
  cellule,
  colonne,
  _contexte,
  { aujourdhui, decalageDeSerie },
) => {
  const texte = texteNet(cellule);
  if (/^(?:0?[1-9]|1[0-2])(?:[.,]0+)?$/.test(texte))
    return lue(String(Math.trunc(Number(texte.replace(',', '.')))));
  const nomme = moisNumerote(texte) ?? (/\d{2}/.test(texte) ? null : lireNomDeMois(texte));
  if (nomme !== null)
    return lue(
      String(nomme),
      note('reparer', 'annee-en-texte', `Mois ${nomme} lu dans « ${texte} ».`),
    );
  const date = lireDate(cellule, aujourdhui, true, decalageDeSerie);
  if (!date.ok || date.precision === 'annee')
    return bloquee(
      'hors-bornes',
      `« ${texte} » n’est pas un mois (1 à 12) : corrigez « ${colonne.titre} ».`,
    );
  const [annee = '', mois = ''] = date.jour.split('-');
  return {
    ...lue(
      String(Number(mois)),
      note('reparer', 'annee-en-texte', `Mois ${Number(mois)} lu dans « ${texte} ».`),
    ),
    aussi: { annee },
  };
};
