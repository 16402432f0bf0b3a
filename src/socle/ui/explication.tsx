import type { Jour } from '../../moteurs/calendrier/index.ts';
import { formaterJourCourt, formaterValeur } from './formats.ts';

/** D’où vient une valeur (contrat « Explication d’un montant »). */
export type SourceExpliquee =
  | {
      readonly type: 'cellule';
      readonly fichier: string;
      readonly feuille?: string | null | undefined;
      readonly cellule: string;
    }
  | {
      readonly type: 'saisie';
      readonly auteur?: string | undefined;
      readonly date?: string | undefined;
    }
  | { readonly type: 'donnee'; readonly nom: string; readonly millesime: string }
  | { readonly type: 'acte'; readonly convention: string; readonly version: string | number }
  | { readonly type: 'etat'; readonly id: string }
  | { readonly type: 'calcul'; readonly renvoi?: string | undefined };

/** Une valeur et ce qui la produit : formule et opérandes, ou source. Valeurs à point décimal. */
export interface Explication {
  readonly libelle: string;
  readonly valeur: string;
  readonly unite: string | null;
  /** Vrai quand le détail n’a pas été envoyé avec la page : le chiffre mène alors à sa page ouverte. */
  readonly aDemander?: boolean | undefined;
  readonly formule?: string | undefined;
  readonly article?: string | null | undefined;
  readonly operandes?: readonly Explication[] | undefined;
  readonly source?: SourceExpliquee | undefined;
  readonly arrondi?:
    | { readonly exact: string; readonly regle: string; readonly rang: number | null }
    | undefined;
}

const REGLES: Record<string, string> = {
  'plus-forts-restes': 'aux plus forts restes, pour que la somme des parts fasse le total',
  'demi-centime-eloigne-de-zero': 'au centime le plus proche',
  decimales: 'au nombre de décimales demandé',
};

const estJourEcrit = (texte: string): texte is Jour => /^\d{4}-\d{2}-\d{2}$/.test(texte);

const ecrireSource = (source: SourceExpliquee): string => {
  switch (source.type) {
    case 'cellule': {
      const feuille = source.feuille ? `, feuille « ${source.feuille} »` : '';
      return `Cellule ${source.cellule}${feuille}, fichier ${source.fichier}`;
    }
    case 'saisie': {
      const auteur = source.auteur === undefined ? '' : ` par ${source.auteur}`;
      const date = source.date ?? '';
      return `Saisi${auteur}${estJourEcrit(date) ? ` le ${formaterJourCourt(date)}` : ''}`;
    }
    case 'donnee':
      return `${source.nom}, millésime ${source.millesime}`;
    case 'acte':
      return `Convention « ${source.convention} », version ${source.version}`;
    case 'etat':
      return `État ${source.id}`;
    case 'calcul':
      return source.renvoi === undefined
        ? 'Calcul'
        : `Calcul détaillé plus haut : ${source.renvoi}`;
  }
};

/** « 11518.2312… » : les points de suspension disent que la valeur est coupée. */
const ecrireExact = (exact: string): string => {
  const coupee = exact.endsWith('…');
  return `${formaterValeur(coupee ? exact.slice(0, -1) : exact, null)}${coupee ? '…' : ''}`;
};

const Ligne = ({ noeud }: { noeud: Explication }) => (
  <>
    <span className="arbre-libelle">{noeud.libelle}</span>{' '}
    <span className="arbre-valeur">{formaterValeur(noeud.valeur, noeud.unite)}</span>
  </>
);

const Details = ({ noeud }: { noeud: Explication }) => (
  <>
    {noeud.formule === undefined ? null : (
      <p className="arbre-formule">
        <span className="texte-doux">Formule :</span> {noeud.formule}
      </p>
    )}
    {noeud.arrondi === undefined ? null : (
      <p className="petit texte-doux">
        Valeur exacte {ecrireExact(noeud.arrondi.exact)}, arrondie{' '}
        {REGLES[noeud.arrondi.regle] ?? noeud.arrondi.regle}
        {noeud.arrondi.rang === null ? '' : ` (rang de service : ${noeud.arrondi.rang})`}.
      </p>
    )}
    {noeud.article ? <p className="arbre-article">{noeud.article}</p> : null}
    {noeud.source === undefined ? null : (
      <p className="arbre-source">{ecrireSource(noeud.source)}</p>
    )}
  </>
);

const Operande = ({ noeud }: { noeud: Explication }) => {
  const operandes = noeud.operandes ?? [];
  if (operandes.length === 0) {
    return (
      <li className="arbre-feuille">
        <Ligne noeud={noeud} />
        <Details noeud={noeud} />
      </li>
    );
  }
  return (
    <li>
      <details>
        <summary>
          <Ligne noeud={noeud} />
        </summary>
        <div className="arbre-corps">
          <Details noeud={noeud} />
          <ArbreOperandes operandes={operandes} />
        </div>
      </details>
    </li>
  );
};

const ArbreOperandes = ({ operandes }: { operandes: readonly Explication[] }) => (
  <ul className="arbre">
    {operandes.map((operande, rang) => (
      <Operande key={`${String(rang)}-${operande.libelle}`} noeud={operande} />
    ))}
  </ul>
);

/** L’arbre d’explication d’un montant, jusqu’aux cellules ; dépliable sans JavaScript. */
export const ArbreExplication = ({ explication }: { explication: Explication }) => (
  <div className="arbre-racine">
    <Details noeud={explication} />
    <ArbreOperandes operandes={explication.operandes ?? []} />
  </div>
);
