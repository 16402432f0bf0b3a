import type { Jour } from '../../calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import {
  type MethodeDeProrata,
  type Presence,
  repartirAuProrata,
} from '../mecanismes/prorata-temporis.ts';
import type { Du } from '../mecanismes/tarif-acte.ts';
import { ecrireMontant, enEuros } from '../montants/centimes.ts';
import {
  additionner,
  type MontantExplique,
  montantArrondi,
  type NombreExplique,
  regrouper,
} from '../montants/montant-explique.ts';
import { multiplier } from '../montants/nombre-exact.ts';
import type { Champs } from './champs.ts';
import {
  definirForme,
  ecrireDus,
  ecrireParts,
  type Forme,
  lireMontantEtPas,
  type ResultatDeForme,
  rendre,
} from './forme.ts';

const ANNEE_MINIMALE = 1900;
const ANNEE_MAXIMALE = 2200;

interface ChargesResiduelles {
  readonly mensuel: MontantExplique;
  readonly mois: NombreExplique;
  readonly debiteur: string | null;
}

const lireJours = (champs: Champs, cle: string): ReadonlyMap<string, Jour> => {
  const jours = champs.champsOuVides(cle);
  return new Map(jours.cles().map((id) => [id, jours.jour(id)]));
};

const lireResiduelles = (champs: Champs): ChargesResiduelles | null => {
  champs.decrire('charges_residuelles');
  if (!champs.a('charges_residuelles')) return null;
  const residuelles = champs.champs('charges_residuelles');
  return {
    mensuel: residuelles.montant('montant_mensuel', 'Charges résiduelles mensuelles', {
      positif: true,
    }),
    mois: residuelles.nombre('mois', 'Mois de charges résiduelles', { min: '0', unite: 'mois' }),
    debiteur: residuelles.a('debiteur') ? residuelles.texte('debiteur') : null,
  };
};

const lireMethode = (champs: Champs): MethodeDeProrata => {
  const methode = champs.choix(
    'methode',
    ['cle_ponderee_par_jours', 'part_annuelle_proratisee'],
    'cle_ponderee_par_jours',
  );
  const porteur = champs.choix('reste_a_charge', ['EPCI', 'epci', 'autres_membres'], 'EPCI');
  if (methode === 'cle_ponderee_par_jours') return 'cle-ponderee';
  return porteur === 'autres_membres' ? 'part-annuelle-membres' : 'part-annuelle-epci';
};

const lireProrata = (champs: Champs) => ({
  ...lireMontantEtPas(champs),
  cles: champs.clesDeRepartition('cle'),
  annee: champs.a('annee')
    ? champs.entier('annee', { min: ANNEE_MINIMALE, max: ANNEE_MAXIMALE })
    : null,
  entrees: lireJours(champs, 'entree'),
  sorties: lireJours(champs, 'sortie'),
  methode: lireMethode(champs),
  residuelles: lireResiduelles(champs),
});

type Prorata = ReturnType<typeof lireProrata>;

const refuserAnnee = (message: string): Resultat<number, readonly Refus[]> =>
  refuser([{ code: 'annee-indeterminee', message, chemin: 'annee' }]);

/** L’année donnée, ou celle de toutes les dates d’entrée et de sortie. */
const trouverAnnee = ({ annee, entrees, sorties }: Prorata): Resultat<number, readonly Refus[]> => {
  if (annee !== null) return accepter(annee);
  const annees = new Set(
    [...entrees.values(), ...sorties.values()].map((jour) => Number(jour.slice(0, 4))),
  );
  const [seule] = annees;
  if (seule === undefined)
    return refuserAnnee('Donner l’année (« annee »), ou une date d’entrée ou de sortie.');
  if (annees.size > 1)
    return refuserAnnee('Les entrées et sorties sont de plusieurs années : préciser « annee ».');
  return seule < ANNEE_MINIMALE || seule > ANNEE_MAXIMALE
    ? refuserAnnee(`L’année ${seule} n’est pas vraisemblable.`)
    : accepter(seule);
};

const lirePresences = ({
  cles,
  entrees,
  sorties,
}: Prorata): Resultat<ReadonlyMap<string, Presence>, readonly Refus[]> => {
  const membres = new Set(cles.map(({ id }) => id));
  const presences = new Map<string, Presence>();
  const refus: Refus[] = [];
  for (const id of new Set([...entrees.keys(), ...sorties.keys()])) {
    const entree = entrees.get(id);
    const sortie = sorties.get(id);
    const chemin = `${entree === undefined ? 'sortie' : 'entree'}.${id}`;
    if (!membres.has(id))
      refus.push({
        code: 'membre-inconnu',
        message: `${id} entre ou sort mais n’a pas de clé : l’ajouter à la clé.`,
        chemin,
      });
    if (entree !== undefined && sortie !== undefined && sortie < entree)
      refus.push({
        code: 'dates-incoherentes',
        message: `${id} sort le ${sortie}, avant d’entrer le ${entree} : corriger les dates.`,
        chemin,
      });
    presences.set(id, {
      ...(entree === undefined ? {} : { entree }),
      ...(sortie === undefined ? {} : { sortie }),
    });
  }
  return refus.length > 0 ? refuser(refus) : accepter(presences);
};

interface Indemnite {
  readonly debiteur: string;
  readonly montant: MontantExplique;
  readonly total: MontantExplique;
}

const calculerIndemnite = (
  { residuelles, sorties }: Prorata,
  parts: readonly Du[],
): Resultat<Indemnite | null, readonly Refus[]> => {
  if (residuelles === null) return accepter(null);
  const { mensuel, mois } = residuelles;
  const debiteur =
    residuelles.debiteur ?? (sorties.size === 1 ? [...sorties.keys()][0] : undefined);
  const part = parts.find(({ id }) => id === debiteur);
  if (part === undefined)
    return refuser([
      {
        code: 'debiteur-inconnu',
        message: 'Dire qui doit les charges résiduelles (« debiteur ») : un membre de la clé.',
        chemin: 'charges_residuelles.debiteur',
      },
    ]);
  const montant = montantArrondi(multiplier(enEuros(mensuel.centimes), mois.exact), {
    libelle: `Indemnité de sortie de ${part.libelle}`,
    formule: 'charges résiduelles mensuelles × mois',
    operandes: [mensuel.explication, mois.explication],
  });
  const total = additionner(`Total dû par ${part.libelle}`, [part.montant, montant]);
  return accepter({ debiteur: part.id, montant, total });
};

const rendreProrata = (
  entree: Prorata,
  annee: number,
  presences: ReadonlyMap<string, Presence>,
): ResultatDeForme => {
  const resultat = repartirAuProrata({ ...entree, annee, presences });
  if (!resultat.ok) return resultat;
  const { jours, parts, resteACharge, sansProrata } = resultat.valeur;
  const indemnite = calculerIndemnite(entree, parts);
  if (!indemnite.ok) return indemnite;
  const somme = additionner(
    'Somme des parts',
    parts.map(({ montant }) => montant),
  );
  const due = indemnite.valeur;
  const valeurs: Record<string, unknown> = {
    jours_presence: Object.fromEntries(jours.map(({ id, jours: nombre }) => [id, nombre])),
    parts: ecrireDus(parts),
    somme: ecrireMontant(somme.centimes),
    comparaison_sans_prorata: ecrireParts(sansProrata.parts),
  };
  if (entree.methode !== 'cle-ponderee')
    valeurs.reste_a_charge_epci = ecrireMontant(resteACharge.centimes);
  if (due !== null) {
    valeurs.indemnite_sortie = ecrireMontant(due.montant.centimes);
    valeurs[`total_du_par_${due.debiteur}`] = ecrireMontant(due.total.centimes);
    valeurs.somme_hors_indemnite = ecrireMontant(somme.centimes);
  }
  const explication = regrouper('Prorata temporis', [
    somme.explication,
    resteACharge.explication,
    ...(due === null ? [] : [due.total.explication]),
    sansProrata.explication,
  ]);
  return rendre(explication, valeurs);
};

/** Entrées et sorties en cours d’année, charges résiduelles du sortant. */
export const PRORATA_TEMPORIS: readonly Forme[] = [
  definirForme(['montant', 'cle'], lireProrata, (entree) => {
    const annee = trouverAnnee(entree);
    const presences = lirePresences(entree);
    if (!annee.ok) return annee;
    return presences.ok ? rendreProrata(entree, annee.valeur, presences.valeur) : presences;
  }),
];
