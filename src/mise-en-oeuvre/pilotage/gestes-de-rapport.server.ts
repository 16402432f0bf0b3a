import { lireJour } from '../../moteurs/calendrier/index.ts';
import { type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Acces } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireChamp } from '../../socle/formulaires/index.ts';
import { communiquerLeRapport } from './communiquer-le-rapport.server.ts';
import { garderRapport, lireMatiereDuRapport } from './composer-rapport.server.ts';
import { lireRedaction } from './formulaires.schema.ts';
import { enregistrerRapport } from './rapports.sql.server.ts';

type Geste = (
  acces: Acces,
  annee: number,
  formulaire: FormData,
) => Promise<Resultat<unknown, readonly Refus[]>>;

const garder =
  (genre: 'copie' | 'definitif'): Geste =>
  ({ base, contexte, aujourdhui }, annee) =>
    dansTerritoire(base, contexte, (tx) =>
      garderRapport(tx, contexte, { annee, genre }, aujourdhui),
    );

const communiquer: Geste = async ({ base, contexte, aujourdhui }, annee, formulaire) => {
  const le = lireJour(lireChamp(formulaire, 'communiqueLe'));
  if (le === null) {
    return refuser([
      { code: 'date-absente', message: 'Donnez le jour de la séance.', chemin: 'communiqueLe' },
    ]);
  }
  return dansTerritoire(base, contexte, async (tx) => {
    const { redaction } = await lireMatiereDuRapport(tx, contexte, annee, aujourdhui);
    return communiquerLeRapport(tx, contexte, { annee, le, cadre: redaction.cadre }, aujourdhui);
  });
};

const rediger: Geste = async ({ base, contexte, aujourdhui }, annee, formulaire) => {
  const lu = lireRedaction(formulaire);
  if (!lu.ok) return lu;
  const ecrit = await dansTerritoire(base, contexte, (tx) =>
    enregistrerRapport(tx, contexte, { annee, ...lu.valeur }, aujourdhui),
  );
  return ecrit.ok ? ecrit : refuser([ecrit.refus]);
};

const GESTES: Readonly<Record<string, Geste>> = {
  copie: garder('copie'),
  definitif: garder('definitif'),
  communiquer,
};

/** Les gestes de la page d’un rapport ; sans nom, l’enregistrement de la rédaction. */
export const faireGesteDeRapport: Geste = (acces, annee, formulaire) => {
  const nom = lireChamp(formulaire, 'geste');
  const geste = Object.hasOwn(GESTES, nom) ? GESTES[nom] : undefined;
  return (geste ?? rediger)(acces, annee, formulaire);
};
