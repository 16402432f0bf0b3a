import { Form, Link } from 'react-router';
import { Bouton, ListeAnomalies } from '../../../socle/ui/index.ui.ts';
import type { DepotMontre } from './preparer-depot.server.ts';

type Groupe = DepotMontre['groupes'][number];

const REMEDES: Readonly<Record<Groupe['action'], string>> = {
  bloquer_fichier: 'Le fichier entier est refusé.',
  bloquer_ligne: 'Ces lignes attendent votre correction : elles ne seront pas écrites d’ici là.',
  reparer_et_signaler: 'Nous proposons une lecture : confirmez-la, ou corrigez la ligne.',
  signaler: 'À savoir : rien à faire ici.',
  reparer: 'Réparé sans question : rien à faire.',
  ignorer: 'Ce ne sont pas des données : rien à faire.',
};

/** Dépôt clos : plus rien n’attend, le remède se dit au passé. */
const REMEDES_CLOS: Partial<Record<Groupe['action'], string>> = {
  bloquer_ligne: 'Ces lignes ont été corrigées ou laissées de côté.',
  reparer_et_signaler: 'Lectures confirmées, ou corrigées.',
};

const etatDe = ({ action, restantes }: Groupe): 'fait' | 'attention' | 'refus' => {
  if (action === 'bloquer_ligne' || action === 'bloquer_fichier') return 'refus';
  return restantes > 0 ? 'attention' : 'fait';
};

const Pages = ({ groupe }: { groupe: Groupe }) => {
  const aller = (page: number) =>
    `?groupe=${encodeURIComponent(groupe.cle)}&page=${page}#anomalies`;
  return (
    <p className="rang">
      {groupe.page > 1 ? <Link to={aller(groupe.page - 1)}>Précédentes</Link> : null}
      <span>
        Page {groupe.page} sur {groupe.pages}
      </span>
      {groupe.page < groupe.pages ? <Link to={aller(groupe.page + 1)}>Suivantes</Link> : null}
    </p>
  );
};

/** Toutes les anomalies, groupées par cause ; confirmer une cellule, un groupe, ou corriger la ligne. */
export const AnomaliesDuDepot = ({ vue }: { vue: DepotMontre }) => {
  const ouvert = vue.depot.etat === 'a-verifier';
  const parCle = new Map(vue.groupes.flatMap(({ anomalies }) => anomalies.map((a) => [a.cle, a])));
  const chemin = `${vue.acces.chemin}/depots/${vue.depot.id}`;
  const montrer = (groupes: readonly Groupe[]) => (
    <ListeAnomalies
      groupes={groupes.map((groupe) => ({
        cle: groupe.cle,
        cause: groupe.cause,
        etat: etatDe(groupe),
        remede: (
          <>
            {(vue.depot.etat === 'valide' ? REMEDES_CLOS[groupe.action] : undefined) ??
              REMEDES[groupe.action]}
            {groupe.pages > 1 ? ` ${groupe.nombre} en tout.` : ''}
          </>
        ),
        anomalies: groupe.anomalies,
        geste: (
          <>
            {ouvert && groupe.restantes > 0 ? (
              <Form method="post">
                <input type="hidden" name="groupe" value={groupe.cle} />
                <Bouton name="geste" value="confirmer-groupe" ton="secondaire" taille="petite">
                  {groupe.restantes > 1 ? `Confirmer les ${groupe.restantes}` : 'Confirmer'}
                </Bouton>
              </Form>
            ) : null}
            {groupe.pages > 1 ? <Pages groupe={groupe} /> : null}
          </>
        ),
      }))}
      geste={({ cle }) => {
        const anomalie = parCle.get(cle);
        if (!ouvert || anomalie === undefined) return null;
        return (
          <div className="rang">
            {anomalie.attendConfirmation ? (
              <Form method="post">
                <input type="hidden" name="numero" value={cle} />
                <Bouton
                  name="geste"
                  value="confirmer"
                  ton="discret"
                  taille="petite"
                  aria-label={`Confirmer : ${anomalie.message}`}
                >
                  Confirmer
                </Bouton>
              </Form>
            ) : null}
            {anomalie.repere === null ? null : (
              <Link
                to={`${chemin}/lignes/${anomalie.repere}`}
                aria-label={`Corriger la ligne ${anomalie.ligne}`}
              >
                Corriger la ligne
              </Link>
            )}
          </div>
        );
      }}
    />
  );
  const utiles = vue.groupes.filter(({ action }) => action !== 'reparer' && action !== 'ignorer');
  const tues = vue.groupes.filter(({ action }) => action === 'reparer' || action === 'ignorer');
  const nombre = (groupes: readonly Groupe[]) =>
    groupes.reduce((n, groupe) => n + groupe.nombre, 0);
  return (
    <section className="pile" id="anomalies" aria-labelledby="titre-anomalies">
      <h2 id="titre-anomalies">Ce que nous avons relevé</h2>
      {utiles.length === 0 ? <p>Rien à confirmer ni à corriger.</p> : montrer(utiles)}
      {tues.length === 0 ? null : (
        <details open={tues.some(({ page }) => page > 1)}>
          <summary>{`Voir ce qui a été réparé sans question ou ignoré (${nombre(tues)})`}</summary>
          {montrer(tues)}
        </details>
      )}
    </section>
  );
};
