import { BoutonLien } from '../../../socle/ui/index.ui.ts';

const FORMATS = [
  { format: 'xlsx', titre: 'Excel (XLSX)' },
  { format: 'ods', titre: 'LibreOffice (ODS)' },
  { format: 'csv', titre: 'Texte (CSV)' },
] as const;

/** Le modèle prérempli d’une collectivité, dans trois formats. Un dépôt à plusieurs n’en a pas. */
export const TelechargerModele = ({
  chemin,
  enLigne,
}: {
  /** L’adresse de la grille de cette collectivité. */
  readonly chemin: string;
  /** Nombre de lignes en ligne. */
  readonly enLigne: number;
}) => (
  <section className="pile" aria-labelledby="titre-gabarit">
    <h2 id="titre-gabarit">Télécharger le modèle</h2>
    <p>
      {enLigne === 0
        ? 'Il porte le nom de votre collectivité et les listes de choix.'
        : `Il porte déjà vos ${enLigne} lignes en ligne : corrigez-les, ajoutez ce qui manque.`}{' '}
      Vous pouvez aussi déposer votre propre tableau : les colonnes sont reconnues.
    </p>
    <div className="rang">
      {FORMATS.map(({ format, titre }) => (
        <BoutonLien
          key={format}
          vers={`${chemin}/gabarit/${format}`}
          ton="secondaire"
          icone="telecharger"
          telecharger
        >
          {titre}
        </BoutonLien>
      ))}
    </div>
  </section>
);
