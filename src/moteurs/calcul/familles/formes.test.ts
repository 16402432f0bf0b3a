import { describe, expect, test } from 'vitest';
import { calculerCas } from './calculer-cas.ts';

const calculer = (famille: string, entrees: unknown): Record<string, unknown> => {
  const resultat = calculerCas(famille, entrees);
  if (!resultat.ok) throw new Error(JSON.stringify(resultat.refus));
  return resultat.valeur;
};

const CLE = { A: 5200, B: 1800, C: 640 };

describe('coût complet', () => {
  test('un agent sans option travaille à plein temps toute l’année', () => {
    expect(calculer('cout_complet', { agents: [{ agent: 'X', brut: '1000.00' }] })).toMatchObject({
      cout_par_agent: { X: '1000.00' },
      total_personnel: '1000.00',
    });
  });

  test('deux périodes d’un même agent s’additionnent', () => {
    const agents = [
      { agent: 'X', brut: '1200.00', mois: 3 },
      { agent: 'X', brut: '1200.00', quotite: '0.5', mois: 9 },
    ];
    expect(calculer('cout_complet', { agents })).toMatchObject({ cout_par_agent: { X: '750.00' } });
  });

  test('agents, biens et charges ensemble donnent le coût net', () => {
    expect(
      calculer('cout_complet', {
        agents: [{ agent: 'X', brut: '1000.00' }],
        biens: [{ bien: 'Y', valeur: '1000.00', subventions: '200.00', duree_ans: 4 }],
        autres_charges: { loyer: '100.00' },
        taux_frais_structure: '0.1',
        assiette_frais_structure: 'charges_directes',
      }),
    ).toMatchObject({
      total_renouvellement: '200.00',
      charges_directes: '1300.00',
      frais_structure: '130.00',
      cout_net: '1430.00',
    });
  });

  test('sans taux ni recette, le coût net est la charge directe', () => {
    expect(
      calculer('cout_complet', { charges_personnel: '10.00', autres_charges: { a: '1.50' } }),
    ).toMatchObject({ charges_directes: '11.50', frais_structure: '0.00', cout_net: '11.50' });
  });
});

describe('forfait et part variable', () => {
  test('quote-part de l’EPCI et part fixe ensemble : l’EPCI d’abord, puis les deux enveloppes', () => {
    const entrees = {
      montant: '1000.00',
      quote_part_epci: '0.4',
      part_fixe: '0.2',
      cle_fixe: 'egalitaire',
      valeurs: { A: 1, B: 3 },
    };
    const attendu = {
      part_communes: '600.00',
      part_epci: '400.00',
      part_fixe: { A: '60.00', B: '60.00' },
      part_variable: { A: '120.00', B: '360.00' },
      total: { A: '180.00', B: '420.00' },
      somme: '1000.00',
    };
    const sortie = calculer('forfait_variable', entrees);
    expect(sortie).toMatchObject(attendu);
    expect(sortie).not.toHaveProperty('avertissements');
    const { valeurs, ...reste } = entrees;
    expect(calculer('forfait_variable', { ...reste, cle: valeurs })).toMatchObject(attendu);
  });

  test('la part égale de chaque membre est un calcul complet, article compris', () => {
    const { explication } = calculer('forfait_variable', {
      montant: '10.00',
      part_fixe: '0.5',
      valeurs: { A: 1, B: 1 },
    });
    const noeuds: Record<string, unknown>[] = [];
    JSON.stringify(explication, (_, valeur: unknown) => {
      if (typeof valeur === 'object' && valeur !== null && 'operandes' in valeur)
        noeuds.push(valeur);
      return valeur;
    });
    expect(noeuds.length).toBeGreaterThan(4);
    expect(noeuds.filter((noeud) => !Object.hasOwn(noeud, 'article'))).toEqual([]);
  });
});

describe('clé mixte', () => {
  test('trois critères nommés donnent leurs trois enveloppes', () => {
    const composantes = ['population', 'etp', 'voirie'].map((cle, rang) => ({
      cle,
      ponderation: ['0.5', '0.3', '0.2'][rang],
      valeurs: { A: 1, B: 1 },
    }));
    expect(calculer('cle_mixte', { montant: '10.00', composantes })).toMatchObject({
      taux: { A: '50.0000', B: '50.0000' },
      variante_enveloppes: {
        enveloppe_population: { A: '2.50', B: '2.50' },
        enveloppe_etp: { A: '1.50', B: '1.50' },
        enveloppe_voirie: { A: '1.00', B: '1.00' },
        total: { A: '5.00', B: '5.00' },
      },
    });
  });
});

describe('cycle annuel', () => {
  const previsionnel = { montant: '100.00', cle: { A: 1, B: 1 } };

  test('sans constaté, seulement parts et acomptes', () => {
    const sortie = calculer('cycle_annuel', {
      previsionnel,
      taux_acomptes: '0.5',
      nombre_acomptes: 2,
    });
    expect(sortie).toMatchObject({ acomptes: { A: { T1: '12.50', T2: '12.50' } } });
    expect(sortie).not.toHaveProperty('solde');
  });

  test('le solde se prend sur les acomptes émis, même différents des acomptes calculés', () => {
    expect(
      calculer('cycle_annuel', {
        previsionnel,
        taux_acomptes: '0.5',
        nombre_acomptes: 2,
        acomptes_emis: { A: { T1: '20.00' }, B: '60.00' },
        constate: { montant: '101.00' },
      }),
    ).toMatchObject({ solde: { A: '30.50', B: '-9.50' }, somme_acomptes_et_soldes: '101.00' });
  });

  test('un membre parti avant le constaté reçoit un avoir, un nouveau paie tout en solde', () => {
    expect(
      calculer('cycle_annuel', {
        previsionnel,
        taux_acomptes: '1',
        nombre_acomptes: 1,
        constate: { montant: '80.00', cle: { B: 1, C: 1 } },
      }),
    ).toMatchObject({
      solde: { A: '-50.00', B: '-10.00', C: '40.00' },
      somme_acomptes_et_soldes: '80.00',
    });
  });
});

describe('prorata temporis', () => {
  test('sans date, l’année donnée vaut pour tous', () => {
    expect(
      calculer('prorata_temporis', { montant: '764.00', cle: CLE, annee: 2027 }),
    ).toMatchObject({
      jours_presence: { A: 365, B: 365, C: 365 },
      parts: { A: '520.00', B: '180.00', C: '64.00' },
    });
  });

  test('l’écart d’une part proratisée peut revenir aux membres présents toute l’année', () => {
    expect(
      calculer('prorata_temporis', {
        montant: '300.00',
        cle: { A: 1, B: 1, C: 1 },
        entree: { C: '2027-12-31' },
        methode: 'part_annuelle_proratisee',
        reste_a_charge: 'autres_membres',
      }),
    ).toMatchObject({
      parts: { A: '149.87', B: '149.86', C: '0.27' },
      somme: '300.00',
      reste_a_charge_epci: '0.00',
    });
  });

  test('le débiteur des charges résiduelles est par défaut le seul sortant', () => {
    expect(
      calculer('prorata_temporis', {
        montant: '100.00',
        cle: { nord: 1, sud: 1 },
        sortie: { sud: '2027-12-31' },
        charges_residuelles: { montant_mensuel: '10.00', mois: 3 },
      }),
    ).toMatchObject({ indemnite_sortie: '30.00', total_du_par_sud: '80.00' });
  });
});

describe('mise à disposition', () => {
  test('sans prévision, pas d’écart ; un bénéficiaire imprévu s’écarte de tout son dû', () => {
    const service = { depenses_derniers_ca: { p: '100.00' }, unites_totales_du_service: '10' };
    const sansPrevision = calculer('d5211_16', { ...service, unites_constatees: { A: '2' } });
    expect(sansPrevision).toMatchObject({ a_rembourser: { A: '20.00' } });
    expect(sansPrevision).not.toHaveProperty('ecart_sur_prevision');
    expect(
      calculer('d5211_16', { ...service, previsions: { A: 1 }, unites_constatees: { B: 2 } }),
    ).toMatchObject({ ecart_sur_prevision: { A: '-10.00', B: '20.00' } });
  });
});

describe('biens', () => {
  test('les dégâts sont plafonnés à la caution, la franchise réduit le retard', () => {
    const emprunt = { commune: 'A', du: '2027-05-01', au: '2027-05-01' };
    expect(
      calculer('biens', {
        tarif_jour: '10.00',
        penalite_jour_retard: '5.00',
        caution: '100.00',
        emprunts: [
          { ...emprunt, retour: '2027-05-04', franchise_jours: 1, degats: '250.00' },
          emprunt,
        ],
      }),
    ).toMatchObject({
      factures: { A: '130.00' },
      detail: { A: { jours: 2, jours_retard: 2, degats: '100.00' } },
    });
  });
});

describe('autres options', () => {
  test('un transfert sans équipement ne compte que le fonctionnement', () => {
    expect(
      calculer('clect', { fonctionnement_2_ca: ['10.00', '20.01'], recettes_moyennes: '5.00' }),
    ).toMatchObject({
      cout_moyen_annualise: '0.00',
      fonctionnement_moyen: '15.01',
      charge_nette_transferee: '10.01',
    });
  });

  test('les frais d’un groupement peuvent être gratuits, leur valeur restant affichée', () => {
    expect(
      calculer('groupement', {
        frais: '10.00',
        estimations: { A: '1.00', B: '1.00' },
        regime: 'gratuit',
      }),
    ).toMatchObject({ parts: { A: '0.00', B: '0.00' }, valorisation: { A: '5.00', B: '5.00' } });
  });

  test('sous le seuil d’anonymat, rien ne s’affiche, pas même dans l’explication', () => {
    const sortie = calculer('accompagnement', {
      effectif: 9,
      repondants: 4,
      reponses: { tout_a_fait: 4, pas_du_tout: 0 },
    });
    expect(sortie).toMatchObject({ affichage: 'non', score: null, part_favorable: null });
    expect(JSON.stringify(sortie)).not.toContain('tout_a_fait');
  });

  test('l’année de retour est la première où le cumul n’est plus négatif', () => {
    expect(
      calculer('economies', {
        couts_avant: { A: '100.00' },
        investissement_initial: '30.00',
        couts_constates: ['90.00', '80.00', '70.00'],
      }),
    ).toMatchObject({ annee_retour: 'N+2' });
  });

  test('hors champ, la TVA est nulle', () => {
    expect(
      calculer('tva', { ht: { A: '10.00' }, taux: '0.2', regime: 'hors_champ' }),
    ).toMatchObject({
      tva: { A: '0.00' },
      ttc: { A: '10.00' },
    });
  });

  test('le tarif à l’acte affiche son taux de couverture', () => {
    expect(
      calculer('tarif_acte', {
        tarifs: { PC: '10.00' },
        actes: { A: { PC: 3 } },
        cout_net: '90.00',
      }),
    ).toMatchObject({ total: '30.00', taux_couverture: '33.33' });
  });

  test('le versement mensuel moyen s’arrondit, les douzièmes totalisent l’attribution', () => {
    const sortie = calculer('imputation_ac', {
      ac_avant: { a: '100.00', b: '10.00' },
      charge_service_commun: { b: '22.00' },
    });
    expect(sortie).toMatchObject({
      versement_mensuel_epci_vers_a: '8.33',
      versement_mensuel_b_vers_epci: '1.00',
      ac_negatives: ['b'],
    });
    expect(sortie.douziemes).toMatchObject({
      a: [
        '8.34',
        '8.34',
        '8.34',
        '8.34',
        '8.33',
        '8.33',
        '8.33',
        '8.33',
        '8.33',
        '8.33',
        '8.33',
        '8.33',
      ],
    });
  });

  test('une commune peut s’appeler « __proto__ » ou « constructor » sans rien fausser', () => {
    const entrees: unknown = JSON.parse('{"montant":"3.00","cle":{"__proto__":1,"constructor":2}}');
    const sortie = calculer('arrondi', entrees);
    expect(JSON.stringify(sortie.parts)).toBe('{"__proto__":"1.00","constructor":"2.00"}');
  });
});
