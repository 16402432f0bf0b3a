import { type Acces, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireTerritoire } from '../../socle/territoire/index.server.ts';
import { presenterControle } from './controler.ts';
import {
  estEnVigueur,
  faitsRetenus,
  peutLireLeDocument,
  versionCourante,
  versionSignee,
} from './convention.ts';
import { lireConvention } from './conventions.sql.server.ts';
import { gesteDe, LIBELLES_DE_SENS } from './cycle-de-vie.ts';
import { lireDocuments } from './documents.sql.server.ts';
import { dresserFrise } from './frise.ts';
import { instruireConvention } from './instruire.ts';
import { composerConvention, manquesDuDocument } from './produire.server.ts';
import { champsChanges, EDITION } from './service-commun/edition.ts';
import { SORTES } from './sortes.ts';
import { versTerritoireInstruit } from './territoire-instruit.ts';

const MANQUES_MONTRES = 12;

/** Tout ce que la page d’une convention affiche. */
export const preparerConvention = (
  { base, contexte, aujourdhui, peut }: Acces,
  id: string,
  racine: string,
) =>
  dansTerritoire(base, contexte, async (tx) => {
    const convention = await lireConvention(tx, contexte, id);
    if (convention === null)
      return interrompre(
        404,
        'Cette convention n’existe pas',
        'Revenez à la liste des conventions.',
      );
    const territoire = versTerritoireInstruit(await lireTerritoire(tx));
    const sortie = instruireConvention(convention, territoire, aujourdhui);
    if (!sortie.ok)
      return interrompre(
        500,
        'Le contrôle de cette convention a échoué',
        sortie.refus.map(({ message }) => message).join(' '),
      );
    const compose = composerConvention(convention, territoire, aujourdhui);
    const version = versionCourante(convention);
    const noms = new Map(convention.parties.map(({ siren, nom }) => [siren, nom]));
    const retenus = new Set(faitsRetenus(convention).map((fait) => fait.id));
    const serviceChemin =
      convention.objetId === null ? null : `${racine}/services-communs/${convention.objetId}`;
    return {
      chemin: `${racine}/conventions/${id}`,
      serviceChemin,
      ficheChemin: serviceChemin === null ? null : `${serviceChemin}/fiche-impact`,
      aujourdhui,
      titre: convention.titre,
      sorte: SORTES[convention.sorte].libelle,
      correspondant: convention.correspondant,
      peutRediger: peut('convention:rediger'),
      peut: { rediger: peut('convention:rediger'), signer: peut('convention:signer') },
      estSignee: versionSignee(convention) !== null,
      enVigueur: estEnVigueur(convention, aujourdhui),
      version: { numero: version.numero, figeeLe: version.figeeLe },
      parties: convention.parties.map(({ siren, nom }) => ({
        siren,
        nom,
        faits: faitsRetenus(convention)
          .filter((fait) => fait.siren === siren)
          .map(({ type }) => type),
      })),
      controle: presenterControle(convention, sortie.valeur, aujourdhui),
      frise: dresserFrise(convention, aujourdhui),
      peutTelecharger: peutLireLeDocument(convention, contexte.collectivite),
      documents: await lireDocuments(tx, contexte, id),
      manques: manquesDuDocument(convention, territoire, aujourdhui)
        .slice(0, MANQUES_MONTRES)
        .map(({ message }) => message),
      clauses: compose.ok
        ? compose.valeur.clauses.map(
            ({ id: code, numero, titre, article, version: laquelle, regles }) => ({
              code,
              numero: numero ?? '',
              titre,
              article: article ?? '',
              version: laquelle,
              regles: regles.join(', '),
            }),
          )
        : [],
      versions: convention.versions.map((une, rang) => {
        const avant = convention.versions[rang - 1];
        return {
          numero: une.numero,
          figeeLe: une.figeeLe,
          empreinte: une.empreinte,
          motif: une.motif,
          changes:
            avant === undefined
              ? []
              : champsChanges(avant.contenu, une.contenu).map((champ) => EDITION[champ].nom),
        };
      }),
      faits: convention.evenements
        .map((fait) => ({
          id: fait.id,
          le: fait.le,
          libelle: gesteDe(fait.type)?.libelle ?? fait.type,
          qui: fait.siren === null ? null : (noms.get(fait.siren) ?? fait.siren),
          sens: LIBELLES_DE_SENS[String(fait.donnees.sens)] ?? null,
          numero: typeof fait.donnees.numero === 'string' ? fait.donnees.numero : null,
          version: fait.version,
          estAnnulation: fait.annule !== null,
          motif: typeof fait.donnees.motif === 'string' ? fait.donnees.motif : null,
          tient: retenus.has(fait.id),
          par: fait.enregistrePar,
        }))
        .toReversed(),
    };
  });
