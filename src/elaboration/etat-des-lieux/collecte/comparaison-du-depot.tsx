import { Form } from 'react-router';
import { accorder } from '../../../socle/ui/index.ts';
import { Bouton, ChampChoix, Tableau } from '../../../socle/ui/index.ui.ts';
import type { DepotMontre } from './preparer-depot.server.ts';

type Comparaison = NonNullable<DepotMontre['comparaison']>;

const montrer = (valeur: string): string => (valeur === '' ? 'vide' : valeur);

/** Une longue liste se tranche en plusieurs fois : on le dit, rien n’est caché. */
const Suite = ({ montres, enTout }: { montres: number; enTout: number }) =>
  montres === enTout ? null : (
    <p>
      Voici les {montres} premières sur {enTout}. Enregistrez vos choix : les suivantes
      s’afficheront.
    </p>
  );

const Conflits = ({ comparaison }: { comparaison: Comparaison }) => {
  const { conflits, conflitsEnTout, demandes, demandesEnTout, autres, autresEnTout } = comparaison;
  if (conflitsEnTout + demandesEnTout + autresEnTout === 0) return null;
  const retrait = ({ id, cle, apercu, decision }: Comparaison['autres'][number]) => (
    <ChampChoix
      key={id}
      nom={`retrait:${id}`}
      libelle={`Ligne ${cle}`}
      aide={apercu}
      obligatoire
      retenus={decision === null ? [] : [decision]}
      choix={[
        { valeur: 'garder', libelle: 'La garder' },
        { valeur: 'retirer', libelle: 'La retirer' },
      ]}
    />
  );
  return (
    <Form method="post" className="pile">
      {conflits.length === 0 ? null : (
        <fieldset className="pile">
          <legend>
            <h3>
              {accorder(conflitsEnTout, 'cellule changée', 'cellules changées')} des deux côtés
            </h3>
          </legend>
          <Suite montres={conflits.length} enTout={conflitsEnTout} />
          {conflits.map(({ id, cle, champ, depose, enLigne, decision }) => (
            <ChampChoix
              key={id}
              nom={`conflit:${id}`}
              libelle={`Ligne ${cle} · ${champ}`}
              obligatoire
              retenus={decision === null ? [] : [decision]}
              choix={[
                { valeur: 'depose', libelle: `Prendre le fichier : ${montrer(depose)}` },
                {
                  valeur: 'en-ligne',
                  libelle: `Garder ce qui est enregistré : ${montrer(enLigne)}`,
                },
              ]}
            />
          ))}
        </fieldset>
      )}
      {demandes.length === 0 ? null : (
        <fieldset className="pile">
          <legend>
            <h3>{accorder(demandesEnTout, 'ligne')} du modèle ne sont plus dans le fichier</h3>
          </legend>
          <Suite montres={demandes.length} enTout={demandesEnTout} />
          {demandes.map(retrait)}
        </fieldset>
      )}
      {autres.length === 0 ? null : (
        <details>
          <summary>
            {accorder(autresEnTout, 'ligne enregistrée', 'lignes enregistrées')} hors de ce fichier
            : gardées
          </summary>
          <Suite montres={autres.length} enTout={autresEnTout} />
          {autres.map((ligne) => retrait({ ...ligne, decision: ligne.decision ?? 'garder' }))}
        </details>
      )}
      <p>
        <Bouton name="geste" value="trancher" ton="secondaire">
          Enregistrer ces choix
        </Bouton>
      </p>
    </Form>
  );
};

/** Ce que la validation changera à ce qui est en ligne : ajouts, modifications, conflits, retraits. */
export const ComparaisonDuDepot = ({ comparaison }: { comparaison: Comparaison }) => {
  const { ajoutees, modifiees, inchangees, modifications } = comparaison;
  return (
    <section className="pile" id="comparaison" aria-labelledby="titre-comparaison">
      <h2 id="titre-comparaison">Ce qui changera</h2>
      <p className="graphique-phrase">
        {`${accorder(ajoutees, 'ligne nouvelle', 'lignes nouvelles')}, ${accorder(modifiees, 'modifiée')}, ${accorder(inchangees, 'inchangée')}.`}
      </p>
      <Conflits comparaison={comparaison} />
      {comparaison.dejaRetirees.length === 0 ? null : (
        <p>
          {`Retirées ici depuis votre modèle, elles le restent : ${new Intl.ListFormat('fr').format(comparaison.dejaRetirees.slice(0, 20))}.`}{' '}
          Pour les remettre, ajoutez-les ici.
        </p>
      )}
      {modifications.length === 0 ? null : (
        <details>
          <summary>Voir les cellules modifiées</summary>
          <Tableau
            legende="Cellules modifiées"
            legendeVisible={false}
            colonnes={[
              { titre: 'Ligne' },
              { titre: 'Colonne' },
              { titre: 'En ligne' },
              { titre: 'Dans le fichier' },
              { titre: 'Retenu' },
            ]}
            lignes={modifications.map(({ id, cle, champ, depose, enLigne, issue }) => ({
              cle: id,
              cellules: [
                cle,
                champ,
                montrer(enLigne),
                montrer(depose),
                issue === 'depose' ? 'le fichier' : 'déjà enregistré (changé depuis le modèle)',
              ],
            }))}
          />
        </details>
      )}
    </section>
  );
};
