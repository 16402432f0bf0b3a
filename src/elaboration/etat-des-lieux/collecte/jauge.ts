import { type EtatDeCollecte, LIBELLES_DE_COLLECTE } from './completude.ts';

/** L’état d’affichage de chaque étape de collecte. */
export const ETATS_AFFICHES = {
  rendue: 'fait',
  'sans-objet': 'fait',
  'en-cours': 'en-cours',
  attendue: 'a-faire',
  'en-retard': 'refus',
} as const satisfies Record<EtatDeCollecte, string>;

/** Les parts d’une jauge de complétude : une par état d’affichage, les rendues d’abord. */
export const partsDeJauge = (parEtat: Readonly<Record<EtatDeCollecte, number>>) => {
  const { rendue, attendue } = parEtat;
  return [
    { etat: 'fait' as const, nombre: rendue + parEtat['sans-objet'], libelle: 'ont répondu' },
    {
      etat: 'en-cours' as const,
      nombre: parEtat['en-cours'],
      libelle: LIBELLES_DE_COLLECTE['en-cours'].toLowerCase(),
    },
    { etat: 'a-faire' as const, nombre: attendue, libelle: 'attendues' },
    { etat: 'refus' as const, nombre: parEtat['en-retard'], libelle: 'en retard' },
  ];
};
