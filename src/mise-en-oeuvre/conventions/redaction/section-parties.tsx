import type { Partie } from '../convention.ts';

const CHAMPS = [
  { champ: 'civilite', libelle: 'Civilité' },
  { champ: 'prenom', libelle: 'Prénom' },
  { champ: 'nom', libelle: 'Nom' },
  { champ: 'fonction', libelle: 'Fonction' },
] as const;

/** L’adresse et le représentant de chaque partie, jusqu’à la signature. */
export const SectionParties = ({ parties }: { parties: readonly Partie[] }) =>
  parties.map(({ siren, nom, adresse, representant }) => (
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
  ));
