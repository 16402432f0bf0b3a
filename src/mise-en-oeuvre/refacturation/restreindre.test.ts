import { expect, test } from 'vitest';
import { abregerExplication, type NoeudExplique } from '../../moteurs/calcul/index.ts';
import { calculerExercice } from './calculer.ts';
import { composerPart } from './etat.ts';
import { desActes, desEntrees } from './refacturation.exemples.ts';
import { masquerLesAgents, renvoyerPlusHaut } from './restreindre.ts';

const libelles = (noeud: NoeudExplique): readonly string[] => [
  noeud.libelle,
  ...(noeud.operandes ?? []).flatMap(libelles),
];

test('dans la page d’un exercice, chaque part renvoie au coût détaillé plus haut au lieu de le répéter', () => {
  const entrees = desEntrees({
    actes: [desActes('214200011', 'PC', 21), desActes('214200022', 'PC', 9)],
  });
  const calcule = calculerExercice(entrees);
  if (!calcule.ok) throw new Error(JSON.stringify(calcule.refus));
  const { parts, partDesCommunes } = calcule.valeur;
  const [part] = parts;
  if (part === undefined) throw new Error('Aucune part calculée.');
  const { explication } = composerPart(entrees, calcule.valeur, part);
  const cout = partDesCommunes.explication;
  const abregee = renvoyerPlusHaut(explication, cout);
  const renvoi = abregee.operandes?.find(({ libelle }) => libelle === cout.libelle);
  expect(renvoi).toEqual({
    libelle: cout.libelle,
    valeur: cout.valeur,
    unite: cout.unite,
    source: { type: 'calcul', renvoi: cout.libelle },
  });
  expect(libelles(abregee).length).toBeLessThan(libelles(explication).length);
  expect(abregee.valeur).toBe(explication.valeur);
  // Ce qui est propre à la commune reste détaillé.
  expect(libelles(abregee).some((libelle) => libelle.startsWith('Actes PC'))).toBe(true);
});

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
