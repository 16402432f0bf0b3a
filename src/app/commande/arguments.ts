import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { EntreeRefusee, ErreurUsage } from './commande.ts';
import { dechiffrerJson } from './dechiffrer-json.ts';
import { lireEntreeStandard } from './entree-standard.ts';

export interface ArgumentsLus {
  readonly options: Readonly<Record<string, string>>;
  readonly libres: readonly string[];
}

/** Lit `--option valeur` et les arguments libres ; une option inconnue est une erreur d’usage. */
export const lireArguments = (
  suite: readonly string[],
  options: readonly string[],
): ArgumentsLus => {
  try {
    const { values, positionals } = parseArgs({
      args: [...suite],
      allowPositionals: true,
      options: Object.fromEntries(options.map((nom) => [nom, { type: 'string' as const }])),
    });
    const lues = Object.entries(values).flatMap(([nom, valeur]) =>
      typeof valeur === 'string' ? [[nom, valeur] as const] : [],
    );
    return { options: Object.fromEntries(lues), libres: positionals };
  } catch {
    throw new ErreurUsage(
      `Options comprises : ${options.map((nom) => `--${nom}`).join(', ') || 'aucune'}.`,
    );
  }
};

/** La valeur d’une option indispensable. */
export const exigerOption = ({ options }: ArgumentsLus, nom: string): string => {
  const valeur = options[nom];
  if (valeur === undefined) throw new ErreurUsage(`Il manque l’option --${nom}.`);
  return valeur;
};

/** Un nombre entier d’option, dans des bornes. */
export const lireEntier = (
  { options }: ArgumentsLus,
  nom: string,
  bornes: { readonly min: number; readonly max: number },
): number | undefined => {
  const texte = options[nom];
  if (texte === undefined) return undefined;
  const valeur = Number(texte);
  if (!Number.isInteger(valeur) || valeur < bornes.min || valeur > bornes.max) {
    throw new ErreurUsage(`--${nom} attend un entier entre ${bornes.min} et ${bornes.max}.`);
  }
  return valeur;
};

/** Les octets d’un fichier donné à la commande, ou une erreur d’usage claire. */
export const lireOctets = (chemin: string): Uint8Array => {
  try {
    return fs.readFileSync(chemin);
  } catch {
    throw new ErreurUsage(`Le fichier « ${chemin} » ne peut pas être lu : vérifiez son nom.`);
  }
};

/** Refuse les arguments libres au-delà de `attendus` : mieux vaut le dire que les ignorer. */
export const refuserLeReste = ({ libres }: ArgumentsLus, attendus: number): void => {
  const [enTrop] = libres.slice(attendus);
  if (enTrop !== undefined)
    throw new ErreurUsage(`« ${enTrop} » est de trop : donnez un seul fichier.`);
};

/** Un JSON lu dans un fichier (nommé par le refus), ou sur l’entrée standard : chemin absent ou « - ». */
export const lireJson = (chemin: string | undefined): unknown => {
  const estFichier = chemin !== undefined && chemin !== '-';
  const lu = dechiffrerJson(estFichier ? lireOctets(chemin) : lireEntreeStandard());
  if (lu.ok) return lu.valeur;
  const message = estFichier ? `Fichier « ${chemin} » : ${lu.refus.message}` : lu.refus.message;
  throw new EntreeRefusee([{ ...lu.refus, message }]);
};
