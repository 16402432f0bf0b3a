import { ApercuDocument, Bouton, Historique } from '../../socle/ui/index.ui.ts';
import { Exemple, Famille } from './exemple.tsx';

/** L’aperçu d’un document et l’histoire d’une valeur. */
export const Documents = () => (
  <Famille titre="Documents et histoire">
    <Exemple titre="Aperçu d’un document">
      <ApercuDocument
        titre="Convention de service commun"
        sommaire={[
          { titre: 'Objet', ancre: 'article-1' },
          { titre: 'Répartition des coûts', ancre: 'article-2' },
        ]}
        manques={[
          'La date de l’avis du comité social territorial',
          'Le nom du signataire de Vougy',
        ]}
        formats={[
          { nom: 'PDF', chemin: '/favicon.svg', octets: 184_000 },
          { nom: 'DOCX', chemin: '/favicon.svg', octets: 42_000 },
          { nom: 'ODT', chemin: '/favicon.svg' },
        ]}
        versions={[
          { cle: '2', titre: 'Version 2', chemin: '#article-1', mention: 'en préparation' },
          { cle: '1', titre: 'Version 1', chemin: '#article-2', mention: 'signée le 12 mars 2025' },
        ]}
        empreinte="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
      >
        <h3>Convention de service commun « Instruction du droit des sols »</h3>
        <p id="article-1">
          <strong>Article 1. Objet.</strong> La communauté et les communes signataires créent, en
          application de l’article L. 5211-4-2 du code général des collectivités territoriales, un
          service commun chargé de l’instruction des autorisations d’urbanisme.
        </p>
        <p id="article-2">
          <strong>Article 2. Répartition des coûts.</strong> Le coût du service est réparti entre
          les communes selon leur population municipale, constatée au 1er janvier de l’exercice.
        </p>
      </ApercuDocument>
    </Exemple>
    <Exemple titre="Histoire d’une valeur">
      <Historique
        evenements={[
          {
            cle: '3',
            auteur: 'Camille Berthier',
            quoi: 'a corrigé la quotité de l’agent 00012',
            quand: '23 novembre 2026, 14 h 05',
            avant: '0,5',
            apres: '50 %',
            revenir: (
              <Bouton type="button" ton="discret" taille="petite" icone="annuler">
                Revenir à 0,5
              </Bouton>
            ),
          },
          {
            cle: '2',
            auteur: 'Mairie d’Écoche',
            quoi: 'a commenté',
            quand: '22 novembre 2026, 9 h 41',
            commentaire: 'L’agent passe à mi-temps au 1er décembre.',
          },
          {
            cle: '1',
            auteur: 'Mairie d’Écoche',
            quoi: 'a déposé la grille des effectifs',
            quand: '20 novembre 2026, 17 h 12',
          },
        ]}
      />
    </Exemple>
  </Famille>
);
