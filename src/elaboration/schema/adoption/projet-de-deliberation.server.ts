import { ecrireMontant } from '../../../moteurs/calcul/index.ts';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { DocumentCompose } from '../../../moteurs/document/index.ts';
import { composerModele } from '../../../referentiel/modeles/index.ts';
import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { lireDepartements } from '../../../socle/territoire/index.server.ts';
import { departementDuCode } from '../../../socle/territoire/index.ts';
import { lireCadre } from '../donnees/cadre.server.ts';
import { ecrireEtp } from '../fiches/donnees-de-fiche.ts';
import { lireFiches } from '../fiches/lire-fiches.server.ts';
import { lireSections } from '../redaction/sections.sql.server.ts';
import { texteDe } from '../saisie/champs.ts';
import { ecrireEffets, effetsSurLaCommune } from './effets-sur-la-commune.ts';
import { lireAdoption } from './lire-adoption.server.ts';

/**
 * Le projet de délibération d’une commune : ce que le schéma change pour elle, ses dates, le dispositif.
 * La mairie complète la séance et le vote. Null si la commune n’est pas saisie ou n’est pas visible d’ici.
 */
export const composerDeliberation = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  siren: string,
  aujourdhui: Jour,
): Promise<{ readonly document: DocumentCompose; readonly nom: string } | null> => {
  const adoption = await lireAdoption(transaction, contexte, aujourdhui);
  const saisine = adoption?.saisines.find(({ collectivite }) => collectivite === siren);
  const commune = adoption?.communes.find((membre) => membre.siren === siren);
  if (adoption === null || saisine === undefined || commune === undefined) return null;
  const cadre = await lireCadre(transaction, aujourdhui);
  const effets = effetsSurLaCommune(await lireFiches(transaction, contexte), siren);
  const sections = await lireSections(transaction, contexte, adoption.schema.id);
  const preambule = sections.find(({ code }) => code === 'preambule')?.redaction ?? {};
  const departement = lireDepartements().find(
    ({ code }) => code === departementDuCode(commune.codeInsee),
  );
  const donnees = {
    commune: { nom: commune.nom, departement: departement?.nom ?? null, maire: null },
    epci: cadre.territoire.nom,
    mandat: adoption.schema.mandat,
    reception: saisine.recueLe,
    limite: saisine.echeance,
    seance: {},
    effets: ecrireEffets(effets),
    etp: ecrireEtp(effets.etpCentiemes),
    depenses: ecrireMontant(effets.coutCentimes),
    sens: null,
    vote: {},
    tribunal: { nom: texteDe(preambule, 'tribunal') || null },
  };
  const compose = composerModele('deliberation-avis', donnees, { le: aujourdhui, brouillon: true });
  if (!compose.ok) throw new Error(compose.refus.map(({ message }) => message).join(' '));
  return { document: compose.valeur, nom: `projet-de-deliberation-${commune.codeInsee}` };
};
