import { z } from 'zod';

const courriel = z.email('Écrivez une adresse complète, comme prenom.nom@commune.fr.');
const motDePasse = z
  .string()
  .min(12, 'Choisissez au moins 12 caractères : une courte phrase convient très bien.')
  .max(200, 'Choisissez 200 caractères au plus.');
const nom = z.string().trim().min(1, 'Écrivez un nom.').max(120, 'Écrivez 120 caractères au plus.');

export const connexionParMotDePasse = z.object({
  courriel,
  motDePasse: z.string().min(1, 'Écrivez votre mot de passe.'),
});
export const connexionParLien = z.object({ courriel });
export const installation = z.object({ nom, courriel, motDePasse });
export const nouveauMotDePasse = z.object({ motDePasse });
export const invitation = z.object({
  nom,
  courriel,
  role: z.enum(['pilote', 'service', 'commune', 'elu', 'lecture'], 'Choisissez un rôle.'),
  collectivite: z.string().optional(),
});
export const lienDeCommune = z.object({
  collectivite: z.string().regex(/^\d{9}$/, 'Choisissez une collectivité.'),
  destinataire: z.union([z.literal(''), courriel]).optional(),
});

/** Les erreurs d’un formulaire, par champ, telles qu’on les montre. */
export type Erreurs = Readonly<Record<string, string>>;

/** Lit un formulaire : ses valeurs, ou une erreur par champ. */
export const lireFormulaire = <S extends z.ZodType>(
  schema: S,
  formulaire: FormData,
):
  | { readonly ok: true; readonly valeur: z.infer<S> }
  | { readonly ok: false; readonly erreurs: Erreurs } => {
  const lu = schema.safeParse(Object.fromEntries(formulaire));
  if (lu.success) return { ok: true, valeur: lu.data };
  return {
    ok: false,
    erreurs: Object.fromEntries(
      lu.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]),
    ),
  };
};
