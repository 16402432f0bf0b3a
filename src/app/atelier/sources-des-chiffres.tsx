import type { Population } from '../../socle/territoire/index.ts';

/** D’où viennent les populations montrées : millésime, référence et source de chacune. */
export const SourcesDesChiffres = ({
  sources,
  perimetre,
}: {
  sources: readonly Population[];
  perimetre: string;
}) => (
  <section className="pile pile-serree" aria-labelledby="sources">
    <h2 id="sources">D’où viennent ces chiffres</h2>
    <ul>
      {sources.map(({ millesime, reference, source }) => (
        <li key={`${millesime} ${reference} ${source}`}>
          En vigueur en {millesime}
          {reference === null ? '' : `, référence statistique ${reference}`} : {source}.
        </li>
      ))}
      <li>Périmètre : {perimetre}.</li>
    </ul>
    <p className="texte-doux">
      Deux millésimes ne s’additionnent ni ne se comparent. La population de l’intercommunalité est
      celle que publie la DGCL ; à défaut, la somme de ses communes au même millésime.
    </p>
  </section>
);
