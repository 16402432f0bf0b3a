import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { BoutonLien, GesteRefuse, Titre } from '../../socle/ui/index.ui.ts';
import { AdhesionsDuService } from './adhesions-du-service.tsx';
import { lireAgentsDuService } from './agents.sql.server.ts';
import { defautDeSituation, dresserBilan } from './agents.ts';
import { AgentsEnTableau } from './agents-en-tableau.tsx';
import { faireGesteDeService } from './gestes.server.ts';
import { adhesionsAOuvrir, conventionDuService, conventionEnVigueur } from './naitre.server.ts';
import { statutLe } from './service.ts';
import { lireServiceCommun } from './services-communs.sql.server.ts';

export const handle = { titre: 'Service commun' };
export const meta = () => [{ title: 'Service commun – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'convention:lire');
  const { base, contexte, aujourdhui, peut } = acces;
  return dansTerritoire(base, contexte, async (tx) => {
    const service = await lireServiceCommun(tx, contexte, params.service ?? '');
    if (service === null)
      return interrompre(404, 'Ce service commun n’existe pas', 'Revenez à la liste des services.');
    const collectivites = await lireCollectivites(tx);
    const noms = new Map(collectivites.map(({ siren, nom }) => [siren, nom]));
    const convention = await conventionDuService(tx, contexte, service);
    const agents = peut('agents:nominatif')
      ? await lireAgentsDuService(tx, contexte, service.id)
      : [];
    return {
      racine: `/t/${params.siren}/mettre-en-oeuvre`,
      chemin: `/t/${params.siren}/mettre-en-oeuvre/services-communs/${service.id}`,
      aujourdhui,
      nom: service.nom,
      ficheCode: service.ficheCode,
      gestionnaire: noms.get(service.gestionnaire) ?? '',
      convention: convention === null ? null : { id: convention.id, titre: convention.titre },
      peutRediger: peut('convention:rediger'),
      voitLesAgents: peut('agents:nominatif'),
      voitLesEtats: peut('cout:lire'),
      aOuvrir: adhesionsAOuvrir(
        service,
        await conventionEnVigueur(tx, contexte, service, aujourdhui),
        aujourdhui,
      ).map((siren) => noms.get(siren) ?? siren),
      communes: collectivites
        .filter(({ type }) => type === 'commune')
        .toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr'))
        .map(({ siren, nom }) => ({
          siren,
          nom,
          ...statutLe(service.adhesions, siren, aujourdhui),
          acte: service.adhesions.findLast((une) => une.collectivite === siren)?.acte ?? '',
        })),
      bilan: dresserBilan(agents),
      agents: agents.map((agent) => ({
        collectivite: agent.collectivite,
        employeur: noms.get(agent.collectivite) ?? agent.collectivite,
        matricule: agent.matricule,
        metier: agent.metier,
        categorie: agent.categorie,
        situation: agent.situation,
        quotite: agent.quotite,
        etpCentiemes: agent.etpCentiemes,
        defaut: defautDeSituation(agent),
      })),
    };
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'convention:rediger');
  const fait = await faireGesteDeService(acces, params.service ?? '', await request.formData());
  if (!fait.ok) return data({ refus: fait.refus }, { status: 422 });
  return redirect(
    `/t/${params.siren}/mettre-en-oeuvre/services-communs/${params.service}?fait=${fait.valeur}`,
  );
};

/** Un service commun : ses membres, ses agents, sa convention, ses exercices. */
export default function Service() {
  const lu = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const { nom, ficheCode, gestionnaire, convention, peutRediger, voitLesEtats } = lu;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={
          ficheCode === null ? 'Service commun' : `Service commun né de la fiche ${ficheCode}`
        }
        chapeau={`Géré par ${gestionnaire}.`}
        actions={
          <>
            {convention === null ? null : (
              <BoutonLien vers={`${lu.racine}/conventions/${convention.id}`} icone="document">
                Ouvrir la convention
              </BoutonLien>
            )}
            {voitLesEtats ? (
              <BoutonLien vers={`${lu.racine}/refacturation`} ton="secondaire">
                Ce qu’il coûte
              </BoutonLien>
            ) : null}
          </>
        }
      >
        {nom}
      </Titre>
      {retour === undefined ? null : <GesteRefuse refus={retour.refus} />}
      <AdhesionsDuService
        communes={lu.communes}
        aOuvrir={lu.aOuvrir}
        peutRediger={peutRediger}
        aujourdhui={lu.aujourdhui}
      />
      {lu.voitLesAgents ? (
        <AgentsEnTableau
          chemin={lu.chemin}
          agents={lu.agents}
          bilan={lu.bilan}
          peutRediger={peutRediger}
        />
      ) : null}
    </div>
  );
}
