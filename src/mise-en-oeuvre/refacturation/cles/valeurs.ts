import {
  type CleDeMembre,
  exact,
  joursDeLAnnee,
  type NombreExplique,
  nombreCalcule,
  nombreDonne,
} from '../../../moteurs/calcul/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { CRITERES, type Critere } from '../../conventions/index.ts';
import type { DemandeDeCle, MembreAFacturer } from './demande.ts';

type Contexte = Pick<DemandeDeCle, 'membres' | 'annee' | 'unitesEstimees'>;

/** Vrai si le membre n’est là qu’une partie de l’année. */
export const estPartiel = ({ jours }: MembreAFacturer, annee: number): boolean =>
  jours < joursDeLAnnee(annee);

/** Les unités constatées sont déjà réelles : elles ne se proratisent pas. */
export const seProratise = (critere: Critere, { unitesEstimees }: Contexte): boolean =>
  critere !== 'equivalents-actes' || unitesEstimees;

const ponderer = (
  nombre: NombreExplique,
  { libelle, jours, presence }: MembreAFacturer,
  annee: number,
): NombreExplique => {
  const bornes = [
    ...(presence.entree === undefined ? [] : [`entrée le ${presence.entree}`]),
    ...(presence.sortie === undefined ? [] : [`sortie le ${presence.sortie}`]),
  ].join(', ');
  const presents = nombreDonne(
    `Jours de présence de ${libelle} en ${annee} (${bornes})`,
    exact(BigInt(jours)),
    'j',
    { type: 'saisie', chemin: 'adhésion' },
  );
  return nombreCalcule(exact(nombre.exact.n * BigInt(jours), nombre.exact.d), '', {
    libelle: `${nombre.explication.libelle}, pondérée par ses jours`,
    formule: 'clé × jours de présence',
    operandes: [nombre.explication, presents.explication],
  });
};

const enAnneePleine = (nombre: NombreExplique, annee: number): NombreExplique => {
  const jours = nombreDonne(`Jours de l’année ${annee}`, exact(BigInt(joursDeLAnnee(annee))), 'j', {
    type: 'donnee',
    nom: 'Calendrier civil',
    millesime: String(annee),
  });
  return nombreCalcule(exact(nombre.exact.n * jours.exact.n, nombre.exact.d), '', {
    libelle: `${nombre.explication.libelle}, en année pleine`,
    formule: 'clé × jours de l’année',
    operandes: [nombre.explication, jours.explication],
  });
};

/** La valeur brute d’un critère pour chaque membre. Refus : valeur absente. */
export const valeursBrutes = (
  critere: Critere,
  membres: readonly MembreAFacturer[],
): Resultat<readonly CleDeMembre[], readonly Refus[]> => {
  const refus: Refus[] = [];
  const cles: CleDeMembre[] = [];
  for (const { id, libelle, valeurs } of membres) {
    const valeur = valeurs[critere];
    if (valeur === null)
      refus.push({
        code: 'valeur-de-cle-absente',
        message: `${libelle} n’a pas de valeur pour « ${CRITERES[critere].libelle} » : renseignez-la avant de calculer.`,
        chemin: `membres.${id}`,
      });
    else cles.push({ id, libelle, cle: valeur });
  }
  return refus.length > 0 ? refuser(refus) : accepter(cles);
};

/** La valeur d’un critère, pondérée par les jours de présence dès qu’un membre est partiel. */
export const valeursPonderees = (
  critere: Critere,
  contexte: Contexte,
): Resultat<readonly CleDeMembre[], readonly Refus[]> => {
  const { membres, annee } = contexte;
  const brutes = valeursBrutes(critere, membres);
  const aPonderer =
    seProratise(critere, contexte) && membres.some((membre) => estPartiel(membre, annee));
  if (!brutes.ok || !aPonderer) return brutes;
  const parId = new Map(membres.map((membre) => [membre.id, membre]));
  return accepter(
    brutes.valeur.map((cle) => {
      const membre = parId.get(cle.id);
      const nombre = membre?.valeurs[critere] ?? null;
      if (membre === undefined || nombre === null) return cle;
      const ponderee = estPartiel(membre, annee)
        ? ponderer(nombre, membre, annee)
        : enAnneePleine(nombre, annee);
      return { ...cle, cle: ponderee };
    }),
  );
};
