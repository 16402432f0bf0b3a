import {
  ChampChoix,
  ChampDate,
  ChampNombre,
  ChampSelection,
  ChampTexte,
} from '../../../socle/ui/index.ui.ts';
import type { ContenuServiceCommun } from '../service-commun/contenu.ts';

export const SectionDuree = ({ contenu }: { contenu: ContenuServiceCommun }) => {
  const { duree, sortie, suivi, donneesPersonnelles, adhesion } = contenu;
  return (
    <>
      <ChampDate
        nom="effet"
        libelle="Date d’effet"
        {...(contenu.effetLe === null ? {} : { jour: contenu.effetLe })}
      />
      <ChampChoix
        nom="type"
        libelle="Durée"
        obligatoire
        retenus={[duree.type]}
        choix={[
          { valeur: 'sans-limite', libelle: 'Sans limite' },
          { valeur: 'determinee', libelle: 'Déterminée' },
        ]}
      />
      <ChampNombre nom="ans" libelle="Nombre d’années" defaultValue={duree.ans ?? ''} />
      <ChampSelection
        nom="reconduction"
        libelle="Reconduction"
        retenue={duree.reconduction ?? ''}
        options={[
          { valeur: 'expresse', libelle: 'expresse, par délibérations' },
          { valeur: 'tacite', libelle: 'tacite' },
          { valeur: 'aucune', libelle: 'aucune' },
        ]}
      />
      <ChampNombre
        nom="maximum"
        libelle="Nombre maximal de reconductions tacites"
        defaultValue={duree.reconductionMaximum ?? ''}
      />
      <ChampNombre
        nom="adhesion.preavis"
        libelle="Préavis d’adhésion"
        unite="mois"
        defaultValue={adhesion.preavisMois}
      />
      <ChampTexte
        nom="adhesion.date"
        libelle="Jour d’effet des adhésions"
        defaultValue={adhesion.date}
      />
      <ChampNombre
        nom="preavis"
        libelle="Préavis de retrait"
        unite="mois"
        defaultValue={contenu.preavisMois ?? ''}
      />
      <ChampTexte
        nom="sortie.agents"
        libelle="Retrait : sort des agents"
        lignes={3}
        defaultValue={sortie.agents}
      />
      <ChampTexte
        nom="sortie.biens"
        libelle="Retrait : sort des biens, logiciels et données"
        lignes={3}
        defaultValue={sortie.biens}
      />
      <ChampTexte
        nom="sortie.contrats"
        libelle="Retrait : sort des contrats"
        lignes={2}
        defaultValue={sortie.contrats}
      />
      <ChampNombre
        nom="sortie.charges"
        libelle="Retrait : charges résiduelles"
        unite="mois"
        defaultValue={sortie.chargesResiduellesMois ?? ''}
      />
      <ChampTexte
        nom="suivi.composition"
        libelle="Comité de suivi : composition"
        defaultValue={suivi.composition}
      />
      <ChampTexte
        nom="suivi.frequence"
        libelle="Comité de suivi : fréquence minimale"
        aide="« une fois par an »"
        defaultValue={suivi.frequence}
      />
      <ChampTexte
        nom="donnees.responsable"
        libelle="Responsable des données personnelles"
        defaultValue={donneesPersonnelles.responsable}
      />
      <ChampTexte
        nom="donnees.role"
        libelle="Rôle des autres parties"
        defaultValue={donneesPersonnelles.role}
      />
      <ChampTexte
        nom="tribunal"
        libelle="Ville du tribunal administratif"
        defaultValue={contenu.tribunal}
      />
      <ChampTexte nom="lieu" libelle="Lieu de signature" defaultValue={contenu.lieuDeSignature} />
    </>
  );
};
