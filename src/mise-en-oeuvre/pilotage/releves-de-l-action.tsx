import { Form } from 'react-router';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { formaterJourCourt, formaterNombre, formaterPourcent } from '../../socle/ui/index.ts';
import {
  Bouton,
  ChampDate,
  ChampNombre,
  ChampSelection,
  ChampTexte,
  Courbe,
  GraphiqueEtTableau,
  Tableau,
} from '../../socle/ui/index.ui.ts';
import type { Saisie } from './champs-de-suivi.tsx';
import type { IndicateurMesure } from './indicateurs.ts';

const Serie = ({ indicateur }: { indicateur: IndicateurMesure }) => {
  const { libelle, unite, cible, releves, dernier, part } = indicateur;
  if (dernier === null) return <p>« {libelle} » : aucun relevé encore.</p>;
  const tableau = (
    <Tableau
      legende={`Relevés : ${libelle}`}
      colonnes={[{ titre: 'Jour' }, { titre: 'Valeur', estNombre: true }, { titre: 'Commentaire' }]}
      lignes={releves.map(({ id, le, valeur, commentaire }) => ({
        cle: id,
        cellules: [formaterJourCourt(le), `${formaterNombre(valeur)} ${unite}`.trim(), commentaire],
      }))}
    />
  );
  const avecUnite = (ecriture: string) => `${ecriture} ${unite}`.trim();
  const chemin =
    part === null ? '' : `, soit ${formaterPourcent(part)} du chemin vers ${avecUnite(cible)}`;
  const phrase = `${libelle} : ${avecUnite(formaterNombre(dernier.valeur))} le ${formaterJourCourt(dernier.le)}${chemin}.`;
  return releves.length < 2 || releves.some(({ valeur }) => valeur < 0) ? (
    <div className="pile pile-serree">
      <p>{phrase}</p>
      {tableau}
    </div>
  ) : (
    <GraphiqueEtTableau
      phrase={phrase}
      graphique={
        <Courbe
          abscisses={releves.map(({ le }) => formaterJourCourt(le))}
          series={[
            { cle: libelle, libelle, teinte: 1, valeurs: releves.map(({ valeur }) => valeur) },
          ]}
          unite={unite}
        />
      }
      tableau={tableau}
    />
  );
};

/** Les indicateurs d’une action : leurs relevés, et le formulaire pour en ajouter un. */
export const RelevesDeLAction = ({
  indicateurs,
  peutSuivre,
  aujourdhui,
  erreurs,
}: {
  indicateurs: readonly IndicateurMesure[];
  peutSuivre: boolean;
  aujourdhui: Jour;
  erreurs: Saisie;
}) => (
  <section className="pile" aria-labelledby="indicateurs">
    <h2 id="indicateurs">Indicateurs</h2>
    {indicateurs.length === 0 ? (
      <p>La fiche technique de cette action ne porte aucun indicateur.</p>
    ) : (
      indicateurs.map((indicateur) => <Serie key={indicateur.libelle} indicateur={indicateur} />)
    )}
    {peutSuivre && indicateurs.length > 0 ? (
      <Form method="post" className="carte pile">
        <h3>Ajouter un relevé</h3>
        <input type="hidden" name="geste" value="relever" />
        <div className="deux-colonnes">
          <ChampSelection
            nom="indicateur"
            libelle="Indicateur"
            obligatoire
            options={indicateurs.map(({ libelle }) => ({ valeur: libelle, libelle }))}
            erreur={erreurs.indicateur}
          />
          <ChampNombre nom="valeur" libelle="Valeur" obligatoire erreur={erreurs.valeur} />
          <ChampDate
            nom="le"
            libelle="Relevé le"
            obligatoire
            jour={aujourdhui}
            max={aujourdhui}
            erreur={erreurs.le}
          />
          <ChampTexte nom="commentaire" libelle="Commentaire" />
        </div>
        <p>
          <Bouton ton="secondaire">Inscrire le relevé</Bouton>
        </p>
      </Form>
    ) : null}
  </section>
);
