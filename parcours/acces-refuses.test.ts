import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMPTES_DE_DEMONSTRATION } from '../src/app/demonstration/comptes.ts';
import { preparerDemonstration } from '../src/app/demonstration/index.server.ts';
import routes from '../src/app/routes.ts';
import { unePersonne } from '../src/socle/acces/acces.exemples.ts';
import { creerLien, revoquerLien } from '../src/socle/acces/index.server.ts';
import { type BaseDEssai, uneBase } from '../src/socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../src/socle/base/index.server.ts';
import { territoireDuSiren } from '../src/socle/territoire/index.server.ts';
import { unTerritoire } from '../src/socle/territoire/territoire.exemples.ts';
import { type GesteDePage, lireGestes, lireLiens } from './formulaires.ts';
import { type Service, servirPages } from './service.ts';

const ICI = '200035202';
const AILLEURS = '200000172';
const MARS = '214201410';
const CHARLIEU = '214200529';
const JOUR = '2026-11-24';
const MOT_DE_PASSE = 'ensemblier-demo';

let essai: BaseDEssai;
let admin: pg.Client;
let service: Service;
let donnees: string;
let demo: Contexte;
const cookies = new Map<string, string>();

interface Reponse {
  readonly statut: number;
  readonly vers: string;
  readonly texte: string;
}

const demander = async (
  chemin: string,
  { qui, corps }: { readonly qui?: string; readonly corps?: BodyInit } = {},
): Promise<Reponse> => {
  const cookie = qui === undefined ? undefined : cookies.get(qui);
  const reponse = await fetch(`${service.adresse}${chemin}`, {
    redirect: 'manual',
    headers: cookie === undefined ? {} : { cookie },
    ...(corps === undefined ? {} : { method: 'POST', body: corps }),
  });
  return {
    statut: reponse.status,
    vers: reponse.headers.get('location') ?? '',
    texte: await reponse.text(),
  };
};

const seConnecter = async (qui: string, courriel: string, motDePasse: string): Promise<void> => {
  const reponse = await fetch(`${service.adresse}/connexion`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ courriel, motDePasse }),
  });
  expect(reponse.status, courriel).toBe(302);
  cookies.set(
    qui,
    reponse.headers
      .getSetCookie()
      .map((un) => un.split(';')[0])
      .join('; '),
  );
};

const aplatir = (
  entrees: readonly RouteConfigEntry[],
  racine = '',
): { id: string; forme: string }[] =>
  entrees.flatMap((entree) => {
    const forme = entree.path === undefined ? racine : `${racine}/${entree.path}`;
    const filles = aplatir(entree.children ?? [], forme);
    return entree.children === undefined ? [{ id: entree.id ?? '', forme }] : filles;
  });

const ROUTES = aplatir(routes).map(({ id, forme }) => ({
  id,
  motif: new RegExp(
    `^${forme
      .replaceAll(/\/:[a-z]+\?/gi, '(?:/[^/]+)?')
      .replaceAll(/:[a-z]+/gi, '[^/]+')
      .replaceAll('*', '.*')}$`,
  ),
}));
/** La route d’un chemin : la plus précise, celle qui a le moins de paramètres. */
const routeDe = (chemin: string): string => {
  const sans = chemin.split('?')[0] ?? '';
  const trouvees = ROUTES.filter(({ motif }) => motif.test(sans));
  trouvees.sort((a, b) => nombreDeParametres(a.motif) - nombreDeParametres(b.motif));
  return trouvees[0]?.id ?? 'introuvable';
};
const nombreDeParametres = (motif: RegExp): number =>
  motif.source.split('[^').length + (motif.source.includes('.*') ? 99 : 0);

const PAGES_PAR_ROUTE = 2;

/** Les pages qu’une personne atteint en suivant les liens, au plus deux par route, avec leurs gestes. */
const parcourir = async (departs: readonly string[], qui?: string) => {
  const pages = new Map<string, Reponse>();
  const parRoute = new Map<string, number>();
  const file = [...departs];
  for (let chemin = file.shift(); chemin !== undefined; chemin = file.shift()) {
    const route = routeDe(chemin);
    const vues = parRoute.get(route) ?? 0;
    if (pages.has(chemin) || vues >= PAGES_PAR_ROUTE || /deconnexion/.test(chemin)) continue;
    parRoute.set(route, vues + 1);
    const page = await demander(chemin, qui === undefined ? {} : { qui });
    pages.set(chemin, page);
    if (page.statut === 200 && page.texte.startsWith('<!DOCTYPE html>')) {
      file.push(...lireLiens(page.texte));
    }
  }
  return { pages, routes: parRoute };
};

/** L’empreinte de toute la base, sauf ce qu’une simple visite écrit (sessions, jour d’usage d’un lien). */
const empreinte = async (): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await admin.query<{ nom: string }>(
    `select c.relname as nom from pg_class c where c.relnamespace = 'public'::regnamespace
     and c.relkind = 'r' and c.relname not in ('session', 'verification', 'lien_personnel') order by 1`,
  );
  const lues: Record<string, string> = {};
  for (const { nom } of rows) {
    const somme = await admin.query<{ somme: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as somme from "${nom}" t`,
    );
    lues[nom] = somme.rows[0]?.somme ?? '';
  }
  return lues;
};

const corpsDe = ({ champs, multiple }: GesteDePage): BodyInit => {
  if (!multiple) return new URLSearchParams(champs.map(([nom, valeur]) => [nom, valeur]));
  const formulaire = new FormData();
  for (const [nom, valeur] of champs) {
    if (/fichier|piece|contours/.test(nom)) {
      formulaire.set(nom, new File(['commune;siren\nMars;214201410\n'], 'grille.csv'));
    } else formulaire.append(nom, valeur);
  }
  return formulaire;
};

const rejouer = async (gestes: readonly GesteDePage[], qui?: string) => {
  const statuts: { cible: string; geste: string; statut: number; vers: string }[] = [];
  for (const geste of gestes) {
    const { statut, vers } = await demander(geste.cible, {
      corps: corpsDe(geste),
      ...(qui === undefined ? {} : { qui }),
    });
    const nomme = geste.champs.find(([nom]) => nom === 'geste')?.[1] ?? '';
    statuts.push({ cible: geste.cible, geste: nomme, statut, vers });
  }
  return statuts;
};

const ecritsPar = async (auteur: string): Promise<readonly string[]> => {
  const { rows } = await admin.query<{ objet: string }>(
    'select distinct objet from journal_ecriture where auteur = $1 order by 1',
    [auteur],
  );
  return rows.map(({ objet }) => objet);
};

/** Les collectivités dont cet auteur a écrit des lignes (table → SIREN). */
const collectivitesEcrites = async (auteur: string): Promise<readonly (string | null)[]> => {
  const { rows } = await admin.query<{ collectivite: string | null }>(
    "select distinct coalesce(apres, avant) ->> 'collectivite' as collectivite from journal_ecriture where auteur = $1 order by 1",
    [auteur],
  );
  return rows.map(({ collectivite }) => collectivite);
};

let gestesDePilote: readonly GesteDePage[] = [];
let pagesDePilote: ReadonlyMap<string, Reponse> = new Map();

/** Un geste par route et par bouton : treize fois le même n’apprend rien de plus. */
const sansRedite = (gestes: readonly GesteDePage[]): readonly GesteDePage[] => [
  ...new Map(gestes.map((geste) => [`${routeDe(geste.cible)} ${nommer(geste)}`, geste])).values(),
];
const nommer = ({ champs }: GesteDePage): string =>
  champs.findLast(([nom]) => nom === 'geste')?.[1] ?? champs.map(([nom]) => nom).join(' ');

/** Des pages où aucun lien ne mène dans l’état de la démonstration, mais qu’une adresse ouvre. */
const pagesSansLien = async (): Promise<readonly string[]> => {
  const premier = async (table: string): Promise<string> => {
    const { rows } = await admin.query<{ id: string }>(
      `select id from "${table}" order by id limit 1`,
    );
    return rows[0]?.id ?? '';
  };
  const fiche = `/t/${ICI}/elaborer/schema/fiches/${await premier('fiche_technique')}`;
  const depot = `/t/${ICI}/elaborer/collecte/grille-rh/plusieurs/depots/${await premier('depot_de_grille')}`;
  const convention = `/t/${ICI}/mettre-en-oeuvre/conventions/${await premier('convention')}`;
  return [
    `/t/${ICI}/travaux`,
    `/t/${ICI}/elaborer/collecte/grille-rh/${MARS}`,
    `${fiche}/modifier`,
    `${fiche}/impact`,
    depot,
    `${depot}/fichier`,
    `${convention}/redaction/finances`,
    `/t/${ICI}/elaborer/adoption/saisines`,
    `/t/${ICI}/elaborer/adoption/envois`,
  ];
};

beforeAll(async () => {
  essai = await uneBase();
  donnees = fs.mkdtempSync(path.join(os.tmpdir(), 'refus-'));
  process.env.ENSEMBLIER_BASE = essai.url;
  process.env.ENSEMBLIER_SECRET = 'secret-de-parcours-de-plus-de-trente-deux-caracteres';
  process.env.ENSEMBLIER_DONNEES = donnees;
  process.env.ENSEMBLIER_AUJOURDHUI = JOUR;
  service = await servirPages();
  process.env.ENSEMBLIER_ADRESSE = service.adresse;
  admin = new pg.Client({ connectionString: essai.url });
  await admin.connect();
  await preparerDemonstration(essai.url, () => undefined);
  const connu = await territoireDuSiren(essai.base, ICI);
  if (connu === null) throw new Error('Le territoire de démonstration manque.');
  demo = { territoireId: connu.territoireId, auteur: 'essai' };
  for (const { courriel, role } of COMPTES_DE_DEMONSTRATION) {
    await seConnecter(role, courriel, MOT_DE_PASSE);
  }
  const lectrice = await unePersonne(essai.base, demo, 'lecture');
  await seConnecter('lecture', lectrice.courriel, 'une phrase assez longue');
  const ailleurs = (await unTerritoire(essai.base, AILLEURS)).contexte;
  const voisine = await unePersonne(essai.base, ailleurs, 'pilote');
  await seConnecter('voisine', voisine.courriel, 'une phrase assez longue');
  const vues = await parcourir([`/t/${ICI}`, ...(await pagesSansLien())], 'pilote');
  pagesDePilote = vues.pages;
  gestesDePilote = sansRedite(
    [...vues.pages].flatMap(([chemin, { texte }]) => lireGestes(texte, chemin)),
  ).filter(({ cible }) => cible.startsWith('/t/'));
}, 300_000);

afterAll(async () => {
  delete process.env.ENSEMBLIER_AUJOURDHUI;
  await admin.end();
  await service.arreter();
  await essai.fermer();
  fs.rmSync(donnees, { recursive: true });
});

/** Les pages du territoire (pas celles d’avant connexion), telles que la pilote les atteint. */
const cheminsDuTerritoire = () =>
  [...pagesDePilote.keys()].filter((un) => un.startsWith(`/t/${ICI}`));

/** Ce qui identifie un objet dans une adresse : identifiant, année, SIREN de commune, nom de grille. */
const IDENTIFIANT =
  /[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/)20\d\d(?=\/|$)|(?<=\/)2142\d{5}|(?<=collecte\/)[a-z-]+/;

describe('de toute page, et par tout geste', () => {
  test('le parcours couvre l’application : neuf routes sur dix, sans page en panne', () => {
    const atteintes = new Set([...pagesDePilote.keys()].map(routeDe));
    const duTerritoire = ROUTES.filter(({ motif }) => motif.source.includes('\\/t\\/'));
    const manquantes = duTerritoire.filter(({ id }) => !atteintes.has(id)).map(({ id }) => id);
    expect(manquantes.length, manquantes.join(', ')).toBeLessThan(duTerritoire.length / 10);
    const enPanne = [...pagesDePilote].filter(([, { statut }]) => statut >= 400);
    expect(enPanne.map(([chemin, { statut }]) => `${statut} ${chemin}`)).toEqual([]);
    expect(gestesDePilote.length).toBeGreaterThan(40);
  });

  test('aucun lien n’est un script : la politique de contenu le bloquerait', () => {
    const scripts = [...pagesDePilote].filter(([, { texte }]) =>
      /(?:href|action)=["']\s*javascript:/i.test(texte),
    );
    expect(scripts.map(([chemin]) => chemin)).toEqual([]);
  });

  test('sans compte : ni page lue, ni geste fait', async () => {
    const avant = await empreinte();
    for (const chemin of cheminsDuTerritoire()) {
      const { statut, vers } = await demander(chemin);
      expect(statut, chemin).toBe(302);
      expect(vers, chemin).toMatch(/^\/connexion\?retour=/);
    }
    const faits = await rejouer(gestesDePilote);
    expect(faits.filter(({ vers }) => !vers.startsWith('/connexion'))).toEqual([]);
    expect(await empreinte()).toEqual(avant);
  });

  test('la pilote d’un autre territoire n’y lit rien et n’y change rien', async () => {
    const avant = await empreinte();
    for (const chemin of cheminsDuTerritoire()) {
      expect((await demander(chemin, { qui: 'voisine' })).statut, chemin).toBe(404);
    }
    const faits = await rejouer(gestesDePilote, 'voisine');
    expect(faits.filter(({ statut }) => statut !== 404)).toEqual([]);
    expect(await empreinte()).toEqual(avant);
  });

  test('les identifiants d’un autre territoire, glissés dans le sien, ne désignent rien', async () => {
    const avant = await empreinte();
    const deplacer = (chemin: string) => chemin.replace(`/t/${ICI}`, `/t/${AILLEURS}`);
    const avecObjet = cheminsDuTerritoire().filter((un) =>
      /[0-9a-f]{8}-[0-9a-f]{4}-|\/2142\d{5}/.test(un),
    );
    expect(avecObjet.length).toBeGreaterThan(20);
    const lus: string[] = [];
    for (const chemin of avecObjet) {
      const { statut } = await demander(deplacer(chemin), { qui: 'voisine' });
      if (statut !== 404) lus.push(`${statut} ${chemin}`);
    }
    expect(lus).toEqual([]);
    const faits = await rejouer(
      gestesDePilote
        .filter(({ cible }) => avecObjet.includes(cible))
        .map((geste) => ({ ...geste, cible: deplacer(geste.cible) })),
      'voisine',
    );
    expect(faits.length).toBeGreaterThan(10);
    expect(faits.filter(({ statut }) => statut < 400 || statut >= 500)).toEqual([]);
    expect(await empreinte()).toEqual(avant);
  });

  test.each([
    'inconnu',
    '00000000-0000-7000-8000-000000000000',
    '..%2F..',
    'a’b"<',
    '999999999999999999999',
    '-1',
    'é'.repeat(400),
  ])('un identifiant inventé (%s) mène à une page claire, jamais à une panne', async (invente) => {
    const pannes: string[] = [];
    for (const chemin of cheminsDuTerritoire()) {
      const vise = chemin.replace(IDENTIFIANT, encodeURIComponent(invente));
      if (vise === chemin) continue;
      const { statut } = await demander(vise, { qui: 'pilote' });
      if (statut >= 500 || statut === 422) pannes.push(`${statut} ${vise.slice(0, 140)}`);
    }
    expect(pannes).toEqual([]);
  });

  test('le droit se vérifie avant de lire l’envoi : même illisible, il est refusé pour ce motif', async () => {
    const cibles = [...new Set(gestesDePilote.map(({ cible }) => cible))];
    const lus: string[] = [];
    for (const cible of cibles) {
      const reponse = await fetch(`${service.adresse}${cible}`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          cookie: cookies.get('lecture') ?? '',
          'content-type': 'multipart/form-data; boundary=absente',
        },
        body: 'ce corps n’a pas la forme annoncée',
      });
      if (reponse.status !== 403) lus.push(`${reponse.status} ${cible}`);
    }
    expect(lus).toEqual([]);
  });

  test('la lecture seule ne change rien, quel que soit le geste forgé', async () => {
    const avant = await empreinte();
    const faits = await rejouer(gestesDePilote, 'lecture');
    expect(faits.filter(({ statut }) => statut !== 403)).toEqual([]);
    expect(await empreinte()).toEqual(avant);
  });

  /** Ce que seule la pilote écrit (droits « …:gerer », « …:piloter », « …:decider », « …:publier »…). */
  const A_LA_PILOTE = [
    'acces_territoire',
    'attente_de_grille',
    'campagne',
    'courriel',
    'decision_de_perimetre',
    'evenement_adoption',
    'lien_personnel',
    'ligne_de_grille',
    'publication',
    'rapport_annuel',
    'territoire',
    'version_rapport',
  ];

  test.each([
    ['elu', (objet: string) => ['jeu_de_cartes', 'note_de_critere'].includes(objet)],
    // Une commune rend et valide sa propre grille (« grille:valider ») : rien d’autre.
    ['commune', (objet: string) => ['attente_de_grille', 'ligne_de_grille'].includes(objet)],
    ['service', (objet: string) => !A_LA_PILOTE.includes(objet)],
  ] as const)(
    '%s : un geste forgé n’écrit que ce que ce rôle peut écrire',
    async (role, peutEcrire) => {
      const faits = await rejouer(gestesDePilote, role);
      expect(faits.filter(({ statut }) => statut >= 500)).toEqual([]);
      const nom = COMPTES_DE_DEMONSTRATION.find((compte) => compte.role === role)?.nom ?? '';
      expect((await ecritsPar(nom)).filter((objet) => !peutEcrire(objet))).toEqual([]);
      if (role === 'commune') {
        const chezQui = await collectivitesEcrites(nom);
        expect(chezQui.filter((siren) => siren !== MARS)).toEqual([]);
      }
    },
  );

  test('témoin : rejoués par la pilote, ces mêmes gestes écrivent, et aucun ne tombe en panne', async () => {
    const faits = await rejouer(gestesDePilote, 'pilote');
    expect(faits.filter(({ statut }) => statut >= 500)).toEqual([]);
    expect(await ecritsPar('Camille Pilote')).toEqual(
      expect.arrayContaining(['acces_territoire', 'campagne', 'evenement_adoption', 'publication']),
    );
  }, 180_000);
});

describe('un lien personnel', () => {
  const unLien = (collectivite: string, aujourdhui: '2026-01-01' | '2026-11-24' = JOUR) =>
    dansTerritoire(essai.base, demo, (tx) =>
      creerLien(tx, {
        territoireId: demo.territoireId,
        collectivite,
        auteur: 'Camille Pilote',
        aujourdhui,
      }),
    );

  test('expiré, retiré ou inventé : chaque page et chaque geste le disent, rien ne change', async () => {
    const bon = await unLien(MARS);
    const expire = await unLien(MARS, '2026-01-01');
    const retire = await unLien(MARS);
    await dansTerritoire(essai.base, demo, (tx) =>
      revoquerLien(tx, retire.id, 'Camille Pilote', JOUR),
    );
    const { pages } = await parcourir([`/c/${bon.jeton}`]);
    const chemins = [...pages.keys()].filter((un) => un.startsWith('/c/'));
    expect(chemins.length).toBeGreaterThan(8);
    const gestes = [...pages]
      .flatMap(([chemin, { texte }]) => lireGestes(texte, chemin))
      .filter(({ cible }) => cible.startsWith('/c/'));
    expect(gestes.length).toBeGreaterThan(3);
    const avant = await empreinte();
    for (const [jeton, statut, dit] of [
      [expire.jeton, 410, 'n’est plus valable'],
      [retire.jeton, 410, 'a été retiré'],
      ['A'.repeat(43), 404, 'n’ouvre rien'],
    ] as const) {
      for (const chemin of chemins) {
        const page = await demander(chemin.replace(bon.jeton, jeton));
        expect(page.statut, chemin).toBe(statut);
        expect(page.texte, chemin).toContain(dit);
      }
      const faits = await rejouer(
        gestes.map((geste) => ({ ...geste, cible: geste.cible.replace(bon.jeton, jeton) })),
      );
      expect(faits.filter((fait) => fait.statut !== statut)).toEqual([]);
    }
    expect(await empreinte()).toEqual(avant);
  });

  test('celui d’une commune n’ouvre ni les dépôts, ni les lignes, ni les états d’une autre', async () => {
    const [mars, charlieu] = [await unLien(MARS), await unLien(CHARLIEU)];
    const depose = await demander(`/c/${charlieu.jeton}/grilles/inventaire-materiel`, {
      corps: corpsDe({
        cible: '',
        multiple: true,
        champs: [
          ['geste', 'deposer'],
          ['fichier', ''],
        ],
      }),
    });
    expect(depose.statut).toBe(302);
    const { pages } = await parcourir([`/c/${charlieu.jeton}`, depose.vers]);
    const objets = [...pages.keys()].filter(
      // Le schéma adressé aux communes est le même pour toutes.
      (un) => /[0-9a-f]{8}-[0-9a-f]{4}-/.test(un) && !un.includes('/avis/schema/'),
    );
    expect(objets.some((un) => un.includes('/depots/'))).toBe(true);
    expect(objets.some((un) => un.includes('/etats/'))).toBe(true);
    const ouverts: string[] = [];
    for (const chemin of objets) {
      const { statut } = await demander(chemin.replace(charlieu.jeton, mars.jeton));
      if (statut !== 404) ouverts.push(`${statut} ${chemin}`);
    }
    expect(ouverts).toEqual([]);
  });
});
