import '../schema.css';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit, interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { formaterJour } from '../../../socle/ui/index.ts';
import { BoutonLien, Encadre, Pastille, Titre } from '../../../socle/ui/index.ui.ts';
import { lireCourt } from '../saisie/formulaire.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { DocumentsDuSchema } from './documents-du-schema.tsx';
import { peutAnnulerIci, peutRendreLAvis } from './droits-sur-l-avis.ts';
import { evenementsVivants } from './evenements.ts';
import { FormulaireDAvis } from './formulaire-d-avis.tsx';
import { ETATS } from './frise-des-avis.ts';
import { faireGeste } from './gestes-d-adoption.server.ts';
import { lireAvis, lireAvisTape } from './lire-avis.ts';
import { lirePiece } from './lire-piece.server.ts';
import { montrerAvisDeCommune } from './montrer-avis-de-commune.server.ts';
import { ProjetDeDeliberation } from './projet-de-deliberation.tsx';
import { RegistreDesEvenements } from './registre-des-evenements.tsx';
import { rendreAvis } from './rendre-avis.server.ts';

export const handle = { titre: 'Avis de la commune' };
export const meta = () => [{ title: 'L’avis d’une commune – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:lire');
  const lu = await montrerAvisDeCommune(acces, params.commune);
  return {
    ...lu,
    chemin: `/t/${params.siren}/elaborer/adoption`,
    versions: `/t/${params.siren}/elaborer/schema/versions`,
    peutAdopter: acces.peut('schema:adopter'),
    peutRendre: peutRendreLAvis(acces, params.commune),
    annulables: evenementsVivants(lu.evenements)
      .filter((evenement) => peutAnnulerIci(acces, params.commune, evenement))
      .map(({ id }) => id),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'avis:rendre');
  if (!peutRendreLAvis(acces, params.commune))
    return interrompre(
      403,
      'Cet avis n’est pas celui de votre commune',
      'Vous pouvez rendre l’avis de votre seule commune : revenez à votre accueil.',
    );
  const formulaire = await request.formData();
  const ici = `/t/${params.siren}/elaborer/adoption/communes/${params.commune}`;
  if (lireCourt(formulaire, 'geste') === 'annuler') {
    const fait = await faireGeste(acces, formulaire);
    return fait.ok ? redirect(ici) : data({ refus: fait.refus, tape: undefined }, { status: 422 });
  }
  const tape = lireAvisTape(formulaire);
  const avis = lireAvis(tape);
  if (!avis.ok) return data({ refus: avis.refus, tape }, { status: 422 });
  const { base, contexte, aujourdhui } = acces;
  const complet = {
    ...avis.valeur,
    siren: params.commune ?? '',
    piece: await lirePiece(formulaire),
  };
  const rendu = await dansTerritoire(base, contexte, (tx) =>
    rendreAvis(tx, contexte, complet, aujourdhui),
  );
  return rendu.ok ? redirect(ici) : data({ refus: rendu.refus, tape }, { status: 422 });
};

const Page = () => {
  const lu = useLoaderData<typeof loader>();
  const { situation, evenements, annulables, chemin, peutAdopter, peutRendre, aujourdhui } = lu;
  const retour = useActionData<typeof action>();
  const { recueLe, echeance, avisId } = situation;
  const deliberation = `${chemin}/communes/${situation.siren}/deliberation`;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={
          lu.estApprouve
            ? 'Avis sur le schéma, aujourd’hui approuvé'
            : 'Avis sur le projet de schéma'
        }
        chapeau={
          <>
            <Pastille etat={ETATS[situation.statut]}>{situation.phrase}</Pastille>{' '}
            {recueLe === null || echeance === null
              ? ''
              : `Rapport reçu le ${formaterJour(recueLe)} ; dernier jour : ${formaterJour(echeance, { semaine: true })} (${situation.article ?? ''}).`}
          </>
        }
      >
        {`L’avis de ${situation.nom}`}
      </Titre>
      {retour === undefined ? null : (
        <MotifsDeRefus titre="Rien n’a été enregistré" refus={retour.refus} />
      )}
      {recueLe === null ? (
        <Encadre titre="Ce conseil n’est pas encore saisi">
          <p>
            {peutAdopter ? (
              <BoutonLien vers={`${chemin}/saisines`}>Saisir la commune</BoutonLien>
            ) : (
              'La pilote enregistrera la date à laquelle la commune reçoit le rapport.'
            )}
          </p>
        </Encadre>
      ) : (
        <>
          <DocumentsDuSchema documents={lu.documents} chemin={lu.versions} />
          {lu.estApprouve ? null : <ProjetDeDeliberation chemin={deliberation} />}
        </>
      )}
      {situation.aUnePiece ? (
        <p>
          <a href={`${chemin}/pieces/${avisId ?? ''}`} download>
            Télécharger la délibération déposée
          </a>
        </p>
      ) : null}
      {recueLe !== null && avisId === null && peutRendre ? (
        <section className="carte pile" aria-labelledby="avis">
          <h2 id="avis">Enregistrer l’avis</h2>
          <FormulaireDAvis
            tape={retour?.tape}
            recueLe={recueLe}
            aujourdhui={aujourdhui}
            bouton="Enregistrer l’avis"
          />
        </section>
      ) : null}
      {evenements.length === 0 ? null : (
        <details>
          <summary>Ce qui s’est passé, jour par jour</summary>
          <RegistreDesEvenements
            evenements={evenements}
            annulables={annulables}
            nommer={() => situation.nom}
            dUneCommune
          />
        </details>
      )}
    </div>
  );
};
export default Page;
