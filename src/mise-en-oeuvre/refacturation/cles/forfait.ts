import {
  exact,
  forfaitsParStrate,
  joursDeLAnnee,
  lireExact,
  type MontantExplique,
  montantArrondi,
  montantDonne,
  nombreDonne,
} from '../../../moteurs/calcul/index.ts';
import { accepter, type Refus, refuser } from '../../../moteurs/resultat/index.ts';
import type { ApplicationDeCle, MembreAFacturer } from './demande.ts';
import { estPartiel } from './valeurs.ts';

const proratiser = (
  forfait: MontantExplique,
  { libelle, jours }: MembreAFacturer,
  annee: number,
): MontantExplique => {
  const presents = nombreDonne(`Jours de présence de ${libelle}`, exact(BigInt(jours)), 'j', {
    type: 'saisie',
    chemin: 'adhésion',
  });
  const total = nombreDonne(`Jours de l’année ${annee}`, exact(BigInt(joursDeLAnnee(annee))), 'j', {
    type: 'donnee',
    nom: 'Calendrier civil',
    millesime: String(annee),
  });
  return montantArrondi(exact(forfait.centimes * presents.exact.n, 100n * total.exact.n), {
    libelle: `Forfait proratisé de ${libelle}`,
    formule: 'forfait × jours de présence ÷ jours de l’année',
    operandes: [forfait.explication, presents.explication, total.explication],
  });
};

/** Un forfait par strate de population ; l’écart avec le coût reste à l’intercommunalité. */
export const facturerAuForfait: ApplicationDeCle<'forfait'> = ({ cle, membres, annee, source }) => {
  const refus: Refus[] = [];
  const populations = membres.flatMap(({ id, libelle, valeurs }) => {
    const nombre = valeurs.population;
    if (nombre !== null) return [{ id, libelle, nombre }];
    refus.push({
      code: 'valeur-de-cle-absente',
      message: `La population de ${libelle} n’est pas connue : complétez le territoire.`,
    });
    return [];
  });
  if (refus.length > 0) return refuser(refus);
  const factures = forfaitsParStrate(
    cle.strates.map(({ de, a, centimes }) => ({
      de: lireExact(de) ?? exact(0n),
      a: a === null ? null : lireExact(a),
      forfait: montantDonne('Forfait de la strate', BigInt(centimes), source),
    })),
    populations,
  );
  if (!factures.ok) return factures;
  const parId = new Map(membres.map((membre) => [membre.id, membre]));
  return accepter(
    factures.valeur.factures.map(({ id, libelle, montant }) => {
      const membre = parId.get(id);
      const part =
        membre !== undefined && estPartiel(membre, annee)
          ? proratiser(montant, membre, annee)
          : montant;
      return { id, libelle, montant: part, cle: membre?.valeurs.population ?? null };
    }),
  );
};
