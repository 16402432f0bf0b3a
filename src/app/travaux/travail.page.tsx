import { data, Form, redirect } from 'react-router';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { annulerTravail, suivreTravail } from '../../socle/travaux/index.server.ts';
import { estFini } from '../../socle/travaux/index.ts';
import {
  Bouton,
  BoutonLien,
  Encadre,
  Erreur,
  LongTravail,
  SuiviDeTravail,
  Titre,
} from '../../socle/ui/index.ui.ts';
import type { Route } from './+types/travail.page.ts';
import { montrerTravail, type TravailMontre } from './montrer-travail.ts';

export const meta = () => [{ title: 'Un travail en cours – Ensemblier' }];
export const handle = { titre: 'Travail en cours' };

export const loader = async ({ request, params }: Route.LoaderArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'travaux:lire');
  const estUnIdentifiant = /^[0-9a-f-]{36}$/.test(params.id);
  const travail = estUnIdentifiant
    ? await dansTerritoire(base, contexte, (tx) => suivreTravail(tx, params.id))
    : null;
  if (travail === null) {
    return interrompre(
      404,
      'Ce travail n’existe pas',
      'Il a pu être lancé dans un autre territoire. Revenez à la liste des travaux.',
    );
  }
  return {
    travail: montrerTravail(travail, Date.now()),
    fini: estFini(travail),
    liste: `/t/${params.siren}/travaux`,
  };
};

export const action = async ({ request, params }: Route.ActionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'travaux:lire');
  const annule = await dansTerritoire(base, contexte, (tx) => annulerTravail(tx, params.id));
  return annule.ok
    ? redirect(`/t/${params.siren}/travaux/${params.id}`)
    : data({ refus: annule.refus.message }, { status: 409 });
};

const Issue = ({ travail, liste }: { travail: TravailMontre; liste: string }) => {
  const revenir = (
    <BoutonLien
      vers={travail.suite ?? liste}
      ton={travail.suite === null ? 'secondaire' : 'principal'}
    >
      {travail.suite === null ? 'Voir tous les travaux' : 'Voir le résultat'}
    </BoutonLien>
  );
  if (travail.etat === 'termine') {
    return (
      <Encadre ton="reussite" titre="C’est fini">
        <p>{travail.libelle} : le travail est terminé.</p>
        <div className="rang">{revenir}</div>
      </Encadre>
    );
  }
  if (travail.etat === 'annule') {
    return (
      <Encadre ton="attention" titre="Travail annulé">
        <p>Rien de plus ne sera fait. Ce qui était validé est sauf.</p>
        <div className="rang">{revenir}</div>
      </Encadre>
    );
  }
  return (
    <Erreur
      titre="Le travail a échoué"
      sauf="tout ce qui était validé avant l’échec."
      action={revenir}
    >
      <p>{travail.erreur ?? 'Relancez-le ; s’il échoue encore, prévenez votre administrateur.'}</p>
    </Erreur>
  );
};

const EnCours = ({ travail }: { travail: TravailMontre }) => (
  <>
    <SuiviDeTravail />
    <LongTravail
      titre={travail.libelle}
      part={travail.part}
      etape={travail.etape ?? undefined}
      secondesRestantes={travail.secondesRestantes ?? undefined}
      annuler={
        travail.annulationDemandee ? (
          <p>L’arrêt est demandé : le travail s’arrête à son prochain pas.</p>
        ) : (
          <Form method="post">
            <Bouton ton="secondaire">Annuler ce travail</Bouton>
          </Form>
        )
      }
    />
  </>
);

/** Un long travail : où il en est, l’annuler, le quitter et y revenir. */
const PageDeTravail = ({
  loaderData: { travail, fini, liste },
  actionData,
}: Route.ComponentProps) => {
  return (
    <div className="pile">
      <Titre surtitre="Travail long">{travail.libelle}</Titre>
      {actionData === undefined ? null : (
        <Encadre ton="refus" annonce>
          <p>{actionData.refus}</p>
        </Encadre>
      )}
      {fini ? <Issue travail={travail} liste={liste} /> : <EnCours travail={travail} />}
    </div>
  );
};
export default PageDeTravail;
