import { isRouteErrorResponse, useLocation } from 'react-router';
import { BoutonLien, Encadre, PageSimple, Titre } from '../socle/ui/index.ui.ts';
import { EnvoyerDeNouveau } from './envoi-retenu.tsx';
import {
  type Explication,
  estPassagere,
  lireRefus,
  PANNE,
  PAR_STATUT,
} from './explications-d-erreur.ts';
import { trouverSortie } from './sortie-d-erreur.ts';

const HORS_LIGNE: Explication = {
  titre: 'Vous êtes hors ligne',
  quoi: 'Vérifiez votre connexion, puis rechargez la page. Votre saisie reste affichée tant que vous ne fermez pas l’onglet.',
  sauf: 'Ce que vous aviez validé est enregistré.',
};

const estCoupureReseau = (erreur: unknown): boolean =>
  erreur instanceof TypeError && /fetch|network|load failed/i.test(erreur.message);

const choisir = (erreur: unknown): Explication => {
  if (isRouteErrorResponse(erreur)) {
    return lireRefus(erreur.data) ?? PAR_STATUT[erreur.status] ?? PANNE;
  }
  return estCoupureReseau(erreur) ? HORS_LIGNE : PANNE;
};

/** La page d’erreur générale : ce qui se passe, ce qui est sauf, ce que l’on peut faire. */
export const PageErreur = ({ erreur }: { erreur: unknown }) => {
  const { titre, quoi, sauf } = choisir(erreur);
  const sortie = trouverSortie(useLocation().pathname);
  const statut = isRouteErrorResponse(erreur) ? erreur.status : null;
  return (
    <PageSimple lecture>
      <title>{`${titre} – Ensemblier`}</title>
      <div className="pile">
        <Titre surtitre={statut === null ? undefined : `Erreur ${statut}`}>{titre}</Titre>
        <p className="lecture">{quoi}</p>
        <Encadre titre="Ce qui est sauf">
          <p>{sauf}</p>
        </Encadre>
        {estPassagere(statut) ? <EnvoyerDeNouveau /> : null}
        <p>
          <BoutonLien vers={sortie.vers}>{sortie.libelle}</BoutonLien>
        </p>
      </div>
    </PageSimple>
  );
};
