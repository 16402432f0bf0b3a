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
  type Courriel,
  type EtatCourriel,
  lireBoiteDEnvoi,
  lireTransport,
  marquerTransmis,
  reessayerCourriel,
} from '../../socle/courriels/index.server.ts';
import { lireChamp } from '../../socle/formulaires/index.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { formaterInstant } from '../../socle/ui/index.ts';
import {
  Bouton,
  BoutonLien,
  Encadre,
  type Etat,
  Pastille,
  Titre,
  Vide,
} from '../../socle/ui/index.ui.ts';

export const meta = () => [{ title: 'Boîte d’envoi – Ensemblier' }];
export const handle = { titre: 'Boîte d’envoi' };

const ETATS: Record<EtatCourriel, { readonly etat: Etat; readonly libelle: string }> = {
  'a-envoyer': { etat: 'en-cours', libelle: 'à envoyer' },
  envoye: { etat: 'fait', libelle: 'envoyé' },
  echec: { etat: 'refus', libelle: 'non remis' },
};

const montrer = (courriel: Courriel) => ({
  ...courriel,
  creeLe: formaterInstant(courriel.creeLe),
  envoyeLe: courriel.envoyeLe === null ? null : formaterInstant(courriel.envoyeLe),
});

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'courriels:lire');
  const { courriels, noms } = await dansTerritoire(base, contexte, async (tx) => ({
    courriels: await lireBoiteDEnvoi(tx),
    noms: new Map((await lireCollectivites(tx)).map(({ siren, nom }) => [siren, nom])),
  }));
  return {
    racine: `/t/${params.siren}`,
    aSmtp: lireTransport() !== null,
    courriels: courriels.map((courriel) => ({
      ...montrer(courriel),
      pour: noms.get(courriel.collectivite ?? '') ?? null,
    })),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'courriels:envoyer');
  const formulaire = await request.formData();
  const id = lireChamp(formulaire, 'id');
  const geste = formulaire.get('geste') === 'reessayer' ? reessayerCourriel : marquerTransmis;
  const fait = await dansTerritoire(base, contexte, (tx) => geste(tx, id, new Date()));
  return fait.ok ? data({ refus: '' }) : data({ refus: fait.refus.message }, { status: 409 });
};

type CourrielAffiche = ReturnType<typeof montrer> & {
  /** La collectivité à qui l’on écrit, si c’en est une. */
  readonly pour: string | null;
};

const CourrielMontre = ({ courriel }: { courriel: CourrielAffiche }) => (
  <article className="carte pile pile-serree">
    <div className="rang">
      <Pastille etat={ETATS[courriel.etat].etat}>
        {courriel.moyen === 'a-la-main' ? 'transmis à la main' : ETATS[courriel.etat].libelle}
      </Pastille>
      <h2>{courriel.pour ?? courriel.destinataire}</h2>
      {courriel.etat === 'envoye' ? null : (
        <Form method="post" className="rang">
          <input type="hidden" name="id" value={courriel.id} />
          <Bouton name="geste" value="transmis" ton="secondaire" taille="petite">
            Noter comme transmis
          </Bouton>
          {courriel.etat === 'echec' ? (
            <Bouton name="geste" value="reessayer" taille="petite">
              Envoyer de nouveau
            </Bouton>
          ) : null}
        </Form>
      )}
    </div>
    <p>
      <strong>{courriel.objet}</strong>
    </p>
    <p className="petit texte-doux">
      À {courriel.destinataire}, par {courriel.creePar}, le {courriel.creeLe}
      {courriel.envoyeLe === null ? '' : ` ; parti le ${courriel.envoyeLe}`}
      {courriel.essais > 1 ? ` ; ${courriel.essais} essais` : ''}.
    </p>
    {courriel.derniereErreur === null ? null : (
      <p className="petit">Réponse du serveur de courriel : {courriel.derniereErreur}</p>
    )}
    <details>
      <summary>Lire le courriel</summary>
      <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{courriel.texte}</pre>
    </details>
  </article>
);

export default function BoiteDEnvoi() {
  const { racine, aSmtp, courriels } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  return (
    <div className="pile pile-large">
      <Titre>Qu’avons-nous envoyé ?</Titre>
      {retour === undefined || retour.refus === '' ? null : (
        <Encadre ton="refus" annonce>
          <p>{retour.refus}</p>
        </Encadre>
      )}
      {aSmtp ? null : (
        <Encadre ton="attention" titre="L’envoi automatique n’est pas réglé">
          <p>
            Les courriels attendent ici. Copiez-les dans votre messagerie puis notez-les comme
            transmis, ou demandez à l’administrateur de régler la variable SMTP_URL.
          </p>
        </Encadre>
      )}
      {courriels.length === 0 ? (
        <Vide
          niveau={2}
          titre="Aucun courriel"
          action={<BoutonLien vers={`${racine}/acces`}>Créer les liens des communes</BoutonLien>}
        >
          Les liens personnels, les relances et les invitations passeront par ici.
        </Vide>
      ) : (
        <div className="pile">
          {courriels.map((courriel) => (
            <CourrielMontre key={courriel.id} courriel={courriel} />
          ))}
        </div>
      )}
    </div>
  );
}
