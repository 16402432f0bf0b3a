import type { LigneDeGrille, SourceDeLigne } from '../collecte/ligne.ts';

/** Part du temps d’un agent dans un service, en pourcentage (la somme des parts fait 100). */
export interface Affectation {
  readonly service: string;
  readonly part: number;
}

/** Un agent chez un employeur, tel que la grille RH en ligne le décrit. */
export interface AgentEffectif {
  readonly ligneId: string;
  /** SIREN de l’employeur. */
  readonly collectivite: string;
  readonly matricule: string;
  /** Service principal (code de la nomenclature). */
  readonly service: string;
  readonly metier: string;
  readonly filiere: string;
  readonly categorie: string;
  readonly statut: string;
  /** Emploi à temps non complet : caractère du poste, à ne pas confondre avec le temps partiel. */
  readonly estNonComplet: boolean;
  /** Quotité de temps partiel choisie par l’agent, en pourcentage. */
  readonly quotite: number;
  /** Centièmes d’équivalent temps plein. */
  readonly etpCentiemes: number;
  readonly anneeNaissance: number | null;
  /** Coût employeur annuel toutes charges comprises, en centimes. */
  readonly coutCentimes: bigint;
  readonly affectations: readonly Affectation[];
  readonly source: SourceDeLigne;
}

const lireCentiemes = (texte: string): bigint => {
  const lu = /^(\d+)(?:\.(\d{1,2})\d*)?$/.exec(texte);
  return lu === null ? 0n : BigInt(`${lu[1]}${(lu[2] ?? '').padEnd(2, '0')}`);
};

const lireAnnee = (texte: string): number | null => (/^\d{4}$/.test(texte) ? Number(texte) : null);

const lireAffectations = (valeurs: Readonly<Record<string, string>>): readonly Affectation[] => {
  const lues = [1, 2, 3].flatMap((rang) => {
    const service = valeurs[`service_${rang}`] ?? '';
    const part = Number(valeurs[`part_${rang}`] ?? '');
    return service === '' || !(part > 0) ? [] : [{ service, part }];
  });
  return lues.length > 0 ? lues : [{ service: valeurs.service ?? '', part: 100 }];
};

/**
 * L’agent que décrit une ligne en ligne de la grille RH (valeurs canoniques : ETP à deux décimales,
 * coût en euros à deux décimales). Sans affectation lisible, tout son temps va à son service principal.
 */
export const lireAgent = (ligne: LigneDeGrille): AgentEffectif => {
  const { valeurs } = ligne;
  return {
    ligneId: ligne.id,
    collectivite: ligne.collectivite,
    matricule: valeurs.matricule ?? '',
    service: valeurs.service ?? '',
    metier: valeurs.metier ?? '',
    filiere: valeurs.filiere ?? '',
    categorie: valeurs.categorie ?? '',
    statut: valeurs.statut ?? '',
    estNonComplet: valeurs.temps === 'non complet',
    quotite: Number(valeurs.quotite ?? '100'),
    etpCentiemes: Number(lireCentiemes(valeurs.etp ?? '')),
    anneeNaissance: lireAnnee(valeurs.annee_naissance ?? ''),
    coutCentimes: lireCentiemes(valeurs.cout_charge_annuel ?? ''),
    affectations: lireAffectations(valeurs),
    source: ligne.source,
  };
};
