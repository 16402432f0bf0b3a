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
import { entree, nomenclature } from './entrees.ts';

/** Les services de toutes les grilles d’échange, et leurs noms d’usage dans les mairies. */
export const SERVICES = nomenclature('services', 'Services', [
  entree('DG', 'Direction générale', ['Direction générale des services', 'DGS'], ['Direction', 'Cabinet et direction', 'Encadrement', 'Pilotage', 'Management', 'Direction services', 'DGA']),
  entree('ACC', 'Accueil, état civil et secrétariat de mairie', ['Secrétariat de mairie', 'Accueil et état civil'], ['Secrétariat', 'Accueil', 'État civil', 'Secrétariat général', 'Administratif', 'Administration', 'Administration générale', 'Services généraux', 'Mairie', 'Secrétaire de mairie', 'Accueil mairie', 'Population', 'Élections', 'Agence postale', 'Service administratif', 'Secrétariat mairie']),
  entree('FIN', 'Finances et comptabilité', ['Finances', 'Comptabilité'], ['Compta', 'Budget', 'Finances locales', 'Compta finances', 'Facturation', 'Régie', 'Service financier', 'Comptabilité budget', 'Compta / finances']),
  entree('RH', 'Ressources humaines et paie', ['Ressources humaines'], ['Paie', 'Paye', 'Personnel', 'DRH', 'Gestion du personnel', 'Carrières', 'Service du personnel', 'RH paie', 'Paie RH', 'RH et paie']),
  entree('CP', 'Commande publique', [], ['Marchés publics', 'Marchés', 'Achats', 'Achat public', 'Commande publique et achats']),
  entree('JUR', 'Affaires juridiques et assemblées', ['Affaires juridiques'], ['Juridique', 'Assemblées', 'Conseil municipal', 'Contentieux', 'Assurances', 'Secrétariat des assemblées', 'Service juridique', 'Assurance']),
  entree('SI', "Systèmes d'information", ["Système d'information"], ['Informatique', 'DSI', 'Numérique', 'Service informatique', 'Informatique et téléphonie', 'Télécoms', 'TIC', 'SIG']),
  entree('COM', 'Communication', [], ['Com', 'Comm', 'Site internet', 'Bulletin municipal', 'Communication et événementiel', 'Événementiel', 'Relations publiques']),
  entree('ADS', 'Application du droit des sols', ['Droit des sols'], ['Urbanisme (permis)', 'Permis', 'Permis de construire', "Autorisations d'urbanisme", 'Instruction', "Instruction du droit des sols", 'Instruction ADS', 'Urbanisme réglementaire', 'Urbanisme ADS', 'Urba permis', 'Instruction des permis']),
  entree('URB', 'Urbanisme et aménagement', ['Urbanisme'], ['Urba', 'Aménagement', 'PLU', 'PLUi', 'Planification', 'Aménagement du territoire', 'Foncier']),
  entree('HAB', 'Habitat', ['Habitat et logement'], ['Logement', 'PLH', 'OPAH']),
  entree('ECO', 'Développement économique', ['Économie'], ['Dév éco', 'Développement éco', 'Dev eco', 'Action économique', 'Commerce', 'Emploi', "Zones d'activités"]),
  entree('TOU', 'Tourisme', ['Office de tourisme'], ['OT', 'Camping', 'Promotion touristique']),
  entree('ENV', 'Environnement et milieux aquatiques', ['Environnement'], ['GEMAPI', 'Rivière', 'Rivières', 'Transition écologique', 'Développement durable', 'Biodiversité', 'Énergie', 'Climat']),
  entree('BAT', 'Bâtiments', ['Bâtiment'], ['Patrimoine bâti', 'Maintenance', 'Maintenance des bâtiments', 'Bâtiments communaux', 'Travaux bâtiments', 'Patrimoine', 'Entretien des bâtiments']),
  entree('VOI', 'Voirie et réseaux', ['Voirie'], ['VRD', 'Routes', 'Réseaux', 'Voirie communale', 'Service technique', 'Services techniques', 'Technique', 'Cantonnier', 'Chemins', 'Déneigement', 'Éclairage public', 'Travaux', 'ST', 'CTM']),
  entree('EV', 'Espaces verts', ['Espaces verts et fleurissement'], ['Jardins', 'Fleurissement', 'Parcs et jardins', 'Espace vert', 'Paysage', 'Cimetière', 'Tonte']),
  entree('PROP', 'Propreté urbaine', ['Propreté'], ['Nettoiement', 'Balayage', 'Propreté des rues', 'Nettoyage des rues']),
  entree('ENT', 'Entretien des locaux', ['Entretien'], ['Ménage', 'Nettoyage', 'Entretien ménager', 'Nettoyage des locaux', 'Entretien ménage', 'Hygiène des locaux', 'Hygiène']),
  entree('MAT', 'Parc matériel et atelier', ['Parc matériel'], ['Atelier', 'Garage', 'Mécanique', 'Parc auto', 'Matériel', 'Parc de véhicules', 'Flotte']),
  entree('DEC', 'Déchets', ['Gestion des déchets'], ['Ordures ménagères', 'OM', 'Déchèterie', 'Déchetterie', 'Collecte', 'Collecte des déchets', 'SPGD', 'Tri']),
  entree('EAU', 'Eau et assainissement', ['Eau', 'Assainissement'], ['SPANC', 'Eau potable', 'Régie des eaux', 'Assainissement collectif', 'Assainissement non collectif']),
  entree('REST', 'Restauration collective', ['Restauration'], ['Cantine', 'Restaurant scolaire', 'Restauration scolaire', 'Cuisine', 'Cuisine centrale', 'Cantine scolaire', 'Service des repas', 'Resto scolaire']),
  entree('SCO', 'Affaires scolaires et périscolaires', ['Affaires scolaires'], ['École', 'Écoles', 'Scolaire', 'Périscolaire', 'Garderie', 'ATSEM', 'Éducation', 'Maternelle', 'École maternelle', 'Garderie périscolaire', 'Vie scolaire', 'Enseignement']),
  entree('PE', 'Petite enfance', [], ['Crèche', 'Multi-accueil', 'RAM', 'RPE', 'Relais petite enfance', 'Halte-garderie', 'Micro-crèche', 'EAJE']),
  entree('JEU', 'Enfance et jeunesse', ['Jeunesse', 'Enfance jeunesse'], ['Centre de loisirs', 'ALSH', 'Accueil de loisirs', 'Ados', 'Point jeunes', 'Centre aéré', 'Animation', 'Animation jeunesse']),
  entree('LEC', 'Lecture publique', [], ['Bibliothèque', 'Médiathèque', 'Bibliothèques']),
  entree('CUL', 'Culture et enseignement artistique', ['Culture'], ['École de musique', 'Musique', 'Conservatoire', 'Spectacle', 'Musée', 'Affaires culturelles', 'Enseignement artistique', 'Culturel']),
  entree('SPO', 'Sports et équipements aquatiques', ['Sports'], ['Sport', 'Piscine', 'Gymnase', 'Stade', 'Équipements sportifs', 'Centre aquatique', 'Complexe sportif']),
  entree('POL', 'Police municipale', ['Police'], ['PM', 'ASVP', 'Garde champêtre', 'Sécurité', 'Tranquillité publique', 'Police rurale']),
  entree('SOC', 'Action sociale', ['Social'], ['CCAS', 'CIAS', 'Aide à domicile', 'Solidarité', 'Affaires sociales', 'Portage de repas', 'Service social']),
  entree('FS', 'France services', ['Maison France services'], ['MSAP', 'Espace France services', 'EFS']),
]);

/** Service d’échange de chaque champ de compétence (liste de travail du schéma, 55 champs). */
export const SERVICE_DU_CHAMP: Readonly<Record<string, string>> = {
  DIR: 'DG', SGM: 'ACC', RHP: 'RH', RHD: 'RH', RHS: 'RH', FIN: 'FIN', PRO: 'FIN', CMP: 'CP', JUR: 'JUR', ASS: 'JUR', SI: 'SI', SIG: 'SI', DPO: 'SI', COM: 'COM', ARC: 'ACC', LOG: 'ACC', CTG: 'FIN', ING: 'URB',
  ETC: 'ACC', FRS: 'FS', POL: 'POL', FOU: 'POL', RIS: 'POL', PEN: 'PE', ENJ: 'JEU', SCO: 'SCO', RES: 'REST', SOC: 'SOC', DOM: 'SOC', LEC: 'LEC', ENS: 'CUL', EQS: 'SPO', EVT: 'MAT', TOU: 'TOU', ADS: 'ADS', PLU: 'URB',
  HAB: 'HAB', ECO: 'ECO', MOB: 'URB', GDV: 'HAB', VOI: 'VOI', PRP: 'PROP', EVE: 'EV', BAT: 'BAT', ENE: 'BAT', ECL: 'VOI', GAR: 'MAT', MAT: 'MAT', NET: 'ENT', DEC: 'DEC', EAU: 'EAU', ASN: 'EAU', EPL: 'EAU', GEM: 'ENV', DCI: 'EAU',
};
