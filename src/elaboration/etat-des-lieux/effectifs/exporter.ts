import type { ClasseurAEcrire, FeuilleAEcrire } from '../../../moteurs/grille/index.ts';
import type { EffectifsMontres, LigneMontree, MesureMontree } from './presenter.ts';

type Valeur = string | number;

interface Tableau {
  readonly nom: string;
  readonly rangees: readonly (readonly Valeur[])[];
}

const MASQUE = 'masqué';

const euros = (centimes: bigint): number => Number(centimes) / 100;

const valeursDe = (mesure: MesureMontree): readonly Valeur[] =>
  mesure === null
    ? [MASQUE, MASQUE, MASQUE, MASQUE]
    : [mesure.agents, mesure.postes, mesure.etpCentiemes / 100, euros(mesure.coutCentimes)];

const repartition = (
  nom: string,
  code: string,
  lignes: readonly LigneMontree[],
  total: EffectifsMontres['total'],
): Tableau => ({
  nom,
  rangees: [
    [code, nom, 'Agents', 'Postes', 'ETP', 'Coût chargé annuel (€)'],
    ...lignes.map((ligne) => [ligne.code, ligne.libelle, ...valeursDe(ligne.mesure)]),
    ['', 'Total', ...valeursDe(total)],
  ],
});

const composerTableaux = (effectifs: EffectifsMontres): readonly Tableau[] => {
  const { parCollectivite, parService, croisement, pyramide, total } = effectifs;
  const compte = (valeur: number | null): Valeur => valeur ?? MASQUE;
  return [
    {
      nom: 'Lecture',
      rangees: [
        ['Mesure', 'Valeur'],
        ['Photo au', effectifs.photoAu],
        ['Agents', total.agents],
        ['Postes', total.postes],
        ['ETP', total.etpCentiemes / 100],
        ['Coût chargé annuel (€)', euros(total.coutCentimes)],
        ['Agents de 55 ans et plus', compte(effectifs.cinquanteCinqEtPlus)],
        ['Emplois à temps non complet', compte(effectifs.nonComplets)],
        ['Agents à temps partiel', compte(effectifs.tempsPartiels)],
        ['Agents affectés à plusieurs services', compte(effectifs.polyvalents)],
        ['Départs possibles à cinq ans', compte(effectifs.dansCinqAns)],
        ['Départs possibles à dix ans', compte(effectifs.dansDixAns)],
        ['Hypothèse des départs', effectifs.hypothese],
        [
          'Masquage',
          effectifs.estMasque
            ? `Effectifs de moins de ${effectifs.seuil} agents masqués, masquage secondaire compris`
            : 'Aucun : export nominatif, à ne pas diffuser',
        ],
      ],
    },
    repartition('Collectivités', 'SIREN', parCollectivite, total),
    repartition('Services', 'Code', parService, total),
    {
      nom: 'Croisement',
      rangees: [
        [
          'SIREN',
          'Collectivité',
          'Code',
          'Service',
          'Agents',
          'Postes',
          'ETP',
          'Coût chargé annuel (€)',
        ],
        ...parCollectivite.flatMap((collectivite, r) =>
          parService.flatMap((service, c) => {
            const mesure = croisement[r]?.[c];
            return mesure === undefined
              ? []
              : [
                  [
                    collectivite.code,
                    collectivite.libelle,
                    service.code,
                    service.libelle,
                    ...valeursDe(mesure),
                  ],
                ];
          }),
        ),
      ],
    },
    {
      nom: 'Âges',
      rangees: [
        ['Âge', 'Temps complet', 'Temps non complet', 'Agents'],
        ...pyramide.map(({ libelle, complets, nonComplets, agents }) => [
          libelle,
          compte(complets),
          compte(nonComplets),
          compte(agents),
        ]),
      ],
    },
  ];
};

const largeurDe = (rangees: Tableau['rangees'], colonne: number): number =>
  Math.min(48, Math.max(10, ...rangees.map((rangee) => String(rangee[colonne] ?? '').length + 2)));

const feuilleDe = ({ nom, rangees }: Tableau): FeuilleAEcrire => ({
  nom,
  colonnes: (rangees[0] ?? []).map((_, colonne) => ({
    largeur: largeurDe(rangees, colonne),
    format: colonne < 2 ? 'texte' : 'nombre',
    saisissable: true,
  })),
  rangees: rangees.map((cellules, rang) => ({ style: rang === 0 ? 'entete' : 'texte', cellules })),
  figees: 1,
  protegee: false,
  derniereSaisie: 0,
});

/**
 * Le classeur d’export des effectifs, « masqué » où l’écran masque. Le croisement, le plus détaillé,
 * vient en tête : c’est la feuille qu’un CSV garde.
 */
export const classeurDEffectifs = (effectifs: EffectifsMontres): ClasseurAEcrire => ({
  titre: `Effectifs au ${effectifs.photoAu}`,
  feuilles: composerTableaux(effectifs)
    .toSorted((a, b) => Number(b.nom === 'Croisement') - Number(a.nom === 'Croisement'))
    .map(feuilleDe),
});
