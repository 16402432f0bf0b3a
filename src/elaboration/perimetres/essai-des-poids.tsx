import type { ReactNode } from 'react';
import { CurseursPoids, Encadre } from '../../socle/ui/index.ui.ts';
import type { EssaiDePoids } from './eprouver.ts';
import type { CritereStable } from './montrer-resultat.ts';

/** La stabilité de chaque poids, et l’essai d’autres poids : rien n’est enregistré. */
export const EssaiDesPoids = ({
  criteres,
  essayes,
  essai,
  children,
}: {
  criteres: readonly CritereStable[];
  essayes: Readonly<Record<string, number>> | null;
  essai: EssaiDePoids | null;
  /** Le formulaire, autour des champs. */
  children: (champs: ReactNode) => ReactNode;
}) => {
  const fragiles = criteres.filter(({ estFragile }) => estFragile);
  return (
    <>
      {fragiles.length === 0 ? (
        <p>
          Aucun poids n’est à moins de trois points d’un changement de première place : le résultat
          ne tient pas à un réglage.
        </p>
      ) : (
        <Encadre
          ton="attention"
          titre={`Résultat fragile sur ${fragiles.length === 1 ? 'un critère' : `${String(fragiles.length)} critères`}`}
        >
          <p>
            Une variation de moins de trois points suffirait à changer la première place. Les autres
            poids ont plus de marge.
          </p>
          <ul>
            {fragiles.map(({ code, phrase }) => (
              <li key={code}>{phrase}</li>
            ))}
          </ul>
        </Encadre>
      )}
      <details>
        <summary>Voir, critère par critère, où la première place change</summary>
        <ul>
          {criteres.map(({ code, phrase }) => (
            <li key={code}>{phrase}</li>
          ))}
        </ul>
      </details>
      {essai === null ? null : (
        <Encadre
          titre={
            essai.estMemePremier
              ? 'Avec ces poids, la première place ne change pas'
              : 'Avec ces poids, la première place change'
          }
          ton={essai.estMemePremier ? 'information' : 'attention'}
          annonce
        >
          <ol>
            {essai.classement.slice(0, 10).map(({ libelle, rang }) => (
              <li key={libelle} value={rang}>
                {libelle}
              </li>
            ))}
          </ol>
        </Encadre>
      )}
      {children(
        <CurseursPoids
          criteres={criteres.map(({ code, libelle, points, classement }) => ({
            cle: code,
            libelle,
            poids: essayes?.[code] ?? points,
            stabilite: classement,
          }))}
        />,
      )}
    </>
  );
};
