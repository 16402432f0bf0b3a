import { Form } from 'react-router';
import { Bouton, BoutonLien, LongTravail, SuiviDeTravail } from '../../../socle/ui/index.ui.ts';
import type { DepotMontre } from './preparer-depot.server.ts';

/** Un gros fichier, gardé, que l’on est en train de lire : où on en est, actualiser, annuler. */
export const LectureEnCours = ({ vue }: { vue: DepotMontre }) => {
  const { acces, depot, lecture } = vue;
  return (
    <>
      <SuiviDeTravail />
      <LongTravail
        titre={`Lecture de « ${depot.fichier} » en cours`}
        part={lecture.part}
        etape={lecture.etape ?? undefined}
        secondesRestantes={lecture.secondesRestantes ?? undefined}
        annuler={
          <>
            <BoutonLien vers={`${acces.chemin}/depots/${depot.id}`} ton="secondaire">
              Actualiser
            </BoutonLien>
            <Form method="post">
              <Bouton name="geste" value="abandonner" ton="discret">
                Annuler ce dépôt
              </Bouton>
            </Form>
          </>
        }
      />
      <p>
        Votre fichier est bien arrivé. Comme il est gros, sa lecture prend un peu de temps ; les
        anomalies s’afficheront ici. Rien n’est enregistré avant que vous ayez vérifié puis validé.
      </p>
    </>
  );
};
