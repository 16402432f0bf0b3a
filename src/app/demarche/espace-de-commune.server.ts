import { compterLignes, lireAttentesDe } from '../../elaboration/etat-des-lieux/index.server.ts';
import { type EcheanceSituee, situerEcheance } from '../../elaboration/etat-des-lieux/index.ts';
import { lireAdoption } from '../../elaboration/schema/index.server.ts';
import { lireConventionsSigneesDe } from '../../mise-en-oeuvre/conventions/index.server.ts';
import { lireActions, lireServicesEtMembres } from '../../mise-en-oeuvre/pilotage/index.server.ts';
import { participationsDe } from '../../mise-en-oeuvre/pilotage/index.ts';
import { lireEtatsEmis } from '../../mise-en-oeuvre/refacturation/index.server.ts';
import { NATURES } from '../../mise-en-oeuvre/refacturation/index.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { type AvisDemande, direAvis } from './avis-de-la-commune.ts';

/** Où mènent les gestes : le lien personnel, ou l’atelier d’une personne connectée. */
export interface CheminsDeCommune {
  /** Null : la personne lit où en est la grille, elle ne l’ouvre pas. */
  readonly grille: (grille: string) => string | null;
  readonly avis: string;
  readonly etat: (id: string) => string;
  /** Le document signé d’une convention. */
  readonly convention: (id: string, documentId: string) => string;
}

/** Ce qu’on attend d’une commune, et ce qu’elle reçoit : quatre blocs, rien d’autre. */
export interface EspaceDeCommune {
  readonly grilles: readonly (EcheanceSituee & {
    readonly cle: string;
    readonly titre: string;
    readonly consigne: string;
    readonly echeance: Jour;
    /** Le jour où la grille a été rendue, ou déclarée sans objet. */
    readonly rendueLe: Jour | null;
    readonly lignes: number;
    readonly chemin: string | null;
  })[];
  readonly avis: (AvisDemande & { readonly chemin: string }) | null;
  readonly etats: readonly {
    readonly cle: string;
    readonly titre: string;
    readonly emisLe: Jour;
    readonly appelCentimes: bigint;
    readonly chemin: string;
  }[];
  readonly services: readonly {
    readonly cle: string;
    readonly nom: string;
    readonly depuis: Jour | null;
    readonly estEffectif: boolean;
  }[];
  /** Les conventions que la commune a signées, à télécharger. */
  readonly conventions: readonly {
    readonly cle: string;
    readonly titre: string;
    readonly chemin: string;
  }[];
}

const lireGrilles = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  collectivite: string,
  chemins: CheminsDeCommune,
  aujourdhui: Jour,
): Promise<EspaceDeCommune['grilles']> => {
  const grilles: EspaceDeCommune['grilles'][number][] = [];
  for (const { campagne, attente } of await lireAttentesDe(tx, contexte, collectivite)) {
    const { id, grille, titre, consigne, echeance } = campagne;
    const lignes = (await compterLignes(tx, contexte, grille)).get(collectivite) ?? 0;
    const situee = situerEcheance(attente, echeance, aujourdhui);
    grilles.push({
      cle: id,
      titre,
      consigne,
      echeance,
      rendueLe: attente.rendueLe,
      lignes,
      chemin: chemins.grille(grille),
      ...situee,
    });
  }
  return grilles;
};

const lireAvis = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  collectivite: string,
  chemin: string,
  aujourdhui: Jour,
): Promise<EspaceDeCommune['avis']> => {
  const adoption = await lireAdoption(tx, contexte, aujourdhui);
  const commune = adoption?.communes.find(({ siren }) => siren === collectivite);
  const avis = direAvis(
    adoption?.sortie.avis?.find((rendu) => rendu.commune === commune?.codeInsee),
    adoption?.saisines.find((saisine) => saisine.collectivite === collectivite)?.echeance,
    aujourdhui,
  );
  return avis === null ? null : { ...avis, chemin };
};

/** L’espace d’une commune, tel que son lien ou son compte l’ouvre. */
export const lireEspaceDeCommune = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  collectivite: string,
  chemins: CheminsDeCommune,
  aujourdhui: Jour,
): Promise<EspaceDeCommune> => ({
  grilles: await lireGrilles(tx, contexte, collectivite, chemins, aujourdhui),
  avis: await lireAvis(tx, contexte, collectivite, chemins.avis, aujourdhui),
  etats: (await lireEtatsEmis(tx, contexte, { collectivite })).map((etat) => ({
    cle: etat.id,
    titre: `${etat.service}, ${etat.annee} (${NATURES[etat.nature]})`,
    emisLe: etat.emisLe,
    appelCentimes: etat.appelCentimes,
    chemin: chemins.etat(etat.id),
  })),
  services: participationsDe(
    await lireActions(tx, contexte),
    await lireServicesEtMembres(tx, contexte, aujourdhui),
  ).flatMap(({ cle, nom, membres }) => {
    const membre = membres.find((candidat) => candidat.collectivite === collectivite);
    return membre === undefined
      ? []
      : [{ cle, nom, depuis: membre.depuis, estEffectif: membre.estEffectif }];
  }),
  conventions: (await lireConventionsSigneesDe(tx, contexte, collectivite)).map(
    ({ conventionId, documentId, titre, version }) => ({
      cle: documentId,
      titre: `${titre} (version ${version})`,
      chemin: chemins.convention(conventionId, documentId),
    }),
  ),
});
