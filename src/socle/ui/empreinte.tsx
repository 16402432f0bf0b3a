/**
 * L’empreinte d’un fichier, repliée : elle prouve qu’il n’a pas changé, mais ne se lit pas.
 * @param valeur SHA-256, en hexadécimal
 */
export const Empreinte = ({ valeur }: { valeur: string }) => (
  <details className="petit texte-doux">
    <summary>Vérifier que le fichier n’a pas changé</summary>
    <p>
      Son empreinte (SHA-256) : <span className="empreinte">{valeur}</span>
    </p>
  </details>
);
