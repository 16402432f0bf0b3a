import type { TonDEncadre } from './arbre.ts';
import { lireExpression } from './expression.ts';
import { type Ligne, lireLigne, ouvreUnBloc, partager } from './lignes.ts';
import type { Corps, Instruction } from './modele.ts';
import { lirePhrase } from './texte-riche.ts';
import { ErreurDeModele } from './valeurs.ts';

const PROFONDEUR_MAXIMALE = 20;
const TONS: readonly TonDEncadre[] = ['info', 'attention', 'droit'];

class Lecteur {
  private position = 0;
  private profondeur = 0;
  private readonly lignes: readonly Ligne[];

  constructor(texte: string) {
    this.lignes = texte
      .split('\n')
      .map((ligne, rang) => ({ numero: rang + 1, texte: ligne.trim() }))
      .filter((ligne) => !ligne.texte.startsWith('%%'));
  }

  lire(): Corps {
    const corps = this.corps();
    const reste = this.lignes[this.position];
    if (reste !== undefined) this.echouer(reste, `« ${reste.texte} » ne ferme rien`);
    return corps;
  }

  private echouer(ligne: Ligne, message: string): never {
    throw new ErreurDeModele(`Ligne ${ligne.numero} : ${message}.`);
  }

  /** Lit jusqu’à une directive fermante (`fin`, `sinon`), non consommée. */
  private corps(): Corps {
    this.profondeur += 1;
    const instructions: Instruction[] = [];
    for (
      let ligne = this.lignes[this.position];
      ligne !== undefined;
      ligne = this.lignes[this.position]
    ) {
      if (this.profondeur > PROFONDEUR_MAXIMALE) this.echouer(ligne, 'trop de blocs imbriqués');
      if (/^::\s*(?:fin|sinon)\b/u.test(ligne.texte)) break;
      this.position += 1;
      if (ligne.texte !== '') instructions.push(this.situer(ligne));
    }
    this.profondeur -= 1;
    return instructions;
  }

  /** Toute erreur de lecture dit sa ligne. */
  private situer(ligne: Ligne): Instruction {
    try {
      return this.instruction(ligne);
    } catch (cause) {
      if (!(cause instanceof ErreurDeModele) || cause.message.startsWith('Ligne ')) throw cause;
      return this.echouer(ligne, cause.message.replace(/\.$/u, ''));
    }
  }

  private instruction(ligne: Ligne): Instruction {
    const { texte, numero } = ligne;
    if (texte.startsWith('::')) return this.directive(ligne);
    return lireLigne(texte, numero) ?? this.paragraphe(ligne);
  }

  private paragraphe(ligne: Ligne): Instruction {
    const visa = ligne.texte.startsWith('> ');
    const textes = [visa ? ligne.texte.slice(2) : ligne.texte];
    for (
      let suite = this.lignes[this.position];
      suite !== undefined;
      suite = this.lignes[this.position]
    ) {
      if (visa || suite.texte === '' || ouvreUnBloc(suite.texte)) break;
      textes.push(suite.texte);
      this.position += 1;
    }
    return {
      type: 'paragraphe',
      style: visa ? 'visa' : 'normal',
      phrase: lirePhrase(textes.join(' ')),
      ligne: ligne.numero,
    };
  }

  private directive(ligne: Ligne): Instruction {
    const [, mot = '', reste = ''] = /^::\s*(\S+)\s*(.*)$/u.exec(ligne.texte) ?? [];
    const numero = ligne.numero;
    switch (mot) {
      case 'page':
        return { type: 'saut-de-page', ligne: numero };
      case 'sommaire':
        return { type: 'sommaire', ligne: numero };
      case 'si':
        return this.si(ligne, reste);
      case 'pour':
        return this.pour(ligne, reste);
      case 'inclure':
        return this.inclure(ligne, reste);
      case 'figure':
        return this.figure(ligne, reste);
      default:
        return this.conteneur(ligne, mot, partager(reste));
    }
  }

  private conteneur(ligne: Ligne, mot: string, parties: readonly string[]): Instruction {
    const [premier = '', second = '', regles = '', article = '', version = '1'] = parties;
    const numero = ligne.numero;
    switch (mot) {
      case 'clause': {
        if (!/^[a-z][a-z0-9-]*$/u.test(premier) || second === '')
          this.echouer(
            ligne,
            'une clause s’écrit « :: clause identifiant | titre | règles | article | version »',
          );
        const clause = {
          id: premier,
          titre: lirePhrase(second),
          regles: regles.split(/[\s,]+/u).filter((regle) => regle !== ''),
          article: article === '' ? null : article,
          version,
        };
        return { type: 'clause', clause, corps: this.jusquaFin(ligne), ligne: numero };
      }
      case 'annexe':
        if (!/^[a-z][a-z0-9-]*$/u.test(premier) || second === '')
          this.echouer(ligne, 'une annexe s’écrit « :: annexe identifiant | titre »');
        return {
          type: 'annexe',
          id: premier,
          titre: lirePhrase(second),
          corps: this.jusquaFin(ligne),
          ligne: numero,
        };
      case 'encadre': {
        const ton = TONS.find((connu) => connu === premier);
        if (ton === undefined) this.echouer(ligne, `un encadré est ${TONS.join(', ')}`);
        return {
          type: 'encadre',
          ton,
          titre: lirePhrase(second),
          corps: this.jusquaFin(ligne),
          ligne: numero,
        };
      }
      case 'tableau':
        if (premier === '') this.echouer(ligne, 'un tableau a une légende');
        return {
          type: 'tableau',
          legende: lirePhrase(premier),
          corps: this.jusquaFin(ligne),
          ligne: numero,
        };
      case 'signatures':
        return { type: 'signatures', corps: this.jusquaFin(ligne), ligne: numero };
      default:
        return this.echouer(ligne, `« ${mot} » n’est pas une directive connue`);
    }
  }

  private jusquaFin(ouvrante: Ligne): Corps {
    const corps = this.corps();
    const fin = this.lignes[this.position];
    if (fin === undefined || !/^::\s*fin\b/u.test(fin.texte))
      this.echouer(ouvrante, `« ${ouvrante.texte} » n’est pas fermé par « :: fin »`);
    this.position += 1;
    return corps;
  }

  private si(ouvrante: Ligne, condition: string): Instruction {
    const branches: { condition: ReturnType<typeof lireExpression> | null; corps: Corps }[] = [];
    branches.push({ condition: lireExpression(condition), corps: this.corps() });
    for (;;) {
      const ligne = this.lignes[this.position];
      const sinon = /^::\s*sinon(?:\s+si\s+(.+))?$/u.exec(ligne?.texte ?? '');
      if (ligne === undefined || sinon === null) break;
      if (branches.at(-1)?.condition === null)
        this.echouer(ligne, 'un « sinon » suit un autre « sinon »');
      this.position += 1;
      const suite = sinon[1];
      branches.push({
        condition: suite === undefined ? null : lireExpression(suite),
        corps: this.corps(),
      });
    }
    this.jusquaFin(ouvrante);
    return { type: 'si', branches, ligne: ouvrante.numero };
  }

  private pour(ligne: Ligne, reste: string): Instruction {
    const [, nom, liste] = /^([a-z_][a-z0-9_]*)\s+dans\s+(.+)$/u.exec(reste) ?? [];
    if (nom === undefined || liste === undefined)
      this.echouer(ligne, 'une répétition s’écrit « :: pour nom dans liste »');
    return {
      type: 'pour',
      nom,
      liste: lireExpression(liste),
      corps: this.jusquaFin(ligne),
      ligne: ligne.numero,
    };
  }

  private inclure(ligne: Ligne, reste: string): Instruction {
    const [, modele, donnees] = /^([a-z][a-z0-9-]*)\s+avec\s+(.+)$/u.exec(reste) ?? [];
    if (modele === undefined || donnees === undefined)
      this.echouer(ligne, 'une inclusion s’écrit « :: inclure modele avec champ »');
    return { type: 'inclure', modele, donnees: lireExpression(donnees), ligne: ligne.numero };
  }

  private figure(ligne: Ligne, reste: string): Instruction {
    const [svg = '', remplacement = '', legende = ''] = partager(reste);
    if (remplacement === '')
      this.echouer(
        ligne,
        'une figure s’écrit « :: figure champ | texte de remplacement | légende »',
      );
    return {
      type: 'figure',
      svg: lireExpression(svg),
      remplacement: lirePhrase(remplacement),
      legende: legende === '' ? null : lirePhrase(legende),
      ligne: ligne.numero,
    };
  }
}

/**
 * Lit le texte d’un modèle. Un paragraphe par bloc de lignes ; `#` à `####` pour les titres
 * (`#-` sans numéro) ; `-` et `1.` pour les listes ; `>` pour un visa ; `%%` pour une remarque ;
 * `::` pour les directives : `si`/`sinon`/`fin`, `pour x dans liste`, `clause`, `annexe`,
 * `encadre`, `tableau`, `signatures`, `figure`, `inclure`, `page`, `sommaire`.
 *
 * @throws ErreurDeModele qui dit la ligne et ce qui était attendu.
 */
export const lireNotation = (texte: string): Corps => new Lecteur(texte).lire();
