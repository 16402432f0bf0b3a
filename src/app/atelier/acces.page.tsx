import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit, listerAcces, listerLiens } from '../../socle/acces/index.server.ts';
import { etatDuLien, ROLES } from '../../socle/acces/index.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { Encadre, Titre } from '../../socle/ui/index.ui.ts';
import { faireGesteDAcces } from './gestes-d-acces.server.ts';
import { LiensDesCommunes } from './liens-des-communes.tsx';
import { LiensNouveaux } from './liens-nouveaux.tsx';
import { PersonnesDuTerritoire } from './personnes-du-territoire.tsx';

export const meta = () => [{ title: 'Personnes et liens – Ensemblier' }];
export const handle = { titre: 'Accès' };

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'acces:gerer');
  const { collectivites, personnes, liens } = await dansTerritoire(base, contexte, async (tx) => ({
    collectivites: await lireCollectivites(tx),
    personnes: await listerAcces(tx),
    liens: await listerLiens(tx),
  }));
  const noms = new Map(collectivites.map(({ siren, nom }) => [siren, nom]));
  return {
    communes: collectivites.map(({ siren, nom, type, jusquA }) => ({
      siren,
      nom,
      estCommune: type === 'commune' && jusquA === null,
      liens: liens
        .filter(({ collectivite }) => collectivite === siren)
        .map((lien) => ({ ...lien, etat: etatDuLien(lien, aujourdhui) })),
    })),
    personnes: personnes.map((personne) => ({
      ...personne,
      roleEcrit: ROLES[personne.role].libelle,
      commune: personne.collectivite === null ? null : (noms.get(personne.collectivite) ?? null),
    })),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'acces:gerer');
  const issue = await faireGesteDAcces(acces, await request.formData());
  return data(issue, { status: issue.refus === '' ? 200 : 422 });
};

export default function Acces() {
  const { communes, personnes } = useLoaderData<typeof loader>();
  const issue = useActionData<typeof action>();
  return (
    <div className="pile pile-large">
      <Titre chapeau="Une commune entre par son lien personnel, sans compte. Une personne qui travaille dans l’atelier a un compte et un rôle.">
        Qui peut entrer, et par où ?
      </Titre>
      {issue === undefined || issue.refus === '' ? null : (
        <Encadre ton="refus" annonce>
          <p>{issue.refus}</p>
        </Encadre>
      )}
      {issue === undefined || issue.fait === '' ? null : (
        <Encadre ton="reussite" annonce>
          <p>{issue.fait}</p>
        </Encadre>
      )}
      {issue === undefined || issue.liens.length === 0 ? null : (
        <LiensNouveaux liens={issue.liens} />
      )}
      <LiensDesCommunes communes={communes} />
      <PersonnesDuTerritoire
        personnes={personnes}
        communes={communes}
        erreurs={issue?.erreurs ?? {}}
      />
    </div>
  );
}
