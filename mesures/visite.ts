import { COMPTES_DE_DEMONSTRATION } from '../src/app/demonstration/comptes.ts';

const SIREN = '200035202';
const ATELIER = `/t/${SIREN}`;
const COMMUNE = '214201410';

/** Une page à mesurer : ce qu’elle est, son chemin, et le cookie de qui la regarde. */
export interface PageAMesurer {
  readonly nom: string;
  readonly chemin: string;
  readonly cookie: string;
}

const envoyer = (adresse: string, chemin: string, champs: Record<string, string>, cookie = '') =>
  fetch(`${adresse}${chemin}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: adresse, cookie },
    body: new URLSearchParams(champs),
  });

const entrer = async (adresse: string): Promise<string> => {
  const pilote = COMPTES_DE_DEMONSTRATION.find(({ role }) => role === 'pilote');
  const reponse = await envoyer(adresse, '/connexion', {
    geste: 'entrer',
    courriel: pilote?.courriel ?? '',
    motDePasse: pilote?.motDePasse ?? '',
  });
  const cookies = reponse.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  if (cookies.length === 0) throw new Error(`Connexion refusée (${reponse.status}).`);
  return cookies.join('; ');
};

/** Le dernier lien d’une page qui a cette forme. */
const suivre = async (
  adresse: string,
  cookie: string,
  depuis: string,
  forme: RegExp,
): Promise<string> => {
  const page = await (await fetch(`${adresse}${depuis}`, { headers: { cookie } })).text();
  const lien = [...page.matchAll(/href="([^"]+)"/g)]
    .map(([, href = '']) => href)
    .findLast((href) => forme.test(href));
  if (lien === undefined) throw new Error(`Aucun lien de la forme ${forme.source} sur ${depuis}.`);
  return lien;
};

const creerLienDeCommune = async (adresse: string, cookie: string): Promise<string> => {
  const reponse = await envoyer(
    adresse,
    `${ATELIER}/acces`,
    { geste: 'creer-lien', collectivite: COMMUNE, destinataire: '' },
    cookie,
  );
  const jeton = /\/c\/([\w-]{16,})/.exec(await reponse.text())?.[1];
  if (jeton === undefined) throw new Error(`Le lien de commune n’est pas né (${reponse.status}).`);
  return `/c/${jeton}`;
};

/** Entre comme la pilote de la démonstration et trouve les pages à mesurer. */
export const preparerVisite = async (adresse: string): Promise<readonly PageAMesurer[]> => {
  const cookie = await entrer(adresse);
  const refacturation = `${ATELIER}/mettre-en-oeuvre/refacturation`;
  return [
    { nom: 'Page publique du territoire', chemin: `/public/${SIREN}`, cookie: '' },
    { nom: 'Accueil de l’atelier', chemin: ATELIER, cookie },
    {
      nom: 'Effectifs (400 agents, 26 employeurs)',
      chemin: `${ATELIER}/elaborer/effectifs`,
      cookie,
    },
    {
      nom: 'Page d’une commune, par lien',
      chemin: await creerLienDeCommune(adresse, cookie),
      cookie: '',
    },
    {
      nom: 'Exercice refacturé (22 parts)',
      chemin: await suivre(adresse, cookie, refacturation, /refacturation\/[\w-]+\/\d{4}$/),
      cookie,
    },
    {
      nom: 'État d’une commune, expliqué',
      chemin: await suivre(adresse, cookie, refacturation, /refacturation\/etats\/[\w-]+$/),
      cookie,
    },
  ];
};
