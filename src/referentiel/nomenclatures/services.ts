/** Un service des communes et de l’intercommunalité (nomenclature des grilles d’échange). */
export interface ServicePublic {
  readonly code: string;
  readonly libelle: string;
  /** Le même, dans une phrase : « la voirie et les réseaux ». */
  readonly avecArticle: string;
  readonly famille: string;
  /** Ce que l’on compte pour mesurer ou refacturer son activité. */
  readonly uniteDOeuvre: string;
}

const SUPPORT = 'Fonctions support';
const AMENAGEMENT = 'Aménagement et développement';
const TECHNIQUE = 'Services techniques';
const POPULATION = 'Services à la population';

const service = (
  code: string,
  libelle: string,
  avecArticle: string,
  famille: string,
  uniteDOeuvre: string,
): ServicePublic => ({ code, libelle, avecArticle, famille, uniteDOeuvre });

/** Les trente-deux services, dans l’ordre de la nomenclature. Un code enregistré ne change jamais. */
export const SERVICES_PUBLICS: readonly ServicePublic[] = [
  service('DG', 'Direction générale', 'la direction générale', SUPPORT, 'population'),
  service(
    'ACC',
    'Accueil, état civil et secrétariat de mairie',
    'l’accueil, l’état civil et le secrétariat de mairie',
    SUPPORT,
    'heure d’intervention',
  ),
  service(
    'FIN',
    'Finances et comptabilité',
    'les finances et la comptabilité',
    SUPPORT,
    'mandat ou titre',
  ),
  service(
    'RH',
    'Ressources humaines et paie',
    'les ressources humaines et la paie',
    SUPPORT,
    'bulletin de paie',
  ),
  service('CP', 'Commande publique', 'la commande publique', SUPPORT, 'marché notifié'),
  service(
    'JUR',
    'Affaires juridiques et assemblées',
    'les affaires juridiques et les assemblées',
    SUPPORT,
    'acte transmis',
  ),
  service(
    'SI',
    'Systèmes d’information',
    'les systèmes d’information',
    SUPPORT,
    'poste informatique',
  ),
  service('COM', 'Communication', 'la communication', SUPPORT, 'population'),
  service(
    'ADS',
    'Application du droit des sols',
    'l’application du droit des sols',
    AMENAGEMENT,
    'équivalent permis de construire',
  ),
  service(
    'URB',
    'Urbanisme et aménagement',
    'l’urbanisme et l’aménagement',
    AMENAGEMENT,
    'population',
  ),
  service('HAB', 'Habitat', 'l’habitat', AMENAGEMENT, 'dossier'),
  service(
    'ECO',
    'Développement économique',
    'le développement économique',
    AMENAGEMENT,
    'établissement',
  ),
  service('TOU', 'Tourisme', 'le tourisme', AMENAGEMENT, 'nuitée'),
  service(
    'ENV',
    'Environnement et milieux aquatiques',
    'l’environnement et les milieux aquatiques',
    AMENAGEMENT,
    'linéaire de cours d’eau',
  ),
  service('BAT', 'Bâtiments', 'les bâtiments', TECHNIQUE, 'surface bâtie (m²)'),
  service(
    'VOI',
    'Voirie et réseaux',
    'la voirie et les réseaux',
    TECHNIQUE,
    'heure d’intervention',
  ),
  service('EV', 'Espaces verts', 'les espaces verts', TECHNIQUE, 'surface entretenue (m²)'),
  service('PROP', 'Propreté urbaine', 'la propreté urbaine', TECHNIQUE, 'heure d’intervention'),
  service(
    'ENT',
    'Entretien des locaux',
    'l’entretien des locaux',
    TECHNIQUE,
    'surface nettoyée (m²)',
  ),
  service(
    'MAT',
    'Parc matériel et atelier',
    'le parc matériel et l’atelier',
    TECHNIQUE,
    'jour d’utilisation',
  ),
  service('DEC', 'Déchets', 'les déchets', TECHNIQUE, 'tonne collectée'),
  service('EAU', 'Eau et assainissement', 'l’eau et l’assainissement', TECHNIQUE, 'abonné'),
  service(
    'REST',
    'Restauration collective',
    'la restauration collective',
    POPULATION,
    'repas servi',
  ),
  service(
    'SCO',
    'Affaires scolaires et périscolaires',
    'les affaires scolaires et périscolaires',
    POPULATION,
    'élève',
  ),
  service('PE', 'Petite enfance', 'la petite enfance', POPULATION, 'heure facturée'),
  service('JEU', 'Enfance et jeunesse', 'l’enfance et la jeunesse', POPULATION, 'journée enfant'),
  service('LEC', 'Lecture publique', 'la lecture publique', POPULATION, 'prêt'),
  service(
    'CUL',
    'Culture et enseignement artistique',
    'la culture et l’enseignement artistique',
    POPULATION,
    'élève',
  ),
  service(
    'SPO',
    'Sports et équipements aquatiques',
    'les sports et les équipements aquatiques',
    POPULATION,
    'entrée',
  ),
  service('POL', 'Police municipale', 'la police municipale', POPULATION, 'heure de patrouille'),
  service('SOC', 'Action sociale', 'l’action sociale', POPULATION, 'bénéficiaire'),
  service('FS', 'France services', 'France services', POPULATION, 'accompagnement'),
];

const PAR_CODE = new Map(SERVICES_PUBLICS.map((existant) => [existant.code, existant]));

/** Le service d’un code, ou null si la nomenclature ne le connaît pas. */
export const trouverService = (code: string): ServicePublic | null => PAR_CODE.get(code) ?? null;
