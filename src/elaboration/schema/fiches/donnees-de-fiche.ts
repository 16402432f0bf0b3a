import { ecrireMontant } from '../../../moteurs/calcul/index.ts';
import { lignesDe, listeDe, texteDe } from '../saisie/champs.ts';
import type { FicheTechnique } from './fiche.ts';

/** Des centièmes d’ETP en écriture canonique : 420 → « 4.20 ». */
export const ecrireEtp = (centiemes: number): string => ecrireMontant(BigInt(centiemes));

const ouAbsent = (texte: string): string | null => (texte.trim() === '' ? null : texte);

/** Effectif et dépenses après : le moyen d’aujourd’hui, plus l’impact écrit par personne publique. */
export const apresImpact = (
  fiche: FicheTechnique,
): { readonly etpCentiemes: number; readonly coutCentimes: bigint } => ({
  etpCentiemes: fiche.impactParPersonnePublique.reduce(
    (total, { creationsCentiemes, suppressionsCentiemes }) =>
      total + (creationsCentiemes ?? 0) - (suppressionsCentiemes ?? 0),
    fiche.moyens.etpCentiemes,
  ),
  coutCentimes: fiche.impactParPersonnePublique.reduce(
    (total, { coutCentimes }) => total + (coutCentimes ?? 0n),
    fiche.moyens.coutCentimes,
  ),
});

const avecUnite = (valeur: string, unite: string): string =>
  valeur === '' || unite === '' ? valeur : `${valeur} ${unite}`;

/**
 * Les données du modèle « fiche-technique ». Les chiffres du constat viennent des moyens relevés,
 * avec leur source ; un champ non rédigé est absent, et le modèle le réclame.
 * @param epci nom de l’EPCI
 * @param nommer nom d’une collectivité par son SIREN
 * @param source d’où viennent les moyens (« Grille RH, relevée le … »)
 */
export const donneesDeLaFiche = (
  fiche: FicheTechnique,
  { epci, nommer, source }: { epci: string; nommer: (siren: string) => string; source: string },
): Readonly<Record<string, unknown>> => {
  const { redaction, moyens } = fiche;
  const texte = (nom: string) => ouAbsent(texteDe(redaction, nom));
  const apres = apresImpact(fiche);
  const avant = moyens.coutCentimes;
  return {
    champ: fiche.titre,
    collectivite: epci,
    pilote_elu: texte('pilote_elu'),
    pilote_technique: texte('pilote_technique'),
    version: String(fiche.version),
    constat: texte('constat'),
    chiffres: [
      { libelle: 'Agents concernés', valeur: String(moyens.agents), source },
      {
        libelle: 'Effectif consacré',
        valeur: `${ecrireEtp(moyens.etpCentiemes).replace('.', ',')} ETP`,
        source,
      },
    ],
    objectif: texte('objectif'),
    communes: fiche.perimetre.map(nommer),
    entree: texte('entree'),
    missions: listeDe(redaction, 'missions'),
    exclusions: listeDe(redaction, 'exclusions'),
    forme: fiche.forme,
    fondement: texte('fondement'),
    actes: listeDe(redaction, 'actes'),
    organisation: texte('organisation'),
    etp_avant: ecrireEtp(moyens.etpCentiemes),
    etp_apres: ecrireEtp(apres.etpCentiemes),
    moyens_humains: texte('moyens_humains'),
    moyens_materiels: texte('moyens_materiels'),
    cout_avant: ecrireMontant(avant),
    cout_apres: ecrireMontant(apres.coutCentimes),
    investissement: texte('investissement'),
    hypotheses: texte('hypotheses'),
    couts_evites: texte('couts_evites'),
    valeur_de_service: texte('valeur_de_service'),
    financement: texte('financement'),
    indicateurs: lignesDe(redaction, 'indicateurs').map((ligne) => ({
      libelle: ouAbsent(ligne.libelle ?? ''),
      initiale: ouAbsent(avecUnite(ligne.initiale ?? '', ligne.unite ?? '')),
      cible: ouAbsent(avecUnite(ligne.cible ?? '', ligne.unite ?? '')),
      source: ouAbsent(ligne.source ?? ''),
    })),
    calendrier: lignesDe(redaction, 'calendrier').map((ligne) => ({
      etape: ouAbsent(ligne.etape ?? ''),
      echeance: ouAbsent(ligne.fin ?? '') ?? ouAbsent(ligne.debut ?? ''),
      responsable: ouAbsent(ligne.responsable ?? ''),
    })),
    risques: lignesDe(redaction, 'risques').map((ligne) => ({
      risque: ouAbsent(ligne.risque ?? ''),
      parade: ouAbsent(ligne.parade ?? ''),
      porteur: ouAbsent(ligne.porteur ?? ''),
    })),
    sortie: texte('sortie'),
  };
};

/** Le gain annuel net de l’action en régime établi (négatif : surcoût), en centimes. */
export const gainAnnuel = (fiche: FicheTechnique): bigint =>
  fiche.moyens.coutCentimes - apresImpact(fiche).coutCentimes;
