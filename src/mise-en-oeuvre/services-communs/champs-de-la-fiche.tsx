import type { Jour } from '../../moteurs/calendrier/index.ts';
import { ChampDate, ChampNombre, ChampTexte } from '../../socle/ui/index.ui.ts';
import type { FicheDImpact } from './fiche-impact.ts';

/** Ce que la fiche d’impact porte en plus de ses rubriques : coût, mesures, rédacteurs, jour. */
export const ChampsDeLaFiche = ({
  fiche,
  aujourdhui,
}: {
  fiche: FicheDImpact;
  aujourdhui: Jour;
}) => {
  const euros = (Number(fiche.convergenceCentimes) / 100).toFixed(2).replace('.', ',');
  return (
    <>
      <ChampNombre
        nom="convergence"
        libelle="Coût annuel de la convergence des régimes"
        unite="€"
        defaultValue={euros}
        aide="Aligner les régimes indemnitaires et les avantages : 0 s’il n’y a rien à aligner."
      />
      <ChampTexte
        nom="mesures"
        libelle="Mesures d’accompagnement"
        lignes={4}
        defaultValue={fiche.mesures.join('\n')}
        aide="Une par ligne : formation, tutorat, entretien individuel…"
      />
      <ChampTexte
        nom="redacteurs"
        libelle="Rédacteurs"
        lignes={2}
        defaultValue={fiche.redacteurs.join('\n')}
        aide="Un par ligne."
      />
      <ChampDate
        nom="le"
        libelle="Jour où la fiche est figée"
        jour={aujourdhui}
        max={aujourdhui}
        aide="Sert seulement si vous figez la fiche."
      />
    </>
  );
};
