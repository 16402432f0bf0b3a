import { BoutonLien } from '../../../socle/ui/index.ui.ts';

/** Le projet de délibération d’une commune, à télécharger. */
export const ProjetDeDeliberation = ({ chemin }: { chemin: string }) => (
  <section className="pile" aria-labelledby="deliberation">
    <h2 id="deliberation">Projet de délibération</h2>
    <p>
      Prérempli avec ce que le schéma change pour la commune ; la mairie complète la séance et le
      vote.
    </p>
    <div className="rang">
      {['docx', 'odt', 'pdf'].map((format) => (
        <BoutonLien
          key={format}
          vers={`${chemin}/${format}`}
          ton="secondaire"
          taille="petite"
          icone="telecharger"
          telecharger
        >
          {format.toUpperCase()}
        </BoutonLien>
      ))}
    </div>
  </section>
);
