import type { Acces } from '../../../socle/acces/index.server.ts';
import { interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire, type Transaction } from '../../../socle/base/index.server.ts';
import { lireCollectivites, lireContours } from '../../../socle/territoire/index.server.ts';
import { composerFond, typographier } from '../../../socle/ui/index.ts';
import { echeanceProposee, photoProposee } from './campagne.ts';
import { lireAttentes, lireCampagnes, lireDerniereCampagne } from './campagnes.sql.server.ts';
import { PLUSIEURS } from './chemin-de-grille.ts';
import { mesurerCompletude } from './completude.ts';
import { listerDepots } from './depots.sql.server.ts';
import { grillesACollecter, trouverGrille } from './grilles.ts';
import { compterLignes } from './lignes.sql.server.ts';

type Tx = Transaction<unknown>;
type AccesDePilote = Pick<Acces, 'base' | 'contexte' | 'territoire' | 'aujourdhui' | 'peut'>;

const completudeDe = async (
  tx: Tx,
  { contexte, aujourdhui }: AccesDePilote,
  campagne: NonNullable<Awaited<ReturnType<typeof lireDerniereCampagne>>>,
) => {
  const depots = await listerDepots(tx, contexte, campagne.grille, { etats: ['a-verifier'] });
  return mesurerCompletude(
    campagne,
    await lireAttentes(tx, contexte, campagne.id),
    {
      lignesPar: await compterLignes(tx, contexte, campagne.grille),
      depotsOuverts: new Map(
        depots.flatMap(({ collectivite, id }) =>
          collectivite === null ? [] : [[collectivite, id]],
        ),
      ),
    },
    aujourdhui,
  );
};

const racineDe = ({ territoire }: AccesDePilote) => `/t/${territoire.siren}/elaborer/collecte`;

/** La liste des campagnes et de quoi en lancer une. */
export const preparerCampagnes = (acces: AccesDePilote) =>
  dansTerritoire(acces.base, acces.contexte, async (tx) => {
    const campagnes = await lireCampagnes(tx, acces.contexte);
    const suivies = [];
    for (const campagne of campagnes) {
      const { parEtat, attendues, repondues, pourcentage, joursRestants } = await completudeDe(
        tx,
        acces,
        campagne,
      );
      suivies.push({ ...campagne, parEtat, attendues, repondues, pourcentage, joursRestants });
    }
    const ouvertes = new Set(
      campagnes.filter(({ closeLe }) => closeLe === null).map(({ grille }) => grille),
    );
    return {
      racine: racineDe(acces),
      peutPiloter: acces.peut('collecte:piloter'),
      campagnes: suivies,
      grilles: grillesACollecter().filter(({ nom }) => !ouvertes.has(nom)),
      collectivites: (await lireCollectivites(tx)).map(({ siren, nom, type }) => ({
        siren,
        nom,
        type,
      })),
      photoAu: photoProposee(acces.aujourdhui),
      echeance: echeanceProposee(acces.aujourdhui),
      aujourdhui: acces.aujourdhui,
    };
  });

/** Les adresses déjà connues, d’une campagne à l’autre. */
export const adressesConnues = async (
  tx: Tx,
  contexte: Acces['contexte'],
): Promise<ReadonlyMap<string, string>> => {
  const connues = new Map<string, string>();
  for (const { id } of (await lireCampagnes(tx, contexte)).toReversed()) {
    for (const { collectivite, courriel } of await lireAttentes(tx, contexte, id)) {
      if (courriel !== null) connues.set(collectivite, courriel);
    }
  }
  return connues;
};

const dessinerFond = async (tx: Tx) => {
  const membres = await lireCollectivites(tx);
  const communes = membres.filter(({ type }) => type === 'commune');
  const parCode = new Map(
    communes.flatMap(({ codeInsee, siren }) => (codeInsee === null ? [] : [[siren, codeInsee]])),
  );
  return { ...composerFond(communes, await lireContours(tx)), parCode };
};

/** Le suivi d’une campagne : complétude, carte, relances. */
export const preparerSuivi = (acces: AccesDePilote, nomDeGrille: string | undefined) =>
  dansTerritoire(acces.base, acces.contexte, async (tx) => {
    const grille = trouverGrille(nomDeGrille ?? '');
    const campagne =
      grille === null ? null : await lireDerniereCampagne(tx, acces.contexte, grille.nom);
    if (grille === null || campagne === null) {
      return interrompre(
        404,
        'Cette campagne n’existe pas',
        'Revenez à la collecte : vous pourrez y lancer une campagne pour cette grille.',
      );
    }
    const { fond, enBulles, parCode } = await dessinerFond(tx);
    const noms = new Map((await lireCollectivites(tx)).map(({ siren, nom }) => [siren, nom]));
    const completude = await completudeDe(tx, acces, campagne);
    const racine = `${racineDe(acces)}/${grille.nom}`;
    const multiples = await listerDepots(tx, acces.contexte, grille.nom, { collectivite: null });
    return {
      racine,
      retour: racineDe(acces),
      plusieurs: `${racine}/${PLUSIEURS}`,
      peutPiloter: acces.peut('collecte:piloter'),
      titreDeGrille: typographier(grille.titre),
      campagne,
      completude: {
        ...completude,
        suivis: completude.suivis.map((suivi) => ({
          ...suivi,
          nom: noms.get(suivi.collectivite) ?? suivi.collectivite,
          codeInsee: parCode.get(suivi.collectivite) ?? null,
        })),
      },
      fond,
      enBulles,
      depotsMultiples: multiples.filter(({ etat }) => etat === 'a-verifier').length,
    };
  });

export type SuiviMontre = Awaited<ReturnType<typeof preparerSuivi>>;
