import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../base/index.server.ts';
import {
  CHARLIEU,
  CHARLIEU_BELMONT,
  MARS,
  PONTCHATEAU,
  unTerritoire,
} from '../territoire/territoire.exemples.ts';
import {
  cookieDe,
  entrer,
  MOT_DE_PASSE,
  poserEnvironnement,
  unePersonne,
  uneRequete,
} from './acces.exemples.ts';
import {
  changerMotDePasse,
  creerLien,
  creerLienDInvitation,
  creerPersonne,
  demanderLienMagique,
  donnerAcces,
  entrerParLien,
  entrerParMotDePasse,
  estJamaisEntree,
  estSansCompte,
  exigerDroit,
  exigerLienCommune,
  exigerPersonne,
  installer,
  lireVisiteur,
  listerAcces,
  listerLiens,
  retirerAcces,
  revoquerLien,
  sortir,
} from './index.server.ts';

let essai: BaseDEssai;
let contexte: Contexte;
let ailleurs: Contexte;
let donnees: string;
beforeAll(async () => {
  essai = await uneBase();
  donnees = fs.mkdtempSync(path.join(os.tmpdir(), 'acces-'));
  poserEnvironnement(essai.url);
  process.env.ENSEMBLIER_DONNEES = donnees;
  process.env.ENSEMBLIER_AUJOURDHUI = '2026-11-24';
  ({ contexte } = await unTerritoire(essai.base));
  ({ contexte: ailleurs } = await unTerritoire(essai.base, PONTCHATEAU));
});
afterAll(async () => {
  await essai.fermer();
  fs.rmSync(donnees, { recursive: true });
});

/** Le statut et l’explication d’un refus levé par une garde. */
const refusDe = async (garde: Promise<unknown>) => {
  const leve: unknown = await garde.then(
    () => null,
    (erreur: unknown) => erreur,
  );
  if (leve instanceof Response) {
    return { status: leve.status, location: leve.headers.get('location') };
  }
  const { data, init } = leve as {
    data: { titre: string; quoi: string };
    init: { status: number };
  };
  return { status: init.status, ...data };
};

describe('premier démarrage', () => {
  test('l’installation crée un seul administrateur, même demandée deux fois à la fois', async () => {
    expect(await estSansCompte(essai.base)).toBe(true);
    const demandes = ['a', 'b'].map((nom) =>
      installer(essai.base, { nom, courriel: `${nom}@exemple.fr`, motDePasse: MOT_DE_PASSE }),
    );
    const issues = await Promise.all(demandes);
    expect(issues.filter(({ ok }) => ok)).toHaveLength(1);
    expect(issues.find(({ ok }) => !ok)).toMatchObject({ refus: { code: 'deja-installe' } });
    expect(await estSansCompte(essai.base)).toBe(false);
  });
});

describe('entrer', () => {
  test('le bon mot de passe ouvre une session, par un cookie que les scripts ne lisent pas', async () => {
    const personne = await unePersonne(essai.base, contexte);
    const entree = await entrerParMotDePasse(essai.base, uneRequete(), {
      courriel: ` ${personne.courriel.toUpperCase()} `,
      motDePasse: MOT_DE_PASSE,
    });
    expect(entree.ok).toBe(true);
    const [cookie = ''] = entree.ok ? entree.valeur.entetes.getSetCookie() : [];
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const visiteur = await lireVisiteur(uneRequete({ cookie: await entrer(essai.base, personne) }));
    expect(visiteur?.personne).toEqual({ ...personne, estAdministrateur: false });
  });

  test('un mauvais mot de passe et un compte inconnu reçoivent la même réponse', async () => {
    const personne = await unePersonne(essai.base, contexte);
    const reponses = await Promise.all(
      [personne.courriel, 'personne@inconnue.fr'].map((courriel) =>
        entrerParMotDePasse(essai.base, uneRequete(), {
          courriel,
          motDePasse: 'ce n’est pas le bon',
        }),
      ),
    );
    expect(reponses[0]).toMatchObject({ ok: false, refus: { code: 'identifiants-refuses' } });
    expect(reponses[1]).toEqual(reponses[0]);
  });

  test('après huit essais, le compte attend, même avec le bon mot de passe', async () => {
    const { courriel } = await unePersonne(essai.base, contexte);
    for (let rang = 0; rang < 8; rang += 1) {
      await entrerParMotDePasse(essai.base, uneRequete(), {
        courriel,
        motDePasse: 'faux faux faux',
      });
    }
    expect(
      await entrerParMotDePasse(essai.base, uneRequete(), { courriel, motDePasse: MOT_DE_PASSE }),
    ).toMatchObject({ ok: false, refus: { code: 'trop-de-tentatives' } });
  });

  test('le lien de connexion part, ouvre une fois, et n’efface pas le mot de passe', async () => {
    const personne = await unePersonne(essai.base, contexte);
    expect(await demanderLienMagique(essai.base, personne.courriel)).toMatchObject({ ok: true });
    const [fichier = ''] = fs.readdirSync(path.join(donnees, 'courriels'));
    const texte = fs
      .readFileSync(path.join(donnees, 'courriels', fichier), 'utf8')
      .replace(/=\r?\n/g, '')
      .replace(/=3D/g, '=');
    const jeton = /lien-magique\?jeton=(\w+)/.exec(texte)?.[1] ?? '';
    const entree = await entrerParLien(essai.base, jeton);
    expect(entree.ok).toBe(true);
    const cookie = entree.ok ? cookieDe(entree.valeur.entetes) : '';
    expect((await lireVisiteur(uneRequete({ cookie })))?.personne.id).toBe(personne.id);
    expect(await entrerParLien(essai.base, jeton)).toMatchObject({
      ok: false,
      refus: { code: 'lien-magique-perime' },
    });
    expect(await entrer(essai.base, personne)).not.toBe('');
    const { rows } = await sql<{
      valeur: string;
    }>`select identifiant || valeur as valeur from verification`.execute(essai.base);
    expect(rows.some(({ valeur }) => valeur.includes(jeton))).toBe(false);
  });

  test('demander un lien pour un inconnu répond de même et n’envoie rien', async () => {
    const avant = fs.readdirSync(path.join(donnees, 'courriels')).length;
    expect(await demanderLienMagique(essai.base, 'nul@part.fr')).toMatchObject({ ok: true });
    expect(fs.readdirSync(path.join(donnees, 'courriels'))).toHaveLength(avant);
  });

  test('une personne invitée entre par son lien, puis choisit son mot de passe', async () => {
    const invitee = await creerPersonne(essai.base, {
      nom: 'Invitée',
      courriel: 'invitee@exemple.fr',
    });
    if (!invitee.ok) throw new Error(invitee.refus.message);
    expect(await estJamaisEntree(essai.base, invitee.valeur.id)).toBe(true);
    const lien = new URL(await creerLienDInvitation(essai.base, 'invitee@exemple.fr'));
    const entree = await entrerParLien(essai.base, lien.searchParams.get('jeton') ?? '');
    const cookie = entree.ok ? cookieDe(entree.valeur.entetes) : '';
    const visiteur = await lireVisiteur(uneRequete({ cookie }));
    await changerMotDePasse(essai.base, invitee.valeur.id, MOT_DE_PASSE, visiteur?.sessionId ?? '');
    expect(await estJamaisEntree(essai.base, invitee.valeur.id)).toBe(false);
    expect(await entrer(essai.base, invitee.valeur)).not.toBe('');
    expect(await lireVisiteur(uneRequete({ cookie }))).not.toBeNull();
  });

  test('changer de mot de passe ferme les autres sessions', async () => {
    const personne = await unePersonne(essai.base, contexte);
    const [ici, labas] = [await entrer(essai.base, personne), await entrer(essai.base, personne)];
    const visiteur = await lireVisiteur(uneRequete({ cookie: ici }));
    await changerMotDePasse(essai.base, personne.id, 'une autre phrase', visiteur?.sessionId ?? '');
    expect(await lireVisiteur(uneRequete({ cookie: ici }))).not.toBeNull();
    expect(await lireVisiteur(uneRequete({ cookie: labas }))).toBeNull();
  });

  test('la session est cherchée une fois par demande, et de nouveau à la demande suivante', async () => {
    const cookie = await entrer(essai.base, await unePersonne(essai.base, contexte));
    const page = uneRequete({ cookie });
    const visiteur = await lireVisiteur(page);
    await sortir(essai.base, uneRequete({ cookie }));
    expect(visiteur).not.toBeNull();
    expect(await lireVisiteur(page)).toBe(visiteur);
    expect(await lireVisiteur(uneRequete({ cookie }))).toBeNull();
    const ecriture = new Request(page, { method: 'POST' });
    expect(await lireVisiteur(ecriture)).toBeNull();
  });

  test('sortir ferme la session pour de bon', async () => {
    const cookie = await entrer(essai.base, await unePersonne(essai.base, contexte));
    await sortir(essai.base, uneRequete({ cookie }));
    expect(await lireVisiteur(uneRequete({ cookie }))).toBeNull();
  });

  test('sans session, on est mené à la connexion puis ramené', async () => {
    expect(
      await refusDe(exigerPersonne(uneRequete({ chemin: '/t/200035202/acces?vue=liens' }))),
    ).toEqual({
      status: 302,
      location: '/connexion?retour=%2Ft%2F200035202%2Facces%3Fvue%3Dliens',
    });
  });
});

describe('exiger un droit', () => {
  test('la personne pilote reçoit la base, son contexte et le territoire', async () => {
    const personne = await unePersonne(essai.base, contexte);
    const cookie = await entrer(essai.base, personne);
    const acces = await exigerDroit(uneRequete({ cookie }), CHARLIEU_BELMONT, 'acces:gerer');
    expect(acces).toMatchObject({
      contexte: { territoireId: contexte.territoireId, auteur: personne.nom },
      territoire: { nom: 'CC Charlieu-Belmont' },
      role: 'pilote',
      collectivite: null,
      aujourdhui: '2026-11-24',
    });
    expect(acces.peut('schema:adopter')).toBe(true);
  });

  test('le droit absent est refusé en disant à qui il revient', async () => {
    const cookie = await entrer(essai.base, await unePersonne(essai.base, contexte, 'lecture'));
    expect(
      await refusDe(exigerDroit(uneRequete({ cookie }), CHARLIEU_BELMONT, 'schema:adopter')),
    ).toMatchObject({
      status: 403,
      quoi: expect.stringContaining('pilote'),
    });
  });

  test('un territoire fermé et un territoire inexistant répondent de même', async () => {
    const cookie = await entrer(essai.base, await unePersonne(essai.base, contexte));
    const ferme = await refusDe(
      exigerDroit(uneRequete({ cookie }), PONTCHATEAU, 'territoire:lire'),
    );
    const inexistant = await refusDe(
      exigerDroit(uneRequete({ cookie }), '999999999', 'territoire:lire'),
    );
    expect(ferme.status).toBe(404);
    expect(inexistant).toEqual(ferme);
  });

  test('le contexte d’une commune est limité à elle', async () => {
    const cookie = await entrer(
      essai.base,
      await unePersonne(essai.base, contexte, 'commune', MARS),
    );
    const acces = await exigerDroit(uneRequete({ cookie }), CHARLIEU_BELMONT, 'grille:deposer');
    expect(acces.contexte.collectivite).toBe(MARS);
  });

  test('une écriture venue d’un autre site est refusée', async () => {
    const cookie = await entrer(essai.base, await unePersonne(essai.base, contexte));
    const requete = uneRequete({
      cookie,
      methode: 'POST',
      entetes: { origin: 'https://pirate.fr' },
    });
    expect(await refusDe(exigerDroit(requete, CHARLIEU_BELMONT, 'acces:gerer'))).toMatchObject({
      status: 403,
      titre: 'Cet envoi vient d’un autre site',
    });
  });
});

describe('donner et retirer un accès', () => {
  const donner = (
    personneId: string,
    role: 'pilote' | 'commune' | 'lecture',
    collectivite?: string,
  ) =>
    dansTerritoire(essai.base, ailleurs, (tx) =>
      donnerAcces(tx, {
        territoireId: ailleurs.territoireId,
        personneId,
        role,
        collectivite,
        auteur: 'moi',
        aujourdhui: '2026-11-24',
      }),
    );

  test('la dernière personne pilote ne se retire ni ne se rétrograde', async () => {
    const seule = await unePersonne(essai.base, ailleurs);
    expect(
      await dansTerritoire(essai.base, ailleurs, (tx) => retirerAcces(tx, seule.id)),
    ).toMatchObject({
      ok: false,
      refus: { code: 'dernier-pilote' },
    });
    expect(await donner(seule.id, 'lecture')).toMatchObject({ refus: { code: 'dernier-pilote' } });
    const autre = await unePersonne(essai.base, ailleurs);
    expect(await donner(seule.id, 'lecture')).toMatchObject({ ok: true });
    expect(
      await dansTerritoire(essai.base, ailleurs, (tx) => retirerAcces(tx, seule.id)),
    ).toMatchObject({
      ok: true,
    });
    const restants = await dansTerritoire(essai.base, ailleurs, listerAcces);
    expect(restants.map(({ personneId }) => personneId)).toEqual([autre.id]);
  });

  test('un accès de commune nomme une commune du territoire', async () => {
    const personne = await unePersonne(essai.base, ailleurs);
    expect(await donner(personne.id, 'commune')).toMatchObject({
      refus: { code: 'collectivite-manquante' },
    });
    expect(await donner(personne.id, 'commune', MARS)).toMatchObject({
      refus: { code: 'collectivite-inconnue' },
    });
  });
});

describe('lien personnel d’une commune', () => {
  const unLien = (collectivite = MARS, jours?: number) =>
    dansTerritoire(essai.base, contexte, (tx) =>
      creerLien(tx, {
        territoireId: contexte.territoireId,
        collectivite,
        auteur: 'Camille Pilote',
        aujourdhui: '2026-11-24',
        jours,
      }),
    );
  const ouvrir = (jeton: string, collectivite?: string) =>
    exigerLienCommune(uneRequete({ chemin: `/c/${jeton}` }), jeton, collectivite);

  test('il ouvre l’espace de sa commune, limité à elle, et note le jour de son usage', async () => {
    const { jeton, id } = await unLien();
    const acces = await ouvrir(jeton);
    expect(acces).toMatchObject({
      contexte: { collectivite: MARS, auteur: 'Mars (lien personnel)' },
      territoire: { siren: CHARLIEU_BELMONT },
      collectivite: { nom: 'Mars' },
      chemin: `/c/${jeton}`,
    });
    const liens = await dansTerritoire(essai.base, contexte, listerLiens);
    expect(liens.find((lien) => lien.id === id)?.dernierUsageLe).toBe('2026-11-24');
  });

  test('le jeton n’est nulle part en base, ni dans la table ni au journal', async () => {
    const { jeton } = await unLien();
    const trouves = await dansTerritoire(essai.base, contexte, async (tx) => {
      const { rows } = await sql`
        select 1 from lien_personnel l where l::text like ${`%${jeton}%`}
        union all select 1 from journal_ecriture j where j::text like ${`%${jeton}%`}`.execute(tx);
      return rows;
    });
    expect(jeton).toHaveLength(43);
    expect(trouves).toEqual([]);
  });

  test('expiré, retiré, d’une autre commune ou inconnu, il est refusé et dit quoi faire', async () => {
    const expire = await unLien(MARS, -1);
    expect(await refusDe(ouvrir(expire.jeton))).toMatchObject({
      status: 410,
      quoi: expect.stringContaining('Demandez un nouveau lien à Camille Pilote'),
    });
    const retire = await unLien();
    await dansTerritoire(essai.base, contexte, (tx) =>
      revoquerLien(tx, retire.id, 'moi', '2026-11-24'),
    );
    expect(await refusDe(ouvrir(retire.jeton))).toMatchObject({
      status: 410,
      titre: 'Ce lien a été retiré',
    });
    const { jeton } = await unLien();
    expect(await refusDe(ouvrir(jeton, CHARLIEU))).toMatchObject({ status: 403 });
    expect(await refusDe(ouvrir('inconnu'))).toMatchObject({ status: 404 });
  });

  test('un lien ne se retire qu’une fois', async () => {
    const { id } = await unLien();
    const retirer = () =>
      dansTerritoire(essai.base, contexte, (tx) => revoquerLien(tx, id, 'moi', '2026-11-24'));
    expect(await retirer()).toMatchObject({ ok: true });
    expect(await retirer()).toMatchObject({ refus: { code: 'lien-inconnu' } });
  });
});

describe('cloisonnement', () => {
  test('un autre territoire ne voit ni accès, ni lien', async () => {
    const vide = { ...contexte, territoireId: '00000000-0000-7000-8000-000000000000' };
    expect(await dansTerritoire(essai.base, vide, listerAcces)).toEqual([]);
    expect(await dansTerritoire(essai.base, vide, listerLiens)).toEqual([]);
  });

  test('une commune ne voit que ses accès et ses liens, et n’en crée pas', async () => {
    const mars = { ...contexte, collectivite: MARS };
    await dansTerritoire(essai.base, contexte, (tx) =>
      creerLien(tx, {
        territoireId: contexte.territoireId,
        collectivite: CHARLIEU,
        auteur: 'moi',
        aujourdhui: '2026-11-24',
      }),
    );
    const liens = await dansTerritoire(essai.base, mars, listerLiens);
    expect(new Set(liens.map(({ collectivite }) => collectivite))).toEqual(new Set([MARS]));
    const acces = await dansTerritoire(essai.base, mars, listerAcces);
    expect(new Set(acces.map(({ collectivite }) => collectivite))).toEqual(new Set([MARS]));
    await expect(
      dansTerritoire(essai.base, mars, (tx) =>
        creerLien(tx, {
          territoireId: contexte.territoireId,
          collectivite: MARS,
          auteur: 'moi',
          aujourdhui: '2026-11-24',
          jours: 9999,
        }),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('une page demandée ne change rien', () => {
  const ecrire = async (methode: string, role: 'pilote' | 'lecture') => {
    const personne = await unePersonne(essai.base, contexte, role);
    const cookie = await entrer(essai.base, personne);
    const acces = await exigerDroit(uneRequete({ cookie, methode }), '200035202', 'schema:lire');
    return dansTerritoire(acces.base, acces.contexte, (tx) =>
      sql`update territoire set couleur = '#123456'`.execute(tx),
    );
  };

  test('la base refuse toute écriture pendant la lecture d’une page', async () => {
    await expect(ecrire('GET', 'pilote')).rejects.toThrow(/read-only transaction/);
    await expect(ecrire('HEAD', 'pilote')).rejects.toThrow(/read-only transaction/);
    await expect(ecrire('POST', 'pilote')).resolves.toBeDefined();
  });

  test('et toute écriture d’une personne en lecture seule, même par un envoi', async () => {
    await expect(ecrire('POST', 'lecture')).rejects.toThrow(/read-only transaction/);
  });

  test('un lien personnel lit sans rien écrire', async () => {
    const { jeton } = await dansTerritoire(essai.base, contexte, (tx) =>
      creerLien(tx, {
        territoireId: contexte.territoireId,
        collectivite: MARS,
        auteur: 'pilote',
        aujourdhui: '2026-11-24',
      }),
    );
    const acces = await exigerLienCommune(uneRequete({ chemin: `/c/${jeton}` }), jeton);
    await expect(
      dansTerritoire(acces.base, acces.contexte, (tx) =>
        sql`update attente_de_grille set motif = 'x'`.execute(tx),
      ),
    ).rejects.toThrow(/read-only transaction/);
  });
});
