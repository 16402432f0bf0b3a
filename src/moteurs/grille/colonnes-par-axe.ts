import type { ColonneBrute, Emploi } from './emplois.ts';
import type { AxeCherche, ModeleDeColonnes } from './modele-de-colonnes.ts';

interface SurAxe {
  readonly brute: ColonneBrute;
  readonly valeurs: Readonly<Record<string, string>>;
}

/** Les colonnes dont l’intitulé (ou le groupe) est une valeur de l’axe. */
const colonnesDAxe = (brutes: readonly ColonneBrute[], axe: AxeCherche): SurAxe[] =>
  brutes.flatMap((brute) => {
    const { texte, cellule, groupe, celluleDuGroupe } = brute.intitule;
    const valeurs =
      axe.lire(texte, cellule) ?? (groupe === '' ? null : axe.lire(groupe, celluleDuGroupe));
    return valeurs === null ? [] : [{ brute, valeurs }];
  });

const champsDejaPris = (
  emplois: ReadonlyMap<number, Emploi>,
  modele: ModeleDeColonnes,
): Set<string> => {
  const pris = new Set(
    [...emplois.values()].flatMap((e) => (e.sorte === 'champ' ? [e.champ] : [])),
  );
  const cible = modele.schema.collectivite;
  if (cible && (pris.has(cible.siren) || (cible.nom !== null && pris.has(cible.nom))))
    for (const champ of [cible.siren, cible.nom ?? '']) pris.add(champ);
  return pris;
};

const distinctes = (colonnes: readonly SurAxe[]): number =>
  new Set(colonnes.map(({ valeurs }) => JSON.stringify(valeurs))).size;

/** « Mois 1 », « Mois 2 », « Mois 3 »… : ces colonnes sont des valeurs d’un axe, aucune n’est la colonne « Mois ». */
export const valeursDUnAxe = (
  brutes: readonly ColonneBrute[],
  modele: ModeleDeColonnes,
): ReadonlyMap<string, ReadonlySet<number>> =>
  new Map(
    modele.axes.flatMap((axe) => {
      const colonnes = brutes.flatMap((brute) => {
        const valeurs = axe.lire(brute.intitule.texte, brute.intitule.cellule);
        return valeurs === null ? [] : [{ brute, valeurs }];
      });
      return distinctes(colonnes) >= 3
        ? [[axe.axe.champ, new Set(colonnes.map(({ brute }) => brute.intitule.rang))] as const]
        : [];
    }),
  );

/** Un axe ne compte que s’il n’a pas déjà sa colonne, et s’il porte au moins deux valeurs distinctes. */
export const attribuerAxes = (
  brutes: readonly ColonneBrute[],
  modele: ModeleDeColonnes,
  emplois: Map<number, Emploi>,
): void => {
  const pris = champsDejaPris(emplois, modele);
  const libres = brutes.filter((b) => emplois.get(b.intitule.rang)?.sorte !== 'champ');
  const utiles = modele.axes
    .filter(({ axe }) => !pris.has(axe.champ))
    .map((axe) => colonnesDAxe(libres, axe))
    .filter((colonnes) => distinctes(colonnes) >= 2);
  const valeurs = new Map<number, Record<string, string>>();
  for (const { brute, valeurs: deLAxe } of utiles.flat())
    valeurs.set(brute.intitule.rang, { ...deLAxe, ...valeurs.get(brute.intitule.rang) });
  const champValeur = modele.schema.croisement?.valeur ?? '';
  const enLong = [...emplois].find(([, e]) => e.sorte === 'champ' && e.champ === champValeur)?.[0];
  if (valeurs.size < (enLong === undefined ? 2 : 3)) return;
  if (enLong !== undefined) emplois.delete(enLong);
  for (const [rang, deColonne] of valeurs) emplois.set(rang, { sorte: 'axe', valeurs: deColonne });
};
