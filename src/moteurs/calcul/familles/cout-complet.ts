import {
  type AgentAffecte,
  type AssietteDeStructure,
  type BienAffecte,
  coutAgent,
  coutDuService,
  coutRenouvellement,
} from '../mecanismes/cout-complet.ts';
import { ecrireMontant } from '../montants/centimes.ts';
import type { NoeudExplique } from '../montants/explication.ts';
import {
  additionner,
  type MontantExplique,
  montantDonne,
  regrouper,
} from '../montants/montant-explique.ts';
import type { Champs } from './champs.ts';
import { definirForme, type Forme, rendre } from './forme.ts';

const MOIS = { absent: '12', min: '0', max: '12', unite: 'mois' } as const;
const PART = { absent: '1', min: '0', max: '1' } as const;

const lireAgent = (champs: Champs): AgentAffecte => {
  const libelle = champs.texte('agent');
  return {
    libelle,
    remuneration: [
      champs.montant('brut', `Brut annuel de ${libelle}`),
      champs.montant('charges', `Charges patronales de ${libelle}`, { absent: 0n }),
      champs.montant('regime_indemnitaire', `Régime indemnitaire de ${libelle}`, { absent: 0n }),
    ],
    quotite: champs.nombre('quotite', `Quotité de ${libelle}`, PART),
    mois: champs.nombre('mois', `Mois de présence de ${libelle}`, MOIS),
  };
};

const lireBien = (champs: Champs): BienAffecte => {
  const libelle = champs.texte('bien');
  const subvention = champs.montantOuNull('subventions', `Subventions : ${libelle}`, {
    positif: true,
  });
  return {
    libelle,
    valeur: champs.montant('valeur', `Valeur : ${libelle}`),
    subventions: subvention === null ? [] : [subvention],
    duree: champs.nombre('duree_ans', `Durée : ${libelle}`, { auDessusDe: '0', unite: 'ans' }),
    partAffectee: champs.nombre('part_affectee', `Part affectée : ${libelle}`, PART),
    mois: champs.nombre('mois', `Mois d’affectation : ${libelle}`, MOIS),
  };
};

interface Postes {
  readonly parLibelle: ReadonlyMap<string, MontantExplique>;
  readonly total: MontantExplique;
}

/** Additionne les lignes de même libellé (un agent, deux périodes). */
const reunir = (
  nom: string,
  lignes: readonly { readonly libelle: string; readonly cout: MontantExplique }[],
): Postes => {
  const groupes = Map.groupBy(lignes, ({ libelle }) => libelle);
  const parLibelle = new Map(
    [...groupes].map(([libelle, groupe]) => {
      const [premiere] = groupe;
      const couts = groupe.map(({ cout }) => cout);
      return [
        libelle,
        groupe.length === 1 && premiere !== undefined
          ? premiere.cout
          : additionner(`Coût de ${libelle}`, couts),
      ] as const;
    }),
  );
  return { parLibelle, total: additionner(nom, [...parLibelle.values()]) };
};

const ecrirePostes = ({ parLibelle }: Postes): Record<string, string> =>
  Object.fromEntries(
    [...parLibelle].map(([libelle, { centimes }]) => [libelle, ecrireMontant(centimes)]),
  );

const lireCharges = (champs: Champs, cle: string, nom: string): readonly MontantExplique[] => [
  ...champs
    .champsOuVides(cle)
    .tousMontants((poste) => `${nom} : ${poste}`)
    .values(),
];

const CLES_DU_SERVICE = [
  'charges_personnel',
  'renouvellement_biens',
  'autres_charges',
  'taux_frais_structure',
  'recettes_deduites',
] as const;

const lireCout = (champs: Champs) => {
  champs.decrire('agents', 'biens', ...CLES_DU_SERVICE);
  const avecAgents = champs.a('agents');
  return {
    agents: avecAgents ? champs.liste('agents').map(lireAgent) : null,
    biens: champs.a('biens') ? champs.liste('biens').map(lireBien) : null,
    veutLeService: CLES_DU_SERVICE.some((cle) => champs.a(cle)),
    personnel:
      avecAgents && !champs.a('charges_personnel')
        ? null
        : champs.montant('charges_personnel', 'Charges de personnel', { absent: 0n }),
    renouvellement: champs.montantOuNull('renouvellement_biens', 'Renouvellement des biens'),
    autresCharges: lireCharges(champs, 'autres_charges', 'Charges'),
    recettes: lireCharges(champs, 'recettes_deduites', 'Recettes'),
    tauxDeStructure: champs.nombre(
      'taux_frais_structure',
      'Taux de frais de structure',
      PART_NULLE,
    ),
    assiette: champs.choix<AssietteDeStructure>(
      'assiette_frais_structure',
      ['charges_personnel', 'charges_directes'],
      'charges_personnel',
    ),
  };
};

const PART_NULLE = { absent: '0', min: '0', max: '1' } as const;

/** Coût des agents, renouvellement des biens, coût net du service : selon les clés présentes. */
export const COUT_COMPLET: readonly Forme[] = (
  [['agents'], ['biens'], ['charges_personnel'], ['autres_charges']] as const
).map((cles) =>
  definirForme(cles, lireCout, (entree) => {
    const noeuds: NoeudExplique[] = [];
    const valeurs: Record<string, unknown> = {};
    const noter = (postes: Postes, cleDetail: string, cleTotal: string): MontantExplique => {
      valeurs[cleDetail] = ecrirePostes(postes);
      valeurs[cleTotal] = ecrireMontant(postes.total.centimes);
      noeuds.push(postes.total.explication);
      return postes.total;
    };
    const rien = montantDonne('Aucune charge', 0n);
    let { personnel, renouvellement } = entree;
    if (entree.agents !== null) {
      const couts = entree.agents.map((agent) => ({
        libelle: agent.libelle,
        cout: coutAgent(agent),
      }));
      const total = noter(reunir('Total du personnel', couts), 'cout_par_agent', 'total_personnel');
      personnel ??= total;
    }
    if (entree.biens !== null) {
      const couts = entree.biens.map((bien) => ({
        libelle: bien.libelle,
        cout: coutRenouvellement(bien),
      }));
      const total = noter(
        reunir('Total du renouvellement', couts),
        'cout_par_bien',
        'total_renouvellement',
      );
      renouvellement ??= total;
    }
    if (entree.veutLeService) {
      const service = coutDuService({
        ...entree,
        personnel: personnel ?? rien,
        renouvellement: renouvellement ?? rien,
      });
      valeurs.charges_directes = ecrireMontant(service.directes.centimes);
      valeurs.frais_structure = ecrireMontant(service.structure.centimes);
      valeurs.cout_brut = ecrireMontant(service.brut.centimes);
      valeurs.cout_net = ecrireMontant(service.net.centimes);
      noeuds.push(service.net.explication);
    }
    const [seul] = noeuds;
    return rendre(
      noeuds.length === 1 && seul !== undefined
        ? seul
        : regrouper('Coût complet du service', noeuds),
      valeurs,
    );
  }),
);
