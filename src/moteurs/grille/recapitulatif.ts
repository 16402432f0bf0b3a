import type { Anomalie } from './anomalie.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';

/** Règles qui, répétées, méritent d’être dites une fois pour toute la colonne. */
const RECAPITULEES: Readonly<Record<string, string>> = {
  'nomenclature-variante': 'Valeurs réécrites comme dans la liste',
  'nomenclature-usage':
    'Correspondances proposées, à confirmer (elles serviront aux prochains dépôts)',
  'nomenclature-abregee': 'Abréviations reconnues, à confirmer',
  'collectivite-variante': 'Noms de collectivités réécrits',
  'absence-ecrite': 'Absences écrites en toutes lettres comprises comme vides',
  'zeros-de-tete': 'Zéros de tête rétablis dans toute la colonne',
  'valeur-recopiee': 'Valeurs recopiées vers le bas',
  'nombre-francais': 'Nombres écrits à la française',
};

interface Groupe {
  readonly regle: string;
  readonly action: Anomalie['action'];
  readonly colonnes: Set<string>;
  readonly feuilles: Set<string>;
  readonly lues: Set<string>;
  readonly valeurs: Set<string>;
  nombre: number;
}

const champParColonne = (plans: readonly PlanDeFeuille[]): Map<string, string> => {
  const table = new Map<string, string>();
  for (const plan of plans)
    for (const { intitule, emploi } of plan.colonnes)
      table.set(
        `${plan.feuille.nom}\u001f${intitule.texte}`,
        emploi.sorte === 'champ' ? emploi.champ : intitule.texte,
      );
  return table;
};

const grouper = (
  anomalies: readonly Anomalie[],
  plans: readonly PlanDeFeuille[],
): Map<string, Groupe> => {
  const champs = champParColonne(plans);
  const groupes = new Map<string, Groupe>();
  for (const a of anomalies) {
    if (!(a.regle in RECAPITULEES)) continue;
    const champ = champs.get(`${a.feuille}\u001f${a.colonne}`) ?? a.colonne;
    const cle = `${a.regle}\u001f${champ}\u001f${a.action}`;
    const groupe = groupes.get(cle) ?? {
      regle: a.regle,
      action: a.action,
      colonnes: new Set<string>(),
      feuilles: new Set<string>(),
      lues: new Set<string>(),
      valeurs: new Set<string>(),
      nombre: 0,
    };
    groupes.set(cle, groupe);
    groupe.colonnes.add(a.colonne);
    groupe.feuilles.add(a.feuille ?? '');
    if (groupe.lues.size < 8 && a.lue !== '') groupe.lues.add(a.lue.trim());
    if (groupe.valeurs.size < 8 && a.valeur !== null) groupe.valeurs.add(a.valeur);
    groupe.nombre += 1;
  }
  return groupes;
};

/** Une remarque par colonne pour les réparations qui se répètent (plusieurs feuilles réunies). */
export const recapituler = (
  anomalies: readonly Anomalie[],
  plans: readonly PlanDeFeuille[],
): Anomalie[] => {
  const recaps: Anomalie[] = [];
  for (const groupe of grouper(anomalies, plans).values()) {
    if (groupe.nombre < 2) continue;
    const [feuille = ''] = groupe.feuilles;
    const plan = plans.find((p) => p.feuille.nom === feuille);
    const seule = groupe.feuilles.size === 1;
    recaps.push({
      feuille: seule ? feuille : '',
      ligne: plan?.enTete.numero ?? 1,
      colonne: [...groupe.colonnes].join(' / '),
      cellule: null,
      action: groupe.action,
      lue: [...groupe.lues].join(', '),
      valeur: [...groupe.valeurs].join(', '),
      regle: groupe.regle,
      message: `${RECAPITULEES[groupe.regle]} : ${groupe.nombre} cellules.`,
    });
  }
  return recaps;
};
