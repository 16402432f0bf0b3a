import { Form } from 'react-router';
import type { LienPersonnel } from '../../socle/acces/index.server.ts';
import type { EtatDuLien } from '../../socle/acces/index.ts';
import { accorder, formaterJourCourt } from '../../socle/ui/index.ts';
import {
  Bouton,
  ChampSelection,
  ChampTexte,
  type Etat,
  Pastille,
  Tableau,
} from '../../socle/ui/index.ui.ts';

export interface CommuneEtSesLiens {
  readonly siren: string;
  readonly nom: string;
  /** La communauté elle-même travaille par comptes : elle n’attend pas de lien. */
  readonly estCommune: boolean;
  readonly liens: readonly (LienPersonnel & { readonly etat: EtatDuLien })[];
}

const ETATS: Record<EtatDuLien, { readonly etat: Etat; readonly libelle: string }> = {
  actif: { etat: 'fait', libelle: 'valable' },
  expire: { etat: 'attention', libelle: 'expiré' },
  revoque: { etat: 'refus', libelle: 'retiré' },
};

/** Les liens qui servent : les valables, ou à défaut le dernier ; les autres se replient. */
const liensUtiles = (liens: CommuneEtSesLiens['liens']): CommuneEtSesLiens['liens'] => {
  const actifs = liens.filter(({ etat }) => etat === 'actif');
  return actifs.length > 0 ? actifs : liens.slice(0, 1);
};

const lesAnciens = (communes: readonly CommuneEtSesLiens[]) =>
  communes.flatMap(({ nom, liens }) =>
    liens
      .filter((lien) => !liensUtiles(liens).includes(lien))
      .map((lien) => ({
        cle: lien.id,
        cellules: [nom, ETATS[lien.etat].libelle, lien.destinataire ?? ''],
      })),
  );

const composerLignes = (communes: readonly CommuneEtSesLiens[]) =>
  communes.flatMap(({ siren, nom, liens }) =>
    liens.length === 0
      ? [
          {
            cle: siren,
            cellules: [
              nom,
              <Pastille key="e" etat="a-faire">
                aucun lien
              </Pastille>,
              '',
              '',
              '',
              '',
            ],
          },
        ]
      : liensUtiles(liens).map((lien) => ({
          cle: lien.id,
          cellules: [
            nom,
            <Pastille key="e" etat={ETATS[lien.etat].etat}>
              {ETATS[lien.etat].libelle}
            </Pastille>,
            lien.destinataire ?? '',
            formaterJourCourt(lien.expireLe),
            lien.dernierUsageLe === null ? 'jamais' : formaterJourCourt(lien.dernierUsageLe),
            lien.etat === 'actif' ? (
              <Form key="g" method="post">
                <input type="hidden" name="id" value={lien.id} />
                <Bouton
                  name="geste"
                  value="revoquer"
                  ton="danger"
                  taille="petite"
                  aria-label={`Retirer le lien de ${nom}`}
                >
                  Retirer
                </Bouton>
              </Form>
            ) : (
              ''
            ),
          ],
        })),
  );

/** Les liens personnels de toutes les communes : les créer, les envoyer, les retirer. */
export const LiensDesCommunes = ({ communes }: { communes: readonly CommuneEtSesLiens[] }) => {
  const membres = communes.filter(({ estCommune }) => estCommune);
  const anciens = lesAnciens(communes);
  const pourvues = membres.filter(({ liens }) => liens.some(({ etat }) => etat === 'actif')).length;
  return (
    <section className="pile" aria-labelledby="liens">
      <h2 id="liens">Liens personnels des communes</h2>
      <p>
        {accorder(pourvues, 'commune a', 'communes ont')} un lien valable, sur {membres.length}. Un
        lien dure trois mois et se retire à tout moment.
      </p>
      <Form method="post">
        <Bouton name="geste" value="creer-manquants" icone="lien">
          Créer les liens manquants
        </Bouton>
      </Form>
      <Tableau
        legende="Liens personnels, par collectivité"
        colonnes={[
          { titre: 'Collectivité' },
          { titre: 'État' },
          { titre: 'Envoyé à' },
          { titre: 'Jusqu’au' },
          { titre: 'Dernier usage' },
          { titre: 'Geste' },
        ]}
        lignes={composerLignes(communes)}
      />
      {anciens.length === 0 ? null : (
        <details>
          <summary>{`Anciens liens, expirés ou retirés (${anciens.length})`}</summary>
          <Tableau
            legende="Anciens liens"
            legendeVisible={false}
            colonnes={[{ titre: 'Collectivité' }, { titre: 'État' }, { titre: 'Envoyé à' }]}
            lignes={anciens}
          />
        </details>
      )}
      <Form method="post" className="formulaire carte">
        <h3>Créer un lien pour une collectivité</h3>
        <ChampSelection
          nom="collectivite"
          libelle="Collectivité"
          obligatoire
          options={communes.map(({ siren, nom }) => ({ valeur: siren, libelle: nom }))}
        />
        <ChampTexte
          nom="destinataire"
          libelle="Courriel"
          type="email"
          aide="S’il est donné, le lien part par courriel ; sinon vous le copiez."
        />
        <div>
          <Bouton name="geste" value="creer-lien" ton="secondaire">
            Créer le lien
          </Bouton>
        </div>
      </Form>
    </section>
  );
};
