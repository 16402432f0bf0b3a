import type { Action } from './anomalie.ts';

export interface RegleDeLecture {
  readonly libelle: string;
  readonly action: Action | readonly Action[];
  readonly exemple: string;
}

/** Tous les codes `regle` des anomalies : ce que la lecture a vu, ce qu’elle en fait, un exemple. */
export const REGLES_DE_LECTURE = {
  'fichier-vide': {
    libelle: 'Fichier sans aucun octet ni aucune cellule remplie',
    action: 'bloquer_fichier',
    exemple: 'Fichier de zéro octet',
  },
  'fichier-illisible': {
    libelle: 'Fichier tronqué, abîmé, chiffré, trop grand ou d’un autre type',
    action: 'bloquer_fichier',
    exemple: 'Classeur protégé par un mot de passe, PDF',
  },
  'en-tete-introuvable': {
    libelle: 'Aucune rangée ne porte les intitulés de la grille',
    action: 'bloquer_fichier',
    exemple: 'Une autre grille a été déposée',
  },
  'grille-non-remplie': {
    libelle: 'Modèle rendu sans aucune ligne remplie',
    action: 'signaler',
    exemple: 'En-têtes seuls',
  },
  encodage: {
    libelle: 'Encodage autre qu’UTF-8, ou marque d’ordre des octets',
    action: 'reparer',
    exemple: 'Windows-1252',
  },
  separateur: {
    libelle: 'Séparateur de champs autre que la virgule',
    action: 'reparer',
    exemple: '; ou tabulation',
  },
  'extension-trompeuse': {
    libelle: 'Le contenu n’est pas ce qu’annonce l’extension',
    action: 'reparer_et_signaler',
    exemple: 'Page HTML nommée .xls',
  },
  'plusieurs-feuilles': {
    libelle: 'Données réparties sur plusieurs feuilles',
    action: 'reparer',
    exemple: 'Une feuille par statut',
  },
  'feuille-masquee': {
    libelle: 'Feuille masquée, non lue',
    action: 'signaler',
    exemple: 'Feuille « archives » masquée',
  },
  'feuille-sans-donnees': {
    libelle: 'Feuille qui n’est pas une grille',
    action: 'ignorer',
    exemple: 'Mode d’emploi',
  },
  'cellules-repetees': {
    libelle: 'Cellules et rangées comprimées par répétition',
    action: 'reparer',
    exemple: 'Un million de lignes vides d’un ODS',
  },
  titre: {
    libelle: 'Titre, consigne ou note',
    action: 'ignorer',
    exemple: 'Merci de compléter une ligne par agent',
  },
  'titre-informatif': {
    libelle:
      'Le titre, le nom de la feuille ou du fichier donne une valeur commune à toutes les lignes',
    action: ['reparer', 'reparer_et_signaler'],
    exemple: 'ACTES INSTRUITS EN 2025',
  },
  'ligne-vide': { libelle: 'Ligne vide', action: 'ignorer', exemple: '' },
  exemple: {
    libelle: 'Ligne d’exemple, ou rangée d’unités sous l’en-tête',
    action: 'ignorer',
    exemple: 'Ex. : 00042',
  },
  intertitre: {
    libelle: 'Intertitre au milieu des données',
    action: 'ignorer',
    exemple: 'SERVICE TECHNIQUE',
  },
  total: { libelle: 'Total, sous-total ou moyenne', action: 'ignorer', exemple: 'TOTAL GÉNÉRAL' },
  'colonne-total': {
    libelle: 'Colonne de total ou de moyenne',
    action: 'ignorer',
    exemple: 'Total',
  },
  'total-incoherent': {
    libelle: 'Le total écrit ne vaut pas la somme des cellules lues',
    action: 'signaler',
    exemple: 'Total 12 pour 4 + 5',
  },
  'en-tete-deux-rangees': {
    libelle: 'En-tête sur plusieurs rangées, cellules fusionnées',
    action: ['reparer', 'ignorer'],
    exemple: 'Temps de travail | Nb h, Quotité, ETP',
  },
  'en-tete-repete': {
    libelle: 'En-tête répété au milieu des données',
    action: 'ignorer',
    exemple: 'Nouvelle page imprimée',
  },
  'colonne-renommee': {
    libelle: 'Colonne renommée',
    action: 'reparer_et_signaler',
    exemple: 'N° agent → matricule',
  },
  'colonne-reconnue-au-contenu': {
    libelle: 'Colonne reconnue d’après ce qu’elle contient',
    action: 'reparer_et_signaler',
    exemple: 'Structure → collectivité',
  },
  'colonnes-de-part': {
    libelle: 'Colonnes « % » rattachées au service qui précède',
    action: 'reparer',
    exemple: 'Service 1 | % | Service 2 | %',
  },
  'colonne-combinee': {
    libelle: 'Plusieurs champs réunis dans une colonne',
    action: ['reparer', 'reparer_et_signaler'],
    exemple: 'Voirie 60 % / Espaces verts 40 %',
  },
  'tableau-croise': {
    libelle: 'Tableau croisé déplié en une ligne par cellule remplie',
    action: ['reparer', 'reparer_et_signaler'],
    exemple: 'Les mois en colonnes',
  },
  'colonne-hors-modele': {
    libelle: 'Colonne hors modèle, non importée',
    action: 'signaler',
    exemple: 'Observations',
  },
  'colonne-masquee': { libelle: 'Colonne masquée', action: 'signaler', exemple: 'interne' },
  'colonne-interdite': {
    libelle: 'Donnée nominative ou interdite : ni enregistrée ni renvoyée',
    action: 'signaler',
    exemple: 'Nom, numéro de sécurité sociale',
  },
  'donnee-interdite': {
    libelle: 'Donnée personnelle dans une cellule, masquée',
    action: 'reparer_et_signaler',
    exemple: 'Téléphone à côté du métier',
  },
  'colonnes-vides': {
    libelle: 'Colonnes sans intitulé ni contenu',
    action: 'ignorer',
    exemple: 'Deux points-virgules en fin de ligne',
  },
  'colonne-absente-calculee': {
    libelle: 'Colonne absente, remplie d’après les autres',
    action: ['reparer', 'reparer_et_signaler'],
    exemple: 'ETP = durée ÷ référence × quotité',
  },
  'colonne-absente': {
    libelle: 'Colonne obligatoire absente',
    action: 'bloquer_ligne',
    exemple: 'Pas de matricule',
  },
  'champs-en-trop': {
    libelle: 'Valeurs au-delà de la dernière colonne',
    action: 'signaler',
    exemple: 'Point-virgule dans un champ sans guillemets',
  },
  'rangee-masquee': {
    libelle: 'Ligne masquée, lue comme les autres',
    action: 'signaler',
    exemple: 'Filtre laissé actif',
  },
  'valeur-recopiee': {
    libelle: 'Valeur recopiée de la ligne du dessus',
    action: ['reparer', 'reparer_et_signaler'],
    exemple: 'Commune écrite une fois par bloc',
  },
  'cellule-fusionnee': {
    libelle: 'Cellule fusionnée sur plusieurs lignes',
    action: 'reparer',
    exemple: 'Collectivité fusionnée',
  },
  espaces: {
    libelle: 'Espaces en trop ou insécables, apostrophes typographiques',
    action: 'reparer',
    exemple: '« Le  Cergne »',
  },
  ecriture: {
    libelle: 'Autre écriture de la même valeur',
    action: 'reparer',
    exemple: '« 05 » pour 5, « 1963,0 » pour 1963',
  },
  'champ-protege': {
    libelle: 'Séparateur à l’intérieur d’un champ entre guillemets',
    action: 'reparer',
    exemple: '« Lave-vaisselle; modèle 2018 »',
  },
  'formule-neutralisee': {
    libelle: 'Apostrophe de protection devant un texte qui ressemble à une formule',
    action: 'reparer',
    exemple: "'=A1",
  },
  formule: {
    libelle: 'Formule : valeur calculée retenue',
    action: 'reparer',
    exemple: '=K13/35*L13/100',
  },
  'erreur-de-formule': { libelle: 'Formule en erreur', action: 'bloquer_ligne', exemple: '#REF!' },
  'valeur-manquante': {
    libelle: 'Valeur obligatoire absente',
    action: 'bloquer_ligne',
    exemple: 'NC, tiret, cellule vide',
  },
  'valeur-non-communiquee': {
    libelle: 'Valeur non communiquée dans un tableau croisé, différente de zéro',
    action: 'signaler',
    exemple: 'NC',
  },
  'absence-ecrite': {
    libelle: 'Absence écrite en toutes lettres',
    action: 'reparer',
    exemple: 'néant',
  },
  'zero-sans-ligne': {
    libelle: 'Zéro : aucune ligne à créer',
    action: 'ignorer',
    exemple: '0 acte en mars',
  },
  'nombre-francais': {
    libelle: 'Nombre écrit à la française',
    action: 'reparer',
    exemple: '45 730,00',
  },
  'separateur-decimal': {
    libelle: 'Point décimal dans une colonne à virgules',
    action: 'reparer',
    exemple: '0.90',
  },
  'unite-dans-la-cellule': {
    libelle: 'Unité dans la cellule',
    action: 'reparer',
    exemple: '0,57 ETP',
  },
  'unite-convertie': {
    libelle: 'Unité convertie',
    action: 'reparer_et_signaler',
    exemple: '6,6 km → 6600',
  },
  'milliers-d-euros': {
    libelle: 'Montants en milliers d’euros',
    action: 'reparer_et_signaler',
    exemple: 'Coût annuel (k€)',
  },
  'montant-mensuel-converti': {
    libelle: 'Montant mensuel multiplié par douze',
    action: 'reparer_et_signaler',
    exemple: 'Coût mensuel chargé',
  },
  'hors-taxes': {
    libelle: 'Montant hors taxes ou toutes taxes converti',
    action: 'reparer_et_signaler',
    exemple: '402,61 HT',
  },
  'valeur-approchee': {
    libelle: 'Valeur approchée',
    action: 'reparer_et_signaler',
    exemple: 'env. 500',
  },
  arrondi: {
    libelle: 'Décimales arrondies à l’écriture du modèle',
    action: 'reparer',
    exemple: '0,5714 → 0.57',
  },
  negatif: {
    libelle: 'Nombre négatif, ou entre parenthèses',
    action: 'reparer',
    exemple: '(104 007,45)',
  },
  'nombre-illisible': {
    libelle: 'Texte là où un nombre est attendu',
    action: 'bloquer_ligne',
    exemple: 'offert',
  },
  'hors-bornes': {
    libelle: 'Valeur hors des bornes du modèle',
    action: 'bloquer_ligne',
    exemple: 'Quotité 180',
  },
  'quotite-pourcentage': {
    libelle: 'Quotité au format pourcentage',
    action: 'reparer',
    exemple: '80%',
  },
  'quotite-fraction': {
    libelle: 'Quotité en fraction, comprise en pour cent',
    action: 'reparer_et_signaler',
    exemple: '0,8 → 80',
  },
  'quotite-en-lettres': {
    libelle: 'Quotité en toutes lettres',
    action: 'reparer_et_signaler',
    exemple: 'mi-temps',
  },
  'duree-en-texte': {
    libelle: 'Durée en heures écrite en texte',
    action: ['reparer', 'reparer_et_signaler'],
    exemple: '17h30 → 17.5',
  },
  'date-en-texte': { libelle: 'Date écrite en texte', action: 'reparer', exemple: '31/12/1975' },
  'date-deux-chiffres': {
    libelle: 'Année sur deux chiffres',
    action: 'reparer',
    exemple: '15/03/10',
  },
  'date-en-serie': { libelle: 'Numéro de série d’un tableur', action: 'reparer', exemple: '43784' },
  'date-incomplete': {
    libelle: 'Jour ou mois inconnu : premier jour retenu',
    action: 'reparer_et_signaler',
    exemple: 'mars 2012',
  },
  'date-americaine': {
    libelle: 'Mois avant le jour',
    action: 'reparer_et_signaler',
    exemple: '12/25/2014',
  },
  'date-impossible': {
    libelle: 'Date qui n’existe pas',
    action: 'bloquer_ligne',
    exemple: '31/02/2015',
  },
  'date-illisible': {
    libelle: 'Texte là où une date est attendue',
    action: 'bloquer_ligne',
    exemple: 'à son arrivée',
  },
  'date-future': {
    libelle: 'Date future là où un fait passé est attendu',
    action: 'bloquer_ligne',
    exemple: 'Entrée en 2062',
  },
  'heure-absente': {
    libelle: 'Heure absente',
    action: 'reparer_et_signaler',
    exemple: '20/01/2025 → 17 h 30',
  },
  'annee-de-naissance': {
    libelle: 'Date de naissance complète réduite à l’année',
    action: 'reparer_et_signaler',
    exemple: '12/05/1971',
  },
  'annee-impossible': { libelle: 'Année impossible', action: 'bloquer_ligne', exemple: '2075' },
  'annee-deux-chiffres': {
    libelle: 'Année sur deux chiffres',
    action: 'reparer',
    exemple: '75',
  },
  'annee-en-texte': {
    libelle: 'Année ou mois entourés de texte',
    action: 'reparer',
    exemple: 'exercice 2025',
  },
  'zeros-de-tete': {
    libelle: 'Zéros de tête perdus',
    action: ['reparer', 'reparer_et_signaler'],
    exemple: '16 → 00016',
  },
  'code-reecrit': {
    libelle: 'Code réécrit à la forme du modèle',
    action: ['reparer', 'reparer_et_signaler'],
    exemple: '44316 000-1',
  },
  'code-mal-forme': {
    libelle: 'Code qui n’a pas la forme attendue',
    action: 'bloquer_ligne',
    exemple: 'Matricule A12',
  },
  'collectivite-variante': {
    libelle: 'Autre écriture du nom de la collectivité',
    action: 'reparer',
    exemple: 'St Nizier s/ Charlieu',
  },
  'collectivite-rapprochee': {
    libelle: 'Nom incomplet, mal orthographié ou précisé par un code postal',
    action: 'reparer_et_signaler',
    exemple: 'Saint Germain',
  },
  'collectivite-hors-perimetre': {
    libelle: 'Collectivité étrangère au territoire',
    action: 'bloquer_ligne',
    exemple: 'Roanne',
  },
  'collectivite-ambigue': {
    libelle: 'Plusieurs collectivités possibles',
    action: 'bloquer_ligne',
    exemple: 'Saint',
  },
  'collectivite-absente': {
    libelle: 'Aucune collectivité sur la ligne',
    action: 'bloquer_ligne',
    exemple: '',
  },
  'collectivite-du-fichier': {
    libelle: 'Collectivité lue dans le titre ou le nom du fichier, ou demandée au dépôt',
    action: 'reparer_et_signaler',
    exemple: 'inventaire-charlieu.csv',
  },
  'siren-retrouve': {
    libelle: 'SIREN retrouvé d’après le nom, ou nom d’après le SIREN',
    action: 'reparer',
    exemple: '',
  },
  'siren-contradictoire': {
    libelle: 'SIREN et nom désignent deux collectivités',
    action: 'bloquer_ligne',
    exemple: '',
  },
  'siren-corrige': {
    libelle: 'SIREN inconnu, retrouvé d’après le nom',
    action: 'reparer_et_signaler',
    exemple: '',
  },
  'nomenclature-variante': {
    libelle: 'Autre écriture d’une valeur de la liste',
    action: 'reparer',
    exemple: 'TIT → Titulaire',
  },
  'nomenclature-usage': {
    libelle: 'Libellé d’usage rapproché de la liste',
    action: 'reparer_et_signaler',
    exemple: 'Cantine → REST',
  },
  'nomenclature-abregee': {
    libelle: 'Abréviation reconnue',
    action: 'reparer_et_signaler',
    exemple: 'Adjoint technique ppal 2ème cl.',
  },
  'nomenclature-faute': {
    libelle: 'Faute de frappe corrigée',
    action: 'reparer_et_signaler',
    exemple: 'Titulare',
  },
  'nomenclature-inconnue': {
    libelle: 'Valeur hors de la liste',
    action: 'bloquer_ligne',
    exemple: 'à voir',
  },
  'nomenclature-ambigue': {
    libelle: 'Plusieurs valeurs de la liste possibles',
    action: 'bloquer_ligne',
    exemple: 'Adjoint technique principal',
  },
  'nomenclature-libre': {
    libelle: 'Valeur inconnue de la nomenclature indicative, gardée',
    action: 'signaler',
    exemple: '',
  },
  'services-reunis': {
    libelle: 'Plusieurs services dans une même cellule',
    action: 'reparer_et_signaler',
    exemple: 'Finances + RH',
  },
  'trop-de-services': {
    libelle: 'Plus d’affectations que la grille n’en admet',
    action: 'bloquer_ligne',
    exemple: 'Quatre services',
  },
  'parts-en-fraction': {
    libelle: 'Parts en fraction, comprises en pour cent',
    action: ['reparer', 'reparer_et_signaler'],
    exemple: '0,6 et 0,4',
  },
  'part-deduite': {
    libelle: 'Part d’affectation déduite des autres',
    action: 'reparer_et_signaler',
    exemple: 'Un seul service : 100 %',
  },
  'somme-des-parts': {
    libelle: 'Les parts d’affectation ne totalisent pas 100 %',
    action: 'bloquer_ligne',
    exemple: '60 + 30 + 20',
  },
  'part-sans-service': { libelle: 'Part sans service', action: 'bloquer_ligne', exemple: '' },
  'etp-calcule': {
    libelle: 'ETP absent, calculé',
    action: 'reparer',
    exemple: '28 h ÷ 35 h = 0,80',
  },
  'etp-incoherent': {
    libelle: 'ETP incohérent avec la durée et la quotité : recalculé',
    action: 'reparer_et_signaler',
    exemple: '0,87 pour 20 h',
  },
  'temps-incoherent': {
    libelle: 'Temps complet ou non complet contredit par la durée',
    action: 'reparer_et_signaler',
    exemple: 'TC à 20 h',
  },
  'valeur-deduite': {
    libelle: 'Valeur déduite d’une autre colonne',
    action: ['reparer', 'reparer_et_signaler'],
    exemple: 'service = service 1',
  },
  'categorie-grade': {
    libelle: 'Catégorie incompatible avec le grade',
    action: 'reparer_et_signaler',
    exemple: 'Adjoint technique en A',
  },
  'filiere-grade': {
    libelle: 'Filière incompatible avec le grade',
    action: 'reparer_et_signaler',
    exemple: '',
  },
  'cadre-grade': {
    libelle: 'Cadre d’emplois incompatible avec le grade',
    action: 'reparer_et_signaler',
    exemple: 'Adjoint technique dans les rédacteurs',
  },
  'entree-trop-jeune': {
    libelle: 'Date d’entrée incompatible avec l’année de naissance',
    action: 'bloquer_ligne',
    exemple: 'Entrée à 9 ans',
  },
  'age-eleve': { libelle: 'Âge inhabituel', action: 'signaler', exemple: '72 ans' },
  'cout-mensuel': {
    libelle: 'Coût par ETP anormalement bas : montant mensuel probable',
    action: 'bloquer_ligne',
    exemple: '2 791,67 €',
  },
  'cout-en-milliers': {
    libelle: 'Coût par ETP anormalement bas : milliers d’euros probables',
    action: 'bloquer_ligne',
    exemple: '38,1',
  },
  'cout-inhabituel': {
    libelle: 'Coût par ETP hors de la fourchette habituelle',
    action: 'signaler',
    exemple: '12 000 € par ETP',
  },
  'doublon-identique': {
    libelle: 'Ligne identique à une autre, retenue une seule fois',
    action: 'reparer',
    exemple: '',
  },
  'doublon-contradictoire': {
    libelle: 'Même clé, valeurs différentes : toutes les lignes sont bloquées',
    action: 'bloquer_ligne',
    exemple: 'Matricule présent deux fois',
  },
  'valeur-douteuse': {
    libelle: 'Valeur très éloignée des autres',
    action: 'signaler',
    exemple: 'Prix cent fois supérieur',
  },
  'quantite-nulle': { libelle: 'Quantité nulle', action: 'signaler', exemple: '' },
  'fin-avant-debut': { libelle: 'La fin précède le début', action: 'bloquer_ligne', exemple: '' },
  chevauchement: {
    libelle: 'Réservation qui en chevauche une autre',
    action: 'bloquer_ligne',
    exemple: '',
  },
  'bien-inconnu': { libelle: 'Bien inconnu de l’inventaire', action: 'bloquer_ligne', exemple: '' },
  'controle-non-fait': {
    libelle: 'Contrôle impossible sans données de comparaison',
    action: 'signaler',
    exemple: 'Indicateurs de l’an passé non fournis',
  },
} as const satisfies Record<string, RegleDeLecture>;

export type CodeDeRegle = keyof typeof REGLES_DE_LECTURE;
