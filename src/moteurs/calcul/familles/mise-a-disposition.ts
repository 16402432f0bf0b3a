import { coutUnitaire, rembourserUnites } from '../mecanismes/cout-unitaire.ts';
import type { Du } from '../mecanismes/tarif-acte.ts';
import { ecrireMontant } from '../montants/centimes.ts';
import {
  additionner,
  type MontantExplique,
  type NombreExplique,
  regrouper,
  soustraire,
} from '../montants/montant-explique.ts';
import type { Champs } from './champs.ts';
import { definirForme, ecrireDus, type Forme, rendre } from './forme.ts';

interface Unites {
  readonly id: string;
  readonly libelle: string;
  readonly nombre: NombreExplique;
}

const lireUnites = (champs: Champs, cle: string, nom: string, unite: string): readonly Unites[] =>
  [
    ...champs.champs(cle).tousNombres((id) => `${nom} de ${id}`, {
      min: '0',
      unite,
      code: 'quantite-negative',
    }),
  ].map(([id, nombre]) => ({ id, libelle: id, nombre }));

const lireService = (champs: Champs, cleCharges: string, cleUnites: string) => {
  const unite = champs.texte('unite', 'unité');
  const actualisation = champs.nombreOuNull('actualisation', 'Taux d’actualisation', {
    auDessusDe: '-1',
  });
  return {
    unite,
    postes: [
      ...champs
        .champs(cleCharges)
        .tousMontants((poste) => `Dépenses : ${poste}`)
        .values(),
    ],
    unites: champs.nombre(cleUnites, 'Unités totales du service', { auDessusDe: '0', unite }),
    ...(actualisation === null ? {} : { actualisation }),
  };
};

const totaliser = (libelle: string, dus: readonly Du[]): MontantExplique =>
  additionner(
    libelle,
    dus.map(({ montant }) => montant),
  );

/** Écart de chaque membre de l’un ou l’autre état ; l’absent compte pour zéro. */
const ecarts = (prevus: readonly Du[], constates: readonly Du[]): readonly Du[] => {
  const parId = new Map(constates.map((du) => [du.id, du]));
  const ids = new Set([...prevus, ...constates].map(({ id }) => id));
  const prevuParId = new Map(prevus.map((du) => [du.id, du]));
  return [...ids].map((id) => {
    const rien = additionner(`Rien pour ${id}`, []);
    const prevu = prevuParId.get(id)?.montant ?? rien;
    const constate = parId.get(id)?.montant ?? rien;
    return {
      id,
      libelle: id,
      montant: soustraire(`Écart de ${id} sur la prévision`, constate, [prevu]),
    };
  });
};

const DESCENDANTE: Forme = definirForme(
  ['depenses_derniers_ca', 'unites_totales_du_service'],
  (champs) => {
    const service = lireService(champs, 'depenses_derniers_ca', 'unites_totales_du_service');
    const lire = (cle: string, nom: string) =>
      champs.a(cle) ? lireUnites(champs, cle, nom, service.unite) : null;
    champs.decrire('previsions', 'unites_constatees');
    return {
      service,
      previsions: lire('previsions', 'Unités prévues'),
      constatees: lire('unites_constatees', 'Unités constatées'),
    };
  },
  ({ service, previsions, constatees }) => {
    const { depenses, unitaire } = coutUnitaire(service);
    const valeurs: Record<string, unknown> = {
      total_depenses: ecrireMontant(depenses.centimes),
      cout_unitaire: ecrireMontant(unitaire.centimes),
    };
    const noeuds = [unitaire.explication];
    const prevus = rembourserUnites(unitaire, previsions ?? [], (id) => `Prévision de ${id}`);
    const dus = rembourserUnites(unitaire, constatees ?? [], (id) => `À rembourser par ${id}`);
    if (previsions !== null) {
      const total = totaliser('Total prévisionnel', prevus);
      valeurs.previsionnel = ecrireDus(prevus);
      valeurs.total_previsionnel = ecrireMontant(total.centimes);
      noeuds.push(total.explication);
    }
    if (constatees !== null) {
      const total = totaliser('Total à rembourser', dus);
      valeurs.a_rembourser = ecrireDus(dus);
      valeurs.total_a_rembourser = ecrireMontant(total.centimes);
      noeuds.push(total.explication);
    }
    if (previsions !== null && constatees !== null) {
      const differences = ecarts(prevus, dus);
      valeurs.ecart_sur_prevision = ecrireDus(differences);
      noeuds.push(...differences.map(({ montant }) => montant.explication));
    }
    return rendre(regrouper('Mise à disposition de service', noeuds), valeurs);
  },
);

const ASCENDANTE: Forme = definirForme(
  ['charges', 'unites', 'recours'],
  (champs) => {
    const service = lireService(champs, 'charges', 'unites');
    return { service, recours: lireUnites(champs, 'recours', 'Recours', service.unite) };
  },
  ({ service, recours }) => {
    const { depenses, unitaire } = coutUnitaire(service);
    const dus = rembourserUnites(unitaire, recours, (id) => `Remboursement : ${id}`);
    const total = totaliser('Total à rembourser', dus);
    return rendre(total.explication, {
      total_charges: ecrireMontant(depenses.centimes),
      cout_unitaire: ecrireMontant(unitaire.centimes),
      montants: ecrireDus(dus),
      total: ecrireMontant(total.centimes),
    });
  },
);

/** Remboursement au coût unitaire de fonctionnement (CGCT, art. D. 5211-16), dans les deux sens. */
export const D5211_16: readonly Forme[] = [DESCENDANTE, ASCENDANTE];
