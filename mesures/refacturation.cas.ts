import { type Repartition, repartir, verifierExplication } from '../src/moteurs/calcul/index.ts';
import type { Cas } from './cas.ts';

const COMMUNES = 158;
const MOIS = 12;

/** Chaque part a son arbre, qui mène au montant réparti et à sa clé, et l’ensemble se refait juste. */
const exigerExplication = ({ parts, explication }: Repartition): void => {
  if (explication.operandes?.length !== COMMUNES || parts.length !== COMMUNES)
    throw new Error('L’explication ne détaille pas les parts de toutes les communes.');
  if (parts.some((part) => part.explication.operandes?.length !== 3))
    throw new Error('Une part n’est pas expliquée par le montant, sa clé et la somme des clés.');
  const [defaut] = verifierExplication(explication);
  if (defaut !== undefined) throw new Error(`${defaut.chemin.join(' › ')} : ${defaut.motif}`);
};

const repartirLeMois = (
  service: number,
  mois: number,
  cles: readonly { readonly id: string; readonly cle: bigint }[],
): Repartition => {
  const resultat = repartir({
    montant: BigInt(1_234_567 + service * 991 + mois),
    sourceMontant: { type: 'saisie' },
    cles,
  });
  if (!resultat.ok) throw new Error(resultat.refus[0]?.message ?? 'refus');
  return resultat.valeur;
};

/** Refacturation expliquée : 158 communes × services × 12 mois, plus forts restes. */
export const refacturation: Cas = {
  nom: 'Refacturation expliquée, 158 communes, 12 mois',
  tailles: [10, 20, 40],
  unite: 'services',
  preparer: (services) => {
    const cles = Array.from({ length: COMMUNES }, (_, rang) => ({
      id: `C${String(rang).padStart(3, '0')}`,
      cle: BigInt(100 + ((rang * 7919) % 4000)),
    }));
    exigerExplication(repartirLeMois(0, 0, cles));
    const calculer = () => {
      const etats: Repartition[] = [];
      for (let service = 0; service < services; service += 1)
        for (let mois = 0; mois < MOIS; mois += 1) etats.push(repartirLeMois(service, mois, cles));
      const parts = etats.reduce((total, etat) => total + etat.parts.length, 0);
      if (parts !== COMMUNES * services * MOIS) throw new Error(`${parts} parts calculées.`);
      return etats;
    };
    return Promise.resolve(() => Promise.resolve(calculer()));
  },
};
