import {
  CODES,
  type Commande,
  ErreurUsage,
  RessourceIndisponible,
  type Sortie,
} from './commande.ts';

/** Chaque commande se charge à la demande : un moteur démarre sans base, sans serveur, en peu de temps. */
const REGISTRE: readonly (readonly [string, () => Promise<{ default: Commande }>])[] = [
  ['moteur calcul', () => import('./moteur-calcul.ts')],
  ['moteur decision', () => import('./moteur-decision.ts')],
  ['moteur procedure', () => import('./moteur-procedure.ts')],
  ['grille lister', () => import('./grille-lister.ts')],
  ['grille gabarit', () => import('./grille-gabarit.ts')],
  ['grille lire', () => import('./grille-lire.ts')],
  ['document', () => import('./document.ts')],
  ['servir', () => import('./servir.ts')],
  ['migrer', () => import('./migrer.ts')],
  ['demo', () => import('./demo.ts')],
];

const ecrireAide = async (): Promise<void> => {
  const commandes = await Promise.all(REGISTRE.map(([, charger]) => charger()));
  const lignes = commandes.map(({ default: { usage, resume } }) => `  ${usage}\n      ${resume}`);
  process.stderr.write(
    `Usage : ensemblier <commande> [options] [--verbeux]\n\n${lignes.join('\n')}\n`,
  );
};

const choisir = (suite: readonly string[]) =>
  REGISTRE.find(([mots]) => mots.split(' ').every((mot, rang) => suite[rang] === mot));

const codeDe = (erreur: unknown): number => {
  if (erreur instanceof ErreurUsage) return CODES.usage;
  return CODES.indisponible;
};

const messageDe = (erreur: unknown): string => {
  if (erreur instanceof ErreurUsage || erreur instanceof RessourceIndisponible)
    return erreur.message;
  return `Erreur imprévue : ${erreur instanceof Error ? erreur.message : String(erreur)} (relancez avec --verbeux pour le détail).`;
};

const ecrire = ({ json }: Sortie): Promise<void> =>
  new Promise((finir) => {
    if (json === undefined) finir();
    else process.stdout.write(`${JSON.stringify(json)}\n`, () => finir());
  });

const principal = async (mots: readonly string[]): Promise<number> => {
  const estVerbeux = mots.includes('--verbeux');
  const suite = mots.filter((mot) => mot !== '--verbeux');
  const trouvee = choisir(suite);
  if (trouvee === undefined) {
    await ecrireAide();
    return suite.length === 0 || suite.includes('--aide') ? CODES.reussi : CODES.usage;
  }
  const [nom, charger] = trouvee;
  const { default: commande } = await charger();
  try {
    const sortie = await commande.executer(suite.slice(nom.split(' ').length));
    await ecrire(sortie);
    return sortie.code;
  } catch (erreur) {
    process.stderr.write(`${messageDe(erreur)}\n`);
    if (erreur instanceof ErreurUsage)
      process.stderr.write(`Usage : ensemblier ${commande.usage}\n`);
    if (estVerbeux && erreur instanceof Error) process.stderr.write(`${erreur.stack ?? ''}\n`);
    return codeDe(erreur);
  }
};

process.exitCode = await principal(process.argv.slice(2));
