/** Un tableau de cases masquées ou non, rangée par rangée. */
export type Masques = readonly (readonly boolean[])[];

interface Etape {
  readonly sommet: number;
  readonly parLaCase: number;
  readonly voisins: readonly (readonly [number, number])[];
  suivant: number;
}

/** Sommets : les rangées puis les colonnes ; arêtes : les cases masquées, numérotées. */
const lierParLesCases = (masques: Masques) => {
  const largeur = masques[0]?.length ?? 0;
  const voisins: [number, number][][] = Array.from({ length: masques.length + largeur }, () => []);
  for (const [r, rangee] of masques.entries()) {
    for (const [c, masque] of rangee.entries()) {
      if (!masque) continue;
      const numero = r * largeur + c;
      voisins[r]?.push([masques.length + c, numero]);
      voisins[masques.length + c]?.push([r, numero]);
    }
  }
  return { voisins, largeur };
};

/** Un parcours en profondeur : rang de découverte et plus haut sommet rejoint sans revenir sur ses pas. */
const ouvrirParcours = (nombre: number) => {
  const ordre = Array.from({ length: nombre }, () => -1);
  const plusHaut = Array.from({ length: nombre }, () => -1);
  let compteur = 0;
  return {
    estVu: (sommet: number): boolean => ordre[sommet] !== -1,
    decouvrir: (sommet: number): void => {
      ordre[sommet] = compteur;
      plusHaut[sommet] = compteur;
      compteur += 1;
    },
    rejoindre: (sommet: number, autre: number): void => {
      plusHaut[sommet] = Math.min(plusHaut[sommet] ?? 0, ordre[autre] ?? 0);
    },
    heriter: (parent: number, enfant: number): void => {
      plusHaut[parent] = Math.min(plusHaut[parent] ?? 0, plusHaut[enfant] ?? 0);
    },
    estPont: (parent: number, enfant: number): boolean =>
      (plusHaut[enfant] ?? 0) > (ordre[parent] ?? 0),
  };
};

/**
 * Les cases masquées qui se déduisent des totaux : les ponts du graphe biparti rangées-colonnes
 * (algorithme de Tarjan, sans récursion, temps proportionnel au nombre de cases).
 */
export const trouverLesPonts = (masques: Masques): readonly (readonly [number, number])[] => {
  const { voisins, largeur } = lierParLesCases(masques);
  const parcours = ouvrirParcours(voisins.length);
  const ponts: (readonly [number, number])[] = [];
  const pile: Etape[] = [];
  const entrer = (sommet: number, parLaCase: number): void => {
    parcours.decouvrir(sommet);
    pile.push({ sommet, parLaCase, voisins: voisins[sommet] ?? [], suivant: 0 });
  };
  const sortir = ({ sommet, parLaCase }: Etape): void => {
    pile.pop();
    const parent = pile.at(-1);
    if (parent === undefined) return;
    parcours.heriter(parent.sommet, sommet);
    if (parcours.estPont(parent.sommet, sommet)) {
      ponts.push([Math.floor(parLaCase / largeur), parLaCase % largeur]);
    }
  };
  const avancer = (etape: Etape): void => {
    const voisin = etape.voisins[etape.suivant];
    etape.suivant += 1;
    if (voisin === undefined) {
      sortir(etape);
      return;
    }
    const [sommet, numero] = voisin;
    if (numero === etape.parLaCase) return;
    if (parcours.estVu(sommet)) parcours.rejoindre(etape.sommet, sommet);
    else entrer(sommet, numero);
  };
  for (const depart of voisins.keys()) {
    if (parcours.estVu(depart)) continue;
    entrer(depart, -1);
    for (let etape = pile.at(-1); etape !== undefined; etape = pile.at(-1)) avancer(etape);
  }
  return ponts;
};
