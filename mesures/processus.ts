import fs from 'node:fs';

const TICS_PAR_SECONDE = 100;

const lireStat = (pid: number | 'self'): readonly string[] => {
  try {
    const texte = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return texte.slice(texte.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
};

/** Temps processeur, en ms, d’un processus en vie ; null ailleurs que sous Linux. */
export const processeurDe = (pid: number): number | null => {
  const champs = lireStat(pid);
  return champs.length === 0
    ? null
    : ((Number(champs[11]) + Number(champs[12])) * 1000) / TICS_PAR_SECONDE;
};

/** Temps processeur, en ms, des enfants déjà finis de ce processus ; null ailleurs que sous Linux. */
export const processeurDesEnfants = (): number | null => {
  const champs = lireStat('self');
  return champs.length === 0
    ? null
    : ((Number(champs[13]) + Number(champs[14])) * 1000) / TICS_PAR_SECONDE;
};

/** Ce processus et ses descendants encore en vie. */
export const descendance = (racine: number): readonly number[] => {
  const parents = fs
    .readdirSync('/proc')
    .filter((nom) => /^\d+$/.test(nom))
    .map((nom) => ({ pid: Number(nom), parent: Number(lireStat(Number(nom))[1] ?? 0) }));
  const trouves = [racine];
  for (const connu of trouves)
    trouves.push(...parents.filter(({ parent }) => parent === connu).map(({ pid }) => pid));
  return trouves;
};

const lireMo = (pid: number | 'self', fichier: string, ligne: string): number => {
  try {
    const texte = fs.readFileSync(`/proc/${pid}/${fichier}`, 'utf8');
    return Number(new RegExp(`^${ligne}:\\s+(\\d+) kB`, 'm').exec(texte)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** Mémoire résidente de pointe d’un processus, en mégaoctets (0 s’il est fini). */
export const pointeDe = (pid: number | 'self'): number => lireMo(pid, 'status', 'VmHWM');

/** Part d’un processus dans la mémoire résidente, en mégaoctets : ce qu’il partage est divisé. */
export const partDe = (pid: number): number => lireMo(pid, 'smaps_rollup', 'Pss');

/** Pointe de ce processus : celle de Linux, sinon celle que Node connaît. */
export const pointeDeCeProcessus = (): number =>
  pointeDe('self') || process.resourceUsage().maxRSS / 1024;

/** Nom de la commande d’un processus. */
export const nomDe = (pid: number): string => {
  try {
    return fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
};
