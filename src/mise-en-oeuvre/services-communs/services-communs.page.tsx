import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { data, Form, redirect, useActionData, useLoaderData } from 'react-router';
import { lireFiche, lireFiches } from '../../elaboration/schema/index.server.ts';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { accorder, formaterJour } from '../../socle/ui/index.ts';
import {
  Bouton,
  BoutonLien,
  Encadre,
  MatriceCommunesServices,
  Tableau,
  Titre,
  Vide,
} from '../../socle/ui/index.ui.ts';
import { naitreDeLaFiche } from './naitre.server.ts';
import { membresLe, STATUTS_D_ADHESION, statutLe } from './service.ts';
import { lireServicesCommuns } from './services-communs.sql.server.ts';

export const handle = { titre: 'Services communs' };
export const meta = () => [{ title: 'Services communs – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui, peut } = await exigerDroit(
    request,
    params.siren,
    'convention:lire',
  );
  return dansTerritoire(base, contexte, async (tx) => {
    const services = await lireServicesCommuns(tx, contexte);
    const communes = (await lireCollectivites(tx)).filter(({ type }) => type === 'commune');
    const nees = new Set(services.map(({ ficheId }) => ficheId));
    const fiches = peut('convention:rediger') ? await lireFiches(tx, contexte) : [];
    return {
      racine: `/t/${params.siren}`,
      aujourdhui,
      services: services.map((service) => ({
        id: service.id,
        code: service.service,
        nom: service.nom,
        membres: membresLe(service, aujourdhui).length,
        depuis: service.adhesions.map(({ entree }) => entree).toSorted()[0] ?? null,
      })),
      communes: communes
        .toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr'))
        .map(({ siren, nom }) => ({
          siren,
          nom,
          statuts: Object.fromEntries(
            services.map(({ id, adhesions }) => [id, statutLe(adhesions, siren, aujourdhui)]),
          ),
        })),
      fiches: fiches
        .filter(({ id, forme }) => forme === 'service-commun' && !nees.has(id))
        .map(({ id, code, titre, perimetre }) => ({ id, code, titre, membres: perimetre.length })),
    };
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(
    request,
    params.siren,
    'convention:rediger',
  );
  const ficheId = (await request.formData()).get('fiche');
  const ne = await dansTerritoire(base, contexte, async (tx) => {
    const fiche = typeof ficheId === 'string' ? await lireFiche(tx, contexte, ficheId) : null;
    return fiche === null ? null : naitreDeLaFiche(tx, contexte, fiche, aujourdhui);
  });
  if (ne === null) return data({ erreur: 'Cette fiche n’existe plus.' }, { status: 404 });
  if (!ne.ok) return data({ erreur: ne.refus.message }, { status: 422 });
  return redirect(`/t/${params.siren}/mettre-en-oeuvre/services-communs/${ne.valeur.serviceId}`);
};

const STATUTS = Object.entries(STATUTS_D_ADHESION).map(([cle, statut]) => ({ cle, ...statut }));

/** Les services communs, et qui y adhère. */
export default function ServicesCommuns() {
  const { racine, services, communes, fiches, aujourdhui } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  return (
    <div className="pile pile-large">
      <Titre chapeau="Chaque service commun naît d’une fiche du schéma, vit de sa convention, et se paie selon la clé que tous ont signée.">
        Quels services avons-nous en commun ?
      </Titre>
      {retour === undefined ? null : (
        <Encadre ton="refus" titre="Le service n’a pas été créé" annonce>
          <p>{retour.erreur}</p>
        </Encadre>
      )}
      {fiches.length === 0 ? null : (
        <section className="pile" aria-labelledby="a-mettre-en-oeuvre">
          <h2 id="a-mettre-en-oeuvre">À mettre en œuvre</h2>
          <ul className="grille-cartes">
            {fiches.map(({ id, code, titre, membres }) => (
              <li key={id} className="carte pile pile-serree">
                <h3>{titre}</h3>
                <p className="petit">
                  Fiche {code}, {accorder(membres, 'membre')}
                </p>
                <Form method="post">
                  <input type="hidden" name="fiche" value={id} />
                  <Bouton taille="petite" icone="plus">
                    Créer le service commun
                  </Bouton>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
      {services.length === 0 ? (
        <Vide
          niveau={2}
          titre="Aucun service commun pour l’instant"
          action={<BoutonLien vers={`${racine}/elaborer/schema`}>Ouvrir le schéma</BoutonLien>}
        >
          Rédigez dans le schéma une fiche de forme « service commun » : elle apparaîtra ici, prête
          à mettre en œuvre.
        </Vide>
      ) : (
        <>
          <Tableau
            legende="Services communs"
            colonnes={[
              { titre: 'Service' },
              { titre: 'Communes adhérentes', estNombre: true },
              { titre: 'Depuis' },
              { titre: 'Ouvrir' },
            ]}
            lignes={services.map(({ id, nom, membres, depuis }) => ({
              cle: id,
              cellules: [
                nom,
                membres,
                depuis === null ? 'pas encore' : formaterJour(depuis),
                <BoutonLien
                  key={id}
                  vers={`${racine}/mettre-en-oeuvre/services-communs/${id}`}
                  ton="secondaire"
                  taille="petite"
                >
                  Ouvrir<span className="invisible"> : {nom}</span>
                </BoutonLien>,
              ],
            }))}
          />
          <section className="pile" aria-labelledby="qui-adhere">
            <h2 id="qui-adhere">Qui adhère à quoi, au {formaterJour(aujourdhui)} ?</h2>
            <MatriceCommunesServices
              legende="Adhésion de chaque commune à chaque service commun"
              services={services.map(({ id, nom }) => ({ cle: id, titre: nom }))}
              statuts={STATUTS}
              communes={communes.map(({ siren, nom, statuts }) => ({
                cle: siren,
                nom,
                cellules: Object.fromEntries(
                  Object.entries(statuts).map(([id, { statut, depuis }]) => [
                    id,
                    { statut, ...(depuis === null ? {} : { jour: depuis }) },
                  ]),
                ),
              }))}
            />
          </section>
        </>
      )}
    </div>
  );
}
