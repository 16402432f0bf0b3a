import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DROITS, type Droit } from './droits.ts';
import { lireAujourdhui } from './horloge.server.ts';
import {
  aLeDroit,
  echeanceDuLien,
  estRole,
  etatDuLien,
  quiPeut,
  ROLES,
  type Role,
} from './index.ts';
import { jugerLien, type LienAJuger } from './lien-personnel.ts';
import { vientDeChezNous } from './origine.ts';
import { compterTentative, type Tentatives } from './tentatives.ts';

describe('droits', () => {
  test('le rôle lecture ne porte que des droits de lire', () => {
    const droits = (Object.keys(DROITS) as Droit[]).filter((droit) => aLeDroit('lecture', droit));
    expect(droits.length).toBeGreaterThan(3);
    expect(droits.every((droit) => droit.endsWith(':lire'))).toBe(true);
  });

  test('le rôle lecture ne voit aucune ligne par agent', () => {
    expect(aLeDroit('lecture', 'agents:nominatif')).toBe(false);
    expect(aLeDroit('elu', 'agents:nominatif')).toBe(false);
  });

  test('seule la personne pilote gère les accès, lit la boîte d’envoi et fait adopter le schéma', () => {
    for (const droit of ['acces:gerer', 'courriels:lire', 'schema:adopter'] as const) {
      expect((Object.keys(ROLES) as Role[]).filter((role) => aLeDroit(role, droit))).toEqual([
        'pilote',
      ]);
    }
  });

  test('la personne pilote porte tous les droits', () => {
    expect((Object.keys(DROITS) as Droit[]).filter((droit) => !aLeDroit('pilote', droit))).toEqual(
      [],
    );
  });

  test('un refus dit à qui revient le geste', () => {
    expect(quiPeut('grille:valider')).toBe('pilote ou commune');
  });

  test('un rôle inconnu n’est pas un rôle, même s’il porte un nom d’objet JavaScript', () => {
    expect(estRole('pilote')).toBe(true);
    expect(estRole('constructor')).toBe(false);
  });
});

describe('lien personnel', () => {
  const lien: LienAJuger = {
    collectivite: '214201410',
    expireLe: '2026-12-31',
    revoqueLe: null,
    creePar: 'Camille Pilote',
  };

  test('il ouvre jusqu’à son dernier jour compris, pas au-delà', () => {
    expect(jugerLien(lien, '2026-12-31')).toMatchObject({ ok: true });
    expect(jugerLien(lien, '2027-01-01')).toMatchObject({
      ok: false,
      refus: { code: 'lien-expire' },
    });
  });

  test('retiré, il n’ouvre plus, même avant son échéance', () => {
    expect(jugerLien({ ...lien, revoqueLe: '2026-11-24' }, '2026-11-24')).toMatchObject({
      ok: false,
      refus: { code: 'lien-revoque' },
    });
  });

  test('il n’ouvre pas l’espace d’une autre commune', () => {
    expect(jugerLien(lien, '2026-11-24', '214200529')).toMatchObject({
      ok: false,
      refus: { code: 'lien-d-une-autre-commune' },
    });
    expect(jugerLien(lien, '2026-11-24', '214201410')).toMatchObject({ ok: true });
  });

  test('tout refus dit à qui demander un nouveau lien', () => {
    const refus = [
      jugerLien(lien, '2027-01-01'),
      jugerLien({ ...lien, revoqueLe: '2026-11-24' }, '2026-11-24'),
      jugerLien(lien, '2026-11-24', '1'),
    ];
    for (const juge of refus) {
      expect(juge.ok ? '' : juge.refus.message).toContain('Camille Pilote');
    }
    const inconnu = jugerLien(null, '2026-11-24');
    expect(inconnu.ok ? '' : inconnu.refus.message).toContain('demandez un nouveau lien');
  });

  test('il vaut trois mois et son état se lit', () => {
    expect(echeanceDuLien('2026-11-24')).toBe('2027-02-22');
    expect(etatDuLien(lien, '2026-12-31')).toBe('actif');
    expect(etatDuLien(lien, '2027-01-01')).toBe('expire');
    expect(etatDuLien({ ...lien, revoqueLe: '2026-12-01' }, '2027-01-01')).toBe('revoque');
  });
});

describe('provenance d’une écriture', () => {
  const base = { methode: 'POST', origine: null, secFetchSite: null, hote: 'ensemblier.fr' };
  test.each([
    [
      'une lecture est toujours permise',
      { ...base, methode: 'GET', origine: 'https://pirate.fr' },
      true,
    ],
    ['la même origine est permise', { ...base, origine: 'https://ensemblier.fr' }, true],
    ['un autre site est refusé', { ...base, origine: 'https://pirate.fr' }, false],
    ['un autre port est un autre site', { ...base, origine: 'https://ensemblier.fr:8443' }, false],
    ['une origine opaque est refusée', { ...base, origine: 'null' }, false],
    ['Sec-Fetch-Site l’emporte', { ...base, origine: 'null', secFetchSite: 'same-origin' }, true],
    ['un site voisin est refusé', { ...base, secFetchSite: 'same-site' }, false],
    ['hors navigateur, rien n’est forgé', base, true],
  ])('%s', (_titre, provenance, attendu) => {
    expect(vientDeChezNous(provenance)).toBe(attendu);
  });
});

describe('tentatives', () => {
  test('au-delà de la limite, l’attente est annoncée, puis tout recommence', () => {
    const tentatives: Tentatives = new Map();
    const limite = { essais: 2, fenetreMs: 600_000 };
    expect(compterTentative(tentatives, 'a', 0, limite)).toBe(0);
    expect(compterTentative(tentatives, 'a', 60_000, limite)).toBe(0);
    expect(compterTentative(tentatives, 'a', 120_000, limite)).toBe(8);
    expect(compterTentative(tentatives, 'b', 120_000, limite)).toBe(0);
    expect(compterTentative(tentatives, 'a', 600_001, limite)).toBe(0);
  });

  test('jamais plus d’essais permis que la limite dans une fenêtre', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { maxLength: 60 }), (ecarts) => {
        const tentatives: Tentatives = new Map();
        const permis: number[] = [];
        let instant = 0;
        for (const ecart of ecarts) {
          instant += ecart;
          if (compterTentative(tentatives, 'a', instant, { essais: 3, fenetreMs: 10_000 }) === 0) {
            permis.push(instant);
          }
        }
        return permis.every(
          (debut, i) => (permis[i + 3] ?? Number.POSITIVE_INFINITY) >= debut + 10_000,
        );
      }),
    );
  });
});

describe('le jour', () => {
  test('c’est celui de Paris : à 23 h 30 UTC l’été, demain est déjà là', () => {
    expect(lireAujourdhui(new Date('2026-07-14T22:30:00Z'))).toBe('2026-07-15');
    expect(lireAujourdhui(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31');
  });

  test('il se remplace pour un parcours daté, et un jour faux est refusé', () => {
    process.env.ENSEMBLIER_AUJOURDHUI = '2027-03-01';
    expect(lireAujourdhui()).toBe('2027-03-01');
    process.env.ENSEMBLIER_AUJOURDHUI = '2027-02-30';
    expect(() => lireAujourdhui()).toThrow(/AAAA-MM-JJ/);
    delete process.env.ENSEMBLIER_AUJOURDHUI;
  });
});
