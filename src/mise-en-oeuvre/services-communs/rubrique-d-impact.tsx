import { Pastille } from '../../socle/ui/index.ui.ts';
import { type LigneDImpact, RUBRIQUES, type Rubrique } from './fiche-impact.ts';

const LIGNES_LIBRES = 2;
const VIDE: LigneDImpact = { rubrique: '', avant: '', apres: '', mesure: '' };

/** Une rubrique de la fiche : chaque ligne dit l’avant, l’après et la mesure prévue. */
export const RubriqueDImpact = ({
  rubrique,
  lignes,
  enLigne,
  estRemplie,
}: {
  rubrique: Rubrique;
  lignes: readonly LigneDImpact[];
  /** Ce que quelqu’un d’autre a enregistré entre-temps. */
  enLigne?: readonly LigneDImpact[] | undefined;
  estRemplie: boolean;
}) => {
  const toutes = [...lignes, ...Array.from({ length: LIGNES_LIBRES }, () => VIDE)];
  return (
    <fieldset className="champ pile">
      <legend>
        <h2>
          {RUBRIQUES[rubrique]}{' '}
          <Pastille etat={estRemplie ? 'fait' : 'a-faire'}>
            {estRemplie ? 'remplie' : 'à compléter'}
          </Pastille>
        </h2>
      </legend>
      {toutes.map((ligne, rang) => {
        const nom = (champ: string): string => `${rubrique}.${rang}.${champ}`;
        const quoi = ligne.rubrique === '' ? `ligne ${rang + 1}` : ligne.rubrique;
        const autre = enLigne?.find(({ rubrique: libelle }) => libelle === ligne.rubrique);
        return (
          <div key={nom('ligne')} className="grille-cartes">
            <label>
              <span className="champ-libelle">Sujet</span>
              <input className="saisie" name={nom('rubrique')} defaultValue={ligne.rubrique} />
            </label>
            <label>
              <span className="champ-libelle">
                Avant<span className="invisible"> : {quoi}</span>
              </span>
              <textarea
                className="saisie"
                rows={2}
                name={nom('avant')}
                defaultValue={ligne.avant}
              />
            </label>
            <label>
              <span className="champ-libelle">
                Après<span className="invisible"> : {quoi}</span>
              </span>
              <textarea
                className="saisie"
                rows={2}
                name={nom('apres')}
                defaultValue={ligne.apres}
              />
            </label>
            <label>
              <span className="champ-libelle">
                Mesure<span className="invisible"> : {quoi}</span>
                <span className="champ-facultatif"> (facultatif)</span>
              </span>
              <input className="saisie" name={nom('mesure')} defaultValue={ligne.mesure} />
            </label>
            {autre === undefined ||
            (autre.avant === ligne.avant && autre.apres === ligne.apres) ? null : (
              <p className="champ-erreur">
                En ligne : « {autre.avant} » puis « {autre.apres} ».
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
};
