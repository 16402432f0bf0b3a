import { type Jour, lireJour } from '../../calendrier/index.ts';
import type { Refus } from '../../resultat/index.ts';
import type { CleDeMembre } from '../mecanismes/repartition.ts';
import { type Centimes, lireMontant } from '../montants/centimes.ts';
import {
  type MontantExplique,
  montantDonne,
  type NombreExplique,
  nombreDonne,
} from '../montants/montant-explique.ts';
import { UN } from '../montants/nombre-exact.ts';
import { type Attendu, lireNombreAttendu } from './nombre-attendu.ts';

const estObjet = (valeur: unknown): valeur is Readonly<Record<string, unknown>> =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

const nommerChamp = (chemin: string): string => (chemin === '' ? 'L’entrée' : `« ${chemin} »`);

/**
 * Lecteur d’une entrée JSON : chaque lecture rend une valeur utilisable et note ce qui ne va pas. On lit
 * tout, puis on ne calcule que si `refus` est vide : l’auteur voit toutes ses erreurs d’un coup.
 */
export class Champs {
  readonly refus: Refus[];
  readonly #valeurs: Readonly<Record<string, unknown>>;
  readonly #chemin: string;
  readonly #lus = new Set<string>();

  constructor(entree: unknown, chemin = '', refus: Refus[] = []) {
    this.refus = refus;
    this.#chemin = chemin;
    this.#valeurs = estObjet(entree) ? entree : {};
    if (!estObjet(entree))
      this.#noter(
        'entree-mal-formee',
        `${nommerChamp(chemin)} doit être un objet { clé : valeur }.`,
        chemin,
      );
  }

  #noter(code: string, message: string, chemin: string): void {
    this.refus.push(chemin === '' ? { code, message } : { code, message, chemin });
  }

  chemin(cle: string): string {
    return this.#chemin === '' ? cle : `${this.#chemin}.${cle}`;
  }

  /** La clé est présente, avec une valeur. */
  a(cle: string): boolean {
    return Object.hasOwn(this.#valeurs, cle) && this.#valeurs[cle] !== null;
  }

  /** La valeur est un objet { clé : valeur }. */
  estObjet(cle: string): boolean {
    return this.a(cle) && estObjet(this.#valeurs[cle]);
  }

  #prendre(cle: string): unknown {
    this.#lus.add(cle);
    return Object.hasOwn(this.#valeurs, cle) ? this.#valeurs[cle] : undefined;
  }

  /** Clés présentes (dans l’ordre de l’entrée). */
  cles(): readonly string[] {
    return Object.keys(this.#valeurs);
  }

  /** Clés que le calcul n’a pas employées. */
  inemployees(): readonly string[] {
    return this.cles().filter((cle) => !this.#lus.has(cle));
  }

  /** Clés seulement descriptives : lues, sans effet sur le calcul. */
  decrire(...cles: readonly string[]): void {
    for (const cle of cles) this.#lus.add(cle);
  }

  #manque(cle: string): void {
    this.#noter(
      'champ-absent',
      `« ${this.chemin(cle)} » manque : le renseigner.`,
      this.chemin(cle),
    );
  }

  #convertirMontant(valeur: unknown, libelle: string, chemin: string): MontantExplique {
    const lu = lireMontant(valeur, chemin);
    if (!lu.ok) this.refus.push(lu.refus);
    return montantDonne(libelle, lu.ok ? lu.valeur : 0n, { type: 'saisie', chemin });
  }

  montant(
    cle: string,
    libelle: string,
    options: { absent?: Centimes; positif?: true } = {},
  ): MontantExplique {
    const valeur = this.#prendre(cle);
    const chemin = this.chemin(cle);
    if (valeur === undefined || valeur === null) {
      if (options.absent === undefined) this.#manque(cle);
      return montantDonne(libelle, options.absent ?? 0n, { type: 'saisie', chemin });
    }
    const montant = this.#convertirMontant(valeur, libelle, chemin);
    if (options.positif === true && montant.centimes < 0n)
      this.#noter(
        'montant-negatif',
        `« ${chemin} » est négatif : écrire un montant positif ou nul.`,
        chemin,
      );
    return montant;
  }

  montantOuNull(
    cle: string,
    libelle: string,
    options: { positif?: true } = {},
  ): MontantExplique | null {
    this.decrire(cle);
    return this.a(cle) ? this.montant(cle, libelle, options) : null;
  }

  #convertirNombre(
    valeur: unknown,
    libelle: string,
    chemin: string,
    attendu: Attendu,
  ): NombreExplique {
    const { lu, refus } = lireNombreAttendu(valeur, chemin, attendu);
    this.refus.push(...refus);
    return nombreDonne(libelle, lu ?? UN, attendu.unite ?? '', { type: 'saisie', chemin });
  }

  nombre(cle: string, libelle: string, attendu: Attendu = {}): NombreExplique {
    const valeur = this.#prendre(cle);
    const absent = valeur === undefined || valeur === null;
    if (absent && attendu.absent === undefined) {
      this.#manque(cle);
      return nombreDonne(libelle, UN);
    }
    return this.#convertirNombre(
      absent ? attendu.absent : valeur,
      libelle,
      this.chemin(cle),
      attendu,
    );
  }

  nombreOuNull(cle: string, libelle: string, attendu: Attendu = {}): NombreExplique | null {
    this.decrire(cle);
    return this.a(cle) ? this.nombre(cle, libelle, attendu) : null;
  }

  /** Un nombre entier entre `min` et `max`. */
  entier(
    cle: string,
    bornes: { readonly min: number; readonly max: number; readonly absent?: number },
  ): number {
    const { min, max, absent } = bornes;
    const attendu = { min: String(min), max: String(max) };
    const { exact: lu } = this.nombre(
      cle,
      cle,
      absent === undefined ? attendu : { ...attendu, absent: String(absent) },
    );
    if (lu.d !== 1n)
      this.#noter(
        'nombre-non-entier',
        `« ${this.chemin(cle)} » doit être un nombre entier.`,
        this.chemin(cle),
      );
    return Number(lu.n / lu.d);
  }

  texte(cle: string, absent?: string): string {
    const valeur = this.#prendre(cle);
    if (typeof valeur === 'string' && valeur !== '') return valeur;
    if (typeof valeur === 'number') return String(valeur);
    if ((valeur === undefined || valeur === null) && absent !== undefined) return absent;
    if (valeur === undefined || valeur === null) this.#manque(cle);
    else
      this.#noter('texte-attendu', `« ${this.chemin(cle)} » doit être un texte.`, this.chemin(cle));
    return absent ?? '';
  }

  choix<C extends string>(cle: string, possibles: readonly C[], absent: C): C {
    const valeur = this.#prendre(cle);
    if (valeur === undefined || valeur === null) return absent;
    const choisi = possibles.find((possible) => possible === valeur);
    if (choisi === undefined)
      this.#noter(
        'choix-inconnu',
        `« ${this.chemin(cle)} » n’est pas reconnu : choisir parmi ${possibles.join(', ')}.`,
        this.chemin(cle),
      );
    return choisi ?? absent;
  }

  jour(cle: string): Jour {
    const valeur = this.#prendre(cle);
    const jour = typeof valeur === 'string' ? lireJour(valeur) : null;
    if (jour === null)
      this.#noter(
        'jour-illisible',
        `« ${this.chemin(cle)} » n’est pas un jour du calendrier : écrire AAAA-MM-JJ (« 2028-04-01 »).`,
        this.chemin(cle),
      );
    return jour ?? '2000-01-01';
  }

  jourOuNull(cle: string): Jour | null {
    this.decrire(cle);
    return this.a(cle) ? this.jour(cle) : null;
  }

  champs(cle: string): Champs {
    const valeur = this.#prendre(cle);
    if (valeur === undefined || valeur === null) {
      this.#manque(cle);
      return new Champs({}, this.chemin(cle), this.refus);
    }
    return new Champs(valeur, this.chemin(cle), this.refus);
  }

  champsOuVides(cle: string): Champs {
    this.decrire(cle);
    return this.a(cle) ? this.champs(cle) : new Champs({}, this.chemin(cle), this.refus);
  }

  #elements(cle: string): readonly unknown[] {
    const valeur = this.#prendre(cle);
    if (Array.isArray(valeur) && valeur.length > 0) return valeur;
    if (valeur === undefined || valeur === null) this.#manque(cle);
    else
      this.#noter(
        'liste-attendue',
        `« ${this.chemin(cle)} » doit être une liste d’au moins un élément.`,
        this.chemin(cle),
      );
    return [];
  }

  liste(cle: string): readonly Champs[] {
    return this.#elements(cle).map(
      (element, rang) => new Champs(element, `${this.chemin(cle)}[${rang}]`, this.refus),
    );
  }

  listeDeMontants(cle: string, nommer: (rang: number) => string): readonly MontantExplique[] {
    return this.#elements(cle).map((element, rang) =>
      this.#convertirMontant(element, nommer(rang), `${this.chemin(cle)}[${rang}]`),
    );
  }

  /** Tous les montants de cet objet, par clé. */
  tousMontants(nommer: (cle: string) => string): ReadonlyMap<string, MontantExplique> {
    return new Map(this.cles().map((cle) => [cle, this.montant(cle, nommer(cle))]));
  }

  /** Tous les nombres de cet objet, par clé. */
  tousNombres(
    nommer: (cle: string) => string,
    attendu: Attendu = {},
  ): ReadonlyMap<string, NombreExplique> {
    return new Map(this.cles().map((cle) => [cle, this.nombre(cle, nommer(cle), attendu)]));
  }

  /** Une clé de répartition : nombres positifs ou nuls par membre. */
  clesDeRepartition(cle: string, unite = ''): readonly CleDeMembre[] {
    const nombres = this.champs(cle).tousNombres((id) => `Clé de ${id}`, {
      min: '0',
      unite,
      code: 'cle-negative',
    });
    return [...nombres].map(([id, nombre]) => ({ id, cle: nombre }));
  }
}
