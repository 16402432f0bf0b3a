import { formaterDate } from '../calendrier/index.ts';
import { estBloquante } from './regle.ts';
import type { Manque } from './sortie.ts';
import type { Constat, Procedure, Vue } from './tableau.ts';

export interface ConditionNonRemplie {
  readonly bloque: boolean;
  readonly manque: Manque;
}

const preciser = (constat: Exclude<Constat, 'acquise'>, libelle: string): string =>
  constat === 'inconnue' ? `Rien au dossier ne permet de le savoir : ${libelle}.` : constat.manque;

/** La condition nommée, au jour de la vue : null si elle est acquise. */
export const verifierCondition = <Acte>(
  procedure: Procedure<Acte>,
  nom: string,
  vue: Vue<Acte>,
): ConditionNonRemplie | null => {
  const condition = procedure.conditions[nom];
  if (condition === undefined) {
    const message = `La condition « ${nom} » n’est pas décrite par la procédure ${procedure.nom}.`;
    return { bloque: true, manque: { code: nom, message, article: procedure.article } };
  }
  const constat = condition.verifier(vue);
  if (constat === 'acquise') return null;
  const regle = vue.regle(condition.regle, vue.le);
  if (regle === undefined) {
    const message = `Aucune version de la règle ${condition.regle} n’est connue au ${formaterDate(vue.le)} : vérifier le droit applicable à cette date.`;
    const manque = { code: condition.regle, message, article: procedure.article };
    return { bloque: true, manque };
  }
  const message = `${regle.message} ${preciser(constat, condition.libelle)}`.trim();
  return {
    bloque: estBloquante(regle),
    manque: { code: regle.code, message, article: regle.article },
  };
};

/** Un manque par règle : les précisions d’une même règle se suivent, sans répéter son message. */
export const reunirParRegle = (manques: readonly Manque[], vue: Vue<never>): readonly Manque[] =>
  [...Map.groupBy(manques, ({ code }) => code).values()].map((groupe) => {
    const [premier, ...suivants] = groupe as [Manque, ...Manque[]];
    const debut = vue.regle(premier.code, vue.le)?.message ?? '';
    const suites = suivants
      .filter(({ message }) => message !== premier.message)
      .map(({ message }) => message.replace(debut, '').trim());
    return { ...premier, message: [premier.message, ...suites].join(' ').trim() };
  });
