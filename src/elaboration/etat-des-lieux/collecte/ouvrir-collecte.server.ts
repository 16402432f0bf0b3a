import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { exigerDroit, exigerLienCommune, interrompre } from '../../../socle/acces/index.server.ts';
import type { Droit } from '../../../socle/acces/index.ts';
import { type Base, type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireCollectivites, type lireEnTete } from '../../../socle/territoire/index.server.ts';
import { typographier } from '../../../socle/ui/index.ts';
import { cheminDeGrille, PLUSIEURS } from './chemin-de-grille.ts';
import { trouverGrille } from './grilles.ts';

type Parametres = Readonly<Record<string, string | undefined>>;

/** Une grille ouverte, par une commune ou en son nom. */
export interface AccesALaGrille {
  readonly base: Base;
  readonly contexte: Contexte;
  readonly aujourdhui: Jour;
  readonly territoire: Awaited<ReturnType<typeof lireEnTete>>;
  readonly grille: string;
  readonly titre: string;
  /** Null : plusieurs collectivités dans un même fichier. */
  readonly collectivite: { readonly siren: string; readonly nom: string } | null;
  /** Adresse de cette grille pour cette collectivité ; les pages en descendent. */
  readonly chemin: string;
  /** Là d’où l’on vient. */
  readonly retour: string;
  /** Le retour est le suivi de toutes les collectivités (sinon : ce qu’on attend de la commune). */
  readonly aLeSuivi: boolean;
  /** Vrai pour une commune entrée par son lien personnel : page simple, sans charpente. */
  readonly parLien: boolean;
  readonly peutValider: boolean;
}

const grilleOuRefus = (nom: string | undefined) => {
  const grille = nom === undefined ? null : trouverGrille(nom);
  return (
    grille ??
    interrompre(
      404,
      'Cette grille n’existe pas',
      'Vérifiez l’adresse, ou revenez à la liste des grilles attendues.',
    )
  );
};

const ouvrirParLien = async (
  request: Request,
  { jeton, grille: nom }: Parametres,
): Promise<AccesALaGrille> => {
  const acces = await exigerLienCommune(request, jeton);
  const grille = grilleOuRefus(nom);
  return {
    ...acces,
    grille: grille.nom,
    titre: typographier(grille.titre),
    chemin: `${acces.chemin}/grilles/${grille.nom}`,
    retour: acces.chemin,
    aLeSuivi: false,
    parLien: true,
    peutValider: true,
  };
};

/** Lire les lignes, et donc les agents, demande le droit de déposer : il vaut droit nominatif. */
const DROIT: Droit = 'grille:deposer';

const ouvrirParCompte = async (
  request: Request,
  { siren, grille: nom, collectivite }: Parametres,
): Promise<AccesALaGrille> => {
  const acces = await exigerDroit(request, siren, DROIT);
  const grille = grilleOuRefus(nom);
  if (acces.collectivite !== null && collectivite !== acces.collectivite) {
    interrompre(
      403,
      'Cette grille est celle d’une autre collectivité',
      'Vous rendez les grilles de votre commune seulement : revenez à l’accueil.',
    );
  }
  const membres = await dansTerritoire(acces.base, acces.contexte, lireCollectivites);
  const trouvee = membres.find((membre) => membre.siren === collectivite);
  if (trouvee === undefined && collectivite !== PLUSIEURS) {
    interrompre(
      404,
      'Cette collectivité n’est pas du territoire',
      'Choisissez-la dans le suivi de la collecte.',
    );
  }
  const aLeSuivi = acces.peut('collecte:lire');
  const racine = `/t/${acces.territoire.siren}/elaborer/collecte/${grille.nom}`;
  return {
    base: acces.base,
    contexte: acces.contexte,
    aujourdhui: acces.aujourdhui,
    territoire: acces.territoire,
    grille: grille.nom,
    titre: typographier(grille.titre),
    collectivite: trouvee ?? null,
    chemin: cheminDeGrille(acces.territoire.siren, grille.nom, trouvee?.siren ?? null),
    // Une mairie ne voit pas le suivi de toutes : elle revient à ce qu’on attend d’elle.
    retour: aLeSuivi ? racine : `/t/${acces.territoire.siren}`,
    aLeSuivi,
    parLien: false,
    peutValider: acces.peut('grille:valider'),
  };
};

/**
 * Première ligne des pages d’une grille : par lien personnel (`/c/:jeton/grilles/:grille/…`) ou par
 * compte (`/t/:siren/elaborer/collecte/:grille/:collectivite/…`).
 */
export const ouvrirGrille = (request: Request, params: Parametres): Promise<AccesALaGrille> =>
  params.jeton === undefined ? ouvrirParCompte(request, params) : ouvrirParLien(request, params);

/** Ce qu’une page de grille montre de l’accès, sans rien de secret. */
export const resumerAcces = (acces: AccesALaGrille) => ({
  titre: acces.titre,
  grille: acces.grille,
  chemin: acces.chemin,
  retour: acces.retour,
  aLeSuivi: acces.aLeSuivi,
  parLien: acces.parLien,
  peutValider: acces.peutValider,
  collectivite: acces.collectivite?.nom ?? 'Plusieurs collectivités',
  territoire: acces.territoire.nom,
  couleur: acces.territoire.couleur ?? undefined,
});

export type AccesMontre = ReturnType<typeof resumerAcces>;
