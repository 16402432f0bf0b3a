import { Link } from 'react-router';
import { Tableau } from '../../../socle/ui/index.ui.ts';
import { ecrireEtp, MASQUE } from './ecritures.ts';
import type { EffectifsMontres, MesureMontree } from './presenter.ts';

/** Les ETP croisés par collectivité et par service ; chaque case mène à ses cellules. */
export const Croisement = ({
  effectifs,
  chemin,
}: {
  effectifs: EffectifsMontres;
  chemin: string;
}) => {
  const { parCollectivite, parService, croisement, estMasque } = effectifs;
  const ecrire = (mesure: MesureMontree | undefined, requete: string) => {
    if (mesure === undefined) return <span className="texte-doux">–</span>;
    if (mesure === null) return MASQUE;
    const etp = ecrireEtp(mesure.etpCentiemes);
    return estMasque ? etp : <Link to={`${chemin}/sources?${requete}`}>{etp}</Link>;
  };
  return (
    <section className="pile" aria-labelledby="titre-croisement">
      <h2 id="titre-croisement">Qui fait quoi, et où ?</h2>
      <details>
        <summary>Voir les ETP par collectivité et par service</summary>
        <Tableau
          legende="ETP par collectivité et par service"
          legendeVisible={false}
          colonnes={[
            { titre: 'Collectivité' },
            ...parService.map(({ code, libelle }) => ({
              titre: <abbr title={libelle}>{code}</abbr>,
              estNombre: true,
            })),
            { titre: 'Total', estNombre: true },
          ]}
          lignes={parCollectivite.map((ligne, rang) => ({
            cle: ligne.code,
            cellules: [
              ligne.libelle,
              ...parService.map((service, colonne) =>
                ecrire(
                  croisement[rang]?.[colonne],
                  `collectivite=${ligne.code}&service=${service.code}`,
                ),
              ),
              ecrire(ligne.mesure, `collectivite=${ligne.code}`),
            ],
          }))}
          total={[
            'Total',
            ...parService.map(({ code, mesure }) => ecrire(mesure, `service=${code}`)),
            ecrireEtp(effectifs.total.etpCentiemes),
          ]}
        />
      </details>
    </section>
  );
};
