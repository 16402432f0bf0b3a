import {
  acomptes,
  additionner,
  exact,
  joursDePresence,
  lireExact,
  type MontantExplique,
  montantArrondi,
  montantDonne,
  type NombreExplique,
  nombreDonne,
  sensDuSolde,
  solde,
  soustraire,
} from '../../moteurs/calcul/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { controlerRegles, emploieDesActes } from '../conventions/index.ts';
import { appliquerCle, type MembreAFacturer, type PartCalculee } from './cles/index.ts';
import { type CoutCalcule, calculerCout } from './cout-du-service.ts';
import {
  anneeDesActes,
  type EntreesDExercice,
  type MembreDExercice,
  sourceDeLaConvention,
} from './entrees.ts';
import { actesDesMembres, actesRetenus, equivalentsDesMembres } from './unites.ts';

export interface PartDExercice {
  readonly siren: string;
  readonly nom: string;
  readonly cle: NombreExplique | null;
  readonly part: MontantExplique;
  /** Prévisionnel : les termes appelés. */
  readonly termes: readonly MontantExplique[];
  /** Définitif : ce qui a déjà été appelé. */
  readonly dejaAppeles: readonly MontantExplique[];
  /** Ce que l’état appelle ; négatif : avoir. */
  readonly appel: MontantExplique;
  readonly sens: 'titre' | 'avoir' | 'neant';
}

export interface ResultatDExercice {
  readonly cout: CoutCalcule;
  readonly partDesCommunes: MontantExplique;
  /** Par différence : communes + intercommunalité = coût net, toujours. */
  readonly partDeLEpci: MontantExplique;
  readonly parts: readonly PartDExercice[];
  readonly total: MontantExplique;
}

/** Une commune sortie puis revenue dans l’année n’est comptée qu’une fois : sa première entrée, sa dernière sortie. */
const reunir = (adhesions: readonly MembreDExercice[]): MembreDExercice | undefined => {
  const [premiere] = adhesions.toSorted((a, b) => (a.entree < b.entree ? -1 : 1));
  if (premiere === undefined) return undefined;
  const sorties = adhesions.map(({ sortie }) => sortie);
  const derniere = sorties.includes(null)
    ? null
    : (sorties
        .flatMap((sortie) => sortie ?? [])
        .toSorted()
        .at(-1) ?? null);
  return { ...premiere, sortie: derniere };
};

const presenceDe = ({ entree, sortie }: MembreDExercice) => ({
  entree,
  ...(sortie === null ? {} : { sortie }),
});

/** Les membres présents au moins un jour dans l’année, dans l’ordre des noms. */
export const membresPresents = ({
  membres,
  annee,
}: Pick<EntreesDExercice, 'membres' | 'annee'>): readonly (MembreDExercice & {
  readonly jours: number;
})[] =>
  [...Map.groupBy(membres, ({ siren }) => siren).values()]
    .flatMap((adhesions) => {
      const membre = reunir(adhesions);
      if (membre === undefined) return [];
      // Entre deux adhésions d’une même année, les jours d’absence ne comptent pas.
      const jours = adhesions.reduce(
        (somme, adhesion) => somme + joursDePresence(annee, presenceDe(adhesion)),
        0,
      );
      return jours === 0 ? [] : [{ ...membre, jours }];
    })
    .toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr'));

const preparerMembres = (
  entrees: EntreesDExercice,
): Resultat<readonly MembreAFacturer[], readonly Refus[]> => {
  const presents = membresPresents(entrees);
  const actes = actesDesMembres(entrees, presents);
  const aDesEquivalents = emploieDesActes(entrees.regles.cle) && entrees.regles.cle.mode !== 'acte';
  const equivalents = aDesEquivalents ? equivalentsDesMembres(entrees, actes) : accepter(new Map());
  if (!equivalents.ok) return equivalents;
  const populations = new Map(entrees.populations.map((une) => [une.siren, une]));
  return accepter(
    presents.map((membre, rang) => {
      const { siren, nom, jours } = membre;
      const population = populations.get(siren);
      return {
        id: siren,
        libelle: nom,
        presence: presenceDe(membre),
        jours,
        actes: actes[rang] ?? { id: siren, libelle: nom, nombres: [] },
        valeurs: {
          'equivalents-actes': equivalents.valeur.get(siren) ?? null,
          population:
            population === undefined
              ? null
              : nombreDonne(
                  `Population de ${nom}`,
                  exact(BigInt(population.valeur)),
                  'hab.',
                  population.source,
                ),
          egalitaire: nombreDonne(
            `Part de ${nom}`,
            exact(1n),
            'part',
            sourceDeLaConvention(entrees),
          ),
        },
      };
    }),
  );
};

const partDesCommunes = (entrees: EntreesDExercice, net: MontantExplique): MontantExplique => {
  const lue = lireExact(entrees.regles.quotePartEpci) ?? exact(0n);
  if (lue.n === 0n) return net;
  const quotePart = nombreDonne(
    'Quote-part de l’intercommunalité',
    lue,
    '',
    sourceDeLaConvention(entrees),
  );
  return montantArrondi(exact(net.centimes * (lue.d - lue.n), 100n * lue.d), {
    libelle: 'Part des communes',
    formule: 'coût net × (1 − quote-part de l’intercommunalité)',
    operandes: [net.explication, quotePart.explication],
  });
};

const appeler = (entrees: EntreesDExercice, part: PartCalculee): PartDExercice => {
  const { id, libelle, montant, cle } = part;
  const commun = { siren: id, nom: libelle, cle, part: montant };
  if (entrees.nature === 'previsionnel') {
    const { nombre, taux } = entrees.regles.acomptes;
    const appeles = acomptes({
      libelle,
      part: montant,
      taux: nombreDonne(
        'Taux des acomptes',
        nombre === 0 ? exact(0n) : (lireExact(taux) ?? exact(0n)),
        '',
        sourceDeLaConvention(entrees),
      ),
      nombre,
    });
    return {
      ...commun,
      termes: appeles.termes,
      dejaAppeles: [],
      appel: appeles.total,
      sens: sensDuSolde(appeles.total.centimes),
    };
  }
  const dejaAppeles = entrees.appeles
    .filter(({ siren }) => siren === id)
    .map(({ reference, centimes }) =>
      montantDonne(`Appelé par l’état ${reference}`, BigInt(centimes), {
        type: 'etat',
        id: reference,
      }),
    );
  const reste = solde(libelle, montant, dejaAppeles);
  return {
    ...commun,
    termes: [],
    dejaAppeles,
    appel: reste,
    sens: sensDuSolde(reste.centimes),
  };
};

/**
 * Calcule l’état d’un exercice : coût net, part de chaque commune, part de l’intercommunalité par
 * différence, acomptes ou solde. Pur et déterministe : mêmes entrées, mêmes centimes.
 * Refus : clé inapplicable, aucun membre présent, valeur de clé absente, acte hors barème.
 */
export const calculerExercice = (
  entrees: EntreesDExercice,
): Resultat<ResultatDExercice, readonly Refus[]> => {
  const defauts = controlerRegles(entrees.regles);
  if (defauts.length > 0) return refuser(defauts);
  const membres = preparerMembres(entrees);
  if (!membres.ok) return membres;
  if (membres.valeur.length === 0)
    return refuser([
      {
        code: 'aucun-membre',
        message: `Aucune commune n’adhère au service en ${entrees.annee} : enregistrez les adhésions.`,
        article: null,
      },
    ]);
  if (emploieDesActes(entrees.regles.cle) && actesRetenus(entrees).length === 0)
    return refuser([
      {
        code: 'actes-absents',
        message: `Aucun acte de ${anneeDesActes(entrees)} n’est importé pour les communes adhérentes : déposez le relevé des actes dans la collecte.`,
        article: null,
      },
    ]);
  const cout = calculerCout(entrees);
  if (cout.net.centimes < 0n)
    return refuser([
      {
        code: 'cout-negatif',
        message:
          'Les recettes dépassent les dépenses : vérifiez le budget importé avant de calculer.',
        article: null,
      },
    ]);
  const aPartager = partDesCommunes(entrees, cout.net);
  const reparties = appliquerCle({
    cle: entrees.regles.cle,
    regles: entrees.regles,
    montant: aPartager,
    membres: membres.valeur,
    annee: entrees.annee,
    unitesEstimees: entrees.nature === 'previsionnel',
    source: sourceDeLaConvention(entrees),
  });
  if (!reparties.ok) return reparties;
  const parts = reparties.valeur.map((part) => appeler(entrees, part));
  const total = additionner(
    'Total des parts des communes',
    parts.map(({ part }) => part),
  );
  return accepter({
    cout,
    partDesCommunes: aPartager,
    partDeLEpci: soustraire('Part de l’intercommunalité', cout.net, [total]),
    parts,
    total,
  });
};
