import {
  type Collectivite,
  type GenrePopulation,
  populationDe,
  type Territoire,
} from '../../socle/territoire/index.ts';
import { formaterNombre } from '../../socle/ui/index.ts';
import { Tableau } from '../../socle/ui/index.ui.ts';

/** Une population écrite, ou un tiret si elle n’est pas publiée à ce millésime. */
export const ecrirePopulation = (
  collectivite: Collectivite | undefined,
  genre: GenrePopulation,
  millesime: number,
): string => {
  const population =
    collectivite === undefined ? null : populationDe(collectivite, genre, millesime);
  return population === null ? '–' : formaterNombre(population.valeur);
};

/** Les communes, une colonne par genre et millésime de population : jamais deux millésimes mêlés. */
export const TableauDesCommunes = ({
  territoire,
  communes,
  annees: { commun, recente },
}: {
  territoire: Territoire;
  communes: readonly Collectivite[];
  annees: { readonly commun: number; readonly recente: number };
}) => {
  const epci = territoire.collectivites.find(({ type }) => type === 'epci');
  const colonnes: readonly { readonly genre: GenrePopulation; readonly annee: number }[] = [
    { genre: 'municipale', annee: commun },
    { genre: 'totale', annee: commun },
    ...(recente === commun ? [] : [{ genre: 'municipale' as const, annee: recente }]),
  ];
  const ecrireToutes = (collectivite: Collectivite | undefined) =>
    colonnes.map(({ genre, annee }) => ecrirePopulation(collectivite, genre, annee));
  return (
    <Tableau
      legende="Communes, populations et surfaces"
      colonnes={[
        { titre: 'Commune' },
        ...colonnes.map(({ genre, annee }) => ({
          titre: `Population ${genre} ${annee}`,
          estNombre: true,
        })),
        { titre: 'Hectares', estNombre: true },
        { titre: 'Code INSEE' },
        { titre: 'SIREN' },
      ]}
      lignes={communes.map((commune) => ({
        cle: commune.siren,
        ancre: commune.siren,
        cellules: [
          commune.nom,
          ...ecrireToutes(commune),
          commune.surfaceHa === null ? '–' : formaterNombre(commune.surfaceHa),
          commune.codeInsee,
          commune.siren,
        ],
      }))}
      total={[territoire.nom, ...ecrireToutes(epci), '', '', territoire.siren]}
    />
  );
};
