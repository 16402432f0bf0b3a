import { formaterDate, type Jour } from '../../../moteurs/calendrier/index.ts';

/** Ce qu’un courriel d’adoption dit, avant d’être composé par la boîte d’envoi. */
export interface LettreAUneCommune {
  readonly destinataire: string;
  readonly objet: string;
  readonly paragraphes: readonly string[];
  readonly bouton: { readonly libelle: string; readonly adresse: string };
  readonly apres: readonly string[];
  readonly signature: string;
}

interface Correspondance {
  readonly destinataire: string;
  readonly commune: string;
  readonly epci: string;
  readonly auteur: string;
  /** Adresse personnelle de la commune. */
  readonly adresse: string;
}

/** La transmission du rapport pour avis (CGCT, art. L. 5211-39-1). */
export const lettreDeSaisine = (
  lettre: Correspondance & {
    readonly recueLe: Jour;
    readonly echeance: Jour;
    readonly tacite: Jour;
  },
): LettreAUneCommune => ({
  destinataire: lettre.destinataire,
  objet: `${lettre.epci} : projet de schéma de mutualisation, avis du conseil municipal de ${lettre.commune} avant le ${formaterDate(lettre.echeance)}`,
  paragraphes: [
    `${lettre.epci} vous transmet, pour avis du conseil municipal, le rapport relatif aux mutualisations de services et le projet de schéma (CGCT, art. L. 5211-39-1).`,
    `Le rapport est reçu le ${formaterDate(lettre.recueLe)}. Le conseil municipal peut se prononcer jusqu’au ${formaterDate(lettre.echeance)} inclus. Sans délibération à cette date, son avis est réputé favorable le ${formaterDate(lettre.tacite)}.`,
    'Sur votre page : le document (PDF, DOCX, ODT), ce qu’il change pour votre commune, un projet de délibération prêt à relire, et le formulaire pour déposer l’avis.',
  ],
  bouton: { libelle: 'Ouvrir la page de votre commune', adresse: lettre.adresse },
  apres: ['Cette page s’ouvre sans mot de passe : ne la transmettez qu’à la mairie.'],
  signature: `${lettre.auteur}, ${lettre.epci}`,
});

/** L’envoi du schéma approuvé (SCH-08). */
export const lettreDEnvoi = (
  lettre: Correspondance & { readonly approuveLe: Jour },
): LettreAUneCommune => ({
  destinataire: lettre.destinataire,
  objet: `${lettre.epci} : le schéma de mutualisation approuvé`,
  paragraphes: [
    `Le conseil communautaire a approuvé le schéma de mutualisation le ${formaterDate(lettre.approuveLe)}. Il est adressé au conseil municipal de ${lettre.commune} (CGCT, art. L. 5211-39-1).`,
  ],
  bouton: { libelle: 'Lire le schéma approuvé', adresse: lettre.adresse },
  apres: [],
  signature: `${lettre.auteur}, ${lettre.epci}`,
});
