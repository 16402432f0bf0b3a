import { type Contexte, ouvrirBase } from '../../../socle/base/index.server.ts';
import { deposerGrille } from './deposer.server.ts';
import { validerDepot } from './valider.server.ts';

/**
 * Un processus à part, que l’essai de coupure tue en pleine écriture :
 * node import-interrompu.exemples.ts <adresse> <geste> <contexte en JSON> <dépôt ou CSV>
 */
const [, , url = '', geste = '', contexteEcrit = '{}', objet = ''] = process.argv;
const contexte = JSON.parse(contexteEcrit) as Contexte;
const base = ouvrirBase(url, { connexions: 2 });
if (geste === 'valider') {
  await validerDepot(base, contexte, objet, '2026-11-24');
} else {
  await deposerGrille(
    base,
    contexte,
    {
      grille: 'grille-rh',
      collectivite: { siren: contexte.collectivite ?? '', nom: 'Mars' },
      nom: 'rh-mars.csv',
      octets: new TextEncoder().encode(objet),
    },
    '2026-11-24',
  );
}
await base.destroy();
