import { BoutonLien, Encadre } from '../../socle/ui/index.ui.ts';

const MANQUES_MONTRES = 8;

/** Le document de la fiche : à télécharger, ou ce qui manque encore pour qu’il se compose. */
export const DocumentDeLaFiche = ({
  chemin,
  manques,
}: {
  chemin: string;
  manques: readonly string[];
}) => {
  const autres = manques.length - MANQUES_MONTRES;
  return (
    <section className="pile" aria-labelledby="document">
      <h2 id="document">Le document</h2>
      {manques.length === 0 ? (
        <>
          <p>La version enregistrée, sans aucun nom : à joindre au dossier des comités.</p>
          <div className="rang">
            {['pdf', 'docx', 'odt'].map((format) => (
              <BoutonLien
                key={format}
                vers={`${chemin}/${format}`}
                ton="secondaire"
                taille="petite"
                icone="telecharger"
                telecharger
              >
                Fiche d’impact en {format.toUpperCase()}
              </BoutonLien>
            ))}
          </div>
        </>
      ) : (
        <Encadre ton="attention" titre="Le document ne se compose pas encore : il y manque">
          <ul>
            {manques.slice(0, MANQUES_MONTRES).map((manque) => (
              <li key={manque}>{manque}</li>
            ))}
            {autres > 0 ? <li>et {autres} autres points, une fois ceux-ci écrits.</li> : null}
          </ul>
        </Encadre>
      )}
    </section>
  );
};
