import {
  CODES,
  type Commande,
  EntreeRefusee,
  ErreurUsage,
  RessourceIndisponible,
  refuserEntree,
  type Sortie,
} from './commande.ts';

// Avant tout chargement : sans mode dit, React choisirait sa version de développement, deux fois plus lente.
process.env.NODE_ENV ??= 'production';

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

/** Le lecteur a fermé le tube (« | head ») : on se tait, ce n’est pas une panne. */
process.stdout.on('error', () => undefined);

const ecrire = ({ json }: Sortie): Promise<void> =>
  new Promise((finir) => {
    if (json === undefined) finir();
    else process.stdout.write(`${JSON.stringify(json)}\n`, () => finir());
  });

const executer = async (
  charger: () => Promise<{ default: Commande }>,
  suite: readonly string[],
) => {
  const { default: commande } = await charger();
  try {
    return await commande.executer(suite);
  } catch (erreur) {
    if (erreur instanceof EntreeRefusee) return refuserEntree(erreur.refus);
    if (!(erreur instanceof ErreurUsage)) throw erreur;
    const conseil = `${erreur.message}\nUsage : ensemblier ${commande.usage}`;
    throw new ErreurUsage(conseil, { cause: erreur });
  }
};

const AIDES = new Set(['--aide', '--help', '-h', 'aide']);

const principal = async (mots: readonly string[]): Promise<number> => {
  const estVerbeux = mots.includes('--verbeux');
  const suite = mots.filter((mot) => mot !== '--verbeux');
  const trouvee = choisir(suite);
  try {
    if (trouvee === undefined) {
      const demandeAide = suite.length === 0 || suite.some((mot) => AIDES.has(mot));
      if (!demandeAide) process.stderr.write(`Commande inconnue : « ${suite.join(' ')} ».\n`);
      await ecrireAide();
      return demandeAide ? CODES.reussi : CODES.usage;
    }
    const [nom, charger] = trouvee;
    if (suite.some((mot) => AIDES.has(mot))) {
      const { usage, resume } = (await charger()).default;
      process.stderr.write(`Usage : ensemblier ${usage}\n${resume}\n`);
      return CODES.reussi;
    }
    const sortie = await executer(charger, suite.slice(nom.split(' ').length));
    await ecrire(sortie);
    return sortie.code;
  } catch (erreur) {
    process.stderr.write(`${messageDe(erreur)}\n`);
    if (estVerbeux && erreur instanceof Error) process.stderr.write(`${erreur.stack ?? ''}\n`);
    return codeDe(erreur);
  }
};

process.exitCode = await principal(process.argv.slice(2));
