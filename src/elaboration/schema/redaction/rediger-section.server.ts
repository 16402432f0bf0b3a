import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import type { IssueDeRedaction } from '../fiches/rediger-fiche.server.ts';
import type { Redaction } from '../saisie/champs.ts';
import { fusionner } from '../saisie/fusionner.ts';
import { lireVersionLue } from '../saisie/version-lue.server.ts';
import { ecrireSection, relireSection } from './sections.sql.server.ts';
import { trouverSection } from './sections.ts';

/**
 * Enregistre une section lue à une version donnée (0 : rien n’y était écrit). Deux personnes à la fois :
 * voir `redigerFiche`. Refus : `section-inconnue`.
 */
export const redigerSection = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  schemaId: string,
  envoi: { readonly code: string; readonly version: number; readonly redaction: Redaction },
  aujourdhui: Jour,
): Promise<Resultat<IssueDeRedaction>> => {
  const section = trouverSection(envoi.code);
  if (section === undefined) {
    return refuser({
      code: 'section-inconnue',
      message: 'Cette section n’existe pas : revenez à la rédaction du schéma.',
    });
  }
  const { code, version, redaction } = envoi;
  const enLigne = await relireSection(transaction, contexte, schemaId, code);
  if (enLigne === null || enLigne.version === version) {
    await ecrireSection(transaction, contexte, schemaId, { code, redaction }, aujourdhui);
    return accepter({ issue: 'enregistree', repris: [] });
  }
  const base =
    version === 0 ? {} : await lireVersionLue(transaction, 'section_du_schema', code, version);
  const fusion = fusionner(section.champs, base, enLigne.redaction, redaction);
  if (fusion.conflits.length > 0) {
    return accepter({
      issue: 'conflit',
      conflit: {
        conflits: fusion.conflits,
        redaction: fusion.redaction,
        versionEnLigne: enLigne.version,
        parQui: enLigne.modifieePar,
        le: enLigne.modifieeLe,
      },
    });
  }
  const fusionnee = { code, redaction: fusion.redaction };
  await ecrireSection(transaction, contexte, schemaId, fusionnee, aujourdhui);
  return accepter({ issue: 'enregistree', repris: fusion.repris });
};
