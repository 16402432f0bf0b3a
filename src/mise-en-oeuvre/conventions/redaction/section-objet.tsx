import { ChampSelection, ChampTexte } from '../../../socle/ui/index.ui.ts';
import type { Partie } from '../convention.ts';
import type { ContenuServiceCommun } from '../service-commun/contenu.ts';

export const SectionObjet = ({
  contenu,
  parties,
}: {
  contenu: ContenuServiceCommun;
  parties: readonly Partie[];
}) => (
  <>
    <ChampTexte nom="nom" libelle="Nom du service" obligatoire defaultValue={contenu.nom} />
    <ChampTexte
      nom="contexte"
      libelle="Situation actuelle et motifs"
      lignes={5}
      defaultValue={contenu.contexte}
    />
    <ChampTexte
      nom="objectifs"
      libelle="Objectifs"
      lignes={5}
      aide="Un par ligne."
      defaultValue={contenu.objectifs.join('\n')}
    />
    <ChampTexte
      nom="schema"
      libelle="Délibération approuvant le schéma de mutualisation"
      defaultValue={contenu.schema}
    />
    <ChampSelection
      nom="gestionnaire"
      libelle="Gestionnaire du service"
      aide="L’intercommunalité ; une commune, seulement si le conseil communautaire la choisit (SC-04)."
      obligatoire
      retenue={contenu.gestionnaire}
      options={parties.map(({ siren, nom }) => ({ valeur: siren, libelle: nom }))}
    />
    <ChampTexte
      nom="deliberationGestionnaire"
      libelle="Délibération qui choisit la commune gestionnaire"
      defaultValue={contenu.deliberationGestionnaire}
    />
  </>
);
