import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Acces } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireTexte } from '../../socle/formulaires/index.ts';
import { enregistrerAdhesions, enregistrerSortie } from './adhesions.sql.server.ts';
import { changerSituation } from './agents.sql.server.ts';
import { entreeDeCommune, lireSituations, sortieDeCommune } from './formulaires.schema.ts';
import { conventionEnVigueur, ouvrirAdhesions } from './naitre.server.ts';
import { reporterLesAgents } from './reporter.server.ts';
import { lireServiceCommun } from './services-communs.sql.server.ts';

type Fait = Promise<Resultat<string, readonly Refus[]>>;
type Geste = (
  acces: Acces,
  serviceId: string,
  champs: Record<string, unknown>,
  formulaire: FormData,
) => Fait;

const invalide = (erreur: { issues: readonly { message: string }[] }) =>
  refuser(
    erreur.issues.map(({ message }): Refus => ({ code: 'champ-invalide', message, article: null })),
  );
const conclure = (fait: Resultat<unknown>, nom: string): Resultat<string, readonly Refus[]> =>
  fait.ok ? accepter(nom) : refuser([fait.refus]);

const ouvrir: Geste = ({ base, contexte, aujourdhui }, serviceId) =>
  dansTerritoire(base, contexte, async (tx) =>
    conclure(await ouvrirAdhesions(tx, contexte, serviceId, aujourdhui), 'adhesions'),
  );

const changer: Geste = async ({ base, contexte }, serviceId, _champs, formulaire) => {
  const lues = lireSituations(formulaire);
  if (!lues.success) return invalide(lues.error);
  await dansTerritoire(base, contexte, async (tx) => {
    for (const agent of lues.data) await changerSituation(tx, contexte, serviceId, agent);
  });
  return accepter('situations');
};

const reporter: Geste = ({ base, contexte }, serviceId) =>
  dansTerritoire(base, contexte, async (tx) =>
    conclure(await reporterLesAgents(tx, contexte, serviceId), 'agents'),
  );

const sortir: Geste = async ({ base, contexte }, serviceId, champs) => {
  const lu = sortieDeCommune.safeParse(champs);
  if (!lu.success || lu.data.sortie === null) return invalide(lu.error ?? { issues: [] });
  const { collectivite, sortie, acte } = lu.data;
  return dansTerritoire(base, contexte, async (tx) =>
    conclure(
      await enregistrerSortie(tx, contexte, serviceId, { collectivite, sortie, acte }),
      'sortie',
    ),
  );
};

const SANS_AVENANT: Refus = {
  code: 'avenant-attendu',
  message:
    'Cette commune n’est pas partie à une convention en vigueur : préparez un avenant, que chaque membre délibère.',
  article: 'CGCT, art. L. 5211-4-2',
};

const entrer: Geste = async ({ base, contexte }, serviceId, champs) => {
  const lu = entreeDeCommune.safeParse(champs);
  if (!lu.success || lu.data.entree === null) return invalide(lu.error ?? { issues: [] });
  const { collectivite, entree, acte } = lu.data;
  return dansTerritoire(base, contexte, async (tx) => {
    const service = await lireServiceCommun(tx, contexte, serviceId);
    const convention =
      service === null ? null : await conventionEnVigueur(tx, contexte, service, entree);
    const estPartie = convention?.parties.some(({ siren }) => siren === collectivite);
    if (!estPartie) return refuser([SANS_AVENANT]);
    return conclure(
      await enregistrerAdhesions(tx, contexte, serviceId, [
        { collectivite, entree, sortie: null, acte },
      ]),
      'entree',
    );
  });
};

const GESTES: Readonly<Record<string, Geste>> = { ouvrir, changer, reporter, sortir, entrer };

const refuserGeste = (code: string, message: string) =>
  refuser([{ code, message, article: null } satisfies Refus]);

/** Les gestes de la page d’un service. Refus : `geste-inconnu`, `service-inconnu`, et ceux du geste. */
export const faireGesteDeService = async (
  acces: Acces,
  serviceId: string,
  formulaire: FormData,
): Fait => {
  const geste = GESTES[lireTexte(formulaire, 'geste')];
  if (geste === undefined) return refuserGeste('geste-inconnu', 'Ce geste n’existe pas.');
  const service = await dansTerritoire(acces.base, acces.contexte, (tx) =>
    lireServiceCommun(tx, acces.contexte, serviceId),
  );
  return service === null
    ? refuserGeste(
        'service-inconnu',
        'Ce service n’existe pas ici : revenez à la liste des services.',
      )
    : geste(acces, serviceId, Object.fromEntries(formulaire), formulaire);
};
