import { Link } from 'react-router';
import { formaterMontantArrondi } from '../../../socle/ui/index.ts';
import { Barres, GraphiqueEtTableau, Tableau } from '../../../socle/ui/index.ui.ts';
import { ecrireCoutRond, ecrireEtp, eparpillement, MASQUE, partDe } from './ecritures.ts';
import type { EffectifsMontres, LigneMontree } from './presenter.ts';

const COLONNES = [
  { titre: 'Agents', estNombre: true },
  { titre: 'Postes', estNombre: true },
  { titre: 'ETP', estNombre: true },
  { titre: 'Coût annuel', estNombre: true },
  { titre: 'Agents pour 1 ETP', estNombre: true },
];

/** Au-delà, un graphique ne se lit plus : le tableau, lui, porte tout. */
const BARRES_MONTREES = 30;

/** La part des plus gros dans le total, cases masquées exceptées. */
const phraseDe = (lignes: readonly LigneMontree[], total: number, quoi: string): string => {
  const montrees = lignes.flatMap(({ libelle, mesure }) =>
    mesure === null ? [] : [{ libelle, etp: mesure.etpCentiemes }],
  );
  const premieres = montrees.slice(0, 3);
  if (premieres.length === 0) return `Chaque ${quoi} compte trop peu d’agents pour être montré.`;
  const part = partDe(
    premieres.reduce((cumul, { etp }) => cumul + etp, 0),
    total,
  );
  const noms = new Intl.ListFormat('fr').format(premieres.map(({ libelle }) => libelle));
  return `${noms} ${premieres.length > 1 ? 'réunissent' : 'réunit'} ${part}\u00a0% des ETP.`;
};

const Partie = ({
  titre,
  quoi,
  parametre,
  lignes,
  effectifs,
  chemin,
}: {
  titre: string;
  quoi: string;
  parametre: 'collectivite' | 'service';
  lignes: readonly LigneMontree[];
  effectifs: EffectifsMontres;
  chemin: string;
}) => {
  const ouvrir = ({ code, libelle }: LigneMontree) =>
    effectifs.estMasque ? (
      libelle
    ) : (
      <Link to={`${chemin}/sources?${parametre}=${code}`}>{libelle}</Link>
    );
  const montrees = lignes.filter(({ mesure }) => mesure !== null);
  const { total } = effectifs;
  return (
    <section className="pile" aria-labelledby={`titre-${parametre}`}>
      <h2 id={`titre-${parametre}`}>{titre}</h2>
      <GraphiqueEtTableau
        disposition="replie"
        phrase={phraseDe(lignes, total.etpCentiemes, quoi)}
        graphique={
          <Barres
            barres={montrees.slice(0, BARRES_MONTREES).map((ligne) => ({
              cle: ligne.code,
              libelle: ouvrir(ligne),
              valeur: ligne.mesure?.etpCentiemes ?? 0,
              ecriture: `${ecrireEtp(ligne.mesure?.etpCentiemes ?? 0)}\u00a0ETP`,
            }))}
          />
        }
        tableau={
          <Tableau
            legende={`Effectifs par ${quoi}`}
            legendeVisible={false}
            colonnes={[{ titre: quoi.charAt(0).toUpperCase() + quoi.slice(1) }, ...COLONNES]}
            lignes={lignes.map((ligne) => ({
              cle: ligne.code,
              cellules: [
                ouvrir(ligne),
                ...(ligne.mesure === null
                  ? COLONNES.map(() => MASQUE)
                  : [
                      ligne.mesure.agents,
                      ligne.mesure.postes,
                      ecrireEtp(ligne.mesure.etpCentiemes),
                      formaterMontantArrondi(ligne.mesure.coutCentimes),
                      eparpillement(ligne.mesure),
                    ]),
              ],
            }))}
            total={[
              effectifs.estMasque ? (
                'Total'
              ) : (
                <Link to={`${chemin}/sources`} key="total">
                  Total
                </Link>
              ),
              total.agents,
              total.postes,
              ecrireEtp(total.etpCentiemes),
              formaterMontantArrondi(total.coutCentimes),
              eparpillement(total),
            ]}
          />
        }
        source={`grilles RH des collectivités (${ecrireCoutRond(total.coutCentimes)})${montrees.length > BARRES_MONTREES ? `. Le graphique montre les ${BARRES_MONTREES} premiers, le tableau les montre tous` : ''}`}
      />
    </section>
  );
};

/** Les effectifs par collectivité, puis par service (parts d’affectation). */
export const Repartition = ({
  effectifs,
  chemin,
}: {
  effectifs: EffectifsMontres;
  chemin: string;
}) => (
  <>
    <Partie
      titre="Chez quel employeur ?"
      quoi="collectivité"
      parametre="collectivite"
      lignes={effectifs.parCollectivite}
      effectifs={effectifs}
      chemin={chemin}
    />
    <Partie
      titre="Dans quel service ?"
      quoi="service"
      parametre="service"
      lignes={effectifs.parService}
      effectifs={effectifs}
      chemin={chemin}
    />
    <p className="petit texte-doux">
      Un agent polyvalent compte dans chaque service où il intervient, son poste dans son service
      principal seulement. ETP et coûts suivent ses parts d’affectation : leur somme fait le total.
      Un agent employé par deux collectivités compte une fois chez chacune : la grille ne porte
      aucun nom, elle ne permet pas de les rapprocher.
    </p>
  </>
);
