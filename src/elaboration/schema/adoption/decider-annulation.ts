import { formaterDate } from '../../../moteurs/calendrier/index.ts';
import { accepter } from '../../../moteurs/resultat/index.ts';
import { type Decision, type EtatDuRegistre, non } from './decider.ts';
import { evenementsVivants, LIBELLES_EVENEMENT, type TypeDEvenement } from './evenements.ts';

/** Ce qu’il faut annuler d’abord : on remonte le fil, on ne coupe pas une étape du milieu. */
const SUITES: Readonly<Partial<Record<TypeDEvenement, readonly TypeDEvenement[]>>> = {
  'rapport-etabli': ['notification', 'approbation'],
  notification: ['deliberation', 'approbation'],
  deliberation: ['approbation'],
  approbation: ['envoi', 'communication-annuelle'],
};

/** Annuler un événement, avec son motif. Il reste au registre, barré. */
export const deciderAnnulation = (
  registre: EtatDuRegistre,
  id: string,
  motif: string,
): Decision => {
  const vivants = evenementsVivants(registre.evenements);
  const cible = vivants.find((evenement) => evenement.id === id);
  if (cible === undefined) {
    return non('evenement-inconnu', 'Cet événement est déjà annulé : rechargez la page.');
  }
  if (motif.trim() === '') {
    return non('motif-absent', 'Écrivez le motif : il restera au registre.');
  }
  const suite = vivants.find(
    ({ type, collectivite }) =>
      SUITES[cible.type]?.includes(type) === true &&
      (collectivite === null || cible.collectivite === null || collectivite === cible.collectivite),
  );
  if (suite !== undefined) {
    return non(
      'suite-a-annuler',
      `Annulez d’abord ce qui en découle : « ${LIBELLES_EVENEMENT[suite.type]} » du ${formaterDate(suite.le)}.`,
    );
  }
  return accepter({
    type: 'annulation',
    le: registre.aujourdhui,
    collectivite: cible.collectivite,
    details: {},
    annule: id,
    motif: motif.trim(),
  });
};
