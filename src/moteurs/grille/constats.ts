import type { Action, Anomalie } from './anomalie.ts';
import { type Classeur, estVide, fusionsDeRangee, lettreDeColonne, texteDe } from './classeur.ts';
import { anomalieDeRangee } from './lire-feuille.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';
import type { CodeDeRegle } from './regles.ts';
import { resserrer } from './texte.ts';

interface Constat {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: string;
  readonly action: Action;
  readonly regle: CodeDeRegle;
  readonly message: string;
  readonly lue?: string;
  readonly valeur?: string | null;
}

/** Une anomalie qui porte sur une colonne, une rangée ou le fichier : pas de cellule. */
export const constater = (c: Constat): Anomalie => ({
  feuille: c.feuille,
  ligne: c.ligne,
  colonne: c.colonne,
  cellule: null,
  action: c.action,
  lue: c.lue ?? '',
  valeur: c.valeur ?? null,
  regle: c.regle,
  message: c.message,
});

const NOMS_DE_SEPARATEUR: Readonly<Record<string, string>> = {
  ';': 'point-virgule',
  '\t': 'tabulation',
  '|': 'barre verticale',
  ',': 'virgule',
};

/** Encodage, séparateur, extension : ce que le fichier a demandé pour être lu. */
export const constatsDeFichier = (
  classeur: Classeur,
  ligne: number,
  feuille: string,
): Anomalie[] => {
  const constats: Anomalie[] = [];
  const ajouter = (action: Action, regle: CodeDeRegle, lue: string, message: string): void => {
    constats.push(
      constater({ feuille, ligne, colonne: '(fichier)', action, regle, lue, valeur: lue, message }),
    );
  };
  if (classeur.encodage !== null && classeur.encodage !== 'utf-8')
    ajouter('reparer', 'encodage', classeur.encodage, `Encodage détecté : ${classeur.encodage}.`);
  else if (classeur.marqueOrdre)
    ajouter('reparer', 'encodage', 'utf-8', 'Marque d’ordre des octets (BOM) retirée.');
  if (classeur.separateur !== null && classeur.separateur !== ',')
    ajouter(
      'reparer',
      'separateur',
      classeur.separateur,
      `Séparateur détecté : ${NOMS_DE_SEPARATEUR[classeur.separateur] ?? classeur.separateur}.`,
    );
  if (classeur.extensionTrompeuse)
    ajouter(
      'reparer_et_signaler',
      'extension-trompeuse',
      classeur.type,
      classeur.type === 'html'
        ? 'Ce fichier est une page HTML : le tableau a été lu. Préférez un enregistrement au format XLSX ou ODS.'
        : `Le contenu est au format ${classeur.type.toUpperCase()}, malgré l’extension : il a été lu comme tel.`,
    );
  return constats;
};

const etendueDeGroupe = (plan: PlanDeFeuille, rang: number): string => {
  const rangee = plan.feuille.rangees[rang];
  if (!rangee) return 'A';
  const fusions = fusionsDeRangee(plan.feuille, rangee.numero).filter(
    (f) => f.derniereColonne > f.premiereColonne && f.premiereRangee === rangee.numero,
  );
  const pleines = rangee.cellules.flatMap((c, i) => (estVide(c) ? [] : [i]));
  const debuts = fusions.length > 0 ? fusions.map((f) => f.premiereColonne) : pleines;
  const fins = fusions.length > 0 ? fusions.map((f) => f.derniereColonne) : pleines;
  return `${lettreDeColonne(Math.min(...debuts))}:${lettreDeColonne(Math.max(...fins))}`;
};

/** Titres et consignes au-dessus de l’en-tête, rangées de groupe. */
export const constatsDEnTete = (
  plan: PlanDeFeuille,
): { readonly anomalies: Anomalie[]; readonly ignorees: number } => {
  const { feuille, enTete } = plan;
  const anomalies: Anomalie[] = [];
  let ignorees = 0;
  for (const [rang, rangee] of feuille.rangees.slice(0, enTete.rang).entries()) {
    if (enTete.groupes.includes(rang)) {
      const lue = rangee.cellules
        .map(texteDe)
        .map(resserrer)
        .filter((t) => t !== '')
        .join(' | ');
      const colonne = etendueDeGroupe(plan, rang);
      anomalies.push(
        constater({
          feuille: feuille.nom,
          ligne: rangee.numero,
          colonne,
          action: 'reparer',
          regle: 'en-tete-deux-rangees',
          lue,
          valeur: String(enTete.numero),
          message: `En-tête détecté ligne ${enTete.numero} : cette rangée regroupe les colonnes.`,
        }),
        constater({
          feuille: feuille.nom,
          ligne: rangee.numero,
          colonne,
          action: 'ignorer',
          regle: 'en-tete-deux-rangees',
          lue,
          message: 'Rangée de regroupement : ce n’est pas une donnée.',
        }),
      );
      continue;
    }
    const vide = rangee.cellules.every(estVide);
    anomalies.push(
      anomalieDeRangee(
        feuille.nom,
        rangee,
        vide ? 'ligne-vide' : 'titre',
        vide ? 'Ligne vide ignorée.' : 'Titre ou consigne ignorés.',
      ),
    );
    ignorees += 1;
  }
  return { anomalies, ignorees };
};
