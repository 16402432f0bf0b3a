import { z } from 'zod';
import type { Jour } from '../../../moteurs/calendrier/index.ts';

const jour = (message: string) => z.iso.date(message).transform((texte) => texte as Jour);

/** Le formulaire de lancement d’une campagne. */
export const CAMPAGNE_A_LANCER = z.object({
  grille: z.string().min(1, 'Choisissez la grille à collecter.'),
  titre: z.string().trim().max(120, 'Le titre dépasse 120 caractères : raccourcissez-le.'),
  consigne: z.string().trim().max(1000, 'La consigne dépasse 1 000 caractères : raccourcissez-la.'),
  photoAu: jour('Indiquez le jour que la grille décrit.'),
  echeance: jour('Indiquez le jour où les grilles sont attendues.'),
});

/** Une adresse de courriel, ou rien. */
export const COURRIEL = z.union([
  z.literal('').transform(() => null),
  z.email('Écrivez une adresse complète : mairie@commune.fr.'),
]);

export const CHANGEMENT_DE_CAMPAGNE = z.object({
  echeance: jour('Indiquez la nouvelle échéance.'),
  consigne: z.string().trim().max(1000, 'La consigne dépasse 1 000 caractères : raccourcissez-la.'),
  version: z.coerce.number().int(),
});

/** La première erreur de chaque champ. */
export const erreursParChamp = (erreur: z.ZodError): Readonly<Record<string, string>> =>
  Object.fromEntries(
    erreur.issues.toReversed().map(({ path, message }) => [String(path[0] ?? ''), message]),
  );
