import {
  type Enregistrement,
  ecrireDeuxDecimales,
  motsPleins,
  type Reference,
} from '../../moteurs/grille/index.ts';
import table from '../donnees/grilles/reservations-biens.schema.json' with { type: 'json' };
import { ETATS_DE_RETOUR, STATUTS_DE_RESERVATION } from '../nomenclatures/index.ts';
import { COLONNES_DE_COLLECTIVITE, composerGrille } from './table-schema.ts';

const joursEntre = (debut: string, fin: string): number =>
  Math.round(
    (Date.parse(`${fin.slice(0, 10)}T00:00:00Z`) - Date.parse(`${debut.slice(0, 10)}T00:00:00Z`)) /
      86_400_000,
  ) + 1;

const completerReservation = (e: Enregistrement): void => {
  const debut = e.lire('debut');
  const fin = e.lire('fin');
  if (debut === '' || fin === '') return;
  if (fin <= debut)
    e.noter({
      champs: ['debut', 'fin'],
      action: 'bloquer_ligne',
      regle: 'fin-avant-debut',
      message: 'La fin précède le début : corrigez les dates.',
    });
  else if (e.lire('jours') === '') e.ecrire('jours', String(joursEntre(debut, fin)));
};

const OCCUPENT = new Set(['validée', 'restituée', 'restituée en retard']);
const cleDeBien = (designation: string): string => motsPleins(designation).join(' ');

const rattacher = (
  e: Enregistrement,
  parNom: ReadonlyMap<string, Readonly<Record<string, string>>>,
  parNumero: ReadonlyMap<string, Readonly<Record<string, string>>>,
): void => {
  const bien =
    parNumero.get(e.lire('numero_inventaire')) ?? parNom.get(cleDeBien(e.lire('designation')));
  if (!bien) {
    e.noter({
      champs: [e.aColonne('designation') ? 'designation' : 'numero_inventaire'],
      action: 'bloquer_ligne',
      regle: 'bien-inconnu',
      message:
        'Aucun bien partagé ne correspond : écrivez le numéro d’inventaire ou la désignation exacte.',
    });
    return;
  }
  e.ecrire('numero_inventaire', bien.numero_inventaire ?? '');
  e.ecrire('designation', bien.designation ?? '');
  if (e.lire('tarif_jour') === '')
    e.ecrire('tarif_jour', bien.tarif_jour === '' ? '0.00' : (bien.tarif_jour ?? ''));
};

const chiffrer = (e: Enregistrement, rang: number): void => {
  if (e.lire('id') === '') e.ecrire('id', `R${String(rang).padStart(5, '0')}`);
  if (e.lire('montant') !== '' || e.lire('tarif_jour') === '') return;
  const facture = ['restituée', 'restituée en retard', 'validée'].includes(e.lire('statut'));
  e.ecrire(
    'montant',
    facture ? ecrireDeuxDecimales(Number(e.lire('tarif_jour')) * Number(e.lire('jours'))) : '0.00',
  );
};

const refuserChevauchements = (lignes: readonly Enregistrement[]): void => {
  const parBien = new Map<string, Enregistrement[]>();
  for (const e of lignes)
    if (!e.estBloque && OCCUPENT.has(e.lire('statut')))
      parBien.set(e.lire('numero_inventaire'), [
        ...(parBien.get(e.lire('numero_inventaire')) ?? []),
        e,
      ]);
  const rang = (e: Enregistrement): number => (e.lire('statut') === 'validée' ? 1 : 0);
  for (const groupe of parBien.values()) {
    const gardees: Enregistrement[] = [];
    for (const e of [...groupe].sort((a, b) => rang(a) - rang(b) || a.ligne - b.ligne)) {
      const autre = gardees.find(
        (g) => e.lire('debut') < g.lire('fin') && g.lire('debut') < e.lire('fin'),
      );
      if (autre)
        e.noter({
          champs: ['debut', 'fin'],
          action: 'bloquer_ligne',
          regle: 'chevauchement',
          message: `Chevauchement : le bien est déjà réservé sur cette période (ligne ${autre.ligne}).`,
        });
      else gardees.push(e);
    }
  }
};

const rattacherEtControler = (lignes: readonly Enregistrement[], reference: Reference) => {
  const inventaire = reference['inventaire-materiel'];
  if (inventaire) {
    const partages = inventaire.filter((bien) => bien.partage !== 'non');
    const parNom = new Map(
      [...partages].reverse().map((bien) => [cleDeBien(bien.designation ?? ''), bien]),
    );
    const parNumero = new Map(inventaire.map((bien) => [bien.numero_inventaire ?? '', bien]));
    for (const e of lignes) if (!e.estBloque) rattacher(e, parNom, parNumero);
  }
  for (const [i, e] of lignes.entries()) chiffrer(e, i + 1);
  refuserChevauchements(lignes);
  if (inventaire) return [];
  const sansNumero = lignes.filter((e) => e.lire('numero_inventaire') === '');
  for (const e of sansNumero)
    e.noter({
      champs: ['designation'],
      action: 'bloquer_ligne',
      regle: 'bien-inconnu',
      message:
        'Numéro d’inventaire absent et inventaire non fourni : le bien ne peut pas être rattaché.',
    });
  return [
    {
      champ: '(fichier)',
      message: 'Rattachement à l’inventaire non fait : inventaire non fourni.',
    },
  ];
};

const RATTACHE =
  'Bien reconnu par sa désignation, tarif lu dans l’inventaire, identifiant attribué : à confirmer.';

/** Réservations de biens partagés. */
export const GRILLE_RESERVATIONS = composerGrille(table, {
  collectivite: { siren: 'siren_demandeur', nom: 'demandeur' },
  calculees: Object.fromEntries(
    ['id', 'numero_inventaire', 'designation', 'jours', 'tarif_jour', 'montant'].map((champ) => [
      champ,
      {
        action: 'reparer_et_signaler' as const,
        regle: 'valeur-deduite',
        valeur: 'd’après l’inventaire',
        message: RATTACHE,
      },
    ]),
  ),
  completer: completerReservation,
  controlerEnsemble: rattacherEtControler,
  colonnes: {
    id: { synonymes: ['N° de réservation', 'Réservation', 'N° demande'] },
    numero_inventaire: {
      nature: 'code',
      synonymes: ['N° inv.', 'N° inventaire', 'Code bien', 'N° du bien'],
    },
    designation: {
      synonymes: [
        'Matériel',
        'Bien',
        'Équipement',
        'Objet',
        'Désignation du bien',
        'Bien réservé',
        'Matériel emprunté',
      ],
    },
    siren_demandeur: {
      ...COLONNES_DE_COLLECTIVITE.siren,
      synonymes: ['SIREN demandeur', 'SIREN emprunteur', 'SIREN'],
    },
    demandeur: {
      ...COLONNES_DE_COLLECTIVITE.collectivite,
      recopiee: false,
      synonymes: [
        'Emprunteur',
        'Commune',
        'Commune emprunteuse',
        'Demandeur',
        'Bénéficiaire',
        'Réservé par',
        'Commune demandeuse',
      ],
    },
    date_demande: { synonymes: ['Demandé le', 'Date demande', 'Demande du', 'Date de la demande'] },
    debut: {
      heureParDefaut: '08:00',
      futur: true,
      synonymes: ['Du', 'Date de début', 'Départ', 'Sortie', 'Retrait', 'À partir du', 'Prêt du'],
    },
    fin: {
      heureParDefaut: '17:30',
      futur: true,
      synonymes: ['Au', 'Date de fin', 'Retour', 'Restitution', "Jusqu'au", 'Retour le'],
    },
    jours: { synonymes: ['Nb jours', 'Nombre de jours', 'Durée'] },
    statut: {
      nomenclature: STATUTS_DE_RESERVATION,
      synonymes: ['État de la demande', 'État', 'Situation', 'Suite donnée', 'Décision', 'Avis'],
    },
    motif: { synonymes: ['Objet', 'Usage', 'Manifestation', 'Raison', 'Utilisation'] },
    tarif_jour: {
      nature: 'montant',
      decimales: 2,
      synonymes: ['Tarif', 'Tarif/jour', 'Prix par jour'],
    },
    montant: {
      nature: 'montant',
      decimales: 2,
      synonymes: ['Coût', 'Total', 'Facturé', 'Montant facturé'],
    },
    etat_retour: {
      nomenclature: ETATS_DE_RETOUR,
      synonymes: ['État au retour', 'Retour conforme', 'Constat', 'État de retour'],
    },
  },
});
