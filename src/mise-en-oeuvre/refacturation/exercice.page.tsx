import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerAussi, exigerDroit } from '../../socle/acces/index.server.ts';
import { BoutonLien, GesteRefuse, RefusMotive, Titre } from '../../socle/ui/index.ui.ts';
import { CoutsDeLExercice } from './couts-de-l-exercice.tsx';
import { Emission } from './emission.tsx';
import { NATURES } from './entrees.ts';
import { EtatsDeLExercice } from './etats-de-l-exercice.tsx';
import { lireChamps } from './exercice.schema.ts';
import { droitDuGeste, faireGesteDExercice } from './gestes-d-exercice.server.ts';
import { PartsDeLExercice } from './parts-de-l-exercice.tsx';
import { preparerExercice } from './preparer-exercice.server.ts';

export const handle = { titre: 'Exercice' };
export const meta = () => [{ title: 'Exercice d’un service commun – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  preparerExercice(await exigerDroit(request, params.siren, 'cout:lire'), {
    serviceId: params.service ?? '',
    annee: Number(params.annee),
    recherche: new URL(request.url).searchParams,
    racine: `/t/${params.siren}/mettre-en-oeuvre`,
  });

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'cout:calculer');
  const champs = lireChamps(await request.formData());
  exigerAussi(acces, droitDuGeste(champs.geste ?? ''));
  const cible = { serviceId: params.service ?? '', annee: Number(params.annee) };
  const fait = await faireGesteDExercice(acces, cible, champs);
  if (!fait.ok) return data({ refus: fait.refus }, { status: 422 });
  const racine = `/t/${params.siren}/mettre-en-oeuvre`;
  return redirect(
    fait.valeur === 'exercice'
      ? `${racine}/refacturation/${cible.serviceId}/${cible.annee}`
      : `${racine}/conventions/${fait.valeur.conventionId}/redaction/finances?enregistree`,
  );
};

/** L’exercice d’un service : coût, clé, parts, contrôles, émission. */
export default function Exercice() {
  const lu = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const { service, annee, nature, chemin, racine, simulation, refus, surProjet } = lu;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={service.nom}
        chapeau={
          surProjet
            ? 'Simulation sur le projet de convention, qui n’est pas encore signé.'
            : `État ${NATURES[nature]}.`
        }
        actions={
          <BoutonLien vers={`${racine}/services-communs/${service.id}`} ton="secondaire">
            Voir le service
          </BoutonLien>
        }
      >
        Que coûte {annee}, et qui paie quoi ?
      </Titre>
      <nav aria-label="État regardé" className="rang">
        {(['previsionnel', 'definitif'] as const).map((une) => (
          <BoutonLien
            key={une}
            vers={`${chemin}?nature=${une}${surProjet && une === 'previsionnel' ? '&projet' : ''}`}
            ton={nature === une ? 'principal' : 'secondaire'}
            taille="petite"
          >
            {une === 'previsionnel' ? 'Voir le prévisionnel' : 'Voir le définitif'}
          </BoutonLien>
        ))}
      </nav>
      {retour === undefined ? null : <GesteRefuse refus={retour.refus} />}
      {refus.length === 0 ? null : (
        <section className="pile" aria-labelledby="empechement">
          <h2 id="empechement">Ce qui empêche le calcul</h2>
          <RefusMotive
            titre="Le calcul n’est pas possible"
            manques={refus.map(({ message }) => message)}
            article={refus.find(({ article }) => article)?.article ?? null}
            quiPeutAgir="pilote ou service de l’intercommunalité"
            action={
              <>
                {refus.some(({ code }) => code === 'actes-absents') ? (
                  <BoutonLien
                    vers={`${racine.replace(/mettre-en-oeuvre$/, 'elaborer')}/collecte`}
                    taille="petite"
                  >
                    Déposer les actes dans la collecte
                  </BoutonLien>
                ) : (
                  <BoutonLien vers={`${racine}/conventions`} taille="petite">
                    Ouvrir les conventions
                  </BoutonLien>
                )}
                {surProjet ? null : (
                  <BoutonLien vers={`${chemin}?projet`} taille="petite" ton="secondaire">
                    Simuler sur le projet
                  </BoutonLien>
                )}
              </>
            }
          />
        </section>
      )}
      {simulation === null ? null : (
        <>
          <PartsDeLExercice simulation={simulation} nature={nature} />
          <CoutsDeLExercice
            simulation={simulation}
            couts={lu.couts}
            nature={nature}
            peutCalculer={lu.peutCalculer}
          />
          <Emission lu={lu} />
        </>
      )}
      <EtatsDeLExercice chemin={chemin} emissions={lu.emissions} verification={lu.verification} />
    </div>
  );
}
