import { Form, Link } from 'react-router';
import { CadreDefilant } from '../cadre-defilant.tsx';
import { accorder, formaterNombre } from '../formats.ts';
import { ecrireTri, listerPages, type TriDense } from './lignes-denses.ts';
import type { ColonneDense, ProprietesTableauDense } from './proprietes.ui.ts';

interface ProprietesParPages<Ligne> extends ProprietesTableauDense<Ligne> {
  retenues: readonly Ligne[];
  recherche: string;
  tri: TriDense | null;
  triEcrit: string;
  page: number;
  parPage: number;
}

/** Rien à montrer : le dire, et dire quoi faire. */
export const AucuneLigne = () => (
  <p className="dense-aucune">Aucune ligne ne répond. Effacez le filtre pour tout revoir.</p>
);

/** Le signe du tri, et le sens annoncé aux lecteurs d’écran. */
export const annoncerTri = (id: string, tri: TriDense | null) => {
  if (tri?.colonne !== id) return { signe: '', sens: 'none' as const };
  return tri.descendant
    ? { signe: ' ▼', sens: 'descending' as const }
    : { signe: ' ▲', sens: 'ascending' as const };
};

/** Le contenu d’une cellule : nombres à la française, vide muet. */
export const ecrireCellule = <Ligne,>(colonne: ColonneDense<Ligne>, ligne: Ligne) => {
  if (colonne.rendre !== undefined) return colonne.rendre(ligne);
  const valeur = colonne.lire(ligne);
  return typeof valeur === 'number' ? formaterNombre(valeur) : valeur;
};

const composerLien = (id: string, recherche: string, tri: string, page: number): string => {
  const parametres = new URLSearchParams();
  if (recherche !== '') parametres.set(`${id}-filtre`, recherche);
  if (tri !== '') parametres.set(`${id}-tri`, tri);
  if (page > 1) parametres.set(`${id}-page`, String(page));
  return `?${parametres.toString()}`;
};

/** Le tableau HTML complet, paginé : tri et pages sont des liens, le filtre un formulaire. */
export const TableauParPages = <Ligne,>({
  id,
  legende,
  colonnes,
  cle,
  retenues,
  recherche,
  tri,
  triEcrit,
  page,
  parPage,
}: ProprietesParPages<Ligne>) => {
  const total = Math.max(1, Math.ceil(retenues.length / parPage));
  const courante = Math.min(page, total);
  const visibles = colonnes.filter(({ cachee }) => cachee !== true);
  const lignes = retenues.slice((courante - 1) * parPage, courante * parPage);
  return (
    <div className="dense">
      <div className="dense-outils">
        <Form method="get" preventScrollReset>
          <label htmlFor={`${id}-filtre`}>Filtrer</label>
          <input id={`${id}-filtre`} name={`${id}-filtre`} type="search" defaultValue={recherche} />
          {triEcrit === '' ? null : <input type="hidden" name={`${id}-tri`} value={triEcrit} />}
          <button type="submit" className="bouton bouton-secondaire bouton-petite">
            Filtrer
          </button>
        </Form>
        <span className="dense-compte">{accorder(retenues.length, 'ligne')}</span>
      </div>
      <CadreDefilant nom={legende} className="dense-cadre">
        <table className="dense-tableau">
          <caption className="invisible">{legende}</caption>
          <thead>
            <tr>
              {visibles.map(({ id: colonne, titre, estNombre }) => {
                const { signe, sens } = annoncerTri(colonne, tri);
                const suivant = { colonne, descendant: sens === 'ascending' };
                return (
                  <th
                    key={colonne}
                    scope="col"
                    aria-sort={sens === 'none' ? undefined : sens}
                    className={estNombre === true ? 'nombre' : undefined}
                  >
                    <Link
                      to={composerLien(id, recherche, ecrireTri(suivant), 1)}
                      className="dense-tri"
                      preventScrollReset
                    >
                      {titre}
                      <span aria-hidden="true">{signe}</span>
                    </Link>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {lignes.map((ligne) => (
              <tr key={cle(ligne)}>
                {visibles.map((colonne, rang) => {
                  const classe = colonne.estNombre === true ? 'nombre' : undefined;
                  return rang === 0 ? (
                    <th key={colonne.id} scope="row" className={classe}>
                      {ecrireCellule(colonne, ligne)}
                    </th>
                  ) : (
                    <td key={colonne.id} className={classe}>
                      {ecrireCellule(colonne, ligne)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </CadreDefilant>
      {retenues.length === 0 ? <AucuneLigne /> : null}
      {total === 1 ? null : (
        <nav aria-label={`Pages : ${legende}`}>
          <ul className="pages">
            {listerPages(courante, total).map((numero, rang) => (
              <li key={numero === 0 ? `coupure-${String(rang)}` : numero}>
                {numero === 0 ? (
                  <span>…</span>
                ) : (
                  <Link
                    to={composerLien(id, recherche, triEcrit, numero)}
                    aria-label={`Page ${numero}`}
                    aria-current={numero === courante ? 'page' : undefined}
                    preventScrollReset
                  >
                    {numero}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
};
