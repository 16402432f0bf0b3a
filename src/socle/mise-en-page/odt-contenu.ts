import {
  type Bloc,
  type BlocTableau,
  type BlocTitre,
  type DocumentCompose,
  INSECABLE,
  type Signataire,
  type Texte,
  texteNu,
} from '../../moteurs/document/index.ts';
import { mesurerFigure } from './figures.ts';
import { citerFondement, type Mentions, PROJET } from './mentions.ts';
import { STYLES_DU_CORPS } from './odt-styles-du-corps.ts';
import { paragraphe, RedacteurOdt } from './odt-textes.ts';
import { ecrireTexte, element, racine } from './odt-xml.ts';
import { profondeurDuSommaire, recenserTitres } from './sommaire.ts';
import { mesurerColonnes } from './tableaux.ts';
import { intitulerTitre } from './titres.ts';

const LARGEUR_CM = 16;

/** Une image du document, à ranger dans le fichier. */
export interface ImageOdt {
  readonly chemin: string;
  readonly svg: string;
}

/** Compose `content.xml`. */
export class CompositeurOdt {
  readonly images: ImageOdt[] = [];
  private readonly stylesDeColonnes: string[] = [];
  private titres: readonly BlocTitre[] = [];
  private readonly redacteur = new RedacteurOdt();
  private tableaux = 0;
  private tables = 0;

  composer(document: DocumentCompose, mentions: Mentions): string {
    this.titres = recenserTitres(document.blocs, profondeurDuSommaire(document.blocs));
    const corps =
      this.premierePage(document, mentions) +
      this.blocs(document.blocs) +
      paragraphe('Mention', ecrireTexte(mentions.colophon));
    return racine(
      'document-content',
      element('office:automatic-styles', {}, STYLES_DU_CORPS + this.stylesDeColonnes.join('')) +
        element('office:body', {}, element('office:text', {}, corps)),
    );
  }

  private premierePage({ metadonnees, blocs }: DocumentCompose, mentions: Mentions): string {
    const lignes = [
      paragraphe(
        'Standard',
        element('text:span', { 'text:style-name': 'gras' }, ecrireTexte(metadonnees.auteur)),
      ),
      paragraphe('Title', ecrireTexte(metadonnees.titre)),
      metadonnees.sousTitre === null
        ? ''
        : paragraphe('Subtitle', ecrireTexte(metadonnees.sousTitre)),
      paragraphe('Mention', ecrireTexte(mentions.etablissement)),
      metadonnees.etat === 'projet' ? paragraphe('Projet', ecrireTexte(PROJET)) : '',
      blocs.some(({ type }) => type === 'sommaire') ? paragraphe('Saut', '') : '',
    ];
    return lignes.join('');
  }

  private blocs(blocs: readonly Bloc[], style = 'Standard'): string {
    return blocs.map((bloc) => this.bloc(bloc, style)).join('');
  }

  private bloc(bloc: Bloc, style: string): string {
    switch (bloc.type) {
      case 'titre':
        return this.titre(bloc);
      case 'paragraphe':
        return paragraphe(
          bloc.style === 'visa' ? 'Visa' : style,
          this.redacteur.texte(bloc.contenu),
        );
      case 'liste':
        return element(
          'text:list',
          { 'text:style-name': bloc.ordonnee ? 'Numeros' : 'Puces' },
          bloc.elements
            .map((contenu) =>
              element('text:list-item', {}, paragraphe(style, this.redacteur.texte(contenu))),
            )
            .join(''),
        );
      case 'tableau':
        return this.tableau(bloc);
      case 'figure':
        return this.figure(bloc);
      case 'encadre': {
        const encadre = `Encadre_${bloc.ton}`;
        const titre = element(
          'text:span',
          { 'text:style-name': 'gras' },
          this.redacteur.texte(bloc.titre),
        );
        return (
          paragraphe(encadre, titre) + this.blocs(bloc.blocs, encadre) + paragraphe('Standard', '')
        );
      }
      case 'saut-de-page':
        return paragraphe('Saut', '');
      case 'sommaire':
        return this.sommaire();
      case 'signatures':
        return this.signatures(bloc.signataires);
      case 'clause':
        return (
          this.titre(bloc.titre) +
          paragraphe('Fondement', ecrireTexte(citerFondement(bloc))) +
          this.blocs(bloc.blocs)
        );
      case 'annexe':
        return this.titre(bloc.titre, 'Annexe') + this.blocs(bloc.blocs);
    }
  }

  private titre(titre: BlocTitre, style = `Heading_20_${titre.niveau}`): string {
    const ancre = { 'text:name': titre.ancre };
    return element(
      'text:h',
      { 'text:style-name': style, 'text:outline-level': titre.niveau },
      element('text:bookmark-start', ancre) +
        this.redacteur.texte(intitulerTitre(titre)) +
        element('text:bookmark-end', ancre),
    );
  }

  private sommaire(): string {
    const entrees = this.titres.map((titre) => {
      const lien = { 'xlink:type': 'simple', 'xlink:href': `#${titre.ancre}` };
      return paragraphe(
        `Sommaire_${titre.niveau}`,
        element('text:a', lien, ecrireTexte(texteNu(intitulerTitre(titre)))),
      );
    });
    const modele = element('text:index-title-template', {}, 'Sommaire');
    const titre = element(
      'text:index-title',
      { 'text:name': 'Titre_du_sommaire' },
      paragraphe('Subtitle', 'Sommaire'),
    );
    return element(
      'text:table-of-content',
      { 'text:name': 'Sommaire', 'text:protected': 'false' },
      element('text:table-of-content-source', { 'text:outline-level': 2 }, modele) +
        element('text:index-body', {}, titre + entrees.join('')),
    );
  }

  /** Une table et ses colonnes, aux largeurs voulues (parts de somme 1). */
  private table(nom: string, largeurs: readonly number[], rangees: string): string {
    this.tables += 1;
    const colonnes = largeurs.map((part, rang) => {
      const style = `Colonne${this.tables}_${rang + 1}`;
      const largeur = { 'style:column-width': `${(part * LARGEUR_CM).toFixed(2)}cm` };
      this.stylesDeColonnes.push(
        element(
          'style:style',
          { 'style:name': style, 'style:family': 'table-column' },
          element('style:table-column-properties', largeur),
        ),
      );
      return element('table:table-column', { 'table:style-name': style });
    });
    return element(
      'table:table',
      { 'table:name': nom, 'table:style-name': 'Table' },
      colonnes.join('') + rangees,
    );
  }

  private tableau(tableau: BlocTableau): string {
    this.tableaux += 1;
    const rangee = (cellules: readonly Texte[], fort: boolean) => {
      const cases = cellules.map((contenu, rang) => {
        const alignement = tableau.colonnes[rang]?.alignement ?? 'debut';
        const style = `Cellule_${alignement}${fort ? '_fort' : ''}`;
        return element(
          'table:table-cell',
          { 'table:style-name': fort ? 'Case_entete' : 'Case_ligne' },
          paragraphe(style, this.redacteur.texte(contenu)),
        );
      });
      return element('table:table-row', { 'table:style-name': 'Rangee' }, cases.join(''));
    };
    const entetes = rangee(
      tableau.colonnes.map(({ entete }) => entete),
      true,
    );
    const corps = [
      ...tableau.lignes.map((ligne) => rangee(ligne, false)),
      ...tableau.totaux.map((ligne) => rangee(ligne, true)),
    ];
    const numero = ecrireTexte(`Tableau${INSECABLE}${this.tableaux}${INSECABLE}: `);
    return (
      paragraphe('Legende', numero + this.redacteur.texte(tableau.legende)) +
      this.table(
        `Tableau${this.tableaux}`,
        mesurerColonnes(tableau),
        element('table:table-header-rows', {}, entetes) + corps.join(''),
      )
    );
  }

  private figure({ svg, remplacement, legende }: Extract<Bloc, { type: 'figure' }>): string {
    const numero = this.images.length + 1;
    const chemin = `Pictures/figure${numero}.svg`;
    this.images.push({ chemin, svg });
    const { largeur, hauteur } = mesurerFigure(svg);
    const image = element('draw:image', {
      'xlink:href': chemin,
      'xlink:type': 'simple',
      'xlink:show': 'embed',
      'xlink:actuate': 'onLoad',
      'draw:mime-type': 'image/svg+xml',
    });
    const cadre = element(
      'draw:frame',
      {
        'draw:name': `Figure${numero}`,
        'draw:style-name': 'Image',
        'text:anchor-type': 'as-char',
        'svg:width': `${largeur.toFixed(2)}cm`,
        'svg:height': `${hauteur.toFixed(2)}cm`,
      },
      image +
        element('svg:title', {}, ecrireTexte(legende ?? `Figure ${numero}`)) +
        element('svg:desc', {}, ecrireTexte(remplacement)),
    );
    const titre = `Figure${INSECABLE}${numero}${INSECABLE}: ${legende ?? remplacement}`;
    return paragraphe('Legende', ecrireTexte(titre)) + paragraphe('Standard', cadre);
  }

  private signatures(signataires: readonly Signataire[]): string {
    const composerCase = (signataire: Signataire | undefined): string => {
      const lignes =
        signataire === undefined
          ? paragraphe('Cellule', '')
          : paragraphe('Cellule_debut_fort', this.redacteur.texte(signataire.partie)) +
            paragraphe('Cellule', this.redacteur.texte(signataire.fonction)) +
            paragraphe('Cellule', this.redacteur.texte(signataire.nom)) +
            paragraphe('Mention', 'Date et signature');
      return element('table:table-cell', { 'table:style-name': 'Case_signature' }, lignes);
    };
    const rangees = Array.from({ length: Math.ceil(signataires.length / 2) }, (_, rang) =>
      element(
        'table:table-row',
        { 'table:style-name': 'Rangee_signature' },
        composerCase(signataires[rang * 2]) + composerCase(signataires[rang * 2 + 1]),
      ),
    );
    return this.table('Signatures', [0.5, 0.5], rangees.join(''));
  }
}
