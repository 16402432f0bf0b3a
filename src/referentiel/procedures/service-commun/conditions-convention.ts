import { type Condition, type Constat, enumerer } from '../../../moteurs/procedure/index.ts';
import { estFiscaliteUnique } from '../fiscalite.ts';
import type { VueDuService } from './comites.ts';
import type { AgentConcerne, ConventionDeServiceCommun } from './convention.ts';

const TEMPS_COMPLET = 100;

/** Clauses de fin attendues ; une clause « sortie » les couvre toutes, sauf la durée. */
const CLAUSES_DE_FIN = [
  { libelle: 'durée', debuts: ['duree'] },
  { libelle: 'préavis', debuts: ['preavis', 'sortie', 'retrait', 'denonciation'] },
  { libelle: 'sort des agents', debuts: ['agents', 'sort-des-agents', 'sortie'] },
  { libelle: 'sort des biens', debuts: ['biens', 'sort-des-biens', 'sortie'] },
  { libelle: 'sort des contrats', debuts: ['contrats', 'sort-des-contrats', 'sortie'] },
  { libelle: 'coûts de sortie', debuts: ['couts', 'charges-residuelles', 'sortie'] },
] as const;

const aClause = (clauses: readonly string[], debuts: readonly string[]): boolean =>
  clauses.some((clause) => debuts.some((debut) => clause.startsWith(debut)));

const acquiseSi = (estAcquise: boolean, manque: string): Constat =>
  estAcquise ? 'acquise' : { manque };

const direAgents = (agents: readonly AgentConcerne[]): string =>
  enumerer(agents.map(({ libelle }) => libelle));

/** Examine la convention ; sans convention, on ne sait pas. */
const surLaConvention =
  (examiner: (convention: ConventionDeServiceCommun, vue: VueDuService) => Constat) =>
  (vue: VueDuService): Constat =>
    vue.acte === null ? 'inconnue' : examiner(vue.acte, vue);

const verifierMembres = surLaConvention(({ membres }) => {
  const etrangers = membres.filter(({ qualite }) => qualite === 'hors-champ');
  if (etrangers.length > 0) {
    return { manque: `Hors champ : ${enumerer(etrangers.map(({ nom }) => nom))}.` };
  }
  const aLEpci = membres.some(({ qualite }) => qualite === 'epci');
  const aUneCommune = membres.some(({ qualite }) => qualite === 'commune' || qualite === 'presume');
  const absents = [...(aLEpci ? [] : ['l’EPCI']), ...(aUneCommune ? [] : ['une commune membre'])];
  return acquiseSi(absents.length === 0, `Il manque ${enumerer(absents)}.`);
});

const aDesigneLe = (vue: VueDuService, gestionnaire: string): boolean =>
  vue
    .faits('deliberation')
    .some(
      ({ collectivite, sens, designeGestionnaire }) =>
        collectivite === vue.territoire.epci?.siren &&
        sens === 'favorable' &&
        designeGestionnaire === gestionnaire,
    );

const verifierGestionnaire = surLaConvention((convention, vue) => {
  const { gestionnaire, membres, designationGestionnaire } = convention;
  if (gestionnaire === null) return { manque: 'Le gestionnaire n’est pas nommé.' };
  if (gestionnaire === vue.territoire.epci?.siren) return 'acquise';
  const commune = membres.find(({ id }) => id === gestionnaire);
  const estCommune = commune?.qualite === 'commune' || commune?.qualite === 'presume';
  if (!estCommune)
    return { manque: 'Le gestionnaire n’est ni l’EPCI, ni une commune participante.' };
  return acquiseSi(
    designationGestionnaire || aDesigneLe(vue, gestionnaire),
    `Aucune délibération communautaire ne choisit ${commune.nom}.`,
  );
});

const verifierAutorites = surLaConvention(({ missions }) => {
  if (missions.length === 0) return { manque: 'Aucune mission n’est décrite.' };
  const muettes = missions.filter(({ autorite }) => autorite === null);
  return acquiseSi(
    muettes.length === 0,
    `À renseigner : ${enumerer(muettes.map(({ nom }) => nom))}.`,
  );
});

/** Conditions de contenu : ce que la convention doit dire (SC-01 à SC-17). */
export const CONDITIONS_DE_CONVENTION = {
  'membres-admis': {
    regle: 'SC-01',
    libelle: 'l’EPCI et au moins une de ses communes participent, sans tiers',
    verifier: verifierMembres,
  },
  'hors-competences-transferees': {
    regle: 'SC-02',
    libelle: 'aucune mission ne relève d’une compétence transférée',
    verifier: surLaConvention(({ missions }) => {
      const exclues = missions.filter(({ competenceTransferee }) => competenceTransferee);
      return acquiseSi(
        exclues.length === 0,
        `Missions à retirer : ${enumerer(exclues.map(({ nom }) => nom))}.`,
      );
    }),
  },
  'hors-centre-de-gestion': {
    regle: 'SC-03',
    libelle: 'aucune mission obligatoire du centre de gestion n’est reprise',
    verifier: surLaConvention(({ missions }) => {
      const exclues = missions.filter(({ centreDeGestion }) => centreDeGestion);
      return acquiseSi(
        exclues.length === 0,
        `Missions à retirer : ${enumerer(exclues.map(({ nom }) => nom))}.`,
      );
    }),
  },
  'gestionnaire-choisi': {
    regle: 'SC-04',
    libelle: 'le gestionnaire est l’EPCI, ou une commune choisie par lui',
    verifier: verifierGestionnaire,
  },
  'temps-complet-transfere': {
    regle: 'SC-07',
    libelle: 'aucun agent à temps complet sur le service n’est seulement mis à disposition',
    verifier: surLaConvention(({ misADisposition }) => {
      const complets = misADisposition.agents.filter(
        ({ quotite }) => quotite !== null && quotite >= TEMPS_COMPLET,
      );
      return acquiseSi(complets.length === 0, `À transférer : ${direAgents(complets)}.`);
    }),
  },
  'quotites-ecrites': {
    regle: 'SC-08',
    libelle: 'chaque agent à temps partagé est mis à disposition avec sa quotité',
    verifier: surLaConvention(({ misADisposition, transferes }) => {
      const { agents, nombre } = misADisposition;
      const sansQuotite = agents.filter(({ quotite }) => quotite === null);
      const partages = transferes.agents.filter(
        ({ quotite }) => quotite !== null && quotite < TEMPS_COMPLET,
      );
      const nonListes = agents.length === 0 && nombre !== null && nombre > 0;
      const manques = [
        ...(sansQuotite.length > 0 ? [`Quotité absente : ${direAgents(sansQuotite)}.`] : []),
        ...(nonListes ? [`Quotités absentes pour ${nombre} agents.`] : []),
        ...(partages.length > 0
          ? [`À mettre à disposition plutôt qu’à transférer : ${direAgents(partages)}.`]
          : []),
      ];
      return acquiseSi(manques.length === 0, manques.join(' '));
    }),
  },
  'nombre-transferes': {
    regle: 'SC-09',
    libelle: 'le nombre d’agents transférés est écrit',
    verifier: surLaConvention(({ transferes }) =>
      acquiseSi(transferes.nombre !== null, 'Le nombre n’est pas écrit.'),
    ),
  },
  'autorites-fonctionnelles': {
    regle: 'SC-10',
    libelle: 'chaque mission porte son autorité fonctionnelle',
    verifier: verifierAutorites,
  },
  'delegation-au-chef': {
    regle: 'SC-11',
    libelle: 'la signature n’est déléguée qu’au chef du service',
    verifier: surLaConvention(({ delegataire }) =>
      acquiseSi(
        delegataire === null || /^(le )?chef(fe)?\b/i.test(delegataire),
        `Délégataire prévu : ${delegataire ?? ''}.`,
      ),
    ),
  },
  'regime-financier': {
    regle: 'SC-13',
    libelle: 'le régime financier est choisi',
    verifier: surLaConvention(({ regimeFinancier }) =>
      acquiseSi(regimeFinancier !== null, 'Aucun régime n’est choisi.'),
    ),
  },
  'imputation-permise': {
    regle: 'SC-14',
    libelle: 'l’imputation sur l’attribution de compensation est ouverte à cet EPCI',
    verifier: surLaConvention(({ imputationAc }, { territoire }) => {
      const mode = territoire.epci?.modeFinancement ?? null;
      return acquiseSi(
        !imputationAc || estFiscaliteUnique(mode),
        `Mode de financement de l’EPCI : ${mode ?? 'non renseigné'}.`,
      );
    }),
  },
  'imputation-regularisee': {
    regle: 'SC-15',
    libelle: 'une imputation avec facturation à l’acte est régularisée chaque année',
    verifier: surLaConvention(({ imputationAc, regimeFinancier, clauses }) =>
      acquiseSi(
        !imputationAc ||
          regimeFinancier?.includes('acte') !== true ||
          aClause(clauses, ['regularisation']),
        'La clause de régularisation est absente.',
      ),
    ),
  },
  'imputation-deliberee': {
    regle: 'AC-08',
    libelle: 'l’imputation s’accompagne d’une révision libre',
    verifier: surLaConvention(({ imputationAc, clauses }) =>
      acquiseSi(!imputationAc || aClause(clauses, ['revision-libre']), ''),
    ),
  },
  'clauses-de-fin': {
    regle: 'SC-17',
    libelle: 'durée, préavis et sort des agents, biens, contrats et coûts sont écrits',
    verifier: surLaConvention(({ clauses }) => {
      const absentes = CLAUSES_DE_FIN.filter(({ debuts }) => !aClause(clauses, debuts));
      return acquiseSi(
        absentes.length === 0,
        `Clauses absentes : ${enumerer(absentes.map(({ libelle }) => libelle))}.`,
      );
    }),
  },
} as const satisfies Record<string, Condition<ConventionDeServiceCommun>>;
