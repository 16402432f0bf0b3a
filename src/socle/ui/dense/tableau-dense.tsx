import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { ecrireTri, filtrerLignes, lireTri, trierLignes } from './lignes-denses.ts';
import type { ProprietesTableauDense, ProprietesVives } from './proprietes.ui.ts';
import { TableauParPages } from './tableau-par-pages.tsx';

type Vif = <Ligne>(proprietes: ProprietesVives<Ligne>) => ReactNode;

/**
 * Un tableau dense : en-tête et première colonne figés, tri, filtre, colonnes choisies, sélection
 * et copie au clavier, 10 000 lignes fluides. Le serveur rend un tableau HTML complet, paginé,
 * trié et filtré par l’adresse ; la version vive se charge ensuite.
 */
export const TableauDense = <Ligne,>(proprietes: ProprietesTableauDense<Ligne>) => {
  const { id, colonnes, lignes, parPage = 100, estLeger = false } = proprietes;
  const parametres = new URLSearchParams(useLocation().search);
  const recherche = parametres.get(`${id}-filtre`) ?? '';
  const tri = lireTri(parametres.get(`${id}-tri`));
  const [vif, setVif] = useState<{ Composant: Vif } | null>(null);
  useEffect(() => {
    if (estLeger) return;
    let estLa = true;
    void import('./tableau-vif.tsx').then(({ TableauVif }) => {
      if (estLa) setVif({ Composant: TableauVif });
    });
    return () => {
      estLa = false;
    };
  }, [estLeger]);
  if (vif !== null) {
    const Composant = vif.Composant as ComponentType<ProprietesVives<Ligne>>;
    return <Composant {...proprietes} recherche={recherche} tri={tri} />;
  }
  const retenues = trierLignes(filtrerLignes(lignes, colonnes, recherche), colonnes, tri);
  return (
    <TableauParPages
      {...proprietes}
      retenues={retenues}
      recherche={recherche}
      tri={tri}
      triEcrit={ecrireTri(tri)}
      page={Math.max(1, Math.floor(Number(parametres.get(`${id}-page`))) || 1)}
      parPage={parPage}
    />
  );
};
