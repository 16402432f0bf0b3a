import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const RACINE = fileURLToPath(new URL('../../../', import.meta.url));
const CAS = '{"montant":"100.00","cle":{"Saint-Étienne":1,"Belval":1,"Corvol":1}}';
const PARTS = { Belval: '33.34', Corvol: '33.33', 'Saint-Étienne': '33.33' };
const TRACE = /\n\s+at |node:internal|file:\/\/\//;
const ROC = 'moteur decision weights-roc';

let dossier = '';
beforeAll(() => {
  dossier = fs.mkdtempSync(path.join(os.tmpdir(), 'commande-'));
  fs.writeFileSync(path.join(dossier, 'cas.json'), CAS);
});
afterAll(() => fs.rmSync(dossier, { recursive: true, force: true }));

interface Execution {
  readonly code: number | null;
  readonly json: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

const executer = (
  programme: string,
  mots: readonly string[],
  { entree = '', racine = RACINE }: { entree?: string | Uint8Array; racine?: string } = {},
): Execution => {
  const { status, stdout, stderr } = spawnSync(programme, mots, {
    cwd: racine,
    encoding: 'utf8',
    input: entree,
    timeout: 50_000,
  });
  const json = stdout === '' ? null : (JSON.parse(stdout) as unknown);
  return { code: status, json, stdout, stderr };
};

const lancer = (ligne: string, entree: string | Uint8Array = ''): Execution =>
  executer(process.execPath, ['ensemblier.mjs', ...ligne.split(' ')], { entree });

const ecrire = (nom: string, contenu: string | Uint8Array): string => {
  const chemin = path.join(dossier, nom);
  fs.writeFileSync(chemin, contenu);
  return chemin;
};

/** « code chemin » de chaque erreur de la sortie. */
const codesDe = ({ json }: Execution): readonly string[] => {
  const { erreurs } = json as { erreurs: readonly { code: string; chemin?: string }[] };
  return erreurs.map(({ code, chemin }) => (chemin === undefined ? code : `${code} ${chemin}`));
};

describe('entrée', () => {
  test('un fichier, « - » et l’entrée standard donnent la même sortie, en JSON seul', () => {
    const fichier = lancer(`moteur calcul arrondi ${path.join(dossier, 'cas.json')}`);
    expect(fichier).toMatchObject({ code: 0, stderr: '', json: { parts: PARTS } });
    expect(fichier.stdout.endsWith('\n')).toBe(true);
    expect(lancer('moteur calcul arrondi -', CAS)).toEqual(fichier);
    expect(lancer('moteur calcul arrondi', CAS)).toEqual(fichier);
  });

  test('une marque d’ordre des octets ou de l’UTF-16 ne gêne pas', () => {
    expect(lancer('moteur calcul arrondi', `\uFEFF${CAS}`).json).toMatchObject({ parts: PARTS });
    const utf16 = Buffer.from(`\uFEFF${CAS}`, 'utf16le');
    expect(lancer('moteur calcul arrondi', utf16).json).toMatchObject({ parts: PARTS });
  });

  test('une entrée écrite lentement, en morceaux, est attendue jusqu’au bout', async () => {
    const enfant = spawn(process.execPath, ['ensemblier.mjs', ...ROC.split(' ')], {
      cwd: RACINE,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let sortie = '';
    enfant.stdout.setEncoding('utf8').on('data', (morceau: string) => {
      sortie += morceau;
    });
    enfant.stdin.write('{"n"');
    setTimeout(() => enfant.stdin.end(':1}'), 400);
    const code = await new Promise((finir) => enfant.once('close', finir));
    expect([code, sortie]).toEqual([0, '{"weights":[1]}\n']);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['vide', '', 'json-illisible'],
    ['tronquée', '{"montant":', 'json-illisible'],
    ['en latin-1', Buffer.from(CAS, 'latin1'), 'json-illisible'],
    ['un fichier binaire', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff]), 'json-illisible'],
    ['null', 'null', 'entree-mal-formee'],
    ['une liste', '[]', 'entree-mal-formee'],
    ['un objet vide', '{}', 'forme-inconnue'],
    ['NaN', '{"montant":"1.00","cle":{"A":NaN}}', 'nombre-illisible cle.A'],
    ['-Infinity', '{"montant":-Infinity,"cle":{"A":1}}', 'montant-illisible montant'],
    ['trop précise', '{"montant":"1.005","cle":{"A":1}}', 'montant-trop-precis montant'],
  ])('refusée, code 2 : %s', (_, entree, code) => {
    const refus = lancer('moteur calcul arrondi', entree);
    expect(refus.code).toBe(2);
    expect(codesDe(refus)).toEqual([code]);
    expect(refus.stderr).toBe('');
  });

  test('le refus d’un JSON dit le fichier, la ligne et la colonne', () => {
    const abime = ecrire('abime.json', '{\n "montant": 1,\n}');
    const { json } = lancer(`moteur calcul arrondi ${abime}`);
    expect(JSON.stringify(json)).toContain('abime.json');
    expect(JSON.stringify(json)).toContain('ligne 3, colonne 1');
  });

  test('« NaN » entre guillemets reste un texte comme un autre', () => {
    const entree = '{"montant":"2.00","cle":{"NaN":1,"\\"Infinity":1}}';
    expect(lancer('moteur calcul arrondi', entree).json).toMatchObject({
      parts: { NaN: '1.00', '"Infinity': '1.00' },
    });
  });
});

describe('erreurs d’usage, code 1', () => {
  test.each([
    ['truc', 'Commande inconnue : « truc »'],
    ['moteur', 'Commande inconnue : « moteur »'],
    ['moteur calcul', 'Indiquez la famille'],
    ['moteur decision', 'Indiquez la méthode'],
    ['moteur procedure', 'Indiquez la procédure'],
    ['moteur calcul inconnue', 'Familles connues : '],
    ['moteur decision inconnue', 'Choisir parmi '],
    ['moteur procedure inconnue', 'Procédures connues : '],
    ['moteur calcul toString', 'Familles connues : '],
    ['moteur calcul arrondi absent.json', 'absent.json'],
    ['moteur calcul arrondi src', '« src » ne peut pas être lu'],
    ['moteur calcul arrondi a.json b.json', '« b.json » est de trop'],
    ['moteur calcul arrondi --pas 1', 'Options comprises : aucune'],
    [`${ROC} --tirages 0`, '--tirages attend un entier'],
    [`${ROC} --tirages beaucoup`, '--tirages attend un entier'],
    [`${ROC} --graine 1.5`, '--graine attend un entier'],
    [`${ROC} --graine`, '--tirages, --graine'],
  ])('« %s »', (ligne, attendu) => {
    const { code, stdout, stderr } = lancer(ligne, '{"n":1}');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(attendu);
    expect(stderr).toContain('Usage : ensemblier');
    expect(stderr).not.toMatch(TRACE);
  });

  test('la trace d’appel ne se montre qu’avec --verbeux', () => {
    expect(lancer('moteur calcul arrondi absent.json --verbeux').stderr).toMatch(TRACE);
  });

  test.each(['--aide', '--help', 'moteur calcul --aide'])('« %s » aide, code 0', (ligne) => {
    const { code, stdout, stderr } = lancer(ligne);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('moteur calcul <famille>');
  });
});

describe('moteurs', () => {
  test('même graine, même tirage ; la précision est dite', () => {
    const entree = JSON.stringify({
      gaussianMeanSd: [
        [
          [1, 1],
          [2, 1],
        ],
      ],
      lo: [0],
      hi: [4],
    });
    const ligne = 'moteur decision smaa2-stochastic-scores --tirages 2000 --graine';
    const [a, b, c] = [`${ligne} 7`, `${ligne} 7`, `${ligne} 8`].map((une) => lancer(une, entree));
    expect(a?.json).toMatchObject({ precision: { tirages: 2000, graine: 7 } });
    expect(b?.stdout).toBe(a?.stdout);
    expect(c?.stdout).not.toBe(a?.stdout);
  });

  test('une procédure répond sans base ni serveur', () => {
    const entree = JSON.stringify({
      le: '2028-03-01',
      territoire: { communes: [{ code: '01001', nom: 'Île-Saint-Élie', population: 9 }] },
      evenements: [
        { type: 'deliberation-epci', date: '2027-11-20' },
        { type: 'notification', date: '2027-11-30', commune: '01001' },
      ],
    });
    expect(lancer('moteur procedure transfert-competence', entree)).toMatchObject({
      code: 0,
      json: {
        etat: 'majorite-atteinte',
        avis: [{ commune: '01001', sens: 'favorable', tacite: true, le: '2028-03-01' }],
        majorites: [{ code: 'MAJ-Q', atteinte: true }],
      },
    });
  });

  test('une procédure refuse une entrée abîmée avec tous ses chemins', () => {
    const refus = lancer(
      'moteur procedure adoption-schema',
      '{"le":"2027-02-29","territoire":{"communes":[]},"evenements":{}}',
    );
    expect(refus.code).toBe(2);
    expect(codesDe(refus)).toEqual([
      'date-illisible le',
      'champ-manquant territoire.communes',
      'champ-manquant evenements',
    ]);
  });

  test('un lecteur qui s’en va (« | head ») n’est pas une panne', async () => {
    const membres = Array.from({ length: 2000 }, (_, rang) => [`Commune ${rang}`, rang]);
    const grand = ecrire(
      'grand.json',
      JSON.stringify({ montant: '100000.00', cle: Object.fromEntries(membres) }),
    );
    const enfant = spawn(
      process.execPath,
      ['ensemblier.mjs', 'moteur', 'calcul', 'arrondi', grand],
      { cwd: RACINE, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let erreurs = '';
    enfant.stderr.setEncoding('utf8').on('data', (morceau: string) => {
      erreurs += morceau;
    });
    enfant.stdout.once('data', () => enfant.stdout.destroy());
    const code = await new Promise((finir) => enfant.once('close', finir));
    expect([code, erreurs]).toEqual([0, '']);
  });
});

describe('aussitôt après « npm ci »', () => {
  const SUIVIS = ['ensemblier.mjs', 'package.json', 'tsconfig.json', 'outils', 'src'];
  let copie = '';
  beforeAll(() => {
    copie = path.join(dossier, 'clone neuf');
    for (const nom of SUIVIS)
      fs.cpSync(path.join(RACINE, nom), path.join(copie, nom), { recursive: true });
    fs.symlinkSync(path.join(RACINE, 'node_modules'), path.join(copie, 'node_modules'), 'dir');
  });

  test.each([
    ['moteur calcul arrondi', CAS],
    [ROC, '{"n":3}'],
  ])('sans rien construire, « %s » répond', (ligne, entree) => {
    const mots = ['ensemblier.mjs', ...ligne.split(' ')];
    expect(executer(process.execPath, mots, { entree, racine: copie })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(fs.readdirSync(copie).sort()).toEqual([...SUIVIS, 'node_modules'].sort());
  });

  test('« npx ensemblier » répond depuis la racine', () => {
    const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
    const mots = ['--no-install', 'ensemblier', ...ROC.split(' ')];
    expect(executer(npx, mots, { entree: '{"n":1}' })).toMatchObject({
      code: 0,
      json: { weights: [1] },
    });
  });

  test('sans dépendances, le message dit de lancer « npm ci »', () => {
    const nu = path.join(dossier, 'nu');
    for (const nom of SUIVIS)
      fs.cpSync(path.join(RACINE, nom), path.join(nu, nom), { recursive: true });
    const { code, stderr } = executer(process.execPath, ['ensemblier.mjs', ...ROC.split(' ')], {
      racine: nu,
    });
    expect(code).toBe(1);
    expect(stderr).not.toMatch(TRACE);
    expect(stderr).toContain('lancez « npm ci »');
  });
});
