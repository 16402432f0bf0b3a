import { expect, test } from 'vitest';
import { abregerExplication, type NoeudExplique } from '../../moteurs/calcul/index.ts';
import { masquerLesAgents } from './restreindre.ts';

const libelles = (noeud: NoeudExplique): readonly string[] => [
  noeud.libelle,
  ...(noeud.operandes ?? []).flatMap(libelles),
];

test('un calcul employé deux fois n’est détaillé qu’une fois, agents masqués ou non', () => {
  const feuille: NoeudExplique = {
    libelle: 'Rémunérations',
    valeur: '100.00',
    unite: '€',
    source: { type: 'donnee', nom: 'Budget', millesime: '2025' },
  };
  const personnel: NoeudExplique = {
    libelle: 'Personnel',
    valeur: '100.00',
    unite: '€',
    formule: 'somme des opérandes',
    operandes: [feuille],
    source: { type: 'calcul' },
  };
  const racine: NoeudExplique = {
    libelle: 'Coût',
    valeur: '200.00',
    unite: '€',
    formule: 'somme des opérandes',
    operandes: [personnel, personnel],
    source: { type: 'calcul' },
  };
  expect(libelles(abregerExplication(masquerLesAgents(racine)))).toEqual([
    'Coût',
    'Personnel',
    'Rémunérations',
    'Personnel',
  ]);
});
