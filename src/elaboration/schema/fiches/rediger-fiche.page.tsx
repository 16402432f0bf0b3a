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
import { formaterJour } from '../../../socle/ui/index.ts';
import { Bouton, BoutonLien, Encadre, Titre } from '../../../socle/ui/index.ui.ts';
import { ChampsRediges } from '../saisie/champs-rediges.tsx';
import { lireTexte } from '../saisie/formulaire.ts';
import { lireSaisie } from '../saisie/lire-saisie.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { CHAMPS_DE_FICHE, CHAMPS_FACULTATIFS, PARTIES_DE_FICHE } from './champs-de-fiche.ts';
import { exigerFiche } from './montrer-fiche.server.ts';
import { redigerFiche } from './rediger-fiche.server.ts';

export const handle = { titre: 'Rédiger la fiche' };
export const meta = () => [{ title: 'Rédiger la fiche – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:rediger');
  const { fiche } = await exigerFiche(acces, params.fiche);
  const { id, code, titre, version, redaction, etat } = fiche;
  if (etat === 'prete') throw redirect(`/t/${params.siren}/elaborer/schema/fiches/${id}`);
  return {
    chemin: `/t/${params.siren}/elaborer/schema/fiches/${id}`,
    fiche: { code, titre, version, redaction },
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:rediger');
  const formulaire = await request.formData();
  const { redaction, erreurs } = lireSaisie(CHAMPS_DE_FICHE, (nom) => lireTexte(formulaire, nom));
  if (Object.keys(erreurs).length > 0) {
    return data({ redaction, erreurs, conflit: null, refus: null }, { status: 422 });
  }
  const version = Number(lireTexte(formulaire, 'version'));
  const id = params.fiche ?? '';
  const resultat = await dansTerritoire(base, contexte, (tx) =>
    redigerFiche(tx, contexte, id, { version, redaction }, aujourdhui),
  );
  if (!resultat.ok) {
    return data({ redaction, erreurs, conflit: null, refus: [resultat.refus] }, { status: 409 });
  }
  if (resultat.valeur.issue === 'conflit') {
    const { conflit } = resultat.valeur;
    return data({ redaction: conflit.redaction, erreurs, conflit, refus: null }, { status: 409 });
  }
  const repris = resultat.valeur.repris.map(({ libelle }) => libelle.toLowerCase()).join(', ');
  const suite = repris === '' ? '' : `?repris=${encodeURIComponent(repris)}`;
  return redirect(`/t/${params.siren}/elaborer/schema/fiches/${id}${suite}`);
};

const Page = () => {
  const { fiche, chemin } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const conflit = retour?.conflit ?? null;
  const enErreur = Object.keys(retour?.erreurs ?? {}).length;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={`Fiche ${fiche.code}`}
        chapeau="Deux à quatre pages, lisibles par un conseiller municipal. Les chiffres viennent des données."
      >
        {fiche.titre}
      </Titre>
      {retour?.refus == null ? null : (
        <MotifsDeRefus
          titre="Rien n’a été enregistré"
          refus={retour.refus}
          action={<BoutonLien vers={chemin}>Revenir à la fiche</BoutonLien>}
        />
      )}
      {enErreur === 0 ? null : (
        <Encadre ton="refus" annonce titre="Rien n’a été enregistré">
          <p>Corrigez les champs signalés : ce que vous avez écrit est encore là.</p>
        </Encadre>
      )}
      {conflit === null ? null : (
        <Encadre ton="attention" annonce titre="Vous étiez deux à écrire">
          <p>
            {conflit.parQui} a enregistré la fiche le {formaterJour(conflit.le)} pendant que vous
            écriviez. Les deux textes sont montrés là où ils diffèrent ; le reste est déjà réuni.
            Choisissez, puis enregistrez.
          </p>
        </Encadre>
      )}
      <Form
        method="post"
        noValidate
        className="formulaire formulaire-de-travail"
        key={conflit?.versionEnLigne}
      >
        <input type="hidden" name="version" value={conflit?.versionEnLigne ?? fiche.version} />
        {PARTIES_DE_FICHE.map(({ titre, champs }) => (
          <section key={titre} className="pile carte">
            <h2>{titre}</h2>
            <ChampsRediges
              champs={champs}
              redaction={retour?.redaction ?? fiche.redaction}
              erreurs={retour?.erreurs ?? {}}
              conflits={conflit?.conflits ?? []}
              parQui={conflit?.parQui ?? ''}
              estExige={(nom) => !CHAMPS_FACULTATIFS.has(nom)}
            />
          </section>
        ))}
        <div className="rang">
          <Bouton>Enregistrer la fiche</Bouton>
          <BoutonLien vers={chemin} ton="discret">
            Revenir sans enregistrer
          </BoutonLien>
        </div>
      </Form>
    </div>
  );
};
export default Page;
