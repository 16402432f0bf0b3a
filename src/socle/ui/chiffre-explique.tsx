import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ArbreExplication, type Explication } from './explication.tsx';
import { formaterValeur } from './formats.ts';
import { Icone } from './icone.tsx';

/** Le paramètre d’adresse qui demande l’explication d’un chiffre, par son ancre. */
const PARAMETRE = 'expliquer';

const demander = (parametres: URLSearchParams, ancre: string): string => {
  const avec = new URLSearchParams(parametres);
  avec.set(PARAMETRE, ancre);
  return `?${avec}#${ancre}`;
};

const sansDemande = (parametres: URLSearchParams): URLSearchParams => {
  const sans = new URLSearchParams(parametres);
  sans.delete(PARAMETRE);
  return sans;
};

interface Chiffre {
  readonly id: string;
  readonly explication: Explication;
  /** Le chiffre tel qu’il se lit dans la page, quand il est plus rond que sa valeur exacte. */
  readonly ecriture?: string | undefined;
  readonly phrase?: ReactNode;
  readonly children?: ReactNode;
}

/** Un chiffre dont le détail n’est pas dans la page : le lien la redemande, ouverte à cet endroit. */
const ChiffreADemander = ({ id: ancre, explication, ecriture, children }: Chiffre) => {
  const [parametres] = useSearchParams();
  const naviguer = useNavigate();
  const valeur = formaterValeur(explication.valeur, explication.unite);
  const vers = demander(parametres, ancre);
  useEffect(() => {
    // Un lien partagé avant que le détail se demande : l’ancre seule suffit toujours.
    if (window.location.hash === `#${ancre}` && !parametres.has(PARAMETRE)) {
      void naviguer(vers, { replace: true, preventScrollReset: true });
    }
  }, [ancre, naviguer, parametres, vers]);
  return (
    <span className="chiffre-explique" id={ancre}>
      <Link
        to={vers}
        preventScrollReset
        className="chiffre-bouton"
        aria-label={`${explication.libelle} : ${ecriture ?? valeur}. Expliquer ce chiffre`}
      >
        {children ?? ecriture ?? valeur}
      </Link>
    </span>
  );
};

const ChiffreOuvert = ({ id: ancre, explication, ecriture, phrase, children }: Chiffre) => {
  const [parametres] = useSearchParams();
  const estDemande = parametres.get(PARAMETRE) === ancre;
  const volet = useRef<HTMLDivElement>(null);
  const valeur = formaterValeur(explication.valeur, explication.unite);

  useEffect(() => {
    const ouvrirSiVise = () => {
      if (window.location.hash === `#${ancre}` && !volet.current?.matches(':popover-open')) {
        volet.current?.showPopover();
        volet.current?.querySelector<HTMLElement>('a, button')?.focus();
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
          {estDemande ? (
            <Link
              to={`?${sansDemande(parametres)}`}
              preventScrollReset
              className="bouton bouton-discret bouton-petite"
            >
              <Icone nom="croix" taille={16} /> <span>Fermer</span>
            </Link>
          ) : (
            <button
              type="button"
              popoverTarget={ancre}
              popoverTargetAction="hide"
              className="bouton bouton-discret bouton-petite"
            >
              <Icone nom="croix" taille={16} /> <span>Fermer</span>
            </button>
          )}
        </div>
        <p className="volet-titre">{explication.libelle}</p>
        <p className="volet-valeur">{valeur}</p>
        {phrase === undefined ? null : <div className="volet-phrase">{phrase}</div>}
        <ArbreExplication explication={explication} />
        <p className="petit">
          <a href={`${estDemande ? `?${parametres}` : ''}#${ancre}`}>Lien vers cette explication</a>
        </p>
      </div>
    </span>
  );
};

/**
 * Un chiffre qui s’ouvre : le volet donne la phrase, la formule, les opérandes, la source jusqu’à
 * la cellule et l’article. Sans JavaScript, le bouton ouvre le volet et l’ancre `#id` l’affiche. Quand le
 * détail n’est pas envoyé (`aDemander`), le chiffre est un lien vers la même page, ouverte sur lui.
 * À placer hors d’un `<p>` (le volet contient des listes) : dans une cellule, une liste, un `<div>`.
 * @param id ancre stable dans la page ; c’est le lien à partager.
 * @param children l’écriture du chiffre ; par défaut, la valeur et son unité.
 */
export const ChiffreExplique = ({
  id,
  ...chiffre
}: Omit<Chiffre, 'id'> & {
  id?: string | undefined;
}) => {
  const secours = useId();
  const ancre = id ?? secours;
  return chiffre.explication.aDemander === true ? (
    <ChiffreADemander id={ancre} {...chiffre} />
  ) : (
    <ChiffreOuvert id={ancre} {...chiffre} />
  );
};
