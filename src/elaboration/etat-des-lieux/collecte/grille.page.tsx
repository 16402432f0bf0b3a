import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formaterJour } from '../../../socle/ui/index.ts';
import { BoutonLien, Encadre, Pastille, Titre } from '../../../socle/ui/index.ui.ts';
import { CadreDeGrille } from './cadre.tsx';
import { DeposerLaGrille } from './deposer-la-grille.tsx';
import { DepotsPasses } from './depots-passes.tsx';
import { agirSurGrille } from './gestes-de-grille.server.ts';
import { LignesEnLigne } from './lignes-en-ligne.tsx';
import { ouvrirGrille } from './ouvrir-collecte.server.ts';
import { preparerGrille } from './preparer-grille.server.ts';
import { RienARendre } from './rien-a-rendre.tsx';

export const handle = { titre: 'Grille' };
export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  {
    title: `${loaderData?.acces.titre ?? 'Une grille'}, ${loaderData?.acces.collectivite ?? ''} – Ensemblier`,
  },
  { name: 'robots', content: 'noindex' },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  preparerGrille(await ouvrirGrille(request, params));

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await ouvrirGrille(request, params);
  const resultat = await agirSurGrille(acces, await request.formData());
  if (!resultat.ok) return data({ refus: resultat.refus }, { status: 422 });
  return redirect(resultat.valeur);
};

type Vue = ReturnType<typeof useLoaderData<typeof loader>>;

/** Ce qu’on attend de la grille, ou, si elle est rendue, quand et par qui. */
const OuEnEstLaGrille = ({ campagne }: { campagne: NonNullable<Vue['campagne']> }) =>
  campagne.rendueLe === null ? (
    <p>
      <Pastille etat={campagne.etat}>{campagne.dit}</Pastille>{' '}
      {`À rendre avant le ${formaterJour(campagne.echeance, { semaine: true })}. La grille décrit la situation au ${formaterJour(campagne.photoAu)}.`}
    </p>
  ) : (
    <Encadre
      ton="reussite"
      titre={`${campagne.motif === null ? 'Rendue' : 'Déclarée sans objet'} le ${formaterJour(campagne.rendueLe, { semaine: true })}`}
    >
      <p>
        {`Par ${campagne.renduePar}. La grille décrit la situation au ${formaterJour(campagne.photoAu)}.${campagne.motif === null ? '' : ` Motif : ${campagne.motif}.`} Merci : rien d’autre n’est demandé. Une erreur ? Vous pouvez encore corriger.`}
      </p>
    </Encadre>
  );

/** Une grille à rendre : télécharger, déposer, vérifier, ou saisir en ligne. */
export default function Grille() {
  const { acces, campagne, colonnes, lignes, depots } = useLoaderData<typeof loader>();
  const estRendue = campagne !== null && campagne.rendueLe !== null;
  const refus = useActionData<typeof action>()?.refus;
  const ouvert = depots.find(({ etat }) => etat === 'a-verifier');
  const enLecture = depots.find(({ etat }) => etat === 'en-lecture');
  const deposer = <DeposerLaGrille acces={acces} enLigne={lignes.length} refus={refus} />;
  return (
    <CadreDeGrille acces={acces}>
      <Titre
        surtitre={acces.collectivite}
        chapeau={campagne?.consigne === '' ? undefined : campagne?.consigne}
        actions={
          <BoutonLien vers={acces.retour} ton="discret" icone="gauche">
            {acces.aLeSuivi ? 'Suivi de la collecte' : 'Toutes les demandes'}
          </BoutonLien>
        }
      >
        {campagne?.titre ?? acces.titre}
      </Titre>
      {campagne === null ? null : <OuEnEstLaGrille campagne={campagne} />}
      {refus === undefined ? null : (
        <Encadre ton="refus" titre="Rien n’a été enregistré" annonce>
          <p>{refus.message}</p>
        </Encadre>
      )}
      {ouvert === undefined ? null : (
        <Encadre ton="attention" titre="Un dépôt attend votre vérification">
          <p>
            « {ouvert.fichier} » est lu et gardé ; rien n’est encore enregistré. Vous pouvez le
            reprendre là où vous l’aviez laissé.
          </p>
          <BoutonLien vers={`${acces.chemin}/depots/${ouvert.id}`}>
            Reprendre la vérification
          </BoutonLien>
        </Encadre>
      )}
      {enLecture === undefined ? null : (
        <Encadre titre="Un fichier est en cours de lecture">
          <p>« {enLecture.fichier} » est bien arrivé ; sa lecture continue sans vous.</p>
          <BoutonLien vers={`${acces.chemin}/depots/${enLecture.id}`}>Suivre la lecture</BoutonLien>
        </Encadre>
      )}
      {estRendue ? (
        <details className="geste-repli" open={refus !== undefined}>
          <summary>Corriger ou compléter par un nouveau fichier</summary>
          {deposer}
        </details>
      ) : (
        deposer
      )}
      {acces.collectivite === 'Plusieurs collectivités' ? null : (
        <LignesEnLigne
          chemin={acces.chemin}
          colonnes={colonnes}
          lignes={lignes}
          parLien={acces.parLien}
        />
      )}
      {campagne === null || campagne.estClose ? null : (
        <RienARendre campagne={campagne} lignes={lignes.length} peutValider={acces.peutValider} />
      )}
      <DepotsPasses chemin={acces.chemin} depots={depots} />
    </CadreDeGrille>
  );
}
