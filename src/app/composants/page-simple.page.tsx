import {
  BoutonLien,
  ChiffreExplique,
  JaugeCompletude,
  PageSimple,
  Pastille,
  Titre,
} from '../../socle/ui/index.ui.ts';
import { PART_DE_POUILLY } from './explications.ts';

export const meta = () => [{ title: 'Page simple – Ensemblier' }];

/** La page d’une commune : seulement ce qu’on attend d’elle. La couleur du territoire est trop pâle, elle est corrigée. */
export default function ExemplePageSimple() {
  return (
    <PageSimple
      identite={{ nom: 'CC Charlieu-Belmont', couleur: '#5fb4c2' }}
      contexte="Lien personnel de Pouilly-sous-Charlieu"
    >
      <div className="pile pile-large">
        <Titre
          surtitre="Pouilly-sous-Charlieu"
          chapeau="Deux choses avant le 14 décembre. Comptez vingt minutes."
        >
          Qu’attend-on de votre commune ?
        </Titre>
        <ul className="attentes">
          <li className="carte attente">
            <div>
              <h2>Rendre la grille des effectifs</h2>
              <p>Elle est déjà remplie à partir de l’an passé : 37 agents à relire.</p>
            </div>
            <Pastille etat="attention">avant le 14 décembre</Pastille>
            <BoutonLien vers="/composants/depot">Relire la grille</BoutonLien>
          </li>
          <li className="carte attente">
            <div>
              <h2>Dire ce qui compte pour vous</h2>
              <p>Cinq cartes à ordonner, avec le maire.</p>
            </div>
            <Pastille etat="fait">répondu le 18 novembre</Pastille>
            <BoutonLien vers="/composants/decision" ton="secondaire">
              Revoir la réponse
            </BoutonLien>
          </li>
        </ul>
        <section className="deux-colonnes" aria-label="En bref">
          <div className="pile pile-serree">
            <h2>Votre part en 2026</h2>
            <div className="grand-chiffre">
              <ChiffreExplique id="part" explication={PART_DE_POUILLY} />
            </div>
          </div>
          <div className="pile pile-serree">
            <h2>Et les autres communes ?</h2>
            <JaugeCompletude
              parts={[
                { etat: 'fait', nombre: 18, libelle: 'ont rendu' },
                { etat: 'en-cours', nombre: 3, libelle: 'ont commencé' },
                { etat: 'a-faire', nombre: 4, libelle: 'attendues' },
              ]}
            />
          </div>
        </section>
      </div>
    </PageSimple>
  );
}
