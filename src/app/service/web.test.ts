import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { lireRefus } from '../explications-d-erreur.ts';
import { noterPanne } from './panne-de-page.ts';
import { type Application, creerServeur } from './web.server.ts';

const ouverts: http.Server[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const serveur of ouverts.splice(0)) {
    serveur.closeAllConnections();
    await new Promise((fini) => serveur.close(fini));
  }
});

/** Un serveur devant une application d’essai ; rend son port. */
const servir = async (application: Application): Promise<number> => {
  const serveur = creerServeur(application, (_requete, _reponse, suite) => {
    suite();
  });
  ouverts.push(serveur);
  await new Promise<void>((pret) => {
    serveur.listen(0, '127.0.0.1', pret);
  });
  return (serveur.address() as AddressInfo).port;
};

const page = (texte: string, statut = 200) =>
  new Response(texte, { status: statut, headers: { 'Content-Type': 'text/html; charset=utf-8' } });

/** Lit tout le formulaire et le rend en JSON dans une page. */
const echo: Application = async (demande) =>
  page(
    JSON.stringify(
      [...(await demande.formData())].map(([nom, valeur]) => [
        nom,
        typeof valeur === 'string' ? valeur : valeur.name,
      ]),
    ),
  );

/** Une requête écrite octet par octet, comme aucun navigateur ne l’écrirait. */
const envoyerBrut = (port: number, texte: string): Promise<string> =>
  new Promise((finir, echouer) => {
    const prise = net.connect(port, '127.0.0.1', () => prise.write(texte));
    let recu = '';
    prise.on('data', (morceau) => {
      recu += morceau.toString();
    });
    prise.on('error', echouer);
    prise.on('close', () => {
      finir(recu);
    });
  });

interface Envoi {
  readonly megaoctets: number;
  readonly annonce: boolean;
}

/** Envoie un fichier de cette taille, morceau par morceau ; rend le statut, la page et la mémoire prise. */
const envoyerFichier = (port: number, { megaoctets, annonce }: Envoi) =>
  new Promise<{ statut: number; texte: string; memoire: number }>((finir, echouer) => {
    const morceau = Buffer.alloc(1024 * 1024, 0x61);
    const avant = process.memoryUsage().rss;
    let plusHaut = avant;
    const requete = http.request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/c/jeton/grilles/grille-rh',
        headers: {
          'Content-Type': 'multipart/form-data; boundary=borne',
          ...(annonce ? { 'Content-Length': megaoctets * morceau.length } : {}),
        },
      },
      (reponse) => {
        let texte = '';
        reponse.on('data', (recu: Buffer) => {
          texte += recu.toString();
        });
        reponse.on('end', () => {
          finir({ statut: reponse.statusCode ?? 0, texte, memoire: plusHaut - avant });
        });
      },
    );
    requete.on('error', echouer);
    let restants = megaoctets;
    const pousser = (): void => {
      while (restants > 0) {
        restants -= 1;
        plusHaut = Math.max(plusHaut, process.memoryUsage().rss);
        if (!requete.write(morceau)) {
          requete.once('drain', pousser);
          return;
        }
      }
      requete.end();
    };
    pousser();
  });

test.each([true, false])(
  'un envoi de 200 Mo (taille annoncée : %s) est refusé en disant quoi faire, sans remplir la mémoire',
  async (annonce) => {
    const port = await servir(echo);
    const { statut, texte, memoire } = await envoyerFichier(port, { megaoctets: 200, annonce });
    expect(statut).toBe(413);
    expect(texte).toContain('Ce fichier est trop lourd');
    expect(texte).toContain('25 Mo');
    expect(texte).toContain('Rien n’a été enregistré');
    // Le témoin : 200 Mo gardés se verraient (le client et le serveur sont ici le même processus).
    expect(memoire).toBeLessThan(190 * 1024 * 1024);
  },
);

test('un fichier de 30 Mo arrive entier à la page, qui le refuse elle-même', async () => {
  let recu = 0;
  const port = await servir(async (demande) => {
    recu = (await demande.arrayBuffer()).byteLength;
    return page('reçu');
  });
  expect((await envoyerFichier(port, { megaoctets: 30, annonce: true })).statut).toBe(200);
  expect(recu).toBe(30 * 1024 * 1024);
});

test('un formulaire démesuré est refusé sans atteindre la page', async () => {
  let atteinte = false;
  const port = await servir(async (demande) => {
    await demande.formData();
    atteinte = true;
    return page('');
  });
  const reponse = await fetch(`http://127.0.0.1:${port}/t/1/acces`, {
    method: 'POST',
    body: new URLSearchParams({ nom: 'a'.repeat(6 * 1024 * 1024) }),
  });
  expect(reponse.status).toBe(413);
  expect(atteinte).toBe(false);
});

test('les caractères de commande d’un formulaire sont retirés ; accents, tabulations et lignes restent', async () => {
  const port = await servir(echo);
  const reponse = await fetch(`http://127.0.0.1:${port}/t/1/acces`, {
    method: 'POST',
    body: new URLSearchParams({ 'no\u0000m': 'É\u0000l\u001fu\tdu\r\nHaut\u007f %00 100%' }),
  });
  expect(await reponse.json()).toEqual([['nom', 'Élu\tdu\r\nHaut %00 100%']]);
});

test.each([
  ['un chemin qui ne se décode pas', 'GET /t/%E0%A4%A HTTP/1.1\r\nHost: ici'],
  ['un caractère nul dans le chemin', 'GET /t/%00 HTTP/1.1\r\nHost: ici'],
  ['un saut de ligne dans le chemin', 'GET /t/a%0d%0aSet-Cookie:x HTTP/1.1\r\nHost: ici'],
  ['un caractère nul dans la recherche', 'GET /t/1?q=%00 HTTP/1.1\r\nHost: ici'],
  ['un hôte impossible', 'GET / HTTP/1.1\r\nHost: [::'],
  ['un hôte avec un compte', 'GET / HTTP/1.1\r\nHost: pilote@pirate.fr'],
  ['une adresse absolue', 'GET http://pirate.fr/ HTTP/1.1\r\nHost: ici'],
])('%s : l’adresse est dite illisible (400), le service reste debout', async (_titre, lignes) => {
  const port = await servir(() => Promise.resolve(page('atteinte')));
  const recu = await envoyerBrut(port, `${lignes}\r\nConnection: close\r\n\r\n`);
  expect(recu).toMatch(/^HTTP\/1.1 400 /);
  expect(recu).toContain('Cette adresse est illisible');
  expect(recu).not.toContain('atteinte');
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});

test.each([
  ['d’un autre site', { Origin: 'https://pirate.fr' }],
  ['d’une origine cachée', { Origin: 'null' }],
  ['d’un sous-domaine voisin', { 'Sec-Fetch-Site': 'same-site' }],
])('un envoi venu %s est refusé en français, sans atteindre la page', async (_titre, entetes) => {
  let atteinte = false;
  const port = await servir(() => {
    atteinte = true;
    return Promise.resolve(page(''));
  });
  for (const chemin of ['/connexion', '/t/1/acces.data']) {
    const reponse = await fetch(`http://127.0.0.1:${port}${chemin}`, {
      method: 'POST',
      headers: entetes,
      body: new URLSearchParams({ a: 'b' }),
    });
    expect(reponse.status).toBe(403);
    expect(await reponse.text()).toContain('Cet envoi vient d’un autre site');
  }
  expect(atteinte).toBe(false);
});

test('derrière un serveur mandataire en https, les envois de l’adresse publique passent', async () => {
  vi.stubEnv('ENSEMBLIER_ADRESSE', 'https://mutualiser.exemple.fr');
  const port = await servir(echo);
  const reponse = await fetch(`http://127.0.0.1:${port}/connexion`, {
    method: 'POST',
    headers: { Origin: 'https://mutualiser.exemple.fr' },
    body: new URLSearchParams({ a: 'b' }),
  });
  expect(await reponse.json()).toEqual([['a', 'b']]);
  vi.unstubAllEnvs();
});

test.each([
  ['PUT', 405, 'Cette page ne reçoit pas d’envoi'],
  ['DELETE', 405, 'Cette page ne reçoit pas d’envoi'],
  ['PROPFIND', 405, 'Cette page ne reçoit pas d’envoi'],
])('la méthode %s est refusée clairement', async (methode, statut, dit) => {
  const port = await servir(() => Promise.resolve(page('')));
  const reponse = await fetch(`http://127.0.0.1:${port}/connexion`, { method: methode });
  expect(reponse.status).toBe(statut);
  expect(reponse.headers.get('allow')).toBe('GET, HEAD, POST');
  expect(await reponse.text()).toContain(dit);
});

test.each([undefined, 'application/json', 'text/plain', 'multipart/form-data'])(
  'un envoi qui n’est pas un formulaire (%s) est dit illisible',
  async (type) => {
    const port = await servir(echo);
    const reponse = await fetch(`http://127.0.0.1:${port}/connexion`, {
      method: 'POST',
      body: new TextEncoder().encode('{"a":1}'),
      ...(type === undefined ? {} : { headers: { 'Content-Type': type } }),
    });
    expect(reponse.status).toBe(415);
    expect(await reponse.text()).toContain('Cet envoi est illisible');
  },
);

test('un téléchargement refusé montre une page lisible, avec les mots du refus, pas du JSON', async () => {
  const refus = { titre: 'Ce lien a été retiré', quoi: 'Demandez-en un à <b>Camille</b>.' };
  const port = await servir(() => Promise.resolve(Response.json(refus, { status: 410 })));
  const reponse = await fetch(`http://127.0.0.1:${port}/c/jeton/grilles/grille-rh/gabarit/xlsx`, {
    headers: { Referer: `http://127.0.0.1:${port}/c/jeton?a="><script>` },
  });
  const texte = await reponse.text();
  expect(reponse.status).toBe(410);
  expect(reponse.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(texte).toContain('Ce lien a été retiré');
  expect(texte).toContain('&lt;b&gt;Camille');
  expect(texte).toContain('Revenir à la page précédente');
  expect(texte).not.toContain('<script');
});

test('une page venue d’ailleurs n’est pas proposée comme page précédente', async () => {
  const port = await servir(() => Promise.resolve(Response.json({}, { status: 404 })));
  const reponse = await fetch(`http://127.0.0.1:${port}/absente`, {
    headers: { Referer: 'https://pirate.fr/piege' },
  });
  const texte = await reponse.text();
  expect(texte).toContain('Cette page n’existe pas');
  expect(texte).not.toContain('pirate');
});

test.each([
  ['57P01', 'POST', 503, 'La base de données ne répond pas'],
  ['ECONNREFUSED', 'GET', 503, 'La base de données ne répond pas'],
  ['53100', 'POST', 507, 'Le disque du serveur est plein'],
  ['22021', 'POST', 422, 'Une valeur envoyée ne peut pas être enregistrée'],
  ['22P02', 'GET', 404, 'Cette page n’existe pas'],
  ['23503', 'POST', 409, 'n’est plus là'],
])(
  'une panne de base reconnue (%s, %s) se dit avec ce qu’il faut faire',
  async (code, method, statut, dit) => {
    const port = await servir((demande) => {
      const dessous = Object.assign(new Error('dessous'), { code });
      noterPanne(demande, new Error('dessus', { cause: dessous }));
      return Promise.resolve(page('page de panne ordinaire', 500));
    });
    const envoi = method === 'POST' ? { method, body: new URLSearchParams({ a: 'b' }) } : {};
    const reponse = await fetch(`http://127.0.0.1:${port}/t/1`, envoi);
    expect(reponse.status).toBe(statut);
    expect(await reponse.text()).toContain(dit);
    // Navigation sans rechargement : les mêmes mots, dans une forme que la page d’erreur sait lire.
    const donnees = await fetch(`http://127.0.0.1:${port}/t/1.data?_routes=a`, envoi);
    expect(donnees.status).toBe(statut);
    expect(donnees.headers.get('x-remix-response')).toBeNull();
    expect(lireRefus(await donnees.text())?.titre).toContain(dit);
  },
);

test('l’envoi trop lourd d’une navigation sans rechargement garde son explication', async () => {
  const port = await servir(echo);
  const reponse = await fetch(`http://127.0.0.1:${port}/t/1/depot.data`, {
    method: 'POST',
    body: new URLSearchParams({ a: 'x'.repeat(6 * 1024 * 1024) }),
  });
  expect(reponse.status).toBe(413);
  expect(lireRefus(await reponse.text())).toMatchObject({
    titre: 'Ce fichier est trop lourd',
    sauf: expect.stringContaining('Rien n’a été enregistré') as string,
  });
});

test('le retour proposé ne quitte jamais Ensemblier', async () => {
  const port = await servir(() => Promise.resolve(Response.json({}, { status: 404 })));
  for (const chemin of ['//pirate.fr/a', '/\\pirate.fr/a', '///pirate.fr/a']) {
    const reponse = await fetch(`http://127.0.0.1:${port}/absente`, {
      headers: { Referer: `http://127.0.0.1:${port}${chemin}` },
    });
    expect(await reponse.text()).toContain('href="/pirate.fr/a"');
  }
});

test('une exception de l’application donne une page de panne, et le service reste debout', async () => {
  const journal = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const port = await servir(() => Promise.reject(new Error('imprévu')));
  const reponse = await fetch(`http://127.0.0.1:${port}/`);
  expect(reponse.status).toBe(500);
  expect(await reponse.text()).toContain('Le service a rencontré une panne');
  expect(journal).toHaveBeenCalledOnce();
});

test('plusieurs cookies restent plusieurs, et un en-tête ne se coupe pas', async () => {
  const port = await servir(() => {
    const entetes = new Headers({ Location: '/t/1' });
    entetes.append('Set-Cookie', 'a=1; Path=/');
    entetes.append('Set-Cookie', 'b=2; Path=/');
    return Promise.resolve(new Response(null, { status: 302, headers: entetes }));
  });
  const reponse = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });
  expect(reponse.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
});

test('un visiteur parti avant la fin n’est ni une panne ni un arrêt', async () => {
  const journal = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let commencee = false;
  let quittee = false;
  const port = await servir(async (demande) => {
    commencee = true;
    await new Promise<void>((finir) => {
      demande.signal.addEventListener('abort', () => {
        finir();
      });
    });
    quittee = true;
    throw new Error('travail interrompu');
  });
  const arret = new AbortController();
  const lue = fetch(`http://127.0.0.1:${port}/`, { signal: arret.signal });
  await vi.waitFor(() => {
    expect(commencee).toBe(true);
  });
  arret.abort();
  await expect(lue).rejects.toThrow();
  await vi.waitFor(() => {
    expect(quittee).toBe(true);
  });
  expect(journal).not.toHaveBeenCalled();
});

test('une page n’entre dans aucun cache partagé ; un téléchargement garde sa propre règle', async () => {
  const port = await servir((demande) =>
    Promise.resolve(
      demande.url.endsWith('/fichier')
        ? new Response('a', { headers: { 'Cache-Control': 'private, no-store' } })
        : page('bonjour'),
    ),
  );
  const lire = async (chemin: string) =>
    (await fetch(`http://127.0.0.1:${port}${chemin}`)).headers.get('cache-control');
  expect(await lire('/t/1')).toBe('private, no-cache');
  expect(await lire('/t/1/fichier')).toBe('private, no-store');
});

test('servie en HTTPS, l’application le reste ; en clair, elle ne le promet pas', async () => {
  const port = await servir(() => Promise.resolve(page('bonjour')));
  const lire = async () =>
    (await fetch(`http://127.0.0.1:${port}/`)).headers.get('strict-transport-security');
  expect(await lire()).toBeNull();
  vi.stubEnv('ENSEMBLIER_ADRESSE', 'https://mutualiser.exemple.fr');
  expect(await lire()).toContain('max-age=');
  vi.unstubAllEnvs();
});
