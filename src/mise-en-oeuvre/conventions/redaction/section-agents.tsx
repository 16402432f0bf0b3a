import { formaterEtpCentiemes } from '../../../socle/ui/index.ts';
import { ChampChoix, ChampNombre, ChampTexte, Tableau } from '../../../socle/ui/index.ui.ts';
import { type ContenuServiceCommun, SITUATIONS_DE_POSTE } from '../service-commun/contenu.ts';

export const SectionAgents = ({ contenu }: { contenu: ContenuServiceCommun }) => (
  <>
    {contenu.postes.length === 0 ? (
      <p>
        Les postes viennent des effectifs : sur la page du service, choisissez « Reporter ces agents
        dans la convention ».
      </p>
    ) : (
      <Tableau
        legende="Postes du service, sans nom"
        colonnes={[
          { titre: 'Poste' },
          { titre: 'Origine' },
          { titre: 'Situation' },
          { titre: 'Quotité', estNombre: true },
          { titre: 'Temps', estNombre: true },
        ]}
        lignes={contenu.postes.map((poste, rang) => ({
          cle: `${String(rang)}-${poste.intitule}`,
          cellules: [
            `${poste.intitule} (${poste.categorie.toLowerCase()})`,
            poste.origine,
            SITUATIONS_DE_POSTE[poste.situation],
            poste.quotite === null ? 'à écrire' : `${poste.quotite}\u00A0%`,
            formaterEtpCentiemes(poste.etpCentiemes),
          ],
        }))}
      />
    )}
    <ChampNombre
      nom="transferes"
      libelle="Nombre d’agents transférés par les communes"
      aide="Zéro s’écrit : la convention doit le dire (SC-09)."
      defaultValue={contenu.transferes ?? ''}
    />
    <ChampChoix
      nom="delegation"
      libelle="Délégation de signature"
      aide="Elle ne peut être donnée qu’au chef du service (SC-11)."
      plusieurs
      retenus={contenu.delegationAuChef ? ['oui'] : []}
      choix={[
        { valeur: 'oui', libelle: 'Le chef du service peut recevoir délégation de signature' },
      ]}
    />
    <ChampTexte
      nom="accords"
      libelle="Accords collectifs annexés"
      lignes={3}
      aide="Un par ligne ; vide s’il n’y en a pas."
      defaultValue={contenu.accords.join('\n')}
    />
  </>
);
