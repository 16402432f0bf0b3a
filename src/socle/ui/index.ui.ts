export { Bouton, BoutonLien } from './bouton.tsx';
export { Charpente, type PieceDuPlan, type ProprietesCharpente } from './charpente.tsx';
export { Encadre } from './encadre.tsx';
export { Icone, type NomIcone } from './icone.tsx';
export { Logo } from './logo.tsx';
export { type Identite, PageSimple } from './page-simple.tsx';
export { type Etat, LIBELLES_ETAT, Pastille, Tuile } from './pastille.tsx';
export { Titre } from './titre.tsx';
