import { repartir, repartirAuProrata } from '../../../moteurs/calcul/index.ts';
import { accepter } from '../../../moteurs/resultat/index.ts';
import type { ApplicationDeCle } from './demande.ts';
import { estPartiel, seProratise, valeursBrutes, valeursPonderees } from './valeurs.ts';

/** Une seule clé : population, parts égales ou équivalents-actes ; plus forts restes. */
export const repartirSelonUnCritere: ApplicationDeCle<'critere'> = (demande) => {
  const { cle, montant, membres, annee, regles } = demande;
  const { critere } = cle;
  const cleDe = new Map(membres.map(({ id, valeurs }) => [id, valeurs[critere]]));
  const partiels = membres.filter((membre) => estPartiel(membre, annee));
  const proratise = seProratise(critere, demande) && partiels.length > 0;
  if (proratise && regles.prorata !== 'cle-ponderee') {
    const brutes = valeursBrutes(critere, membres);
    if (!brutes.ok) return brutes;
    const reparties = repartirAuProrata({
      montant,
      cles: brutes.valeur,
      annee,
      presences: new Map(membres.map(({ id, presence }) => [id, presence])),
      methode: regles.prorata,
    });
    if (!reparties.ok) return reparties;
    return accepter(
      reparties.valeur.parts.map(({ id, libelle, montant: part }) => ({
        id,
        libelle,
        montant: part,
        cle: cleDe.get(id) ?? null,
      })),
    );
  }
  const valeurs = valeursPonderees(critere, demande);
  if (!valeurs.ok) return valeurs;
  const repartie = repartir({ montant, cles: valeurs.valeur });
  if (!repartie.ok) return repartie;
  return accepter(
    repartie.valeur.parts.map(({ id, libelle, centimes, explication }) => ({
      id,
      libelle,
      montant: { centimes, explication },
      cle: cleDe.get(id) ?? null,
    })),
  );
};
