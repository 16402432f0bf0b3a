import {
  BoutonLien,
  ChampChoix,
  ChampNombre,
  ChampSelection,
  ChampTexte,
  Encadre,
} from '../../../socle/ui/index.ui.ts';
import { MODES_DE_CLE } from '../cle.ts';
import type { ContenuServiceCommun } from '../service-commun/contenu.ts';
import { ecrirePourcentage } from './lire-champs.ts';
import {
  BaremeEtTarifs,
  critereDe,
  DetailDuMode,
  OPTIONS_DE_CRITERE,
} from './mode-de-financement.tsx';

/** Le coût et la clé. Le coût prévisionnel et la simulation se joignent par calcul, pas par saisie. */
export const SectionFinances = ({
  contenu,
  simulation,
}: {
  contenu: ContenuServiceCommun;
  simulation: string | null;
}) => {
  const { finances } = contenu;
  const { cle, population, structure, acomptes } = finances;
  return (
    <>
      <Encadre
        titre={
          finances.simulation.length === 0
            ? 'Le coût et la simulation ne sont pas encore joints'
            : `Coût et simulation ${finances.annee} joints`
        }
      >
        <p>
          Aucun montant ne se saisit ici : enregistrez la clé, calculez le prévisionnel, puis
          joignez-le.
        </p>
        {simulation === null ? null : (
          <BoutonLien vers={simulation} taille="petite" ton="secondaire">
            Calculer et joindre
          </BoutonLien>
        )}
      </Encadre>
      <ChampNombre
        nom="annee"
        libelle="Exercice de référence"
        defaultValue={finances.annee === 0 ? '' : finances.annee}
      />
      <ChampSelection
        nom="mode"
        libelle="Mode de financement"
        obligatoire
        retenue={cle.mode}
        options={Object.entries(MODES_DE_CLE).map(([valeur, { libelle }]) => ({ valeur, libelle }))}
      />
      <ChampSelection
        nom="critere"
        libelle="Clé (ou clé de valorisation si le service est gratuit)"
        retenue={critereDe(cle)}
        options={OPTIONS_DE_CRITERE}
      />
      <DetailDuMode cle={cle} />
      <BaremeEtTarifs contenu={contenu} />
      <ChampSelection
        nom="population.genre"
        libelle="Population employée"
        retenue={population.genre}
        options={[
          { valeur: 'municipale', libelle: 'municipale' },
          { valeur: 'totale', libelle: 'totale' },
        ]}
      />
      <ChampNombre
        nom="population.millesime"
        libelle="Millésime de population"
        defaultValue={population.millesime}
      />
      <ChampNombre
        nom="quotePartEpci"
        libelle="Part gardée par l’intercommunalité"
        unite="%"
        defaultValue={ecrirePourcentage(finances.quotePartEpci)}
      />
      <ChampSelection
        nom="prorata"
        libelle="Entrée ou sortie en cours d’année"
        retenue={finances.prorata}
        options={[
          {
            valeur: 'cle-ponderee',
            libelle: 'clé pondérée par les jours : tout le coût reste réparti',
          },
          {
            valeur: 'part-annuelle-epci',
            libelle: 'part annuelle proratisée, l’écart à l’intercommunalité',
          },
          {
            valeur: 'part-annuelle-membres',
            libelle: 'part annuelle proratisée, l’écart aux autres membres',
          },
        ]}
      />
      <ChampSelection
        nom="personnel"
        libelle="Charges de personnel"
        retenue={finances.personnel}
        options={[
          { valeur: 'budget', libelle: 'chapitre 012 du budget du service' },
          { valeur: 'effectifs', libelle: 'coût des agents au prorata de leur temps' },
        ]}
      />
      <ChampNombre
        nom="structure.taux"
        libelle="Frais de structure"
        unite="%"
        defaultValue={ecrirePourcentage(structure.taux)}
      />
      <ChampSelection
        nom="structure.assiette"
        libelle="Assiette des frais de structure"
        retenue={structure.assiette}
        options={[
          { valeur: 'charges_personnel', libelle: 'charges de personnel' },
          { valeur: 'charges_directes', libelle: 'charges directes' },
        ]}
      />
      <ChampNombre
        nom="acomptes.nombre"
        libelle="Nombre d’acomptes"
        defaultValue={acomptes.nombre}
      />
      <ChampNombre
        nom="acomptes.taux"
        libelle="Total des acomptes"
        unite="%"
        defaultValue={ecrirePourcentage(acomptes.taux)}
      />
      <ChampTexte
        nom="previsionnelAvant"
        libelle="Prévisionnel notifié avant le"
        defaultValue={finances.previsionnelAvant}
      />
      <ChampTexte
        nom="definitifAvant"
        libelle="État définitif avant le"
        defaultValue={finances.definitifAvant}
      />
      <ChampNombre
        nom="contestation"
        libelle="Délai de contestation"
        unite="jours"
        defaultValue={finances.delaiContestationJours}
      />
      <ChampNombre
        nom="paiement"
        libelle="Délai de paiement"
        unite="jours"
        defaultValue={finances.delaiPaiementJours}
      />
      <ChampChoix
        nom="imputationAc"
        libelle="Attribution de compensation"
        plusieurs
        retenus={finances.imputationAc ? ['oui'] : []}
        choix={[
          {
            valeur: 'oui',
            libelle:
              'Imputer un socle sur l’attribution de compensation (fiscalité professionnelle unique seulement)',
          },
        ]}
      />
      <ChampChoix
        nom="revisionLibre"
        libelle="Révision"
        plusieurs
        retenus={finances.revisionLibre ? ['oui'] : []}
        choix={[
          {
            valeur: 'oui',
            libelle: 'La convention prévoit une révision libre de l’attribution de compensation',
          },
        ]}
      />
    </>
  );
};
