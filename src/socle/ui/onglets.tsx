import { NavLink } from 'react-router';

/** Des onglets qui sont des liens : une adresse par onglet, sans JavaScript. */
export const Onglets = ({
  nom,
  onglets,
}: {
  nom: string;
  onglets: readonly { titre: string; chemin: string; nombre?: number | undefined }[];
}) => (
  <nav aria-label={nom} className="onglets">
    <ul>
      {onglets.map(({ titre, chemin, nombre }) => (
        <li key={chemin}>
          <NavLink to={chemin} end>
            {titre}
            {nombre === undefined ? null : <span className="onglets-nombre">{nombre}</span>}
          </NavLink>
        </li>
      ))}
    </ul>
  </nav>
);
