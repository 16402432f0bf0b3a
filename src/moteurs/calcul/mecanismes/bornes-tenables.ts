import type { Refus } from '../../resultat/index.ts';
import { type Centimes, formaterMontant } from '../montants/centimes.ts';
import type { MontantExplique } from '../montants/montant-explique.ts';
import type { CleLue } from './repartition.ts';

/** Plafond ou plancher de chaque membre qui en a un. */
export type Bornes = ReadonlyMap<string, MontantExplique>;

/** Un montant à répartir entre des membres bornés. */
export interface Probleme {
  readonly montant: MontantExplique;
  readonly cles: readonly CleLue[];
  readonly plafonds: Bornes;
  readonly planchers: Bornes;
  readonly pas: Centimes;
}

export const sommeDes = (bornes: Iterable<MontantExplique>): Centimes => {
  let somme = 0n;
  for (const { centimes } of bornes) somme += centimes;
  return somme;
};

const refuserMembres = ({ cles, plafonds, planchers }: Probleme): readonly Refus[] => {
  const membres = new Set(cles.map(({ id }) => id));
  const refus: Refus[] = [];
  for (const [nom, bornes] of [
    ['plafonds', plafonds],
    ['planchers', planchers],
  ] as const)
    for (const [id, { centimes }] of bornes) {
      if (!membres.has(id))
        refus.push({
          code: 'membre-inconnu',
          message: `${id} a une borne mais pas de clé : l’ajouter à la clé ou retirer la borne.`,
          chemin: `${nom}.${id}`,
        });
      if (centimes < 0n)
        refus.push({
          code: 'borne-negative',
          message: `La borne de ${id} est négative : elle est positive ou nulle.`,
          chemin: `${nom}.${id}`,
        });
    }
  for (const [id, plancher] of planchers) {
    const plafond = plafonds.get(id);
    if (plafond !== undefined && plancher.centimes > plafond.centimes)
      refus.push({
        code: 'plancher-au-dessus-du-plafond',
        message: `Le plancher de ${id} dépasse son plafond.`,
        chemin: `planchers.${id}`,
      });
  }
  return refus;
};

const refuserTotaux = ({ montant, cles, plafonds, planchers }: Probleme): readonly Refus[] => {
  const total = formaterMontant(montant.centimes);
  const planchersCumules = sommeDes(planchers.values());
  if (planchers.size > 0 && planchersCumules > montant.centimes)
    return [
      {
        code: 'planchers-au-dessus-du-montant',
        message: `Les planchers totalisent ${formaterMontant(planchersCumules)}, plus que le montant à répartir (${total}) : les abaisser.`,
        chemin: 'planchers',
      },
    ];
  const sansLimite = cles.some(({ id, nombre }) => nombre.exact.n > 0n && !plafonds.has(id));
  const possible = cles.map(({ id, nombre }) =>
    nombre.exact.n > 0n ? plafonds.get(id) : planchers.get(id),
  );
  const plafondsCumules = sommeDes(possible.filter((borne) => borne !== undefined));
  if (!sansLimite && plafondsCumules < montant.centimes)
    return [
      {
        code: 'plafonds-au-dessous-du-montant',
        message: `Tous les membres sont plafonnés et ne portent que ${formaterMontant(plafondsCumules)} sur ${total} : relever un plafond ou laisser l’écart à l’EPCI.`,
        chemin: 'plafonds',
      },
    ];
  return [];
};

/** Ce qui rend les bornes intenables : membre inconnu, borne négative ou croisée, totaux impossibles. */
export const refuserBornes = (probleme: Probleme): readonly Refus[] => {
  const membres = refuserMembres(probleme);
  return membres.length > 0 ? membres : refuserTotaux(probleme);
};
