import type { CommunicationTenue } from '../../elaboration/schema/index.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien } from '../../socle/ui/index.ui.ts';
import { LIBELLES_DE_CADRE, type prochaineCommunication } from './communication-annuelle.ts';

/** Rendre compte : la communication annuelle au conseil, la page publique aux habitants. */
export const RendreCompte = ({
  chemin,
  communication,
  derniereTenue,
  adressePublique,
  publieeLe,
  peutPublier,
}: {
  chemin: string;
  communication: ReturnType<typeof prochaineCommunication>;
  derniereTenue: CommunicationTenue | null;
  adressePublique: string;
  publieeLe: Jour | null;
  peutPublier: boolean;
}) => (
  <section className="pile pile-serree" aria-labelledby="compte">
    <h2 id="compte">Rendre compte</h2>
    <p>
      Chaque année, l’avancement est communiqué au conseil communautaire (CGCT, art. L. 5211-39-1).{' '}
      {derniereTenue === null
        ? ''
        : `La dernière s’est tenue le ${formaterJour(derniereTenue.le)}. `}
      Prochaine communication, sur {communication.exercice} :{' '}
      {LIBELLES_DE_CADRE[communication.cadre]}, du {formaterJour(communication.debut)} au{' '}
      {formaterJour(communication.limite)}.
    </p>
    <p>
      {publieeLe === null
        ? 'Aucune page publique n’est en ligne.'
        : `La page publique montre l’état du ${formaterJour(publieeLe)}.`}
    </p>
    <div className="rang">
      {peutPublier ? (
        <>
          <BoutonLien vers={`${chemin}/rapport/${communication.exercice}`}>
            Préparer le rapport {communication.exercice}
          </BoutonLien>
          <BoutonLien vers={`${chemin}/publication`} ton="secondaire">
            Publier pour les habitants
          </BoutonLien>
        </>
      ) : null}
      <BoutonLien vers={adressePublique} ton="discret">
        Voir la page publique
      </BoutonLien>
    </div>
  </section>
);
