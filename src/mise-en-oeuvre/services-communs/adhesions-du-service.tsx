import { Form } from 'react-router';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accorder, formaterJour } from '../../socle/ui/index.ts';
import {
  Bouton,
  ChampDate,
  ChampSelection,
  ChampTexte,
  Encadre,
  Pastille,
  Tableau,
} from '../../socle/ui/index.ui.ts';
import { STATUTS_D_ADHESION, type StatutDAdhesion } from './service.ts';

interface CommuneDuService {
  readonly siren: string;
  readonly nom: string;
  readonly statut: StatutDAdhesion;
  readonly depuis: Jour | null;
  readonly acte: string;
}

const Mouvement = ({
  geste,
  titre,
  date,
  libelleDate,
  aide,
  communes,
  verbe,
}: {
  geste: 'entrer' | 'sortir';
  titre: string;
  date: 'entree' | 'sortie';
  libelleDate: string;
  aide: string;
  communes: readonly CommuneDuService[];
  verbe: string;
}) => (
  <details>
    <summary>{titre}</summary>
    <Form method="post" className="pile">
      <input type="hidden" name="geste" value={geste} />
      <ChampSelection
        nom="collectivite"
        libelle="Commune"
        obligatoire
        options={communes.map(({ siren, nom }) => ({ valeur: siren, libelle: nom }))}
      />
      <ChampDate nom={date} libelle={libelleDate} obligatoire />
      <ChampTexte nom="acte" libelle="Acte qui le décide" aide={aide} obligatoire />
      <div className="rang">
        <Bouton ton="secondaire">{verbe}</Bouton>
      </div>
    </Form>
  </details>
);

/** Les adhésions datées, et les entrées et sorties. */
export const AdhesionsDuService = ({
  communes,
  aOuvrir,
  peutRediger,
  aujourdhui,
}: {
  communes: readonly CommuneDuService[];
  aOuvrir: readonly string[];
  peutRediger: boolean;
  aujourdhui: Jour;
}) => {
  const concernees = communes.filter(({ statut }) => statut !== 'non-adherent');
  const adherentes = communes.filter(({ statut }) => statut === 'adherent');
  const autres = communes.filter(({ statut }) => statut !== 'adherent' && statut !== 'a-venir');
  return (
    <section className="pile" aria-labelledby="membres">
      <h2 id="membres">Qui en est membre ?</h2>
      <p>
        {accorder(adherentes.length, 'commune adhérente', 'communes adhérentes')} au{' '}
        {formaterJour(aujourdhui)}, sur {communes.length}.
      </p>
      {aOuvrir.length === 0 ? null : (
        <Encadre
          ton="attention"
          titre="La convention est en vigueur : des adhésions restent à ouvrir"
        >
          <p>{aOuvrir.join(', ')}.</p>
          {peutRediger ? (
            <Form method="post">
              <Bouton name="geste" value="ouvrir">
                Ouvrir ces adhésions
              </Bouton>
            </Form>
          ) : null}
        </Encadre>
      )}
      {concernees.length === 0 ? (
        <p>Les communes adhéreront à la prise d’effet de la convention qu’elles auront signée.</p>
      ) : (
        <Tableau
          legende="Adhésions au service"
          legendeVisible={false}
          colonnes={[
            { titre: 'Commune' },
            { titre: 'Adhésion' },
            { titre: 'Date' },
            { titre: 'Acte' },
          ]}
          lignes={concernees.map(({ siren, nom, statut, depuis, acte }) => ({
            cle: siren,
            cellules: [
              nom,
              <Pastille key="statut" etat={STATUTS_D_ADHESION[statut].etat}>
                {STATUTS_D_ADHESION[statut].libelle}
              </Pastille>,
              depuis === null ? '' : formaterJour(depuis),
              acte,
            ],
          }))}
        />
      )}
      {peutRediger ? (
        <>
          <Mouvement
            geste="entrer"
            titre="Faire entrer une commune"
            date="entree"
            libelleDate="Premier jour d’adhésion"
            aide="L’avenant en vigueur, délibéré par chaque membre."
            communes={autres}
            verbe="Enregistrer l’entrée"
          />
          <Mouvement
            geste="sortir"
            titre="Enregistrer un retrait"
            date="sortie"
            libelleDate="Dernier jour d’adhésion"
            aide="La délibération de retrait, notifiée dans le délai de préavis."
            communes={adherentes}
            verbe="Enregistrer le retrait"
          />
        </>
      ) : null}
    </section>
  );
};
