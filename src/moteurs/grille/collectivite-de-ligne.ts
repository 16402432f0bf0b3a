import { estAbsenceEcrite, type MoyensDeLecture } from './cellule-lue.ts';
import { estVide, texteDe } from './classeur.ts';
import type { Reconnaissance } from './collectivites.ts';
import { consigner, type LignePhysique, type Place } from './ligne-physique.ts';
import type { CodeDeRegle } from './regles.ts';
import type { CollectiviteDuTerritoire } from './schema.ts';

const PAR_RECONNAISSANCE: Readonly<
  Record<
    Exclude<Reconnaissance, 'exacte'>,
    { readonly action: 'reparer' | 'reparer_et_signaler'; readonly regle: CodeDeRegle }
  >
> = {
  variante: { action: 'reparer', regle: 'collectivite-variante' },
  code: { action: 'reparer', regle: 'collectivite-variante' },
  postal: { action: 'reparer_et_signaler', regle: 'collectivite-rapprochee' },
  incomplete: { action: 'reparer_et_signaler', regle: 'collectivite-rapprochee' },
  faute: { action: 'reparer_et_signaler', regle: 'collectivite-rapprochee' },
};

const refuserNom = (
  physique: LignePhysique,
  place: Place,
  candidates: readonly string[],
  epci: string,
): null => {
  const lue = texteDe(place.cellule);
  const ambigue = candidates.length > 1;
  consigner(physique, place.colonne, place.cellule, {
    action: 'bloquer_ligne',
    regle: ambigue ? 'collectivite-ambigue' : 'collectivite-hors-perimetre',
    valeur: null,
    message: ambigue
      ? `« ${lue.trim()} » peut être ${candidates.slice(0, 5).join(' ou ')} : écrivez le nom complet.`
      : `« ${lue.trim()} » n’est pas membre de ${epci} : vérifiez le nom de la collectivité.`,
  });
  return null;
};

const parNom = (
  physique: LignePhysique,
  place: Place,
  moyens: MoyensDeLecture,
  seul: boolean,
): CollectiviteDuTerritoire | null => {
  const lue = texteDe(place.cellule);
  const trouvee = moyens.annuaire.trouver(lue);
  if (!trouvee.ok) return refuserNom(physique, place, trouvee.candidates, moyens.annuaire.epci.nom);
  const { collectivite, par } = trouvee;
  if (par !== 'exacte') {
    const { action, regle } = PAR_RECONNAISSANCE[par];
    const suffixe = action === 'reparer' ? '.' : ' : à confirmer.';
    consigner(physique, place.colonne, place.cellule, {
      action,
      regle,
      valeur: seul ? `${collectivite.nom} (${collectivite.siren})` : collectivite.nom,
      message: `« ${lue.trim()} » rapproché de ${collectivite.nom} (${collectivite.siren})${suffixe}`,
    });
  }
  return collectivite;
};

const parSiren = (
  physique: LignePhysique,
  place: Place,
  moyens: MoyensDeLecture,
): CollectiviteDuTerritoire | null => {
  const lue = texteDe(place.cellule).trim();
  const directe = moyens.annuaire.parSiren(lue);
  if (directe) return directe;
  const trouvee = moyens.annuaire.trouver(lue);
  if (!trouvee.ok) return null;
  const siret = lue.replace(/\D/g, '').length === 14;
  consigner(physique, place.colonne, place.cellule, {
    action: trouvee.par === 'code' && !siret ? 'reparer' : 'reparer_et_signaler',
    regle: 'code-reecrit',
    valeur: trouvee.collectivite.siren,
    message: `« ${lue} » compris comme le SIREN ${trouvee.collectivite.siren} (${trouvee.collectivite.nom}).`,
  });
  return trouvee.collectivite;
};

const remplie = (place: Place | undefined): Place | null =>
  place !== undefined && !estVide(place.cellule) && !estAbsenceEcrite(texteDe(place.cellule))
    ? place
    : null;

/** La cellule laissée vide (SIREN ou nom) se remplit d’après l’autre : on le dit. */
const noterRetrouvee = (
  physique: LignePhysique,
  place: Place | undefined,
  valeur: string | undefined,
  depuis: string,
): void => {
  if (place === undefined || valeur === undefined) return;
  consigner(physique, place.colonne, place.cellule, {
    action: 'reparer',
    regle: 'siren-retrouve',
    valeur,
    message: `${valeur} retrouvé d’après ${depuis}.`,
  });
};

const concilier = (
  physique: LignePhysique,
  placeSiren: Place,
  nommee: CollectiviteDuTerritoire | null,
  numerotee: CollectiviteDuTerritoire | null,
  epci: string,
): CollectiviteDuTerritoire | null => {
  const lue = texteDe(placeSiren.cellule).trim();
  if (nommee && numerotee) {
    if (nommee.siren === numerotee.siren) return nommee;
    consigner(physique, placeSiren.colonne, placeSiren.cellule, {
      action: 'bloquer_ligne',
      regle: 'siren-contradictoire',
      valeur: null,
      message: `Le SIREN ${lue} est celui de ${numerotee.nom}, le nom est celui de ${nommee.nom} : corrigez l’un des deux.`,
    });
    return null;
  }
  if (nommee) {
    consigner(physique, placeSiren.colonne, placeSiren.cellule, {
      action: 'reparer_et_signaler',
      regle: 'siren-corrige',
      valeur: nommee.siren,
      message: `SIREN « ${lue} » inconnu du territoire : ${nommee.siren} retenu d’après le nom, à confirmer.`,
    });
    return nommee;
  }
  if (!numerotee)
    consigner(physique, placeSiren.colonne, placeSiren.cellule, {
      action: 'bloquer_ligne',
      regle: 'collectivite-hors-perimetre',
      valeur: null,
      message: `Le SIREN « ${lue} » n’est pas celui d’un membre de ${epci}.`,
    });
  return numerotee;
};

/**
 * Retrouve la collectivité d’une ligne d’après son SIREN, son nom, ou à défaut le contexte
 * (intertitre, titre, nom du fichier). Bloque la ligne si elle est inconnue, ambiguë ou contradictoire.
 */
export const trouverCollectivite = (
  physique: LignePhysique,
  places: { readonly siren: Place | undefined; readonly nom: Place | undefined },
  moyens: MoyensDeLecture,
  parDefaut: CollectiviteDuTerritoire | null,
): CollectiviteDuTerritoire | null => {
  const siren = remplie(places.siren);
  const nom = remplie(places.nom);
  const epci = moyens.annuaire.epci.nom;
  if (siren) {
    const numerotee = parSiren(physique, siren, moyens);
    if (!nom) {
      noterRetrouvee(physique, places.nom, numerotee?.nom, 'le SIREN');
      return concilier(physique, siren, null, numerotee, epci);
    }
    if (numerotee && texteDe(nom.cellule) === numerotee.nom) return numerotee;
    const nommee = parNom(physique, nom, moyens, false);
    return nommee ? concilier(physique, siren, nommee, numerotee, epci) : null;
  }
  if (nom) {
    const nommee = parNom(physique, nom, moyens, places.siren === undefined);
    noterRetrouvee(physique, places.siren, nommee?.siren, 'le nom');
    return nommee;
  }
  if (parDefaut) return parDefaut;
  const place = places.nom ?? places.siren;
  consigner(physique, place?.colonne ?? null, place?.cellule ?? null, {
    action: 'bloquer_ligne',
    regle: 'collectivite-absente',
    valeur: null,
    message: 'Aucune collectivité sur cette ligne : écrivez le nom ou le SIREN.',
  });
  return null;
};
