import {
  type Collectivite,
  type GenrePopulation,
  populationDe,
  type Territoire,
} from '../../socle/territoire/index.ts';
import { formaterNombre } from '../../socle/ui/index.ts';
import { Tableau } from '../../socle/ui/index.ui.ts';

/** Une population écrite, ou un tiret si elle n’est pas publiée à ce millésime. */
const ecrirePopulation = (
  collectivite: Collectivite | undefined,
  genre: GenrePopulation,
  millesime: number,
): string => {
  const population =
    collectivite === undefined ? null : populationDe(collectivite, genre, millesime);
  return population === null ? '–' : formaterNombre(population.valeur);
};

/** Ce que la DGCL publie pour l’intercommunalité ; à défaut, la somme de ses communes au même millésime. */
export const ecrirePopulationDuTerritoire = (
  epci: Collectivite | undefined,
  communes: readonly Collectivite[],
  genre: GenrePopulation,
  millesime: number,
): string => {
  const publiee = ecrirePopulation(epci, genre, millesime);
  if (publiee !== '–') return publiee;
  const valeurs = communes.map((commune) => populationDe(commune, genre, millesime)?.valeur);
  const connues = valeurs.filter((valeur) => valeur !== undefined);
  return connues.length === 0 || connues.length < valeurs.length
    ? '–'
    : formaterNombre(connues.reduce((somme, valeur) => somme + valeur, 0));
};

/** Les communes, une colonne par genre et millésime de population : jamais deux millésimes mêlés. */
export const TableauDesCommunes = ({
  territoire,
  communes,
  annees: { commun, totale },
}: {
  territoire: Territoire;
  communes: readonly Collectivite[];
  annees: { readonly commun: number; readonly totale: number };
}) => {
  const epci = territoire.collectivites.find(({ type }) => type === 'epci');
  const colonnes: readonly { readonly genre: GenrePopulation; readonly annee: number }[] = [
    { genre: 'municipale', annee: commun },
    ...(totale === commun ? [] : [{ genre: 'municipale' as const, annee: totale }]),
    { genre: 'totale', annee: totale },
  ];
  const ecrireToutes = (collectivite: Collectivite) =>
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
      total={[
        territoire.nom,
        ...colonnes.map(({ genre, annee }) =>
          ecrirePopulationDuTerritoire(epci, communes, genre, annee),
        ),
        '',
        '',
        territoire.siren,
      ]}
    />
  );
};
