import { ecrireMontant, formaterMontant } from '../../moteurs/calcul/index.ts';
import type {
  ClasseurAEcrire,
  FeuilleAEcrire,
  FormatDeColonne,
} from '../../moteurs/grille/index.ts';
import { direSourceDe, echeancesDesAcomptes, ecrireValeur, referenceDe } from './ecritures.ts';
import { NATURES } from './entrees.ts';
import type { EtatDeCommune } from './etat.ts';
import { mettreAPlat } from './mettre-a-plat.ts';

const euros = (centimes: string): string => ecrireMontant(BigInt(centimes));

const nommerLaConvention = ({ contenu }: EtatDeCommune): string => {
  const { titre, version } = contenu.convention;
  return `« ${titre} », version ${version} signée, clause « Participation des membres »`;
};

/** Ce que l’état affirme, prêt à composer (modèle « etat-refacturation »). */
export const donneesDeLEtat = (etat: EtatDeCommune) => {
  const { contenu, annee, nature } = etat;
  const echeances = echeancesDesAcomptes(annee, contenu.termes.length);
  const acomptes =
    nature === 'previsionnel'
      ? contenu.termes.map(({ libelle, centimes }, rang) => ({
          reference: libelle,
          le: echeances[rang] ?? etat.emisLe,
          montant: euros(centimes),
        }))
      : contenu.dejaAppeles.map(({ reference, le, centimes }) => ({
          reference: `État ${reference}`,
          le,
          montant: euros(centimes),
        }));
  const appele = nature === 'previsionnel' ? etat.appelCentimes : 0n;
  const partDEpci = BigInt(contenu.epciCentimes);
  return {
    numero: referenceDe(etat),
    exercice: String(annee),
    nature,
    ...(contenu.rectifie === null ? {} : { rectifie: contenu.rectifie }),
    emetteur: contenu.emetteur,
    destinataire: contenu.destinataire,
    service: contenu.service.nom,
    convention: nommerLaConvention(etat),
    postes: contenu.postes.map(({ libelle, centimes }) => ({ libelle, montant: euros(centimes) })),
    cout: euros(contenu.coutCentimes),
    formule: `${contenu.formule} (clé : ${contenu.cle.toLowerCase()})`,
    repartition: [
      ...contenu.repartition.map(({ nom, cle, unite, centimes }) => ({
        membre: nom,
        cle: cle === '' ? 'sans objet' : ecrireValeur(cle, unite),
        part: euros(centimes),
      })),
      ...(partDEpci === 0n
        ? []
        : [
            {
              membre: contenu.emetteur.nom,
              cle: 'par différence',
              part: ecrireMontant(partDEpci),
            },
          ]),
    ],
    part: ecrireMontant(etat.partCentimes),
    ...(acomptes.length === 0 ? {} : { acomptes }),
    solde: ecrireMontant(
      nature === 'previsionnel' ? etat.partCentimes - appele : etat.appelCentimes,
    ),
    imputation:
      'recette au compte 70875 pour l’émetteur, dépense au compte 62876 pour le payeur (M57, à adapter)',
    delai_contestation_jours: contenu.delaiContestationJours,
    signataire: { nom: `Pour ${contenu.emetteur.nom}`, fonction: 'service des finances' },
    ...(contenu.commentaire === '' ? {} : { commentaire: contenu.commentaire }),
    explication: mettreAPlat(contenu.explication).map((etape) => ({
      libelle: etape.libelle,
      valeur: etape.valeur,
      ...(etape.formule === '' ? {} : { formule: etape.formule }),
      ...(etape.article === '' ? {} : { article: etape.article }),
      ...(etape.arrondi === '' ? {} : { arrondi: etape.arrondi }),
      operandes: etape.operandes,
    })),
    tribunal: { nom: contenu.convention.tribunal },
  };
};

type Cellule = string | number;

const feuille = (
  nom: string,
  colonnes: readonly (readonly [string, FormatDeColonne, number])[],
  lignes: readonly (readonly Cellule[])[],
): FeuilleAEcrire => ({
  nom,
  colonnes: colonnes.map(([, format, largeur]) => ({ format, largeur, saisissable: false })),
  rangees: [
    { style: 'entete', cellules: colonnes.map(([titre]) => titre) },
    ...lignes.map((cellules) => ({ style: 'texte' as const, cellules })),
  ],
  figees: 1,
  protegee: false,
  derniereSaisie: 0,
});

const enEuros = (centimes: string | bigint): number => Number(BigInt(centimes)) / 100;

/** L’état en tableur : résumé, coût, répartition, tous les actes avec leur cellule, explication. */
export const classeurDeLEtat = (etat: EtatDeCommune): ClasseurAEcrire => {
  const { contenu } = etat;
  const etapes = mettreAPlat(contenu.explication);
  return {
    titre: `État ${referenceDe(etat)}`,
    feuilles: [
      feuille(
        'Résumé',
        [
          ['Rubrique', 'texte', 32],
          ['Valeur', 'texte', 60],
        ],
        [
          ['État', referenceDe(etat)],
          ['Nature', NATURES[etat.nature]],
          ['Exercice', String(etat.annee)],
          ['Service', contenu.service.nom],
          ['Émetteur', `${contenu.emetteur.nom} (${contenu.emetteur.siren})`],
          ['Destinataire', `${contenu.destinataire.nom} (${contenu.destinataire.siren})`],
          ['Convention', nommerLaConvention(etat)],
          ['Empreinte de la version signée', contenu.convention.empreinte],
          ['Clé', contenu.cle],
          ['Formule', contenu.formule],
          ['Part', formaterMontant(etat.partCentimes)],
          ['Appelé par cet état', formaterMontant(etat.appelCentimes)],
          ['Commentaire', contenu.commentaire],
        ],
      ),
      feuille(
        'Coût',
        [
          ['Poste', 'texte', 48],
          ['Montant', 'deux-decimales', 16],
        ],
        [
          ...contenu.postes.map(({ libelle, centimes }) => [libelle, enEuros(centimes)]),
          ['Coût net', enEuros(contenu.coutCentimes)],
        ],
      ),
      feuille(
        'Répartition',
        [
          ['SIREN', 'texte', 12],
          ['Membre', 'texte', 32],
          ['Clé', 'texte', 24],
          ['Part', 'deux-decimales', 16],
        ],
        [
          ...contenu.repartition.map(({ siren, nom, cle, unite, centimes }) => [
            siren,
            nom,
            ecrireValeur(cle, unite),
            enEuros(centimes),
          ]),
          [
            contenu.emetteur.siren,
            contenu.emetteur.nom,
            'par différence',
            enEuros(contenu.epciCentimes),
          ],
        ],
      ),
      feuille(
        'Appels',
        [
          ['Référence', 'texte', 40],
          ['Date', 'date', 12],
          ['Montant', 'deux-decimales', 16],
        ],
        [
          ...contenu.termes.map(({ libelle, centimes }, rang) => [
            libelle,
            echeancesDesAcomptes(etat.annee, contenu.termes.length)[rang] ?? '',
            enEuros(centimes),
          ]),
          ...contenu.dejaAppeles.map(({ reference, le, centimes }) => [
            `État ${reference}`,
            le,
            enEuros(centimes),
          ]),
        ],
      ),
      feuille(
        'Actes',
        [
          ['Année', 'nombre', 8],
          ['Mois', 'nombre', 6],
          ['Type', 'texte', 12],
          ['Nombre', 'nombre', 10],
          ['Source', 'texte', 60],
        ],
        contenu.actes.map(({ annee, mois, type, nombre, source }) => [
          annee,
          mois,
          type,
          Number(nombre),
          direSourceDe(source),
        ]),
      ),
      feuille(
        'Explication',
        [
          ['Étape', 'texte', 48],
          ['Résultat', 'texte', 20],
          ['Formule', 'texte', 40],
          ['Arrondi', 'texte', 36],
          ['Article', 'texte', 24],
          ['Opérande', 'texte', 48],
          ['Valeur', 'texte', 20],
          ['Source', 'texte', 60],
        ],
        etapes.flatMap(({ libelle, valeur, formule, arrondi, article, operandes }) =>
          operandes.map((operande) => [
            libelle,
            valeur,
            formule,
            arrondi,
            article,
            operande.libelle,
            operande.valeur,
            operande.source,
          ]),
        ),
      ),
    ],
  };
};
