import { formaterMontantEuros } from '../../socle/ui/index.ts';
import { Barres, GraphiqueEtTableau, Tableau } from '../../socle/ui/index.ui.ts';

export interface CoutMontre {
  readonly cle: string;
  readonly nom: string;
  readonly coutCentimes: bigint;
  readonly refactureCentimes: bigint;
}

/** Ce que les services ont coûté (ou coûteraient) une année, et ce qui en revient aux communes. */
export const CoutsEtGains = ({
  annee,
  estPrevu,
  couts,
}: {
  annee: number;
  estPrevu: boolean;
  couts: readonly CoutMontre[];
}) => {
  const cout = couts.reduce((somme, { coutCentimes }) => somme + coutCentimes, 0n);
  const refacture = couts.reduce((somme, { refactureCentimes }) => somme + refactureCentimes, 0n);
  return (
    <GraphiqueEtTableau
      phrase={`En ${annee}, les services mutualisés ${estPrevu ? 'devraient coûter' : 'ont coûté'} ${formaterMontantEuros(cout)}, dont ${formaterMontantEuros(refacture)} à la charge des communes.`}
      source={`états ${estPrevu ? 'prévisionnels ' : ''}émis pour l’exercice ${annee}`}
      graphique={
        <Barres
          barres={couts.map(({ cle, nom, coutCentimes }) => ({
            cle,
            libelle: nom,
            valeur: Number(coutCentimes),
            ecriture: formaterMontantEuros(coutCentimes),
          }))}
        />
      }
      tableau={
        <Tableau
          legende={`Coûts des services en ${annee}, et qui les paie`}
          colonnes={[
            { titre: 'Service' },
            { titre: 'Coût net', estNombre: true },
            { titre: 'Communes', estNombre: true },
            { titre: 'Intercommunalité', estNombre: true },
          ]}
          lignes={couts.map(({ cle, nom, coutCentimes, refactureCentimes }) => ({
            cle,
            cellules: [
              nom,
              formaterMontantEuros(coutCentimes),
              formaterMontantEuros(refactureCentimes),
              formaterMontantEuros(coutCentimes - refactureCentimes),
            ],
          }))}
          total={[
            'Total',
            formaterMontantEuros(cout),
            formaterMontantEuros(refacture),
            formaterMontantEuros(cout - refacture),
          ]}
        />
      }
    />
  );
};
