import { Link } from 'react-router';
import { BoutonLien, Tableau } from '../../../socle/ui/index.ui.ts';
import { ecrireEtp, MASQUE } from './ecritures.ts';
import type { PageDuCroisement } from './page-du-croisement.ts';
import type { EffectifsMontres, MesureMontree } from './presenter.ts';

/** Les ETP croisés par collectivité et par service ; chaque case mène à ses cellules. */
export const Croisement = ({
  effectifs,
  chemin,
  age,
  pagination,
}: {
  effectifs: EffectifsMontres;
  chemin: string;
  age: number;
  pagination: PageDuCroisement;
}) => {
  const { parCollectivite, parService, croisement, estMasque } = effectifs;
  const ecrire = (mesure: MesureMontree | undefined, requete: string) => {
    if (mesure === undefined) return <span className="texte-doux">–</span>;
    if (mesure === null) return MASQUE;
    const etp = ecrireEtp(mesure.etpCentiemes);
    return estMasque ? etp : <Link to={`${chemin}/sources?${requete}`}>{etp}</Link>;
  };
  const aller = (page: number) => `?voir=croisement&page=${page}&age=${age}#titre-croisement`;
  const { page, pages } = pagination;
  if (!pagination.estDemande) {
    return (
      <section className="pile" aria-labelledby="titre-croisement">
        <h2 id="titre-croisement">Qui fait quoi, et où ?</h2>
        <p>
          <BoutonLien vers={aller(1)} ton="secondaire">
            Voir les ETP par collectivité et par service
          </BoutonLien>
        </p>
      </section>
    );
  }
  return (
    <section className="pile" aria-labelledby="titre-croisement">
      <h2 id="titre-croisement">Qui fait quoi, et où ?</h2>
      <p>
        <BoutonLien vers={`${chemin}?age=${age}`} ton="discret" icone="gauche">
          Revenir à tous les chiffres
        </BoutonLien>
      </p>
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
        lignes={parCollectivite.slice(...pagination.tranche).map((ligne, rang) => ({
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
          pages > 1 ? 'Total de tous' : 'Total',
          ...parService.map(({ code, mesure }) => ecrire(mesure, `service=${code}`)),
          ecrireEtp(effectifs.total.etpCentiemes),
        ]}
      />
      {pages > 1 ? (
        <p className="rang">
          {page > 1 ? <Link to={aller(page - 1)}>Collectivités précédentes</Link> : null}
          <span>
            Page {page} sur {pages}
          </span>
          {page < pages ? <Link to={aller(page + 1)}>Collectivités suivantes</Link> : null}
        </p>
      ) : null}
    </section>
  );
};
