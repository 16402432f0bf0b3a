import type { Jour } from '../calendrier/index.ts';
import type {
  Commune,
  Delai,
  Dossier,
  EffetDuSilence,
  Evenement,
  Procedure,
  Regle,
} from './index.ts';

export const uneRegle = (ecarts: Partial<Regle> = {}): Regle => ({
  code: 'ESSAI-01',
  titre: 'Règle d’essai',
  enonce: 'Énoncé.',
  article: 'art. 1',
  gravite: 'bloquant',
  confiance: 'confirme',
  depuis: null,
  jusqua: null,
  message: 'Recueillir les avis.',
  ...ecarts,
});

/** Règle d’avis de trois mois dont seul l’effet du silence change. */
export const uneRegleDAvis = (silence: EffetDuSilence, ecarts: Partial<Regle> = {}): Regle =>
  uneRegle({ delai: { duree: { mois: 3 }, silence, effet: 'Effet du silence.' }, ...ecarts });

export const DELAI_AVIS: Delai<unknown> = {
  genre: 'avis',
  regle: 'ESSAI-01',
  objet: 'Avis',
  depart: 'notification',
  reponse: 'deliberation',
  recevableDepuis: 'notification',
};

const COMMUNE = { nom: 'commune', forme: 'commune', libelle: 'la commune' } as const;

/** Une petite procédure complète : saisir, recueillir les avis, décider. */
export const uneProcedure = (ecarts: Partial<Procedure<unknown>> = {}): Procedure<unknown> => ({
  nom: 'essai',
  titre: 'Procédure d’essai',
  article: 'art. 0',
  regles: [uneRegleDAvis('favorable')],
  etats: [
    { code: 'projet', libelle: 'Projet', si: [] },
    { code: 'avis-rendus', libelle: 'Avis rendus', si: ['avis-rendus'] },
    { code: 'decide', libelle: 'Décidé', si: ['decide'] },
  ],
  evenements: [
    { type: 'notification', libelle: 'Notification', champs: [COMMUNE] },
    {
      type: 'deliberation',
      libelle: 'Délibération',
      champs: [COMMUNE, { nom: 'sens', forme: 'sens', libelle: 'le sens' }],
    },
    { type: 'decision', libelle: 'Décision', champs: [], exige: ['avis-rendus'] },
  ],
  conditions: {
    'avis-rendus': {
      regle: 'ESSAI-01',
      libelle: 'tous les avis sont rendus',
      verifier: (vue) =>
        vue.avis('ESSAI-01').every(({ clos }) => clos) ? 'acquise' : { manque: 'Avis attendus.' },
    },
    decide: {
      regle: 'ESSAI-01',
      libelle: 'la décision est prise',
      verifier: (vue) =>
        vue.faits('decision').length > 0 ? 'acquise' : { manque: 'Pas de décision.' },
    },
  },
  passages: [
    {
      nom: 'decider',
      libelle: 'Décider',
      de: ['avis-rendus'],
      vers: 'decide',
      par: 'decision',
      si: ['avis-rendus'],
    },
  ],
  delais: [DELAI_AVIS],
  majorites: [],
  pieces: [],
  aSavoir: [],
  exigeEpci: false,
  ...ecarts,
});

export const desCommunes = (...populations: readonly number[]): readonly Commune[] =>
  populations.map((population, rang) => ({
    code: `4200${rang + 1}`,
    nom: `Commune ${rang + 1}`,
    population,
  }));

export const unDossier = (
  le: Jour,
  evenements: readonly Evenement[],
  communes: readonly Commune[] = desCommunes(100),
): Dossier => ({ le, territoire: { communes, epci: null }, evenements, acte: null });

export const notifier = (date: Jour, commune = '42001'): Evenement => ({
  type: 'notification',
  date,
  commune,
});

export const deliberer = (date: Jour, sens: string, commune = '42001'): Evenement => ({
  type: 'deliberation',
  date,
  commune,
  sens,
});
