import { accepter, type Resultat, refuser } from '../resultat/index.ts';
import type { CollectiviteDuTerritoire, Territoire } from './schema.ts';

const texte = (objet: Readonly<Record<string, unknown>>, cle: string): string | null => {
  const valeur = objet[cle];
  return typeof valeur === 'string' && valeur !== ''
    ? valeur
    : typeof valeur === 'number'
      ? String(valeur)
      : null;
};

const estObjet = (valeur: unknown): valeur is Readonly<Record<string, unknown>> =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

const lireCommune = (valeur: unknown): CollectiviteDuTerritoire | null => {
  if (!estObjet(valeur)) return null;
  const siren = texte(valeur, 'siren');
  const nom = texte(valeur, 'nom');
  return siren !== null && nom !== null
    ? {
        siren,
        nom,
        codeInsee: texte(valeur, 'code_insee') ?? texte(valeur, 'code'),
        codePostal: texte(valeur, 'code_postal'),
      }
    : null;
};

/** Lit la description JSON d’un territoire (EPCI et communes membres), telle que l’échangent les commandes. */
export const lireTerritoire = (json: unknown): Resultat<Territoire> => {
  if (!estObjet(json))
    return refuser({
      code: 'territoire-illisible',
      message:
        'Le territoire doit être un objet JSON avec « siren », « nom », « type » et « communes ».',
    });
  const siren = texte(json, 'siren') ?? texte(json, 'code');
  const nom = texte(json, 'nom');
  const brutes = json.communes ?? json.membres;
  if (siren === null || nom === null)
    return refuser({
      code: 'territoire-illisible',
      message: 'Le territoire n’a pas de SIREN ou de nom.',
      chemin: siren === null ? 'siren' : 'nom',
    });
  if (!Array.isArray(brutes))
    return refuser({
      code: 'territoire-illisible',
      message: 'Le territoire n’a pas de liste « communes ».',
      chemin: 'communes',
    });
  const communes: CollectiviteDuTerritoire[] = [];
  for (const [i, brute] of brutes.entries()) {
    const commune = lireCommune(brute);
    if (!commune)
      return refuser({
        code: 'territoire-illisible',
        message: `La commune n° ${i + 1} n’a pas de SIREN ou de nom.`,
        chemin: `communes[${i}]`,
      });
    communes.push(commune);
  }
  return accepter({
    epci: { siren, nom, type: texte(json, 'type') ?? 'CC', codeInsee: null, codePostal: null },
    communes,
  });
};
