import { BoutonLien, Encadre, Titre } from '../../socle/ui/index.ui.ts';
import type { EspaceDeCommune } from './espace-de-commune.server.ts';
import { direLeReste, QuatreBlocs } from './quatre-blocs.tsx';

export interface AccueilDeCommune {
  readonly genre: 'commune';
  readonly territoire: string;
  /** Null pour un élu qui n’est rattaché à aucune commune. */
  readonly commune: string | null;
  readonly espace: EspaceDeCommune | null;
  /** Adresse des grilles d’aide à la décision, si la personne peut y noter. */
  readonly evaluer: string | null;
  readonly adressePublique: string;
}

/** L’accueil d’une commune ou d’un élu connecté : sa commune en quatre blocs. */
export const AccueilDeLaCommune = ({ accueil }: { accueil: AccueilDeCommune }) => {
  const { territoire, commune, espace, evaluer, adressePublique } = accueil;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={territoire}
        chapeau={
          espace === null ? 'Suivez la démarche de votre intercommunalité.' : direLeReste(espace)
        }
      >
        {commune === null ? 'Où en est la mutualisation ?' : `${commune} et la mutualisation`}
      </Titre>
      {evaluer === null ? null : (
        <Encadre titre="Dire ce qui compte">
          <p>Notez les services et ordonnez les critères : votre avis pèse dans les périmètres.</p>
          <BoutonLien vers={evaluer}>Ouvrir les grilles d’aide à la décision</BoutonLien>
        </Encadre>
      )}
      {espace === null ? null : <QuatreBlocs espace={espace} />}
      <p>
        <BoutonLien vers={adressePublique} ton="discret">
          Voir ce que lisent les habitants
        </BoutonLien>
      </p>
    </div>
  );
};
