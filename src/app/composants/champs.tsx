import {
  Bouton,
  BoutonLien,
  ChampChoix,
  ChampDate,
  ChampNombre,
  ChampSelection,
  ChampTexte,
  Onglets,
} from '../../socle/ui/index.ui.ts';
import { Exemple, Famille } from './exemple.tsx';
import type { preparerTerritoire } from './territoire.server.ts';

/** Boutons, onglets et champs de formulaire, avec et sans erreur. */
export const Champs = ({ donnees }: { donnees: ReturnType<typeof preparerTerritoire> }) => {
  const communes = donnees.fond.communes.map(({ code, nom }) => ({ valeur: code, libelle: nom }));
  return (
    <Famille titre="Champs et boutons">
      <Exemple titre="Boutons">
        <div className="rang">
          <Bouton type="button" icone="deposer">
            Déposer la grille
          </Bouton>
          <Bouton type="button" ton="secondaire">
            Enregistrer le brouillon
          </Bouton>
          <Bouton type="button" ton="discret">
            Passer cette étape
          </Bouton>
          <Bouton type="button" ton="danger">
            Retirer la commune
          </Bouton>
          <Bouton type="button" disabled>
            Signer
          </Bouton>
          <BoutonLien vers="/composants" taille="petite" icone="fleche">
            Continuer
          </BoutonLien>
        </div>
      </Exemple>
      <Exemple titre="Onglets">
        <Onglets
          nom="Effectifs"
          onglets={[
            { titre: 'Champs', chemin: '/composants/champs' },
            { titre: 'Tableaux', chemin: '/composants/tableaux', nombre: 4 },
            { titre: 'Décision', chemin: '/composants/decision' },
          ]}
        />
      </Exemple>
      <Exemple titre="Champs">
        <div className="formulaire">
          <ChampTexte nom="nom" libelle="Nom du service" obligatoire defaultValue="Voirie" />
          <ChampTexte
            nom="courriel"
            type="email"
            libelle="Courriel"
            autoComplete="email"
            erreur="Il manque le nom de domaine. Exemple : mairie@vougy.fr"
            defaultValue="mairie@"
            obligatoire
          />
          <ChampNombre
            nom="montant"
            libelle="Coût annuel"
            aide="Charges comprises, en euros."
            unite="€"
            defaultValue="12 192,50"
          />
          <ChampDate nom="date" libelle="Date de la délibération" jour="2026-11-23" obligatoire />
          <ChampSelection
            nom="commune"
            libelle="Commune"
            aide="Tapez le début du nom."
            options={communes}
            recherche
            obligatoire
          />
          <ChampSelection
            nom="cle"
            libelle="Clé de répartition"
            options={[
              { valeur: 'population', libelle: 'Population municipale' },
              { valeur: 'actes', libelle: 'Actes instruits' },
            ]}
            retenue="population"
          />
          <ChampChoix
            nom="avis"
            libelle="Avis du conseil"
            obligatoire
            choix={[
              { valeur: 'favorable', libelle: 'Favorable' },
              {
                valeur: 'reserve',
                libelle: 'Favorable avec réserves',
                aide: 'Écrivez-les dessous.',
              },
              { valeur: 'defavorable', libelle: 'Défavorable' },
            ]}
            retenus={['favorable']}
          />
          <ChampTexte nom="reserves" libelle="Réserves" lignes={4} maxLength={2000} />
        </div>
      </Exemple>
    </Famille>
  );
};
