import type { Jour } from '../../../moteurs/calendrier/index.ts';
import {
  controlerDonnees,
  type DocumentCompose,
  type RefusDeComposition,
} from '../../../moteurs/document/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { composerModele, trouverModele } from '../../../referentiel/modeles/index.ts';
import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { deposerFichier } from '../../../socle/depots/index.server.ts';
import { calculerEmpreinte, mettreEnPage } from '../../../socle/mise-en-page/index.server.ts';
import { millesimeCommun, populationDe } from '../../../socle/territoire/index.ts';
import { lireJourDePhoto } from '../../etat-des-lieux/index.server.ts';
import { type Cadre, lireCadre } from '../donnees/cadre.server.ts';
import { lireAgents } from '../donnees/lire-donnees.server.ts';
import { lireFiches } from '../fiches/lire-fiches.server.ts';
import type { Schema } from '../schema.sql.server.ts';
import { type AvisAAnnexer, donneesDuSchema, type MatiereDuSchema } from './donnees-du-schema.ts';
import { lireSections } from './sections.sql.server.ts';
import { type GenreDeVersion, garderLigne, reserverNumero } from './versions.sql.server.ts';

const MODELE = 'schema-mutualisation';

const populationsDe = (cadre: Cadre) => {
  const millesime = millesimeCommun(cadre.communes, ['municipale']);
  const source =
    millesime === null ? undefined : populationDeLa(cadre.communes[0], millesime)?.source;
  return {
    communes: cadre.communes.map((commune) => ({
      siren: commune.siren,
      nom: commune.nom,
      codeInsee: commune.codeInsee ?? '',
      population: millesime === null ? 0 : (populationDeLa(commune, millesime)?.valeur ?? 0),
    })),
    sourceDesPopulations: `${source ?? 'population inconnue'}, ${millesime ?? 'sans millésime'}`,
  };
};
const populationDeLa = (commune: Cadre['communes'][number] | undefined, millesime: number) =>
  commune === undefined ? null : populationDe(commune, 'municipale', millesime);

/** Tout ce dont le document se compose, lu ce jour. */
export const lireMatiere = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  schema: Schema,
  aujourdhui: Jour,
  avis: readonly AvisAAnnexer[] = [],
): Promise<MatiereDuSchema> => {
  const cadre = await lireCadre(transaction, aujourdhui);
  const sections = await lireSections(transaction, contexte, schema.id);
  return {
    mandat: schema.mandat,
    epci: {
      siren: cadre.epci.siren,
      nom: cadre.territoire.nom,
      regimeFiscal: cadre.territoire.modeFinancement,
    },
    ...populationsDe(cadre),
    agents: await lireAgents(transaction, contexte),
    fiches: await lireFiches(transaction, contexte),
    redaction: Object.assign({}, ...sections.map(({ redaction }) => redaction)),
    avis,
    photoAu: await lireJourDePhoto(transaction, contexte, aujourdhui),
    aujourdhui,
  };
};

/** Ce qui manque au document : données absentes (avec où les écrire), fiches encore en brouillon. */
export const listerManques = (
  matiere: MatiereDuSchema,
): readonly (Refus | RefusDeComposition)[] => {
  const modele = trouverModele(MODELE);
  if (modele === undefined) throw new Error('Le modèle du schéma est introuvable.');
  const enBrouillon = matiere.fiches.filter(({ etat }) => etat === 'brouillon');
  return [
    ...controlerDonnees(modele, donneesDuSchema(matiere)),
    ...enBrouillon.map(({ code, titre }) => ({
      code: 'fiche-en-brouillon',
      message: `La fiche ${code} « ${titre} » est en brouillon : relisez-la, puis déclarez-la prête.`,
      article: null,
    })),
  ];
};

/**
 * Compose le document. En brouillon, ce qui manque est montré dans le texte ; sinon c’est un refus.
 */
export const composerSchema = (
  matiere: MatiereDuSchema,
  options: { readonly brouillon: boolean; readonly version: string },
): Resultat<DocumentCompose, readonly Refus[]> =>
  composerModele(MODELE, donneesDuSchema(matiere), { le: matiere.aujourdhui, ...options });

/** Compose le document du jour en brouillon, pour l’aperçu et les copies de travail. */
export const composerProjet = (matiere: MatiereDuSchema, version: string): DocumentCompose => {
  const compose = composerSchema(matiere, { brouillon: true, version });
  if (compose.ok) return compose.valeur;
  throw new Error(compose.refus.map(({ message }) => message).join(' '));
};

const deposer = async <T>(
  transaction: Transaction<T>,
  document: DocumentCompose,
  format: 'pdf' | 'docx' | 'odt',
  nom: string,
): Promise<string> => {
  const octets = await mettreEnPage(document, { format });
  const depose = await deposerFichier(transaction, { nom: `${nom}.${format}`, octets });
  if (!depose.ok) throw new Error(depose.refus.message);
  return depose.valeur.fichier.id;
};

const TITRES: Readonly<Record<GenreDeVersion, string>> = {
  copie: 'Copie de travail',
  rapport: 'Rapport et projet de schéma',
  'schema-approuve': 'Schéma approuvé',
};

/**
 * Garde une version du document du jour : arbre, empreinte, PDF balisé, DOCX et ODT déposés. Une
 * copie de travail montre ce qui manque ; le rapport et le schéma approuvé le refusent.
 */
export const garderVersion = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  schema: Schema,
  genre: GenreDeVersion,
  matiere: MatiereDuSchema,
): Promise<Resultat<string, readonly Refus[]>> => {
  const manques = genre === 'copie' ? [] : listerManques(matiere);
  if (manques.length > 0) return refuser(manques);
  const numero = await reserverNumero(transaction, contexte, schema.id);
  const version = String(numero);
  const compose = composerSchema(matiere, { brouillon: genre === 'copie', version });
  if (!compose.ok) return compose;
  const document = compose.valeur;
  const nom = `schema-${schema.mandat}-v${version}`;
  const fichiers = {
    pdf: await deposer(transaction, document, 'pdf', nom),
    docx: await deposer(transaction, document, 'docx', nom),
    odt: await deposer(transaction, document, 'odt', nom),
  };
  const id = await garderLigne(transaction, contexte, schema.id, {
    genre,
    numero,
    titre: TITRES[genre],
    etablieLe: matiere.aujourdhui,
    empreinte: calculerEmpreinte(document),
    fichiers,
    document,
  });
  return accepter(id);
};
