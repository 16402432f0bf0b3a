import type { ReactNode } from 'react';

/** Une famille de motifs, avec son titre. */
export const Famille = ({ titre, children }: { titre: string; children: ReactNode }) => (
  <section className="pile" aria-label={titre}>
    <h2>{titre}</h2>
    {children}
  </section>
);

/** Un motif dans un état nommé. */
export const Exemple = ({ titre, children }: { titre: string; children: ReactNode }) => (
  <div className="pile pile-serree exemple">
    <h3 className="exemple-titre">{titre}</h3>
    {children}
  </div>
);
