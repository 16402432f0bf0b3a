import { z } from 'zod';
import { lireJour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { CRITERES_DE_PERIMETRE, REGLES_DE_PERIMETRE } from '../../referentiel/criteres/index.ts';
import { trouverService } from '../../referentiel/nomenclatures/services.ts';
import { lireTexte } from '../../socle/formulaires/index.ts';
import { typographier } from '../../socle/ui/index.ts';
import type { PropositionDeDecision } from './decider.ts';
import type { ServiceExamine } from './modele.ts';
import { CRITERES_PESES } from './ponderer.ts';

const textes = (formulaire: FormData, nom: string): readonly string[] =>
  formulaire.getAll(nom).filter((valeur) => typeof valeur === 'string');

const refuserZod = (erreur: z.ZodError): readonly Refus[] =>
  erreur.issues.map(({ message, path }) => ({
    code: 'champ-invalide',
    message,
    chemin: path.join('-'),
  }));

const ouverture = z.object({
  titre: z
    .string()
    .min(1, 'Donnez un titre à la grille.')
    .max(120, 'Raccourcissez le titre : 120 caractères au plus.'),
  services: z
    .array(z.string())
    .min(1, 'Cochez au moins un service à examiner.')
    .max(60, 'Examinez 60 services au plus dans une grille.'),
});

const nommer = (codes: readonly string[]): readonly ServiceExamine[] =>
  codes.flatMap((code) => {
    const connu = trouverService(code);
    return connu === null ? [] : [{ service: connu.code, libelle: typographier(connu.libelle) }];
  });

/** Une grille à ouvrir : son titre et les services de la nomenclature à examiner. */
export const lireOuverture = (
  formulaire: FormData,
): Resultat<{ titre: string; services: readonly ServiceExamine[] }, readonly Refus[]> => {
  const lu = ouverture.safeParse({
    titre: lireTexte(formulaire, 'titre'),
    services: nommer(textes(formulaire, 'services')).map(({ service }) => service),
  });
  return lu.success
    ? accepter({ titre: lu.data.titre, services: nommer(lu.data.services) })
    : refuser(refuserZod(lu.error));
};

/** Les services cochés pour compléter une grille. */
export const lireServicesAAjouter = (formulaire: FormData): readonly ServiceExamine[] =>
  nommer(textes(formulaire, 'services'));

const note = z
  .enum(['', '1', '2', '3', '4', '5'], 'Choisissez une note de 1 à 5, ou « sans avis ».')
  .transform((lue) => (lue === '' ? null : Number(lue)));
const justification = z.string().max(2000, 'Raccourcissez : 2 000 caractères au plus.');

export interface NoteSaisie {
  readonly critere: string;
  readonly note: number | null;
  readonly justification: string;
}

/** Une note qui écarte un service ne se donne pas sans dire pourquoi. */
const exigerMotifDuVeto = (lues: readonly NoteSaisie[]): readonly Refus[] =>
  REGLES_DE_PERIMETRE.vetos.flatMap((veto) => {
    const lue = lues.find(({ critere }) => critere === veto.critere);
    return lue === undefined ||
      lue.note === null ||
      lue.note > veto.note ||
      lue.justification !== ''
      ? []
      : [
          {
            code: 'veto-sans-motif',
            message: 'Cette note écarte le service : écrivez pourquoi.',
            chemin: `justification-${veto.critere}`,
          },
        ];
  });

/** Les notes d’un évaluateur sur les critères envoyés (`note-CRxx`, `justification-CRxx`). */
export const lireNotation = (
  formulaire: FormData,
): Resultat<readonly NoteSaisie[], readonly Refus[]> => {
  const presents = CRITERES_DE_PERIMETRE.filter(({ code }) => formulaire.has(`note-${code}`));
  const lues = presents.map(({ code }) =>
    z.object({ note, justification }).safeParse({
      note: lireTexte(formulaire, `note-${code}`),
      justification: lireTexte(formulaire, `justification-${code}`),
    }),
  );
  const defauts = lues.flatMap((lue, place) =>
    lue.success
      ? []
      : refuserZod(lue.error).map((refus) => ({
          ...refus,
          chemin: `${refus.chemin ?? ''}-${presents[place]?.code ?? ''}`,
        })),
  );
  const notes = lues.flatMap((lue, place) =>
    lue.success ? [{ critere: presents[place]?.code ?? '', ...lue.data }] : [],
  );
  const tous = [...defauts, ...exigerMotifDuVeto(notes)];
  return tous.length > 0 ? refuser(tous) : accepter(notes);
};

/** Les rangs posés (`rang-CRxx`) et le rapport entre les extrêmes ; un rang absent vaut 1. */
export const lireCartes = (
  formulaire: FormData,
): { readonly rangs: Readonly<Record<string, number>>; readonly rapport: number } => ({
  rangs: Object.fromEntries(
    CRITERES_PESES.map(({ code }) => {
      const rang = Math.round(Number(lireTexte(formulaire, `rang-${code}`)));
      return [code, rang >= 1 && rang <= 99 ? rang : 1];
    }),
  ),
  rapport: Number(lireTexte(formulaire, 'rapport').replace(',', '.').replace(/\s/g, '')),
});

/** Les poids que l’on essaie, lus dans l’adresse (`poids-CRxx`, en points) ; null s’il n’y en a pas. */
export const lirePoidsEssayes = (
  parametres: URLSearchParams,
): Readonly<Record<string, number>> | null => {
  const donnes = CRITERES_PESES.flatMap(({ code }) => {
    const points = Number(parametres.get(`poids-${code}`)?.replace(',', '.') ?? Number.NaN);
    return Number.isFinite(points) ? [[code, Math.min(1000, points)] as const] : [];
  });
  return donnes.length === 0 ? null : Object.fromEntries(donnes);
};

/** La proposition telle qu’envoyée ; `jugerDecision` dit ce qui manque. */
export const lireDecisionProposee = (formulaire: FormData): PropositionDeDecision => ({
  forme: lireTexte(formulaire, 'forme'),
  membres: [...new Set(textes(formulaire, 'membres'))],
  instance: lireTexte(formulaire, 'instance'),
  decideLe: lireJour(lireTexte(formulaire, 'decideLe')),
  motif: lireTexte(formulaire, 'motif'),
});
