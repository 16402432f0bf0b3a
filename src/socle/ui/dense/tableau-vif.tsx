import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  useReactTable,
  type VisibilityState,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useBloc } from './bloc-de-cellules.tsx';
import { EnTeteVif } from './en-tete-vif.tsx';
import { filtrerLignes, trierLignes } from './lignes-denses.ts';
import { OutilsVifs } from './outils-vifs.tsx';
import type { ProprietesVives } from './proprietes.ui.ts';
import { contient } from './selection-de-cellules.ts';
import { AucuneLigne, ecrireCellule } from './tableau-par-pages.tsx';

const HAUTEUR_LIGNE = 34;

const lireMemoire = (id: string): VisibilityState | null => {
  try {
    return JSON.parse(localStorage.getItem(`colonnes-${id}`) ?? 'null') as VisibilityState | null;
  } catch {
    return null;
  }
};

/** La place des lignes hors de vue. */
const Reserve = ({ hauteur }: { hauteur: number }) => (
  <tbody aria-hidden="true">
    <tr style={{ height: hauteur }} />
  </tbody>
);

/** La version vive du tableau dense : seules les lignes visibles sont dans la page. */
export const TableauVif = <Ligne,>(proprietes: ProprietesVives<Ligne>) => {
  const { id, legende, colonnes, lignes, cle, onColler } = proprietes;
  const [recherche, setRecherche] = useState(proprietes.recherche);
  const [tri, setTri] = useState(proprietes.tri);
  const [visibles, setVisibles] = useState<VisibilityState>(
    () =>
      lireMemoire(id) ??
      Object.fromEntries(colonnes.map((colonne) => [colonne.id, colonne.cachee !== true])),
  );
  useEffect(() => {
    localStorage.setItem(`colonnes-${id}`, JSON.stringify(visibles));
  }, [id, visibles]);

  const retenues = useMemo(
    () => [...trierLignes(filtrerLignes(lignes, colonnes, recherche), colonnes, tri)],
    [lignes, colonnes, recherche, tri],
  );
  const definitions = useMemo<ColumnDef<Ligne>[]>(
    () =>
      colonnes.map((colonne) => ({
        id: colonne.id,
        header: colonne.titre,
        cell: ({ row }) => ecrireCellule(colonne, row.original),
        enableHiding: colonne.id !== colonnes[0]?.id,
      })),
    [colonnes],
  );
  const tableau = useReactTable({
    data: retenues,
    columns: definitions,
    getRowId: cle,
    state: { columnVisibility: visibles },
    onColumnVisibilityChange: setVisibles,
    getCoreRowModel: getCoreRowModel(),
  });
  const cadre = useRef<HTMLDivElement>(null);
  const rangees = tableau.getRowModel().rows;
  const virtuel = useVirtualizer({
    count: rangees.length,
    getScrollElement: () => cadre.current,
    estimateSize: () => HAUTEUR_LIGNE,
    overscan: 12,
  });
  const montrees = virtuel.getVirtualItems();
  const parId = new Map(colonnes.map((colonne) => [colonne.id, colonne]));
  const ordre = tableau.getVisibleLeafColumns().map(({ id: colonne }) => colonne);
  const { bloc, gestes, choisir } = useBloc({
    cadre,
    lignes: retenues,
    colonnes: ordre.flatMap((colonne) => parId.get(colonne) ?? []),
    montrer: virtuel.scrollToIndex,
    onColler,
  });
  const avant = montrees[0]?.start ?? 0;
  const apres = virtuel.getTotalSize() - (montrees.at(-1)?.end ?? 0);

  return (
    <div className="dense">
      <OutilsVifs
        id={id}
        recherche={recherche}
        onRecherche={setRecherche}
        nombre={retenues.length}
        colonnes={tableau.getAllLeafColumns().map((colonne) => ({
          id: colonne.id,
          titre: parId.get(colonne.id)?.titre ?? colonne.id,
          estVisible: colonne.getIsVisible(),
          estFigee: !colonne.getCanHide(),
          basculer: () => {
            colonne.toggleVisibility();
          },
        }))}
      />
      <div ref={cadre} className="dense-cadre">
        {/* Les touches sont écoutées une fois pour toutes les cellules, qui prennent le focus. */}
        <table
          className="dense-tableau"
          aria-label={legende}
          aria-rowcount={retenues.length + 1}
          aria-colcount={ordre.length}
          {...gestes}
        >
          <EnTeteVif entetes={tableau.getFlatHeaders()} colonnes={parId} tri={tri} onTri={setTri} />
          {avant > 0 ? <Reserve hauteur={avant} /> : null}
          <tbody>
            {montrees.map(({ index }) => {
              const rangee = rangees[index];
              return rangee === undefined ? null : (
                <tr key={rangee.id} aria-rowindex={index + 2}>
                  {rangee.getVisibleCells().map((cellule, rang) => {
                    const Balise = rang === 0 ? 'th' : 'td';
                    const estCurseur =
                      bloc.curseur.ligne === index && bloc.curseur.colonne === rang;
                    return (
                      <Balise
                        key={cellule.id}
                        role={rang === 0 ? 'rowheader' : 'gridcell'}
                        className={
                          parId.get(cellule.column.id)?.estNombre === true ? 'nombre' : undefined
                        }
                        data-place={`${index}-${rang}`}
                        tabIndex={estCurseur ? 0 : -1}
                        aria-selected={contient(bloc, index, rang) && bloc.estActif}
                        onMouseDown={(evenement) => {
                          choisir({ ligne: index, colonne: rang }, evenement.shiftKey);
                        }}
                      >
                        {flexRender(cellule.column.columnDef.cell, cellule.getContext())}
                      </Balise>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
          {apres > 0 ? <Reserve hauteur={apres} /> : null}
        </table>
      </div>
      {retenues.length === 0 ? <AucuneLigne /> : null}
    </div>
  );
};
