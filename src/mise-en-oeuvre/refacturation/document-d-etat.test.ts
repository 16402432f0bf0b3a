import { describe, expect, test } from 'vitest';
import { composerModele } from '../../referentiel/modeles/index.ts';
import { lireTableur } from '../../socle/tableurs/index.server.ts';
import { calculerExercice } from './calculer.ts';
import { classeurDeLEtat, donneesDeLEtat } from './document-d-etat.ts';
import { echeancesDesAcomptes } from './ecritures.ts';
import type { EntreesDExercice } from './entrees.ts';
import { composerPart, type EtatDeCommune } from './etat.ts';
import { produireEtat } from './produire-etat.server.ts';
import { AUBRAC, desEntrees, desRegles } from './refacturation.exemples.ts';
import { deciderSuite, limiteDe, situationDe } from './suites.ts';

const unEtat = (
  ecarts: Partial<EntreesDExercice> = {},
  plus: { commentaire?: string; rectifie?: string } = {},
): EtatDeCommune => {
  const entrees = desEntrees(ecarts);
  const resultat = calculerExercice(entrees);
  if (!resultat.ok) throw new Error(JSON.stringify(resultat.refus));
  const part = resultat.valeur.parts.find(({ siren }) => siren === AUBRAC);
  if (part === undefined) throw new Error('part attendue');
  return {
    id: 'etat',
    etatId: 'emission',
    collectivite: AUBRAC,
    annee: entrees.annee,
    numero: 7,
    nature: entrees.nature,
    emisLe: '2026-05-18',
    service: entrees.service.nom,
    partCentimes: part.part.centimes,
    appelCentimes: part.appel.centimes,
    contenu: composerPart(entrees, resultat.valeur, part, plus),
  };
};
const actes2024 = desEntrees().actes.map((acte) => ({ ...acte, annee: 2024 }));
const DEFINITIF = unEtat();
const PREVISIONNEL = unEtat({ nature: 'previsionnel', actes: actes2024 });
const CAS: readonly (readonly [string, EtatDeCommune])[] = [
  ['définitif', DEFINITIF],
  [
    'définitif avec quote-part et acomptes',
    unEtat({
      regles: desRegles({ quotePartEpci: '0.3' }),
      appeles: [{ siren: AUBRAC, reference: '2025-0001', le: '2025-01-20', centimes: '100000' }],
    }),
  ],
  ['prévisionnel', PREVISIONNEL],
  [
    'rectificatif qui rend un avoir',
    unEtat(
      {
        nature: 'rectificatif',
        appeles: [{ siren: AUBRAC, reference: '2025-0007', le: '2026-05-18', centimes: '3000000' }],
      },
      { rectifie: '2025-0007', commentaire: 'Dotation reçue après la clôture.' },
    ),
  ],
];

describe('le document de l’état', () => {
  test.each(CAS)('%s : le modèle l’accepte, sommes comprises', (_nom, etat) => {
    const compose = composerModele('etat-refacturation', donneesDeLEtat(etat), {
      le: '2026-05-18',
    });
    expect(compose.ok ? [] : compose.refus).toEqual([]);
  });

  test('les acomptes tombent en fin de trimestre, février compris', () => {
    expect(echeancesDesAcomptes(2025, 4)).toEqual([
      '2025-03-31',
      '2025-06-30',
      '2025-09-30',
      '2025-12-31',
    ]);
    expect(echeancesDesAcomptes(2028, 6)[0]).toBe('2028-02-29');
    expect(echeancesDesAcomptes(2025, 0)).toEqual([]);
  });

  test('le tableur, relu, porte chaque acte avec sa cellule et l’explication entière', async () => {
    const produit = await produireEtat(DEFINITIF, 'ods');
    if (!produit.ok) throw new Error('ODS attendu');
    const relu = await lireTableur(produit.valeur.octets, produit.valeur.nom);
    if (!relu.ok) throw new Error(JSON.stringify(relu.refus));
    expect(relu.valeur.feuilles.map(({ nom }) => nom)).toEqual([
      'Résumé',
      'Coût',
      'Répartition',
      'Appels',
      'Actes',
      'Explication',
    ]);
    const texte = JSON.stringify(relu.valeur.feuilles);
    expect(texte).toContain('actes.csv, cellule F');
    expect(texte).toContain('budget.csv, cellule J2');
    const attendues = classeurDeLEtat(DEFINITIF).feuilles.map(({ rangees }) => rangees.length);
    expect(attendues[4]).toBe(DEFINITIF.contenu.actes.length + 1);
  });

  test('le PDF se met en page', async () => {
    const produit = await produireEtat(PREVISIONNEL, 'pdf');
    if (!produit.ok) throw new Error(JSON.stringify(produit.refus));
    expect(new TextDecoder().decode(produit.valeur.octets.slice(0, 5))).toBe('%PDF-');
  });
});

describe('la suite donnée à un état', () => {
  const limite = limiteDe(DEFINITIF);
  const decider = (
    geste: 'valider' | 'contester' | 'repondre',
    motif: string,
    le = '2026-05-20' as const,
    avant: readonly { geste: 'valider' | 'contester' | 'repondre' }[] = [],
  ) => {
    const decidee = deciderSuite(limite, avant, { geste, motif }, le);
    return decidee.ok ? 'permis' : decidee.refus.code;
  };
  test('trente jours pour contester, puis l’état est réputé validé', () => {
    expect(limite).toBe('2026-06-17');
    expect(situationDe(limite, [], '2026-06-17')).toBe('transmis');
    expect(situationDe(limite, [], '2026-06-18')).toBe('repute');
  });
  test('contester se motive, et dans le délai', () => {
    expect(decider('contester', ' ')).toBe('motif-absent');
    expect(decider('contester', 'Deux permis comptés deux fois.')).toBe('permis');
    expect(
      deciderSuite(limite, [], { geste: 'contester', motif: 'trop tard' }, '2026-06-18').ok,
    ).toBe(false);
  });
  test('répondre suppose une contestation ; valider deux fois est refusé', () => {
    expect(decider('repondre', 'Maintenu.')).toBe('rien-a-repondre');
    expect(decider('repondre', 'Maintenu.', '2026-05-20', [{ geste: 'contester' }])).toBe('permis');
    expect(decider('valider', '', '2026-05-20', [{ geste: 'valider' }])).toBe('deja-valide');
  });
});
