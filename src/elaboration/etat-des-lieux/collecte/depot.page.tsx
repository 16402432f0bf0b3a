import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formaterInstantCourt } from '../../../socle/ui/index.ts';
import { Bouton, BoutonLien, Depot, Encadre, Titre } from '../../../socle/ui/index.ui.ts';
import { AnomaliesDuDepot } from './anomalies-du-depot.tsx';
import { CadreDeGrille } from './cadre.tsx';
import { ComparaisonDuDepot } from './comparaison-du-depot.tsx';
import { EtatDuDepot } from './etat-du-depot.tsx';
import { agirSurDepot } from './gestes-de-depot.server.ts';
import { LectureEnCours } from './lecture-en-cours.tsx';
import { LignesBloquees } from './lignes-bloquees.tsx';
import { ouvrirGrille } from './ouvrir-collecte.server.ts';
import { type DepotMontre, preparerDepot } from './preparer-depot.server.ts';

export const handle = { titre: 'Vérification' };
export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `Vérifier ${loaderData?.depot.fichier ?? 'un dépôt'} – Ensemblier` },
  { name: 'robots', content: 'noindex' },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await ouvrirGrille(request, params);
  return preparerDepot(acces, params.depot ?? '', new URL(request.url).searchParams);
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await ouvrirGrille(request, params);
  const resultat = await agirSurDepot(acces, params.depot ?? '', await request.formData());
  if (!resultat.ok) return data({ refus: resultat.refus }, { status: 422 });
  return redirect(resultat.valeur);
};

/** Les gestes qui suivent le résumé, toujours sous les yeux. */
const Gestes = ({ peutValider, aConfirmer }: { peutValider: boolean; aConfirmer: number }) => (
  <Form method="post" className="rang">
    {aConfirmer === 0 ? null : (
      <Bouton name="geste" value="tout-confirmer" ton="secondaire" taille="petite">
        Tout confirmer
      </Bouton>
    )}
    {peutValider ? (
      <Bouton name="geste" value="valider" icone="valide">
        Valider et enregistrer
      </Bouton>
    ) : null}
    <Bouton name="geste" value="abandonner" ton="discret" taille="petite">
      Abandonner ce dépôt
    </Bouton>
  </Form>
);

const ActionsDuTitre = ({ chemin, depot }: { chemin: string; depot: DepotMontre['depot'] }) => (
  <>
    {depot.fichierId === null ? null : (
      <BoutonLien
        vers={`${chemin}/depots/${depot.id}/fichier`}
        ton="secondaire"
        taille="petite"
        icone="telecharger"
        telecharger
      >
        Le fichier gardé
      </BoutonLien>
    )}
    <BoutonLien vers={chemin} ton="discret" icone="gauche">
      Revenir à la grille
    </BoutonLien>
  </>
);

/** Ce que la lecture a relevé, à régler avant de valider. */
const Releve = ({ vue }: { vue: DepotMontre }) => (
  <>
    {vue.depot.etat === 'a-verifier' && vue.peutValider && !vue.acces.peutValider ? (
      <Encadre titre="Tout est prêt">
        <p>La commune ou la personne pilote peut valider ce dépôt : vos décisions sont gardées.</p>
      </Encadre>
    ) : null}
    <LignesBloquees vue={vue} />
    {vue.comparaison === null ? null : <ComparaisonDuDepot comparaison={vue.comparaison} />}
    <AnomaliesDuDepot vue={vue} />
  </>
);

/** La vérification d’un dépôt : anomalies par cause, lignes bloquées, comparaison, puis validation. */
export default function VerifierDepot() {
  const vue = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  const { acces, depot, resume } = vue;
  const ouvert = depot.etat === 'a-verifier';
  return (
    <CadreDeGrille acces={acces}>
      <Titre
        surtitre={`${acces.titre} · ${acces.collectivite}`}
        chapeau={`Déposé le ${formaterInstantCourt(depot.deposeLe)} par ${depot.deposePar}.`}
        actions={<ActionsDuTitre chemin={acces.chemin} depot={depot} />}
      >
        {depot.fichier}
      </Titre>
      {refus === undefined ? null : (
        <Encadre ton="refus" titre="Rien n’a été enregistré" annonce>
          <p>{refus.message}</p>
        </Encadre>
      )}
      <EtatDuDepot vue={vue} />
      <Depot
        etape={
          ouvert
            ? vue.peutValider
              ? 'valider'
              : 'verifier'
            : depot.etat === 'valide'
              ? 'valider'
              : 'deposer'
        }
        resume={ouvert ? resume : undefined}
        actions={
          ouvert ? (
            <Gestes
              peutValider={vue.peutValider && acces.peutValider}
              aConfirmer={resume.aConfirmer}
            />
          ) : undefined
        }
      >
        {depot.etat === 'en-lecture' ? <LectureEnCours vue={vue} /> : <Releve vue={vue} />}
      </Depot>
    </CadreDeGrille>
  );
}
