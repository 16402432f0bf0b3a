import type { Parcours } from '../scenario.ts';
import { creerLeTerritoire } from './1-creer-le-territoire.ts';
import { collecterLesEffectifs } from './2-collecter-les-effectifs.ts';
import { comprendreLesEffectifs } from './3-comprendre-les-effectifs.ts';
import { deciderUnPerimetre } from './4-decider-un-perimetre.ts';
import { ecrireLeSchema } from './5-ecrire-le-schema.ts';
import { faireAdopter } from './6-faire-adopter.ts';
import { mettreEnOeuvre } from './7-mettre-en-oeuvre.ts';
import { rendreCompte } from './8-rendre-compte.ts';
import { ACTEURS, TERRITOIRE } from './acteurs.ts';

/** De la première connexion au rapport annuel : la chaîne complète, sur un territoire neuf. */
export const leHautLignon: Parcours = {
  titre: `${TERRITOIRE.nom} met en commun l’instruction du droit des sols`,
  recit:
    'Six communes de Haute-Loire et leur communauté : grilles rendues par lien personnel, effectifs, décision, schéma adopté, service commun, états au centime, page des habitants.',
  acteurs: ACTEURS,
  etapes: [
    creerLeTerritoire,
    collecterLesEffectifs,
    comprendreLesEffectifs,
    deciderUnPerimetre,
    ecrireLeSchema,
    faireAdopter,
    mettreEnOeuvre,
    rendreCompte,
  ],
};
