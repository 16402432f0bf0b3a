import {
  type Composante,
  exact,
  lireExact,
  nombreDonne,
  repartirAuTauxComposite,
  repartirParEnveloppes,
} from '../../../moteurs/calcul/index.ts';
import { accepter, type Refus, refuser } from '../../../moteurs/resultat/index.ts';
import { CRITERES } from '../../conventions/index.ts';
import type { ApplicationDeCle } from './demande.ts';
import { valeursPonderees } from './valeurs.ts';

/** Plusieurs clés pondérées : un taux composite (un seul arrondi) ou une enveloppe par clé. */
export const repartirAuTauxMixte: ApplicationDeCle<'mixte'> = (demande) => {
  const { cle, montant, source } = demande;
  const refus: Refus[] = [];
  const composantes: Composante[] = [];
  for (const { critere, ponderation } of cle.composantes) {
    const valeurs = valeursPonderees(critere, demande);
    const { libelle } = CRITERES[critere];
    if (!valeurs.ok) refus.push(...valeurs.refus);
    else
      composantes.push({
        libelle,
        ponderation: nombreDonne(
          `Pondération : ${libelle}`,
          lireExact(ponderation) ?? exact(0n),
          '',
          source,
        ),
        valeurs: valeurs.valeur,
      });
  }
  if (refus.length > 0) return refuser(refus);
  if (cle.methode === 'enveloppes') {
    const reparties = repartirParEnveloppes(montant, composantes);
    if (!reparties.ok) return reparties;
    return accepter(
      reparties.valeur.totaux.map(({ id, libelle, total }) => ({
        id,
        libelle,
        montant: total,
        cle: null,
      })),
    );
  }
  const repartie = repartirAuTauxComposite(montant, composantes);
  if (!repartie.ok) return repartie;
  const taux = new Map(repartie.valeur.taux.map((un) => [un.id, un.taux]));
  return accepter(
    repartie.valeur.repartition.parts.map(({ id, libelle, centimes, explication }) => ({
      id,
      libelle,
      montant: { centimes, explication },
      cle: taux.get(id) ?? null,
    })),
  );
};
