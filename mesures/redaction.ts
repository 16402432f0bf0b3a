import os from 'node:os';
import { type Cas, type Mesure, mediane, type Reference } from './cas.ts';
import { CONNEXIONS, type MesureDePage, REQUETES } from './charge.ts';
import type { Demarrage } from './demarrages.ts';
import type { MemoireDuServeur } from './serveur-mesure.ts';

/** Les mesures d’un cas à une taille. */
export interface Releve {
  readonly cas: Pick<Cas, 'nom' | 'unite' | 'reference'>;
  readonly taille: number;
  readonly mesures: readonly Mesure[];
  /** undefined : rien à quoi comparer ; null : outil absent. */
  readonly reference: Reference | null | undefined;
}

export interface PageMesuree {
  readonly nom: string;
  readonly mesure: MesureDePage;
}

export interface Releves {
  readonly cas: readonly Releve[];
  readonly pages: readonly PageMesuree[];
  readonly memoire: MemoireDuServeur;
  readonly demarrages: readonly Demarrage[];
  /** Charge moyenne de la machine pendant les mesures (1 : un cœur occupé). */
  readonly charge: { readonly debut: number; readonly fin: number };
}

const virgule = (nombre: number, decimales: number): string =>
  nombre.toFixed(decimales).replace('.', ',');

const entier = (nombre: number): string => nombre.toLocaleString('fr-FR');

export const ecrireDuree = (ms: number): string =>
  ms < 1000 ? `${ms.toFixed(ms < 10 ? 1 : 0).replace('.', ',')} ms` : `${virgule(ms / 1000, 2)} s`;

const ecrireBornes = (durees: readonly number[]): string =>
  `${ecrireDuree(mediane(durees))} (${ecrireDuree(Math.min(...durees))} – ${ecrireDuree(Math.max(...durees))})`;

const processeurDe = ({ mesures }: Releve): number =>
  mediane(mesures.map(({ processeurMs }) => processeurMs));

/** Temps processeur multiplié par, pour une taille multipliée par : 1,0 veut dire « proportionnel ». */
const ecrireCroissance = (releve: Releve, precedent: Releve | undefined): string =>
  precedent === undefined || precedent.cas.nom !== releve.cas.nom
    ? '—'
    : virgule(
        processeurDe(releve) / processeurDe(precedent) / (releve.taille / precedent.taille),
        2,
      );

const ecrireComparaison = (releve: Releve): string => {
  const { reference, cas } = releve;
  if (reference === undefined) return '—';
  if (reference === null) return `${cas.reference ?? ''} : absent`;
  const duree = mediane(releve.mesures.map(({ dureeMs }) => dureeMs));
  const processeur =
    reference.processeurMs === null
      ? ''
      : `, processeur ${ecrireDuree(reference.processeurMs)} (× ${virgule(reference.processeurMs / processeurDe(releve), 1)})`;
  return `${ecrireDuree(reference.dureeMs)} (× ${virgule(reference.dureeMs / duree, 1)})${processeur}`;
};

/** La ligne du tableau d’un relevé. */
export const ecrireReleve = (releve: Releve, precedent: Releve | undefined): string => {
  const { cas, taille, mesures } = releve;
  return `| ${[
    cas.nom,
    `${entier(taille)} ${cas.unite}`,
    ecrireBornes(mesures.map(({ dureeMs }) => dureeMs)),
    ecrireDuree(processeurDe(releve)),
    `${mediane(mesures.map(({ pointeMo }) => pointeMo)).toFixed(0)} Mo`,
    ecrireCroissance(releve, precedent),
    ecrireComparaison(releve),
  ].join(' | ')} |`;
};

export const ecrirePage = ({ nom, mesure }: PageMesuree): string =>
  `| ${[
    nom,
    `${mesure.poidsKo.toFixed(0)} Ko`,
    entier(mesure.requetes),
    virgule(mesure.pagesParSeconde, 1),
    ecrireDuree(mesure.medianeMs),
    ecrireDuree(mesure.centile95Ms),
    ecrireDuree(mesure.maximumMs),
    mesure.processeurMs === null ? '—' : ecrireDuree(mesure.processeurMs),
  ].join(' | ')} |`;

const ecrireDemarrage = ({ nom, dureesMs, processeurMs }: Demarrage): string =>
  `| ${nom} | ${ecrireBornes(dureesMs)} | ${dureesMs.length} | ${processeurMs === null ? '—' : ecrireDuree(processeurMs)} |`;

const OBJECTIF_MS = 300;

/** Ce que l’objectif de 300 ms donne ici, et ce que la seule file d’attente en explique. */
const direObjectif = (pages: readonly PageMesuree[]): string => {
  const lentes = pages.filter(({ mesure }) => mesure.centile95Ms > OBJECTIF_MS);
  if (lentes.length === 0) return `Toutes les pages tiennent ${OBJECTIF_MS} ms au 95ᵉ centile.`;
  const detail = lentes.map(({ nom, mesure }) =>
    mesure.processeurMs === null
      ? nom
      : `${nom} (file de ${CONNEXIONS} : ${ecrireDuree(mesure.processeurMs * CONNEXIONS)} de calcul)`,
  );
  return `Au-dessus de l’objectif de ${OBJECTIF_MS} ms au 95ᵉ centile, sous cette charge : ${detail.join(' ; ')}. Le reste de l’attente est PostgreSQL et la charge des autres.`;
};

const tableau = (titres: readonly string[], lignes: readonly string[]): string =>
  [`| ${titres.join(' | ')} |`, `|${titres.map(() => '---').join('|')}|`, ...lignes].join('\n');

const METHODE = `## Comment c’est mesuré

- Chaque exécution d’un cas a son propre processus. Ses données sont fabriquées d’avance, dans un
  fichier : ni leur fabrication, ni sa mémoire ne comptent. Médiane de trois à cinq exécutions.
- **Durée** : le temps qui passe. **Processeur** : le temps de calcul, tous fils compris ; il ne bouge
  guère quand d’autres travaillent sur la machine. **Mémoire** : pointe de mémoire résidente.
- **Croissance** : processeur multiplié ÷ taille multipliée, depuis la taille précédente. 1,0 veut dire
  proportionnel ; en dessous, une part fixe (chargement, compilation à chaud) s’amortit ; nettement
  au-dessus, le calcul grandirait plus vite que ses données.
- **Comparaison** : × 2 veut dire que l’autre outil met deux fois plus. LibreOffice convertit *le même
  fichier* en CSV, profil déjà créé ; il démarre, lit et réécrit, mais ne répare ni ne contrôle rien.
  Pour le PDF, il convertit notre ODT.
- « À froid » : le chargement des modules, des polices et du moteur de mise en page est compté.
- Les pages : l’application complète par \`npm start\` (PostgreSQL embarqué, territoire de
  démonstration), visitée par ${CONNEXIONS} connexions sans pause, ${REQUETES} pages au plus et trente secondes au
  plus par page, depuis un second processus sur la même machine, après échauffement.

À refaire : \`node outils/avec-node24.mjs mesures/executer.ts\` (une dizaine de minutes), ou quelques
cas seulement en les nommant, sans réécrire ce document. Ce ne sont jamais des tests : les tests
vérifient seulement que chaque cas se prépare et s’exécute à sa plus petite taille.`;

const LIMITES = `## Ce que ces chiffres ne disent pas

- Une seule machine, virtuelle et partagée : la charge indiquée ci-dessus gonfle les durées, pas le
  temps processeur. Comparer des rapports plutôt que des durées d’un jour à l’autre.
- Les lignes RH sont celles de la démonstration, répétées avec des matricules et des employeurs
  différents : propres, donc sans le coût des milliers d’anomalies d’un fichier très abîmé.
- La visite des pages partage les deux cœurs avec le serveur et la base : elle sous-estime ce que
  servirait une machine où les visiteurs sont ailleurs. Elle ne dit rien du réseau ni du navigateur.
- Node rend les pages sur un seul fil : à ${CONNEXIONS} visiteurs sans pause, chacun attend les ${CONNEXIONS - 1} autres. Une durée
  au 95ᵉ centile proche de ${CONNEXIONS} fois le temps processeur de la page est donc la file, pas une lenteur.
- La pointe de Node est surtout faite de mémoire rendue mais pas encore ramassée : sur une grande
  machine, Node ne se presse pas. Ce qui reste vivant dit le besoin réel ; \`--max-old-space-size\` le borne.
- La page d’un exercice et celle d’un état n’envoient l’explication d’un chiffre que si on la demande
  (\`?expliquer=…\`) : c’est la page sans volet ouvert qui est mesurée.
- La mémoire de PostgreSQL est la somme des parts de ses processus, mesurée à la fin de la visite.`;

/** Le document des mesures, en entier. */
export const redigerMesures = ({ cas, pages, memoire, demarrages, charge }: Releves): string => {
  const machine = `${os.cpus().length} cœurs (${os.cpus()[0]?.model ?? 'inconnus'}), ${Math.round(os.totalmem() / 1024 ** 3)} Gio, ${os.type()}, Node ${process.version}`;
  return `# Mesures

Engendré par \`mesures/executer.ts\`. Machine : ${machine}.
Charge de la machine pendant les mesures : ${virgule(charge.debut, 1)} au début, ${virgule(charge.fin, 1)} à la fin (2 = deux cœurs pleins ; au-delà, on attend son tour).

## Calculs, lectures et documents

${tableau(
  [
    'Cas',
    'Taille',
    'Durée médiane (min – max)',
    'Processeur',
    'Mémoire de pointe',
    'Croissance',
    'Comparaison (LibreOffice)',
  ],
  cas.map((releve, rang) => ecrireReleve(releve, cas[rang - 1])),
)}

## Pages servies

${tableau(
  [
    'Page',
    'Poids',
    'Demandes',
    'Pages par seconde',
    'Médiane',
    '95ᵉ centile',
    'Maximum',
    'Processeur par page (Node)',
  ],
  pages.map(ecrirePage),
)}

${direObjectif(pages)}

Mémoire après la visite : ${memoire.nodeMo.toFixed(0)} Mo de pointe pour Node (construction de la démonstration comprise), dont ${memoire.vivantMo.toFixed(0)} Mo encore vivants après un ramassage complet ; ${memoire.baseMo.toFixed(0)} Mo pour PostgreSQL embarqué.

## Démarrages

${tableau(['Commande', 'Durée médiane (min – max)', 'Essais', 'Processeur'], demarrages.map(ecrireDemarrage))}

${METHODE}

${LIMITES}
`;
};
