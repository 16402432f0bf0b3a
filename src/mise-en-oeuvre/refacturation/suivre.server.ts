import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Resultat } from '../../moteurs/resultat/index.ts';
import { refuser } from '../../moteurs/resultat/index.ts';
import { type Base, type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import type { EtatDeCommune } from './etat.ts';
import { lireEtatDeCommune } from './etats-emis.sql.server.ts';
import { lireChamps } from './exercice.schema.ts';
import { ajouterSuite, lireSuites, verrouillerSuites } from './suites.sql.server.ts';
import {
  deciderSuite,
  estGesteDeSuite,
  limiteDe,
  type SituationDEtat,
  type SuiteDEtat,
  situationDe,
} from './suites.ts';

export interface EtatSuivi {
  readonly etat: EtatDeCommune;
  readonly suites: readonly SuiteDEtat[];
  readonly limite: Jour;
  readonly situation: SituationDEtat;
}

/** Un état et ce qui l’a suivi ; null s’il n’est pas visible d’ici. */
export const lireEtatSuivi = (
  base: Base,
  contexte: Contexte,
  id: string,
  aujourdhui: Jour,
): Promise<EtatSuivi | null> =>
  dansTerritoire(base, contexte, async (tx) => {
    const etat = /^[0-9a-f-]{36}$/i.test(id) ? await lireEtatDeCommune(tx, contexte, id) : null;
    if (etat === null) return null;
    const suites = await lireSuites(tx, contexte, [id]);
    const limite = limiteDe(etat);
    return { etat, suites, limite, situation: situationDe(limite, suites, aujourdhui) };
  });

/** Valide, conteste ou répond. Refus : motif absent, hors délai, déjà validé. */
export const suivreEtat = (
  base: Base,
  contexte: Contexte,
  id: string,
  formulaire: FormData,
  aujourdhui: Jour,
): Promise<Resultat<null>> =>
  dansTerritoire(base, contexte, async (tx) => {
    const etat = await lireEtatDeCommune(tx, contexte, id);
    const { geste = '', motif: ecrit = '' } = lireChamps(formulaire);
    if (etat === null || !estGesteDeSuite(geste))
      return refuser({ code: 'etat-inconnu', message: 'Cet état n’existe pas.' });
    await verrouillerSuites(tx, etat.id);
    const motif = ecrit.trim().slice(0, 2000);
    const decidee = deciderSuite(
      limiteDe(etat),
      await lireSuites(tx, contexte, [id]),
      { geste, motif },
      aujourdhui,
    );
    if (decidee.ok) await ajouterSuite(tx, contexte, etat, { geste, motif, le: aujourdhui });
    return decidee;
  });
