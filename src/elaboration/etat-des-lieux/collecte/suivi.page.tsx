import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit } from '../../../socle/acces/index.server.ts';
import { accorder, formaterJour } from '../../../socle/ui/index.ts';
import {
  BoutonLien,
  CarteTerritoire,
  Encadre,
  JaugeCompletude,
  Titre,
} from '../../../socle/ui/index.ui.ts';
import { LIBELLES_DE_COLLECTE } from './completude.ts';
import { agirSurSuivi } from './gestes-de-pilote.server.ts';
import { partsDeJauge } from './jauge.ts';
import { ReglerCampagne } from './regler-campagne.tsx';
import { preparerSuivi } from './suivre.server.ts';
import { TableauDeSuivi } from './tableau-de-suivi.tsx';

export { relireApresRefus as shouldRevalidate } from '../../../socle/formulaires/index.ts';
export const handle = { titre: 'Suivi' };
export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `Suivi : ${loaderData?.titreDeGrille ?? 'une collecte'} – Ensemblier` },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  preparerSuivi(await exigerDroit(request, params.siren, 'collecte:lire'), params.grille);

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'collecte:piloter');
  const resultat = await agirSurSuivi(acces, await request.formData());
  if (!resultat.ok) return data({ refus: resultat.refus, suite: null }, { status: 422 });
  return data({ refus: null, suite: resultat.valeur });
};

const CLASSES = { rendue: 5, 'sans-objet': 5, 'en-cours': 3, attendue: 1, 'en-retard': 2 } as const;
const LEGENDE = [
  { classe: 5, libelle: 'Rendue ou sans objet' },
  { classe: 3, libelle: 'Dépôt à vérifier' },
  { classe: 2, libelle: 'En retard' },
  { classe: 1, libelle: 'Attendue' },
];

/** Le suivi d’une campagne : jauge, carte, tableau, relances. */
export default function Suivi() {
  const vue = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const { campagne, completude } = vue;
  const valeurs = Object.fromEntries(
    completude.suivis.flatMap(({ codeInsee, suivi, collectivite }) =>
      codeInsee === null
        ? []
        : [
            [
              codeInsee,
              {
                classe: CLASSES[suivi],
                ecriture: LIBELLES_DE_COLLECTE[suivi],
                // Sans contours, la bulle grandit à mesure que la commune avance.
                ...(vue.enBulles ? { taille: CLASSES[suivi] / 5 } : {}),
                chemin: `${vue.racine}/${collectivite}`,
              },
            ],
          ],
    ),
  );
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={vue.titreDeGrille}
        chapeau={`${completude.repondues} collectivités sur ${completude.attendues} ont répondu (${completude.pourcentage}\u00a0%). ${
          campagne.closeLe === null
            ? completude.joursRestants >= 0
              ? `Échéance le ${formaterJour(campagne.echeance)}, dans ${accorder(completude.joursRestants, 'jour')}.`
              : `Échéance passée depuis ${accorder(-completude.joursRestants, 'jour')}.`
            : `Campagne close le ${formaterJour(campagne.closeLe)}.`
        }`}
        actions={
          <>
            <BoutonLien vers={vue.plusieurs} ton="secondaire" icone="deposer">
              Déposer pour plusieurs collectivités
            </BoutonLien>
            <BoutonLien vers={vue.retour} ton="discret" icone="gauche">
              Toutes les campagnes
            </BoutonLien>
          </>
        }
      >
        {campagne.titre}
      </Titre>
      {retour?.refus == null ? null : (
        <Encadre ton="refus" titre="Rien n’a changé" annonce>
          <p>{retour.refus.message}</p>
        </Encadre>
      )}
      {retour?.suite == null ? null : (
        <Encadre ton="reussite" titre="C’est fait" annonce>
          <p>{retour.suite.message}</p>
          {retour.suite.lien === undefined ? null : (
            <p>
              <code>{retour.suite.lien}</code>
            </p>
          )}
        </Encadre>
      )}
      {vue.depotsMultiples > 0 ? (
        <Encadre ton="attention" titre="Un dépôt pour plusieurs collectivités attend">
          <BoutonLien vers={vue.plusieurs}>Ouvrir ce dépôt</BoutonLien>
        </Encadre>
      ) : null}
      <JaugeCompletude parts={partsDeJauge(completude.parEtat)} unite="collectivité" />
      <CarteTerritoire
        titre="Avancement de la collecte"
        fond={vue.fond}
        valeurs={valeurs}
        legende={LEGENDE}
      />
      <TableauDeSuivi vue={vue} />
      {vue.peutPiloter && campagne.closeLe === null ? <ReglerCampagne campagne={campagne} /> : null}
    </div>
  );
}
