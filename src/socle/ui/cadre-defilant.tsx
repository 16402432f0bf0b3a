import { type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * Défile seul, sans faire défiler la page. Atteignable au clavier quand son contenu déborde
 * (toujours, tant que le navigateur n’a pas mesuré).
 */
export const CadreDefilant = ({
  nom,
  className = 'tableau-cadre',
  children,
}: {
  nom: string;
  className?: string;
  children: ReactNode;
}) => {
  const cadre = useRef<HTMLElement>(null);
  const [deborde, setDeborde] = useState(true);
  useEffect(() => {
    const element = cadre.current;
    if (element === null) return undefined;
    const mesurer = () => {
      setDeborde(
        element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight,
      );
    };
    const observateur = new ResizeObserver(mesurer);
    observateur.observe(element);
    // Le contenu grandit sans le cadre quand une police arrive.
    for (const enfant of element.children) observateur.observe(enfant);
    return () => {
      observateur.disconnect();
    };
  }, []);
  const focalisable = deborde ? { tabIndex: 0 } : {};
  return (
    <section ref={cadre} className={className} aria-label={nom} {...focalisable}>
      {children}
    </section>
  );
};
