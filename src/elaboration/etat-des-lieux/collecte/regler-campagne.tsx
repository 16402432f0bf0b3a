import { Form } from 'react-router';
import { Bouton, ChampDate, ChampTexte } from '../../../socle/ui/index.ui.ts';
import type { Campagne } from './campagne.ts';

/** Prolonger, préciser ou clore une campagne. */
export const ReglerCampagne = ({ campagne }: { campagne: Campagne }) => (
  <details>
    <summary>Prolonger, préciser ou clore la campagne</summary>
    <Form method="post" className="pile" key={campagne.version}>
      <input type="hidden" name="campagne" value={campagne.id} />
      <input type="hidden" name="version" value={campagne.version} />
      <ChampDate nom="echeance" libelle="À rendre avant le" jour={campagne.echeance} obligatoire />
      <ChampTexte nom="consigne" libelle="Consigne" lignes={3} defaultValue={campagne.consigne} />
      <div className="rang">
        <Bouton name="geste" value="changer" ton="secondaire">
          Enregistrer
        </Bouton>
        <Bouton name="geste" value="clore" ton="danger">
          Clore la campagne
        </Bouton>
      </div>
      <p className="petit texte-doux">
        Close, une campagne ne relance plus ; les lignes restent enregistrées et se corrigent
        encore.
      </p>
    </Form>
  </details>
);
