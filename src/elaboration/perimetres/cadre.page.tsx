import { Outlet } from 'react-router';
import './perimetres.css';

export const handle = { titre: 'Périmètres' };

/** Le cadre commun des pages de périmètres : le fil d’Ariane et la feuille de style. */
const CadreDesPerimetres = () => <Outlet />;
export default CadreDesPerimetres;
