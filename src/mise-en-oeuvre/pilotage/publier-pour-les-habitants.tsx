import { Form } from 'react-router';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import {
  Bouton,
  BoutonLien,
  ChampSelection,
  ChampTexte,
  Encadre,
} from '../../socle/ui/index.ui.ts';
import type { VersionDeRapport } from './rapports.sql.server.ts';

/** Publier l’état du jour, avec le rapport que l’on choisit d’y joindre. */
export const Publier = ({ rapports }: { rapports: readonly VersionDeRapport[] }) => (
  <Form method="post" className="carte pile">
    <h2>Publier l’état du jour</h2>
    <ChampSelection
      nom="rapport"
      libelle="Rapport à joindre"
      vide="Aucun rapport"
      options={rapports.map(({ id, titre, numero }) => ({
        valeur: id,
        libelle: `${titre}, version ${numero}`,
      }))}
      retenue={rapports[0]?.id ?? ''}
    />
    <p>
      La page est figée à la date du jour. Elle remplace celle qui est en ligne, gardée au dossier.
    </p>
    <p>
      <Bouton>Publier</Bouton>
    </p>
  </Form>
);

/** La page en ligne : la voir, ou la retirer avec un motif. */
export const EnLigne = ({
  publications,
  adresse,
}: {
  publications: readonly { readonly retireeLe: Jour | null; readonly publieeLe: Jour }[];
  adresse: string;
}) => {
  const enLigne = publications.find(({ retireeLe }) => retireeLe === null);
  if (enLigne === undefined) {
    return (
      <Encadre>
        <p>Rien n’est en ligne : les habitants lisent que rien n’est encore publié.</p>
      </Encadre>
    );
  }
  return (
    <section className="carte pile" aria-labelledby="en-ligne">
      <h2 id="en-ligne">En ligne depuis le {formaterJour(enLigne.publieeLe)}</h2>
      <p>
        <BoutonLien vers={adresse} ton="secondaire">
          Voir la page publique
        </BoutonLien>
      </p>
      <details>
        <summary>Retirer la page</summary>
        <Form method="post" className="pile">
          <input type="hidden" name="geste" value="retirer" />
          <ChampTexte nom="motif" libelle="Pourquoi ?" obligatoire />
          <p>
            <Bouton ton="danger">Retirer la page</Bouton>
          </p>
        </Form>
      </details>
    </section>
  );
};
