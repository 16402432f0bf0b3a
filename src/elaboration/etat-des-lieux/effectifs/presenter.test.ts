import { describe, expect, test } from 'vitest';
import { agentsDeCharlieu, unAgent } from './effectifs.exemples.ts';
import { montrerEffectifs } from './presenter.ts';
import { ouvrirTotal } from './sources.ts';
import { synthetiser } from './synthese.ts';

const PHOTO = '2025-12-31';
const LIBELLES = { collectivites: new Map(), services: new Map([['EV', 'Espaces verts']]) };
const montrer = (estNominatif: boolean) =>
  montrerEffectifs(synthetiser(agentsDeCharlieu(), PHOTO), LIBELLES, { estNominatif });

describe('qui a le droit nominatif voit tout', () => {
  test('aucune case n’est masquée, les libellés remplacent les codes', () => {
    const vus = montrer(true);
    expect(vus.casesMasquees).toBe(0);
    expect(vus.cinquanteCinqEtPlus).toBe(112);
    expect(vus.parService.find(({ code }) => code === 'EV')?.libelle).toBe('Espaces verts');
  });
});

describe('les petits effectifs sont masqués pour les autres', () => {
  const vus = montrer(false);

  test('aucune case montrée ne compte moins de cinq agents', () => {
    const montrees = [
      ...vus.croisement.flat(),
      ...vus.parCollectivite.map(({ mesure }) => mesure),
      ...vus.parService.map(({ mesure }) => mesure),
    ].filter((mesure) => mesure !== null && mesure !== undefined);
    expect(
      montrees.filter(({ agents, postes }) => Math.max(agents, postes) < 5 && agents + postes > 0),
    ).toEqual([]);
    expect(vus.casesMasquees).toBeGreaterThan(100);
  });

  test('ce qui est masqué ne quitte pas le serveur : ni ETP, ni coût', () => {
    expect(vus.croisement.flat().includes(null)).toBe(true);
  });

  test('un total général reste dit ; un compte isolé est arrondi au multiple de cinq', () => {
    expect(vus.total.agents).toBe(400);
    expect(vus.cinquanteCinqEtPlus).toBe(110);
  });

  test('un compte de moins de cinq est tu', () => {
    const petits = montrerEffectifs(
      synthetiser([unAgent({ estNonComplet: true })], PHOTO),
      LIBELLES,
      { estNominatif: false },
    );
    expect(petits.nonComplets).toBeNull();
  });
});

describe('chaque total s’ouvre sur ses cellules sources', () => {
  const agents = agentsDeCharlieu();
  const synthese = synthetiser(agents, PHOTO);

  test.each([...synthese.parService])(
    'le service $service : les cellules font le total',
    (service) => {
      const sources = ouvrirTotal(agents, { service: service.service }, PHOTO);
      expect(sources.reduce((cumul, { etpCentiemes }) => cumul + etpCentiemes, 0)).toBe(
        service.etpCentiemes,
      );
      expect(sources.reduce((cumul, { coutCentimes }) => cumul + coutCentimes, 0n)).toBe(
        service.coutCentimes,
      );
    },
  );

  test('une tranche d’âge, une collectivité, des départs', () => {
    const tranche = synthese.pyramide.find(({ code }) => code === '55-59');
    expect(ouvrirTotal(agents, { tranche: '55-59' }, PHOTO).length).toBe(tranche?.agents);
    const [premiere] = synthese.parCollectivite;
    expect(ouvrirTotal(agents, { collectivite: premiere?.collectivite }, PHOTO).length).toBe(
      premiere?.agents,
    );
    const { dansCinqAns, ageDOuverture } = synthese.departs;
    expect(
      ouvrirTotal(agents, { departJusquEn: dansCinqAns.jusquEn, ageDOuverture }, PHOTO).length,
    ).toBe(dansCinqAns.agents);
  });

  test('la source dit le fichier et la cellule', () => {
    const [source] = ouvrirTotal(agents, {}, PHOTO);
    expect(source?.origineEtp).toBe('grille-rh.csv, cellule O2');
  });
});
