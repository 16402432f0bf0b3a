/** Une écriture du journal, telle que la base l’a notée. */
export interface EcritureDuJournal {
  readonly id: string;
  readonly le: Date;
  readonly auteur: string;
  readonly objet: string;
  readonly objetId: string;
  readonly action: 'creer' | 'modifier' | 'supprimer';
  readonly avant: Readonly<Record<string, unknown>> | null;
  readonly apres: Readonly<Record<string, unknown>> | null;
}

/** Un champ qui a changé, avant et après, en texte lisible. */
export interface Changement {
  readonly champ: string;
  readonly avant: string | null;
  readonly apres: string | null;
}

const TUS = new Set(['territoire_id', 'id', 'empreinte']);

const lisible = (valeur: unknown): string | null => {
  if (valeur === null || valeur === undefined) return null;
  if (typeof valeur === 'string') return valeur;
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  return JSON.stringify(valeur);
};

/** Les champs changés par une écriture ; à la création et à la suppression, ceux qui ont une valeur. */
export const listerChangements = ({
  avant,
  apres,
}: Pick<EcritureDuJournal, 'avant' | 'apres'>): readonly Changement[] => {
  const champs = [...new Set([...Object.keys(avant ?? {}), ...Object.keys(apres ?? {})])];
  return champs
    .filter((champ) => !TUS.has(champ))
    .map((champ) => ({
      champ: champ.replaceAll('_', ' '),
      avant: lisible(avant?.[champ]),
      apres: lisible(apres?.[champ]),
    }))
    .filter((changement) => changement.avant !== changement.apres);
};
