import '../schema.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { Bouton, BoutonLien, Encadre, Titre } from '../../../socle/ui/index.ui.ts';
import { lireCourt } from '../saisie/formulaire.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { personnesPubliques } from './fiche.ts';
import { type ImpactPrevisionnel, proposerImpact } from './impact.ts';
import { ImpactAEcrire } from './impact-a-ecrire.tsx';
import {
  type ImpactTape,
  lireImpact,
  lireTape,
  nommerLeChamp,
  TAPE_VIDE,
  taper,
} from './lire-impacts.ts';
import { exigerFiche } from './montrer-fiche.server.ts';
import { ecrireImpactDeFiche } from './rediger-fiche.server.ts';

export { relireApresRefus as shouldRevalidate } from '../../../socle/formulaires/index.ts';
export const handle = { titre: 'Impact' };
export const meta = () => [{ title: 'Impact par personne publique – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:rediger');
  const { fiche, actuels, cadre } = await exigerFiche(acces, params.fiche);
  if (fiche.etat === 'prete') {
    throw redirect(`/t/${params.siren}/elaborer/schema/fiches/${fiche.id}`);
  }
  const proposes = proposerImpact(fiche.forme, actuels, cadre.epci.siren, fiche.perimetre);
  const ecrits = fiche.impactParPersonnePublique;
  return {
    chemin: `/t/${params.siren}/elaborer/schema/fiches/${fiche.id}`,
    titre: fiche.titre,
    code: fiche.code,
    estPropose: ecrits.length === 0,
    lignes: personnesPubliques(cadre.epci.siren, fiche.perimetre).map((siren) => {
      const impact = (ecrits.length === 0 ? proposes : ecrits).find(
        ({ collectivite }) => collectivite === siren,
      );
      const moyens = actuels.parCollectivite.find(({ collectivite }) => collectivite === siren);
      return {
        siren,
        nom: cadre.nommer(siren),
        etpCentiemes: moyens?.etpCentiemes ?? 0,
        etpEntierCentiemes: moyens?.etpEntierCentiemes ?? 0,
        tape: impact === undefined ? TAPE_VIDE : taper(impact),
      };
    }),
  };
};

const parSiren = (impacts: readonly ImpactPrevisionnel[]): Readonly<Record<string, ImpactTape>> =>
  Object.fromEntries(impacts.map((impact) => [impact.collectivite, taper(impact)]));

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:rediger');
  const { fiche, cadre } = await exigerFiche(acces, params.fiche);
  const formulaire = await request.formData();
  const lire = (siren: string, suffixe: string) =>
    lireImpact(
      siren,
      lireTape((nom) => lireCourt(formulaire, `${siren}.${nom}${suffixe}`)),
    );
  const personnes = personnesPubliques(cadre.epci.siren, fiche.perimetre);
  const envoyes = personnes.map((siren) => lire(siren, ''));
  const tapes = Object.fromEntries(envoyes.map(({ impact, tape }) => [impact.collectivite, tape]));
  const illisibles = envoyes.filter((ligne) => ligne.illisibles.length > 0);
  if (illisibles.length > 0) {
    const refus = illisibles.map(({ impact, illisibles: champs }) => ({
      code: 'nombre-illisible',
      message: `${cadre.nommer(impact.collectivite)}, ${champs.join(' et ')} : écrivez un nombre, par exemple 0,50 ou -1 200. Créations et suppressions ne sont jamais négatives.`,
    }));
    return data({ refus, tapes, conflit: null }, { status: 422 });
  }
  const envoi = {
    lus: personnes.map((siren) => lire(siren, '.lu').impact),
    impacts: envoyes.map(({ impact }) => impact),
  };
  const { base, contexte, aujourdhui } = acces;
  const resultat = await dansTerritoire(base, contexte, (tx) =>
    ecrireImpactDeFiche(tx, contexte, fiche.id, envoi, aujourdhui),
  );
  if (!resultat.ok) {
    return data({ refus: [resultat.refus], tapes, conflit: null }, { status: 409 });
  }
  if (resultat.valeur.issue === 'conflit') {
    const { fusion, enLigne, parQui } = resultat.valeur;
    const champs = fusion.conflits.map(nommerLeChamp);
    return data(
      {
        refus: [],
        tapes: parSiren(fusion.impacts),
        conflit: { parQui, champs, enLigne: parSiren(enLigne) },
      },
      { status: 409 },
    );
  }
  const repris = resultat.valeur.reprises.map(cadre.nommer).join(', ');
  const suite = repris === '' ? '' : `?repris=${encodeURIComponent(`impact de ${repris}`)}`;
  return redirect(`/t/${params.siren}/elaborer/schema/fiches/${fiche.id}${suite}`);
};

const Page = () => {
  const { titre, code, lignes, estPropose, chemin } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const tapes: Readonly<Record<string, ImpactTape>> = retour?.tapes ?? {};
  const conflit = retour?.conflit ?? null;
  // Après un conflit, ce que l’autre a enregistré devient ce qu’on a lu.
  const montrees = lignes.map((ligne) => ({
    ...ligne,
    tape: conflit?.enLigne[ligne.siren] ?? ligne.tape,
  }));
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={`Fiche ${code}, ${titre}`}
        chapeau="Le code exige l’impact sur les effectifs et sur les dépenses de fonctionnement, pour l’intercommunalité et chaque commune concernée. Zéro se dit ; le vide n’est pas zéro."
      >
        Qu’est-ce que cela change pour chacun ?
      </Titre>
      {retour === undefined || retour.refus.length === 0 ? null : (
        <MotifsDeRefus titre="Rien n’a été enregistré" refus={retour.refus} />
      )}
      {conflit === null ? null : (
        <Encadre ton="attention" annonce titre="Vous étiez deux à écrire">
          <p>
            {conflit.parQui} a enregistré cet impact pendant que vous l’écriviez. Là où vous
            différez, sa valeur est montrée sous la vôtre ; le reste est déjà réuni. Gardez les
            bonnes, puis enregistrez.
          </p>
        </Encadre>
      )}
      {estPropose && retour === undefined ? (
        <Encadre titre="Proposé d’après la grille RH">
          <p>
            Quand la forme change l’employeur, les agents entièrement affectés au service sont
            proposés au transfert, avec leur coût. Les agents à temps partagé gardent leur commune.
            Relisez, corrigez, enregistrez.
          </p>
        </Encadre>
      ) : null}
      <Form method="post" className="pile" key={JSON.stringify(conflit)}>
        <ImpactAEcrire lignes={montrees} tapes={tapes} enConflit={conflit?.champs ?? []} />
        <div className="rang">
          <Bouton>Enregistrer l’impact</Bouton>
          <BoutonLien vers={chemin} ton="discret">
            Revenir sans enregistrer
          </BoutonLien>
        </div>
      </Form>
    </div>
  );
};
export default Page;
