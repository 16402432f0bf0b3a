import type { Refus, Resultat } from '../../../moteurs/resultat/index.ts';
import type { ModeDeCle } from '../../conventions/index.ts';
import { facturerALActe } from './acte.ts';
import { repartirSelonUnCritere } from './critere.ts';
import type { ApplicationDeCle, DemandeDeCle, PartCalculee } from './demande.ts';
import { repartirFixeEtReste } from './fixe-et-variable.ts';
import { facturerAuForfait } from './forfait.ts';
import { valoriserSansFacturer } from './gratuit.ts';
import { repartirAuTauxMixte } from './mixte.ts';

export type { DemandeDeCle, MembreAFacturer, PartCalculee } from './demande.ts';

/** Registre complet : un mode de clé, un fichier. */
const APPLICATIONS: { readonly [M in ModeDeCle]: ApplicationDeCle<M> } = {
  critere: repartirSelonUnCritere,
  mixte: repartirAuTauxMixte,
  'fixe-et-variable': repartirFixeEtReste,
  forfait: facturerAuForfait,
  acte: facturerALActe,
  gratuit: valoriserSansFacturer,
};

/** Applique la clé de la convention : ce que chaque commune doit, expliqué. */
export const appliquerCle = (
  demande: DemandeDeCle,
): Resultat<readonly PartCalculee[], readonly Refus[]> => {
  const { cle } = demande;
  switch (cle.mode) {
    case 'critere':
      return APPLICATIONS.critere({ ...demande, cle });
    case 'mixte':
      return APPLICATIONS.mixte({ ...demande, cle });
    case 'fixe-et-variable':
      return APPLICATIONS['fixe-et-variable']({ ...demande, cle });
    case 'forfait':
      return APPLICATIONS.forfait({ ...demande, cle });
    case 'acte':
      return APPLICATIONS.acte({ ...demande, cle });
    case 'gratuit':
      return APPLICATIONS.gratuit({ ...demande, cle });
  }
};
