import { Decimal } from 'decimal.js';
import { type Jour, MOIS } from '../calendrier/index.ts';
import { FINE, INSECABLE } from './typographie.ts';
import { ErreurDeModele, type SorteDeNombre, type Valeur } from './valeurs.ts';

const grouper = (chiffres: string): string => chiffres.replace(/\B(?=(\d{3})+$)/g, FINE);

/** « 1 234,50 » : virgule, milliers par espace fine insécable, signe moins typographique. */
const ecrireNombre = (nombre: Decimal, decimales: number | null): string => {
  const absolu = nombre.abs();
  const [entiere = '0', fraction] = (
    decimales === null ? absolu.toFixed() : absolu.toFixed(decimales, Decimal.ROUND_HALF_UP)
  ).split('.');
  const corps = grouper(entiere) + (fraction === undefined ? '' : `,${fraction}`);
  return nombre.isNegative() && !/^[0,\u202f]*$/.test(corps) ? `−${corps}` : corps;
};

/** Un montant en centimes : « 1 234,56 € ». */
export const ecrireMontant = (centimes: bigint): string =>
  `${ecrireNombre(new Decimal(centimes.toString()).div(100), 2)}${INSECABLE}€`;

/** Un jour : « 1er janvier 2027 ». */
export const ecrireJour = (jour: Jour): string => {
  const [annee = '', mois = '', quantieme = ''] = jour.split('-');
  const rang = Number(quantieme);
  return `${rang === 1 ? '1er' : rang}${INSECABLE}${MOIS[Number(mois) - 1] ?? ''} ${annee}`;
};

const ECRITURES: Readonly<Record<SorteDeNombre, (nombre: Decimal) => string>> = {
  nombre: (nombre) => ecrireNombre(nombre, null),
  entier: (nombre) => ecrireNombre(nombre, 0),
  etp: (nombre) =>
    `${ecrireNombre(nombre, Math.max(2, Math.min(4, nombre.decimalPlaces())))}${INSECABLE}ETP`,
  pourcentage: (nombre) => `${ecrireNombre(nombre, null)}${INSECABLE}%`,
};

/** Écriture ordinaire d’une valeur, selon sa nature. */
export const presenter = (valeur: Valeur): string => {
  switch (valeur.nature) {
    case 'texte':
      return valeur.texte;
    case 'choix':
      return valeur.libelle;
    case 'montant':
      return ecrireMontant(valeur.centimes);
    case 'nombre':
      return ECRITURES[valeur.sorte](valeur.nombre);
    case 'date':
      return ecrireJour(valeur.jour);
    case 'booleen':
      return valeur.vrai ? 'oui' : 'non';
    case 'vide':
      return '';
    case 'liste':
      return valeur.elements.map(presenter).join(', ');
    default:
      throw new ErreurDeModele(`Un ${valeur.nature} ne s’écrit pas dans une phrase.`);
  }
};

const exigerNombre = (valeur: Valeur): Decimal => {
  if (valeur.nature === 'nombre') return valeur.nombre;
  if (valeur.nature === 'montant') return new Decimal(valeur.centimes.toString()).div(100);
  throw new ErreurDeModele(`Ce format attend un nombre, et non ${valeur.nature}.`);
};

const exigerJour = (valeur: Valeur): Jour => {
  if (valeur.nature === 'date') return valeur.jour;
  throw new ErreurDeModele(`Ce format attend une date, et non ${valeur.nature}.`);
};

const enCapitale = (texte: string): string =>
  texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1);

/** Les formats que la personne qui écrit un modèle peut demander : `{{champ|format}}`. */
const FORMATS_CONNUS: Readonly<Record<string, (valeur: Valeur) => string>> = {
  texte: presenter,
  capitale: (valeur) => enCapitale(presenter(valeur)),
  code: (valeur) => (valeur.nature === 'choix' ? valeur.code : presenter(valeur)),
  montant: (valeur) => `${ecrireNombre(exigerNombre(valeur), 2)}${INSECABLE}€`,
  'montant-entier': (valeur) => `${ecrireNombre(exigerNombre(valeur), 0)}${INSECABLE}€`,
  nombre: (valeur) => ECRITURES.nombre(exigerNombre(valeur)),
  'deux-decimales': (valeur) => ecrireNombre(exigerNombre(valeur), 2),
  entier: (valeur) => ECRITURES.entier(exigerNombre(valeur)),
  etp: (valeur) => ECRITURES.etp(exigerNombre(valeur)),
  pourcentage: (valeur) => ECRITURES.pourcentage(exigerNombre(valeur)),
  ecart: (valeur) => {
    const nombre = exigerNombre(valeur);
    const texte = presenter(valeur);
    return nombre.isPositive() && !nombre.isZero() ? `+${texte}` : texte;
  },
  date: (valeur) => ecrireJour(exigerJour(valeur)),
  'date-courte': (valeur) => exigerJour(valeur).split('-').reverse().join('/'),
};

export const FORMATS: Readonly<Record<string, (valeur: Valeur) => string>> = Object.assign(
  Object.create(null) as Record<string, (valeur: Valeur) => string>,
  FORMATS_CONNUS,
);
