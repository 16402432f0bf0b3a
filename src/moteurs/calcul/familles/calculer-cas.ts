import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { abregerExplication } from '../montants/remonter.ts';
import { Champs } from './champs.ts';
import type { Forme } from './forme.ts';
import { estFamille, FAMILLES, NOMS_DE_FAMILLES } from './registre.ts';

/** « fonctionnement* » : toute clé qui commence ainsi. */
const porte = (champs: Champs, cle: string): boolean =>
  cle.endsWith('*')
    ? champs.cles().some((presente) => presente.startsWith(cle.slice(0, -1)))
    : champs.a(cle);
const aToutes = (champs: Champs, { cles }: Forme): boolean =>
  cles.every((cle) => porte(champs, cle));
const correspondances = (champs: Champs, { cles }: Forme): number =>
  cles.filter((cle) => porte(champs, cle)).length;

/** La forme dont toutes les clés sont là ; à défaut la plus proche, qui dira ce qui manque. */
const choisirForme = (champs: Champs, formes: readonly Forme[]): Forme | undefined =>
  formes.find((forme) => aToutes(champs, forme)) ??
  formes.toSorted((a, b) => correspondances(champs, b) - correspondances(champs, a))[0];

const decrireFormes = (formes: readonly Forme[]): string =>
  formes.map(({ cles }) => cles.join(' + ')).join(' ; ou ');

const refuserFamille = (famille: string): Refus => ({
  code: 'famille-inconnue',
  message: `La famille de calcul « ${famille.slice(0, 60)} » n’existe pas. Familles connues : ${NOMS_DE_FAMILLES.join(', ')}.`,
});

const executer = (
  forme: Forme,
  champs: Champs,
): Resultat<Record<string, unknown>, readonly Refus[]> => {
  const resultat = forme.executer(champs);
  if (!resultat.ok) return resultat;
  const avertissements = champs
    .inemployees()
    .map((cle) => `« ${cle} » n’est pas employé par ce calcul.`);
  return accepter({
    ...resultat.valeur.valeurs,
    ...(avertissements.length === 0 ? {} : { avertissements }),
    explication: abregerExplication(resultat.valeur.explication),
  });
};

/**
 * Calcule un cas d’une famille. La sortie porte les résultats (montants « 1234.56 ») et leur
 * `explication` ; une clé d’entrée sans effet est signalée dans `avertissements`. Une famille inconnue
 * ou une entrée fautive est refusée (code, message, chemin), jamais levée.
 */
export const calculerCas = (
  famille: string,
  entrees: unknown,
): Resultat<Record<string, unknown>, readonly Refus[]> => {
  const nom = famille.replaceAll('-', '_');
  if (!estFamille(nom)) return refuser([refuserFamille(famille)]);
  const formes: readonly Forme[] = FAMILLES[nom];
  const champs = new Champs(entrees);
  if (champs.refus.length > 0) return refuser(champs.refus);
  const forme = choisirForme(champs, formes);
  if (forme === undefined || correspondances(champs, forme) === 0)
    return refuser([
      {
        code: 'forme-inconnue',
        message: `Cette entrée n’est pas reconnue par la famille « ${nom} ». Clés attendues : ${decrireFormes(formes)}.`,
      },
    ]);
  return executer(forme, champs);
};
