import { Form } from 'react-router';
import type { CommuneDuDecoupage, EpciDetaille } from '../../socle/territoire/index.server.ts';
import { populationDe } from '../../socle/territoire/index.ts';
import { accorder, formaterNombre } from '../../socle/ui/index.ts';
import { Bouton, Tableau } from '../../socle/ui/index.ui.ts';

export interface ApercuMontre extends EpciDetaille {
  readonly typeEcrit: string;
}

const ecrire = (commune: CommuneDuDecoupage, millesime: number): string => {
  const population = populationDe(commune, 'municipale', millesime);
  return population === null ? 'non publiée' : formaterNombre(population.valeur);
};

/** L’intercommunalité choisie, ses communes et leurs populations, avant de créer le territoire. */
export const ApercuEpci = ({ epci }: { epci: ApercuMontre }) => (
  <section className="carte pile" aria-labelledby="apercu">
    <h2 id="apercu">{epci.nom}</h2>
    <p>
      {epci.typeEcrit}, SIREN {epci.siren} : {accorder(epci.membres.length, 'commune')},{' '}
      {accorder(epci.populationMunicipale, 'habitant')} (population municipale en vigueur en 2025).
    </p>
    <Form method="post">
      <input type="hidden" name="siren" value={epci.siren} />
      <Bouton icone="plus">Créer ce territoire</Bouton>
    </Form>
    <Tableau
      legende="Communes membres et population municipale"
      colonnes={[
        { titre: 'Commune' },
        { titre: 'Code INSEE' },
        { titre: 'En vigueur en 2025', estNombre: true },
        { titre: 'En vigueur en 2026', estNombre: true },
      ]}
      lignes={epci.membres.map((commune) => ({
        cle: commune.siren,
        cellules: [commune.nom, commune.codeInsee, ecrire(commune, 2025), ecrire(commune, 2026)],
      }))}
    />
  </section>
);
