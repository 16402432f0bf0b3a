import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import type { FormeDeMutualisation } from '../../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { lirePerimetres } from '../donnees/lire-perimetres.server.ts';
import { mandatAu } from '../mandat.ts';
import type { Redaction } from '../saisie/champs.ts';
import { ouvrirSchema } from '../schema.sql.server.ts';
import { inscrireFiche } from './fiches.sql.server.ts';
import { REGIMES } from './formes.ts';

export interface FicheAOuvrir {
  readonly titre: string;
  /** Code de la nomenclature des services. */
  readonly service: string;
  readonly forme: FormeDeMutualisation;
  /** SIREN des membres. */
  readonly perimetre: readonly string[];
  readonly redaction?: Redaction;
}

const commencer = (forme: FormeDeMutualisation, redaction: Redaction = {}): Redaction => ({
  fondement: REGIMES[forme].fondement,
  actes: REGIMES[forme].actes,
  ...redaction,
});

const inscrire = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  fiche: FicheAOuvrir & { readonly perimetreId: string | null },
  aujourdhui: Jour,
): Promise<string | null> => {
  const { nom } = mandatAu(aujourdhui);
  const schema = await ouvrirSchema(transaction, contexte, { mandat: nom, aujourdhui });
  return inscrireFiche(
    transaction,
    contexte,
    schema.id,
    {
      titre: fiche.titre,
      service: fiche.service,
      forme: fiche.forme,
      perimetreId: fiche.perimetreId,
      perimetre: fiche.perimetre,
      redaction: commencer(fiche.forme, fiche.redaction),
      impact: [],
    },
    aujourdhui,
  );
};

/**
 * Ouvre la fiche d’un périmètre retenu : service, forme, membres et motif viennent de la décision.
 * Refus : `perimetre-inconnu`, `fiche-deja-ouverte`.
 */
export const ouvrirFicheDuPerimetre = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  perimetreId: string,
  aujourdhui: Jour,
): Promise<Resultat<string>> => {
  const perimetre = (await lirePerimetres(transaction, contexte)).find(
    ({ id }) => id === perimetreId,
  );
  if (perimetre === undefined) {
    return refuser({
      code: 'perimetre-inconnu',
      message:
        'Cette décision de périmètre n’existe plus : rouvrez la page des périmètres et choisissez-en une autre.',
    });
  }
  const id = await inscrire(
    transaction,
    contexte,
    {
      titre: perimetre.libelle,
      service: perimetre.service,
      forme: perimetre.forme,
      perimetre: perimetre.membres,
      perimetreId,
      redaction: { constat: perimetre.motif },
    },
    aujourdhui,
  );
  return id === null
    ? refuser({
        code: 'fiche-deja-ouverte',
        message: 'Ce périmètre a déjà sa fiche : ouvrez-la depuis la liste.',
      })
    : accepter(id);
};

/** Ouvre une fiche à la main. Refus : `titre-absent`, `perimetre-vide`, `service-absent`. */
export const ouvrirFiche = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  fiche: FicheAOuvrir,
  aujourdhui: Jour,
): Promise<Resultat<string>> => {
  if (fiche.titre.trim() === '') {
    return refuser({ code: 'titre-absent', message: 'Donnez un titre à l’action.' });
  }
  if (fiche.service.trim() === '') {
    return refuser({ code: 'service-absent', message: 'Choisissez le service concerné.' });
  }
  if (fiche.perimetre.length === 0) {
    return refuser({
      code: 'perimetre-vide',
      message: 'Choisissez au moins une commune : une action sans membre ne mutualise rien.',
    });
  }
  const id = await inscrire(transaction, contexte, { ...fiche, perimetreId: null }, aujourdhui);
  if (id === null) throw new Error('La fiche n’a pas pu être ouverte.');
  return accepter(id);
};
