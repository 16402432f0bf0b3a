import type { SchemaDeGrille } from '../../../moteurs/grille/index.ts';
import { aTrancher, cleDeConflit, type LigneComparee } from './comparer.ts';
import type { Depot } from './depot.ts';

/** Le titre de chaque colonne, par nom canonique. */
export const titresDe = ({
  colonnes,
}: Pick<SchemaDeGrille, 'colonnes'>): ReadonlyMap<string, string> =>
  new Map(colonnes.map(({ nom, titre }) => [nom, titre]));

const LIGNES_COMPAREES_MONTREES = 200;
/** Les choix encore à faire d’abord ; les suivants viennent quand ceux-ci sont faits. */
const CHOIX_MONTRES = 100;

const borner = <C extends { readonly decision: string | null }>(choix: readonly C[]) =>
  choix.length <= CHOIX_MONTRES
    ? choix
    : [
        ...choix.filter(({ decision }) => decision === null),
        ...choix.filter(({ decision }) => decision !== null),
      ].slice(0, CHOIX_MONTRES);

/** Les lignes en ligne que le fichier ne porte pas (ou plus). */
const horsFichier = (
  comparees: readonly LigneComparee[],
  { decisions }: Depot,
  cherche: 'retrait' | 'absente',
) =>
  comparees
    .filter(({ statut }) => statut === cherche)
    .map(({ identite, cle, enLigne }) => ({
      id: identite,
      cle,
      apercu: Object.values(enLigne?.valeurs ?? {})
        .filter((v) => v !== '')
        .slice(2, 6)
        .join(' · '),
      decision: decisions.retraits[identite] ?? null,
    }));

/** Ce que la validation changerait, et les choix qu’elle attend. */
export const montrerComparaison = (
  comparees: readonly LigneComparee[],
  depot: Depot,
  schema: SchemaDeGrille,
) => {
  const titres = titresDe(schema);
  const compter = (statut: LigneComparee['statut']) =>
    comparees.filter((ligne) => ligne.statut === statut).length;
  const restants = aTrancher(comparees, depot.decisions);
  const conflits = comparees.flatMap(({ identite, cle, statut, prete, cellules }) => {
    const trouver = (champ: string) => {
      const id = cleDeConflit(identite, champ);
      return { id, decision: depot.decisions.conflits[id] ?? null };
    };
    const deLigne =
      statut === 'conflit-de-ligne'
        ? [
            {
              ...trouver(''),
              cle,
              champ: 'Ligne entière',
              depose: prete === null ? 'retirée du fichier' : 'modifiée dans le fichier',
              enLigne: prete === null ? 'modifiée depuis' : 'retirée depuis',
            },
          ]
        : [];
    const deCellules = cellules
      .filter(({ issue }) => issue === 'conflit')
      .map(({ champ, depose, enLigne }) => ({
        ...trouver(champ),
        cle,
        champ: titres.get(champ) ?? champ,
        depose,
        enLigne,
      }));
    return [...deLigne, ...deCellules];
  });
  const demandes = horsFichier(comparees, depot, 'retrait');
  const autres = horsFichier(comparees, depot, 'absente');
  return {
    ajoutees: compter('ajoutee'),
    modifiees: compter('modifiee'),
    inchangees: compter('inchangee'),
    dejaRetirees: comparees.filter(({ statut }) => statut === 'deja-retiree').map(({ cle }) => cle),
    restants: restants.conflits.length + restants.retraits.length,
    modifications: comparees
      .filter(({ statut }) => statut === 'modifiee')
      .flatMap(({ identite, cle, cellules }) =>
        cellules
          .filter(({ issue }) => issue !== 'conflit')
          .map(({ champ, depose, enLigne, issue }) => ({
            id: `${identite}/${champ}`,
            cle,
            champ: titres.get(champ) ?? champ,
            depose,
            enLigne,
            issue,
          })),
      )
      .slice(0, LIGNES_COMPAREES_MONTREES),
    conflits: borner(conflits),
    conflitsEnTout: conflits.length,
    demandes: borner(demandes),
    demandesEnTout: demandes.length,
    autres: borner(autres),
    autresEnTout: autres.length,
  };
};
