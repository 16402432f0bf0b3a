import { Form } from 'react-router';
import { Bouton, ChampFichier, Depot } from '../../../socle/ui/index.ui.ts';
import { TelechargerModele } from './telecharger-modele.tsx';

/** Le modèle à remplir, puis le fichier à déposer. */
export const DeposerLaGrille = ({
  acces,
  enLigne,
  refus,
}: {
  acces: { readonly chemin: string; readonly collectivite: string };
  /** Nombre de lignes en ligne. */
  enLigne: number;
  refus: { readonly message: string; readonly chemin?: string | undefined } | undefined;
}) => (
  <Depot etape="deposer">
    {acces.collectivite === 'Plusieurs collectivités' ? null : (
      <TelechargerModele chemin={acces.chemin} enLigne={enLigne} />
    )}
    <section className="pile" aria-labelledby="titre-depot">
      <h2 id="titre-depot">Déposer le fichier rempli</h2>
      <Form method="post" encType="multipart/form-data" className="pile" reloadDocument>
        <input type="hidden" name="geste" value="deposer" />
        <ChampFichier
          nom="fichier"
          libelle="Le fichier de la grille"
          aide="XLSX, XLS, ODS, CSV ou TSV, 25 Mo au plus. Aucun nom d’agent : un matricule suffit."
          accepte=".xlsx,.xls,.xlsm,.ods,.csv,.tsv,.txt"
          obligatoire
          erreur={refus?.chemin === 'fichier' ? refus.message : undefined}
        />
        <p>
          <Bouton icone="deposer">Déposer la grille</Bouton>
        </p>
      </Form>
      <p className="petit texte-doux">
        Rien n’est enregistré avant que vous ayez vérifié puis validé.
      </p>
    </section>
  </Depot>
);
