import { isRouteErrorResponse } from 'react-router';
import { BoutonLien, Encadre, PageSimple, Titre } from '../socle/ui/index.ui.ts';

interface Explication {
  titre: string;
  quoi: string;
  sauf: string;
}

const PAR_STATUT: Record<number, Explication> = {
  401: {
    titre: 'Cette page demande de vous identifier',
    quoi: 'Ouvrez le lien personnel reçu par courriel, ou identifiez-vous.',
    sauf: 'Aucune donnée n’a été modifiée.',
  },
  403: {
    titre: 'Cette page ne vous est pas ouverte',
    quoi: 'Demandez l’accès à la personne qui pilote la démarche dans votre intercommunalité.',
    sauf: 'Aucune donnée n’a été modifiée.',
  },
  404: {
    titre: 'Cette page n’existe pas',
    quoi: 'L’adresse est peut-être incomplète, ou la page a changé de place. Vérifiez l’adresse, ou repartez de l’accueil.',
    sauf: 'Aucune donnée n’a été perdue : rien n’est effacé sans trace.',
  },
};

const PANNE: Explication = {
  titre: 'Le service a rencontré une panne',
  quoi: 'Attendez une minute, puis rechargez la page. Si la panne dure, prévenez votre administrateur en donnant l’heure.',
  sauf: 'Ce que vous aviez validé est enregistré. Un envoi en cours est à refaire.',
};

const HORS_LIGNE: Explication = {
  titre: 'Vous êtes hors ligne',
  quoi: 'Vérifiez votre connexion, puis rechargez la page. Votre saisie reste affichée tant que vous ne fermez pas l’onglet.',
  sauf: 'Ce que vous aviez validé est enregistré.',
};

const estCoupureReseau = (erreur: unknown): boolean =>
  erreur instanceof TypeError && /fetch|network|load failed/i.test(erreur.message);

/** Un refus qui s’explique lui-même (garde d’accès, lien expiré) : ses mots l’emportent. */
const lireRefus = (donnees: unknown): Explication | null => {
  const { titre, quoi } = (donnees ?? {}) as { readonly titre?: unknown; readonly quoi?: unknown };
  return typeof titre === 'string' && typeof quoi === 'string'
    ? { titre, quoi, sauf: 'Aucune donnée n’a été modifiée.' }
    : null;
};

const choisir = (erreur: unknown): Explication => {
  if (isRouteErrorResponse(erreur)) {
    return lireRefus(erreur.data) ?? PAR_STATUT[erreur.status] ?? PANNE;
  }
  return estCoupureReseau(erreur) ? HORS_LIGNE : PANNE;
};

/** La page d’erreur générale : ce qui se passe, ce qui est sauf, ce que l’on peut faire. */
export const PageErreur = ({ erreur }: { erreur: unknown }) => {
  const { titre, quoi, sauf } = choisir(erreur);
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
        <p>
          <BoutonLien vers="/">Revenir à l’accueil</BoutonLien>
        </p>
      </div>
    </PageSimple>
  );
};
