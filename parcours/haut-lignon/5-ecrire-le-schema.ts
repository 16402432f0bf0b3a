import { expect } from 'vitest';
import type { Etape } from '../scenario.ts';
import { reprendre, type Scene, telecharger, voir } from '../scene.ts';
import { RACINE, TERRITOIRE } from './acteurs.ts';
import { compterLesFichiers } from './compter-les-fichiers.ts';
import { estBalise, lireDocument } from './documents.ts';
import { remplirLaRedaction, type Textes } from './rediger.ts';

const OUVERTURE = '2026-11-02';
const REDACTION = '2026-11-09';
const SCHEMA = `${RACINE}/elaborer/schema`;

const FICHE: Textes = {
  pilote_elu: 'Anne Présidente',
  pilote_technique: 'Chargée d’urbanisme',
  entree: '2028-01-01',
  constat: 'Quatre instructeurs à temps partagé, deux départs possibles à cinq ans.',
  objectif: 'Instruire toutes les autorisations dans les délais, sans interruption l’été.',
  missions: 'Certificats d’urbanisme\nDéclarations préalables\nPermis',
  exclusions: 'Contentieux pénal',
  fondement: 'CGCT, art. L. 5211-4-2',
  investissement: '12 500,00',
  'indicateurs.0.libelle': 'Dossiers instruits dans le délai',
  'indicateurs.0.initiale': '82',
  'indicateurs.0.cible': '97',
  'indicateurs.0.unite': '%',
  'indicateurs.0.source': 'Registre des autorisations',
  'indicateurs.1.libelle': 'Délai moyen d’instruction',
  'indicateurs.1.initiale': '41',
  'indicateurs.1.cible': '30',
  'indicateurs.1.unite': 'jours',
  'indicateurs.1.source': 'Registre des autorisations',
  'indicateurs.2.libelle': 'Coût moyen d’un dossier',
  'indicateurs.2.initiale': '390',
  'indicateurs.2.cible': '360',
  'indicateurs.2.unite': '€',
  'indicateurs.2.source': 'État annuel du service commun',
  'calendrier.0.etape': 'Délibérations concordantes',
  'calendrier.0.debut': '2027-10-01',
  'calendrier.0.fin': '2027-12-31',
  'calendrier.0.responsable': 'Chargée de mission',
  'risques.0.risque': 'Départ d’un instructeur avant l’ouverture',
  'risques.0.parade': 'Recrutement anticipé',
  'risques.0.porteur': 'Direction générale',
};

/** Le texte de chaque section, là où une phrase ne suffit pas. */
const SECTIONS: Textes = {
  president_nom: 'Anne Présidente',
  president_fonction: 'présidente de la communauté de communes',
  tribunal: 'Clermont-Ferrand',
  'concertation.0.etape': 'Comité de pilotage',
  'concertation.0.quand': '26 octobre 2026',
  'concertation.0.participants': 'Six maires, la présidente',
  'services.0.service': 'ADS',
  'services.0.libelle': 'Droit des sols',
  'services.0.activite': '310 dossiers par an',
  'non_retenus.0.champ': 'Voirie',
  'non_retenus.0.forme': 'Service commun',
  'non_retenus.0.decision': 'differe',
  'non_retenus.0.motif': 'Proximité attendue par les habitants',
  'existant.0.objet': 'Groupement de commandes de papier',
  'existant.0.forme': 'Groupement de commandes',
  'existant.0.membres': 'Tence, Le Chambon-sur-Lignon',
  'existant.0.bilan': 'Satisfaisant',
  'calendrier.0.etape': 'Ouverture du service commun',
  'calendrier.0.echeance': '2028-01-01',
  'calendrier.0.responsable': 'Chargée de mission',
  'glossaire.0.terme': 'ADS',
  'glossaire.0.definition': 'Application du droit des sols',
};

const enMontant = (centimes: bigint): string => {
  const euros = (centimes / 100n).toString().replaceAll(/\B(?=(\d{3})+$)/g, ' ');
  return `${euros},${(centimes % 100n).toString().padStart(2, '0')}`;
};

const faireNaitreLaFiche = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(SCHEMA);
  await voir(page, 'Périmètres retenus, sans fiche');
  await page.getByRole('button', { name: 'Ouvrir la fiche' }).click();
  const ads = compterLesFichiers(scene).parService.get('ADS');
  if (ads === undefined) throw new Error('Les fichiers déposés ne disent rien du droit des sols.');
  // Les moyens de la fiche sont la somme des cellules déposées, au centime.
  const etp = `${ads.etpCentiemes / 100n},${ads.etpCentiemes % 100n}`.replace(/0$/, '');
  await voir(page, `${ads.agents} agents, ${etp}`);
  await voir(page, `${enMontant(ads.coutCentimes)} € par an`);
  scene.garde.set('fiche', new URL(page.url()).pathname);
};

const redigerLaFiche = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  const fiche = reprendre<string>(scene, 'fiche');
  await page.goto(`${fiche}/modifier`);
  await remplirLaRedaction(page.locator('form.formulaire-de-travail'), FICHE);
  await page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
  await page.waitForURL(`**${fiche}`);
};

/** L’impact vient des effectifs déposés ; ce qui reste vide se dit : zéro. */
const ecrireLImpact = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  const fiche = reprendre<string>(scene, 'fiche');
  await page.goto(`${fiche}/impact`);
  await voir(page, 'Proposé d’après la grille RH');
  for (const champ of await page.locator('input.saisie-nombre').all()) {
    if ((await champ.inputValue()) === '') await champ.fill('0');
  }
  await page.getByRole('button', { name: 'Enregistrer l’impact' }).click();
  await page.waitForURL(`**${fiche}`);
};

const declarerPrete = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(reprendre<string>(scene, 'fiche'));
  await page.getByRole('button', { name: 'Déclarer la fiche prête' }).click();
  await voir(page, 'Rouvrir la fiche');
};

const redigerLeTexte = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(SCHEMA);
  await voir(page, 'Le texte du schéma');
  const liens = await page.locator('a[href*="/schema/redaction/"]').all();
  const chemins = await Promise.all(liens.map((lien) => lien.getAttribute('href')));
  expect(chemins.length).toBeGreaterThan(3);
  for (const chemin of chemins) {
    await page.goto(chemin ?? '');
    await remplirLaRedaction(page.locator('form.formulaire-de-travail'), SECTIONS);
    await page.getByRole('button', { name: 'Enregistrer la section' }).click();
    await voir(page, 'La section est enregistrée');
  }
  await page.goto(SCHEMA);
  await voir(page, 'Le document est complet');
};

const relireLeDocument = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${SCHEMA}/apercu`);
  const ads = compterLesFichiers(scene).parService.get('ADS');
  for (const [nom, extension] of [
    ['PDF balisé', 'pdf'],
    ['Word (DOCX)', 'docx'],
    ['LibreOffice (ODT)', 'odt'],
  ] as const) {
    const recu = await telecharger(page, () => page.getByRole('link', { name: nom }).click());
    expect(recu.nom).toMatch(new RegExp(`\\.${extension}$`));
    const texte = await lireDocument(recu);
    expect(texte, nom).toContain(TERRITOIRE.nom);
    expect(texte, nom).toContain('Sans interruption l’été'.slice(5));
    expect(texte, nom).toContain('Quatre instructeurs à temps partagé');
    expect(texte.replaceAll(/\s/g, ''), nom).toContain(
      enMontant(ads?.coutCentimes ?? 0n)
        .replaceAll(' ', '')
        .slice(0, -3),
    );
    if (extension === 'pdf') expect(await estBalise(recu)).toBe(true);
  }
};

export const ecrireLeSchema: Etape = {
  numero: 5,
  titre: 'Écrire le schéma',
  recit:
    'La décision devient une fiche dont les moyens viennent des fichiers déposés ; le texte se rédige ; le document se relit dans trois formats.',
  gestes: [
    {
      acteur: 'pilote',
      le: OUVERTURE,
      titre: 'ouvre la fiche née de la décision : ses moyens sont ceux des fichiers',
      jouer: faireNaitreLaFiche,
    },
    { acteur: 'pilote', le: OUVERTURE, titre: 'rédige la fiche', jouer: redigerLaFiche },
    {
      acteur: 'pilote',
      le: OUVERTURE,
      titre: 'écrit l’impact, personne publique par personne publique',
      jouer: ecrireLImpact,
    },
    { acteur: 'pilote', le: OUVERTURE, titre: 'déclare la fiche prête', jouer: declarerPrete },
    { acteur: 'pilote', le: REDACTION, titre: 'rédige chaque section', jouer: redigerLeTexte },
    {
      acteur: 'pilote',
      le: REDACTION,
      titre: 'relit le document en PDF balisé, DOCX et ODT',
      jouer: relireLeDocument,
    },
  ],
};
