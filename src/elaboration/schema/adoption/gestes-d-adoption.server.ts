import { anneeDe, estJour, type Jour } from '../../../moteurs/calendrier/index.ts';
import type { Refus, Resultat } from '../../../moteurs/resultat/index.ts';
import { type Acces, lireAdresse } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireCoches } from '../../../socle/formulaires/index.ts';
import { lireCourt } from '../saisie/formulaire.ts';
import {
  annulerEvenement,
  approuverSchema,
  communiquerAvancement,
  etablirRapport,
} from './adopter.server.ts';
import { envoyerAuxCommunes, saisirCommunes } from './transmettre.server.ts';

/** La date d’un formulaire ; le jour même si elle est absente ou mal écrite. */
export const lireDate = (formulaire: FormData, nom: string, aujourdhui: Jour): Jour => {
  const texte = lireCourt(formulaire, nom);
  return estJour(texte) ? texte : aujourdhui;
};

const lireDestinataires = (formulaire: FormData) =>
  lireCoches(formulaire, 'communes').map((siren) => ({
    siren,
    courriel: lireCourt(formulaire, `courriel-${siren}`) || null,
  }));

type Geste = (acces: Acces, formulaire: FormData) => Promise<Resultat<unknown, readonly Refus[]>>;

const GESTES: Readonly<Record<string, Geste>> = {
  'etablir-rapport': ({ base, contexte, aujourdhui }, formulaire) =>
    dansTerritoire(base, contexte, (tx) =>
      etablirRapport(tx, contexte, { le: lireDate(formulaire, 'le', aujourdhui) }, { aujourdhui }),
    ),
  saisir: ({ base, contexte, aujourdhui }, formulaire) => {
    const recueLe = lireDate(formulaire, 'recueLe', aujourdhui);
    const preuve = lireCourt(formulaire, 'preuve');
    const saisines = lireDestinataires(formulaire).map((envoi) => ({ ...envoi, recueLe, preuve }));
    return dansTerritoire(base, contexte, (tx) =>
      saisirCommunes(tx, contexte, saisines, { aujourdhui, adresse: lireAdresse() }),
    );
  },
  approuver: ({ base, contexte, aujourdhui }, formulaire) =>
    dansTerritoire(base, contexte, (tx) =>
      approuverSchema(
        tx,
        contexte,
        { le: lireDate(formulaire, 'le', aujourdhui), numero: lireCourt(formulaire, 'numero') },
        { aujourdhui },
      ),
    ),
  envoyer: ({ base, contexte, aujourdhui }, formulaire) => {
    const le = lireDate(formulaire, 'le', aujourdhui);
    const preuve = lireCourt(formulaire, 'preuve');
    const envois = lireDestinataires(formulaire).map((envoi) => ({ ...envoi, le, preuve }));
    return dansTerritoire(base, contexte, (tx) =>
      envoyerAuxCommunes(tx, contexte, envois, { aujourdhui, adresse: lireAdresse() }),
    );
  },
  communiquer: ({ base, contexte, aujourdhui }, formulaire) => {
    const le = lireDate(formulaire, 'le', aujourdhui);
    const annee = anneeDe(le);
    const seance = lireCourt(formulaire, 'seance');
    return dansTerritoire(base, contexte, (tx) =>
      communiquerAvancement(tx, contexte, { le, annee, seance }, { aujourdhui }),
    );
  },
  annuler: ({ base, contexte, aujourdhui }, formulaire) => {
    const id = lireCourt(formulaire, 'evenement');
    const motif = lireCourt(formulaire, 'motif');
    return dansTerritoire(base, contexte, (tx) =>
      annulerEvenement(tx, contexte, { id, motif }, { aujourdhui }),
    );
  },
};

/** Exécute le geste d’un formulaire de l’adoption. Un geste inconnu est un refus, pas une panne. */
export const faireGeste = async (
  acces: Acces,
  formulaire: FormData,
): Promise<Resultat<unknown, readonly Refus[]>> => {
  const nom = lireCourt(formulaire, 'geste');
  const geste = Object.hasOwn(GESTES, nom) ? GESTES[nom] : undefined;
  if (geste !== undefined) return geste(acces, formulaire);
  const refus: Refus = { code: 'geste-inconnu', message: 'Rechargez la page, puis recommencez.' };
  return { ok: false, refus: [refus] };
};
