import { MODES_DE_CLE } from '../cle.ts';
import type { Partie } from '../convention.ts';
import type { ContenuServiceCommun, SituationDePoste } from './contenu.ts';

/** Les clauses que la convention contient, avec les codes que lit la procédure. */
export const clausesPresentes = (contenu: ContenuServiceCommun): readonly string[] => {
  const { duree, preavisMois, sortie, finances } = contenu;
  const presentes: readonly (readonly [string, boolean])[] = [
    ['duree', duree.type === 'sans-limite' || duree.ans !== null],
    ['preavis', preavisMois !== null],
    ['agents', sortie.agents.trim() !== ''],
    ['biens', sortie.biens.trim() !== ''],
    ['contrats', sortie.contrats.trim() !== ''],
    ['couts', sortie.chargesResiduellesMois !== null],
    ['regularisation', finances.cle.mode !== 'gratuit' && finances.definitifAvant.trim() !== ''],
    ['revision-libre', finances.revisionLibre],
  ];
  return presentes.filter(([, presente]) => presente).map(([code]) => code);
};

const agents = (contenu: ContenuServiceCommun, situation: SituationDePoste) =>
  contenu.postes
    .filter((poste) => poste.situation === situation)
    .map(({ intitule, quotite }) => ({ libelle: intitule, quotite }));

/**
 * La convention telle que la procédure « service-commun » l’examine (`CHAMPS_DE_LA_CONVENTION`).
 * @param version numéro de la version examinée
 */
export const versActe = (
  contenu: ContenuServiceCommun,
  parties: readonly Partie[],
  version: number,
) => {
  const transferes = agents(contenu, 'transfert');
  return {
    version: String(version),
    membres: parties.map(({ siren, nom, qualite }) => ({ siren, nom, qualite })),
    gestionnaire: contenu.gestionnaire,
    ...(contenu.deliberationGestionnaire === ''
      ? {}
      : { designationGestionnaire: contenu.deliberationGestionnaire }),
    ...(contenu.transferes === null
      ? {}
      : { agentsTransferes: { nombre: contenu.transferes, agents: transferes } }),
    agentsMisADisposition: agents(contenu, 'mise-a-disposition'),
    missions: contenu.missions.map(
      ({ intitule, autorite, competenceTransferee, centreDeGestion }) => ({
        nom: intitule,
        autorite,
        competenceTransferee,
        centreDeGestion,
      }),
    ),
    ...(contenu.delegationAuChef ? { delegataire: 'chef du service' } : {}),
    regimeFinancier: MODES_DE_CLE[contenu.finances.cle.mode].regime,
    imputationAC: contenu.finances.imputationAc,
    clauses: clausesPresentes(contenu),
    annexes: [
      ...(contenu.ficheImpactAnnexee ? ['fiche-impact'] : []),
      contenu.accords.length > 0 ? 'accords' : 'accords-neant',
    ],
    ...(contenu.effetLe === null ? {} : { dateEffet: contenu.effetLe }),
  };
};
