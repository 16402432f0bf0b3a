import { Form, Link } from 'react-router';
import { FORMES_DE_MUTUALISATION } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import {
  accorder,
  formaterEtpCentiemes,
  formaterJour,
  formaterMontantArrondi,
} from '../../socle/ui/index.ts';
import { Bouton, BoutonLien, Pastille, Tableau, Vide } from '../../socle/ui/index.ui.ts';
import type { SchemaMontre } from './montrer-schema.server.ts';

/** Un gain est une dépense en moins : l’écart s’écrit comme dans la fiche, « + » s’il coûte. */
const ecrireEcart = (gain: bigint): string =>
  `${gain < 0n ? '+' : ''}${formaterMontantArrondi(-gain)}`;

/** Les fiches du schéma, une ligne par action. */
export const ListeDesFiches = ({
  fiches,
  chemin,
  peutRediger,
}: {
  fiches: SchemaMontre['fiches'];
  chemin: string;
  peutRediger: boolean;
}) =>
  fiches.length === 0 ? (
    <Vide
      niveau={2}
      titre="Aucune fiche pour l’instant"
      action={
        peutRediger ? (
          <BoutonLien vers={`${chemin}/fiches/nouvelle`}>Ouvrir une fiche</BoutonLien>
        ) : (
          <span />
        )
      }
    >
      Une fiche par action : qui, quoi, avec quels agents, à quel coût, pour quand. Elle naît d’un
      périmètre retenu, ou s’ouvre à la main.
    </Vide>
  ) : (
    <Tableau
      legende="Les actions du schéma"
      colonnes={[
        { titre: 'Action' },
        { titre: 'Forme' },
        { titre: 'Communes', estNombre: true },
        { titre: 'Effectif actuel', estNombre: true },
        { titre: 'Coût actuel par an', estNombre: true },
        { titre: 'Écart de coût prévu', estNombre: true },
        { titre: 'État' },
      ]}
      lignes={fiches.map((fiche) => ({
        cle: fiche.id,
        cellules: [
          <Link key="lien" to={`${chemin}/fiches/${fiche.id}`}>
            {fiche.code} {fiche.titre}
          </Link>,
          FORMES_DE_MUTUALISATION[fiche.forme],
          fiche.communes,
          formaterEtpCentiemes(fiche.etpCentiemes),
          formaterMontantArrondi(fiche.coutCentimes),
          ecrireEcart(fiche.gain),
          <Pastille key="etat" etat={fiche.etat === 'prete' ? 'fait' : 'en-cours'}>
            {fiche.etat === 'prete' ? 'prête' : 'brouillon'}
          </Pastille>,
        ],
      }))}
    />
  );

/** Les périmètres retenus qui attendent leur fiche. */
export const PerimetresSansFiche = ({ perimetres }: { perimetres: SchemaMontre['sansFiche'] }) => (
  <section className="pile" aria-labelledby="sans-fiche">
    <h2 id="sans-fiche">Périmètres retenus, sans fiche</h2>
    <ul className="grille-cartes">
      {perimetres.map(({ id, libelle, forme, decideLe, communes }) => (
        <li key={id} className="carte pile pile-serree">
          <h3>{libelle}</h3>
          <p>
            {FORMES_DE_MUTUALISATION[forme]}, {accorder(communes, 'membre')}. Décidé le{' '}
            {formaterJour(decideLe)}.
          </p>
          <Form method="post">
            <input type="hidden" name="perimetre" value={id} />
            <Bouton taille="petite">Ouvrir la fiche</Bouton>
          </Form>
        </li>
      ))}
    </ul>
  </section>
);
