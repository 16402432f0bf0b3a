import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formaterMontant } from '../../moteurs/calcul/index.ts';
import { anneeDe } from '../../moteurs/calendrier/index.ts';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, Pastille, Tableau, Titre, Vide } from '../../socle/ui/index.ui.ts';
import { lireServicesCommuns } from '../services-communs/index.server.ts';
import { ecrireAppel, LIRE_LES_ETATS, referenceDe } from './ecritures.ts';
import { lireEmissions } from './emissions.sql.server.ts';
import { NATURES } from './entrees.ts';
import { lireEtatsEmis } from './etats-emis.sql.server.ts';

export const handle = { titre: 'Refacturation' };
export const meta = () => [{ title: 'Refacturation – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui, peut } = await exigerDroit(
    request,
    params.siren,
    'etat:lire',
  );
  return dansTerritoire(base, contexte, async (tx) => {
    const services = await lireServicesCommuns(tx, contexte);
    const emissions = await lireEmissions(tx, contexte);
    const etats = await lireEtatsEmis(tx, contexte);
    const noms = new Map((await lireCollectivites(tx)).map(({ siren, nom }) => [siren, nom]));
    const annee = anneeDe(aujourdhui);
    return {
      racine: `/t/${params.siren}/mettre-en-oeuvre`,
      voitLesCouts: peut('cout:lire'),
      exercices: services.flatMap(({ id, nom }) =>
        [annee + 1, annee, annee - 1].map((exercice) => {
          const siennes = emissions.filter((une) => une.serviceId === id && une.annee === exercice);
          const [derniere] = siennes;
          return {
            cle: `${id}/${exercice}`,
            service: nom,
            annee: exercice,
            statut:
              derniere === undefined
                ? null
                : `État ${NATURES[derniere.nature]} émis le ${formaterJour(derniere.emisLe)}`,
            estDefinitif: derniere !== undefined && derniere.nature !== 'previsionnel',
            cout: derniere === undefined ? '' : formaterMontant(derniere.coutCentimes),
            communes: derniere === undefined ? '' : formaterMontant(derniere.communesCentimes),
          };
        }),
      ),
      etats: etats.map((etat) => ({
        id: etat.id,
        reference: referenceDe(etat),
        commune: noms.get(etat.collectivite) ?? etat.collectivite,
        service: etat.service,
        annee: etat.annee,
        nature: NATURES[etat.nature],
        part: formaterMontant(etat.partCentimes),
        appel: ecrireAppel(etat.appelCentimes),
      })),
    };
  });
};

/** Ce que coûtent les services communs, et ce que chaque commune en paie. */
export default function Refacturation() {
  const { racine, voitLesCouts, exercices, etats } = useLoaderData<typeof loader>();
  return (
    <div className="pile pile-large">
      <Titre chapeau="Le coût, la clé signée, la part de chacun au centime. Tout montant émis se recalcule à l’identique.">
        Que coûtent nos services communs, et qui paie quoi ?
      </Titre>
      {exercices.length === 0 ? (
        <Vide
          niveau={2}
          titre="Aucun service commun à facturer"
          action={
            <BoutonLien vers={`${racine}/services-communs`}>Ouvrir les services communs</BoutonLien>
          }
        >
          La refacturation suit la clé d’une convention signée.
        </Vide>
      ) : null}
      {voitLesCouts && exercices.length > 0 ? (
        <section className="pile" aria-labelledby="exercices">
          <h2 id="exercices">Les exercices</h2>
          <Tableau
            legende="Exercices de chaque service"
            legendeVisible={false}
            colonnes={[
              { titre: 'Service et exercice' },
              { titre: 'Où en est-on ?' },
              { titre: 'Coût net', estNombre: true },
              { titre: 'Part des communes', estNombre: true },
              { titre: 'Ouvrir' },
            ]}
            lignes={exercices.map(
              ({ cle, service, annee, statut, estDefinitif, cout, communes }) => ({
                cle,
                cellules: [
                  `${service}, ${annee}`,
                  <Pastille
                    key="statut"
                    etat={statut === null ? 'a-faire' : estDefinitif ? 'fait' : 'en-cours'}
                  >
                    {statut ?? 'rien d’émis'}
                  </Pastille>,
                  cout,
                  communes,
                  <BoutonLien
                    key="ouvrir"
                    vers={`${racine}/refacturation/${cle}`}
                    ton="secondaire"
                    taille="petite"
                  >
                    Ouvrir
                    <span className="invisible">
                      {' '}
                      : {service}, {annee}
                    </span>
                  </BoutonLien>,
                ],
              }),
            )}
          />
        </section>
      ) : null}
      {etats.length === 0 ? null : (
        <section className="pile" aria-labelledby="etats">
          <h2 id="etats">Les états émis</h2>
          <p className="mesure">{LIRE_LES_ETATS}</p>
          <Tableau
            legende="États émis, le plus récent d’abord"
            legendeVisible={false}
            colonnes={[
              { titre: 'État' },
              { titre: 'Commune' },
              { titre: 'Service' },
              { titre: 'Part de l’année', estNombre: true },
              { titre: 'Demandé', estNombre: true },
              { titre: 'Ouvrir' },
            ]}
            lignes={etats.map(
              ({ id, reference, commune, service, annee, nature, part, appel }) => ({
                cle: id,
                cellules: [
                  `${reference}, ${nature}`,
                  commune,
                  `${service}, ${annee}`,
                  part,
                  appel,
                  <BoutonLien
                    key="ouvrir"
                    vers={`${racine}/refacturation/etats/${id}`}
                    ton="discret"
                    taille="petite"
                  >
                    Lire<span className="invisible"> : état {reference}</span>
                  </BoutonLien>,
                ],
              }),
            )}
          />
        </section>
      )}
    </div>
  );
}
