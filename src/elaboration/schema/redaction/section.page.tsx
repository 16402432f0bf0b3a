import '../schema.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { exigerDroit, interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { formaterJour } from '../../../socle/ui/index.ts';
import { Bouton, BoutonLien, Encadre, Titre } from '../../../socle/ui/index.ui.ts';
import { mandatAu } from '../mandat.ts';
import { ChampsRediges } from '../saisie/champs-rediges.tsx';
import { lireTexte } from '../saisie/formulaire.ts';
import { lireSaisie } from '../saisie/lire-saisie.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { lireSchema, ouvrirSchema } from '../schema.sql.server.ts';
import { redigerSection } from './rediger-section.server.ts';
import { lireSections } from './sections.sql.server.ts';
import { champsExiges, SECTIONS, type SectionDuSchema, trouverSection } from './sections.ts';

export const handle = { titre: 'Rédiger' };

const exigerSection = (code: string | undefined): SectionDuSchema => {
  const section = trouverSection(code);
  return (
    section ??
    interrompre(404, 'Cette section n’existe pas', 'Revenez au schéma et choisissez une section.')
  );
};

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:rediger');
  const section = exigerSection(params.section);
  const { base, contexte } = acces;
  const redigee = await dansTerritoire(base, contexte, async (tx) => {
    const schema = await lireSchema(tx, contexte);
    const toutes = schema === null ? [] : await lireSections(tx, contexte, schema.id);
    return toutes.find(({ code }) => code === section.code) ?? null;
  });
  const rang = SECTIONS.indexOf(section);
  return {
    section,
    version: redigee?.version ?? 0,
    redaction: redigee?.redaction ?? {},
    chemin: `/t/${params.siren}/elaborer/schema`,
    suivante: SECTIONS[rang + 1] ?? null,
  };
};

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.section.titre ?? 'Une section'}, rédaction du schéma – Ensemblier` },
];

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:rediger');
  const section = exigerSection(params.section);
  const formulaire = await request.formData();
  const { redaction, erreurs } = lireSaisie(section.champs, (nom) => lireTexte(formulaire, nom));
  if (Object.keys(erreurs).length > 0) {
    return data({ redaction, erreurs, conflit: null, refus: null }, { status: 422 });
  }
  const version = Number(lireTexte(formulaire, 'version'));
  const envoi = { code: section.code, version, redaction };
  const resultat = await dansTerritoire(base, contexte, async (tx) => {
    const mandat = mandatAu(aujourdhui).nom;
    const schema = await ouvrirSchema(tx, contexte, { mandat, aujourdhui });
    return redigerSection(tx, contexte, schema.id, envoi, aujourdhui);
  });
  if (!resultat.ok) {
    return data({ redaction, erreurs, conflit: null, refus: [resultat.refus] }, { status: 409 });
  }
  if (resultat.valeur.issue === 'conflit') {
    const { conflit } = resultat.valeur;
    return data({ redaction: conflit.redaction, erreurs, conflit, refus: null }, { status: 409 });
  }
  return redirect(`/t/${params.siren}/elaborer/schema/redaction/${section.code}?enregistre=1`);
};

const Page = () => {
  const { section, version, redaction, chemin, suivante } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const [recherche] = useSearchParams();
  const conflit = retour?.conflit ?? null;
  const exiges = champsExiges(section);
  return (
    <div className="pile pile-large">
      <Titre surtitre="Le texte du schéma" chapeau={section.chapeau}>
        {section.titre}
      </Titre>
      {recherche.get('enregistre') === null || retour !== undefined ? null : (
        <Encadre ton="reussite" annonce titre="La section est enregistrée">
          <p>
            {suivante === null ? null : (
              <BoutonLien vers={`${chemin}/redaction/${suivante.code}`} taille="petite">
                Passer à : {suivante.titre}
              </BoutonLien>
            )}
          </p>
        </Encadre>
      )}
      {retour?.refus == null ? null : (
        <MotifsDeRefus titre="Rien n’a été enregistré" refus={retour.refus} />
      )}
      {conflit === null ? null : (
        <Encadre ton="attention" annonce titre="Vous étiez deux à écrire">
          <p>
            {conflit.parQui} a enregistré cette section le {formaterJour(conflit.le)} pendant que
            vous écriviez. Les deux textes sont montrés là où ils diffèrent. Choisissez, puis
            enregistrez.
          </p>
        </Encadre>
      )}
      <Form
        method="post"
        noValidate
        className="formulaire formulaire-de-travail carte"
        key={`${section.code}-${conflit?.versionEnLigne ?? version}`}
      >
        <input type="hidden" name="version" value={conflit?.versionEnLigne ?? version} />
        <ChampsRediges
          champs={section.champs}
          redaction={retour?.redaction ?? redaction}
          erreurs={retour?.erreurs ?? {}}
          conflits={conflit?.conflits ?? []}
          parQui={conflit?.parQui ?? ''}
          estExige={(nom) => exiges.some((champ) => champ.nom === nom)}
        />
        <div className="rang">
          <Bouton>Enregistrer la section</Bouton>
          <BoutonLien vers={chemin} ton="discret">
            Revenir au schéma
          </BoutonLien>
        </div>
      </Form>
    </div>
  );
};
export default Page;
