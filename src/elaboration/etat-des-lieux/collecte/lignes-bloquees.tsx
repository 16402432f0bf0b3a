import { Form } from 'react-router';
import { Bouton, BoutonLien, Pastille } from '../../../socle/ui/index.ui.ts';
import type { DepotMontre } from './preparer-depot.server.ts';

const STATUTS = {
  bloquee: { etat: 'refus', libelle: 'à corriger' },
  corrigee: { etat: 'fait', libelle: 'corrigée' },
  laissee: { etat: 'a-faire', libelle: 'laissée de côté' },
} as const;

/** Les lignes que la lecture a bloquées : corriger à l’écran, ou laisser de côté. Aucune n’est perdue. */
export const LignesBloquees = ({ vue }: { vue: DepotMontre }) => {
  const { bloquees, depot, acces } = vue;
  if (bloquees.length === 0) return null;
  const chemin = `${acces.chemin}/depots/${depot.id}/lignes`;
  const premiere = bloquees.find(({ statut }) => statut === 'bloquee');
  const ouvert = depot.etat === 'a-verifier';
  return (
    <section className="pile" id="bloquees" aria-labelledby="titre-bloquees">
      <h2 id="titre-bloquees">Lignes bloquées</h2>
      <p>
        {premiere === undefined
          ? 'Toutes sont corrigées ou laissées de côté.'
          : 'Elles sont gardées telles que lues. Corrigez-les ici, l’une après l’autre, sans rouvrir votre tableur.'}
      </p>
      {ouvert && premiere !== undefined ? (
        <p>
          <BoutonLien vers={`${chemin}/${premiere.repere}`}>
            Corriger les lignes bloquées
          </BoutonLien>
        </p>
      ) : null}
      <div className="pile pile-serree">
        {bloquees.map(({ repere, ligne, feuille, apercu, statut }) => (
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
    </section>
  );
};
