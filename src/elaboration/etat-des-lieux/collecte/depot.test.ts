import { describe, expect, test } from 'vitest';
import { grouperAnomalies } from './anomalies.ts';
import { MARS, uneLecture } from './collecte.exemples.ts';
import {
  confirmer,
  corriger,
  laisserDeCote,
  mesurerDepot,
  preparerLignes,
  reprendre,
  SANS_DECISION,
} from './depot.ts';

describe('ce qui reste à faire avant de valider', () => {
  test('une réparation proposée attend d’être confirmée, une ligne bloquée d’être corrigée', () => {
    const { aConfirmer, bloquees, pretes, peutValider } = mesurerDepot(uneLecture(), SANS_DECISION);
    expect(aConfirmer.map(({ numero }) => numero)).toEqual([0]);
    expect(bloquees).toEqual(['b0']);
    expect(pretes).toBe(2);
    expect(peutValider).toBe(false);
  });

  test('tout confirmé et la ligne bloquée corrigée : on peut valider', () => {
    const corrigee = { siren: MARS, matricule: '00012', service: 'VOI', quotite: '100' };
    const decisions = corriger(confirmer(SANS_DECISION, [0]), 'b0', [corrigee]);
    expect(mesurerDepot(uneLecture(), decisions)).toMatchObject({ pretes: 3, peutValider: true });
    expect(preparerLignes(uneLecture(), decisions).at(-1)).toEqual({
      repere: 'b0',
      ligne: 4,
      feuille: null,
      valeurs: corrigee,
      estCorrigee: true,
    });
  });

  test('corriger une ligne importée vaut confirmation de ses réparations', () => {
    const decisions = corriger(SANS_DECISION, 'l0', [{ matricule: '00009', quotite: '90' }]);
    expect(mesurerDepot(uneLecture(), decisions).aConfirmer).toEqual([]);
    expect(preparerLignes(uneLecture(), decisions)[0]?.valeurs.quotite).toBe('90');
  });

  test('une ligne laissée de côté n’est pas écrite, n’empêche pas de valider et se reprend', () => {
    const decisions = laisserDeCote(confirmer(SANS_DECISION, [0]), 'b0');
    expect(mesurerDepot(uneLecture(), decisions)).toMatchObject({
      pretes: 2,
      laissees: 1,
      peutValider: true,
    });
    expect(mesurerDepot(uneLecture(), reprendre(decisions, 'b0')).bloquees).toEqual(['b0']);
  });

  test('un fichier refusé ne se valide jamais', () => {
    const lecture = uneLecture({
      lignes: [],
      bloquees: [],
      anomalies: [],
      bilan: { ...uneLecture().bilan, fichierRefuse: true },
    });
    expect(mesurerDepot(lecture, SANS_DECISION).peutValider).toBe(false);
  });
});

describe('les anomalies se groupent par cause', () => {
  test('ce qui bloque d’abord, puis ce qui se confirme, puis ce qui est réparé', () => {
    expect(grouperAnomalies(uneLecture()).map(({ action }) => action)).toEqual([
      'bloquer_ligne',
      'reparer_et_signaler',
      'reparer',
    ]);
  });

  test('aucune anomalie n’est omise', () => {
    const nombre = grouperAnomalies(uneLecture()).reduce(
      (cumul, { anomalies }) => cumul + anomalies.length,
      0,
    );
    expect(nombre).toBe(uneLecture().anomalies.length);
  });
});
