import type { ReactNode } from 'react';
import type {
  Alignement,
  Bloc,
  BlocTableau,
  BlocTitre,
  DocumentCompose,
  Texte,
} from '../../moteurs/document/index.ts';
import { texteNu } from '../../moteurs/document/index.ts';
import { CadreDefilant } from './cadre-defilant.tsx';
import { Encadre } from './encadre.tsx';

const ecrireFragment = (fragment: Texte[number], rang: number): ReactNode => {
  const cle = `fragment-${rang}`;
  switch (fragment.type) {
    case 'texte': {
      const gras = fragment.gras === true ? <strong>{fragment.texte}</strong> : fragment.texte;
      return fragment.italique === true ? <em key={cle}>{gras}</em> : <span key={cle}>{gras}</span>;
    }
    case 'lien':
      return (
        <a key={cle} href={fragment.adresse}>
          <Phrase texte={fragment.contenu} />
        </a>
      );
    case 'note':
      return (
        <span key={cle} className="petit">
          {' '}
          (<Phrase texte={fragment.contenu} />)
        </span>
      );
    case 'manquant':
      return (
        <mark key={cle} className="document-manquant">
          à compléter : {fragment.libelle}
        </mark>
      );
    case 'renvoi':
      return (
        <a key={cle} href={`#${fragment.cible}`}>
          {fragment.texte}
        </a>
      );
    case 'saut':
      return <br key={cle} />;
  }
};

const Phrase = ({ texte }: { texte: Texte }) => <>{texte.map(ecrireFragment)}</>;

const CLASSES: Readonly<Record<Alignement, string | undefined>> = {
  debut: undefined,
  centre: undefined,
  fin: 'nombre',
};

const TableauCompose = ({ bloc }: { bloc: BlocTableau }) => {
  const rangee = (cellules: readonly Texte[], cle: string) => (
    <tr key={cle}>
      {cellules.map((cellule, rang) => {
        const classe = CLASSES[bloc.colonnes[rang]?.alignement ?? 'debut'];
        const cleDeCellule = `cellule-${rang}`;
        return rang === 0 ? (
          <th key={cleDeCellule} scope="row" className={classe}>
            <Phrase texte={cellule} />
          </th>
        ) : (
          <td key={cleDeCellule} className={classe}>
            <Phrase texte={cellule} />
          </td>
        );
      })}
    </tr>
  );
  return (
    <CadreDefilant nom={texteNu(bloc.legende)}>
      <table className="tableau">
        <caption>
          <Phrase texte={bloc.legende} />
        </caption>
        <thead>
          <tr>
            {bloc.colonnes.map(({ entete, alignement }, rang) => (
              <th key={`entete-${String(rang)}`} scope="col" className={CLASSES[alignement]}>
                <Phrase texte={entete} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{bloc.lignes.map((ligne, rang) => rangee(ligne, `ligne-${rang}`))}</tbody>
        {bloc.totaux.length === 0 ? null : (
          <tfoot>{bloc.totaux.map((total, rang) => rangee(total, `total-${rang}`))}</tfoot>
        )}
      </table>
    </CadreDefilant>
  );
};

const TitreCompose = ({ bloc, decalage }: { bloc: BlocTitre; decalage: number }) => {
  const contenu = (
    <>
      {bloc.numero === null ? null : `${bloc.numero} `}
      <Phrase texte={bloc.contenu} />
    </>
  );
  switch (Math.min(6, bloc.niveau + decalage)) {
    case 2:
      return <h2 id={bloc.ancre}>{contenu}</h2>;
    case 3:
      return <h3 id={bloc.ancre}>{contenu}</h3>;
    case 4:
      return <h4 id={bloc.ancre}>{contenu}</h4>;
    case 5:
      return <h5 id={bloc.ancre}>{contenu}</h5>;
    default:
      return <h6 id={bloc.ancre}>{contenu}</h6>;
  }
};

const TONS = { info: 'information', attention: 'attention', droit: 'information' } as const;

const Blocs = ({ blocs, decalage }: { blocs: readonly Bloc[]; decalage: number }) => (
  <>
    {blocs.map((bloc, rang) => (
      <BlocCompose key={`bloc-${String(rang)}`} bloc={bloc} decalage={decalage} />
    ))}
  </>
);

const BlocCompose = ({ bloc, decalage }: { bloc: Bloc; decalage: number }): ReactNode => {
  switch (bloc.type) {
    case 'titre':
      return <TitreCompose bloc={bloc} decalage={decalage} />;
    case 'paragraphe':
      return (
        <p>
          <Phrase texte={bloc.contenu} />
        </p>
      );
    case 'liste': {
      const elements = bloc.elements.map((element, rang) => (
        <li key={`element-${String(rang)}`}>
          <Phrase texte={element} />
        </li>
      ));
      return bloc.ordonnee ? <ol>{elements}</ol> : <ul>{elements}</ul>;
    }
    case 'tableau':
      return <TableauCompose bloc={bloc} />;
    case 'figure':
      return (
        <figure>
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(bloc.svg)}`}
            alt={bloc.remplacement}
          />
          {bloc.legende === null ? null : <figcaption>{bloc.legende}</figcaption>}
        </figure>
      );
    case 'encadre':
      return (
        <Encadre ton={TONS[bloc.ton]} titre={<Phrase texte={bloc.titre} />}>
          <Blocs blocs={bloc.blocs} decalage={decalage} />
        </Encadre>
      );
    case 'signatures':
      return (
        <ul>
          {bloc.signataires.map(({ partie, nom, fonction }, rang) => (
            <li key={`signataire-${String(rang)}`}>
              <Phrase texte={partie} /> : <Phrase texte={nom} />, <Phrase texte={fonction} />
            </li>
          ))}
        </ul>
      );
    case 'clause':
    case 'annexe':
      return (
        <>
          <TitreCompose bloc={bloc.titre} decalage={decalage} />
          <Blocs blocs={bloc.blocs} decalage={decalage} />
        </>
      );
    case 'saut-de-page':
    case 'sommaire':
      return null;
  }
};

/** Les titres d’un document, pour son sommaire : une ligne par titre de premier niveau. */
export const sommaireDuDocument = (
  document: DocumentCompose,
): readonly { readonly titre: string; readonly ancre: string }[] =>
  document.blocs.flatMap((bloc) => {
    const titre =
      bloc.type === 'titre' ? bloc : 'titre' in bloc && bloc.type !== 'encadre' ? bloc.titre : null;
    if (titre === null || titre.niveau !== 1) return [];
    const texte = texteNu(titre.contenu);
    return [
      { titre: titre.numero === null ? texte : `${titre.numero} ${texte}`, ancre: titre.ancre },
    ];
  });

/**
 * Un document composé, rendu à l’écran : mêmes textes, mêmes numéros que dans le PDF.
 * @param decalage de combien de niveaux descendre les titres du document (1 : sous le titre de page)
 */
export const RenduDocument = ({
  document,
  decalage = 1,
}: {
  document: DocumentCompose;
  decalage?: 1 | 2;
}) => <Blocs blocs={document.blocs} decalage={decalage} />;
