import { estJour } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { lireCourt, lireTexte } from '../saisie/formulaire.ts';
import { estSens, type SensDAvis } from './evenements.ts';

/** Un avis tel que le formulaire l’envoie. */
export interface AvisSaisi {
  readonly le: `${number}-${number}-${number}`;
  readonly sens: SensDAvis;
  readonly numero: string;
  readonly reserves: string;
}

/** Ce qui a été tapé, pour le remontrer après un refus. */
export interface AvisTape {
  readonly le: string;
  readonly sens: string;
  readonly numero: string;
  readonly reserves: string;
}

export const lireAvisTape = (formulaire: FormData): AvisTape => ({
  le: lireCourt(formulaire, 'le'),
  sens: lireCourt(formulaire, 'sens'),
  numero: lireCourt(formulaire, 'numero').slice(0, 80),
  reserves: (lireTexte(formulaire, 'reserves') ?? '').trim().slice(0, 10_000),
});

/** Lit un avis. Refus : `date-absente`, `sens-absent`. */
export const lireAvis = (tape: AvisTape): Resultat<AvisSaisi, readonly Refus[]> => {
  const { le, sens, numero, reserves } = tape;
  const refus: Refus[] = [];
  if (!estJour(le)) {
    refus.push({ code: 'date-absente', message: 'Indiquez la date de la délibération.' });
  }
  if (!estSens(sens)) {
    refus.push({
      code: 'sens-absent',
      message: 'Choisissez le sens de l’avis : favorable, avec réserves ou défavorable.',
    });
  }
  return estJour(le) && estSens(sens) ? accepter({ le, sens, numero, reserves }) : refuser(refus);
};
