import { entree, nomenclature } from './entrees.ts';
import { SERVICES_PUBLICS } from './services.ts';

/** Autres écritures de chaque service : sûres, puis d’usage dans les mairies. */
const USAGES: Readonly<Record<string, readonly [variantes: readonly string[], usages: readonly string[]]>> = {
  DG: [['Direction générale des services', 'DGS'], ['Direction', 'Cabinet et direction', 'Encadrement', 'Pilotage', 'Management', 'Direction services', 'DGA']],
  ACC: [['Secrétariat de mairie', 'Accueil et état civil'], ['Secrétariat', 'Accueil', 'État civil', 'Secrétariat général', 'Administratif', 'Administration', 'Administration générale', 'Services généraux', 'Mairie', 'Secrétaire de mairie', 'Accueil mairie', 'Population', 'Élections', 'Agence postale', 'Service administratif', 'Secrétariat mairie']],
  FIN: [['Finances', 'Comptabilité'], ['Compta', 'Budget', 'Finances locales', 'Compta finances', 'Facturation', 'Régie', 'Service financier', 'Comptabilité budget', 'Compta / finances']],
  RH: [['Ressources humaines'], ['Paie', 'Paye', 'Personnel', 'DRH', 'Gestion du personnel', 'Carrières', 'Service du personnel', 'RH paie', 'Paie RH', 'RH et paie']],
  CP: [[], ['Marchés publics', 'Marchés', 'Achats', 'Achat public', 'Commande publique et achats']],
  JUR: [['Affaires juridiques'], ['Juridique', 'Assemblées', 'Conseil municipal', 'Contentieux', 'Assurances', 'Secrétariat des assemblées', 'Service juridique', 'Assurance']],
  SI: [["Système d'information"], ['Informatique', 'DSI', 'Numérique', 'Service informatique', 'Informatique et téléphonie', 'Télécoms', 'TIC', 'SIG']],
  COM: [[], ['Com', 'Comm', 'Site internet', 'Bulletin municipal', 'Communication et événementiel', 'Événementiel', 'Relations publiques']],
  ADS: [['Droit des sols'], ['Urbanisme (permis)', 'Permis', 'Permis de construire', "Autorisations d'urbanisme", 'Instruction', "Instruction du droit des sols", 'Instruction ADS', 'Urbanisme réglementaire', 'Urbanisme ADS', 'Urba permis', 'Instruction des permis']],
  URB: [['Urbanisme'], ['Urba', 'Aménagement', 'PLU', 'PLUi', 'Planification', 'Aménagement du territoire', 'Foncier']],
  HAB: [['Habitat et logement'], ['Logement', 'PLH', 'OPAH']],
  ECO: [['Économie'], ['Dév éco', 'Développement éco', 'Dev eco', 'Action économique', 'Commerce', 'Emploi', "Zones d'activités"]],
  TOU: [['Office de tourisme'], ['OT', 'Camping', 'Promotion touristique']],
  ENV: [['Environnement'], ['GEMAPI', 'Rivière', 'Rivières', 'Transition écologique', 'Développement durable', 'Biodiversité', 'Énergie', 'Climat']],
  BAT: [['Bâtiment'], ['Patrimoine bâti', 'Maintenance', 'Maintenance des bâtiments', 'Bâtiments communaux', 'Travaux bâtiments', 'Patrimoine', 'Entretien des bâtiments']],
  VOI: [['Voirie'], ['VRD', 'Routes', 'Réseaux', 'Voirie communale', 'Service technique', 'Services techniques', 'Technique', 'Cantonnier', 'Chemins', 'Déneigement', 'Éclairage public', 'Travaux', 'ST', 'CTM']],
  EV: [['Espaces verts et fleurissement'], ['Jardins', 'Fleurissement', 'Parcs et jardins', 'Espace vert', 'Paysage', 'Cimetière', 'Tonte']],
  PROP: [['Propreté'], ['Nettoiement', 'Balayage', 'Propreté des rues', 'Nettoyage des rues']],
  ENT: [['Entretien'], ['Ménage', 'Nettoyage', 'Entretien ménager', 'Nettoyage des locaux', 'Entretien ménage', 'Hygiène des locaux', 'Hygiène']],
  MAT: [['Parc matériel'], ['Atelier', 'Garage', 'Mécanique', 'Parc auto', 'Matériel', 'Parc de véhicules', 'Flotte']],
  DEC: [['Gestion des déchets'], ['Ordures ménagères', 'OM', 'Déchèterie', 'Déchetterie', 'Collecte', 'Collecte des déchets', 'SPGD', 'Tri']],
  EAU: [['Eau', 'Assainissement'], ['SPANC', 'Eau potable', 'Régie des eaux', 'Assainissement collectif', 'Assainissement non collectif']],
  REST: [['Restauration'], ['Cantine', 'Restaurant scolaire', 'Restauration scolaire', 'Cuisine', 'Cuisine centrale', 'Cantine scolaire', 'Service des repas', 'Resto scolaire']],
  SCO: [['Affaires scolaires'], ['École', 'Écoles', 'Scolaire', 'Périscolaire', 'Garderie', 'ATSEM', 'Éducation', 'Maternelle', 'École maternelle', 'Garderie périscolaire', 'Vie scolaire', 'Enseignement']],
  PE: [[], ['Crèche', 'Multi-accueil', 'RAM', 'RPE', 'Relais petite enfance', 'Halte-garderie', 'Micro-crèche', 'EAJE']],
  JEU: [['Jeunesse', 'Enfance jeunesse'], ['Centre de loisirs', 'ALSH', 'Accueil de loisirs', 'Ados', 'Point jeunes', 'Centre aéré', 'Animation', 'Animation jeunesse']],
  LEC: [[], ['Bibliothèque', 'Médiathèque', 'Bibliothèques']],
  CUL: [['Culture'], ['École de musique', 'Musique', 'Conservatoire', 'Spectacle', 'Musée', 'Affaires culturelles', 'Enseignement artistique', 'Culturel']],
  SPO: [['Sports'], ['Sport', 'Piscine', 'Gymnase', 'Stade', 'Équipements sportifs', 'Centre aquatique', 'Complexe sportif']],
  POL: [['Police'], ['PM', 'ASVP', 'Garde champêtre', 'Sécurité', 'Tranquillité publique', 'Police rurale']],
  SOC: [['Social'], ['CCAS', 'CIAS', 'Aide à domicile', 'Solidarité', 'Affaires sociales', 'Portage de repas', 'Service social']],
  FS: [['Maison France services'], ['MSAP', 'Espace France services', 'EFS']],
};

/** Les services de toutes les grilles d’échange, et leurs noms d’usage. */
export const SERVICES = nomenclature(
  'services',
  'Services',
  SERVICES_PUBLICS.map(({ code, libelle }) => entree(code, libelle, ...(USAGES[code] ?? [[], []]))),
);


/** Service d’échange de chaque champ de compétence (liste de travail du schéma, 55 champs). */
export const SERVICE_DU_CHAMP: Readonly<Record<string, string>> = {
  DIR: 'DG', SGM: 'ACC', RHP: 'RH', RHD: 'RH', RHS: 'RH', FIN: 'FIN', PRO: 'FIN', CMP: 'CP', JUR: 'JUR', ASS: 'JUR', SI: 'SI', SIG: 'SI', DPO: 'SI', COM: 'COM', ARC: 'ACC', LOG: 'ACC', CTG: 'FIN', ING: 'URB',
  ETC: 'ACC', FRS: 'FS', POL: 'POL', FOU: 'POL', RIS: 'POL', PEN: 'PE', ENJ: 'JEU', SCO: 'SCO', RES: 'REST', SOC: 'SOC', DOM: 'SOC', LEC: 'LEC', ENS: 'CUL', EQS: 'SPO', EVT: 'MAT', TOU: 'TOU', ADS: 'ADS', PLU: 'URB',
  HAB: 'HAB', ECO: 'ECO', MOB: 'URB', GDV: 'HAB', VOI: 'VOI', PRP: 'PROP', EVE: 'EV', BAT: 'BAT', ENE: 'BAT', ECL: 'VOI', GAR: 'MAT', MAT: 'MAT', NET: 'ENT', DEC: 'DEC', EAU: 'EAU', ASN: 'EAU', EPL: 'EAU', GEM: 'ENV', DCI: 'EAU',
};
