import {
  additionner,
  coutAgent,
  coutDuService,
  exact,
  lireExact,
  type MontantExplique,
  montantDonne,
  nombreDonne,
} from '../../moteurs/calcul/index.ts';
import { type EntreesDExercice, type LigneDeCout, sourceDeLaConvention } from './entrees.ts';

export const PERSONNEL = 'Personnel';
export const RENOUVELLEMENT = 'Renouvellement des biens';

export interface PosteDeCout {
  readonly libelle: string;
  readonly montant: MontantExplique;
}

export interface CoutCalcule {
  readonly postes: readonly PosteDeCout[];
  readonly structure: MontantExplique;
  readonly recettes: readonly MontantExplique[];
  readonly brut: MontantExplique;
  readonly net: MontantExplique;
}

const montantDeLigne = ({ libelle, centimes, source }: LigneDeCout): MontantExplique =>
  montantDonne(libelle, BigInt(centimes), source);

const coutDesAgents = ({ agents }: EntreesDExercice): MontantExplique =>
  additionner(
    PERSONNEL,
    agents.map((agent) => {
      const nom = `${agent.metier} (agent ${agent.matricule})`;
      return coutAgent({
        libelle: nom,
        remuneration: [
          montantDonne(`Coût chargé annuel : ${nom}`, BigInt(agent.centimes), agent.sourceDuCout),
        ],
        quotite: nombreDonne(
          `Part du temps de ${nom} consacrée au service`,
          exact(BigInt(agent.part), 100n),
          '',
          agent.sourceDeLaPart,
        ),
        mois: nombreDonne('Mois de présence', exact(12n), 'mois', { type: 'saisie' }),
      });
    }),
  );

/**
 * Le coût net du service : personnel (chapitre 012, ou coût des agents au prorata de leurs parts,
 * jamais les deux), autres postes, frais de structure de la convention, moins les recettes.
 */
export const calculerCout = (entrees: EntreesDExercice): CoutCalcule => {
  const { regles, couts } = entrees;
  const depenses = couts.filter(({ sens }) => sens === 'depense');
  const parPoste = Map.groupBy(depenses, ({ poste }) => poste);
  const parEffectifs = regles.personnel === 'effectifs';
  const sommer = (poste: string): MontantExplique =>
    additionner(poste, (parPoste.get(poste) ?? []).map(montantDeLigne));
  const personnel = parEffectifs ? coutDesAgents(entrees) : sommer(PERSONNEL);
  const renouvellement = sommer(RENOUVELLEMENT);
  const autres = [...parPoste.keys()]
    .filter((poste) => poste !== PERSONNEL && poste !== RENOUVELLEMENT)
    .toSorted((a, b) => a.localeCompare(b, 'fr'))
    .map((libelle) => ({ libelle, montant: sommer(libelle) }));
  const recettes = couts.filter(({ sens }) => sens === 'recette').map(montantDeLigne);
  const taux = lireExact(regles.structure.taux) ?? exact(0n);
  const { structure, brut, net } = coutDuService({
    personnel,
    renouvellement,
    autresCharges: autres.map(({ montant }) => montant),
    tauxDeStructure: nombreDonne(
      'Taux des frais de structure',
      taux,
      '',
      sourceDeLaConvention(entrees),
    ),
    assiette: regles.structure.assiette,
    recettes,
  });
  return {
    postes: [
      { libelle: PERSONNEL, montant: personnel },
      ...autres,
      { libelle: RENOUVELLEMENT, montant: renouvellement },
      ...(structure.centimes === 0n ? [] : [{ libelle: 'Frais de structure', montant: structure }]),
    ].filter(({ montant }) => montant.centimes !== 0n),
    structure,
    recettes,
    brut,
    net,
  };
};
