import { Tableau } from '../../socle/ui/index.ui.ts';
import type { ResultatMontre } from './montrer-resultat.ts';

const ecrireRang = (rang: number): string => (rang === 1 ? '1er' : `${rang}e`);

/** Où l’on n’est pas d’accord : les notes à débattre, et le classement selon les cartes de chacun. */
export const Dissensus = ({
  resultat: { debats, evaluateurs, selonChacun },
}: {
  resultat: Pick<ResultatMontre, 'debats' | 'evaluateurs' | 'selonChacun'>;
}) => (
  <section className="pile pile-serree">
    <h2>Où n’est-on pas d’accord ?</h2>
    {debats.length === 0 ? (
      <p>Aucun critère n’a trois points d’écart entre évaluateurs.</p>
    ) : (
      <Tableau
        legende="Notes à débattre : trois points d’écart ou plus"
        colonnes={[{ titre: 'Service' }, { titre: 'Critère' }, { titre: 'Qui a mis combien' }]}
        lignes={debats.map(({ service, critere, avis }) => ({
          cle: `${service}-${critere}`,
          cellules: [
            service,
            critere,
            avis.map(({ nom, note }) => `${nom}\u00a0: ${note}`).join(', '),
          ],
        }))}
      />
    )}
    {evaluateurs.length === 0 ? (
      <p>Personne n’a encore posé ses cartes : un seul jeu de poids, celui du référentiel.</p>
    ) : (
      <Tableau
        legende="Classement selon les cartes de chacun"
        colonnes={[
          { titre: 'Service' },
          ...evaluateurs.map((nom) => ({ titre: nom, estNombre: true })),
        ]}
        lignes={selonChacun.map(({ libelle, rangs }) => ({
          cle: libelle,
          cellules: [libelle, ...rangs.map(ecrireRang)],
        }))}
      />
    )}
  </section>
);
