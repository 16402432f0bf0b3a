import { Form } from 'react-router';
import { formaterJour } from '../../../socle/ui/index.ts';
import { Bouton, ChampTexte, Pastille, Tableau } from '../../../socle/ui/index.ui.ts';
import { type EvenementDAdoption, LIBELLES_EVENEMENT, SENS_D_AVIS } from './evenements.ts';

const preciser = ({ details, type, motif }: EvenementDAdoption): string => {
  const parties = [
    details.sens === undefined ? '' : SENS_D_AVIS[details.sens],
    details.numero ? `délibération ${details.numero}` : '',
    details.annee === undefined ? '' : `année ${details.annee}`,
    details.seance ?? '',
    details.preuve ?? '',
    details.reserves ?? '',
    type === 'annulation' ? `motif : ${motif ?? ''}` : '',
  ];
  return parties.filter((partie) => partie !== '').join(' ; ');
};

/**
 * Le registre : il s’allonge, ne s’efface pas. Ce qui est annulé reste lisible, barré.
 * @param annulables identifiants de ce que la personne peut annuler d’ici
 */
export const RegistreDesEvenements = ({
  evenements,
  nommer,
  annulables = [],
  dUneCommune = false,
}: {
  evenements: readonly EvenementDAdoption[];
  nommer: (siren: string) => string;
  annulables?: readonly string[];
  /** Vrai quand la page est celle d’une commune : la colonne qui la nomme disparaît. */
  dUneCommune?: boolean;
}) => {
  const corrige = annulables.length > 0 || evenements.some(({ annule }) => annule !== null);
  const corriger = (evenement: EvenementDAdoption, estAnnule: boolean) =>
    estAnnule ? (
      <Pastille key="annule" etat="refus">
        annulé
      </Pastille>
    ) : annulables.includes(evenement.id) ? (
      <details key="annuler" className="registre-annuler">
        <summary>Annuler</summary>
        <Form method="post" className="pile pile-serree">
          <input type="hidden" name="geste" value="annuler" />
          <input type="hidden" name="evenement" value={evenement.id} />
          <ChampTexte nom="motif" libelle="Motif" obligatoire />
          <Bouton ton="danger" taille="petite">
            Annuler cet événement
          </Bouton>
        </Form>
      </details>
    ) : (
      '–'
    );
  const annules = new Set(evenements.map(({ annule }) => annule));
  return (
    <Tableau
      legende="Registre de l’adoption, du plus récent au plus ancien"
      colonnes={[
        { titre: 'Événement' },
        { titre: 'Date' },
        ...(dUneCommune ? [] : [{ titre: 'Commune' }]),
        { titre: 'Précisions' },
        { titre: 'Saisi par' },
        ...(corrige ? [{ titre: 'Corriger' }] : []),
      ]}
      lignes={[...evenements].reverse().map((evenement) => {
        const estAnnule = annules.has(evenement.id);
        return {
          cle: evenement.id,
          cellules: [
            <span key="quoi" className={estAnnule ? 'registre-annule' : undefined}>
              {LIBELLES_EVENEMENT[evenement.type]}
            </span>,
            formaterJour(evenement.le),
            ...(dUneCommune
              ? []
              : [evenement.collectivite === null ? '–' : nommer(evenement.collectivite)]),
            preciser(evenement) || '–',
            `${evenement.saisiPar}, ${formaterJour(evenement.saisiLe)}`,
            ...(corrige ? [corriger(evenement, estAnnule)] : []),
          ],
        };
      })}
    />
  );
};
