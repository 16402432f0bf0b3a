import { Form } from 'react-router';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { Bouton, ChampTexte } from '../../socle/ui/index.ui.ts';

interface FaitMontre {
  readonly id: string;
  readonly le: Jour;
  readonly libelle: string;
  readonly qui: string | null;
  readonly sens: string | null;
  readonly numero: string | null;
  readonly version: number | null;
  readonly estAnnulation: boolean;
  readonly motif: string | null;
  readonly tient: boolean;
  readonly par: string;
}

const ecrire = ({ libelle, qui, sens, numero, version, le, estAnnulation, motif }: FaitMontre) =>
  [
    estAnnulation ? `Annulation : ${libelle.toLowerCase()}` : libelle,
    qui,
    sens,
    numero === null ? null : `n° ${numero}`,
    version === null ? null : `version ${version}`,
    motif,
    `le ${formaterJour(le)}`,
  ]
    .filter((partie) => partie !== null)
    .join(', ');

/** Le dossier : tous les faits, qui les a enregistrés, et comment en annuler un. */
export const FaitsDeLaConvention = ({
  faits,
  parties,
  correspondant,
  peutRediger,
  avenant,
}: {
  faits: readonly FaitMontre[];
  parties: readonly { readonly nom: string }[];
  correspondant: string;
  peutRediger: boolean;
  avenant: boolean;
}) => (
  <section className="pile" aria-labelledby="dossier">
    <h2 id="dossier">Le dossier</h2>
    <details>
      <summary>Les parties ({parties.length})</summary>
      <p>{parties.map(({ nom }) => nom).join(', ')}.</p>
    </details>
    <details>
      <summary>Tout ce qui s’est passé ({faits.length})</summary>
      <ul>
        {faits.map((fait) => (
          <li key={fait.id}>
            {fait.tient || fait.estAnnulation ? ecrire(fait) : <s>{ecrire(fait)}</s>}
            <span className="petit texte-doux"> enregistré par {fait.par}</span>
          </li>
        ))}
      </ul>
    </details>
    {peutRediger ? (
      <details>
        <summary>Corriger une erreur d’enregistrement</summary>
        <Form method="post" className="pile">
          <label className="champ">
            <span className="champ-libelle">Fait à annuler</span>
            <select name="fait" className="saisie" required defaultValue="">
              <option value="">Choisir…</option>
              {faits
                .filter(({ tient }) => tient)
                .map((fait) => (
                  <option key={fait.id} value={fait.id}>
                    {ecrire(fait)}
                  </option>
                ))}
            </select>
          </label>
          <ChampTexte nom="motif" libelle="Pourquoi" obligatoire />
          <div className="rang">
            <Bouton ton="danger" name="geste" value="annuler">
              Annuler ce fait
            </Bouton>
          </div>
        </Form>
      </details>
    ) : null}
    {peutRediger ? (
      <Form method="post" className="pile pile-serree">
        <ChampTexte
          nom="correspondant"
          libelle="Personne à joindre"
          aide="Le seul champ qui se modifie encore après la signature."
          defaultValue={correspondant}
          maxLength={200}
        />
        <div className="rang">
          <Bouton ton="secondaire" taille="petite" name="geste" value="correspondant">
            Enregistrer
          </Bouton>
        </div>
      </Form>
    ) : (
      <p>Personne à joindre : {correspondant === '' ? 'non renseignée' : correspondant}.</p>
    )}
    {avenant ? (
      <Form method="post">
        <Bouton ton="secondaire" name="geste" value="avenant">
          Préparer un avenant
        </Bouton>
      </Form>
    ) : null}
  </section>
);
