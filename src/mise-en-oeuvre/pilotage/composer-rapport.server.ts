import type { Jour } from '../../moteurs/calendrier/index.ts';
import {
  controlerDonnees,
  type DocumentCompose,
  type RefusDeComposition,
} from '../../moteurs/document/index.ts';
import { accepter, type Refus, type Resultat } from '../../moteurs/resultat/index.ts';
import { composerModele, trouverModele } from '../../referentiel/modeles/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { deposerFichier } from '../../socle/depots/index.server.ts';
import {
  calculerEmpreinte,
  type FormatDeDocument,
  mettreEnPage,
} from '../../socle/mise-en-page/index.server.ts';
import { lireTerritoire } from '../../socle/territoire/index.server.ts';
import {
  type Collectivite,
  communesAu,
  millesimeCommun,
  populationDe,
} from '../../socle/territoire/index.ts';
import { lireActions } from './actions.sql.server.ts';
import { completerActivite } from './activite.server.ts';
import { type CadreBudgetaire, cadreBudgetaireAttendu } from './communication-annuelle.ts';
import { donneesDuRapport, type MatiereDuRapport, redactionVide } from './rapport.ts';
import {
  type GenreDeVersion,
  garderVersionDeRapport,
  lireRapport,
  reserverNumeroDeRapport,
} from './rapports.sql.server.ts';
import { lireSources } from './sources.server.ts';

const MODELE = 'rapport-annuel';

/** L’occasion de la communication, d’après les populations totales du millésime commun. */
export const cadreDesCommunes = (communes: readonly Collectivite[]): CadreBudgetaire => {
  const millesime = millesimeCommun(communes, ['totale']);
  return cadreBudgetaireAttendu(
    millesime === null
      ? []
      : communes.flatMap((commune) => populationDe(commune, 'totale', millesime)?.valeur ?? []),
  );
};

/** Tout ce dont le rapport d’une année se compose, lu ce jour. */
export const lireMatiereDuRapport = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  annee: number,
  aujourdhui: Jour,
): Promise<MatiereDuRapport> => {
  const territoire = await lireTerritoire(transaction);
  const communes = communesAu(territoire, aujourdhui);
  const enCours = await lireRapport(transaction, contexte, annee);
  const { services, couts } = await lireSources(transaction, contexte, aujourdhui);
  return {
    annee,
    epci: territoire.nom,
    redaction: enCours?.redaction ?? redactionVide(cadreDesCommunes(communes)),
    actions: await lireActions(transaction, contexte),
    services,
    couts: await completerActivite(
      transaction,
      contexte,
      couts.filter((cout) => cout.annee === annee),
      services,
    ),
    communes: communes.map(({ siren, nom }) => ({ siren, nom })),
    aujourdhui,
  };
};

/** Ce qui manque au rapport pour être définitif, avec où le renseigner. */
export const manquesDuRapport = (matiere: MatiereDuRapport): readonly RefusDeComposition[] => {
  const modele = trouverModele(MODELE);
  if (modele === undefined) throw new Error('Le modèle du rapport annuel est introuvable.');
  return controlerDonnees(modele, donneesDuRapport(matiere));
};

/** Compose le rapport. En brouillon, ce qui manque se voit dans le texte ; sinon c’est un refus. */
export const composerRapport = (
  matiere: MatiereDuRapport,
  options: { readonly brouillon: boolean; readonly version: string },
): Resultat<DocumentCompose, readonly Refus[]> =>
  composerModele(MODELE, donneesDuRapport(matiere), { le: matiere.aujourdhui, ...options });

const deposer = async <T>(
  transaction: Transaction<T>,
  document: DocumentCompose,
  format: FormatDeDocument,
  nom: string,
): Promise<string> => {
  const octets = await mettreEnPage(document, { format });
  const depose = await deposerFichier(transaction, { nom: `${nom}.${format}`, octets });
  if (!depose.ok) throw new Error(depose.refus.message);
  return depose.valeur.fichier.id;
};

/**
 * Garde une version du rapport d’une année : arbre, empreinte, PDF balisé, DOCX et ODT. Une copie de
 * travail montre ce qui manque ; une version définitive le refuse, tout à la fois.
 */
export const garderRapport = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { annee, genre }: { readonly annee: number; readonly genre: GenreDeVersion },
  aujourdhui: Jour,
): Promise<Resultat<string, readonly Refus[]>> => {
  const matiere = await lireMatiereDuRapport(transaction, contexte, annee, aujourdhui);
  const numero = await reserverNumeroDeRapport(transaction, contexte, annee);
  const version = String(numero);
  const compose = composerRapport(matiere, { brouillon: genre === 'copie', version });
  if (!compose.ok) return compose;
  const document = compose.valeur;
  const nom = `rapport-annuel-${annee}-v${version}`;
  const fichiers = {
    pdf: await deposer(transaction, document, 'pdf', nom),
    docx: await deposer(transaction, document, 'docx', nom),
    odt: await deposer(transaction, document, 'odt', nom),
  };
  const id = await garderVersionDeRapport(transaction, contexte, {
    annee,
    numero,
    genre,
    titre: document.metadonnees.titre,
    etablieLe: aujourdhui,
    empreinte: calculerEmpreinte(document),
    fichiers,
    document,
  });
  return accepter(id);
};
