import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import {
  donnerAcces,
  exigerPersonne,
  interrompre,
  lireAujourdhui,
} from '../../socle/acces/index.server.ts';
import { lireChamp } from '../../socle/formulaires/index.ts';
import {
  chercherEpci,
  creerTerritoire,
  lireDepartementsCouverts,
  lireEpci,
  lireSirensDesTerritoires,
} from '../../socle/territoire/index.server.ts';
import { TYPES_D_EPCI } from '../../socle/territoire/index.ts';
import {
  Bouton,
  ChampSelection,
  ChampTexte,
  Encadre,
  PageSimple,
  Titre,
} from '../../socle/ui/index.ui.ts';
import { ApercuEpci, type ApercuMontre } from './apercu-epci.tsx';
import { ListeEpci } from './liste-epci.tsx';

export const meta = () => [{ title: 'Créer un territoire – Ensemblier' }];

const MONTRES = 40;

const exigerAdministrateur = async (request: Request) => {
  const visiteur = await exigerPersonne(request);
  if (!visiteur.personne.estAdministrateur) {
    interrompre(
      403,
      'Créer un territoire revient à l’administrateur',
      'Demandez à la personne qui administre cette installation d’Ensemblier de créer votre territoire.',
    );
  }
  return visiteur;
};

const composerApercu = (siren: string): ApercuMontre | null => {
  const epci = lireEpci(siren);
  return epci === null ? null : { ...epci, typeEcrit: TYPES_D_EPCI[epci.type] };
};

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { base } = await exigerAdministrateur(request);
  const demande = new URL(request.url).searchParams;
  const recherche = {
    texte: demande.get('q') ?? '',
    departement: demande.get('departement') ?? '',
  };
  const aCherche = recherche.texte !== '' || recherche.departement !== '';
  const trouves = aCherche ? chercherEpci(recherche) : [];
  const pris = await lireSirensDesTerritoires(base);
  return {
    recherche,
    aCherche,
    departements: lireDepartementsCouverts(),
    nombre: trouves.length,
    trouves: trouves
      .slice(0, MONTRES)
      .map(({ siren, nom, departements, communes, parCommune }) => ({
        siren,
        nom,
        departements,
        communes: communes.length,
        parCommune,
        estPris: pris.has(siren),
      })),
    apercu: composerApercu(demande.get('siren') ?? ''),
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { base, personne } = await exigerAdministrateur(request);
  const siren = lireChamp(await request.formData(), 'siren');
  const aujourdhui = lireAujourdhui();
  const cree = await creerTerritoire(base, siren, personne.nom, aujourdhui, (tx, territoireId) =>
    donnerAcces(tx, {
      territoireId,
      personneId: personne.id,
      role: 'pilote',
      auteur: personne.nom,
      aujourdhui,
    }),
  );
  if (!cree.ok) return data({ refus: cree.refus.message }, { status: 409 });
  return redirect(`/t/${siren}/territoire`);
};

export default function NouveauTerritoire() {
  const { recherche, aCherche, departements, nombre, trouves, apercu } =
    useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  return (
    <PageSimple>
      <div className="pile pile-large">
        <Titre chapeau="Les 1 255 intercommunalités à fiscalité propre sont là : communes, populations et carte arrivent seules.">
          Quelle intercommunalité créer ?
        </Titre>
        {retour === undefined ? null : (
          <Encadre ton="refus" annonce>
            <p>{retour.refus}</p>
          </Encadre>
        )}
        <Form method="get" className="formulaire">
          <ChampTexte
            nom="q"
            libelle="Nom, commune membre ou SIREN"
            defaultValue={recherche.texte}
          />
          <ChampSelection
            nom="departement"
            libelle="Département"
            vide="Tous"
            retenue={recherche.departement}
            options={departements.map(({ code, nom }) => ({
              valeur: code,
              libelle: `${code} – ${nom}`,
            }))}
          />
          <div>
            <Bouton icone="loupe">Chercher</Bouton>
          </div>
        </Form>
        {apercu === null ? null : <ApercuEpci epci={apercu} />}
        {aCherche ? <ListeEpci trouves={trouves} nombre={nombre} recherche={recherche} /> : null}
      </div>
    </PageSimple>
  );
}
