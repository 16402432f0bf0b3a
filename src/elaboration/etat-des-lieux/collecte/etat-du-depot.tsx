import { useSearchParams } from 'react-router';
import { accorder, formaterInstantCourt } from '../../../socle/ui/index.ts';
import { BoutonLien, Encadre } from '../../../socle/ui/index.ui.ts';
import type { DepotMontre } from './preparer-depot.server.ts';

/** Ce qu’un dépôt est devenu : refusé, remplacé, validé, gardé en partie. */
export const EtatDuDepot = ({ vue }: { vue: DepotMontre }) => {
  const [parametres] = useSearchParams();
  const { acces, depot } = vue;
  return (
    <>
      {depot.etat === 'refuse' ? (
        <Encadre ton="refus" titre="Ce fichier n’a pas pu être lu">
          {depot.erreurs.map((message) => (
            <p key={message}>{message}</p>
          ))}
          <p>Ce qui est enregistré n’a pas changé.</p>
          <BoutonLien vers={acces.chemin}>Déposer un autre fichier</BoutonLien>
        </Encadre>
      ) : null}
      {depot.etat === 'abandonne' ? (
        <Encadre titre="Ce dépôt a été remplacé ou abandonné">
          <p>Rien n’en a été enregistré. Voici ce qui en avait été lu.</p>
        </Encadre>
      ) : null}
      {depot.etat === 'valide' ? (
        <Encadre ton="reussite" titre="Les lignes sont enregistrées" annonce>
          <p>
            {parametres.has('ecrites')
              ? `${accorder(Number(parametres.get('ecrites')), 'ligne écrite', 'lignes écrites')}, ${accorder(Number(parametres.get('retirees')), 'ligne retirée', 'lignes retirées')}. `
              : ''}
            {`Validé${depot.valideLe === null ? '' : ` le ${formaterInstantCourt(depot.valideLe)}`} par ${depot.validePar}. La grille est notée rendue.`}
          </p>
          <BoutonLien vers={acces.chemin}>Voir les lignes enregistrées</BoutonLien>
        </Encadre>
      ) : null}
      {depot.estExpurge ? (
        <Encadre ton="attention" titre="Une partie du fichier n’a pas été gardée">
          <p>
            Il contenait des colonnes, des feuilles, des notes ou des images que la grille n’attend
            pas, peut-être des noms. Elles n’ont pas été enregistrées. Retirez-les de votre fichier
            avant tout nouvel envoi.
          </p>
        </Encadre>
      ) : null}
    </>
  );
};
