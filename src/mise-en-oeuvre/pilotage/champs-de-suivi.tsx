import {
  Bouton,
  ChampDate,
  ChampNombre,
  ChampSelection,
  ChampTexte,
} from '../../socle/ui/index.ui.ts';
import type { ActionSuivie, Etape } from './action.ts';
import { ETATS_D_ACTION, type EtatDAction } from './etats-d-action.ts';

/** Ce que la personne vient d’écrire, quand l’envoi est refusé : rien n’est perdu. */
export type Saisie = Readonly<Record<string, string>>;

interface ProprietesDeSuivi {
  action: ActionSuivie;
  etats: readonly EtatDAction[];
  lignesVides: number;
  saisie: Saisie | null;
  erreurs: Saisie;
}

const ChampsDEtape = ({
  rang,
  etape,
  saisie,
  erreurs,
}: {
  rang: number;
  etape: Etape | undefined;
  saisie: Saisie | null;
  erreurs: Saisie;
}) => {
  const nom = (champ: string) => `etape-${rang}-${champ}`;
  const valeur = (champ: string, lue: string | number | null | undefined): string =>
    saisie?.[nom(champ)] ?? String(lue ?? '');
  const jour = (champ: string, lu: string | null | undefined) =>
    valeur(champ, lu) as `${number}-${number}-${number}`;
  return (
    <fieldset className="carte pilotage-etape">
      <legend>{etape === undefined ? 'Étape à ajouter' : `Étape ${rang + 1}`}</legend>
      <ChampTexte
        nom={nom('libelle')}
        libelle="Ce qui doit être fait"
        defaultValue={valeur('libelle', etape?.libelle)}
        maxLength={300}
      />
      <ChampDate nom={nom('debut')} libelle="Début" jour={jour('debut', etape?.debut)} />
      <ChampDate
        nom={nom('fin')}
        libelle="Fin prévue"
        jour={jour('fin', etape?.fin)}
        erreur={erreurs[nom('fin')]}
      />
      <ChampDate nom={nom('faite')} libelle="Atteinte le" jour={jour('faite', etape?.faiteLe)} />
      <ChampNombre
        nom={nom('poids')}
        libelle="Poids"
        defaultValue={valeur('poids', etape?.poids ?? 1)}
        erreur={erreurs[nom('poids')]}
      />
    </fieldset>
  );
};

/** Les champs du suivi d’une action ; chaque refus se lit sous son champ. */
export const ChampsDeSuivi = ({
  action,
  etats,
  lignesVides,
  saisie,
  erreurs,
}: ProprietesDeSuivi) => {
  const valeur = (nom: string, lue: string | number): string => saisie?.[nom] ?? String(lue);
  const rangs = Array.from({ length: action.etapes.length + lignesVides }, (_, rang) => rang);
  return (
    <div className="pile">
      <input type="hidden" name="version" value={action.version} />
      <div className="deux-colonnes">
        <ChampSelection
          nom="etat"
          libelle="État"
          obligatoire
          options={etats.map((etat) => ({ valeur: etat, libelle: ETATS_D_ACTION[etat] }))}
          retenue={valeur('etat', action.etat)}
          erreur={erreurs.etat}
        />
        <ChampTexte
          nom="pilote"
          libelle="Qui pilote"
          aide="Une fonction de préférence. Ce champ ne se publie pas."
          defaultValue={valeur('pilote', action.pilote)}
          erreur={erreurs.pilote}
        />
        <ChampTexte
          nom="acte"
          libelle="Acte qui la fait entrer en service"
          aide="Par exemple : convention du 12 mars 2027."
          defaultValue={valeur('acte', action.acte)}
          erreur={erreurs.acte}
        />
        <ChampTexte
          nom="motif"
          libelle="Motif d’une suspension ou d’un abandon"
          defaultValue={valeur('motif', action.motif)}
          erreur={erreurs.motif}
        />
        <ChampTexte
          nom="axe"
          libelle="Axe du schéma"
          aide="À défaut, le rapport écrit le nom du service."
          defaultValue={valeur('axe', action.axe)}
        />
        <ChampNombre
          nom="poids"
          libelle="Poids dans l’avancement du schéma"
          aide="De 1 (ordinaire) à 100."
          defaultValue={valeur('poids', action.poids)}
          erreur={erreurs.poids}
          obligatoire
        />
      </div>
      <section className="pile pile-serree" aria-labelledby="etapes">
        <h2 id="etapes">Étapes</h2>
        <p>
          L’avancement se calcule : poids des étapes atteintes, sur le poids de toutes. Pour retirer
          une étape, effacez son libellé.
        </p>
        {erreurs.etapes === undefined ? null : <p className="champ-erreur">{erreurs.etapes}</p>}
        {rangs.map((rang) => (
          <ChampsDEtape
            key={rang}
            rang={rang}
            etape={action.etapes[rang]}
            saisie={saisie}
            erreurs={erreurs}
          />
        ))}
        {action.etapes.length > 0 ? (
          <input type="hidden" name="avancement" value={action.avancementSaisi} />
        ) : (
          <ChampNombre
            nom="avancement"
            libelle="Avancement, tant qu’il n’y a pas d’étape"
            unite="%"
            defaultValue={valeur('avancement', action.avancementSaisi)}
            erreur={erreurs.avancementSaisi}
          />
        )}
      </section>
      <ChampTexte
        nom="suite"
        libelle="Suite, telle que le rapport l’écrira"
        defaultValue={valeur('suite', action.suite)}
      />
      <ChampTexte
        nom="commentaire"
        libelle="Commentaire de travail"
        aide="Pour l’équipe : il ne se publie pas."
        lignes={4}
        defaultValue={valeur('commentaire', action.commentaire)}
        erreur={erreurs.commentaire}
      />
      <p>
        <Bouton>Enregistrer le suivi</Bouton>
      </p>
    </div>
  );
};
