import { describe, expect, test } from 'vitest';
import {
  type Bloc,
  controlerDonnees,
  controlerModele,
  type RefusDeComposition,
  texteNu,
} from '../../moteurs/document/index.ts';
import {
  champsDuModele,
  composerModele,
  exempleDuModele,
  listerModeles,
  trouverModele,
} from './index.ts';

const LE = '2026-11-24';

type Donnees = Record<string, unknown>;

/** L’exemple d’un modèle, modifié par chemins (`parties[0].cst.date`). */
const exemple = (nom: string, changements: Readonly<Record<string, unknown>> = {}): Donnees => {
  const donnees = structuredClone(exempleDuModele(nom)) as Donnees;
  for (const [chemin, valeur] of Object.entries(changements)) changer(donnees, chemin, valeur);
  return donnees;
};

const changer = (donnees: Donnees, chemin: string, valeur: unknown): void => {
  const noms = chemin.split(/[.[\]]+/u).filter((nom) => nom !== '');
  const dernier = noms.pop() ?? '';
  const cible = noms.reduce<Donnees>((objet, nom) => objet[nom] as Donnees, donnees);
  if (valeur === undefined) delete cible[dernier];
  else cible[dernier] = valeur;
};

/** Faux pour un champ d’une liste facultative que l’exemple ne remplit pas. */
const existe = (donnees: Donnees, chemin: string): boolean => {
  const noms = chemin.split(/[.[\]]+/u).filter((nom) => nom !== '');
  return (
    noms.reduce<unknown>((objet, nom) => (objet as Donnees | undefined)?.[nom], donnees) !==
    undefined
  );
};

const refus = (
  nom: string,
  changements: Readonly<Record<string, unknown>>,
): readonly RefusDeComposition[] => {
  const resultat = composerModele(nom, exemple(nom, changements), { le: LE });
  return resultat.ok ? [] : resultat.refus;
};

const texteDesBlocs = (blocs: readonly Bloc[]): string => JSON.stringify(blocs);

describe.each(listerModeles().map((modele) => [modele.nom, modele] as const))(
  'Modèle « %s »',
  (nom, modele) => {
    test('il se relit sans défaut', () => {
      expect(controlerModele(modele, trouverModele)).toEqual([]);
    });

    test('son exemple se compose sans aucun champ manquant', () => {
      const resultat = composerModele(nom, exempleDuModele(nom), { le: LE });
      expect(resultat.ok ? [] : resultat.refus).toEqual([]);
      if (resultat.ok) expect(texteDesBlocs(resultat.valeur.blocs)).not.toContain('"manquant"');
    });

    test('mêmes données, même jour : même document', () => {
      const deux = [1, 2].map(() => composerModele(nom, exempleDuModele(nom), { le: LE }));
      expect(deux[0]).toEqual(deux[1]);
    });

    test('chaque champ requis qui manque est refusé, avec son chemin et l’endroit où le renseigner', () => {
      const requis = (champsDuModele(nom) ?? []).filter((champ) => champ.requis);
      expect(requis.length).toBeGreaterThan(5);
      for (const { chemin, libelle } of requis) {
        const ici = chemin.replaceAll('[]', '[0]');
        if (!existe(exemple(nom), ici)) continue;
        const trouve = refus(nom, { [ici]: undefined }).find((motif) => motif.chemin === ici);
        expect(trouve, ici).toMatchObject({ code: 'champ-manquant', libelle });
        expect(trouve?.ou, ici).toBeTruthy();
      }
    });

    test('vide, il se compose en projet qui montre ses manques', () => {
      const resultat = composerModele(nom, {}, { le: LE, brouillon: true });
      expect(resultat.ok ? resultat.valeur.metadonnees.etat : resultat.refus).toBe('projet');
      if (resultat.ok) expect(texteDesBlocs(resultat.valeur.blocs)).toContain('"manquant"');
    });

    test('chaque champ a un libellé', () => {
      for (const champ of champsDuModele(nom) ?? [])
        expect(champ.libelle.length).toBeGreaterThan(1);
    });
  },
);

test('un modèle inconnu est un refus qui donne la liste', () => {
  const resultat = composerModele('bail', {}, { le: LE });
  expect(resultat.ok ? '' : resultat.refus[0]).toMatchObject({ code: 'modele-inconnu' });
  expect(resultat.ok ? '' : resultat.refus[0]?.message).toContain('convention-service-commun');
});

describe('La convention de service commun respecte le droit', () => {
  const NOM = 'convention-service-commun';

  test('ses clauses couvrent toutes les règles SC-01 à SC-17, et chacune a son article', () => {
    const resultat = composerModele(
      NOM,
      exemple(NOM, { 'finances.imputation_ac': true, 'finances.imputation_base': '1000' }),
      { le: LE },
    );
    if (!resultat.ok) throw new Error('refusée');
    const { clauses, blocs } = resultat.valeur;
    const couvertes = new Set(clauses.flatMap(({ regles }) => regles));
    // SC-05 et SC-06 sont portées par la fiche d’impact, annexée.
    const attendues = Array.from(
      { length: 17 },
      (_, rang) => `SC-${String(rang + 1).padStart(2, '0')}`,
    );
    expect(attendues.filter((regle) => !couvertes.has(regle))).toEqual(['SC-05', 'SC-06']);
    expect(clauses.every(({ article }) => article !== null)).toBe(true);
    const annexes = blocs
      .filter((bloc) => bloc.type === 'annexe')
      .map(({ titre }) => texteNu(titre.contenu));
    expect(annexes).toEqual(expect.arrayContaining(['Fiche d’impact', 'Accords collectifs']));
  });

  test.each([
    ['SC-01', { parties: 'sans-epci' }],
    ['SC-05', { 'parties[1].cst.date': '2026-08-31' }],
    ['SC-07', { 'agents.postes[0].quotite': '80' }],
    ['SC-08', { 'agents.postes[2].quotite': '100' }],
    ['SC-09', { 'agents.transferes_etp': '2.5' }],
    ['SC-12', { 'parties[0].deliberation.date': '2026-09-01' }],
    ['SC-12', { 'parties[0].deliberation.date': '2027-01-02' }],
    [
      'SC-14',
      {
        'epci.regime_fiscal': 'FA',
        'finances.imputation_ac': true,
        'finances.imputation_base': '1000',
      },
    ],
    ['cles-100', { 'finances.cles[0].ponderation': '99' }],
    ['annexe-financiere', { 'finances.simulation[0].montant': '1.00' }],
  ])('%s : refusée si %o', (code, changements) => {
    const donnees =
      'parties' in changements
        ? {
            parties: (exemple(NOM).parties as { qualite: string }[]).filter(
              ({ qualite }) => qualite !== 'epci',
            ),
          }
        : changements;
    expect(refus(NOM, donnees).map((motif) => motif.code)).toContain(code);
  });

  test('SC-04 : une commune gestionnaire exige la délibération communautaire qui la choisit', () => {
    expect(refus(NOM, { 'gestionnaire.type': 'commune' })).toEqual([
      expect.objectContaining({
        chemin: 'gestionnaire.deliberation',
        article: 'CGCT, art. L. 5211-4-2',
      }),
    ]);
  });

  test('SC-09 : zéro agent transféré est admis s’il est écrit', () => {
    expect(refus(NOM, { 'agents.transferes_nb': 0, 'agents.transferes_etp': 0 })).toEqual([]);
  });

  test('avant l’avis du comité social, ni avis ni délibération ne sont exigés', () => {
    const parties = (exemple(NOM).parties as Donnees[]).map(
      ({ cst: _cst, deliberation: _deliberation, ...reste }) => reste,
    );
    expect(refus(NOM, { stade: 'projet-cst', parties })).toEqual([]);
    expect(refus(NOM, { stade: 'projet-deliberation', parties }).length).toBe(parties.length);
  });

  test('gratuite, elle n’exige ni clé ni calendrier et n’a pas d’article financier', () => {
    const finances = {
      annee: '2027',
      regime: 'gratuit',
      postes: [{ libelle: 'Personnel', montant: '10.00' }],
      cout_previsionnel: '10.00',
    };
    const resultat = composerModele(NOM, exemple(NOM, { finances }), { le: LE });
    expect(
      resultat.ok ? resultat.valeur.clauses.map(({ id }) => id) : resultat.refus,
    ).not.toContain('calendrier-financier');
    expect(resultat.ok).toBe(true);
  });
});

describe('Les autres actes respectent le droit', () => {
  test('SCH-04 : le schéma exige les deux impacts, pour les mêmes collectivités, et des effectifs qui s’équilibrent', () => {
    const nom = 'schema-mutualisation';
    expect(refus(nom, { impact_depenses: [] })[0]).toMatchObject({
      code: 'champ-manquant',
      article: 'CGCT, art. L. 5211-39-1',
    });
    expect(refus(nom, { 'impact_effectifs[0].etp_apres': '1.00' })[0]).toMatchObject({
      code: 'SCH-04',
    });
    const depenses = exemple(nom).impact_depenses as unknown[];
    expect(refus(nom, { impact_depenses: depenses.slice(1) })[0]).toMatchObject({ code: 'SCH-04' });
    const effectifs = exemple(nom).impact_effectifs as unknown[];
    expect(refus(nom, { impact_effectifs: effectifs.slice(1) })[0]).toMatchObject({
      code: 'SCH-04',
    });
  });

  test('SCH-06 : un avis délibéré après le délai est refusé, le dernier jour est admis', () => {
    expect(refus('deliberation-avis', { 'seance.date': '2027-02-06' })[0]).toMatchObject({
      code: 'SCH-06',
    });
    expect(refus('deliberation-avis', { 'seance.date': '2027-02-05' })).toEqual([]);
  });

  test('un avis réservé ou défavorable donne ses motifs', () => {
    expect(refus('deliberation-avis', { reserves: [] })[0]).toMatchObject({ chemin: 'reserves' });
    expect(refus('deliberation-avis', { sens: 'favorable', reserves: [] })).toEqual([]);
  });

  test.each([
    ['etat-postes', { cout: '1.00' }],
    ['etat-parts', { 'repartition[0].part': '0.01' }],
    ['etat-part', { part: '1.00' }],
    ['etat-solde', { solde: '0.01' }],
  ])('un état dont les sommes ne retombent pas juste est refusé (%s)', (code, changements) => {
    expect(refus('etat-refacturation', changements).map((motif) => motif.code)).toContain(code);
  });

  test('une fiche d’impact publiée ne laisse identifier personne', () => {
    expect(refus('fiche-impact', { 'effectifs[0].non_concernes': 1 })[0]).toMatchObject({
      code: 'petits-effectifs',
    });
  });

  test('SC-06 : chacune des quatre rubriques de la fiche d’impact est obligatoire', () => {
    for (const rubrique of ['organisation', 'conditions', 'remuneration', 'droits'])
      expect(
        controlerDonnees(
          trouverModele('fiche-impact') ?? listerModeles()[0] ?? impossible(),
          exemple('fiche-impact', { [rubrique]: [] }),
        )[0],
      ).toMatchObject({ chemin: rubrique, article: 'CGCT, art. L. 5211-4-2' });
  });
});

const impossible = (): never => {
  throw new Error('aucun modèle');
};
