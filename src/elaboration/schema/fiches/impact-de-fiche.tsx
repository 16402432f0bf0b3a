import { formaterMontantEuros, formaterNombre } from '../../../socle/ui/index.ts';
import { Tableau } from '../../../socle/ui/index.ui.ts';
import type { FicheMontree } from './montrer-fiche.server.ts';

const signer = (texte: string, estPositif: boolean): string => (estPositif ? `+${texte}` : texte);
const ecrireEtp = (centiemes: number | null): string =>
  centiemes === null
    ? 'à écrire'
    : signer(formaterNombre(centiemes / 100, { min: 2 }), centiemes > 0);
const ecrireEuros = (centimes: bigint | null): string =>
  centimes === null ? 'à écrire' : signer(formaterMontantEuros(centimes), centimes > 0n);

/** L’impact prévisionnel, personne publique par personne publique (CGCT, art. L. 5211-39-1). */
export const ImpactDeFiche = ({ impacts }: Pick<FicheMontree, 'impacts'>) => (
  <Tableau
    legende="Impact prévisionnel par personne publique"
    colonnes={[
      { titre: 'Personne publique' },
      { titre: 'ETP transférés', estNombre: true },
      { titre: 'ETP créés', estNombre: true },
      { titre: 'ETP supprimés', estNombre: true },
      { titre: 'Dépenses de fonctionnement', estNombre: true },
      { titre: 'Attribution de compensation', estNombre: true },
    ]}
    lignes={impacts.map(({ siren, nom, impact }) => ({
      cle: siren,
      cellules: [
        nom,
        ecrireEtp(impact?.transfertsCentiemes ?? null),
        ecrireEtp(impact?.creationsCentiemes ?? null),
        ecrireEtp(impact?.suppressionsCentiemes ?? null),
        ecrireEuros(impact?.coutCentimes ?? null),
        ecrireEuros(impact?.attributionCentimes ?? null),
      ],
    }))}
  />
);
