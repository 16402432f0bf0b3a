import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlerDonnees } from '../../moteurs/document/index.ts';
import { composerModele, trouverModele } from '../../referentiel/modeles/index.ts';
import { coutsAnnuels, derniersComptes, type EmissionLue } from './couts-annuels.ts';
import { AUJOURDHUI, unCout, uneAction, uneEtape, unService } from './pilotage.exemples.ts';
import { composerPublication } from './publication.ts';
import { donneesDuRapport, type MatiereDuRapport, redactionVide } from './rapport.ts';
import { grouperPourPublier } from './services-mutualises.ts';

describe('Ce qui se publie ne nomme personne', () => {
  const secrets = {
    pilote: 'NOM-DU-PILOTE',
    modifieePar: 'NOM-DE-L-AUTEUR',
    commentaire: 'COMMENTAIRE-INTERNE',
    motif: 'MOTIF-INTERNE',
    acte: 'ACTE-INTERNE',
    suite: 'SUITE-INTERNE',
  };

  test('ni pilote, ni auteur, ni commentaire, ni motif', () => {
    const contenu = composerPublication(
      {
        mandat: '2026-2032',
        actions: [uneAction(secrets)],
        services: [unService()],
        adoption: [],
        couts: [unCout()],
      },
      AUJOURDHUI,
    );
    const texte = JSON.stringify(contenu);
    for (const secret of Object.values(secrets)) expect(texte).not.toContain(secret);
    expect(texte).not.toMatch(/etp|agents/i);
  });

  test('la part de chaque commune ne se publie pas, seulement les totaux', () => {
    const contenu = composerPublication(
      { mandat: null, actions: [], services: [unService()], adoption: [], couts: [unCout()] },
      AUJOURDHUI,
    );
    expect(contenu.couts).toEqual({
      estPrevu: false,
      annee: 2026,
      services: [{ nom: 'Urbanisme', cout: '18642000', refacture: '18000000' }],
      cout: '18642000',
      refacture: '18000000',
    });
  });

  test('une action très en retard le dit', () => {
    const action = uneAction({ etapes: [uneEtape({ fin: '2026-01-31' })] });
    const contenu = composerPublication(
      { mandat: null, actions: [action], services: [], adoption: [], couts: [] },
      AUJOURDHUI,
    );
    expect(contenu.actions[0]).toMatchObject({ enRetard: true, avancement: 0, fin: '2026-01-31' });
  });

  test.each(['suspendue', 'abandonnee'] as const)(
    'une action %s n’annonce pas de date de fin',
    (etat) => {
      const action = uneAction({ etat, etapes: [uneEtape({ fin: '2027-04-01' })] });
      const contenu = composerPublication(
        { mandat: null, actions: [action], services: [], adoption: [], couts: [] },
        AUJOURDHUI,
      );
      expect(contenu.actions[0]).toMatchObject({ fin: null, enRetard: false });
    },
  );

  test('seule la dernière année connue se publie', () => {
    const contenu = composerPublication(
      {
        mandat: null,
        actions: [],
        services: [unService()],
        adoption: [],
        couts: [unCout({ annee: 2025, coutCentimes: 1n }), unCout()],
      },
      AUJOURDHUI,
    );
    expect(contenu.couts?.cout).toBe('18642000');
  });

  test('une prévision n’est pas une dépense : la dernière année close, même si la suivante est prévue', () => {
    const prevue = unCout({ annee: 2027, estPrevu: true });
    expect(derniersComptes([prevue, unCout()])).toMatchObject({ annee: 2026, estPrevu: false });
    expect(derniersComptes([prevue])).toMatchObject({ annee: 2027, estPrevu: true });
    const enPartie = unCout({ annee: 2027, serviceId: 'paie' });
    expect(derniersComptes([prevue, enPartie, unCout()])?.annee).toBe(2026);
    expect(derniersComptes([])).toBeNull();
  });
});

describe('L’état le plus sûr donne le coût de l’année', () => {
  const emission = (id: string, nature: EmissionLue['nature'], rang: number): EmissionLue => ({
    id,
    serviceId: 'ads',
    annee: 2026,
    nature,
    rang,
    coutCentimes: BigInt(rang) * 100n,
    communesCentimes: BigInt(rang) * 90n,
  });

  test('un rectificatif passe avant un définitif, un définitif avant un prévisionnel', () => {
    const emissions = [
      emission('a', 'rectificatif', 1),
      emission('b', 'rectificatif', 2),
      emission('c', 'definitif', 5),
      emission('d', 'previsionnel', 9),
    ];
    const parts = [
      { etatId: 'b', collectivite: '214201410', partCentimes: 180n },
      { etatId: 'd', collectivite: '214201410', partCentimes: 999n },
    ];
    for (const ordre of [emissions, emissions.toReversed()]) {
      expect(coutsAnnuels(ordre, parts, () => 'Urbanisme')).toMatchObject([
        {
          etatId: 'b',
          coutCentimes: 200n,
          refactureCentimes: 180n,
          parCommune: [{ collectivite: '214201410', montantCentimes: 180n }],
        },
      ]);
    }
  });
});

describe('Le coût d’un petit service ne se déduit pas', () => {
  const cout = (serviceId: string, coutCentimes: bigint) =>
    unCout({ serviceId, nom: serviceId, coutCentimes, refactureCentimes: coutCentimes });

  test('un service de deux agents rejoint « Autres services » avec un voisin', () => {
    const publies = grouperPourPublier(
      [cout('petit', 10n), cout('moyen', 100n), cout('grand', 1000n)],
      new Map([
        ['petit', 2],
        ['moyen', 6],
        ['grand', 20],
      ]),
    );
    expect(publies.map(({ nom, coutCentimes }) => [nom, coutCentimes])).toEqual([
      ['grand', 1000n],
      ['Autres services', 110n],
    ]);
  });

  test('un effectif inconnu est traité comme petit', () => {
    expect(grouperPourPublier([cout('seul', 10n)], new Map())).toMatchObject([
      { nom: 'Ensemble des services' },
    ]);
  });

  test('le total publié est toujours le total vrai, et aucun petit service n’y est seul', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 12 }), fc.bigInt({ min: 0n, max: 10n ** 9n })),
          {
            maxLength: 12,
          },
        ),
        (tires) => {
          const couts = tires.map(([, centimes], rang) => cout(`s${rang}`, centimes));
          const agents = new Map(tires.map(([n], rang) => [`s${rang}`, n]));
          const publies = grouperPourPublier(couts, agents);
          const somme = (liste: readonly { coutCentimes: bigint }[]) =>
            liste.reduce((total, { coutCentimes }) => total + coutCentimes, 0n);
          expect(somme(publies)).toBe(somme(couts));
          for (const { nom } of publies) {
            if (agents.has(nom)) expect(agents.get(nom)).toBeGreaterThanOrEqual(5);
          }
        },
      ),
    );
  });
});

const uneMatiere = (ecarts: Partial<MatiereDuRapport> = {}): MatiereDuRapport => ({
  annee: 2026,
  epci: 'CC Charlieu-Belmont',
  redaction: {
    ...redactionVide('dob'),
    seance: '2027-02-18',
    faits: ['ouverture du service commun d’urbanisme'],
    gains: 'Aucun la première année.',
    climat: 'Deux réunions.',
    difficultes: 'Reprise des données.',
    programme: ['ouvrir la paie'],
  },
  actions: [uneAction()],
  services: [unService()],
  couts: [unCout()],
  communes: [
    { siren: '214200529', nom: 'Charlieu' },
    { siren: '214201410', nom: 'Mars' },
    { siren: '214200073', nom: 'Arcinges' },
  ],
  aujourdhui: AUJOURDHUI,
  ...ecarts,
});

describe('Le rapport annuel se compose de ce qui est suivi', () => {
  const modele = trouverModele('rapport-annuel');
  const manques = (matiere: MatiereDuRapport): readonly (string | undefined)[] =>
    modele === undefined
      ? ['sans-modele']
      : controlerDonnees(modele, donneesDuRapport(matiere)).map(({ chemin }) => chemin);

  test('rédigé et alimenté, il ne manque de rien', () => {
    expect(manques(uneMatiere())).toEqual([]);
    const compose = composerModele('rapport-annuel', donneesDuRapport(uneMatiere()), {
      le: AUJOURDHUI,
    });
    const texte = JSON.stringify(compose);
    expect(texte).toContain('186');
    expect(texte).toContain('Charlieu');
    expect(texte).not.toContain('Arcinges');
  });

  test('vierge, il réclame ce qui s’écrit à la main', () => {
    expect(manques(uneMatiere({ redaction: redactionVide('dob') }))).toEqual([
      'seance',
      'faits',
      'gains',
      'climat',
      'difficultes',
      'programme',
    ]);
  });

  test('un coût inconnu n’est pas un coût nul : il est réclamé', () => {
    expect(manques(uneMatiere({ couts: [] }))).toEqual([
      'services[0].cout',
      'services[0].refacture',
    ]);
  });

  test('avant tout service mutualisé, il se compose quand même et le dit', () => {
    const matiere = uneMatiere({ services: [], couts: [] });
    const compose = composerModele('rapport-annuel', donneesDuRapport(matiere), { le: AUJOURDHUI });
    expect(JSON.stringify(compose)).toContain('Aucun service mutualisé n’a fonctionné en 2026');
  });
});
