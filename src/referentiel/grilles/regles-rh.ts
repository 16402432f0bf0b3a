import {
  type Enregistrement,
  ecrireCourt,
  ecrireDeuxDecimales,
} from '../../moteurs/grille/index.ts';
import { dureeDeReference, RATTACHEMENT_DU_GRADE } from '../nomenclatures/index.ts';

const PAIRES = [
  ['service_1', 'part_1'],
  ['service_2', 'part_2'],
  ['service_3', 'part_3'],
] as const;

const fr = (nombre: number | string): string => String(nombre).replace('.', ',');
const nombre = (e: Enregistrement, champ: string): number | null =>
  e.lire(champ) === '' ? null : Number(e.lire(champ));

const deduire = (e: Enregistrement, champ: string, valeur: string, message: string): void => {
  if (e.lire(champ) !== '' || e.estIllisible(champ) || valeur === '') return;
  e.ecrire(champ, valeur);
  if (e.aColonne(champ))
    e.noter({ champs: [champ], action: 'reparer_et_signaler', regle: 'valeur-deduite', message });
};

/** Catégorie, filière et cadre d’emplois découlent du grade (statuts particuliers). */
const accorderAuGrade = (e: Enregistrement): void => {
  const grade = e.lire('grade');
  const rattachement = RATTACHEMENT_DU_GRADE.get(grade);
  if (!rattachement) return;
  const { cadre, filiere, categorie } = rattachement;
  deduire(e, 'categorie', categorie, `Catégorie déduite du grade ${grade} : à confirmer.`);
  deduire(e, 'filiere', filiere, `Filière déduite du grade ${grade} : à confirmer.`);
  deduire(e, 'cadre_emplois', cadre, `Cadre d’emplois déduit du grade ${grade} : à confirmer.`);
  if (e.lire('categorie') !== categorie && !e.estIllisible('categorie')) {
    e.ecrire('categorie', categorie);
    e.noter({
      champs: ['categorie'],
      action: 'reparer_et_signaler',
      regle: 'categorie-grade',
      message: `Le grade ${grade} relève de la catégorie ${categorie} : à confirmer.`,
    });
  }
  if (e.lire('filiere') !== filiere && !e.estIllisible('filiere')) {
    e.ecrire('filiere', filiere);
    e.noter({
      champs: ['filiere'],
      action: 'reparer_et_signaler',
      regle: 'filiere-grade',
      message: `Le grade ${grade} relève de la filière ${filiere} : à confirmer.`,
    });
  }
  if (e.lire('cadre_emplois') !== cadre && !e.estIllisible('cadre_emplois')) {
    e.ecrire('cadre_emplois', cadre);
    e.noter({
      champs: ['cadre_emplois'],
      action: 'reparer_et_signaler',
      regle: 'cadre-grade',
      message: `Le grade ${grade} relève du cadre d’emplois « ${cadre} » : à confirmer.`,
    });
  }
};

/** Durée de référence, durée, quotité, ETP : trois suffisent à trouver le quatrième. */
const accorderTemps = (e: Enregistrement): void => {
  if (e.lire('duree_reference') === '' && !e.estIllisible('duree_reference'))
    deduire(
      e,
      'duree_reference',
      String(dureeDeReference(e.lire('cadre_emplois'), e.lire('grade'))),
      'Durée de référence déduite du cadre d’emplois : à confirmer.',
    );
  const reference = nombre(e, 'duree_reference');
  if (reference === null) return;
  if (e.lire('duree_hebdo') === '' && e.lire('temps') === 'complet')
    deduire(
      e,
      'duree_hebdo',
      ecrireCourt(reference),
      'Temps complet : durée de référence retenue.',
    );
  const etp = nombre(e, 'etp');
  const duree = nombre(e, 'duree_hebdo');
  if (etp !== null && duree !== null && duree > 0 && e.lire('quotite') === '')
    deduire(
      e,
      'quotite',
      ecrireCourt(Math.min(100, Math.round((etp * reference * 100) / duree))),
      'Quotité déduite de l’ETP et de la durée : à confirmer.',
    );
  const quotite = nombre(e, 'quotite');
  if (etp !== null && quotite !== null && quotite > 0 && duree === null)
    deduire(
      e,
      'duree_hebdo',
      ecrireCourt(Math.round((etp * reference * 100 * 2) / quotite) / 2),
      'Durée déduite de l’ETP et de la quotité : à confirmer.',
    );
  accorderTempsComplet(e, reference);
};

const accorderTempsComplet = (e: Enregistrement, reference: number): void => {
  const duree = nombre(e, 'duree_hebdo');
  if (duree === null || e.estIllisible('duree_hebdo') || e.estIllisible('temps')) return;
  const attendu = duree >= reference ? 'complet' : 'non complet';
  if (e.lire('temps') === attendu) return;
  const ecrit = e.lire('temps');
  e.ecrire('temps', attendu);
  if (!e.aColonne('temps')) return;
  if (ecrit === '')
    e.noter({
      champs: ['temps'],
      action: 'reparer',
      regle: 'valeur-deduite',
      message: `Temps ${attendu} : ${fr(duree)} h pour une référence de ${fr(reference)} h.`,
    });
  else
    e.noter({
      champs: ['temps'],
      action: 'reparer_et_signaler',
      regle: 'temps-incoherent',
      message: `${fr(duree)} h pour une référence de ${fr(reference)} h : temps ${attendu} retenu, à confirmer.`,
    });
};

const TOLERANCE = 0.0101;

/** ETP = durée hebdomadaire ÷ durée de référence × quotité. */
const accorderEtp = (e: Enregistrement): void => {
  const reference = nombre(e, 'duree_reference');
  const duree = nombre(e, 'duree_hebdo');
  const quotite = nombre(e, 'quotite');
  if (
    reference === null ||
    duree === null ||
    quotite === null ||
    duree > reference ||
    quotite > 100
  )
    return;
  const exact = ((duree / reference) * quotite) / 100;
  const calcule = ecrireDeuxDecimales(exact);
  const lu = nombre(e, 'etp');
  if (lu === null) {
    e.ecrire('etp', calcule);
    if (e.aColonne('etp') && !e.estIllisible('etp'))
      e.noter({
        champs: ['etp'],
        action: 'reparer',
        regle: 'etp-calcule',
        message: `ETP calculé : ${fr(duree)} h ÷ ${fr(reference)} h × ${fr(quotite)} % = ${fr(calcule)}.`,
      });
    return;
  }
  if (Math.abs(lu - exact) <= TOLERANCE || e.estIllisible('etp')) return;
  e.ecrire('etp', calcule);
  e.noter({
    champs: ['etp'],
    action: 'reparer_et_signaler',
    regle: 'etp-incoherent',
    message: `ETP recalculé à partir de la durée hebdomadaire et de la quotité : ${fr(calcule)} au lieu de ${fr(lu)}, à confirmer.`,
  });
};

const deduireParts = (e: Enregistrement): void => {
  if (e.lire('service_1') === '' && !e.estIllisible('service_1'))
    deduire(e, 'service_1', e.lire('service'), 'Affectation déduite du service.');
  const servis = PAIRES.filter(([service]) => e.lire(service) !== '');
  const sansPart = servis.filter(([, part]) => e.lire(part) === '' && !e.estIllisible(part));
  if (sansPart.length === 0) return;
  const connue = servis.reduce((total, [, part]) => total + (nombre(e, part) ?? 0), 0);
  if (connue >= 100) return;
  for (const [, part] of sansPart) {
    e.ecrire(part, ecrireCourt((100 - connue) / sansPart.length));
    e.noter({
      champs: [part],
      action: 'reparer_et_signaler',
      regle: 'part-deduite',
      message: `Part absente : ${fr(e.lire(part))} % retenus pour totaliser 100 %, à confirmer.`,
    });
  }
};

const accorderFractions = (e: Enregistrement): void => {
  const parts = PAIRES.map(([, part]) => part).filter((part) => e.lire(part) !== '');
  const somme = parts.reduce((total, part) => total + Number(e.lire(part)), 0);
  if (parts.length === 0 || Math.abs(somme - 1) > 0.011) return;
  for (const part of parts) e.ecrire(part, ecrireCourt(Number(e.lire(part)) * 100));
  e.noter({
    champs: parts,
    action: 'reparer_et_signaler',
    regle: 'parts-en-fraction',
    message: 'Parts en fraction comprises en pour cent : à confirmer.',
  });
};

/** Les parts d’affectation d’un agent totalisent 100 %. */
const controlerParts = (e: Enregistrement): void => {
  for (const [service, part] of PAIRES)
    if (e.lire(service) === '' && e.lire(part) !== '' && Number(e.lire(part)) === 0)
      e.ecrire(part, '');
  accorderFractions(e);
  deduireParts(e);
  deduire(e, 'service', e.lire('service_1'), 'Service déduit de la première affectation.');
  for (const [service, part] of PAIRES)
    if (e.lire(service) === '' && e.lire(part) !== '' && !e.estIllisible(service))
      e.noter({
        champs: [part],
        action: 'bloquer_ligne',
        regle: 'part-sans-service',
        message: `Part de ${fr(e.lire(part))} % sans service : indiquez le service.`,
      });
  const parts = PAIRES.map(([, part]) => part).filter((part) => e.lire(part) !== '');
  if (
    parts.length === 0 ||
    PAIRES.some(([service, part]) => e.estIllisible(part) || e.estIllisible(service))
  )
    return;
  const somme = parts.reduce((total, part) => total + Number(e.lire(part)), 0);
  if (Math.abs(somme - 100) > 0.5)
    e.noter({
      champs: parts,
      action: 'bloquer_ligne',
      regle: 'somme-des-parts',
      message: `Les parts d’affectation totalisent ${fr(ecrireCourt(somme))} % au lieu de 100 %.`,
    });
};

const AGE_MINIMAL = 15;

const controlerAge = (e: Enregistrement): void => {
  const naissance = nombre(e, 'annee_naissance');
  const entree = e.lire('date_entree');
  if (naissance === null || entree === '' || e.estIllisible('annee_naissance')) return;
  const age = Number(entree.slice(0, 4)) - naissance;
  if (age < AGE_MINIMAL)
    e.noter({
      champs: ['date_entree'],
      action: 'bloquer_ligne',
      regle: 'entree-trop-jeune',
      message: `Date d’entrée incompatible avec l’année de naissance (${naissance}) : ${age < 0 ? 'entrée avant la naissance' : `entrée à ${age} ans`}.`,
    });
  else if (age > 70)
    e.noter({
      champs: ['date_entree'],
      action: 'signaler',
      regle: 'age-eleve',
      message: `Entrée à ${age} ans : vérifiez la date et l’année de naissance.`,
    });
};

/** Bornes usuelles du coût chargé par ETP et par an, en euros (RH09). */
const COUT_BAS = 25_000;
const COUT_HAUT = 95_000;

/** Un coût trop bas qu’une autre unité rendrait habituel. */
const TROP_BAS = [
  { fois: 12, regle: 'cout-mensuel', cause: 'montant mensuel ?' },
  { fois: 1000, regle: 'cout-en-milliers', cause: 'montant en milliers d’euros ?' },
] as const;

const controlerCout = (e: Enregistrement): void => {
  const cout = nombre(e, 'cout_charge_annuel');
  const etp = nombre(e, 'etp');
  if (cout === null || etp === null || etp <= 0 || e.estIllisible('cout_charge_annuel')) return;
  const parEtp = cout / etp;
  if (parEtp >= COUT_BAS && parEtp <= COUT_HAUT) return;
  const trop = TROP_BAS.find(({ fois }) => parEtp * fois >= COUT_BAS && parEtp * fois <= COUT_HAUT);
  if (trop) {
    const propose = ecrireDeuxDecimales(cout * trop.fois);
    e.noter({
      champs: ['cout_charge_annuel'],
      action: 'bloquer_ligne',
      regle: trop.regle,
      valeur: propose,
      message: `Coût par ETP anormalement bas (${Math.round(parEtp)} €) : ${trop.cause} (× ${trop.fois} proposé : ${fr(propose)} €).`,
    });
    return;
  }
  e.noter({
    champs: ['cout_charge_annuel'],
    action: 'signaler',
    regle: 'cout-inhabituel',
    message: `Coût de ${Math.round(parEtp)} € par ETP, hors de la fourchette habituelle (${COUT_BAS} à ${COUT_HAUT} €) : vérifiez.`,
  });
};

/** Règles entre colonnes de la grille des ressources humaines. */
export const completerAgent = (e: Enregistrement): void => {
  accorderAuGrade(e);
  accorderTemps(e);
  accorderEtp(e);
  controlerParts(e);
  controlerAge(e);
  controlerCout(e);
};
