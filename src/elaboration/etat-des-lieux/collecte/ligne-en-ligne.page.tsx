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
import { Bouton, BoutonLien, Encadre, Tableau, Titre } from '../../../socle/ui/index.ui.ts';
import { CadreDeGrille } from './cadre.tsx';
import { ChampsDeLigne } from './champs-de-ligne.tsx';
import type { ColonneMontree } from './colonnes-montrees.ts';
import { agirSurLigne, preparerLigneEnLigne } from './ligne-en-ligne.server.ts';
import { ouvrirGrille } from './ouvrir-collecte.server.ts';

export const handle = { titre: 'Ligne' };
export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  {
    title: `${loaderData?.acces.titre ?? 'Une grille'} : ${loaderData?.cle == null ? 'ajouter une ligne' : `ligne ${loaderData.cle}`} – Ensemblier`,
  },
  { name: 'robots', content: 'noindex' },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  preparerLigneEnLigne(await ouvrirGrille(request, params), params.ligne ?? '');

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await ouvrirGrille(request, params);
  const resultat = await agirSurLigne(acces, params.ligne ?? '', await request.formData());
  if (!resultat.ok) {
    return data({ refus: resultat.refus }, { status: resultat.refus.enLigne === null ? 422 : 409 });
  }
  return redirect(resultat.valeur);
};

type Valeurs = Readonly<Record<string, string>>;

/** Les deux versions d’une ligne, colonne par colonne, là où elles diffèrent. */
const DeuxVersions = ({
  colonnes,
  siennes,
  enLigne,
}: {
  colonnes: readonly ColonneMontree[];
  siennes: Valeurs;
  enLigne: Valeurs;
}) => (
  <Tableau
    legende="Votre saisie et ce qui est enregistré"
    colonnes={[{ titre: 'Colonne' }, { titre: 'Votre saisie' }, { titre: 'En ligne maintenant' }]}
    lignes={colonnes
      .filter(({ nom }) => (siennes[nom] ?? '') !== (enLigne[nom] ?? ''))
      .map(({ nom, titre }) => ({
        cle: nom,
        cellules: [titre, siennes[nom] || 'vide', enLigne[nom] || 'vide'],
      }))}
  />
);

/** Ajouter, corriger ou retirer une ligne en ligne. */
export default function LigneEnLigne() {
  const vue = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  const enLigne = refus?.enLigne ?? null;
  const estNouvelle = vue.cle === null;
  return (
    <CadreDeGrille acces={vue.acces}>
      <Titre
        surtitre={`${vue.acces.titre} · ${vue.acces.collectivite}`}
        chapeau={vue.source === null ? undefined : `Source : ${vue.source}.`}
        actions={
          <BoutonLien vers={vue.acces.chemin} ton="discret" icone="gauche">
            Revenir à la grille
          </BoutonLien>
        }
      >
        {estNouvelle ? 'Ajouter une ligne' : `Corriger la ligne ${vue.cle}`}
      </Titre>
      {refus === undefined ? null : (
        <Encadre ton="refus" titre="Rien n’a été écrit" annonce>
          <p>{refus.message}</p>
        </Encadre>
      )}
      {enLigne === null || refus === undefined ? null : (
        <DeuxVersions colonnes={vue.colonnes} siennes={refus.valeurs} enLigne={enLigne.valeurs} />
      )}
      <Form method="post" className="pile" key={enLigne?.version ?? vue.version}>
        <input type="hidden" name="version" value={enLigne?.version ?? vue.version} />
        <ChampsDeLigne
          colonnes={vue.colonnes}
          valeurs={refus?.valeurs ?? vue.valeurs}
          erreurs={refus?.erreurs ?? {}}
        />
        <div className="rang">
          <Bouton name="geste" value="ecrire" icone="valide">
            {enLigne === null ? 'Enregistrer' : 'Écrire ma version'}
          </Bouton>
          {estNouvelle ? null : (
            <Bouton name="geste" value="retirer" ton="danger" formNoValidate>
              Retirer cette ligne
            </Bouton>
          )}
        </div>
      </Form>
    </CadreDeGrille>
  );
}
