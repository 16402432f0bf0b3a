import { Form } from 'react-router';
import { accorder } from '../../socle/ui/index.ts';
import { Bouton, Champ, ChampFichier, ChampTexte } from '../../socle/ui/index.ui.ts';

/** Ce que la pilote règle : la couleur du territoire et les contours de ses communes. */
export const ReglagesTerritoire = ({
  couleur,
  sansContour,
}: {
  couleur: string | null;
  sansContour: number;
}) => (
  <div className="deux-colonnes">
    <section className="carte pile" aria-labelledby="contours">
      <h2 id="contours">Contours des communes</h2>
      <p>
        {sansContour === 0
          ? 'Toutes les communes ont leur contour.'
          : `${accorder(sansContour, 'commune est sans contour', 'communes sont sans contour')} : la carte montre alors des bulles.`}
      </p>
      <Form method="post" encType="multipart/form-data" className="formulaire">
        <ChampFichier
          nom="contours"
          libelle="Fichier GeoJSON des communes"
          aide="Par exemple les contours administratifs publiés sur data.gouv.fr, en degrés (WGS 84)."
          accepte=".geojson,.json"
          obligatoire
        />
        <ChampTexte
          nom="source"
          libelle="Mention à afficher"
          aide="Par exemple : IGN, Admin Express 2026, Licence Ouverte."
          maxLength={200}
        />
        <div>
          <Bouton name="geste" value="contours" ton="secondaire" icone="deposer">
            Déposer les contours
          </Bouton>
        </div>
      </Form>
    </section>
    <section className="carte pile" aria-labelledby="couleur">
      <h2 id="couleur">Couleur du territoire</h2>
      <p>
        Elle signe les pages vues par les communes. Un contraste trop faible est corrigé à
        l’affichage.
      </p>
      <Form method="post" className="formulaire">
        <Champ nom="couleur" libelle="Couleur" obligatoire>
          {(liens) => (
            <input {...liens} type="color" className="saisie" defaultValue={couleur ?? '#0b4f58'} />
          )}
        </Champ>
        <div>
          <Bouton name="geste" value="habiller" ton="secondaire">
            Enregistrer la couleur
          </Bouton>
        </div>
      </Form>
    </section>
  </div>
);
