import type { EnregistrementDeLigne } from './ligne-physique.ts';
import { attendu } from './lire-textes.ts';
import { montrer } from './nombre.ts';
import type { ColonneDeGrille, SchemaDeGrille } from './schema.ts';

const NUMERIQUES = new Set([
  'nombre',
  'montant',
  'heures',
  'quotite',
  'part',
  'taux',
  'annee',
  'annee-naissance',
  'mois',
]);

const horsBornes = (valeur: string, colonne: ColonneDeGrille): string | null => {
  if (!NUMERIQUES.has(colonne.nature)) return null;
  const nombre = Number(valeur);
  if (colonne.minimum !== null && nombre < colonne.minimum)
    return `au moins ${montrer(colonne.minimum)}`;
  if (colonne.maximum !== null && nombre > colonne.maximum)
    return `au plus ${montrer(colonne.maximum)}`;
  return null;
};

const bloquer = (e: EnregistrementDeLigne, champ: string, regle: string, message: string): void =>
  e.noter({ champs: [champ], action: 'bloquer_ligne', regle, message });

const controlerValeur = (
  e: EnregistrementDeLigne,
  colonne: ColonneDeGrille,
  valeur: string,
): void => {
  const intitule = e.place(colonne.nom)?.colonne.intitule.texte.trim() ?? colonne.titre;
  if (colonne.valeurs && !colonne.valeurs.includes(valeur)) {
    bloquer(
      e,
      colonne.nom,
      'nomenclature-inconnue',
      `« ${valeur} » n’est pas admis dans « ${intitule} » : ${attendu(colonne)}.`,
    );
    return;
  }
  const borne = horsBornes(valeur, colonne);
  if (borne !== null)
    bloquer(
      e,
      colonne.nom,
      'hors-bornes',
      `« ${intitule} » vaut ${montrer(valeur)} : ${borne} attendu.`,
    );
  else if (colonne.motif !== null && !new RegExp(colonne.motif).test(valeur))
    bloquer(
      e,
      colonne.nom,
      'code-mal-forme',
      `« ${valeur} » n’a pas la forme attendue dans « ${intitule} » (exemple : ${colonne.exemple}).`,
    );
};

const manquante = (
  e: EnregistrementDeLigne,
  colonne: ColonneDeGrille,
  presents: ReadonlySet<string>,
): void => {
  const place = e.place(colonne.nom);
  if (!place) {
    if (presents.has(colonne.nom))
      bloquer(
        e,
        colonne.nom,
        'valeur-manquante',
        `« ${colonne.titre} » : valeur manquante sur cette ligne.`,
      );
    else e.physique.estBloquee = true;
    return;
  }
  const brut = e.lireBrut(colonne.nom).trim();
  bloquer(
    e,
    colonne.nom,
    'valeur-manquante',
    `« ${place.colonne.intitule.texte.trim()} » : valeur manquante${brut === '' ? '' : ` (« ${brut} »)`}. Complétez la cellule.`,
  );
};

/** Contrôle un enregistrement complété : valeurs obligatoires, listes, bornes, motifs du schéma. */
export const controlerContraintes = (
  e: EnregistrementDeLigne,
  schema: SchemaDeGrille,
  presents: ReadonlySet<string>,
): void => {
  for (const colonne of schema.colonnes) {
    if (e.estIllisible(colonne.nom)) continue;
    const valeur = e.lire(colonne.nom);
    if (valeur !== '') controlerValeur(e, colonne, valeur);
    else if (colonne.obligatoire && (e.place(colonne.nom) || !(colonne.nom in schema.calculees)))
      manquante(e, colonne, presents);
  }
};

/** Après les calculs d’ensemble : un champ obligatoire resté vide bloque la ligne. */
export const controlerCalculees = (e: EnregistrementDeLigne, schema: SchemaDeGrille): void => {
  for (const colonne of schema.colonnes)
    if (colonne.obligatoire && colonne.nom in schema.calculees && e.lire(colonne.nom) === '')
      e.physique.estBloquee = true;
};
