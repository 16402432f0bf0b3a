import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { enregistrerRedaction } from '../conventions/index.server.ts';
import { type ContenuServiceCommun, versionCourante } from '../conventions/index.ts';
import { conventionDuService, lireServiceCommun } from '../services-communs/index.server.ts';
import type { Simulation } from './emettre.server.ts';
import { simuler } from './emettre.server.ts';

/** Le coût et la simulation, tels que l’annexe financière les imprime. */
export const annexeDeSimulation = ({
  entrees,
  resultat,
}: Simulation): Pick<
  ContenuServiceCommun['finances'],
  'annee' | 'postes' | 'recettesCentimes' | 'simulation'
> => ({
  annee: entrees.annee,
  postes: resultat.cout.postes.map(({ libelle, montant }) => ({
    libelle,
    centimes: String(montant.centimes),
  })),
  recettesCentimes: String(
    resultat.cout.recettes.reduce((somme, { centimes }) => somme + centimes, 0n),
  ),
  simulation: [
    ...(resultat.partDeLEpci.centimes === 0n
      ? []
      : [{ membre: entrees.epci.nom, centimes: String(resultat.partDeLEpci.centimes) }]),
    ...resultat.parts.map(({ nom, part }) => ({ membre: nom, centimes: String(part.centimes) })),
  ],
});

/**
 * Calcule le coût prévisionnel et la part de chaque membre avec la clé du projet, puis les joint à la
 * convention : aucun chiffre ne se ressaisit dans l’acte.
 */
export const joindreSimulation = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  { serviceId, annee }: { readonly serviceId: string; readonly annee: number },
): Promise<Resultat<{ readonly conventionId: string }, readonly Refus[]>> => {
  const service = await lireServiceCommun(tx, contexte, serviceId);
  const convention = service === null ? null : await conventionDuService(tx, contexte, service);
  if (convention === null)
    return refuser([{ code: 'convention-absente', message: 'Ce service n’a pas de convention.' }]);
  const simulee = await simuler(tx, contexte, {
    serviceId,
    annee,
    nature: 'previsionnel',
    exerciceId: null,
    surProjet: true,
  });
  if (!simulee.ok) return simulee;
  const { contenu, revision } = versionCourante(convention);
  const jointe = await enregistrerRedaction(tx, contexte, convention.id, {
    contenu: {
      ...contenu,
      finances: { ...contenu.finances, ...annexeDeSimulation(simulee.valeur) },
    },
    revision,
    motif: `Simulation ${annee} jointe`,
  });
  return jointe.ok ? accepter({ conventionId: convention.id }) : refuser([jointe.refus]);
};
