import { type ContexteDeColonne, type MoyensDeLecture, SANS_CONTEXTE } from './cellule-lue.ts';
import type { Cellule } from './classeur.ts';
import { pairesDeServices } from './colonnes-de-services.ts';
import { attribuerAxes, valeursDUnAxe } from './colonnes-par-axe.ts';
import { attribuerParts } from './colonnes-par-service.ts';
import { attribuerReunies } from './colonnes-reunies.ts';
import {
  contientDonneeInterdite,
  estListeDePersonnes,
  masquerDonneesInterdites,
  ressemblanceInterdite,
} from './confidentialite.ts';
import type { ColonneBrute, ColonneDuFichier, Emploi } from './emplois.ts';
import type { EnTete, Intitule } from './entete.ts';
import { lireLibelle, meilleureRessemblance, poidsDuLibelle } from './libelles.ts';
import { lireCellule } from './lire-cellule.ts';
import type { ChampCherche, ModeleDeColonnes } from './modele-de-colonnes.ts';
import type { ColonneDeGrille } from './schema.ts';
import { mots, redresser, resserrer } from './texte.ts';

const SEUIL = 0.6;
/** Un intitulé sans équivoque l’emporte sur un contenu mal rempli, mais passe après un champ que le contenu confirme. */
const INTITULE_NET = 0.95;
const PLANCHER = 0.62;
const TOTAUX = /^(?:sous )?(?:total|totaux|somme|moyenne|cumul|ensemble)\b/;
/** Sous-totaux d’un tableau par mois : « T1 », « 2e trim. », « 1er semestre », « S2 ». */
const SOUS_TOTAUX =
  /^(?:[tqs] ?[1-4]|(?:[1-4]|1er|2nd|[1-4]e|[1-4]eme) ?(?:t|trim|trimestre|sem|semestre)|(?:trim|trimestre|sem|semestre) ?[1-4])(?: (?:19|20)\d{2})?$/;

const fractionLisible = (
  brute: ColonneBrute,
  colonne: ColonneDeGrille,
  moyens: MoyensDeLecture,
): number => {
  if (brute.echantillon.length === 0 || colonne.nature === 'texte') return 1;
  const lisibles = brute.echantillon.filter((cellule) => {
    if (colonne.nature === 'collectivite') return moyens.annuaire.trouver(cellule.texte).ok;
    const contexte: ContexteDeColonne = { ...SANS_CONTEXTE, aVirgules: true };
    return !lireCellule(cellule, colonne, contexte, moyens).notes.some(
      (n) => n.action === 'bloquer_ligne' && n.regle !== 'erreur-de-formule',
    );
  });
  return lisibles.length / brute.echantillon.length;
};

const noteDIntitule = (intitule: Intitule, champ: ChampCherche): number => {
  const propre = meilleureRessemblance(lireLibelle(intitule.texte), champ.libelles);
  if (intitule.groupe === '') return propre;
  const ensemble = meilleureRessemblance(
    lireLibelle(`${intitule.groupe} ${intitule.texte}`),
    champ.libelles,
  );
  return Math.max(propre, 0.97 * ensemble);
};

const partInterdite = (brute: ColonneBrute, juger: (texte: string) => boolean): number =>
  brute.echantillon.length === 0
    ? 0
    : brute.echantillon.filter((cellule) => juger(cellule.texte)).length / brute.echantillon.length;

/** La colonne ne contient que des données interdites, quel que soit son intitulé. */
const neContientQueDeLInterdit = (brute: ColonneBrute): boolean =>
  partInterdite(
    brute,
    (texte) =>
      contientDonneeInterdite(texte) && /^[•\s.,;:/()-]*$/.test(masquerDonneesInterdites(texte)),
  ) >= 0.3;

const estInterditeParContenu = (brute: ColonneBrute): boolean =>
  partInterdite(brute, contientDonneeInterdite) >= 0.3;

interface Proposition {
  readonly brute: ColonneBrute;
  readonly champ: ChampCherche;
  readonly note: number;
}

const proposer = (
  brutes: readonly ColonneBrute[],
  modele: ModeleDeColonnes,
  moyens: MoyensDeLecture,
): Proposition[] =>
  brutes.flatMap((brute) =>
    modele.champs.flatMap((champ) => {
      const note = noteDIntitule(brute.intitule, champ);
      if (note < SEUIL) return [];
      const pesee = Math.max(
        note >= INTITULE_NET ? PLANCHER : 0,
        note * (0.55 + 0.45 * fractionLisible(brute, champ.colonne, moyens)),
      );
      return pesee < SEUIL ? [] : [{ brute, champ, note: pesee }];
    }),
  );

const sur = (brute: ColonneBrute, colonne: ColonneDeGrille): 'nom' | 'synonyme' => {
  const { cle } = lireLibelle(brute.intitule.texte);
  return cle === lireLibelle(colonne.nom).cle || cle === lireLibelle(colonne.titre).cle
    ? 'nom'
    : 'synonyme';
};

/** De deux colonnes de naissance, celle qui n’a que l’année : la date complète est une donnée de trop. */
const estAnneeNue = (brute: ColonneBrute, colonne: ColonneDeGrille): boolean =>
  colonne.nature === 'annee-naissance' &&
  brute.echantillon.every(({ texte }) => /^\s*\d{4}\s*$/.test(texte));

/** À note égale, le nom du champ l’emporte sur un synonyme, et un intitulé précis sur un intitulé vague. */
const precision = ({ brute, champ }: Proposition): number =>
  (sur(brute, champ.colonne) === 'nom' ? 10 : 0) +
  (estAnneeNue(brute, champ.colonne) ? 5 : 0) +
  poidsDuLibelle(lireLibelle(brute.intitule.texte));

const attribuerParIntitule = (
  brutes: readonly ColonneBrute[],
  modele: ModeleDeColonnes,
  moyens: MoyensDeLecture,
  emplois: Map<number, Emploi>,
): void => {
  const pris = new Set<string>();
  for (const [rang, champ] of pairesDeServices(brutes, modele)) {
    emplois.set(rang, { sorte: 'champ', champ, sur: 'position' });
    pris.add(champ);
  }
  const libres = brutes.filter((b) => !emplois.has(b.intitule.rang));
  const surAxe = valeursDUnAxe(brutes, modele);
  const propositions = proposer(libres, modele, moyens).sort(
    (a, b) =>
      b.note - a.note ||
      precision(b) - precision(a) ||
      a.brute.intitule.rang - b.brute.intitule.rang,
  );
  for (const { brute, champ, note } of propositions) {
    const rang = brute.intitule.rang;
    if (emplois.has(rang) || pris.has(champ.colonne.nom)) continue;
    if (surAxe.get(champ.colonne.nom)?.has(rang)) continue;
    if (ressemblanceInterdite(lireLibelle(brute.intitule.texte)) > note) continue;
    emplois.set(rang, { sorte: 'champ', champ: champ.colonne.nom, sur: sur(brute, champ.colonne) });
    pris.add(champ.colonne.nom);
  }
};

/** Le contenu nomme-t-il des valeurs de la liste ? Un champ à liste ouverte admet tout : il ne prouve rien. */
const fractionReconnue = (
  brute: ColonneBrute,
  colonne: ColonneDeGrille,
  moyens: MoyensDeLecture,
): number => {
  const index = moyens.index[colonne.nomenclature ?? colonne.nom];
  if (colonne.nature !== 'nomenclature') return fractionLisible(brute, colonne, moyens);
  const reconnues = brute.echantillon.filter(
    ({ texte }) => index?.rapprocher(redresser(resserrer(texte))).ok,
  );
  return reconnues.length / brute.echantillon.length;
};

const RECONNAISSABLES = new Set(['collectivite', 'nomenclature']);

const attribuerParContenu = (
  brutes: readonly ColonneBrute[],
  modele: ModeleDeColonnes,
  moyens: MoyensDeLecture,
  emplois: Map<number, Emploi>,
): void => {
  const pris = new Set(
    [...emplois.values()].flatMap((e) => (e.sorte === 'champ' ? [e.champ] : [])),
  );
  const aSiren = modele.schema.collectivite !== null && pris.has(modele.schema.collectivite.siren);
  for (const { colonne } of modele.champs) {
    const utile =
      RECONNAISSABLES.has(colonne.nature) &&
      colonne.obligatoire &&
      !(colonne.nature === 'collectivite' && aSiren);
    if (pris.has(colonne.nom) || !utile || (colonne.valeurs?.length ?? 9) < 3) continue;
    const trouvee = brutes.find(
      (b) =>
        !emplois.has(b.intitule.rang) &&
        b.echantillon.length >= 3 &&
        fractionReconnue(b, colonne, moyens) >= 0.8,
    );
    if (!trouvee) continue;
    emplois.set(trouvee.intitule.rang, { sorte: 'champ', champ: colonne.nom, sur: 'contenu' });
    pris.add(colonne.nom);
  }
};
const emploiRestant = (brute: ColonneBrute, estCroise = false): Emploi => {
  const texte = brute.intitule.texte.trim();
  if (texte === '' && brute.echantillon.length === 0) return { sorte: 'vide' };
  const cle = mots(texte).join(' ');
  if (TOTAUX.test(cle) || (estCroise && SOUS_TOTAUX.test(cle))) return { sorte: 'total' };
  if (/\b(?:naissance|nee? le)\b/.test(cle)) return { sorte: 'interdite' };
  if (estInterditeParContenu(brute) || ressemblanceInterdite(lireLibelle(texte)) >= 0.72)
    return { sorte: 'interdite' };
  return { sorte: 'hors-modele' };
};

/** Une colonne que rien n’a reconnue, et dont les cellules sont des noms de personnes, ne se renvoie pas. */
const sansNoms = (brute: ColonneBrute, emploi: Emploi): Emploi =>
  emploi.sorte === 'hors-modele' && estListeDePersonnes(brute.echantillon.map((c) => c.texte))
    ? { sorte: 'interdite' }
    : emploi;

/** Décide de l’emploi de chaque colonne du fichier. */
export const attribuerColonnes = (
  enTete: EnTete,
  masquees: ReadonlySet<number>,
  echantillons: ReadonlyMap<number, readonly Cellule[]>,
  modele: ModeleDeColonnes,
  moyens: MoyensDeLecture,
): ColonneDuFichier[] => {
  const brutes: ColonneBrute[] = enTete.intitules.map((intitule) => ({
    intitule,
    masquee: masquees.has(intitule.rang),
    echantillon: echantillons.get(intitule.rang) ?? [],
  }));
  const utiles = brutes.filter((b) => b.intitule.texte.trim() !== '' || b.echantillon.length > 0);
  const emplois = new Map<number, Emploi>();
  for (const brute of utiles)
    if (neContientQueDeLInterdit(brute)) emplois.set(brute.intitule.rang, { sorte: 'interdite' });
  attribuerParIntitule(utiles, modele, moyens, emplois);
  attribuerAxes(utiles, modele, emplois);
  attribuerReunies(utiles, modele, moyens, emplois);
  attribuerParts(utiles, modele, moyens, emplois);
  const estCroise = [...emplois.values()].some(({ sorte }) => sorte === 'axe');
  for (const brute of utiles) {
    const reste = emploiRestant(brute, estCroise);
    if (!emplois.has(brute.intitule.rang) && reste.sorte !== 'hors-modele')
      emplois.set(brute.intitule.rang, reste);
  }
  attribuerParContenu(utiles, modele, moyens, emplois);
  return brutes.map((brute) => ({
    ...brute,
    emploi: emplois.get(brute.intitule.rang) ?? sansNoms(brute, emploiRestant(brute)),
  }));
};

export type { ColonneDuFichier, Emploi } from './emplois.ts';
