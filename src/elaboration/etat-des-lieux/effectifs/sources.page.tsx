import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { exigerDroit } from '../../../socle/acces/index.server.ts';
import { accorder, formaterMontantEuros, formaterNombre } from '../../../socle/ui/index.ts';
import { BoutonLien, Tableau, Titre, Vide } from '../../../socle/ui/index.ui.ts';
import { preparerSources } from './preparer-sources.server.ts';

export const handle = { titre: 'Cellules d’un total' };
export const meta = () => [{ title: 'Cellules d’un total – Effectifs – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'agents:nominatif');
  return preparerSources(acces, new URL(request.url).searchParams);
};

/** Ce qui fait un total : une ligne par agent, la cellule du fichier rendu, la part comptée. */
export default function Sources() {
  const { titre, sources, total, chemin, collectivites, services } = useLoaderData<typeof loader>();
  return (
    <div className="pile pile-large">
      <Titre
        surtitre="Effectifs · d’où vient ce total ?"
        chapeau={`${accorder(sources.length, 'agent')}, ${formaterNombre(total.etpCentiemes / 100, { min: 2 })} ETP, ${formaterMontantEuros(total.coutCentimes)} par an : la somme exacte des lignes ci-dessous.`}
        actions={
          <BoutonLien vers={chemin} ton="secondaire" icone="gauche">
            Revenir aux effectifs
          </BoutonLien>
        }
      >
        {titre}
      </Titre>
      {sources.length === 0 ? (
        <Vide
          niveau={2}
          titre="Aucun agent ici"
          action={<BoutonLien vers={chemin}>Revenir aux effectifs</BoutonLien>}
        >
          Ce total est vide : aucune ligne enregistrée ne lui correspond.
        </Vide>
      ) : (
        <Tableau
          legende="Les cellules qui font ce total"
          legendeVisible={false}
          colonnes={[
            { titre: 'Agent' },
            { titre: 'Collectivité' },
            { titre: 'Service principal' },
            { titre: 'Part comptée', estNombre: true },
            { titre: 'ETP compté', estNombre: true },
            { titre: 'Coût compté', estNombre: true },
            { titre: 'ETP lu dans' },
            { titre: 'Coût lu dans' },
          ]}
          lignes={sources.map((source) => ({
            cle: source.ligneId,
            cellules: [
              `${source.matricule} · ${source.metier}`,
              collectivites[source.collectivite] ?? source.collectivite,
              services[source.service] ?? source.service,
              `${formaterNombre(source.part)}\u00a0%`,
              formaterNombre(source.etpCentiemes / 100, { min: 2 }),
              formaterMontantEuros(source.coutCentimes),
              source.origineEtp,
              source.origineCout,
            ],
          }))}
          total={[
            'Total',
            '',
            '',
            '',
            formaterNombre(total.etpCentiemes / 100, { min: 2 }),
            formaterMontantEuros(total.coutCentimes),
            '',
            '',
          ]}
        />
      )}
    </div>
  );
}
