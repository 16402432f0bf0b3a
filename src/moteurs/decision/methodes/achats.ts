import { type Lecture, lireMatrice, lireNombres } from '../lecture.ts';
import { type Bareme, couterLaQuantite, proposerLArrondi } from '../partage/achat.ts';
import { creerJeu, JOUEURS_MAX } from '../partage/jeu.ts';
import { calculerNucleole } from '../partage/nucleole.ts';
import { partagerSelonShapley } from '../partage/shapley.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

const lireBareme = (lecture: Lecture): Bareme => {
  const mode = lecture.valeurDe('mode');
  if (mode !== 'all-units' && mode !== 'incremental') {
    lecture.signaler('mode', 'Choisir « all-units » (toutes unités) ou « incremental ».');
  }
  const lignes = lireMatrice(lecture, lecture.valeurDe('tiers'), 'tiers', { colonnes: 2 });
  const paliers = lignes.map(([apartirDe = 0, prix = 0], i) => {
    const precedent = lignes[i - 1]?.[0];
    if (i === 0 && apartirDe !== 0) {
      lecture.signaler('tiers[0][0]', 'Faire partir le premier palier de la quantité 0.');
    }
    if (precedent !== undefined && apartirDe <= precedent) {
      lecture.signaler(`tiers[${i}][0]`, 'Ranger les paliers par quantité croissante.');
    }
    if (prix < 0) lecture.signaler(`tiers[${i}][1]`, 'Donner un prix unitaire positif ou nul.');
    return { apartirDe, prix };
  });
  return { mode: mode === 'incremental' ? 'incremental' : 'toutes-unites', paliers };
};

const lireQuantites = (lecture: Lecture): readonly number[] =>
  lireNombres(lecture, lecture.valeurDe('quantities'), 'quantities', { min: 0 });

/** `quantity-discount` : mode, tiers, quantities → cost (et l’arrondi à la hausse conseillé). */
export const appliquerBareme: Methode = (lecture) => {
  const bareme = lireBareme(lecture);
  const quantites = lireQuantites(lecture);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  return {
    cost: quantites.map((quantite) => couterLaQuantite(bareme, quantite)),
    roundUp: quantites.map((quantite) => {
      const conseil = proposerLArrondi(bareme, quantite);
      return conseil === null ? null : { quantity: conseil.quantite, saving: conseil.economie };
    }),
  };
};

/** `group-purchase` : mode, tiers, quantities → alone, joint, savings, partages. */
export const appliquerAchatGroupe: Methode = (lecture) => {
  const bareme = lireBareme(lecture);
  const quantites = lireQuantites(lecture);
  if (quantites.length > JOUEURS_MAX) {
    lecture.signaler('quantities', `Réunir ${JOUEURS_MAX} acheteurs au plus.`);
  }
  const total = quantites.reduce((s, q) => s + q, 0);
  if (total === 0) lecture.signaler('quantities', 'Donner au moins une quantité positive.');
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const alone = quantites.map((quantite) => couterLaQuantite(bareme, quantite));
  const joint = couterLaQuantite(bareme, total);
  const proportional = quantites.map((quantite) => (joint * quantite) / total);
  const jeu = creerJeu(quantites.length, (membres) =>
    couterLaQuantite(
      bareme,
      membres.reduce((s, i) => s + (quantites[i] ?? 0), 0),
    ),
  );
  return {
    alone,
    joint,
    savings: alone.reduce((s, c) => s + c, 0) - joint,
    proportional,
    shapley: partagerSelonShapley(jeu),
    nucleolus: calculerNucleole(jeu),
    proportionalIndividuallyRational: proportional.every(
      (part, i) => part <= (alone[i] ?? 0) + 1e-9 * Math.max(1, joint),
    ),
  };
};
