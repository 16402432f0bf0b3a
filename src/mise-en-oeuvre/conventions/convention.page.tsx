import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerAussi, exigerDroit } from '../../socle/acces/index.server.ts';
import { BoutonLien, Frise, GesteRefuse, Titre } from '../../socle/ui/index.ui.ts';
import { Avertissements } from './avertissements.tsx';
import { DocumentsDeLaConvention } from './documents.tsx';
import { EtapesDeLaConvention } from './etapes.tsx';
import { FaitsDeLaConvention } from './faits.tsx';
import { droitDuGeste, faireGesteDeConvention } from './gestes.server.ts';
import { PassagesDeLaConvention } from './passages.tsx';
import { preparerConvention } from './preparer-convention.server.ts';

export const handle = { titre: 'Convention' };
export const meta = () => [{ title: 'Convention – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  preparerConvention(
    await exigerDroit(request, params.siren, 'convention:lire'),
    params.convention ?? '',
    `/t/${params.siren}/mettre-en-oeuvre`,
  );

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'convention:rediger');
  const formulaire = await request.formData();
  exigerAussi(acces, droitDuGeste(formulaire));
  const fait = await faireGesteDeConvention(acces, params.convention ?? '', formulaire);
  if (!fait.ok) return data({ refus: fait.refus }, { status: 422 });
  return redirect(
    `/t/${params.siren}/mettre-en-oeuvre/conventions/${fait.valeur ?? params.convention}`,
  );
};

/** Une convention : ce qui manque au regard du droit, qui agit, et tout ce qui s’est passé. */
export default function PageDeConvention() {
  const lu = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const { chemin, titre, sorte, controle, frise, aujourdhui } = lu;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={sorte}
        chapeau={`${lu.parties.length} parties. Version ${lu.version.numero}${lu.version.figeeLe === null ? ', en cours de rédaction' : ', figée'}.`}
        actions={
          <>
            {lu.peutRediger && !lu.estSignee ? (
              <BoutonLien vers={`${chemin}/redaction/objet`} icone="document">
                Rédiger
              </BoutonLien>
            ) : null}
            {lu.serviceChemin === null ? null : (
              <BoutonLien vers={lu.serviceChemin} ton="secondaire">
                Voir le service
              </BoutonLien>
            )}
          </>
        }
      >
        {titre}
      </Titre>
      {retour === undefined ? null : <GesteRefuse refus={retour.refus} />}
      <EtapesDeLaConvention controle={controle} />
      <PassagesDeLaConvention
        controle={controle}
        parties={lu.parties}
        peut={lu.peut}
        liens={{ chemin, fiche: lu.ficheChemin }}
        aujourdhui={aujourdhui}
      />
      <Avertissements avertissements={controle.avertissements} echeances={controle.echeances} />
      {frise.pistes.length === 0 ? null : (
        <section className="pile" aria-labelledby="frise">
          <h2 id="frise">Dans le temps</h2>
          <Frise
            pistes={frise.pistes}
            debut={frise.debut}
            fin={frise.fin}
            aujourdhui={aujourdhui}
          />
        </section>
      )}
      <DocumentsDeLaConvention
        chemin={chemin}
        peutTelecharger={lu.peutTelecharger}
        documents={lu.documents}
        versions={lu.versions}
        clauses={lu.clauses}
        manques={lu.manques}
      />
      <FaitsDeLaConvention
        faits={lu.faits}
        parties={lu.parties}
        correspondant={lu.correspondant}
        peutRediger={lu.peutRediger}
        avenant={lu.enVigueur && lu.peutRediger}
      />
    </div>
  );
}
