import { formaterDate } from '../calendrier/index.ts';
import { reunirParRegle, verifierCondition } from './conditions.ts';
import { etablirEcheances } from './delais.ts';
import type { Dossier, Evenement } from './dossier.ts';
import type {
  Avertissement,
  Echeance,
  Manque,
  PassageInstruit,
  SortieProcedure,
} from './sortie.ts';
import type { EvenementEcarte, Procedure, TableauDeProcedure, Vue } from './tableau.ts';
import { type Histoire, ouvrirVue } from './vue.ts';

/** À date et type égaux, la délibération la moins favorable passe en dernier et l’emporte. */
const RANG_DU_SENS: Readonly<Record<string, number>> = { favorable: 0, reserve: 1, defavorable: 2 };

const empreinte = (evenement: Evenement): string =>
  JSON.stringify(Object.entries(evenement).sort(([a], [b]) => (a < b ? -1 : 1)));

const comparerTextes = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Ordre indépendant de celui de l’entrée : date, rang du type dans le tableau, sens, contenu. */
const ordonner = (
  procedure: TableauDeProcedure,
  evenements: readonly Evenement[],
): readonly Evenement[] => {
  const rangs = new Map(procedure.evenements.map(({ type }, rang) => [type, rang]));
  const rangDuSens = ({ sens }: Evenement) => RANG_DU_SENS[sens ?? ''] ?? 0;
  return [...evenements].sort(
    (a, b) =>
      comparerTextes(a.date, b.date) ||
      (rangs.get(a.type) ?? 0) - (rangs.get(b.type) ?? 0) ||
      rangDuSens(a) - rangDuSens(b) ||
      comparerTextes(empreinte(a), empreinte(b)),
  );
};

/** Première exigence qui fait obstacle le jour de l’événement, ou undefined s’il est recevable. */
const trouverObstacle = <Acte>(
  procedure: Procedure<Acte>,
  exige: readonly string[],
  ouvrir: () => Vue<Acte>,
): Manque | undefined => {
  if (exige.length === 0) return undefined;
  const vue = ouvrir();
  for (const nom of exige) {
    const non = verifierCondition(procedure, nom, vue);
    if (non?.bloque === true) return non.manque;
  }
  return undefined;
};

/** Déroule l’histoire jour après jour : un événement prématuré est écarté, pas effacé. */
const retenir = <Acte>(procedure: Procedure<Acte>, dossier: Dossier<Acte>): Histoire => {
  const exigences = new Map(procedure.evenements.map(({ type, exige }) => [type, exige ?? []]));
  const retenus: Evenement[] = [];
  const ecartes: EvenementEcarte[] = [];
  const arrives = dossier.evenements.filter(({ date }) => date <= dossier.le);
  for (const evenement of ordonner(procedure, arrives)) {
    const motif = trouverObstacle(procedure, exigences.get(evenement.type) ?? [], () =>
      ouvrirVue(procedure, dossier, { retenus, ecartes }, evenement.date),
    );
    if (motif === undefined) retenus.push(evenement);
    else ecartes.push({ evenement, motif });
  }
  return { retenus, ecartes };
};

const signalerEcarts = (
  procedure: TableauDeProcedure,
  ecartes: readonly EvenementEcarte[],
): readonly Avertissement[] => {
  const libelles = new Map(procedure.evenements.map(({ type, libelle }) => [type, libelle]));
  return ecartes.map(({ evenement, motif }) => ({
    ...motif,
    message: `« ${libelles.get(evenement.type) ?? evenement.type} » du ${formaterDate(evenement.date)} n’est pas retenu, l’étape n’était pas ouverte ce jour-là. ${motif.message}`,
    passage: null,
  }));
};

interface Examen {
  readonly passages: readonly PassageInstruit[];
  readonly avertissements: readonly Avertissement[];
}

const examinerPassages = <Acte>(procedure: Procedure<Acte>, vue: Vue<Acte>): Examen => {
  const avertissements = new Map<string, Avertissement>();
  const passages = procedure.passages.map(({ nom, si }) => {
    const manques: Manque[] = [];
    for (const condition of si) {
      const non = verifierCondition(procedure, condition, vue);
      if (non === null) continue;
      const { code, message } = non.manque;
      const cle = `${code} ${message}`;
      if (non.bloque) manques.push(non.manque);
      else if (!avertissements.has(cle)) avertissements.set(cle, { ...non.manque, passage: nom });
    }
    const manque = reunirParRegle(manques, vue as Vue<never>);
    return { nom, possible: manque.length === 0, manque };
  });
  return { passages, avertissements: [...avertissements.values()] };
};

const constaterEtat = <Acte>(procedure: Procedure<Acte>, vue: Vue<Acte>): string =>
  (
    procedure.etats.findLast(({ si }) =>
      si.every((nom) => verifierCondition(procedure, nom, vue) === null),
    ) ?? procedure.etats[0]
  ).code;

const comparerEcheances = (a: Echeance, b: Echeance): number =>
  comparerTextes(a.echeance, b.echeance) ||
  comparerTextes(a.code, b.code) ||
  comparerTextes(a.commune ?? '', b.commune ?? '') ||
  comparerTextes(a.objet, b.objet);

/**
 * Instruit un dossier au jour `dossier.le` : état, passages ouverts ou refusés (ce qui manque, avec
 * l’article), échéances figées, avis et majorités. Pur : même dossier, même réponse, dans n’importe
 * quel ordre d’événements. Le dossier doit avoir été lu par `lireDossier`.
 */
export const instruire = <Acte>(
  procedure: Procedure<Acte>,
  dossier: Dossier<Acte>,
): SortieProcedure => {
  const histoire = retenir(procedure, dossier);
  const vue = ouvrirVue(procedure, dossier, histoire, dossier.le);
  const { passages, avertissements } = examinerPassages(procedure, vue);
  const signales = [...avertissements, ...signalerEcarts(procedure, histoire.ecartes)];
  const delaiDAvis = procedure.delais.find(({ genre }) => genre === 'avis');
  const majorites = procedure.majorites.flatMap(({ code }) => vue.majorite(code) ?? []);
  return {
    etat: constaterEtat(procedure, vue),
    passages,
    echeances: procedure.delais
      .flatMap((delai) => etablirEcheances(delai, vue))
      .sort(comparerEcheances),
    ...(delaiDAvis && { avis: vue.avis(delaiDAvis.regle).map(({ avis }) => avis) }),
    ...(majorites.length > 0 && { majorites }),
    ...(signales.length > 0 && { avertissements: signales }),
  };
};
