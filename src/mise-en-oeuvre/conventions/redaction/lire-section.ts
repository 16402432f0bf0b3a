import { lireJour } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { controlerRegles } from '../controle-financier.ts';
import type { ContenuServiceCommun, MissionConfiee } from '../service-commun/contenu.ts';
import type { SectionDeRedaction } from '../service-commun/edition.ts';
import { enLignes, type Lecture, lireEntier, lireRangees } from './lire-champs.ts';
import { lireFinances } from './lire-finances.ts';

export const SECTIONS: Readonly<Record<SectionDeRedaction, string>> = {
  objet: 'Objet',
  service: 'Missions et service',
  agents: 'Agents',
  finances: 'Coût et clé',
  duree: 'Durée et sortie',
  parties: 'Parties',
};
export const estSection = (texte: string): texte is SectionDeRedaction =>
  Object.hasOwn(SECTIONS, texte);

type Lecteur = (
  contenu: ContenuServiceCommun,
  lire: Lecture,
) => Resultat<ContenuServiceCommun, readonly Refus[]>;

const lireMissions = (lire: Lecture): readonly MissionConfiee[] =>
  lireRangees(lire, 'missions', ['intitule', 'autorite', 'transferee', 'cdg']).map(
    ({ intitule, autorite, transferee, cdg }) => ({
      intitule,
      autorite: autorite === 'maire' || autorite === 'president' ? autorite : null,
      competenceTransferee: transferee === 'oui',
      centreDeGestion: cdg === 'oui',
    }),
  );

const RECONDUCTIONS = ['expresse', 'tacite', 'aucune'] as const;

const lireDuree: Lecteur = (contenu, lire) => {
  const type = lire('type') === 'determinee' ? 'determinee' : 'sans-limite';
  const reconduction = RECONDUCTIONS.find((une) => une === lire('reconduction')) ?? null;
  return accepter({
    ...contenu,
    effetLe: lireJour(lire('effet')),
    duree: {
      type,
      ans: type === 'determinee' ? lireEntier(lire('ans')) : null,
      reconduction: type === 'determinee' ? reconduction : null,
      reconductionMaximum: reconduction === 'tacite' ? lireEntier(lire('maximum')) : null,
    },
    adhesion: {
      preavisMois: lireEntier(lire('adhesion.preavis')) ?? contenu.adhesion.preavisMois,
      date: lire('adhesion.date').trim() || contenu.adhesion.date,
    },
    preavisMois: lireEntier(lire('preavis')),
    sortie: {
      agents: lire('sortie.agents').trim(),
      biens: lire('sortie.biens').trim(),
      contrats: lire('sortie.contrats').trim(),
      chargesResiduellesMois: lireEntier(lire('sortie.charges')),
    },
    suivi: {
      composition: lire('suivi.composition').trim(),
      frequence: lire('suivi.frequence').trim(),
    },
    donneesPersonnelles: {
      responsable: lire('donnees.responsable').trim(),
      role: lire('donnees.role').trim(),
    },
    tribunal: lire('tribunal').trim(),
    lieuDeSignature: lire('lieu').trim(),
  });
};

const LECTEURS: Readonly<Record<Exclude<SectionDeRedaction, 'parties'>, Lecteur>> = {
  objet: (contenu, lire) =>
    accepter({
      ...contenu,
      nom: lire('nom').trim() || contenu.nom,
      contexte: lire('contexte').trim(),
      objectifs: enLignes(lire('objectifs')),
      schema: lire('schema').trim(),
      gestionnaire: lire('gestionnaire') || contenu.gestionnaire,
      deliberationGestionnaire: lire('deliberationGestionnaire').trim(),
    }),
  service: (contenu, lire) =>
    accepter({
      ...contenu,
      missions: lireMissions(lire),
      exclusions: enLignes(lire('exclusions')),
      actesReserves: enLignes(lire('actesReserves')),
      taches: lireRangees(lire, 'taches', ['tache', 'commune', 'service']),
      lieu: lire('lieu').trim(),
      horaires: lire('horaires').trim(),
      moyens: lireRangees(lire, 'moyens', ['designation', 'proprietaire', 'regime']),
      engagements: lireRangees(lire, 'engagements', ['indicateur', 'cible']),
    }),
  agents: (contenu, lire) =>
    accepter({
      ...contenu,
      transferes: lireEntier(lire('transferes')),
      delegationAuChef: lire('delegation') === 'oui',
      accords: enLignes(lire('accords')),
    }),
  finances: (contenu, lire) => {
    const finances = lireFinances(contenu.finances, lire);
    if (!finances.ok) return finances;
    const defauts = controlerRegles(finances.valeur);
    return defauts.length > 0
      ? refuser(defauts)
      : accepter({ ...contenu, finances: finances.valeur });
  },
  duree: lireDuree,
};

/**
 * Le contenu de la convention, une section remplacée par ce que le formulaire dit. Les autres
 * sections ne changent pas.
 */
export const lireSection = (
  section: Exclude<SectionDeRedaction, 'parties'>,
  contenu: ContenuServiceCommun,
  lire: Lecture,
): Resultat<ContenuServiceCommun, readonly Refus[]> => LECTEURS[section](contenu, lire);
