import { Form, Link } from 'react-router';
import { Bouton, BoutonLien, Pastille } from '../../../socle/ui/index.ui.ts';
import type { DepotMontre } from './preparer-depot.server.ts';

const STATUTS = {
  bloquee: { etat: 'refus', libelle: 'à corriger' },
  corrigee: { etat: 'fait', libelle: 'corrigée' },
  laissee: { etat: 'a-faire', libelle: 'laissée de côté' },
} as const;

const Pages = ({ bloquees: { page, pages, nombre } }: Pick<DepotMontre, 'bloquees'>) => (
  <p className="rang">
    {page > 1 ? (
      <Link to={`?bloquees=${page - 1}#bloquees`}>Lignes bloquées précédentes</Link>
    ) : null}
    <span>
      Page {page} sur {pages}, {nombre} lignes en tout
    </span>
    {page < pages ? (
      <Link to={`?bloquees=${page + 1}#bloquees`}>Lignes bloquées suivantes</Link>
    ) : null}
  </p>
);

/** Les lignes que la lecture a bloquées : corriger à l’écran, ou laisser de côté. Aucune n’est perdue. */
export const LignesBloquees = ({ vue }: { vue: DepotMontre }) => {
  const { bloquees, depot, acces } = vue;
  if (bloquees.nombre === 0) return null;
  const chemin = `${acces.chemin}/depots/${depot.id}/lignes`;
  const ouvert = depot.etat === 'a-verifier';
  return (
    <section className="pile" id="bloquees" aria-labelledby="titre-bloquees">
      <h2 id="titre-bloquees">Lignes bloquées</h2>
      <p>
        Elles sont gardées telles que lues. Corrigez-les ici, l’une après l’autre, sans rouvrir
        votre tableur.
      </p>
      {ouvert && bloquees.premiere !== null ? (
        <p>
          <BoutonLien vers={`${chemin}/${bloquees.premiere}`}>
            Corriger les lignes bloquées
          </BoutonLien>
        </p>
      ) : null}
      <div className="pile pile-serree">
        {bloquees.lignes.map(({ repere, ligne, feuille, apercu, statut }) => (
          <article key={repere} className="carte rang">
            <Pastille etat={STATUTS[statut].etat}>{STATUTS[statut].libelle}</Pastille>
            <span>
              <strong>{`${feuille === null ? '' : `${feuille}, `}ligne ${ligne}`}</strong> {apercu}
            </span>
            {ouvert ? (
              <>
                <BoutonLien vers={`${chemin}/${repere}`} ton="secondaire" taille="petite">
                  {statut === 'bloquee' ? `Corriger la ligne ${ligne}` : `Revoir la ligne ${ligne}`}
                </BoutonLien>
                <Form method="post">
                  <input type="hidden" name="repere" value={repere} />
                  <input type="hidden" name="bloquees" value={bloquees.page} />
                  <Bouton
                    name="geste"
                    value={statut === 'laissee' ? 'reprendre' : 'laisser'}
                    ton="discret"
                    taille="petite"
                    aria-label={`${statut === 'laissee' ? 'Reprendre' : 'Laisser de côté'} la ligne ${ligne}`}
                  >
                    {statut === 'laissee' ? 'Reprendre' : 'Laisser de côté'}
                  </Bouton>
                </Form>
              </>
            ) : null}
          </article>
        ))}
      </div>
      {bloquees.pages > 1 ? <Pages bloquees={bloquees} /> : null}
    </section>
  );
};
