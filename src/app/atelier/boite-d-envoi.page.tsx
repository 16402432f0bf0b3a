import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import {
  lireEnvois,
  lireTransport,
  marquerTousTransmis,
  marquerTransmis,
  reessayerCourriel,
} from '../../socle/courriels/index.server.ts';
import { lireChamp } from '../../socle/formulaires/index.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { accorder, formaterInstant, formaterJour } from '../../socle/ui/index.ts';
import { Bouton, BoutonLien, Encadre, Titre, Vide } from '../../socle/ui/index.ui.ts';
import { EnvoiMontre } from './envoi-montre.tsx';
import './envois.css';
import { resumerObjets } from './resumer-objets.ts';

export const meta = () => [{ title: 'Boîte d’envoi – Ensemblier' }];
export const handle = { titre: 'Boîte d’envoi' };

const lirePage = (request: Request): number =>
  Math.max(1, Math.trunc(Number(new URL(request.url).searchParams.get('page') ?? '1')) || 1);

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'courriels:lire');
  const page = lirePage(request);
  const { boite, noms } = await dansTerritoire(base, contexte, async (tx) => ({
    boite: await lireEnvois(tx, { page }),
    noms: new Map((await lireCollectivites(tx)).map(({ siren, nom }) => [siren, nom])),
  }));
  return {
    racine: `/t/${params.siren}`,
    aSmtp: lireTransport() !== null,
    page,
    pages: boite.pages,
    enAttente: boite.enAttente,
    dernier: boite.dernier,
    envois: boite.envois.map(({ genre, jour, enAttente, courriels }) => ({
      genre,
      jour,
      enAttente,
      titre: resumerObjets(courriels.map(({ objet }) => objet)),
      quand: `le ${formaterJour(jour)}`,
      courriels: courriels.map(({ collectivite, creeLe, envoyeLe, ...courriel }) => ({
        ...courriel,
        creeLe: formaterInstant(creeLe),
        envoyeLe: envoyeLe === null ? null : formaterInstant(envoyeLe),
        pour: noms.get(collectivite ?? '') ?? null,
      })),
    })),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'courriels:envoyer');
  const formulaire = await request.formData();
  const demande = lireChamp(formulaire, 'geste');
  if (demande === 'tous-transmis' || demande === 'groupe-transmis') {
    const groupe =
      demande === 'tous-transmis'
        ? null
        : { genre: lireChamp(formulaire, 'genre'), jour: lireChamp(formulaire, 'jour') };
    const jusqua = lireChamp(formulaire, 'jusqua');
    const combien = await dansTerritoire(base, contexte, (tx) =>
      marquerTousTransmis(tx, { groupe, jusqua }, new Date()),
    );
    return data({ refus: '', fait: `${accorder(combien, 'courriel noté', 'courriels notés')}.` });
  }
  const id = lireChamp(formulaire, 'id');
  const geste = demande === 'reessayer' ? reessayerCourriel : marquerTransmis;
  const fait = await dansTerritoire(base, contexte, (tx) => geste(tx, id, new Date()));
  return fait.ok
    ? data({ refus: '', fait: '' })
    : data({ refus: fait.refus.message, fait: '' }, { status: 409 });
};

const ToutNoter = ({ enAttente, dernier }: { enAttente: number; dernier: string }) => (
  <details className="geste-repli">
    <summary>{`Noter les ${enAttente} courriels comme transmis`}</summary>
    <Form method="post" className="pile pile-serree">
      <input type="hidden" name="jusqua" value={dernier} />
      <p>
        À faire quand vous les avez tous envoyés depuis votre messagerie. Les liens personnels
        qu’ils portent ne seront plus lisibles ici.
      </p>
      <p>
        <Bouton name="geste" value="tous-transmis">
          Noter tous comme transmis
        </Bouton>
      </p>
    </Form>
  </details>
);

const Pages = ({ page, pages }: { page: number; pages: number }) =>
  pages === 1 ? null : (
    <nav className="rang" aria-label="Pages de la boîte d’envoi">
      {page > 1 ? (
        <BoutonLien vers={`?page=${page - 1}`} ton="secondaire" icone="gauche">
          Plus récents
        </BoutonLien>
      ) : null}
      <span>{`Page ${page} sur ${pages}`}</span>
      {page < pages ? (
        <BoutonLien vers={`?page=${page + 1}`} ton="secondaire">
          Plus anciens
        </BoutonLien>
      ) : null}
    </nav>
  );

export default function BoiteDEnvoi() {
  const { racine, aSmtp, envois, page, pages, enAttente, dernier } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  return (
    <div className="pile pile-large">
      <Titre
        chapeau={
          enAttente === 0
            ? 'Tout est parti.'
            : `${accorder(enAttente, 'courriel attend', 'courriels attendent')} de partir.`
        }
      >
        Qu’avons-nous envoyé ?
      </Titre>
      {retour === undefined || retour.refus === '' ? null : (
        <Encadre ton="refus" annonce>
          <p>{retour.refus}</p>
        </Encadre>
      )}
      {retour === undefined || retour.fait === '' ? null : (
        <Encadre ton="reussite" annonce>
          <p>{retour.fait}</p>
        </Encadre>
      )}
      {aSmtp || enAttente === 0 ? null : (
        <Encadre ton="attention" titre="L’envoi automatique n’est pas réglé">
          <p>
            Les courriels attendent ici. Copiez-les dans votre messagerie puis notez-les comme
            transmis, ou demandez à l’administrateur de régler la variable SMTP_URL.
          </p>
        </Encadre>
      )}
      {enAttente > 1 && dernier !== null ? (
        <ToutNoter enAttente={enAttente} dernier={dernier} />
      ) : null}
      {envois.length === 0 ? (
        <Vide
          niveau={2}
          titre="Aucun courriel"
          action={<BoutonLien vers={`${racine}/acces`}>Créer les liens des communes</BoutonLien>}
        >
          Les liens personnels, les relances et les invitations passeront par ici.
        </Vide>
      ) : (
        <div className="pile">
          {envois.map((envoi) => (
            <EnvoiMontre
              key={`${envoi.genre}-${envoi.jour}`}
              envoi={envoi}
              dernier={dernier ?? ''}
            />
          ))}
          <Pages page={page} pages={pages} />
        </div>
      )}
    </div>
  );
}
