import { lireJour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Acces } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireTexte } from '../../socle/formulaires/index.ts';
import { lireTerritoire } from '../../socle/territoire/index.server.ts';
import { enregistrerFaits } from '../conventions/index.server.ts';
import { versTerritoireInstruit } from '../conventions/index.ts';
import { enregistrerFicheDImpact, lireFicheDImpact } from './fiche-impact.sql.server.ts';
import { type FicheDImpact, RUBRIQUES, type Rubrique, rubriquesRemplies } from './fiche-impact.ts';
import { lireFicheDuFormulaire } from './formulaires.schema.ts';
import { conventionDuService } from './naitre.server.ts';
import { lireServiceCommun } from './services-communs.sql.server.ts';

/** Rien n’est perdu : la saisie revient avec ce qui manque, et le texte en ligne s’il a changé. */
export interface FicheRefusee {
  readonly motifs: readonly Refus[];
  readonly saisie: FicheDImpact;
  readonly version: number;
  readonly enLigne: FicheDImpact | null;
}

const rubriquesVides = (fiche: FicheDImpact): readonly Refus[] => {
  const remplies = new Set(rubriquesRemplies(fiche));
  const vides = (Object.keys(RUBRIQUES) as Rubrique[]).filter((une) => !remplies.has(une));
  return vides.map((rubrique) => ({
    code: 'SC-06',
    message: `${RUBRIQUES[rubrique]} : écrivez l’avant et l’après de chaque ligne.`,
    article: 'CGCT, art. L. 5211-4-2',
  }));
};

/**
 * Enregistre la fiche ; « figer » verse en plus le fait au dossier de la convention, si les quatre
 * rubriques sont remplies. Le contenu figé est gardé avec le fait.
 */
export const enregistrerOuFiger = async (
  { base, contexte, aujourdhui }: Acces,
  serviceId: string,
  formulaire: FormData,
): Promise<Resultat<{ readonly conventionId: string | null }, FicheRefusee>> => {
  const saisie = lireFicheDuFormulaire(formulaire);
  const version = Number(formulaire.get('version'));
  const refus = (motifs: readonly Refus[], lue = version, enLigne: FicheDImpact | null = null) =>
    refuser({ motifs, saisie, version: lue, enLigne });
  return dansTerritoire(base, contexte, async (tx) => {
    const enregistree = await enregistrerFicheDImpact(tx, contexte, serviceId, {
      fiche: saisie,
      version,
    });
    if (!enregistree.ok) {
      const lue = await lireFicheDImpact(tx, contexte, serviceId);
      return refus([enregistree.refus], lue?.version, lue?.fiche ?? null);
    }
    if (formulaire.get('geste') !== 'figer') return accepter({ conventionId: null });
    const vides = rubriquesVides(saisie);
    if (vides.length > 0) return refus(vides, version + 1);
    const service = await lireServiceCommun(tx, contexte, serviceId);
    const convention = service === null ? null : await conventionDuService(tx, contexte, service);
    const le = lireJour(lireTexte(formulaire, 'le'));
    if (convention === null || le === null)
      return refus(
        [{ code: 'date-absente', message: 'Indiquez le jour où la fiche est figée.' }],
        version + 1,
      );
    const figees = convention.evenements.filter(({ type }) => type === 'fiche-impact').length;
    const verse = await enregistrerFaits(
      tx,
      contexte,
      convention.id,
      [
        {
          type: 'fiche-impact',
          le,
          siren: null,
          donnees: {
            rubriques: rubriquesRemplies(saisie),
            version: String(figees + 1),
            fiche: saisie,
          },
        },
      ],
      { territoire: versTerritoireInstruit(await lireTerritoire(tx)), aujourdhui },
    );
    return verse.ok ? accepter({ conventionId: convention.id }) : refus(verse.refus, version + 1);
  });
};
