import { accepter, type Resultat, refuser } from '../resultat/index.ts';
import type { Champ } from './champs.ts';
import { estVraie, evaluer, ouvrirPortee, type Portee } from './evaluation.ts';
import { lireExpression } from './expression.ts';
import { lireSimple } from './lecture-des-valeurs.ts';
import type { RefusDeComposition } from './refus.ts';
import { estVide, type Valeur, type ValeurObjet, vide } from './valeurs.ts';

const ELEMENTS_MAXIMUM = 20_000;

type Contexte = Pick<Champ, 'ou' | 'article'>;

/** Les motifs rencontrés pendant une lecture, dans l’ordre des champs. */
class Lecteur {
  readonly refus: RefusDeComposition[] = [];

  objet(champs: readonly Champ[], brut: unknown, prefixe: string, contexte: Contexte): ValeurObjet {
    const source = estObjet(brut) ? brut : {};
    return {
      nature: 'objet',
      champs: new Map(
        champs.map((champ) => {
          const valeur = Object.hasOwn(source, champ.nom) ? source[champ.nom] : undefined;
          const herite = { ...contexte, ...reperesDe(champ) };
          return [champ.nom, this.champ(champ, valeur, prefixe + champ.nom, herite)];
        }),
      ),
    };
  }

  private champ(champ: Champ, brut: unknown, chemin: string, contexte: Contexte): Valeur {
    const absent = brut === undefined || brut === null || brut === '';
    if (champ.type === 'objet') {
      if (absent && champ.requis !== true && !contientRequis(champ)) return vide(champ.libelle);
      if (!absent && !estObjet(brut))
        return this.invalider(champ, chemin, contexte, 'un objet est attendu');
      return this.objet(champ.champs ?? [], brut, `${chemin}.`, contexte);
    }
    if (absent) return vide(champ.libelle, champ.requis === true);
    if (champ.type === 'liste' || champ.type === 'liste-de-textes')
      return this.liste(champ, brut, chemin, contexte);
    const lecture = lireSimple(brut, champ);
    return 'valeur' in lecture
      ? lecture.valeur
      : this.invalider(champ, chemin, contexte, lecture.defaut);
  }

  private liste(champ: Champ, brut: unknown, chemin: string, contexte: Contexte): Valeur {
    if (!Array.isArray(brut))
      return this.invalider(champ, chemin, contexte, 'une liste est attendue');
    if (brut.length > ELEMENTS_MAXIMUM)
      return this.invalider(champ, chemin, contexte, `${ELEMENTS_MAXIMUM} éléments au plus`);
    const elements = brut.map((element: unknown, rang): Valeur => {
      const ici = `${chemin}[${rang}]`;
      if (champ.type === 'liste') {
        if (!estObjet(element)) return this.invalider(champ, ici, contexte, 'un objet est attendu');
        return this.objet(champ.champs ?? [], element, `${ici}.`, contexte);
      }
      const lecture = lireSimple(element, { ...champ, type: 'texte' });
      return 'valeur' in lecture
        ? lecture.valeur
        : this.invalider(champ, ici, contexte, lecture.defaut);
    });
    return { nature: 'liste', elements };
  }

  private invalider(champ: Champ, chemin: string, contexte: Contexte, defaut: string): Valeur {
    this.refus.push(
      motiver('champ-invalide', champ, chemin, contexte, `« ${champ.libelle} » : ${defaut}.`),
    );
    return vide(champ.libelle);
  }

  /** Deuxième passage : les champs requis, une fois toutes les valeurs connues. */
  exiger(
    champs: readonly Champ[],
    objet: ValeurObjet,
    portee: Portee,
    prefixe: string,
    contexte: Contexte,
  ): void {
    const ici = ouvrirPortee(objet.champs, portee);
    for (const champ of champs) {
      const valeur = objet.champs.get(champ.nom) ?? vide(champ.libelle);
      const chemin = prefixe + champ.nom;
      const herite = { ...contexte, ...reperesDe(champ) };
      if (estRequis(champ, ici) && !this.dejaRefuse(chemin))
        this.exigerUn(champ, valeur, chemin, herite);
      if (valeur.nature === 'objet')
        this.exiger(champ.champs ?? [], valeur, ici, `${chemin}.`, herite);
      if (valeur.nature === 'liste')
        valeur.elements.forEach((element, rang) => {
          if (element.nature === 'objet')
            this.exiger(champ.champs ?? [], element, ici, `${chemin}[${rang}].`, herite);
        });
    }
  }

  private exigerUn(champ: Champ, valeur: Valeur, chemin: string, contexte: Contexte): void {
    const minimum = champ.minimum ?? 1;
    const nombre = valeur.nature === 'liste' ? valeur.elements.length : minimum;
    if (!estVide(valeur) && nombre >= minimum) return;
    const combien = minimum > 1 ? ` (au moins ${minimum})` : '';
    const message = `Renseignez « ${champ.libelle} »${combien}${contexte.ou === undefined ? '' : ` : ${contexte.ou}`}.`;
    this.refus.push(motiver('champ-manquant', champ, chemin, contexte, message));
  }

  private dejaRefuse(chemin: string): boolean {
    return this.refus.some((refus) => refus.chemin === chemin);
  }
}

const estObjet = (brut: unknown): brut is Readonly<Record<string, unknown>> =>
  typeof brut === 'object' && brut !== null && !Array.isArray(brut);

const reperesDe = ({ ou, article }: Champ): Contexte => ({
  ...(ou === undefined ? {} : { ou }),
  ...(article === undefined ? {} : { article }),
});

const contientRequis = (champ: Champ): boolean =>
  (champ.champs ?? []).some(
    (enfant) =>
      enfant.requis === true ||
      enfant.requisSi !== undefined ||
      (enfant.type === 'objet' && contientRequis(enfant)),
  );

const estRequis = (champ: Champ, portee: Portee): boolean =>
  champ.requis === true ||
  (champ.requisSi !== undefined && estVraie(evaluer(lireExpression(champ.requisSi), portee)));

const motiver = (
  code: RefusDeComposition['code'],
  champ: Champ,
  chemin: string,
  contexte: Contexte,
  message: string,
): RefusDeComposition => ({
  code,
  message,
  chemin,
  libelle: champ.libelle,
  article: contexte.article ?? null,
  ...(contexte.ou === undefined ? {} : { ou: contexte.ou }),
});

/**
 * Lit les données d’un document au regard de la description de ses champs.
 *
 * Rend les valeurs typées, ou **tous** les motifs de refus à la fois. `brouillon` laisse passer
 * les champs manquants (le document les montrera), jamais une valeur illisible.
 */
export const lireDonnees = (
  champs: readonly Champ[],
  brut: unknown,
  brouillon: boolean,
): Resultat<ValeurObjet, readonly RefusDeComposition[]> => {
  if (!estObjet(brut))
    return refuser([
      { code: 'champ-invalide', message: 'Les données du document doivent être un objet JSON.' },
    ]);
  const lecteur = new Lecteur();
  const objet = lecteur.objet(champs, brut, '', {});
  if (!brouillon) lecteur.exiger(champs, objet, ouvrirPortee([]), '', {});
  return lecteur.refus.length > 0 ? refuser(lecteur.refus) : accepter(objet);
};
