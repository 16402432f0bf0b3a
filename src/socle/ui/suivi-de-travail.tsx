import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

const SECONDES_ENTRE_DEUX_REGARDS = 2;

/**
 * Regarde de nouveau où en est un travail : sans recharger la page quand JavaScript est là, en la
 * rechargeant sinon. À monter seulement tant que le travail n’est pas fini.
 */
export const SuiviDeTravail = () => {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const minuteur = setInterval(() => {
      void revalidate();
    }, SECONDES_ENTRE_DEUX_REGARDS * 1000);
    return () => {
      clearInterval(minuteur);
    };
  }, [revalidate]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(SECONDES_ENTRE_DEUX_REGARDS * 2)} />
    </noscript>
  );
};
