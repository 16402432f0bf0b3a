import { lireActions, lireServicesEtMembres } from '../mise-en-oeuvre/pilotage/index.server.ts';
import { composerParticipations, participationsDe } from '../mise-en-oeuvre/pilotage/index.ts';
import { type Acces, exigerDroit } from '../socle/acces/index.server.ts';
import { dansTerritoire } from '../socle/base/index.server.ts';
import {
  lireCollectivites,
  lireContours,
  lireTerritoire,
} from '../socle/territoire/index.server.ts';
import { communesAu, millesimeCommun } from '../socle/territoire/index.ts';
import type { Route } from './+types/accueil.page.ts';
import { composerCarte } from './atelier/carte-du-territoire.server.ts';
import { type AccueilDEquipe, AccueilDeLEquipe } from './demarche/accueil-de-l-equipe.tsx';
import { type AccueilDeCommune, AccueilDeLaCommune } from './demarche/accueil-de-la-commune.tsx';
import { listerAttendus } from './demarche/attendus.ts';
import { bornesDeFrise } from './demarche/echeances.ts';
import { lireEspaceDeCommune } from './demarche/espace-de-commune.server.ts';
import { lireEtatPourLaPage } from './demarche/lire-etat.server.ts';
import { estCheminDePiece } from './demarche/pieces.ts';
import { aUnePageSimple, PLAN } from './plan.ts';

export const meta = () => [{ title: 'Où en est la mutualisation ? – Ensemblier' }];

/** La carte : qui participe à quoi dès qu’une action est suivie ; avant, les populations. */
const composerCarteDAccueil = ({ base, contexte, aujourdhui }: Acces) =>
  dansTerritoire(base, contexte, async (tx): Promise<AccueilDEquipe['carte']> => {
    const territoire = await lireTerritoire(tx);
    const communes = communesAu(territoire, aujourdhui);
    const contours = await lireContours(tx);
    const participations = participationsDe(
      await lireActions(tx, contexte),
      await lireServicesEtMembres(tx, contexte, aujourdhui),
    );
    if (participations.length > 0) {
      const { fond, valeurs, legende } = composerParticipations(communes, contours, participations);
      return { titre: 'Services mutualisés, en place ou à venir', fond, valeurs, legende };
    }
    const millesime = millesimeCommun(communes, ['municipale']);
    return { titre: 'Le territoire', ...composerCarte(communes, contours, millesime) };
  });

const preparerLEquipe = async (request: Request, acces: Acces): Promise<AccueilDEquipe> => {
  const { territoire, aujourdhui, peut } = acces;
  const { pieces, echeances } = await lireEtatPourLaPage(request, acces);
  const racine = `/t/${territoire.siren}`;
  return {
    genre: 'equipe',
    territoire: territoire.nom,
    aujourdhui,
    pieces: PLAN.flatMap(({ titre, chemin, partie, droit }) =>
      estCheminDePiece(chemin) && peut(droit)
        ? [{ ...pieces[chemin], titre, partie, chemin: `${racine}/${chemin}` }]
        : [],
    ),
    attendus: listerAttendus(pieces, peut).map((attendu) => ({
      ...attendu,
      chemin: `${racine}/${attendu.chemin}`,
    })),
    echeances,
    bornes: bornesDeFrise(echeances.slice(0, 8), aujourdhui),
    carte: await composerCarteDAccueil(acces),
  };
};

const preparerLaCommune = async (acces: Acces): Promise<AccueilDeCommune> => {
  const { base, contexte, territoire, collectivite, aujourdhui, peut } = acces;
  const racine = `/t/${territoire.siren}`;
  const commun = {
    genre: 'commune' as const,
    territoire: territoire.nom,
    evaluer: peut('perimetre:evaluer') ? `${racine}/elaborer/perimetres` : null,
    adressePublique: `/public/${territoire.siren}`,
  };
  if (collectivite === null) return { ...commun, commune: null, espace: null };
  return dansTerritoire(base, contexte, async (tx) => ({
    ...commun,
    commune: (await lireCollectivites(tx)).find(({ siren }) => siren === collectivite)?.nom ?? null,
    espace: await lireEspaceDeCommune(
      tx,
      contexte,
      collectivite,
      {
        grille: (grille) =>
          peut('grille:lire') ? `${racine}/elaborer/collecte/${grille}/${collectivite}` : null,
        avis: `${racine}/elaborer/adoption/communes/${collectivite}`,
        etat: (id) => `${racine}/mettre-en-oeuvre/refacturation/etats/${id}`,
        convention: (id, document) =>
          `${racine}/mettre-en-oeuvre/conventions/${id}/gardes/${document}`,
      },
      aujourdhui,
    ),
  }));
};

export const loader = async ({
  request,
  params,
}: Route.LoaderArgs): Promise<AccueilDEquipe | AccueilDeCommune> => {
  const acces = await exigerDroit(request, params.siren, 'territoire:lire');
  return aUnePageSimple(acces.role) ? preparerLaCommune(acces) : preparerLEquipe(request, acces);
};

const Accueil = ({ loaderData }: Route.ComponentProps) =>
  loaderData.genre === 'equipe' ? (
    <AccueilDeLEquipe accueil={loaderData} />
  ) : (
    <AccueilDeLaCommune accueil={loaderData} />
  );
export default Accueil;
