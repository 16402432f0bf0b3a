import type { Acces } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireContours, lireTerritoire } from '../../socle/territoire/index.server.ts';
import { communesAu } from '../../socle/territoire/index.ts';
import { avancementDuSchema } from './action.ts';
import { lireActions } from './actions.sql.server.ts';
import { composerParticipations } from './carte-des-participations.ts';
import { prochaineCommunication } from './communication-annuelle.ts';
import { cadreDesCommunes } from './composer-rapport.server.ts';
import { type ComptesDUneAnnee, derniersComptes } from './couts-annuels.ts';
import { fichesASuivre } from './fiche-a-suivre.ts';
import { montrerActions, montrerIndicateurs } from './montrer-actions.ts';
import { participationsDe } from './participations.ts';
import { lirePublicationEnLigne } from './publications.sql.server.ts';
import { lireReleves } from './releves.sql.server.ts';
import { lireSources } from './sources.server.ts';

const montrerComptes = ({ annee, estPrevu, couts }: ComptesDUneAnnee) => ({
  annee,
  estPrevu,
  couts: couts.map(({ serviceId, nom, coutCentimes, refactureCentimes }) => ({
    cle: serviceId,
    nom,
    coutCentimes,
    refactureCentimes,
  })),
});

/** Tout ce que la page du pilotage montre, lu ce jour. */
export const preparerPilotage = ({ base, contexte, aujourdhui, peut, territoire }: Acces) =>
  dansTerritoire(base, contexte, async (tx) => {
    const actions = await lireActions(tx, contexte);
    const sources = await lireSources(tx, contexte, aujourdhui);
    const communes = communesAu(await lireTerritoire(tx), aujourdhui);
    const contours = await lireContours(tx);
    const enLigne = await lirePublicationEnLigne(tx, contexte);
    const comptes = derniersComptes(sources.couts);
    return {
      chemin: `/t/${territoire.siren}/mettre-en-oeuvre/pilotage`,
      adressePublique: `/public/${territoire.siren}`,
      peutSuivre: peut('schema:rediger'),
      peutPublier: peut('rapport:publier'),
      mandat: sources.mandat,
      avancement: avancementDuSchema(actions),
      actions: montrerActions(actions, aujourdhui),
      indicateurs: montrerIndicateurs(actions, await lireReleves(tx, contexte)),
      nouvelles: fichesASuivre(sources.fiches, actions).map(({ id, code, titre }) => ({
        id,
        code,
        titre,
      })),
      communication: prochaineCommunication(
        aujourdhui,
        cadreDesCommunes(communes),
        sources.communications.map(({ annee: seance }) => seance),
      ),
      derniereTenue: sources.communications.at(-1) ?? null,
      participations: composerParticipations(
        communes,
        contours,
        participationsDe(actions, sources.services),
      ),
      comptes: comptes === null ? null : montrerComptes(comptes),
      publieeLe: enLigne?.publieeLe ?? null,
    };
  });
