import { ChampChoix, ChampTexte } from '../../socle/ui/index.ui.ts';
import type { CritereANoter } from './montrer-grille.ts';
import { NoteCalculee } from './note-calculee.tsx';

/** Un critère : sa question, ses cinq ancrages à cocher, la note calculée s’il y en a une, pourquoi. */
export const Critere = ({
  critere,
  erreurDeNote,
  erreurDeMotif,
}: {
  critere: CritereANoter;
  erreurDeNote: string | undefined;
  erreurDeMotif: string | undefined;
}) => (
  <div className="perimetres-critere">
    {critere.calculee === null ? null : (
      <NoteCalculee libelle={critere.libelle} note={critere.calculee} />
    )}
    <ChampChoix
      nom={`note-${critere.code}`}
      libelle={critere.libelle}
      aide={critere.question}
      obligatoire
      erreur={erreurDeNote}
      retenus={[critere.note === null ? '' : String(critere.note)]}
      choix={[
        ...critere.ancrages.map(({ note, definition }) => ({
          valeur: String(note),
          libelle: (
            <>
              <strong>{note}</strong> {definition}
            </>
          ),
        })),
        {
          valeur: '',
          libelle:
            critere.calculee === null
              ? 'Sans avis'
              : `Sans avis : la note calculée (${critere.calculee.note}) suffit`,
        },
      ]}
    />
    <details
      open={critere.justification !== '' || critere.veto !== null || erreurDeMotif !== undefined}
    >
      <summary>
        Dire pourquoi<span className="invisible"> sur {critere.libelle}</span>
      </summary>
      <ChampTexte
        nom={`justification-${critere.code}`}
        libelle={`Pourquoi cette note sur « ${critere.libelle} » ?`}
        aide={critere.veto === null ? undefined : `Attention : ${critere.veto}. Dites pourquoi.`}
        lignes={2}
        maxLength={2000}
        defaultValue={critere.justification}
        erreur={erreurDeMotif}
      />
    </details>
  </div>
);
