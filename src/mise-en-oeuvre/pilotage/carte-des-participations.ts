import { composerFond, type FondDeCarte } from '../../socle/ui/index.ts';
import { compterParticipations, type Participation } from './participations.ts';

/** Une commune, pour la carte et la matrice. */
export interface CommuneSituee {
  readonly siren: string;
  readonly codeInsee: string | null;
  readonly nom: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

const LEGENDE = [
  { classe: 1, libelle: 'aucun service' },
  { classe: 2, libelle: '1 service' },
  { classe: 3, libelle: '2 services' },
  { classe: 4, libelle: '3 services' },
  { classe: 5, libelle: '4 services et plus' },
] as const;

const services = (nombre: number): string => `${nombre} service${nombre > 1 ? 's' : ''}`;

/** « 2 services, 1 prévu » : tout ce que dit la carte d’une commune. */
export const ecrireParticipations = (effectives: number, prevues: number): string => {
  if (effectives + prevues === 0) return 'aucun service';
  if (effectives === 0) return `${services(prevues)} à venir`;
  return prevues === 0 ? services(effectives) : `${services(effectives)}, ${prevues} à venir`;
};

/** Ce que la page montre : le fond, les valeurs par code INSEE, la légende, la matrice. */
export interface CarteDesParticipations {
  readonly fond: FondDeCarte;
  readonly valeurs: Readonly<
    Record<string, { classe: number; ecriture: string; taille?: number | undefined }>
  >;
  readonly legende: readonly { classe: number; libelle: string }[];
  readonly colonnes: readonly { cle: string; titre: string }[];
  readonly lignes: readonly {
    cle: string;
    nom: string;
    cellules: Readonly<
      Record<string, { statut: string; jour?: `${number}-${number}-${number}` | undefined }>
    >;
  }[];
}

/** Compose la carte (nombre de services par commune) et la matrice communes × services. */
export const composerParticipations = (
  communes: readonly CommuneSituee[],
  contours: Parameters<typeof composerFond>[1],
  participations: readonly Participation[],
): CarteDesParticipations => {
  const { fond, enBulles } = composerFond(communes, contours);
  const comptes = communes.map((commune) => ({
    code: commune.codeInsee ?? '',
    ...compterParticipations(participations, commune.siren),
  }));
  const maximum = Math.max(1, ...comptes.map(({ effectives, prevues }) => effectives + prevues));
  return {
    fond,
    legende: LEGENDE,
    valeurs: Object.fromEntries(
      comptes.map(({ code, effectives, prevues }) => [
        code,
        {
          classe: Math.min(5, effectives + prevues + 1),
          ecriture: ecrireParticipations(effectives, prevues),
          ...(enBulles ? { taille: (effectives + prevues) / maximum } : {}),
        },
      ]),
    ),
    colonnes: participations.map(({ cle, nom }) => ({ cle, titre: nom })),
    lignes: communes.map(({ siren, nom }) => ({
      cle: siren,
      nom,
      cellules: Object.fromEntries(
        participations.flatMap(({ cle, membres }) => {
          const membre = membres.find(({ collectivite }) => collectivite === siren);
          if (membre === undefined) return [];
          return [
            [
              cle,
              {
                statut: membre.estEffectif ? 'participe' : 'prevu',
                ...(membre.depuis === null ? {} : { jour: membre.depuis }),
              },
            ],
          ];
        }),
      ),
    })),
  };
};
