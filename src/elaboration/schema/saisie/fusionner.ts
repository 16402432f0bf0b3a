import {
  type ChampARediger,
  estPareille,
  type Redaction,
  type ValeurRedigee,
  valeurDe,
} from './champs.ts';

/** Un champ que deux personnes ont changé différemment : les deux textes se montrent. */
export interface Conflit {
  readonly champ: ChampARediger;
  readonly enLigne: ValeurRedigee;
  readonly votre: ValeurRedigee;
}

export interface Fusion {
  /** En cas de conflit, le champ garde ce que vous avez écrit. */
  readonly redaction: Redaction;
  readonly conflits: readonly Conflit[];
  /** Les champs repris de l’autre personne, que vous n’aviez pas touchés. */
  readonly repris: readonly ChampARediger[];
}

/**
 * Comparaison à trois voies, champ par champ : ce qu’on a lu (base), ce qui est en ligne, ce qu’on
 * envoie. Seul un champ changé des deux côtés, différemment, est un conflit.
 * @param base null quand la version lue n’est plus connue : tout écart est alors un conflit
 */
export const fusionner = (
  champs: readonly ChampARediger[],
  base: Redaction | null,
  enLigne: Redaction,
  votre: Redaction,
): Fusion => {
  const conflits: Conflit[] = [];
  const repris: ChampARediger[] = [];
  const redaction: Record<string, ValeurRedigee> = { ...enLigne };
  for (const champ of champs) {
    const a = valeurDe(champ, enLigne);
    const b = valeurDe(champ, votre);
    const depart = base === null ? null : valeurDe(champ, base);
    redaction[champ.nom] = b;
    if (estPareille(a, b)) continue;
    if (depart !== null && estPareille(depart, b)) {
      redaction[champ.nom] = a;
      repris.push(champ);
    } else if (depart === null || !estPareille(depart, a)) {
      conflits.push({ champ, enLigne: a, votre: b });
    }
  }
  return { redaction, conflits, repris };
};
