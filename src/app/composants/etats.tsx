import {
  Barres,
  Bouton,
  BoutonLien,
  Chargement,
  Encadre,
  Erreur,
  LongTravail,
  Pastille,
  RefusMotive,
  Vide,
} from '../../socle/ui/index.ui.ts';
import { Exemple, Famille } from './exemple.tsx';

/** Messages, refus, vide, chargement, long travail, erreur. */
export const Etats = () => (
  <Famille titre="Messages et états">
    <Exemple titre="Statuts">
      <div className="rang">
        <Pastille etat="fait" />
        <Pastille etat="en-cours" />
        <Pastille etat="a-faire" />
        <Pastille etat="attention">réponse avant le 14 décembre</Pastille>
        <Pastille etat="refus" />
      </div>
    </Exemple>
    <Exemple titre="Encadrés">
      <Encadre titre="Bon à savoir">
        <p>Vous pouvez vous arrêter ici : ce qui est saisi est gardé.</p>
      </Encadre>
      <Encadre ton="reussite" titre="La grille est enregistrée">
        <p>Le pilote est prévenu.</p>
      </Encadre>
      <Encadre ton="attention" titre="Il reste trois jours">
        <p>Sans réponse le 14 décembre, l’avis sera réputé favorable.</p>
      </Encadre>
      <Encadre ton="refus" titre="La grille n’est pas enregistrée">
        <p>Le fichier est chiffré. Ôtez son mot de passe, puis déposez-le de nouveau.</p>
      </Encadre>
    </Exemple>
    <Exemple titre="Refus motivé">
      <RefusMotive
        titre="La convention ne peut pas encore être signée"
        manques={['L’avis du comité social territorial', 'La délibération de la commune de Vougy']}
        article="CGCT, art. L. 5211-4-2"
        quiPeutAgir="la secrétaire générale de Vougy et la direction des ressources humaines"
        action={<BoutonLien vers="/composants/temps">Voir qui doit répondre</BoutonLien>}
      />
    </Exemple>
    <Exemple titre="Vide">
      <Vide
        titre="Aucune grille n’est encore rendue"
        apercu={
          <Barres
            barres={[
              { cle: 'a', libelle: 'Charlieu', valeur: 9, ecriture: '9 agents' },
              { cle: 'b', libelle: 'Vougy', valeur: 5, ecriture: '5 agents' },
            ]}
          />
        }
        action={<BoutonLien vers="/composants/depot">Déposer la première grille</BoutonLien>}
      >
        Ici, vous verrez les effectifs de chaque commune dès qu’une grille arrive.
      </Vide>
    </Exemple>
    <Exemple titre="Chargement">
      <Chargement quoi="les effectifs" />
    </Exemple>
    <Exemple titre="Long travail, mesuré puis sans mesure">
      <LongTravail
        titre="Lecture de 158 grilles"
        part={0.42}
        etape="66 grilles lues sur 158"
        secondesRestantes={95}
        annuler={
          <Bouton type="button" ton="secondaire" taille="petite">
            Annuler la lecture
          </Bouton>
        }
      />
      <LongTravail titre="Préparation du rapport" part={null} />
    </Exemple>
    <Exemple titre="Erreur">
      <Erreur
        titre="Le rapport n’a pas pu être préparé"
        sauf="vos textes et vos chiffres."
        action={
          <Bouton type="button" taille="petite">
            Préparer de nouveau
          </Bouton>
        }
      >
        La place manque sur le serveur. Votre administrateur est prévenu.
      </Erreur>
    </Exemple>
  </Famille>
);
