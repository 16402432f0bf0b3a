import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireAttentes, lireDerniereCampagne } from './campagnes.sql.server.ts';
import { colonnesASaisir } from './colonnes-montrees.ts';
import { listerDepots } from './depots.sql.server.ts';
import { situerEcheance } from './echeance.ts';
import { exigerGrille } from './grilles.ts';
import { lireLignes } from './lignes.sql.server.ts';
import { type AccesALaGrille, resumerAcces } from './ouvrir-collecte.server.ts';

/** Tout ce que montre la page d’une grille : demande, dépôts, lignes en ligne. */
export const preparerGrille = (acces: AccesALaGrille) => {
  const { base, contexte, grille, collectivite, aujourdhui } = acces;
  return dansTerritoire(base, contexte, async (tx) => {
    const campagne = await lireDerniereCampagne(tx, contexte, grille);
    const attentes = campagne === null ? [] : await lireAttentes(tx, contexte, campagne.id);
    const attente = attentes.find((une) => une.collectivite === collectivite?.siren) ?? null;
    const depots = await listerDepots(tx, contexte, grille, {
      collectivite: collectivite?.siren ?? null,
    });
    const lignes =
      collectivite === null
        ? []
        : await lireLignes(tx, contexte, grille, { collectivites: [collectivite.siren] });
    return {
      acces: resumerAcces(acces),
      campagne:
        campagne === null || attente === null
          ? null
          : {
              titre: campagne.titre,
              consigne: campagne.consigne,
              echeance: campagne.echeance,
              photoAu: campagne.photoAu,
              estClose: campagne.closeLe !== null,
              motif: attente.motif,
              renduePar: attente.renduePar,
              rendueLe: attente.rendueLe,
              ...situerEcheance(attente, campagne.echeance, aujourdhui),
            },
      colonnes: colonnesASaisir(exigerGrille(grille)).map(({ nom, titre, estCle, genre }) => ({
        nom,
        titre,
        estCle,
        genre,
      })),
      lignes: lignes.map(({ id, cle, valeurs }) => ({ id, cle, valeurs })),
      depots: depots.map((depot) => ({
        id: depot.id,
        fichier: depot.fichier,
        etat: depot.etat,
        deposeLe: depot.deposeLe,
        deposePar: depot.deposePar,
        validePar: depot.validePar,
        bilan: depot.bilan,
      })),
    };
  });
};
