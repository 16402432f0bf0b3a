import { Form, Link } from 'react-router';
import { formaterJourCourt } from '../../../socle/ui/index.ts';
import { Bouton, ChampTexte, Pastille, Tableau } from '../../../socle/ui/index.ui.ts';
import { LIBELLES_DE_COLLECTE } from './completude.ts';
import { ETATS_AFFICHES } from './jauge.ts';
import type { SuiviMontre } from './suivre.server.ts';

type Suivi = SuiviMontre['completude']['suivis'][number];

const Adresse = ({ suivi, campagneId }: { suivi: Suivi; campagneId: string }) => (
  <details>
    <summary>
      {suivi.courriel ?? 'Sans adresse'}
      <span className="invisible"> : changer l’adresse ou créer un lien, {suivi.nom}</span>
    </summary>
    <Form method="post" className="pile pile-serree">
      <input type="hidden" name="campagne" value={campagneId} />
      <input type="hidden" name="collectivite" value={suivi.collectivite} />
      <ChampTexte
        nom="courriel"
        type="email"
        libelle={`Courriel de ${suivi.nom}`}
        defaultValue={suivi.courriel ?? ''}
        autoComplete="off"
      />
      <div className="rang">
        <Bouton name="geste" value="adresse" ton="secondaire" taille="petite">
          Enregistrer l’adresse
        </Bouton>
        <Bouton name="geste" value="lien" ton="discret" taille="petite" formNoValidate>
          Créer un lien à transmettre
        </Bouton>
      </div>
    </Form>
  </details>
);

const dernierMouvement = (suivi: Suivi): string => {
  if (suivi.rendueLe !== null) return `${formaterJourCourt(suivi.rendueLe)}, ${suivi.renduePar}`;
  if (suivi.derniereRelanceLe !== null)
    return `relancée le ${formaterJourCourt(suivi.derniereRelanceLe)}`;
  return '–';
};

/** Qui a rendu, qui relancer : une ligne par collectivité. */
export const TableauDeSuivi = ({ vue }: { vue: SuiviMontre }) => {
  const { campagne, completude, peutPiloter, racine } = vue;
  const relancable = peutPiloter && campagne.closeLe === null;
  return (
    <section className="pile" aria-labelledby="titre-suivi">
      <h2 id="titre-suivi">Collectivité par collectivité</h2>
      {relancable ? (
        <Form method="post" id="relances" className="rang">
          <input type="hidden" name="campagne" value={campagne.id} />
          <Bouton name="geste" value="relancer">
            Relancer celles qui n’ont pas rendu
          </Bouton>
          <span className="petit texte-doux">
            Ou cochez celles à relancer. Trois jours au moins entre deux relances.
          </span>
        </Form>
      ) : null}
      <Tableau
        legende="Avancement par collectivité"
        legendeVisible={false}
        colonnes={[
          { titre: 'Collectivité' },
          { titre: 'État' },
          { titre: 'Lignes', estNombre: true },
          { titre: 'Relances', estNombre: true },
          { titre: 'Dernier mouvement' },
          ...(relancable ? [{ titre: 'Relancer' }, { titre: 'Adresse et lien' }] : []),
        ]}
        lignes={completude.suivis.map((suivi) => ({
          cle: suivi.collectivite,
          cellules: [
            <Link key="nom" to={`${racine}/${suivi.collectivite}`}>
              {suivi.nom}
            </Link>,
            <span key="etat">
              <Pastille etat={ETATS_AFFICHES[suivi.suivi]}>
                {LIBELLES_DE_COLLECTE[suivi.suivi]}
              </Pastille>
              {suivi.depotId === null ? null : (
                <>
                  {' '}
                  <Link to={`${racine}/${suivi.collectivite}/depots/${suivi.depotId}`}>
                    Voir les anomalies
                    <span className="invisible"> de {suivi.nom}</span>
                  </Link>
                </>
              )}
              {suivi.motif === null ? null : <span className="petit"> {suivi.motif}</span>}
            </span>,
            suivi.lignes,
            suivi.relances,
            dernierMouvement(suivi),
            ...(relancable
              ? [
                  suivi.etat === 'attendue' ? (
                    <input
                      key="choisie"
                      type="checkbox"
                      name="choisie"
                      value={suivi.collectivite}
                      form="relances"
                      aria-label={`Relancer ${suivi.nom}`}
                    />
                  ) : (
                    '–'
                  ),
                  <Adresse key="adresse" suivi={suivi} campagneId={campagne.id} />,
                ]
              : []),
          ],
        }))}
      />
    </section>
  );
};
