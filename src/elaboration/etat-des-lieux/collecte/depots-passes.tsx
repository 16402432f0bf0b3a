import { Link } from 'react-router';
import { formaterInstantCourt } from '../../../socle/ui/index.ts';
import { Pastille, Tableau } from '../../../socle/ui/index.ui.ts';

const ETATS = {
  'en-lecture': { etat: 'en-cours', libelle: 'en lecture' },
  'a-verifier': { etat: 'attention', libelle: 'à vérifier' },
  valide: { etat: 'fait', libelle: 'validé' },
  refuse: { etat: 'refus', libelle: 'refusé' },
  abandonne: { etat: 'a-faire', libelle: 'remplacé' },
} as const;

/** Les fichiers déjà déposés : qui, quand, ce qu’ils sont devenus. */
export const DepotsPasses = ({
  chemin,
  depots,
}: {
  chemin: string;
  depots: readonly {
    readonly id: string;
    readonly fichier: string;
    readonly etat: keyof typeof ETATS;
    readonly deposeLe: Date;
    readonly deposePar: string;
  }[];
}) =>
  depots.length === 0 ? null : (
    <section className="pile" aria-labelledby="titre-depots">
      <h2 id="titre-depots">Fichiers déposés</h2>
      <Tableau
        legende="Liste des fichiers déposés"
        legendeVisible={false}
        colonnes={[{ titre: 'Fichier' }, { titre: 'Déposé' }, { titre: 'Par' }, { titre: 'État' }]}
        lignes={depots.map(({ id, fichier, etat, deposeLe, deposePar }) => ({
          cle: id,
          cellules: [
            <Link key="lien" to={`${chemin}/depots/${id}`}>
              {fichier}
            </Link>,
            formaterInstantCourt(deposeLe),
            deposePar,
            <Pastille key="etat" etat={ETATS[etat].etat}>
              {ETATS[etat].libelle}
            </Pastille>,
          ],
        }))}
      />
    </section>
  );
