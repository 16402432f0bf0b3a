import {
  Bouton,
  BoutonLien,
  ChampFichier,
  Depot,
  Encadre,
  ListeAnomalies,
} from '../../socle/ui/index.ui.ts';
import { Exemple, Famille } from './exemple.tsx';

const QUOTITES = ['K5', 'K9', 'K12'].map((cellule, rang) => ({
  cle: cellule,
  feuille: null,
  ligne: [5, 9, 12][rang] ?? 5,
  colonne: 'Tx temps partiel',
  cellule,
  lue: ['1,00', '0,8', '0,50'][rang] ?? '',
  valeur: ['100', '80', '50'][rang] ?? '',
  message: 'La quotité est une fraction : elle est comprise comme un pourcentage.',
}));

const GROUPES = [
  {
    cle: 'quotite-fraction',
    cause: 'Quotité écrite en fraction',
    remede: 'Confirmez la lecture, ou corrigez la cellule.',
    etat: 'attention' as const,
    anomalies: QUOTITES,
    geste: (
      <Bouton taille="petite" ton="secondaire" type="button">
        Tout confirmer
      </Bouton>
    ),
  },
  {
    cle: 'matricule-double',
    cause: 'Un même matricule pour deux agents',
    remede: 'Ces lignes ne sont pas importées. Corrigez le fichier, puis déposez-le de nouveau.',
    etat: 'refus' as const,
    anomalies: [
      {
        cle: 'B14',
        feuille: 'Agents',
        ligne: 14,
        colonne: 'N° agent',
        cellule: 'B14',
        lue: '00021',
        valeur: null,
        message: 'Le matricule 00021 figure déjà à la ligne 6, avec un autre métier.',
      },
    ],
  },
  {
    cle: 'date-texte',
    cause: 'Dates écrites en toutes lettres',
    etat: 'fait' as const,
    anomalies: [
      {
        cle: 'M7',
        feuille: null,
        ligne: 7,
        colonne: 'Date d’entrée',
        cellule: 'M7',
        lue: '1er mars 2019',
        valeur: '01/03/2019',
        message: 'La date est comprise sans ambiguïté.',
      },
    ],
  },
];

/** Le dépôt en trois temps et les anomalies groupées par cause. */
export const DepotEtAnomalies = () => (
  <Famille titre="Dépôt et anomalies">
    <Exemple titre="Premier temps : déposer">
      <Depot etape="deposer">
        <div className="formulaire">
          <ChampFichier
            nom="grille"
            libelle="Votre grille des effectifs"
            aide="Classeur ou texte : XLSX, XLS, ODS ou CSV, 25 Mo au plus. Vous pouvez aussi glisser le fichier ici."
            accepte=".xlsx,.xls,.ods,.csv,.tsv,.txt"
            obligatoire
          />
          <div className="rang">
            <Bouton icone="deposer" type="button">
              Déposer la grille
            </Bouton>
          </div>
        </div>
      </Depot>
    </Exemple>
    <Exemple titre="Deuxième temps : vérifier">
      <Depot
        etape="verifier"
        resume={{ pretes: 22, aConfirmer: 3, bloquees: 1 }}
        actions={
          <>
            <BoutonLien vers="/composants/depot" ton="secondaire">
              Déposer un autre fichier
            </BoutonLien>
            <Bouton type="button">Valider 22 lignes</Bouton>
          </>
        }
      >
        <ListeAnomalies
          groupes={GROUPES}
          geste={({ cellule, valeur }, { etat }) =>
            etat === 'attention' ? (
              <Bouton
                taille="petite"
                ton="secondaire"
                type="button"
                aria-label={`Confirmer ${valeur ?? ''} en ${cellule ?? ''}`}
              >
                Confirmer
              </Bouton>
            ) : null
          }
        />
      </Depot>
    </Exemple>
    <Exemple titre="Troisième temps : validé">
      <Depot etape="valider">
        <Encadre ton="reussite" titre="22 lignes sont enregistrées">
          <p>Une ligne bloquée vous attend ; elle est gardée telle quelle jusqu’à sa correction.</p>
        </Encadre>
      </Depot>
    </Exemple>
  </Famille>
);
