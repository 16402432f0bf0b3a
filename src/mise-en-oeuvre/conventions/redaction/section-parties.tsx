import { ChampSelection } from '../../../socle/ui/index.ui.ts';
import type { Partie } from '../convention.ts';

const CHAMPS = [
  { champ: 'civilite', libelle: 'Civilité' },
  { champ: 'prenom', libelle: 'Prénom' },
  { champ: 'nom', libelle: 'Nom' },
  { champ: 'fonction', libelle: 'Fonction' },
] as const;

/** L’adresse et le représentant de chaque partie, jusqu’à la signature. */
export const SectionParties = ({
  parties,
  communes,
}: {
  parties: readonly Partie[];
  /** Les communes qu’on peut encore ajouter ; vide quand la liste est scellée. */
  communes: readonly { readonly siren: string; readonly nom: string }[];
}) => (
  <>
    {communes.length === 0 ? null : (
      <>
        <ChampSelection
          nom="ajouter"
          libelle="Ajouter une commune"
          aide="Choisissez-la, puis enregistrez : la liste se scelle quand la version est figée."
          options={communes.map(({ siren, nom }) => ({ valeur: siren, libelle: nom }))}
        />
        <ChampSelection
          nom="retirer"
          libelle="Retirer une commune"
          options={parties
            .filter(({ qualite }) => qualite !== 'epci')
            .map(({ siren, nom }) => ({ valeur: siren, libelle: nom }))}
        />
      </>
    )}
    {parties.map(({ siren, nom, adresse, representant }) => (
      <fieldset key={siren} className="champ pile pile-serree">
        <legend className="champ-libelle">{nom}</legend>
        <div className="grille-cartes">
          <label>
            <span className="petit">
              Adresse<span className="invisible">, {nom}</span>
            </span>
            <input className="saisie" name={`${siren}.adresse`} defaultValue={adresse} />
          </label>
          {CHAMPS.map(({ champ, libelle }) => (
            <label key={champ}>
              <span className="petit">
                {libelle}
                <span className="invisible"> du représentant, {nom}</span>
              </span>
              <input
                className="saisie"
                name={`${siren}.${champ}`}
                defaultValue={representant?.[champ] ?? ''}
              />
            </label>
          ))}
        </div>
      </fieldset>
    ))}
  </>
);
