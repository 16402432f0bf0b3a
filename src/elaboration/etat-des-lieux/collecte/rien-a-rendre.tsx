import { Form } from 'react-router';
import { Bouton, ChampTexte } from '../../../socle/ui/index.ui.ts';

/** Déclarer la grille rendue, sans objet, ou la rouvrir. Une absence n’est jamais un zéro. */
export const RienARendre = ({
  campagne,
  lignes,
  peutValider,
}: {
  campagne: { readonly estRendue: boolean };
  lignes: number;
  peutValider: boolean;
}) => {
  if (!peutValider) return null;
  if (campagne.estRendue) {
    return (
      <Form method="post" className="pile pile-serree">
        <input type="hidden" name="geste" value="rouvrir" />
        <p>La grille est notée rendue. Vous pouvez encore corriger, ou la rouvrir.</p>
        <p>
          <Bouton ton="secondaire">Rouvrir la grille</Bouton>
        </p>
      </Form>
    );
  }
  if (lignes > 0) {
    return (
      <Form method="post" className="pile pile-serree">
        <input type="hidden" name="geste" value="rendue" />
        <p>
          Tout y est ? Dites-le : l’intercommunalité saura qu’elle peut s’appuyer sur vos lignes.
        </p>
        <p>
          <Bouton icone="valide">Déclarer la grille rendue</Bouton>
        </p>
      </Form>
    );
  }
  return (
    <details>
      <summary>Nous n’avons rien à rendre</summary>
      <Form method="post" className="pile">
        <input type="hidden" name="geste" value="sans-objet" />
        <ChampTexte
          nom="motif"
          libelle="Pourquoi ?"
          aide="Par exemple : aucun agent, service assuré par une commune voisine."
          obligatoire
        />
        <p>
          <Bouton ton="secondaire">Déclarer la grille sans objet</Bouton>
        </p>
      </Form>
    </details>
  );
};
