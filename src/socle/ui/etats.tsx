import type { ReactNode } from 'react';
import { formaterDuree, formaterPourcent } from './formats.ts';
import { Icone } from './icone.tsx';

/** Rien encore : à quoi cela ressemblera, et le premier geste. */
export const Vide = ({
  titre,
  children,
  apercu,
  action,
  niveau = 3,
}: {
  titre: string;
  children: ReactNode;
  /** Un aperçu décoratif de ce qui viendra. */
  apercu?: ReactNode;
  action: ReactNode;
  /** Niveau du titre : 2 quand rien ne le sépare du titre de la page. */
  niveau?: 2 | 3;
}) => (
  <section className="vide" aria-label={titre}>
    {apercu === undefined ? null : (
      <div className="vide-apercu" aria-hidden="true" inert>
        {apercu}
      </div>
    )}
    {niveau === 2 ? <h2 className="titre-de-motif">{titre}</h2> : <h3>{titre}</h3>}
    <p>{children}</p>
    <div className="rang">{action}</div>
  </section>
);

/** Un squelette de ce qui arrive, annoncé aux lecteurs d’écran. */
export const Chargement = ({ quoi, lignes = 4 }: { quoi: string; lignes?: number }) => (
  <div className="chargement" role="status">
    <span className="invisible">Chargement : {quoi}</span>
    {Array.from({ length: lignes }, (_, rang) => (
      <span key={`ligne-${String(rang)}`} className="squelette" aria-hidden="true" />
    ))}
  </div>
);

/** Un long travail : où il en est, combien de temps encore, annuler, quitter et revenir. */
export const LongTravail = ({
  titre,
  part,
  etape,
  secondesRestantes,
  annuler,
}: {
  titre: string;
  /** Avancement de 0 à 1 ; null si on ne sait pas. */
  part: number | null;
  etape?: string | undefined;
  secondesRestantes?: number | undefined;
  annuler?: ReactNode;
}) => (
  <section className="long-travail" aria-label={titre}>
    <p className="long-travail-titre">{titre}</p>
    <progress aria-label={titre} max={1} {...(part === null ? {} : { value: part })} />
    <p role="status">
      {part === null ? 'En préparation' : formaterPourcent(part)}
      {etape === undefined ? '' : ` · ${etape}`}
      {secondesRestantes === undefined
        ? ''
        : ` · encore ${formaterDuree(secondesRestantes)} environ`}
    </p>
    <p className="petit texte-doux">
      Vous pouvez quitter cette page : le travail continue, vous le retrouverez ici.
    </p>
    {annuler === undefined ? null : <div className="rang">{annuler}</div>}
  </section>
);

/** Une panne locale : ce qui se passe, ce qui est sauf, quoi faire. */
export const Erreur = ({
  titre,
  sauf,
  action,
  children,
}: {
  titre: string;
  sauf: ReactNode;
  action: ReactNode;
  children: ReactNode;
}) => (
  <section className="encadre encadre-refus" role="alert">
    <Icone nom="alerte" />
    <div className="encadre-corps">
      <p className="encadre-titre">{titre}</p>
      <div>{children}</div>
      <p>
        <strong>Ce qui est sauf :</strong> {sauf}
      </p>
      <div className="rang">{action}</div>
    </div>
  </section>
);
