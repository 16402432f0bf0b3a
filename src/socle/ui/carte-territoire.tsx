import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type EtiquettePosee, poserSousLesBulles } from './etiquettes.ts';
import type { CommuneDuFond, FondDeCarte } from './projection.ts';

/** Ce que la carte dit d’une commune. */
export interface ValeurCommune {
  /** Classe de couleur, 1 (clair) à 5 (foncé) ; 0 : pas de donnée (hachures). */
  classe: number;
  /** La valeur écrite, unité comprise. */
  ecriture: string;
  /** Taille de la bulle, de 0 à 1, en surface. */
  taille?: number | undefined;
  /** La fiche de la commune. */
  chemin?: string | undefined;
}

const RAYON_BULLE = 34;

const rayonDe = (taille: number): number => Math.max(3, RAYON_BULLE * Math.sqrt(taille));

const Forme = ({ commune, valeur }: { commune: CommuneDuFond; valeur: ValeurCommune }) =>
  valeur.taille === undefined ? (
    <path d={commune.trace} className={`carte-commune carte-classe-${valeur.classe}`} />
  ) : (
    <>
      {commune.trace === '' ? null : (
        <path d={commune.trace} className="carte-commune carte-fond" fill="var(--papier-fonce)" />
      )}
      <circle cx={commune.x} cy={commune.y} r={rayonDe(valeur.taille)} className="carte-bulle" />
    </>
  );

type CommuneMontree = CommuneDuFond & { readonly valeur: ValeurCommune };

/** Les étiquettes qui tiennent : dans leur contour, ou sous leur bulle ; les autres sont omises. */
const etiqueter = (
  communes: readonly CommuneMontree[],
  largeur: number,
): readonly { readonly cle: string; readonly ton: string; readonly posee: EtiquettePosee }[] => {
  const sousLesBulles = poserSousLesBulles(
    communes.flatMap(({ code, nom, x, y, valeur: { taille } }) =>
      taille === undefined ? [] : [{ cle: code, nom, x, y, rayon: rayonDe(taille) }],
    ),
    largeur,
  );
  return communes.flatMap(({ code, etiquette, valeur: { taille, classe } }) => {
    const posee = taille === undefined ? etiquette : sousLesBulles.get(code);
    const ton = taille === undefined ? classe : 'bulle';
    return posee == null ? [] : [{ cle: code, ton: `carte-texte-${ton}`, posee }];
  });
};

const SANS_DONNEE: ValeurCommune = { classe: 0, ecriture: 'pas de donnée' };

/**
 * La carte du territoire : aplats ou bulles, noms des communes, fiche au choix. La liste
 * équivalente porte les mêmes valeurs et les mêmes liens ; c’est elle que lit un lecteur d’écran.
 * @param fond projeté côté serveur par `projeterContours` ou `projeterCentroides`.
 */
export const CarteTerritoire = ({
  titre,
  fond,
  valeurs,
  legende,
}: {
  titre: string;
  fond: FondDeCarte;
  valeurs: Readonly<Record<string, ValeurCommune>>;
  legende: readonly { classe: number; libelle: string }[];
}) => {
  const communes = fond.communes.map((commune) => ({
    ...commune,
    valeur: valeurs[commune.code] ?? SANS_DONNEE,
  }));
  const presentes = new Set(communes.map(({ valeur }) => valeur.classe));
  const enBulles = communes.some(({ valeur }) => valeur.taille !== undefined);
  const lier = (chemin: string | undefined, contenu: ReactNode, nom: string) =>
    chemin === undefined ? (
      contenu
    ) : (
      <Link to={chemin} tabIndex={-1} aria-label={nom}>
        {contenu}
      </Link>
    );
  return (
    <div className="carte-cadre">
      <div className="carte-territoire">
        <svg
          viewBox={`0 0 ${fond.largeur} ${fond.hauteur}`}
          className="carte-dessin"
          aria-hidden="true"
        >
          <defs>
            <pattern id="carte-sans-donnee" width="6" height="6" patternUnits="userSpaceOnUse">
              <rect width="6" height="6" fill="#fff" />
              <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="#76868a" strokeWidth="1" />
            </pattern>
          </defs>
          {communes.map((commune) => (
            <g key={commune.code}>
              {lier(
                commune.valeur.chemin,
                <Forme commune={commune} valeur={commune.valeur} />,
                commune.nom,
              )}
            </g>
          ))}
          {etiqueter(communes, fond.largeur).map(({ cle, ton, posee: { x, y, lignes } }) => (
            <text key={cle} x={x} y={y} className={`carte-etiquette ${ton}`}>
              {lignes.map((ligne, rang) => (
                <tspan key={ligne} x={x} dy={rang === 0 ? 0 : 12}>
                  {ligne}
                </tspan>
              ))}
            </text>
          ))}
        </svg>
        {enBulles ? null : (
          <ul className="legende carte-legende" aria-label={`Légende : ${titre}`}>
            {legende
              .filter(({ classe }) => presentes.has(classe))
              .map(({ classe, libelle }) => (
                <li key={classe}>
                  <svg className="carte-case" viewBox="0 0 20 16" aria-hidden="true">
                    <rect width="20" height="16" rx="2" className={`carte-classe-${classe}`} />
                  </svg>
                  {libelle}
                </li>
              ))}
          </ul>
        )}
        <details className="carte-equivalent" open>
          <summary>La carte en liste : {titre}</summary>
          <ul className="carte-liste">
            {[...communes]
              .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'))
              .map(({ code, nom, valeur }) => (
                <li key={code}>
                  {valeur.chemin === undefined ? (
                    <span>{nom}</span>
                  ) : (
                    <Link to={valeur.chemin}>{nom}</Link>
                  )}
                  <span className="nombre">{valeur.ecriture}</span>
                </li>
              ))}
          </ul>
        </details>
        <p className="petit texte-doux">Fond : {fond.source}</p>
      </div>
    </div>
  );
};
