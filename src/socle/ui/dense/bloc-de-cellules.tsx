import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useState,
} from 'react';
import { ecrireBloc, lireBloc } from './lignes-denses.ts';
import type { ColonneDense } from './proprietes.ui.ts';
import { type Bloc, deplacerBloc, encadrerBloc, type Place } from './selection-de-cellules.ts';

const DEPART: Place = { ligne: 0, colonne: 0 };

/** La sélection au clavier et à la souris d’un tableau vif, avec copier et coller. */
export const useBloc = <Ligne,>({
  cadre,
  lignes,
  colonnes,
  montrer,
  onColler,
}: {
  cadre: RefObject<HTMLDivElement | null>;
  lignes: readonly Ligne[];
  colonnes: readonly ColonneDense<Ligne>[];
  montrer: (ligne: number) => void;
  onColler: ((ligne: Ligne, colonne: string, bloc: string[][]) => void) | undefined;
}) => {
  const [bloc, setBloc] = useState<Bloc & { estActif: boolean }>({
    ancre: DEPART,
    curseur: DEPART,
    estActif: false,
  });
  const { ligne, colonne } = bloc.curseur;
  useEffect(() => {
    if (!bloc.estActif) return;
    const cellule = cadre.current?.querySelector<HTMLElement>(
      `[data-place="${String(ligne)}-${String(colonne)}"]`,
    );
    cellule?.focus({ preventScroll: false });
  });
  const estCellule = (cible: EventTarget) =>
    cible instanceof HTMLElement && cible.dataset.place !== undefined;

  const surTouche = (evenement: KeyboardEvent) => {
    if (!estCellule(evenement.target)) return;
    const suivant = deplacerBloc(bloc, evenement, lignes.length, colonnes.length);
    if (suivant === null) return;
    evenement.preventDefault();
    montrer(suivant.curseur.ligne);
    setBloc({ ...suivant, estActif: true });
  };
  const surCopie = (evenement: ClipboardEvent) => {
    if (!estCellule(evenement.target)) return;
    const { haut, bas, gauche, droite } = encadrerBloc(bloc);
    const cellules = lignes
      .slice(haut, bas + 1)
      .map((rangee) => colonnes.slice(gauche, droite + 1).map(({ lire }) => lire(rangee)));
    evenement.clipboardData.setData('text/plain', ecrireBloc(cellules));
    evenement.preventDefault();
  };
  const surCollage = (evenement: ClipboardEvent) => {
    const rangee = lignes[ligne];
    const visee = colonnes[colonne];
    if (onColler === undefined || rangee === undefined || visee === undefined) return;
    if (!estCellule(evenement.target)) return;
    evenement.preventDefault();
    onColler(rangee, visee.id, lireBloc(evenement.clipboardData.getData('text/plain')));
  };
  return {
    bloc,
    gestes: {
      role: 'grid',
      'aria-multiselectable': true,
      onKeyDown: surTouche,
      onCopy: surCopie,
      onPaste: surCollage,
    },
    choisir: (place: Place, etend: boolean) => {
      setBloc(({ ancre }) => ({ ancre: etend ? ancre : place, curseur: place, estActif: true }));
    },
  };
};
