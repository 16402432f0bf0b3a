import { type ReactNode, useEffect, useId, useRef } from 'react';
import { ArbreExplication, type Explication } from './explication.tsx';
import { formaterValeur } from './formats.ts';
import { Icone } from './icone.tsx';

/**
 * Un chiffre qui s’ouvre : le volet donne la phrase, la formule, les opérandes, la source jusqu’à
 * la cellule et l’article. Sans JavaScript, le bouton ouvre le volet et l’ancre `#id` l’affiche.
 * À placer hors d’un `<p>` (le volet contient des listes) : dans une cellule, une liste, un `<div>`.
 * @param id ancre stable dans la page ; c’est le lien à partager.
 * @param children l’écriture du chiffre ; par défaut, la valeur et son unité.
 */
export const ChiffreExplique = ({
  id,
  explication,
  ecriture,
  phrase,
  children,
}: {
  id?: string | undefined;
  explication: Explication;
  /** Le chiffre tel qu’il se lit dans la page, quand il est plus rond que sa valeur exacte. */
  ecriture?: string | undefined;
  phrase?: ReactNode;
  children?: ReactNode;
}) => {
  const secours = useId();
  const ancre = id ?? secours;
  const volet = useRef<HTMLDivElement>(null);
  const valeur = formaterValeur(explication.valeur, explication.unite);

  useEffect(() => {
    const ouvrirSiVise = () => {
      if (window.location.hash === `#${ancre}` && !volet.current?.matches(':popover-open')) {
        volet.current?.showPopover();
      }
    };
    ouvrirSiVise();
    window.addEventListener('hashchange', ouvrirSiVise);
    return () => {
      window.removeEventListener('hashchange', ouvrirSiVise);
    };
  }, [ancre]);

  return (
    <span className="chiffre-explique">
      <button
        type="button"
        className="chiffre-bouton"
        popoverTarget={ancre}
        aria-label={`${explication.libelle} : ${ecriture ?? valeur}. Expliquer ce chiffre`}
      >
        {children ?? ecriture ?? valeur}
      </button>
      <div
        id={ancre}
        ref={volet}
        popover="auto"
        role="dialog"
        aria-label={`Explication : ${explication.libelle}`}
        className="volet"
      >
        <div className="volet-entete">
          <p className="volet-surtitre">D’où vient ce chiffre ?</p>
          <button
            type="button"
            popoverTarget={ancre}
            popoverTargetAction="hide"
            className="bouton bouton-discret bouton-petite"
          >
            <Icone nom="croix" taille={16} /> <span>Fermer</span>
          </button>
        </div>
        <p className="volet-titre">{explication.libelle}</p>
        <p className="volet-valeur">{valeur}</p>
        {phrase === undefined ? null : <div className="volet-phrase">{phrase}</div>}
        <ArbreExplication explication={explication} />
        <p className="petit">
          <a href={`#${ancre}`}>Lien vers cette explication</a>
        </p>
      </div>
    </span>
  );
};
