import table from '../donnees/grilles/grille-rh.schema.json' with { type: 'json' };
import { CADRES_D_EMPLOIS, CATEGORIES, FILIERES, GRADES, SERVICES, STATUTS, TEMPS } from '../nomenclatures/index.ts';
import { completerAgent } from './regles-rh.ts';
import { COLLECTIVITE, COLONNES_DE_COLLECTIVITE, composerGrille, type ExtensionDeColonne } from './table-schema.ts';

const affectation = (rang: 1 | 2 | 3): Readonly<Record<string, ExtensionDeColonne>> => {
  const ordinaux = { 1: ['1er', 'principal', 'principale', 'Premier'], 2: ['2e', 'secondaire', 'secondaire', 'Deuxième'], 3: ['3e', 'tertiaire', 'tertiaire', 'Troisième'] }[rang];
  return {
    [`service_${rang}`]: {
      titre: `Service ${rang}`,
      nomenclature: SERVICES,
      synonymes: [`Service ${rang}`, `Affectation ${rang}`, `Mission ${rang}`, `${ordinaux[0]} service`, `${ordinaux[3]} service`, `Affectation ${ordinaux[2]}`, `${ordinaux[0]} affectation`, `Service affectation ${rang}`, `Fonction ${rang}`, `Code service ${rang}`, `Domaine ${rang}`, ...(rang === 1 ? ['Affectation', 'Mission principale'] : [`Service ${ordinaux[1]}`, ...(rang === 2 ? ['Autre service', 'Autre affectation'] : [])])],
    },
    [`part_${rang}`]: {
      nature: 'part',
      synonymes: [`Part ${rang}`, `% ${rang}`, `Part service ${rang}`, `% service ${rang}`, `Taux ${rang}`, `Taux affectation ${rang}`, `Part affectation ${rang}`, `% affectation ${rang}`, `Quote-part ${rang}`, `Quotité ${rang}`, `Quotité service ${rang}`, `Temps ${rang}`, `% temps ${rang}`, `% mission ${rang}`, ...(rang === 1 ? [] : [`Répartition ${rang}`])],
    },
  };
};

/** Grille des ressources humaines : un agent par ligne et par employeur. */
export const GRILLE_RH = composerGrille(table, {
  collectivite: COLLECTIVITE,
  affectations: [['service_1', 'part_1'], ['service_2', 'part_2'], ['service_3', 'part_3']],
  calculees: {
    service: { action: 'reparer', regle: 'valeur-deduite', valeur: 'service = service_1', message: 'Colonne « service » absente : première affectation retenue.' },
    temps: { action: 'reparer', regle: 'valeur-deduite', valeur: 'complet si durée = durée de référence', message: 'Colonne « temps » absente : complet si la durée égale la durée de référence.' },
    etp: { action: 'reparer', regle: 'etp-calcule', valeur: 'durée / référence × quotité', message: 'Colonne « ETP » absente : ETP calculé (durée ÷ référence × quotité).' },
    duree_reference: { action: 'reparer_et_signaler', regle: 'valeur-deduite', valeur: "35 h (20 h pour l'enseignement artistique)", message: 'Durée de référence déduite du cadre d’emplois : 35 h, 20 h pour l’enseignement artistique.' },
    filiere: { action: 'reparer_et_signaler', regle: 'valeur-deduite', valeur: 'd’après le grade', message: 'Colonne « filière » absente : déduite du grade.' },
    categorie: { action: 'reparer_et_signaler', regle: 'valeur-deduite', valeur: 'd’après le grade', message: 'Colonne « catégorie » absente : déduite du grade.' },
    cadre_emplois: { action: 'reparer_et_signaler', regle: 'valeur-deduite', valeur: 'd’après le grade', message: 'Colonne « cadre d’emplois » absente : déduite du grade.' },
    service_1: { action: 'reparer', regle: 'valeur-deduite', valeur: 'service_1 = service', message: 'Affectation absente : le service est retenu à 100 %.' },
    part_1: { action: 'reparer_et_signaler', regle: 'part-deduite', valeur: '100 %', message: 'Parts d’affectation absentes : 100 % retenus sur un service unique, parts égales sinon.' },
  },
  completer: completerAgent,
  colonnes: {
    ...COLONNES_DE_COLLECTIVITE,
    matricule: { confidentialite: 'personnelle', synonymes: ['N° agent', 'Matricule agent', 'N° matricule', 'Numéro agent', 'Code agent', 'Identifiant', 'Identifiant agent', 'ID agent', 'N° de matricule', 'Agent', 'Réf. agent', 'Numéro', 'N°', 'Matricule paie', 'Mle'] },
    service: { nomenclature: SERVICES, synonymes: ["Service d'affectation", 'Service de rattachement', 'Direction', 'Pôle', 'Service principal', 'Code service', 'Direction / service', 'Pôle / service'] },
    metier: { synonymes: ['Emploi', 'Poste', 'Fonction', 'Fonction exercée', 'Emploi occupé', 'Intitulé du poste', 'Intitulé de poste', 'Libellé emploi', 'Libellé du poste', 'Métier exercé', 'Poste occupé', 'Fonctions', 'Emploi / métier', 'Profession'] },
    filiere: { nomenclature: FILIERES, synonymes: ['Fil.', 'Filière statutaire', "Filière d'emploi"] },
    categorie: { nomenclature: CATEGORIES, synonymes: ['Cat', 'Cat.', 'Catég.', 'Catégorie hiérarchique', 'Catégorie (A/B/C)', 'A/B/C', 'Cat. hiérarchique', 'Catégorie statutaire'] },
    cadre_emplois: { nature: 'nomenclature', nomenclature: CADRES_D_EMPLOIS, synonymes: ["Cadre d'emploi", "Cadre d'emplois", 'Cadre emplois', 'Cadre statutaire', "Cadre d'emplois territorial", 'Cadre'] },
    grade: { nomenclature: GRADES, synonymes: ['Grade détenu', 'Grade de référence', 'Grade actuel', 'Grade agent', 'Libellé grade', 'Grade statutaire', "Grade de l'agent", 'Grade / emploi', 'Grade ou emploi', 'Grade au 31/12'] },
    statut: { nomenclature: STATUTS, synonymes: ['Position', 'Contrat', 'Type de contrat', 'Situation', 'Situation statutaire', 'Position statutaire', 'Statut agent', "Statut de l'agent", 'Nature du contrat', 'Titulaire / contractuel', 'Statut (titulaire, contractuel)', 'Situation administrative', 'Tit / Cont'] },
    temps: { nomenclature: TEMPS, synonymes: ['TC / TNC', 'TC/TNC', 'Temps plein / Non complet', 'Temps complet / non complet', 'Type de temps', 'Temps de travail', "Temps de l'emploi", 'Complet / non complet', 'TC ou TNC', 'Nature du temps', 'Emploi à temps'] },
    duree_hebdo: { nature: 'heures', synonymes: ['Nb h / sem.', 'Horaire hebdo.', 'Heures', 'Durée hebdo', 'Horaire', 'Heures hebdo', 'Heures hebdomadaires', "Nombre d'heures", "Nb d'heures", 'Nb heures', 'Heures par semaine', 'Heures/semaine', 'H/sem', 'Durée hebdomadaire de service', 'DHS', 'Temps de travail', 'Temps de travail hebdo', 'Durée du travail', 'Durée de travail', 'Horaire hebdomadaire', 'Durée hebdo du poste', 'Temps hebdomadaire', 'Volume horaire', 'Nombre heures semaine'] },
    duree_reference: { nature: 'heures', synonymes: ['Base horaire', 'Durée réf.', 'Référence', 'Durée de référence (h)', 'Heures de référence', 'Base', 'Temps complet de référence', 'Durée légale', 'Base temps complet', 'Durée temps complet'] },
    quotite: { nature: 'quotite', synonymes: ['Quotité (%)', 'Tx temps partiel', 'Taux temps partiel', 'Temps partiel', 'Quotité de travail', '% temps', 'Taux', "Taux d'emploi", "Taux d'activité", 'Pourcentage', '% temps partiel', 'Temps de travail', 'Temps partiel (%)', 'Quotité travaillée', '% travail', "Taux d'occupation", 'Quotité temps partiel', 'Temps partiel %', 'Taux de travail'] },
    etp: { decimales: 2, unite: 'etp', synonymes: ['Équivalent temps plein', 'ETP au 31/12', 'Nb ETP', 'E.T.P.', 'ETP calculé', 'Équiv. temps plein', 'ETP 31/12/2025', 'ETPT', 'Eqtp'] },
    annee_naissance: { titre: 'Année de naissance', nature: 'annee-naissance', confidentialite: 'personnelle', synonymes: ['Né(e) en', 'Né en', 'Année naiss.', 'Naissance', 'Année de naissance', 'Date de naissance', 'Date naiss.', 'DDN', 'Année nais.', 'Né le', 'Né(e) le', 'Année naissance', 'An. naiss.', 'Millésime de naissance'] },
    date_entree: { synonymes: ['Entrée', 'Date entrée', 'Début de contrat', "Date d'embauche", "Date d'arrivée", 'Date de recrutement', 'Embauche', 'Recrutement', 'Arrivée', "Date d'entrée collectivité", "Entrée dans la collectivité", "Date d'entrée dans la collectivité", 'Entré(e) le', 'Présent depuis', 'Depuis le', 'Depuis', 'Date de début', 'Date début contrat', 'Date de nomination', "Date d'entrée en fonction", 'Début', 'Arrivé(e) le', 'En poste depuis'] },
    cout_charge_annuel: { nature: 'montant', decimales: 2, confidentialite: 'personnelle', synonymes: ['Coût annuel chargé', 'Coût employeur', 'Coût annuel', 'Coût chargé', 'Coût annuel (k€)', 'Coût total', 'Coût total employeur', 'Masse salariale', 'Coût total annuel', 'Coût', 'Brut chargé', 'Salaire chargé', 'Coût salarial', 'Coût salarial annuel', 'Rémunération chargée', 'Salaire brut chargé', 'Coût mensuel chargé', 'Coût mensuel', 'Rémunération annuelle chargée', 'Coût agent', 'Brut + charges', 'Traitement chargé', 'Charges de personnel', 'Montant annuel chargé'] },
    ...affectation(1),
    ...affectation(2),
    ...affectation(3),
  },
});
