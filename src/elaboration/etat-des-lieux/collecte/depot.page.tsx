import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { accorder } from '../../../socle/ui/index.ts';
import { Bouton, BoutonLien, Depot, Encadre, Titre } from '../../../socle/ui/index.ui.ts';
import { AnomaliesDuDepot } from './anomalies-du-depot.tsx';
import { CadreDeGrille } from './cadre.tsx';
import { ComparaisonDuDepot } from './comparaison-du-depot.tsx';
import { agirSurDepot } from './gestes-de-depot.server.ts';
import { ecrireInstant } from './instants.ts';
import { LignesBloquees } from './lignes-bloquees.tsx';
import { ouvrirGrille } from './ouvrir-collecte.server.ts';
import { type DepotMontre, preparerDepot } from './preparer-depot.server.ts';

export const handle = { titre: 'Vérification' };
export const meta = () => [
  { title: 'Vérifier un dépôt – Ensemblier' },
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
        Valider et mettre en ligne
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

/** La vérification d’un dépôt : anomalies par cause, lignes bloquées, comparaison, puis validation. */
export default function VerifierDepot() {
  const vue = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  const [parametres] = useSearchParams();
  const { acces, depot, resume } = vue;
  const ouvert = depot.etat === 'a-verifier';
  return (
    <CadreDeGrille acces={acces}>
      <Titre
        surtitre={`${acces.titre} · ${acces.collectivite}`}
        chapeau={`Déposé le ${ecrireInstant(depot.deposeLe)} par ${depot.deposePar}.`}
        actions={<ActionsDuTitre chemin={acces.chemin} depot={depot} />}
      >
        {depot.fichier}
      </Titre>
      {refus === undefined ? null : (
        <Encadre ton="refus" titre="Rien n’a été mis en ligne" annonce>
          <p>{refus.message}</p>
        </Encadre>
      )}
      {depot.etat === 'refuse' ? (
        <Encadre ton="refus" titre="Ce fichier n’a pas pu être lu">
          {depot.erreurs.map((message) => (
            <p key={message}>{message}</p>
          ))}
          <p>Ce qui est en ligne n’a pas changé.</p>
          <BoutonLien vers={acces.chemin}>Déposer un autre fichier</BoutonLien>
        </Encadre>
      ) : null}
      {depot.etat === 'abandonne' ? (
        <Encadre titre="Ce dépôt a été remplacé ou abandonné">
          <p>Rien n’en a été mis en ligne. Voici ce qui en avait été lu.</p>
        </Encadre>
      ) : null}
      {depot.etat === 'valide' ? (
        <Encadre ton="reussite" titre="Les lignes sont en ligne" annonce>
          <p>
            {parametres.has('ecrites')
              ? `${accorder(Number(parametres.get('ecrites')), 'ligne écrite', 'lignes écrites')}, ${accorder(Number(parametres.get('retirees')), 'ligne retirée', 'lignes retirées')}. `
              : ''}
            {`Validé${depot.valideLe === null ? '' : ` le ${ecrireInstant(depot.valideLe)}`} par ${depot.validePar}. La grille est notée rendue.`}
          </p>
          <BoutonLien vers={acces.chemin}>Voir les lignes en ligne</BoutonLien>
        </Encadre>
      ) : null}
      {depot.estExpurge ? (
        <Encadre ton="attention" titre="Une partie du fichier n’a pas été gardée">
          <p>
            Il contenait des colonnes ou des feuilles que la grille n’attend pas, peut-être des
            noms. Elles n’ont pas été enregistrées. Retirez-les de votre fichier avant tout nouvel
            envoi.
          </p>
        </Encadre>
      ) : null}
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
        {ouvert && vue.peutValider && !acces.peutValider ? (
          <Encadre titre="Tout est prêt">
            <p>
              La commune ou la personne pilote peut valider ce dépôt : vos décisions sont gardées.
            </p>
          </Encadre>
        ) : null}
        <LignesBloquees vue={vue} />
        {vue.comparaison === null ? null : <ComparaisonDuDepot comparaison={vue.comparaison} />}
        <AnomaliesDuDepot vue={vue} />
      </Depot>
    </CadreDeGrille>
  );
}
