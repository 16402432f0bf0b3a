import { Form, Link } from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { lireQuestion } from '../../socle/recherche/index.ts';
import { accorder } from '../../socle/ui/index.ts';
import { Bouton, BoutonLien, Titre, Vide } from '../../socle/ui/index.ui.ts';
import type { Route } from './+types/recherche.page.ts';
import './recherche.css';
import { type GroupeTrouve, rechercherTout } from './rechercher-tout.server.ts';

export const handle = { titre: 'Recherche' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.tapee ? `« ${loaderData.tapee} » – ` : ''}Recherche – Ensemblier` },
];

export const loader = async ({ request, params }: Route.LoaderArgs) => {
  const acces = await exigerDroit(request, params.siren, 'territoire:lire');
  const tapee = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200);
  const question = lireQuestion(tapee);
  return {
    racine: `/t/${params.siren}`,
    tapee,
    groupes: question === null ? [] : await rechercherTout(acces, question),
  };
};

const Groupe = ({ groupe, racine }: { groupe: GroupeTrouve; racine: string }) => (
  <section className="pile pile-serree" aria-labelledby={`trouve-${groupe.cle}`}>
    <h2 id={`trouve-${groupe.cle}`}>
      {groupe.titre}{' '}
      <span className="texte-doux petit">
        {groupe.ilEnReste ? `les ${groupe.trouvailles.length} premiers` : groupe.trouvailles.length}
      </span>
    </h2>
    <ul className="trouvailles">
      {groupe.trouvailles.map(({ cle, titre, detail, chemin }) => (
        <li key={cle}>
          <Link to={`${racine}/${chemin}`} reloadDocument={chemin.includes('/gardes/')}>
            {titre}
          </Link>
          <span className="texte-doux petit">{detail}</span>
        </li>
      ))}
    </ul>
    {groupe.ilEnReste ? (
      <p className="petit">Il y en a d’autres. Ajoutez un mot pour préciser.</p>
    ) : null}
  </section>
);

const direLeCompte = (groupes: readonly GroupeTrouve[]): string => {
  const combien = groupes.reduce((somme, { trouvailles }) => somme + trouvailles.length, 0);
  const ilEnReste = groupes.some((groupe) => groupe.ilEnReste);
  return `${ilEnReste ? 'Plus de ' : ''}${accorder(combien, 'résultat')}.`;
};

/** La recherche de tout : une question, des réponses groupées par pièce. */
const Recherche = ({ loaderData: { racine, tapee, groupes } }: Route.ComponentProps) => (
  <div className="pile pile-large">
    <Titre chapeau={groupes.length === 0 ? undefined : direLeCompte(groupes)}>
      Que cherchez-vous ?
    </Titre>
    <search>
      <Form method="get" className="recherche-formulaire">
        <label htmlFor="recherche-question" className="invisible">
          Mots ou montant cherchés
        </label>
        <input
          id="recherche-question"
          name="q"
          type="search"
          className="saisie"
          defaultValue={tapee}
          key={tapee}
          placeholder="Commune, document, acte, montant"
          autoComplete="off"
        />
        <Bouton icone="loupe">Rechercher</Bouton>
      </Form>
    </search>
    {tapee !== '' && groupes.length === 0 ? (
      <Vide
        niveau={2}
        titre={`Rien ne répond à « ${tapee} »`}
        action={<BoutonLien vers={racine}>Revenir à l’accueil</BoutonLien>}
      >
        Essayez un seul mot, ou une partie du mot. Les accents et les majuscules ne comptent pas. Un
        montant s’écrit comme sur l’état : 11 518,23.
      </Vide>
    ) : null}
    {tapee === '' ? (
      <p className="mesure">
        Tapez le nom d’une commune, un mot d’une fiche ou d’une convention, une année, ou un montant
        tel qu’il figure sur un état : par exemple 11 518,23. Vous trouvez ce que vous avez le droit
        d’ouvrir.
      </p>
    ) : null}
    {groupes.map((groupe) => (
      <Groupe key={groupe.cle} groupe={groupe} racine={racine} />
    ))}
  </div>
);
export default Recherche;
