import { expect } from 'vitest';
import type { Etape } from '../scenario.ts';
import { deplier, lireTexte, reprendre, type Scene, telecharger, voir } from '../scene.ts';
import { coutRealise, equivalents, rangeesDActes, rangeesDuBudget } from './actes-a-importer.ts';
import {
  ACTEURS,
  CLES_DES_COMMUNES,
  type CleDeCommune,
  COMMUNES,
  RACINE,
  TERRITOIRE,
} from './acteurs.ts';
import { lireDocument } from './documents.ts';
import { remplirLaRedaction, type Textes } from './rediger.ts';
import { ecrireClasseur, enCentiemes, lireRangees, nommerFeuilles } from './tableurs.ts';

const IMPORT = '2027-10-04';
const REDACTION = '2027-10-11';
const COMITES = '2027-10-25';
const CONSEILS = '2027-11-29';
const SIGNATURE = '2027-12-06';
const TRANSMISSION = '2027-12-10';
const EFFET = '2028-01-03';
const CLOTURE = '2029-02-05';
const OEUVRE = `${RACINE}/mettre-en-oeuvre`;

const CONVENTION: Textes = {
  nom: 'Service commun du droit des sols',
  contexte: 'Quatre instructeurs à temps partagé, deux départs possibles à cinq ans.',
  objectifs: 'assurer la continuité de l’instruction\ntenir les délais',
  schema: 'délibération n° 2027-12 du 24 février 2027',
  'missions.0.intitule': 'Instruction des permis, déclarations et certificats',
  'missions.0.autorite': 'maire',
  'missions.1.intitule': 'Guichet numérique et statistiques',
  'missions.1.autorite': 'president',
  'missions.2.autorite': 'maire',
  'taches.0.tache': 'Projet de décision',
  'taches.0.commune': 'Consultée',
  'taches.0.service': 'Responsable',
  'moyens.0.designation': 'Logiciel d’instruction',
  'moyens.0.proprietaire': 'Communauté',
  'moyens.0.regime': 'achat par le gestionnaire',
  annee: '2028',
  quotePartEpci: '10',
  previsionnelAvant: '31 janvier',
  definitifAvant: '31 mars',
  effet: '2028-01-01',
  type: 'determinee',
  ans: '6',
  reconduction: 'expresse',
  preavis: '12',
  'sortie.charges': '12',
  'suivi.frequence': 'une fois par an',
  tribunal: 'Clermont-Ferrand',
  lieu: 'Tence',
};

const importer =
  (grille: string, siren: string, fichier: ReturnType<typeof ecrireClasseur>) =>
  async (scene: Scene): Promise<void> => {
    const page = await scene.pageDe('pilote');
    await page.goto(`${RACINE}/elaborer/collecte`);
    if (await page.locator(`select[name=grille] option[value="${grille}"]`).count()) {
      await deplier(page, 'Choisir la grille, l’échéance et les collectivités');
      await page.getByLabel('Grille à collecter').selectOption(grille);
      await page.getByRole('button', { name: 'Lancer la campagne' }).click();
      await voir(page, 'collectivité sur 7 n’a répondu');
    }
    await page.goto(`${RACINE}/elaborer/collecte/${grille}/${siren}`);
    await deplier(page, 'Corriger ou compléter par un nouveau fichier');
    await page.getByLabel('Le fichier de la grille').setInputFiles(fichier);
    await page.getByRole('button', { name: 'Déposer la grille' }).click();
    await voir(page, fichier.name);
    const confirmer = page.getByRole('button', { name: 'Tout confirmer' });
    if (await confirmer.count()) await confirmer.click();
    await page.getByRole('button', { name: 'Valider et enregistrer' }).click();
    await voir(page, 'Les lignes sont enregistrées');
  };

const faireNaitreLeService = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${OEUVRE}/services-communs`);
  await page.getByRole('button', { name: 'Créer le service commun' }).click();
  await voir(page, 'né de la fiche F01');
  const texte = await voir(page, 'Quels agents sont concernés ?');
  expect(texte).toContain('1 agent transféré, 0,50 ETP');
  scene.garde.set('service', new URL(page.url()).pathname);
  await page.getByRole('link', { name: 'Ouvrir la convention' }).click();
  await voir(page, 'Que faire maintenant ?');
  scene.garde.set('convention', new URL(page.url()).pathname);
  expect(await lireTexte(page)).toMatch(/pas encore possible/);
};

/** Sections de la rédaction ; le coût et la simulation se joignent par le calcul. */
const redigerLaConvention = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  const convention = reprendre<string>(scene, 'convention');
  for (const section of ['objet', 'service', 'agents', 'finances', 'duree', 'parties']) {
    await page.goto(`${convention}/redaction/${section}`);
    const formulaire = page.locator('main form').last();
    if (section === 'parties') {
      for (const champ of await formulaire.locator('input.saisie').all()) {
        const nom = (await champ.getAttribute('name')) ?? '';
        if ((await champ.inputValue()) !== '') continue;
        const [, quoi = ''] = nom.split('.');
        const valeurs: Textes = {
          adresse: 'Siège de la communauté, 43190 Tence',
          civilite: 'Mme',
          prenom: 'Dominique',
          nom: 'Exemple',
          fonction: nom.startsWith(TERRITOIRE.siren) ? 'présidente' : 'maire',
        };
        await champ.fill(valeurs[quoi] ?? '');
      }
    } else {
      await remplirLaRedaction(formulaire, CONVENTION);
    }
    await page.getByRole('button', { name: 'Enregistrer la section' }).click();
    await page.waitForURL('**?enregistree');
  }
  await page.goto(`${convention}/redaction/finances`);
  await page.getByRole('link', { name: 'Calculer et joindre' }).click();
  await voir(page, 'Simulation sur le projet de convention');
  await page.getByRole('button', { name: 'Joindre cette simulation à la convention' }).click();
  await voir(page, 'Coût et simulation 2028 joints');
};

const figerLaFicheDImpact = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${reprendre<string>(scene, 'service')}/fiche-impact`);
  for (const champ of await page.locator('main textarea.saisie').all()) {
    const nom = (await champ.getAttribute('name')) ?? '';
    if ((await champ.inputValue()) !== '') continue;
    if (/\.(?:avant|apres)$/.test(nom)) {
      const sujet = page.locator(`[name="${nom.replace(/\.\w+$/, '.rubrique')}"]`);
      if ((await sujet.inputValue()) !== '') await champ.fill('Sans changement');
    } else {
      await champ.fill('Entretien individuel de chaque agent');
    }
  }
  await page.getByRole('button', { name: 'Enregistrer et figer' }).click();
  await page.waitForURL(`**${reprendre<string>(scene, 'convention')}`);
  const texte = await voir(page, 'Que faire maintenant ?');
  expect(texte).not.toContain('Le projet se lit déjà, mais il y manque');
};

/** Enregistre une formalité pour toutes les parties attendues. */
const accomplir =
  (geste: string, le: string) =>
  async (scene: Scene): Promise<void> => {
    const page = await scene.pageDe('pilote');
    await page.goto(reprendre<string>(scene, 'convention'));
    const bloc = page.locator(`details#geste-${geste}`);
    await bloc.waitFor();
    for (const partie of await bloc.locator('input[name=sirens]').all()) await partie.check();
    await bloc.locator('input[name=le]').fill(le);
    const numero = bloc.getByLabel('Numéro de la délibération');
    if (await numero.count()) await numero.fill('2027-81');
    await bloc.getByRole('button').click();
    // Faite, la formalité quitte la liste de ce qui reste à faire.
    await bloc.waitFor({ state: 'detached' });
  };

const ouvrirLesAdhesions = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(reprendre<string>(scene, 'convention'));
  const texte = await voir(page, 'Toutes les formalités sont accomplies');
  expect(texte).toContain('Le texte signé est gardé tel quel');
  const signe = await telecharger(page, () =>
    page.getByRole('link', { name: /signée, PDF/ }).click(),
  );
  expect(await lireDocument(signe)).toContain('Guichet numérique et statistiques');
  await page.goto(reprendre<string>(scene, 'service'));
  await page.getByRole('button', { name: 'Ouvrir ces adhésions' }).click();
  await voir(page, '6 communes adhérentes');
};

const enMontant = (centimes: bigint): string =>
  `${(centimes / 100n).toString().replaceAll(/\B(?=(\d{3})+$)/g, ' ')},${(centimes % 100n).toString().padStart(2, '0')} €`;

const emettre =
  (nature: 'previsionnel' | 'definitif') =>
  async (scene: Scene): Promise<void> => {
    const page = await scene.pageDe('pilote');
    const id = reprendre<string>(scene, 'service').split('/').at(-1) ?? '';
    await page.goto(`${OEUVRE}/refacturation/${id}/2028?nature=${nature}`);
    await voir(page, 'Que coûte 2028, et qui paie quoi ?');
    const commentaire = page.getByLabel(/Commentaire, imprimé/);
    if (await commentaire.count()) await commentaire.fill('Premier exercice du service.');
    await page.getByRole('button', { name: /^Émettre l’état/ }).click();
    const recalculer = page.getByRole('link', {
      name: nature === 'definitif' ? /l’état définitif$/ : /l’état prévisionnel$/,
    });
    await recalculer.click();
    await voir(page, 'Recalculé à l’identique');
  };

/** Les parts émises : leur somme est la part des communes, chacune est sa clé au centime près. */
const verifierLesParts = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${OEUVRE}/refacturation`);
  const etats = page.getByRole('table', { name: /États émis/ }).locator('tbody tr');
  const desCommunes = (coutRealise() * 90n) / 100n;
  const total = CLES_DES_COMMUNES.reduce((cumul, cle) => cumul + equivalents(2028, cle), 0n);
  let somme = 0n;
  for (const cle of CLES_DES_COMMUNES) {
    const rangee = etats.filter({ hasText: COMMUNES[cle].nom }).filter({ hasText: 'définitif' });
    const part = enCentiemes(await rangee.locator('td').nth(2).textContent());
    const exacte = (desCommunes * equivalents(2028, cle)) / total;
    expect(part - exacte >= 0n && part - exacte <= 1n, `${cle} : ${part} pour ${exacte}`).toBe(
      true,
    );
    somme += part;
    scene.garde.set(`part:${cle}`, part);
  }
  expect(somme).toBe(desCommunes);
};

/** Un lien personnel neuf : celui de la collecte a pu expirer en trois ans. */
const creerDesLiens = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  for (const cle of ['tence', 'mazet'] as const) {
    await page.goto(`${RACINE}/acces`);
    await page
      .getByLabel('Collectivité', { exact: true })
      .selectOption({ label: COMMUNES[cle].nom });
    await page.getByRole('button', { name: 'Créer le lien' }).click();
    const code = page.locator('main code').first();
    await code.waitFor();
    scene.garde.set(`etats:${cle}`, await code.textContent());
  }
};

const ouvrirSonEtat = async (scene: Scene, cle: CleDeCommune): Promise<string> => {
  const page = await scene.pageDe(cle);
  await page.goto(`${reprendre<string>(scene, `etats:${cle}`)}/etats`);
  await voir(page, 'Que devons-nous pour les services communs ?');
  await page
    .locator('tbody tr', { hasText: 'définitif' })
    .getByRole('link', { name: /Ouvrir l’état/ })
    .click();
  await voir(page, 'Comment le coût se partage');
  return new URL(page.url()).pathname;
};

const lireSonEtat = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('tence');
  scene.garde.set('etat:tence', await ouvrirSonEtat(scene, 'tence'));
  const part = enMontant(reprendre<bigint>(scene, 'part:tence'));
  await voir(page, `Votre part de l’exercice 2028 : ${part}`);
  // La part s’ouvre, sans JavaScript, jusqu’à la cellule du fichier importé.
  await page.getByRole('button', { name: /^Part de Tence.*Expliquer ce chiffre$/ }).click();
  const rangees = rangeesDActes(2028);
  const rang = rangees.findIndex(
    ([siren, , , mois]) => siren === COMMUNES.tence.siren && mois === 5,
  );
  const explication = page.getByRole('dialog').filter({ visible: true });
  const texte = ((await explication.textContent()) ?? '').replaceAll(/\s+/g, ' ');
  expect(texte).toContain('actes-2028.xlsx');
  expect(texte).toContain(`F${rang + 1}`);
  expect(texte).toContain('budget-2028.ods');
  expect(texte).toContain('J3');
  const pdf = await telecharger(page, async () => {
    await page.keyboard.press('Escape');
    await page.goto(reprendre<string>(scene, 'etat:tence'));
    await page.getByRole('link', { name: 'L’état en PDF' }).click();
  });
  expect(await lireDocument(pdf)).toContain(part.slice(0, -2));
  const ods = await telecharger(page, () =>
    page.getByRole('link', { name: /en tableur ODS/ }).click(),
  );
  const cellules = nommerFeuilles(ods.octets).flatMap((nom) =>
    lireRangees(ods.octets, nom).flatMap((rangee) => rangee.map(String)),
  );
  expect(cellules.some((cellule) => cellule.includes('actes-2028.xlsx'))).toBe(true);
};

/** La commune du Mazet voit le sien, et pas celui de Tence. */
const nePasVoirLesAutres = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('mazet');
  const sien = await ouvrirSonEtat(scene, 'mazet');
  const autre = reprendre<string>(scene, 'etat:tence').split('/').at(-1) ?? '';
  const refus = await page.goto(`${sien.replace(/[^/]+$/, '')}${autre}`);
  expect(refus?.status()).toBe(404);
  const fichier = await page.request.get(`${sien.replace(/[^/]+$/, '')}${autre}/pdf`);
  expect(fichier.status()).toBe(404);
  expect(ACTEURS.mazet.entree).toBe('lien');
};

const geste = (
  le: Etape['gestes'][number]['le'],
  titre: string,
  jouer: Etape['gestes'][number]['jouer'],
): Etape['gestes'][number] => ({ acteur: 'pilote', le, titre, jouer });

export const mettreEnOeuvre: Etape = {
  numero: 7,
  titre: 'Mettre en œuvre le service commun',
  recit:
    'Le service naît de sa fiche, sa convention dit ce qui manque puis se signe ; les actes s’importent ; chaque commune reçoit un état qu’elle ouvre jusqu’à la cellule.',
  gestes: [
    geste(IMPORT, 'importe les actes de 2027 et le budget 2028 du service', async (scene) => {
      await importer(
        'prestations-ads',
        'plusieurs',
        ecrireClasseur('actes-2027.xlsx', rangeesDActes(2027)),
      )(scene);
      await importer(
        'budget-services',
        TERRITOIRE.siren,
        ecrireClasseur('budget-2028-prevu.ods', rangeesDuBudget(false)),
      )(scene);
    }),
    geste(
      REDACTION,
      'fait naître le service de sa fiche ; la convention dit ce qui manque',
      faireNaitreLeService,
    ),
    geste(REDACTION, 'rédige la convention et y joint la simulation', redigerLaConvention),
    geste(
      REDACTION,
      'remplit et fige la fiche d’impact : il ne manque plus rien au document',
      figerLaFicheDImpact,
    ),
    geste(
      COMITES,
      'enregistre les avis des comités sociaux',
      accomplir('recueillir-avis', COMITES),
    ),
    geste(CONSEILS, 'enregistre les délibérations concordantes', accomplir('deliberer', CONSEILS)),
    geste(SIGNATURE, 'enregistre les signatures', accomplir('signer', SIGNATURE)),
    geste(
      TRANSMISSION,
      'enregistre la transmission au préfet',
      accomplir('transmettre', TRANSMISSION),
    ),
    geste(EFFET, 'constate la prise d’effet', accomplir('mettre-en-service', '2028-01-01')),
    geste(EFFET, 'ouvre les six adhésions', ouvrirLesAdhesions),
    geste(EFFET, 'émet l’état prévisionnel 2028', emettre('previsionnel')),
    geste(CLOTURE, 'importe les actes et le réalisé de 2028', async (scene) => {
      await importer(
        'prestations-ads',
        'plusieurs',
        ecrireClasseur('actes-2028.xlsx', rangeesDActes(2028)),
      )(scene);
      await importer(
        'budget-services',
        TERRITOIRE.siren,
        ecrireClasseur('budget-2028.ods', rangeesDuBudget(true)),
      )(scene);
    }),
    geste(CLOTURE, 'émet l’état définitif 2028', emettre('definitif')),
    geste(
      CLOTURE,
      'vérifie que la somme des parts est le total, et chaque part sa clé',
      verifierLesParts,
    ),
    geste(CLOTURE, 'remet un lien neuf à deux communes', creerDesLiens),
    {
      acteur: 'tence',
      le: CLOTURE,
      titre: 'ouvre sa part jusqu’à la cellule importée, télécharge PDF et ODS, sans JavaScript',
      jouer: lireSonEtat,
    },
    {
      acteur: 'mazet',
      le: CLOTURE,
      titre: 'voit son état, et pas celui de Tence',
      jouer: nePasVoirLesAutres,
    },
  ],
};
