import type { Anomalie } from './anomalie.ts';
import type { AtelierDeFeuille, CelluleDeLigne } from './atelier.ts';
import type { MoyensDeLecture } from './cellule-lue.ts';
import { lettreDeColonne, type Rangee } from './classeur.ts';
import type { ColonneDuFichier } from './colonnes.ts';
import { masquerDonneesInterdites } from './confidentialite.ts';
import { deplier } from './deplier.ts';
import type { LignePhysique } from './ligne-physique.ts';
import { lireBase, ouvrirLigne } from './lire-ligne.ts';
import { classerRangee, premiereCellule, type SorteDeRangee } from './rangees.ts';
import { avancer, lecteurDeCellules, preparerRecopies } from './recopies.ts';
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
