import { Form } from 'react-router';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import {
  Bouton,
  ChampChoix,
  ChampDate,
  ChampSelection,
  ChampTexte,
} from '../../socle/ui/index.ui.ts';
import { type Geste, LIBELLES_DE_SENS, type NomDeGeste } from './cycle-de-vie.ts';

export interface PartieAffichee {
  readonly siren: string;
  readonly nom: string;
  /** Types des faits déjà enregistrés pour cette partie. */
  readonly faits: readonly string[];
}

/** Enregistrer une formalité, pour une ou plusieurs parties à la même date. */
export const FormulaireDeGeste = ({
  nom,
  geste,
  parties,
  aujourdhui,
}: {
  nom: NomDeGeste;
  geste: Geste;
  parties: readonly PartieAffichee[];
  aujourdhui: Jour;
}) => {
  const attendues = parties.filter(({ faits }) => !faits.includes(geste.evenement));
  const deja = parties.filter(({ faits }) => faits.includes(geste.evenement));
  const peutRefaire = geste.evenement === 'deliberation' || geste.evenement === 'avis-cst';
  const choix = peutRefaire ? [...attendues, ...deja] : attendues;
  return (
    <Form method="post" className="pile">
      <input type="hidden" name="geste" value={nom} />
      {geste.parPartie ? (
        <ChampChoix
          nom="sirens"
          libelle="Parties concernées"
          aide="Cochez toutes celles qui ont agi le même jour, dans le même sens."
          plusieurs
          choix={choix.map(({ siren, nom: partie, faits }) => ({
            valeur: siren,
            libelle: faits.includes(geste.evenement) ? `${partie} (de nouveau)` : partie,
          }))}
        />
      ) : null}
      <ChampDate nom="le" libelle="Date" obligatoire max={aujourdhui} />
      {geste.sens.length === 0 ? null : (
        <ChampSelection
          nom="sens"
          libelle="Sens"
          obligatoire
          retenue="favorable"
          options={geste.sens.map((valeur) => ({
            valeur,
            libelle: LIBELLES_DE_SENS[valeur] ?? valeur,
          }))}
        />
      )}
      {geste.evenement === 'deliberation' ? (
        <ChampTexte nom="numero" libelle="Numéro de la délibération" maxLength={60} />
      ) : null}
      {geste.evenement === 'avis-cst' ? (
        <ChampChoix
          nom="unanimeContre"
          libelle="Vote des représentants du personnel"
          plusieurs
          choix={[
            {
              valeur: 'oui',
              libelle: 'Défavorable à l’unanimité : une seconde réunion est nécessaire',
            },
          ]}
        />
      ) : null}
      <div className="rang">
        <Bouton>{geste.verbe}</Bouton>
      </div>
    </Form>
  );
};
