import { flexRender, type Header } from '@tanstack/react-table';
import type { TriDense } from './lignes-denses.ts';
import type { ColonneDense } from './proprietes.ui.ts';
import { annoncerTri } from './tableau-par-pages.tsx';

/** Les en-têtes de la version vive : un bouton de tri par colonne. */
export const EnTeteVif = <Ligne,>({
  entetes,
  colonnes,
  tri,
  onTri,
}: {
  entetes: readonly Header<Ligne, unknown>[];
  colonnes: ReadonlyMap<string, ColonneDense<Ligne>>;
  tri: TriDense | null;
  onTri: (tri: TriDense) => void;
}) => (
  <thead>
    <tr aria-rowindex={1}>
      {entetes.map((entete) => {
        const { signe, sens } = annoncerTri(entete.id, tri);
        return (
          <th
            key={entete.id}
            scope="col"
            aria-sort={sens === 'none' ? undefined : sens}
            className={colonnes.get(entete.id)?.estNombre === true ? 'nombre' : undefined}
          >
            <button
              type="button"
              className="dense-tri"
              onClick={() => {
                onTri({ colonne: entete.id, descendant: sens === 'ascending' });
              }}
            >
              {flexRender(entete.column.columnDef.header, entete.getContext())}
              <span aria-hidden="true">{signe}</span>
            </button>
          </th>
        );
      })}
    </tr>
  </thead>
);
