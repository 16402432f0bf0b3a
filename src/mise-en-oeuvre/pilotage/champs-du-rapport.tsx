import { Bouton, ChampChoix, ChampDate, ChampTexte } from '../../socle/ui/index.ui.ts';
import type { Saisie } from './champs-de-suivi.tsx';
import { type CadreBudgetaire, LIBELLES_DE_CADRE } from './communication-annuelle.ts';
import type { RedactionDuRapport } from './rapport.ts';

const TEXTES = [
  [
    'gains',
    'Gains et hypothèses',
    'Économies réelles, coûts évités, qualité de service ; et ce que l’on suppose.',
  ],
  ['climat', 'Dialogue social et climat', 'Réunions, avis, ce que disent les agents. Aucun nom.'],
  ['difficultes', 'Difficultés', 'Ce qui a coincé, et ce que l’on fait.'],
  [
    'achats',
    'Groupements de commandes',
    'Laissez vide s’il n’y en a pas : la partie disparaît du rapport.',
  ],
  ['parc', 'Partage de biens', 'Laissez vide s’il n’y en a pas.'],
] as const;

const REQUIS: readonly string[] = ['gains', 'climat', 'difficultes'];

/** Ce qui s’écrit à la main dans le rapport ; le reste vient du suivi et de la refacturation. */
export const ChampsDuRapport = ({
  redaction,
  version,
  cadreAttendu,
  saisie,
  erreurs,
}: {
  redaction: RedactionDuRapport;
  version: number;
  cadreAttendu: CadreBudgetaire;
  saisie: Saisie | null;
  erreurs: Saisie;
}) => {
  const valeur = (nom: string, lue: string): string => saisie?.[nom] ?? lue;
  return (
    <div className="pile">
      <input type="hidden" name="version" value={version} />
      <ChampDate
        nom="seance"
        obligatoire
        libelle="Séance de la communication"
        jour={valeur('seance', redaction.seance ?? '') as `${number}-${number}-${number}`}
        erreur={erreurs.seance}
      />
      <ChampChoix
        nom="cadre"
        libelle="Occasion"
        aide={`D’après vos communes, ce doit être le ${LIBELLES_DE_CADRE[cadreAttendu]}.`}
        obligatoire
        retenus={[valeur('cadre', redaction.cadre)]}
        choix={[
          { valeur: 'dob', libelle: 'Débat d’orientation budgétaire' },
          { valeur: 'budget', libelle: 'Vote du budget' },
        ]}
        erreur={erreurs.cadre}
      />
      <ChampTexte
        nom="faits"
        obligatoire
        libelle="Faits marquants"
        aide="Un fait par ligne."
        lignes={4}
        defaultValue={valeur('faits', redaction.faits.join('\n'))}
        erreur={erreurs.faits}
      />
      {TEXTES.map(([nom, libelle, aide]) => (
        <ChampTexte
          key={nom}
          nom={nom}
          libelle={libelle}
          obligatoire={REQUIS.includes(nom)}
          aide={aide}
          lignes={4}
          defaultValue={valeur(nom, redaction[nom])}
          erreur={erreurs[nom]}
        />
      ))}
      <ChampTexte
        nom="programme"
        obligatoire
        libelle="Programme de l’année suivante"
        aide="Une ligne par chantier."
        lignes={4}
        defaultValue={valeur('programme', redaction.programme.join('\n'))}
        erreur={erreurs.programme}
      />
      <p>
        <Bouton>Enregistrer la rédaction</Bouton>
      </p>
    </div>
  );
};
