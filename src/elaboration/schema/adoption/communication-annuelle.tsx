import { Form } from 'react-router';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { Echeance } from '../../../moteurs/procedure/index.ts';
import { formaterJour } from '../../../socle/ui/index.ts';
import { Bouton, ChampDate, ChampTexte, Tableau } from '../../../socle/ui/index.ui.ts';

const STATUTS = { 'en-cours': 'à venir', acquise: 'faite', depassee: 'dépassée' } as const;

/** Les communications attendues, et celle que l’on date (SCH-09). */
export const CommunicationAnnuelle = ({
  aujourdhui,
  communications,
}: {
  aujourdhui: Jour;
  communications: readonly Echeance[];
}) => (
  <section className="pile" aria-labelledby="communication">
    <h2 id="communication">Communication annuelle</h2>
    <Tableau
      legende="Communications attendues"
      colonnes={[{ titre: 'Objet' }, { titre: 'Au plus tard' }, { titre: 'État' }]}
      lignes={communications.map(({ objet, echeance, statut }) => ({
        cle: objet,
        cellules: [objet, formaterJour(echeance), STATUTS[statut]],
      }))}
    />
    <Form method="post" className="formulaire carte">
      <input type="hidden" name="geste" value="communiquer" />
      <ChampDate
        nom="le"
        libelle="Date de la séance"
        jour={aujourdhui}
        max={aujourdhui}
        obligatoire
      />
      <ChampTexte
        nom="seance"
        libelle="Séance"
        aide="Par exemple : débat d’orientation budgétaire."
      />
      <div className="rang">
        <Bouton>Dater la communication</Bouton>
      </div>
    </Form>
  </section>
);
