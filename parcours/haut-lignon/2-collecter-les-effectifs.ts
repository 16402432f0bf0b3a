import { expect } from 'vitest';
import type { Etape } from '../scenario.ts';
import { lireTexte, type Recu, reprendre, type Scene, telecharger, voir } from '../scene.ts';
import {
  ACTEURS,
  CLES_DES_COMMUNES,
  type CleDeCommune,
  COMMUNES,
  RACINE,
  TERRITOIRE,
} from './acteurs.ts';
import { EFFECTIFS_A_RENDRE, EFFECTIFS_DE_LA_COMMUNAUTE } from './effectifs-a-rendre.ts';
import {
  ecrireTableauMaison,
  type FichierADeposer,
  lireRangees,
  nommerFeuilles,
  remplirGabarit,
} from './tableurs.ts';

const LANCEMENT = '2026-09-14';
const RELANCE = '2026-09-21';
const RETOURS = '2026-09-28';
const SUIVI = `${RACINE}/elaborer/collecte/grille-rh`;

/** Communes à qui la pilote remet le lien elle-même ; les autres le reçoivent par courriel. */
const REMIS_EN_MAIN: readonly CleDeCommune[] = ['chenereilles', 'le-mas'];

const lancer = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${RACINE}/elaborer/collecte`);
  await page.getByLabel('Grille à collecter').selectOption('grille-rh');
  await page
    .getByLabel('Titre, tel que les communes le liront')
    .fill('Effectifs au 31 décembre 2025');
  await page.getByLabel('Consigne').fill('Un agent par ligne. Aucun nom : le matricule suffit.');
  await page.locator('[name=photoAu]').fill('2025-12-31');
  await page.locator('[name=echeance]').fill('2026-10-12');
  await page.getByRole('button', { name: 'Lancer la campagne' }).click();
  await voir(page, 'Aucune collectivité sur 7 n’a répondu');
};

const transmettre = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  for (const cle of CLES_DES_COMMUNES) {
    const { nom } = COMMUNES[cle];
    await page.goto(SUIVI);
    await page.locator('summary', { hasText: `créer un lien, ${nom}` }).click();
    if (REMIS_EN_MAIN.includes(cle)) {
      const rangee = page.locator('tr', { hasText: nom });
      await rangee.getByRole('button', { name: 'Créer un lien à transmettre' }).click();
      await voir(page, 'Copiez ce lien');
      scene.garde.set(`lien:${cle}`, await page.locator('main code').textContent());
      continue;
    }
    await page.getByLabel(`Courriel de ${nom}`).fill(ACTEURS[cle].courriel ?? '');
    await page
      .locator('tr', { hasText: nom })
      .getByRole('button', { name: 'Enregistrer l’adresse' })
      .click();
    await voir(page, 'L’adresse est enregistrée');
  }
};

const relancer = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(SUIVI);
  await page.getByRole('button', { name: 'Relancer celles qui n’ont pas rendu' }).click();
  await voir(page, 'sont dans la boîte d’envoi');
  await page.goto(`${RACINE}/boite-d-envoi`);
  const courriels = await page.locator('pre').allTextContents();
  for (const cle of CLES_DES_COMMUNES.filter((une) => !REMIS_EN_MAIN.includes(une))) {
    const courriel = courriels.find((texte) => texte.includes(COMMUNES[cle].nom));
    const lien = /http\S+\/c\/[\w-]+/.exec(courriel ?? '')?.[0];
    expect(lien, `courriel de ${COMMUNES[cle].nom}`).toBeDefined();
    scene.garde.set(`lien:${cle}`, lien);
  }
};

/** La commune ouvre son lien, va à la grille, télécharge son gabarit et le relit. */
const prendreGabarit = async (scene: Scene, cle: CleDeCommune, format: string): Promise<Recu> => {
  const page = await scene.pageDe(cle);
  await page.goto(reprendre<string>(scene, `lien:${cle}`));
  await voir(page, `Ce qu’on attend de ${COMMUNES[cle].nom}`);
  await page.getByRole('link', { name: 'Rendre la grille' }).click();
  await voir(page, 'Télécharger le modèle');
  const gabarit = await telecharger(page, () =>
    page.getByRole('link', { name: new RegExp(`\\(${format}\\)`) }).click(),
  );
  const [entete = [], premiere = []] = lireRangees(gabarit.octets);
  expect(entete.slice(0, 3)).toEqual(['SIREN', 'Collectivité', 'Matricule']);
  if (format !== 'CSV') {
    expect(premiere.slice(0, 2)).toEqual([COMMUNES[cle].siren, COMMUNES[cle].nom]);
    expect(nommerFeuilles(gabarit.octets)).toContain('Mode d’emploi');
  }
  return gabarit;
};

const deposer = async (scene: Scene, acteur: string, fichier: FichierADeposer): Promise<void> => {
  const page = await scene.pageDe(acteur);
  await page.getByLabel('Le fichier de la grille').setInputFiles(fichier);
  await page.getByRole('button', { name: 'Déposer la grille' }).click();
  await voir(page, fichier.name);
};

const valider = async (scene: Scene, acteur: string, ecrites: string): Promise<void> => {
  const page = await scene.pageDe(acteur);
  await page.getByRole('button', { name: 'Valider et enregistrer' }).click();
  await voir(page, 'Les lignes sont enregistrées');
  await voir(page, ecrites);
};

const garderDepot = (scene: Scene, cle: string, fichier: FichierADeposer): void => {
  scene.garde.set(`depot:${cle}`, fichier);
};

/** Une commune soignée : son gabarit, rempli, sans rien à confirmer. */
const rendreProprement =
  (cle: CleDeCommune, format: 'xlsx' | 'ods' | 'csv') =>
  async (scene: Scene): Promise<void> => {
    const gabarit = await prendreGabarit(scene, cle, format.toUpperCase());
    const lignes = EFFECTIFS_A_RENDRE[cle] ?? [];
    const fichier = remplirGabarit(gabarit, lignes, format);
    await deposer(scene, cle, fichier);
    const texte = await voir(await scene.pageDe(cle), `${lignes.length} ligne`);
    // Le gabarit rendu ne contient rien d’indiscret : on ne doit pas dire le contraire.
    expect(texte).not.toContain('n’a pas été gardé');
    await valider(scene, cle, `${lignes.length} ligne`);
    garderDepot(scene, cle, fichier);
  };

/** Le tableau maison du Mazet : intitulés, virgules, dates et euros à la française, un service illisible. */
const aVirgule = (nombre: string | undefined): string => (nombre ?? '').replace('.', ',');

const TABLEAU_DU_MAZET = ecrireTableauMaison('agents mazet 2025.csv', [
  [
    'Matricule',
    'Service',
    'Métier',
    'Filière',
    'Catégorie',
    "Cadre d'emplois",
    'Grade',
    'Statut',
    'Temps',
    'Durée hebdomadaire',
    'Durée de référence',
    'Quotité',
    'ETP',
    'Année de naissance',
    "Date d'entrée",
    'Coût chargé annuel',
    'Service 1',
    'Part 1',
    'Service 2',
    'Part 2',
  ],
  ...(EFFECTIFS_A_RENDRE.mazet ?? []).map((ligne) => [
    ligne.matricule ?? '',
    ligne.matricule === '00203' ? 'à voir' : (ligne.service ?? ''),
    ligne.metier ?? '',
    ligne.filiere ?? '',
    (ligne.categorie ?? '').toLowerCase(),
    ligne.cadre_emplois ?? '',
    ligne.grade ?? '',
    ligne.statut ?? '',
    ligne.temps ?? '',
    aVirgule(ligne.duree_hebdo),
    '35',
    ligne.matricule === '00202' ? '0,8' : (ligne.quotite ?? ''),
    aVirgule(ligne.etp),
    ligne.annee_naissance ?? '',
    '01/09/2012',
    `${aVirgule(ligne.cout_charge_annuel)} €`,
    ligne.matricule === '00203' ? 'à voir' : (ligne.service_1 ?? ''),
    ligne.part_1 ?? '',
    ligne.service_2 ?? '',
    ligne.part_2 ?? '',
  ]),
  ['Total', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '110660,00 €', '', '', '', ''],
]);

const rendreUnTableauSale = async (scene: Scene): Promise<void> => {
  await prendreGabarit(scene, 'mazet', 'CSV');
  await deposer(scene, 'mazet', TABLEAU_DU_MAZET);
  const page = await scene.pageDe('mazet');
  const texte = await voir(page, 'Lignes bloquées');
  expect(texte).toContain('à confirmer');
  expect(texte).toContain('0,8');
  expect(texte).toContain('à voir');
  await page.getByRole('button', { name: 'Tout confirmer' }).click();
  await voir(page, '0 à confirmer');
  garderDepot(scene, 'mazet', TABLEAU_DU_MAZET);
};

const ouvrirLaLigneBloquee = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('mazet');
  await page.getByRole('link', { name: 'Corriger les lignes bloquées' }).click();
  await voir(page, 'Corriger la ligne 4');
};

const corrigerLaLigneBloquee = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('mazet');
  await page.locator('select[name=service]').selectOption('ADS');
  await page.locator('select[name=service_1]').selectOption('ADS');
  await page.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await voir(page, '0 bloquée');
  await valider(scene, 'mazet', '4 lignes écrites');
};

const declarerSansObjet = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('le-mas');
  await page.goto(reprendre<string>(scene, 'lien:le-mas'));
  await page.getByRole('link', { name: 'Rendre la grille' }).click();
  await page.locator('summary', { hasText: 'rien à rendre' }).click();
  await page.getByLabel('Pourquoi ?').fill('Secrétariat assuré par la commune de Tence.');
  await page.getByRole('button', { name: 'Déclarer la grille sans objet' }).click();
  await voir(page, 'Secrétariat assuré par la commune de Tence.');
};

/** Tence redépose son fichier, un coût corrigé : la comparaison précède l’écriture. */
const redeposer = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('tence');
  await page.goto(reprendre<string>(scene, 'lien:tence'));
  await page.getByRole('link', { name: /Revoir ou corriger/ }).click();
  await page.getByText('Corriger ou compléter par un nouveau fichier').click();
  const gabarit = await telecharger(page, () =>
    page.getByRole('link', { name: /\(XLSX\)/ }).click(),
  );
  const corrigees = (EFFECTIFS_A_RENDRE.tence ?? []).map((ligne) =>
    ligne.matricule === '00002' ? { ...ligne, cout_charge_annuel: '46110.50' } : ligne,
  );
  const fichier = remplirGabarit(gabarit, corrigees, 'xlsx');
  await deposer(scene, 'tence', fichier);
  await voir(page, '0 ligne nouvelle, 1 modifiée, 5 inchangées');
  await valider(scene, 'tence', '1 ligne écrite');
  garderDepot(scene, 'tence', fichier);
};

/** La communauté rend aussi sa grille, depuis l’atelier. */
const rendreCelleDeLaCommunaute = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${SUIVI}/${TERRITOIRE.siren}`);
  const gabarit = await telecharger(page, () =>
    page.getByRole('link', { name: /\(ODS\)/ }).click(),
  );
  const fichier = remplirGabarit(gabarit, EFFECTIFS_DE_LA_COMMUNAUTE, 'ods');
  await deposer(scene, 'pilote', fichier);
  await valider(scene, 'pilote', '2 lignes écrites');
  garderDepot(scene, 'communaute', fichier);
};

const voirLaCompletude = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(SUIVI);
  const texte = await voir(page, '7 collectivités sur 7 ont répondu (100 %)');
  expect(texte).toContain('Sans objet');
  await page.goto(`${RACINE}/boite-d-envoi`);
  expect(await lireTexte(page)).toContain(ACTEURS.tence.courriel);
};

const rendre = (cle: CleDeCommune, format: 'xlsx' | 'ods' | 'csv'): Etape['gestes'][number] => ({
  acteur: cle,
  le: RETOURS,
  titre: `ouvre son lien, remplit son gabarit (${format.toUpperCase()}), le dépose et le valide, sans JavaScript`,
  jouer: rendreProprement(cle, format),
});

export const collecterLesEffectifs: Etape = {
  numero: 2,
  titre: 'Collecter la grille RH',
  recit:
    'Chaque commune reçoit un lien, télécharge son gabarit, le dépose, corrige à l’écran ce qui bloque et valide. La pilote suit.',
  gestes: [
    { acteur: 'pilote', le: LANCEMENT, titre: 'lance la campagne des effectifs', jouer: lancer },
    {
      acteur: 'pilote',
      le: LANCEMENT,
      titre: 'note les adresses des mairies, et crée deux liens à remettre en main',
      jouer: transmettre,
    },
    {
      acteur: 'pilote',
      le: RELANCE,
      titre: 'relance : chaque mairie reçoit son lien',
      jouer: relancer,
    },
    rendre('tence', 'xlsx'),
    rendre('le-chambon', 'ods'),
    rendre('saint-jeures', 'csv'),
    rendre('chenereilles', 'xlsx'),
    {
      acteur: 'mazet',
      le: RETOURS,
      titre: 'dépose son propre tableau : tout est relevé à la cellule, il confirme',
      jouer: rendreUnTableauSale,
    },
    {
      acteur: 'mazet',
      le: RETOURS,
      titre: 'ouvre la ligne bloquée, telle que lue',
      jouer: ouvrirLaLigneBloquee,
    },
    {
      acteur: 'mazet',
      le: RETOURS,
      titre: 'corrige la ligne bloquée dans la page, puis valide',
      jouer: corrigerLaLigneBloquee,
    },
    {
      acteur: 'le-mas',
      le: RETOURS,
      titre: 'n’emploie personne : déclare la grille sans objet',
      jouer: declarerSansObjet,
    },
    {
      acteur: 'tence',
      le: RETOURS,
      titre: 'redépose un coût corrigé : une seule ligne change',
      jouer: redeposer,
    },
    {
      acteur: 'pilote',
      le: RETOURS,
      titre: 'rend la grille de la communauté',
      jouer: rendreCelleDeLaCommunaute,
    },
    {
      acteur: 'pilote',
      le: RETOURS,
      titre: 'voit que tous ont répondu',
      jouer: voirLaCompletude,
    },
  ],
};
