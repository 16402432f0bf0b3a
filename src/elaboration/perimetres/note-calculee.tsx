import { formaterEtpCentiemes } from '../../socle/ui/index.ts';
import {
  ChiffreExplique,
  type Explication,
  type SourceExpliquee,
} from '../../socle/ui/index.ui.ts';
import type { MesureMontree, NoteCalculeeMontree } from './montrer-grille.ts';

type CelluleMontree = MesureMontree['cellules'][number];

const situer = ({ fichier, feuille, cellule, auteur, saisiLe }: CelluleMontree): SourceExpliquee =>
  fichier === null || cellule === null
    ? { type: 'saisie', auteur: auteur ?? undefined, date: saisiLe ?? undefined }
    : { type: 'cellule', fichier, feuille, cellule };

/** Un nombre de centièmes à point décimal, comme l’attend une explication. */
const ecrireCentiemes = (centiemes: number): string => (centiemes / 100).toFixed(2);

const expliquerCellule = (cellule: CelluleMontree): Explication => ({
  libelle: 'Temps d’un agent dans ce service',
  valeur: cellule.etpCentiemes === null ? 'non montré' : ecrireCentiemes(cellule.etpCentiemes),
  unite: cellule.etpCentiemes === null ? null : 'ETP',
  source: situer(cellule),
});

const expliquerMesure = ({ nom, classe, etpCentiemes, cellules }: MesureMontree): Explication => ({
  libelle: nom,
  valeur: etpCentiemes === null ? classe : `${formaterEtpCentiemes(etpCentiemes)}, ${classe}`,
  unite: null,
  operandes: cellules.map(expliquerCellule),
});

/** La note que les effectifs proposent : sa phrase, et au clic sa règle jusqu’aux cellules. */
export const NoteCalculee = ({ libelle, note }: { libelle: string; note: NoteCalculeeMontree }) => (
  <div className="perimetres-note-calculee pile pile-serree">
    <div>
      Les effectifs déposés donnent{' '}
      <ChiffreExplique
        id={`note-calculee-${note.critere}`}
        phrase={<p>{note.phrase}</p>}
        explication={{
          libelle: `${libelle} : note calculée`,
          valeur: String(note.note),
          unite: 'sur 5',
          formule: note.regle,
          operandes: note.mesures.map(expliquerMesure),
        }}
      />
      .
    </div>
    <p className="petit">{note.phrase}</p>
    <p className="petit">Elle sert tant que personne n’a donné de note ; la vôtre la remplace.</p>
  </div>
);
