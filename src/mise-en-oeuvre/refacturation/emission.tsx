import { Form } from 'react-router';
import { Bouton, BoutonLien, ChampTexte, Encadre, RefusMotive } from '../../socle/ui/index.ui.ts';
import { NATURES, type NatureDEtat } from './entrees.ts';
import type { ExercicePrepare } from './preparer-exercice.server.ts';

const natureAEmettre = (
  nature: NatureDEtat,
  emissions: ExercicePrepare['emissions'],
): NatureDEtat | null => {
  const dejaEmise = emissions.some((une) => une.nature === nature);
  if (!dejaEmise) return nature;
  return nature === 'definitif' ? 'rectificatif' : null;
};

/** Les contrôles avant émission, puis l’émission ; ou la simulation jointe au projet de convention. */
export const Emission = ({ lu }: { lu: ExercicePrepare }) => {
  const { simulation, nature, annee, emissions, racine, surProjet } = lu;
  if (simulation === null) return null;
  const bloquants = simulation.controles.filter(({ gravite }) => gravite === 'bloquant');
  const autres = simulation.controles.filter(({ gravite }) => gravite !== 'bloquant');
  const aEmettre = natureAEmettre(nature, emissions);
  return (
    <section className="pile" aria-labelledby="emettre">
      <h2 id="emettre">Avant d’émettre</h2>
      {autres.length === 0 ? (
        <p>Les contrôles ne signalent rien.</p>
      ) : (
        <Encadre ton="attention" titre="À regarder">
          <ul>
            {autres.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
        </Encadre>
      )}
      {bloquants.length === 0 ? null : (
        <RefusMotive
          titre="L’émission n’est pas possible"
          manques={bloquants.map(({ message }) => message)}
          quiPeutAgir="pilote ou service de l’intercommunalité"
          action={
            <BoutonLien
              vers={`${racine.replace('mettre-en-oeuvre', 'elaborer')}/collecte`}
              taille="petite"
            >
              Ouvrir la collecte
            </BoutonLien>
          }
        />
      )}
      {surProjet && lu.peutRediger ? (
        <Form method="post">
          <Bouton name="geste" value="joindre">
            Joindre cette simulation à la convention
          </Bouton>
        </Form>
      ) : null}
      {!surProjet && aEmettre === null ? (
        <p>
          L’état {NATURES[nature]} de {annee} est émis.
        </p>
      ) : null}
      {surProjet || aEmettre === null || bloquants.length > 0 || !lu.peutEmettre ? null : (
        <Form method="post" className="pile">
          <input type="hidden" name="nature" value={aEmettre} />
          <ChampTexte
            nom="commentaire"
            libelle="Commentaire, imprimé sur chaque état"
            lignes={3}
            aide="Ce qui explique l’évolution. Demandé si une part varie de plus de 10 %."
          />
          <p>
            Émettre fige les entrées et l’explication : rien ne se modifiera plus, une correction
            sera un état rectificatif.
          </p>
          <div className="rang">
            <Bouton name="geste" value="emettre">
              Émettre l’état {NATURES[aEmettre]} {annee}
            </Bouton>
          </div>
        </Form>
      )}
    </section>
  );
};
