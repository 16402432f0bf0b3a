import type { Anomalie } from './anomalie.ts';
import type { AtelierDeFeuille, CelluleDeLigne } from './atelier.ts';
import type { MoyensDeLecture } from './cellule-lue.ts';
import {
  type Cellule,
  estVide,
  fusionDe,
  lettreDeColonne,
  type Rangee,
  texteDe,
} from './classeur.ts';
import type { ColonneDuFichier } from './colonnes.ts';
import { masquerDonneesInterdites } from './confidentialite.ts';
import { deplier } from './deplier.ts';
import type { LignePhysique } from './ligne-physique.ts';
import { lireBase, ouvrirLigne } from './lire-ligne.ts';
import { classerRangee, premiereCellule, type SorteDeRangee } from './rangees.ts';
import type { CodeDeRegle } from './regles.ts';
import type { CollectiviteDuTerritoire } from './schema.ts';

export interface FeuilleLue {
  readonly lignes: readonly LignePhysique[];
  readonly anomalies: readonly Anomalie[];
  readonly ignorees: number;
}

const IGNOREES: Readonly<
  Record<
    Exclude<SorteDeRangee, 'donnee' | 'non-remplie'>,
    { readonly regle: CodeDeRegle; readonly message: string }
  >
> = {
  vide: { regle: 'ligne-vide', message: 'Ligne vide ignorée.' },
  total: { regle: 'total', message: 'Ligne de total ignorée : les totaux sont recalculés.' },
  intertitre: { regle: 'intertitre', message: 'Intertitre ou note ignorés.' },
  exemple: { regle: 'exemple', message: 'Ligne d’exemple ou d’unités ignorée.' },
  'en-tete-repete': { regle: 'en-tete-repete', message: 'En-tête répété, ignoré.' },
};

/** Une rangée ignorée : citée par sa première cellule (lettre A, ou intitulé de la colonne où elle commence). */
export const anomalieDeRangee = (
  feuille: string,
  rangee: Rangee,
  regle: CodeDeRegle,
  message: string,
  colonnes: readonly ColonneDuFichier[] = [],
): Anomalie => {
  const { rang, texte } = premiereCellule(rangee);
  const intitule =
    rang === 0 ? '' : (colonnes.find((c) => c.intitule.rang === rang)?.intitule.texte ?? '');
  return {
    feuille,
    ligne: rangee.numero,
    colonne: intitule === '' ? lettreDeColonne(rang) : intitule,
    cellule: null,
    action: 'ignorer',
    lue: masquerDonneesInterdites(texte),
    valeur: null,
    regle,
    message,
  };
};

/** Une colonne écrite une fois par bloc se recopie ; un vide isolé ne se recopie qu’entre deux valeurs égales. */
interface Recopie {
  readonly parBlocs: boolean;
  derniere: Cellule | null;
  /** Prochaine valeur non vide, par rang de ligne de données. */
  readonly suivantes: readonly (string | null)[];
}

/** Une ligne qui donne le nom de sa collectivité ne prend pas le SIREN de la ligne du dessus, ni l’inverse. */
const estNommeeAilleurs = (
  colonne: ColonneDuFichier,
  rangee: Rangee,
  { plan, schema }: AtelierDeFeuille,
): boolean => {
  const { emploi } = colonne;
  const cible = schema.collectivite;
  if (emploi.sorte !== 'champ' || !cible) return false;
  const autre =
    emploi.champ === cible.siren ? cible.nom : emploi.champ === cible.nom ? cible.siren : null;
  const jumelle = plan.parChamp.get(autre ?? '');
  return jumelle !== undefined && !estVide(rangee.cellules[jumelle.intitule.rang]);
};

const preparerRecopies = (
  donnees: readonly Rangee[],
  atelier: AtelierDeFeuille,
): Map<number, Recopie> => {
  const recopies = new Map<number, Recopie>();
  for (const [champ, colonne] of atelier.plan.parChamp) {
    if (!atelier.parNom.get(champ)?.recopiee) continue;
    const rang = colonne.intitule.rang;
    const vides = donnees.filter(
      (r) => estVide(r.cellules[rang]) && !estNommeeAilleurs(colonne, r, atelier),
    ).length;
    if (vides === 0 || vides === donnees.length) continue;
    const suivantes: (string | null)[] = [];
    let prochaine: string | null = null;
    for (let i = donnees.length - 1; i >= 0; i -= 1) {
      const cellule = donnees[i]?.cellules[rang];
      if (!estVide(cellule)) prochaine = texteDe(cellule);
      suivantes[i] = prochaine;
    }
    recopies.set(rang, { parBlocs: vides / donnees.length >= 0.2, derniere: null, suivantes });
  }
  return recopies;
};

const lecteurDeCellules =
  (
    rangee: Rangee,
    rangDeDonnee: number,
    atelier: AtelierDeFeuille,
    recopies: ReadonlyMap<number, Recopie>,
    parNumero: ReadonlyMap<number, Rangee>,
  ): CelluleDeLigne =>
  (colonne: ColonneDuFichier) => {
    const rang = colonne.intitule.rang;
    const propre = rangee.cellules[rang] ?? null;
    if (!estVide(propre)) return { cellule: propre, origine: 'propre' };
    const fusion = fusionDe(atelier.plan.feuille, rangee.numero, rang);
    if (fusion && fusion.premiereRangee < rangee.numero) {
      const source = parNumero.get(fusion.premiereRangee)?.cellules[fusion.premiereColonne] ?? null;
      if (!estVide(source)) return { cellule: source, origine: 'fusion' };
    }
    const recopie = recopies.get(rang);
    if (!recopie?.derniere || estNommeeAilleurs(colonne, rangee, atelier))
      return { cellule: propre, origine: 'propre' };
    if (recopie.parBlocs) return { cellule: recopie.derniere, origine: 'recopie' };
    return recopie.suivantes[rangDeDonnee] === recopie.derniere.texte
      ? { cellule: recopie.derniere, origine: 'recopie-supposee' }
      : { cellule: propre, origine: 'propre' };
  };

/** La collectivité que nomme un intertitre (« COMMUNE DE QUETIGNY »), s’il en nomme une. */
const collectiviteDIntertitre = (
  rangee: Rangee,
  moyens: MoyensDeLecture,
): CollectiviteDuTerritoire | null => {
  const { texte } = premiereCellule(rangee);
  const trouvee = moyens.annuaire.trouver(texte);
  return trouvee.ok && trouvee.par !== 'incomplete' && trouvee.par !== 'faute'
    ? trouvee.collectivite
    : null;
};

interface Avancement {
  collectivite: CollectiviteDuTerritoire | null;
  rangDeDonnee: number;
}

const avancer = (recopies: ReadonlyMap<number, Recopie>, rangee: Rangee): void => {
  for (const [rang, recopie] of recopies) {
    const cellule = rangee.cellules[rang] ?? null;
    if (!estVide(cellule)) recopie.derniere = cellule;
  }
};

const lireDonnee = (
  rangee: Rangee,
  atelier: AtelierDeFeuille,
  celluleDe: CelluleDeLigne,
  collectivite: CollectiviteDuTerritoire | null,
): LignePhysique => {
  const physique = ouvrirLigne(rangee, atelier, celluleDe);
  const base = lireBase(physique, atelier, celluleDe, collectivite);
  physique.enregistrements.push(
    ...(atelier.plan.estCroise ? deplier(base, atelier, celluleDe) : [base]),
  );
  if (rangee.masquee)
    physique.anomalies.push({
      feuille: physique.feuille,
      ligne: rangee.numero,
      colonne: '(ligne)',
      cellule: null,
      action: 'signaler',
      lue: '',
      valeur: null,
      regle: 'rangee-masquee',
      message: 'Ligne masquée dans le fichier, lue comme les autres : à vérifier.',
    });
  return physique;
};

/** Les lignes préremplies du gabarit que la commune n’a pas utilisées : une seule remarque. */
const constaterNonRemplies = (feuille: string, rangees: readonly Rangee[]): Anomalie[] => {
  const [premiere] = rangees;
  if (!premiere) return [];
  return [
    {
      ...anomalieDeRangee(
        feuille,
        premiere,
        'ligne-vide',
        `${rangees.length} ligne(s) préremplie(s) non utilisée(s), à partir de la ligne ${premiere.numero} : ignorée(s).`,
      ),
      lue: '',
    },
  ];
};

/** Lit toutes les rangées d’une feuille sous son en-tête. */
export const lireFeuille = (atelier: AtelierDeFeuille): FeuilleLue => {
  const { plan, schema, parNom, moyens } = atelier;
  const sous = plan.feuille.rangees.slice(plan.enTete.rang + 1);
  const classees = sous.map((rangee) => ({
    rangee,
    sorte: classerRangee(rangee, plan, schema, parNom),
  }));
  const donnees = classees.filter(({ sorte }) => sorte === 'donnee').map(({ rangee }) => rangee);
  const recopies = preparerRecopies(donnees, atelier);
  const parNumero = new Map(
    plan.feuille.fusions.length > 0 ? plan.feuille.rangees.map((r) => [r.numero, r]) : [],
  );
  const lignes: LignePhysique[] = [];
  const anomalies: Anomalie[] = [];
  let ignorees = 0;
  const nonRemplies: Rangee[] = [];
  const etat: Avancement = { collectivite: null, rangDeDonnee: 0 };
  for (const { rangee, sorte } of classees) {
    if (sorte === 'non-remplie') {
      nonRemplies.push(rangee);
      ignorees += 1;
      continue;
    }
    if (sorte !== 'donnee') {
      anomalies.push(
        anomalieDeRangee(
          plan.feuille.nom,
          rangee,
          IGNOREES[sorte].regle,
          IGNOREES[sorte].message,
          plan.colonnes,
        ),
      );
      if (sorte !== 'en-tete-repete') ignorees += 1;
      if (sorte === 'intertitre')
        etat.collectivite = collectiviteDIntertitre(rangee, moyens) ?? etat.collectivite;
      continue;
    }
    const celluleDe = lecteurDeCellules(rangee, etat.rangDeDonnee, atelier, recopies, parNumero);
    lignes.push(lireDonnee(rangee, atelier, celluleDe, etat.collectivite));
    avancer(recopies, rangee);
    etat.rangDeDonnee += 1;
  }
  anomalies.push(...constaterNonRemplies(plan.feuille.nom, nonRemplies));
  return { lignes, anomalies, ignorees };
};
