import { partFaite, secondesRestantes, type Travail } from '../../socle/travaux/index.ts';

/** Un travail tel que sa page le montre. */
export interface TravailMontre {
  readonly id: string;
  readonly libelle: string;
  readonly etat: Travail['etat'];
  readonly part: number | null;
  readonly etape: string | null;
  readonly secondesRestantes: number | null;
  readonly erreur: string | null;
  readonly annulationDemandee: boolean;
  /** Où le résultat se lit, s’il se lit quelque part. */
  readonly suite: string | null;
}

/** Une adresse de ce site seulement : un résultat ne mène jamais ailleurs. */
const adresseInterne = (resultat: Travail['resultat']): string | null => {
  if (typeof resultat !== 'object' || resultat === null || Array.isArray(resultat)) return null;
  const chemin = (resultat as { readonly chemin?: unknown }).chemin;
  return typeof chemin === 'string' && /^\/(?![/\\])/.test(chemin) ? chemin : null;
};

export const montrerTravail = (travail: Travail, instant: number): TravailMontre => {
  const { progression, total, message } = travail;
  return {
    id: travail.id,
    libelle: travail.libelle,
    etat: travail.etat,
    part: partFaite(travail),
    etape:
      message ?? (progression === null || total === null ? null : `${progression} sur ${total}`),
    secondesRestantes: secondesRestantes(travail, instant),
    erreur: travail.erreur,
    annulationDemandee: travail.annulationDemandee,
    suite: adresseInterne(travail.resultat),
  };
};
