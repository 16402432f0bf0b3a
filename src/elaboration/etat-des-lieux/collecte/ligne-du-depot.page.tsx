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
import { accorder } from '../../../socle/ui/index.ts';
import { Bouton, BoutonLien, ChampSelection, Encadre, Titre } from '../../../socle/ui/index.ui.ts';
import { CadreDeGrille } from './cadre.tsx';
import { ChampsDeLigne } from './champs-de-ligne.tsx';
import { corrigerLigneDuDepot, preparerLigneDuDepot } from './ligne-du-depot.server.ts';
import { ouvrirGrille } from './ouvrir-collecte.server.ts';

export const handle = { titre: 'Ligne' };
export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  {
    title: `Corriger la ligne ${loaderData?.ligne ?? ''} de ${loaderData?.fichier ?? ''} – Ensemblier`,
  },
  { name: 'robots', content: 'noindex' },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  preparerLigneDuDepot(
    await ouvrirGrille(request, params),
    params.depot ?? '',
    params.repere ?? '',
  );

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await ouvrirGrille(request, params);
  const resultat = await corrigerLigneDuDepot(
    acces,
    params.depot ?? '',
    params.repere ?? '',
    await request.formData(),
  );
  if (!resultat.ok) return data({ refus: resultat.refus }, { status: 422 });
  return redirect(resultat.valeur);
};

/** Corriger une ligne d’un fichier déposé, sans rouvrir son tableur. */
export default function LigneDuDepot() {
  const vue = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  const erreurs = refus?.erreurs ?? vue.erreurs;
  const valeurs = refus?.valeurs ?? vue.valeurs;
  const generale = erreurs[''];
  const retour = `${vue.acces.chemin}/depots/${vue.depotId}`;
  return (
    <CadreDeGrille acces={vue.acces}>
      <Titre
        surtitre={`${vue.fichier}${vue.feuille === null ? '' : `, feuille « ${vue.feuille} »`}`}
        chapeau={
          vue.restantes > 0
            ? `Ensuite : encore ${accorder(vue.restantes, 'ligne bloquée', 'lignes bloquées')}.`
            : undefined
        }
        actions={
          <BoutonLien vers={retour} ton="discret" icone="gauche">
            Revenir à la vérification
          </BoutonLien>
        }
      >
        {`Corriger la ligne ${vue.ligne}`}
      </Titre>
      {refus === undefined && generale === undefined ? null : (
        <Encadre ton="refus" titre="À corriger" annonce={refus !== undefined}>
          <p>{refus?.message ?? generale}</p>
        </Encadre>
      )}
      {vue.lues.length === 0 ? null : (
        <details>
          <summary>Voir la ligne telle que lue</summary>
          <dl className="pile pile-serree">
            {vue.lues.map(({ colonne, lue }, rang) => (
              <div key={`${String(rang)}-${colonne}`}>
                <dt className="texte-doux">{colonne}</dt>
                <dd>{lue === '' ? 'vide' : lue}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <Form
        method="post"
        className="pile"
        key={`${vue.repere}-${refus === undefined ? 'lu' : 'refuse'}`}
      >
        {vue.collectivites === null ? null : (
          <ChampSelection
            nom="siren-choisi"
            libelle="Collectivité"
            options={vue.collectivites}
            retenue={vue.siren}
            obligatoire
          />
        )}
        <ChampsDeLigne colonnes={vue.colonnes} valeurs={valeurs} erreurs={erreurs} />
        <div className="rang">
          <Bouton name="geste" value="corriger" icone="valide">
            Enregistrer la correction
          </Bouton>
          <Bouton name="geste" value="laisser" ton="discret" formNoValidate>
            Laisser cette ligne de côté
          </Bouton>
        </div>
        <p className="petit texte-doux">La ligne sera enregistrée quand vous validerez le dépôt.</p>
      </Form>
    </CadreDeGrille>
  );
}
