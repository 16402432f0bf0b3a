import '../../schema.css';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerLienCommune } from '../../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../../socle/base/index.server.ts';
import { formaterJour } from '../../../../socle/ui/index.ts';
import { BoutonLien, PageSimple, Pastille, Titre, Vide } from '../../../../socle/ui/index.ui.ts';
import { lireCourt } from '../../saisie/formulaire.ts';
import { MotifsDeRefus } from '../../saisie/motifs-de-refus.tsx';
import { annulerEvenement } from '../adopter.server.ts';
import { FormulaireDAvis } from '../formulaire-d-avis.tsx';
import { ETATS } from '../frise-des-avis.ts';
import { lireAvis, lireAvisTape } from '../lire-avis.ts';
import { lirePiece } from '../lire-piece.server.ts';
import { rendreAvis } from '../rendre-avis.server.ts';
import { type AvisMontre, montrerAvis } from './montrer-avis.server.ts';
import { AvisDepose, DocumentsDeLaCommune, EffetsPourLaCommune } from './parties-de-la-page.tsx';

export const meta = () => [{ title: 'L’avis de votre conseil municipal – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerLienCommune(request, params.jeton);
  return {
    epci: acces.territoire.nom,
    couleur: acces.territoire.couleur ?? undefined,
    commune: acces.collectivite.nom,
    aujourdhui: acces.aujourdhui,
    chemin: acces.chemin,
    lu: await montrerAvis(acces),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerLienCommune(request, params.jeton);
  const { base, contexte, aujourdhui, collectivite, chemin } = acces;
  const formulaire = await request.formData();
  if (lireCourt(formulaire, 'geste') === 'annuler') {
    const cible = {
      id: lireCourt(formulaire, 'evenement'),
      motif: lireCourt(formulaire, 'motif'),
    };
    const fait = await dansTerritoire(base, contexte, (tx) =>
      annulerEvenement(tx, contexte, cible, { aujourdhui }),
    );
    return fait.ok
      ? redirect(`${chemin}/avis`)
      : data({ refus: fait.refus, tape: undefined }, { status: 422 });
  }
  const tape = lireAvisTape(formulaire);
  const avis = lireAvis(tape);
  if (!avis.ok) return data({ refus: avis.refus, tape }, { status: 422 });
  const complet = {
    ...avis.valeur,
    siren: collectivite.siren,
    piece: await lirePiece(formulaire),
  };
  const rendu = await dansTerritoire(base, contexte, (tx) =>
    rendreAvis(tx, contexte, complet, aujourdhui),
  );
  return rendu.ok
    ? redirect(`${chemin}/avis`)
    : data({ refus: rendu.refus, tape }, { status: 422 });
};

const direLeDelai = (
  { recueLe, echeance, article }: AvisMontre['situation'],
  aujourdhui: string,
  estRendu: boolean,
): string => {
  if (recueLe === null || echeance === null) return '';
  if (estRendu) return `Rapport reçu le ${formaterJour(recueLe)}.`;
  const peut = aujourdhui > echeance ? 'pouvait' : 'peut';
  const vaut = aujourdhui > echeance ? 'valait' : 'vaut';
  return `Rapport reçu le ${formaterJour(recueLe)}. Le conseil ${peut} se prononcer jusqu’au ${formaterJour(echeance, { semaine: true })} inclus ; son silence ${vaut} avis favorable (${article ?? ''}).`;
};

const Page = () => {
  const { epci, couleur, commune, aujourdhui, chemin, lu } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const ici = `${chemin}/avis`;
  const retourner = (
    <BoutonLien vers={chemin} ton="secondaire">
      Revenir à l’espace de la commune
    </BoutonLien>
  );
  if (lu === null) {
    return (
      <PageSimple identite={{ nom: epci, couleur }} contexte={commune}>
        <div className="pile pile-large">
          <Titre>L’avis du conseil municipal</Titre>
          <Vide niveau={2} titre="Rien n’est attendu pour l’instant" action={retourner}>
            Quand {epci} transmettra son rapport, vous trouverez ici le document et le formulaire
            d’avis.
          </Vide>
        </div>
      </PageSimple>
    );
  }
  const { situation, avis, approuveLe } = lu;
  const enAttente = avis === null && approuveLe === null;
  return (
    <PageSimple identite={{ nom: epci, couleur }} contexte={commune}>
      <div className="pile pile-large">
        <Titre
          surtitre={`${approuveLe === null ? 'Projet de schéma' : 'Schéma'} de mutualisation ${lu.mandat}`}
          chapeau={
            <>
              <Pastille etat={ETATS[situation.statut]}>{situation.phrase}</Pastille>{' '}
              {direLeDelai(situation, aujourdhui, avis !== null && situation.tardiveLe === null)}
            </>
          }
        >
          {approuveLe === null
            ? 'Quel est l’avis de votre conseil municipal ?'
            : `Le schéma est approuvé depuis le ${formaterJour(approuveLe)}`}
        </Titre>
        {retour === undefined ? null : (
          <MotifsDeRefus titre="Rien n’a été enregistré" refus={retour.refus} />
        )}
        {avis === null ? null : (
          <AvisDepose
            avis={avis}
            estTardif={situation.tardiveLe !== null}
            corrigeable={approuveLe === null}
          />
        )}
        <EffetsPourLaCommune effets={lu.effets} nom={commune} />
        <DocumentsDeLaCommune documents={lu.documents} chemin={ici} enAttente={enAttente} />
        {enAttente && situation.recueLe !== null ? (
          <section className="carte pile" aria-labelledby="deposer">
            <h2 id="deposer">Déposer l’avis</h2>
            {situation.echeance !== null && aujourdhui > situation.echeance ? (
              <p>
                Le délai est passé : une délibération postérieure au{' '}
                {formaterJour(situation.echeance)} sera gardée au dossier sans changer l’avis réputé
                favorable.
              </p>
            ) : null}
            <FormulaireDAvis
              tape={retour?.tape}
              recueLe={situation.recueLe}
              aujourdhui={aujourdhui}
              bouton="Déposer l’avis"
            />
          </section>
        ) : null}
        <div className="rang">{retourner}</div>
      </div>
    </PageSimple>
  );
};
export default Page;
