import { Outlet } from 'react-router';

export const handle = { titre: 'Grille' };

/** Le cadre des pages d’une grille : une étape du fil d’Ariane. */
const CadreDeGrille = () => <Outlet />;
export default CadreDeGrille;
