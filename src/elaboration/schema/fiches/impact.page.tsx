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
import { lireCourt, lireTexte } from '../saisie/formulaire.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { personnesPubliques } from './fiche.ts';
import { proposerImpact } from './impact.ts';
import { ImpactAEcrire } from './impact-a-ecrire.tsx';
import { empreinteDesImpacts } from './impact-enregistre.ts';
import { CHAMPS_D_IMPACT, type ImpactTape, lireImpact, taper } from './lire-impacts.ts';
import { exigerFiche } from './montrer-fiche.server.ts';
import { ecrireImpactDeFiche } from './rediger-fiche.server.ts';

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
    empreinte: empreinteDesImpacts(ecrits),
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
        tape:
          impact === undefined
            ? { transferts: '', creations: '', suppressions: '', cout: '', attribution: '' }
            : taper(impact),
      };
    }),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:rediger');
  const { fiche, cadre } = await exigerFiche(acces, params.fiche);
  const formulaire = await request.formData();
  const lus = personnesPubliques(cadre.epci.siren, fiche.perimetre).map((siren) => {
    const lire = (nom: keyof ImpactTape) => lireCourt(formulaire, `${siren}.${nom}`);
    const tape = Object.fromEntries(
      CHAMPS_D_IMPACT.map(({ nom }) => [nom, lire(nom)]),
    ) as unknown as ImpactTape;
    return { siren, tape, ...lireImpact(siren, tape) };
  });
  const tapes = Object.fromEntries(lus.map(({ siren, tape }) => [siren, tape]));
  const illisibles = lus.filter((ligne) => ligne.illisibles.length > 0);
  if (illisibles.length > 0) {
    const refus = illisibles.map((ligne) => ({
      code: 'nombre-illisible',
      message: `${cadre.nommer(ligne.siren)}, ${ligne.illisibles.join(' et ')} : écrivez un nombre, par exemple 0,50 ou -1 200. Créations et suppressions ne sont jamais négatives.`,
    }));
    return data({ refus, tapes }, { status: 422 });
  }
  const empreinteLue = lireTexte(formulaire, 'empreinte') ?? '';
  const impacts = lus.map(({ impact }) => impact);
  const { base, contexte, aujourdhui } = acces;
  const resultat = await dansTerritoire(base, contexte, (tx) =>
    ecrireImpactDeFiche(tx, contexte, fiche.id, { empreinteLue, impacts }, aujourdhui),
  );
  return resultat.ok
    ? redirect(`/t/${params.siren}/elaborer/schema/fiches/${fiche.id}`)
    : data({ refus: [resultat.refus], tapes }, { status: 409 });
};

const Page = () => {
  const { titre, code, lignes, empreinte, estPropose, chemin } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const tapes: Readonly<Record<string, ImpactTape>> = retour?.tapes ?? {};
  const aChange = retour?.refus.some((motif) => motif.code === 'impact-change') === true;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={`Fiche ${code}, ${titre}`}
        chapeau="Le code exige l’impact sur les effectifs et sur les dépenses de fonctionnement, pour l’intercommunalité et chaque commune concernée. Zéro se dit ; le vide n’est pas zéro."
      >
        Qu’est-ce que cela change pour chacun ?
      </Titre>
      {retour === undefined ? null : (
        <MotifsDeRefus titre="Rien n’a été enregistré" refus={retour.refus} />
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
      <Form method="post" className="pile">
        <input type="hidden" name="empreinte" value={empreinte} />
        <ImpactAEcrire lignes={lignes} tapes={tapes} montrerEnLigne={aChange} />
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
