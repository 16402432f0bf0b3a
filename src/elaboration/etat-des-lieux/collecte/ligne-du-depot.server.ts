import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireChamp } from '../../../socle/formulaires/index.ts';
import { lireCollectivites } from '../../../socle/territoire/index.server.ts';
import { changerDepot } from './changer-depot.server.ts';
import { colonnesASaisir, valeursSaisies } from './colonnes-montrees.ts';
import { controlerLigne, type LigneControlee } from './controler-ligne.ts';
import { corriger, laisserDeCote, mesurerDepot } from './depot.ts';
import { lireDepot } from './depots.sql.server.ts';
import { formulerLigne } from './formulaire-de-ligne.ts';
import { exigerGrille } from './grilles.ts';
import { type AccesALaGrille, resumerAcces } from './ouvrir-collecte.server.ts';
import { lireMoyens } from './territoire-de-lecture.server.ts';

type Valeurs = Readonly<Record<string, string>>;

const lireDepotOuvert = (acces: AccesALaGrille, id: string) =>
  dansTerritoire(acces.base, acces.contexte, async (tx) => {
    const depot = await lireDepot(tx, acces.contexte, id);
    if (depot?.etat !== 'a-verifier' || depot.grille !== acces.grille) {
      return interrompre(
        404,
        'Cette ligne ne se corrige plus ici',
        'Le dépôt est validé, remplacé ou inconnu : revenez à la grille.',
      );
    }
    return depot;
  });

/** Le formulaire d’une ligne d’un dépôt. */
export const preparerLigneDuDepot = async (acces: AccesALaGrille, id: string, repere: string) => {
  const depot = await lireDepotOuvert(acces, id);
  const schema = exigerGrille(acces.grille);
  const formulaire = formulerLigne(depot.lecture, depot.decisions, schema, repere);
  if (formulaire === null) {
    return interrompre(404, 'Cette ligne n’existe pas', 'Revenez à la vérification du dépôt.');
  }
  const { bloquees } = mesurerDepot(depot.lecture, depot.decisions);
  const membres = await dansTerritoire(acces.base, acces.contexte, async (tx) =>
    (await lireCollectivites(tx)).map(({ siren, nom }) => ({ valeur: siren, libelle: nom })),
  );
  return {
    acces: resumerAcces(acces),
    fichier: depot.fichier,
    depotId: id,
    repere,
    ...formulaire,
    colonnes: colonnesASaisir(schema),
    collectivites: acces.collectivite === null && schema.collectivite !== null ? membres : null,
    siren:
      schema.collectivite === null ? '' : (formulaire.valeurs[schema.collectivite.siren] ?? ''),
    restantes: bloquees.filter((autre) => autre !== repere).length,
  };
};

const nombreFrancais = (texte: string): string =>
  texte.replace(/[\s\u202f\u00a0]/g, '').replace(',', '.');

/** Les valeurs d’un formulaire, prêtes à contrôler : nombres à point, collectivité de la page. */
export const lireFormulaire = (acces: AccesALaGrille, donnees: FormData): Valeurs => {
  const schema = exigerGrille(acces.grille);
  const numeriques = new Set(
    colonnesASaisir(schema)
      .filter(({ genre }) => genre === 'nombre')
      .map(({ nom }) => nom),
  );
  const valeurs = valeursSaisies(schema, (nom) => {
    const texte = lireChamp(donnees, nom);
    return numeriques.has(nom) ? nombreFrancais(texte) : texte;
  });
  if (schema.collectivite === null) return valeurs;
  const siren = acces.collectivite?.siren ?? lireChamp(donnees, 'siren-choisi');
  const { nom } = schema.collectivite;
  return {
    ...valeurs,
    [schema.collectivite.siren]: siren,
    ...(nom === null ? {} : { [nom]: '' }),
  };
};

/** Contrôle une saisie avec les règles de la grille, correspondances apprises comprises. */
export const controlerSaisie = (acces: AccesALaGrille, valeurs: Valeurs): Promise<LigneControlee> =>
  dansTerritoire(acces.base, acces.contexte, async (tx) => {
    const siren = acces.collectivite?.siren ?? null;
    const moyens = await lireMoyens(tx, acces.contexte, acces.grille, siren);
    return controlerLigne(valeurs, {
      ...moyens,
      aujourdhui: acces.aujourdhui,
      collectivite: siren,
    });
  });

export interface RefusDeSaisie {
  readonly message: string;
  readonly erreurs: Valeurs;
  readonly valeurs: Valeurs;
}

/** Enregistre la correction d’une ligne de dépôt ; rend l’adresse de la suivante, ou du dépôt. */
export const corrigerLigneDuDepot = async (
  acces: AccesALaGrille,
  id: string,
  repere: string,
  donnees: FormData,
): Promise<Resultat<string, RefusDeSaisie>> => {
  const laisse = donnees.get('geste') === 'laisser';
  const valeurs = laisse ? {} : lireFormulaire(acces, donnees);
  const controle = laisse ? null : await controlerSaisie(acces, valeurs);
  if (controle !== null && Object.keys(controle.erreurs).length > 0) {
    return refuser({
      message: controle.erreurs[''] ?? 'Corrigez les colonnes signalées.',
      erreurs: controle.erreurs,
      valeurs,
    });
  }
  const change = await changerDepot(acces.base, acces.contexte, id, ({ decisions }) =>
    accepter(
      controle === null
        ? laisserDeCote(decisions, repere)
        : corriger(decisions, repere, controle.lignes),
    ),
  );
  if (!change.ok) return refuser({ message: change.refus.message, erreurs: {}, valeurs });
  const depot = await lireDepotOuvert(acces, id);
  const [suivante] = mesurerDepot(depot.lecture, depot.decisions).bloquees;
  const retour = `${acces.chemin}/depots/${id}`;
  return accepter(
    suivante === undefined || repere.startsWith('l')
      ? `${retour}#bloquees`
      : `${retour}/lignes/${suivante}`,
  );
};
