import type { Bloc, Fragment, Niveau, Texte } from './arbre.ts';
import { ErreurDeModele } from './valeurs.ts';

/** Distribue les numéros et les ancres, dans l’ordre du document. */
export class Numeroteur {
  private readonly compteurs: [number, number, number, number] = [0, 0, 0, 0];
  private readonly ancres = new Map<string, string | null>();
  private readonly parArticles: boolean;
  private annexes = 0;
  private enAnnexe = false;

  constructor(parArticles: boolean) {
    this.parArticles = parArticles;
  }

  /** Numéro du prochain titre de ce niveau. */
  numeroter(niveau: Niveau): string {
    const rang = niveau - 1;
    this.compteurs[rang] = (this.compteurs[rang] ?? 0) + 1;
    this.compteurs.fill(0, niveau);
    if (this.parArticles && niveau === 1 && !this.enAnnexe) return `Article ${this.compteurs[0]}`;
    const [premier, ...suite] = this.compteurs.slice(0, niveau);
    const debut = this.enAnnexe ? [`A${this.annexes}`] : premier ? [String(premier)] : [];
    return [...debut, ...suite.filter((compteur) => compteur > 0)].join('.');
  }

  /** Un titre sans numéro remet à zéro ceux qui le suivent. */
  passer(niveau: Niveau): void {
    this.compteurs.fill(0, niveau);
  }

  ouvrirAnnexe(): string {
    this.annexes += 1;
    this.enAnnexe = true;
    this.compteurs.fill(0);
    return `Annexe ${this.annexes}`;
  }

  /** Réserve une ancre unique pour un titre. */
  ancrer(souhaitee: string, numero: string | null): string {
    let ancre = souhaitee;
    for (let rang = 2; this.ancres.has(ancre); rang += 1) ancre = `${souhaitee}-${rang}`;
    this.ancres.set(ancre, numero);
    return ancre;
  }

  /** « article 3 » : le numéro d’une cible, tel qu’il s’écrit dans une phrase. */
  citer(cible: string): string {
    const numero = this.ancres.get(cible);
    if (numero === undefined || numero === null)
      throw new ErreurDeModele(
        `Le renvoi « ref.${cible} » vise une partie absente de ce document : ajoutez-la, ou mettez le renvoi sous la même condition.`,
      );
    return numero.charAt(0).toLowerCase() + numero.slice(1);
  }
}

/** Applique `changer` à chaque texte riche d’une suite de blocs. */
export const changerTextes = (
  blocs: readonly Bloc[],
  changer: (texte: Texte) => Texte,
): readonly Bloc[] => blocs.map((bloc) => changerBloc(bloc, changer));

const changerBloc = (bloc: Bloc, changer: (texte: Texte) => Texte): Bloc => {
  switch (bloc.type) {
    case 'titre':
    case 'paragraphe':
      return { ...bloc, contenu: changer(bloc.contenu) };
    case 'liste':
      return { ...bloc, elements: bloc.elements.map(changer) };
    case 'tableau':
      return {
        ...bloc,
        legende: changer(bloc.legende),
        colonnes: bloc.colonnes.map((colonne) => ({ ...colonne, entete: changer(colonne.entete) })),
        lignes: bloc.lignes.map((ligne) => ligne.map(changer)),
        totaux: bloc.totaux.map((ligne) => ligne.map(changer)),
      };
    case 'encadre':
      return { ...bloc, titre: changer(bloc.titre), blocs: changerTextes(bloc.blocs, changer) };
    case 'clause':
    case 'annexe':
      return {
        ...bloc,
        titre: { ...bloc.titre, contenu: changer(bloc.titre.contenu) },
        blocs: changerTextes(bloc.blocs, changer),
      };
    case 'signatures':
      return {
        ...bloc,
        signataires: bloc.signataires.map(({ partie, nom, fonction }) => ({
          partie: changer(partie),
          nom: changer(nom),
          fonction: changer(fonction),
        })),
      };
    default:
      return bloc;
  }
};

/** Remplace les renvois par le numéro de leur cible, jusque dans les notes et les liens. */
export const resoudreRenvois =
  (numeroteur: Numeroteur) =>
  (texte: Texte): Texte =>
    texte.map((fragment): Fragment => {
      if (fragment.type === 'renvoi')
        return { ...fragment, texte: numeroteur.citer(fragment.cible) };
      if (fragment.type === 'note' || fragment.type === 'lien')
        return { ...fragment, contenu: resoudreRenvois(numeroteur)(fragment.contenu) };
      return fragment;
    });
