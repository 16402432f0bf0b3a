import { ChampTexte } from '../../../socle/ui/index.ui.ts';
import type { ContenuServiceCommun } from '../service-commun/contenu.ts';
import { Rangees } from './rangees.tsx';

const OUI = [{ valeur: 'oui', libelle: 'oui' }];
const AUTORITES = [
  { valeur: 'maire', libelle: 'le maire de la commune servie' },
  { valeur: 'president', libelle: 'le président de l’intercommunalité' },
];

export const SectionService = ({ contenu }: { contenu: ContenuServiceCommun }) => (
  <>
    <Rangees
      nom="missions"
      legende="Missions, et qui a l’autorité sur chacune (SC-10)"
      colonnes={[
        { champ: 'intitule', libelle: 'Mission' },
        { champ: 'autorite', libelle: 'Autorité fonctionnelle', options: AUTORITES },
        { champ: 'transferee', libelle: 'Relève d’une compétence transférée', options: OUI },
        { champ: 'cdg', libelle: 'Mission obligatoire du centre de gestion', options: OUI },
      ]}
      lignes={contenu.missions.map(
        ({ intitule, autorite, competenceTransferee, centreDeGestion }) => ({
          intitule,
          autorite: autorite ?? '',
          transferee: competenceTransferee ? 'oui' : '',
          cdg: centreDeGestion ? 'oui' : '',
        }),
      )}
    />
    <ChampTexte
      nom="exclusions"
      libelle="Ce que le service ne fait pas"
      lignes={4}
      aide="Un par ligne."
      defaultValue={contenu.exclusions.join('\n')}
    />
    <ChampTexte
      nom="actesReserves"
      libelle="Actes que le maire conserve"
      lignes={4}
      aide="Un par ligne."
      defaultValue={contenu.actesReserves.join('\n')}
    />
    <Rangees
      nom="taches"
      legende="Qui fait quoi, tâche par tâche"
      colonnes={[
        { champ: 'tache', libelle: 'Tâche' },
        { champ: 'commune', libelle: 'Commune' },
        { champ: 'service', libelle: 'Service commun' },
      ]}
      lignes={contenu.taches}
    />
    <ChampTexte nom="lieu" libelle="Lieu d’implantation" defaultValue={contenu.lieu} />
    <ChampTexte nom="horaires" libelle="Horaires" defaultValue={contenu.horaires} />
    <Rangees
      nom="engagements"
      legende="Engagements de service"
      colonnes={[
        { champ: 'indicateur', libelle: 'Indicateur' },
        { champ: 'cible', libelle: 'Cible' },
      ]}
      lignes={contenu.engagements}
    />
    <Rangees
      nom="moyens"
      legende="Biens et moyens"
      colonnes={[
        { champ: 'designation', libelle: 'Bien' },
        { champ: 'proprietaire', libelle: 'Propriétaire' },
        { champ: 'regime', libelle: 'Régime' },
      ]}
      lignes={contenu.moyens}
    />
  </>
);
