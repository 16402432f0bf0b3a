import { Form } from 'react-router';
import { estJour, type Jour } from '../../../moteurs/calendrier/index.ts';
import {
  Bouton,
  ChampChoix,
  ChampDate,
  ChampFichier,
  ChampTexte,
} from '../../../socle/ui/index.ui.ts';
import type { AvisTape } from './lire-avis.ts';

/** Le formulaire d’un avis : le même pour la pilote et pour la commune, sans JavaScript. */
export const FormulaireDAvis = ({
  tape,
  recueLe,
  aujourdhui,
  bouton,
}: {
  tape: AvisTape | undefined;
  recueLe: Jour;
  aujourdhui: Jour;
  bouton: string;
}) => (
  <Form method="post" encType="multipart/form-data" className="formulaire">
    <input type="hidden" name="geste" value="rendre-avis" />
    <ChampDate
      nom="le"
      libelle="Date de la délibération"
      aide="La séance du conseil municipal : un courrier du maire ne vaut pas délibération."
      jour={tape !== undefined && estJour(tape.le) ? tape.le : undefined}
      min={recueLe}
      max={aujourdhui}
      obligatoire
    />
    <ChampChoix
      nom="sens"
      libelle="Sens de l’avis"
      choix={[
        { valeur: 'favorable', libelle: 'Favorable' },
        { valeur: 'reserve', libelle: 'Favorable avec réserves' },
        { valeur: 'defavorable', libelle: 'Défavorable' },
      ]}
      retenus={tape === undefined ? [] : [tape.sens]}
      obligatoire
    />
    <ChampTexte
      nom="reserves"
      libelle="Réserves ou motifs"
      aide="À recopier de la délibération si l’avis n’est pas simplement favorable."
      lignes={4}
      defaultValue={tape?.reserves}
    />
    <ChampTexte nom="numero" libelle="Numéro de la délibération" defaultValue={tape?.numero} />
    <ChampFichier
      nom="piece"
      libelle="Délibération"
      aide="PDF de préférence, 25 Mo au plus."
      accepte=".pdf,.doc,.docx,.odt,.png,.jpg,.jpeg"
    />
    <div className="rang">
      <Bouton icone="deposer">{bouton}</Bouton>
    </div>
  </Form>
);
