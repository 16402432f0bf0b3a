import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { colonnesASaisir } from './colonnes-montrees.ts';
import { exigerGrille } from './grilles.ts';
import { cleDeLigne, direSource, type SourceSaisie } from './ligne.ts';
import { controlerSaisie, lireFormulaire } from './ligne-du-depot.server.ts';
import {
  corrigerLigne,
  ecrireLignes,
  lireLigne,
  retirerLigne,
  trouverParCle,
} from './lignes.sql.server.ts';
import { type AccesALaGrille, resumerAcces } from './ouvrir-collecte.server.ts';

type Valeurs = Readonly<Record<string, string>>;

/** L’identifiant d’adresse d’une ligne qu’on ajoute. */
export const NOUVELLE = 'nouvelle';

/** Le formulaire d’une ligne en ligne, ou d’une nouvelle. */
export const preparerLigneEnLigne = (acces: AccesALaGrille, id: string) =>
  dansTerritoire(acces.base, acces.contexte, async (tx) => {
    const ligne = id === NOUVELLE ? null : await lireLigne(tx, acces.contexte, id);
    const estAilleurs =
      ligne !== null &&
      (ligne.grille !== acces.grille || ligne.collectivite !== acces.collectivite?.siren);
    if (acces.collectivite === null || estAilleurs || (ligne === null && id !== NOUVELLE)) {
      return interrompre(
        404,
        'Cette ligne n’existe pas ici',
        'Elle a peut-être été retirée : revenez à la grille.',
      );
    }
    return {
      acces: resumerAcces(acces),
      id,
      cle: ligne?.cle ?? null,
      version: ligne?.version ?? 0,
      valeurs: ligne?.valeurs ?? {},
      source: ligne === null ? null : direSource(ligne.source),
      colonnes: colonnesASaisir(exigerGrille(acces.grille)),
    };
  });

/** Un refus d’écrire : erreurs par colonne, et la ligne en ligne si quelqu’un l’a changée. */
export interface RefusDEcriture {
  readonly message: string;
  readonly erreurs: Valeurs;
  readonly valeurs: Valeurs;
  readonly enLigne: { readonly valeurs: Valeurs; readonly version: number } | null;
}

const ecrire = (
  acces: AccesALaGrille,
  id: string,
  version: number,
  valeurs: Valeurs,
): Promise<Resultat<null, RefusDEcriture>> =>
  dansTerritoire(
    acces.base,
    acces.contexte,
    async (tx): Promise<Resultat<null, RefusDEcriture>> => {
      const { contexte, grille, aujourdhui } = acces;
      const collectivite = acces.collectivite?.siren ?? '';
      const cle = cleDeLigne(exigerGrille(grille), valeurs);
      const source: SourceSaisie = { type: 'saisie', auteur: contexte.auteur, le: aujourdhui };
      const homonyme = await trouverParCle(tx, contexte, { grille, collectivite, cle });
      if (homonyme !== null && homonyme.id !== id) {
        return refuser({
          message: `La ligne ${cle} existe déjà : ouvrez-la pour la corriger, ou changez la clé de celle-ci.`,
          erreurs: {},
          valeurs,
          enLigne: null,
        });
      }
      if (id === NOUVELLE) {
        await ecrireLignes(tx, contexte, {
          ecrites: [{ grille, collectivite, cle, valeurs, source, remplace: null }],
          retirees: [],
          depotId: null,
        });
        return accepter(null);
      }
      const corrigee = await corrigerLigne(tx, contexte, { id, version, cle, valeurs, source });
      if (corrigee.ok) return corrigee;
      const { message } = corrigee.refus;
      const enLigne = corrigee.refus.code === 'ligne-changee' ? corrigee.refus.enLigne : null;
      return refuser({ message, erreurs: {}, valeurs, enLigne });
    },
  );

/** Ajoute, corrige ou retire une ligne en ligne ; rend l’adresse où aller ensuite. */
export const agirSurLigne = async (
  acces: AccesALaGrille,
  id: string,
  donnees: FormData,
): Promise<Resultat<string, RefusDEcriture>> => {
  const version = Number(donnees.get('version'));
  if (donnees.get('geste') === 'retirer') {
    const retrait = await dansTerritoire(acces.base, acces.contexte, (tx) =>
      retirerLigne(tx, acces.contexte, { id, version }),
    );
    if (retrait.ok) return accepter(`${acces.chemin}#titre-lignes`);
    const { message, enLigne } = retrait.refus;
    return refuser({ message, erreurs: {}, valeurs: enLigne.valeurs, enLigne });
  }
  const valeurs = lireFormulaire(acces, donnees);
  const controle = await controlerSaisie(acces, valeurs);
  const [premiere] = controle.lignes;
  if (premiere === undefined || Object.keys(controle.erreurs).length > 0) {
    return refuser({
      message: controle.erreurs[''] ?? 'Corrigez les colonnes signalées : rien n’a été écrit.',
      erreurs: controle.erreurs,
      valeurs,
      enLigne: null,
    });
  }
  const ecrit = await ecrire(acces, id, version, premiere);
  return ecrit.ok ? accepter(`${acces.chemin}#titre-lignes`) : ecrit;
};
