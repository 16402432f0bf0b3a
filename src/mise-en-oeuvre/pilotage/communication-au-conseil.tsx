import { Form } from 'react-router';
import type { CommunicationTenue } from '../../elaboration/schema/index.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { Bouton, BoutonLien, ChampDate, Encadre } from '../../socle/ui/index.ui.ts';

/** Le rapport est-il passé au conseil ? Le registre de l’adoption en fait foi, et reçoit le fait d’ici. */
export const CommunicationAuConseil = ({
  communiquee,
  registre,
  seance,
  aujourdhui,
  aUneDefinitive,
  saisie,
  erreur,
}: {
  communiquee: CommunicationTenue | null;
  /** Adresse du registre de l’adoption. */
  registre: string;
  seance: Jour | null;
  aujourdhui: Jour;
  aUneDefinitive: boolean;
  saisie: string | undefined;
  erreur: string | undefined;
}) => (
  <section className="pile" aria-labelledby="communiquer">
    <h2 id="communiquer">Communiquer au conseil</h2>
    {communiquee !== null ? (
      <Encadre ton="reussite" titre={`Communiqué au conseil le ${formaterJour(communiquee.le)}`}>
        <p>
          {communiquee.seance === '' ? '' : `Séance : ${communiquee.seance}. `}Le registre de
          l’adoption porte ce fait. Une erreur s’y annule, avec son motif.
        </p>
        <BoutonLien vers={registre} ton="secondaire" taille="petite">
          Voir le registre de l’adoption
        </BoutonLien>
      </Encadre>
    ) : aUneDefinitive ? (
      <Form method="post" className="formulaire">
        <p>Après la séance, dites-le ici : le registre de l’adoption l’enregistre.</p>
        <ChampDate
          nom="communiqueLe"
          libelle="Jour de la séance"
          jour={
            (saisie ??
              (seance !== null && seance <= aujourdhui
                ? seance
                : '')) as `${number}-${number}-${number}`
          }
          max={aujourdhui}
          obligatoire
          erreur={erreur}
        />
        <div className="rang">
          <Bouton name="geste" value="communiquer">
            Enregistrer la communication
          </Bouton>
        </div>
      </Form>
    ) : (
      <p>Établissez d’abord la version définitive : c’est elle que le conseil reçoit.</p>
    )}
  </section>
);
