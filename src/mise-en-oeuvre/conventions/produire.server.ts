import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { DocumentCompose } from '../../moteurs/document/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { composerModele } from '../../referentiel/modeles/index.ts';
import { type Base, type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { deposerFichier } from '../../socle/depots/index.server.ts';
import {
  calculerEmpreinte,
  type FormatDeDocument,
  mettreEnPage,
} from '../../socle/mise-en-page/index.server.ts';
import { type Convention, faitsRetenus, versionCourante, versionSignee } from './convention.ts';
import { lireConvention } from './conventions.sql.server.ts';
import { lireDocuments, noterDocument } from './documents.sql.server.ts';
import type { TerritoireInstruit } from './instruire.ts';
import { donneesDuDocument } from './service-commun/document.ts';
import { SORTES } from './sortes.ts';

const FORMATS: readonly FormatDeDocument[] = ['pdf', 'docx', 'odt'];

/**
 * Compose le document de la convention. En projet, ce qui manque se voit ; signée, tout doit y être.
 */
export const composerConvention = (
  convention: Convention,
  territoire: TerritoireInstruit,
  le: Jour,
): Resultat<DocumentCompose, readonly Refus[]> => {
  const { contenu, numero } = versionCourante(convention);
  const { modele } = SORTES[convention.sorte];
  const donnees = donneesDuDocument(
    contenu,
    convention.parties,
    faitsRetenus(convention),
    territoire,
  );
  const composer = (brouillon: boolean) =>
    composerModele(modele, donnees, { le, version: String(numero), brouillon });
  const estSignee = versionSignee(convention) !== null;
  const compose = composer(false);
  if (compose.ok || estSignee) return compose;
  const projet = composer(true);
  return projet.ok ? accepter(projet.valeur) : refuser(projet.refus);
};

/** Ce qui manque encore à la convention pour être composée en version définitive. */
export const manquesDuDocument = (
  convention: Convention,
  territoire: TerritoireInstruit,
  le: Jour,
): readonly Refus[] => {
  const { contenu, numero } = versionCourante(convention);
  const donnees = donneesDuDocument(
    contenu,
    convention.parties,
    faitsRetenus(convention),
    territoire,
  );
  const compose = composerModele(SORTES[convention.sorte].modele, donnees, {
    le,
    version: String(numero),
  });
  return compose.ok ? [] : compose.refus;
};

const nommerFichier = (convention: Convention, format: FormatDeDocument): string =>
  `Convention ${convention.titre} (version ${versionCourante(convention).numero}).${format}`;

/** Un document de la convention dans un format, tel qu’il est aujourd’hui. */
export const produireDocument = async (
  convention: Convention,
  territoire: TerritoireInstruit,
  { le, format }: { le: Jour; format: FormatDeDocument },
): Promise<Resultat<{ readonly nom: string; readonly octets: Uint8Array }, readonly Refus[]>> => {
  const compose = composerConvention(convention, territoire, le);
  if (!compose.ok) return compose;
  return accepter({
    nom: nommerFichier(convention, format),
    octets: await mettreEnPage(compose.valeur, { format }),
  });
};

/**
 * Garde les documents de la convention signée (PDF, DOCX, ODT) avec l’empreinte de leur contenu.
 * Rejouable : ce qui est gardé ne se refait pas, une coupure se reprend.
 */
export const garderDocuments = async (
  base: Base,
  contexte: Contexte,
  conventionId: string,
  { territoire, aujourdhui }: { territoire: TerritoireInstruit; aujourdhui: Jour },
): Promise<Resultat<null, readonly Refus[]>> => {
  const lue = await dansTerritoire(base, contexte, async (tx) => ({
    convention: await lireConvention(tx, contexte, conventionId),
    documents: await lireDocuments(tx, contexte, conventionId),
  }));
  const { convention } = lue;
  const signee = convention === null ? null : versionSignee(convention);
  if (convention === null || signee === null) return accepter(null);
  const gardes = new Set(
    lue.documents
      .filter(({ version, nature }) => version === signee.numero && nature === 'convention')
      .map(({ format }) => format),
  );
  const manquants = FORMATS.filter((format) => !gardes.has(format));
  if (manquants.length === 0) return accepter(null);
  const signeeLe = faitsRetenus(convention).findLast(({ type }) => type === 'signature')?.le;
  const compose = composerConvention(convention, territoire, signeeLe ?? aujourdhui);
  if (!compose.ok) return compose;
  const empreinte = calculerEmpreinte(compose.valeur);
  for (const format of manquants) {
    const octets = await mettreEnPage(compose.valeur, { format });
    const garde = await dansTerritoire(base, contexte, async (tx) => {
      const depose = await deposerFichier(tx, {
        nom: nommerFichier(convention, format),
        octets,
      });
      if (!depose.ok) return depose;
      await noterDocument(tx, contexte, conventionId, {
        version: signee.numero,
        nature: 'convention',
        format,
        fichierId: depose.valeur.fichier.id,
        empreinte,
        gardeLe: aujourdhui,
      });
      return depose;
    });
    if (!garde.ok) return refuser([garde.refus]);
  }
  return accepter(null);
};
