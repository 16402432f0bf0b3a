import { z } from 'zod';
import { lireMontant } from '../../moteurs/calcul/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { estNature } from './entrees.ts';

const cout = z.object({
  base: z.enum(['prevu', 'realise']),
  sens: z.enum(['depense', 'recette']),
  poste: z.string().trim().min(1, 'Nommez le poste de dépense.').max(80),
  libelle: z.string().trim().min(1, 'Dites ce que c’est.').max(200),
  montant: z
    .string()
    .transform((texte) => texte.replace(/[\s\u00A0\u202F€]/g, '').replace(',', '.')),
});

/** Un coût à ajouter à l’exercice. */
export const lireCout = (champs: Readonly<Record<string, string>>) => {
  const lu = cout.safeParse(champs);
  if (!lu.success)
    return refuser(
      lu.error.issues.map(
        ({ message }): Refus => ({ code: 'champ-invalide', message, article: null }),
      ),
    );
  const { montant, ...reste } = lu.data;
  const centimes = lireMontant(montant);
  if (!centimes.ok) return refuser([centimes.refus]);
  return centimes.valeur < 0n
    ? refuser([
        {
          code: 'montant-negatif',
          message: 'Écrivez un montant positif ; pour déduire, choisissez « recette ».',
          article: null,
        },
      ])
    : accepter({ ...reste, centimes: centimes.valeur });
};

export const lireEmission = (
  champs: Readonly<Record<string, string>>,
): Resultat<
  { nature: 'previsionnel' | 'definitif' | 'rectificatif'; commentaire: string },
  readonly Refus[]
> => {
  const nature = champs.nature ?? '';
  return estNature(nature)
    ? accepter({
        nature,
        commentaire: (champs.commentaire ?? '').trim().slice(0, 2000),
      })
    : refuser([
        { code: 'nature-inconnue', message: 'Choisissez l’état à émettre.', article: null },
      ]);
};

/** Les champs de texte d’un formulaire ; un fichier n’en est pas un. */
export const lireChamps = (formulaire: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...formulaire].flatMap(([nom, valeur]): [string, string][] =>
      typeof valeur === 'string' ? [[nom, valeur]] : [],
    ),
  );
