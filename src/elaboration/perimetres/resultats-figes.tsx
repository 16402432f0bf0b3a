import { formaterNombre, formaterPourcent } from '../../socle/ui/index.ts';
import { Tableau } from '../../socle/ui/index.ui.ts';
import type { ResultatFige } from './decider.ts';

const ecrireScore = (score: number | null): string =>
  score === null ? '–' : formaterNombre(score, { max: 1 });

/** Les résultats tels que l’instance les avait sous les yeux. */
export const ResultatsFiges = ({
  resultat,
  libelles,
}: {
  resultat: ResultatFige;
  libelles: Readonly<Record<string, string>>;
}) => (
  <section className="pile pile-serree">
    <h2>Ce que l’instance avait sous les yeux</h2>
    <p className="texte-doux">
      Copie figée ce jour-là : elle ne bouge plus, même si des notes changent.{' '}
      {resultat.originePoids}
    </p>
    {resultat.aDebattre.length === 0 ? null : (
      <p>
        Restaient à débattre :{' '}
        {resultat.aDebattre.map((code) => (libelles[code] ?? code).toLowerCase()).join(', ')}.
      </p>
    )}
    <div className="deux-colonnes">
      <Tableau
        legende="Classement de la grille"
        colonnes={[
          { titre: 'Service' },
          { titre: 'Rang', estNombre: true },
          { titre: 'Score', estNombre: true },
          { titre: 'En tête', estNombre: true },
        ]}
        lignes={[...resultat.classement]
          .sort((a, b) => (a.rang ?? 999) - (b.rang ?? 999))
          .map(({ service, libelle, rang, score, enTete }) => ({
            cle: service,
            cellules: [
              libelle,
              rang ?? 'non classé',
              ecrireScore(score),
              enTete === null ? '–' : formaterPourcent(enTete),
            ],
          }))}
      />
      <Tableau
        legende="Notes et poids de ce service"
        colonnes={[
          { titre: 'Critère' },
          { titre: 'Note', estNombre: true },
          { titre: 'Poids', estNombre: true },
        ]}
        lignes={Object.entries(resultat.notes).map(([code, note]) => ({
          cle: code,
          cellules: [
            libelles[code] ?? code,
            note === null ? 'non noté' : formaterNombre(note),
            code in resultat.poids ? formaterPourcent(resultat.poids[code] ?? 0, 1) : 'filtre',
          ],
        }))}
      />
    </div>
  </section>
);
