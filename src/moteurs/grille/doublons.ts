import type { EnregistrementDeLigne, LignePhysique } from './ligne-physique.ts';
import { consigner } from './ligne-physique.ts';
import type { SchemaDeGrille } from './schema.ts';

const signature = (ligne: LignePhysique): string => JSON.stringify(ligne.lues);

const contenu = (ligne: LignePhysique, schema: SchemaDeGrille): string | null =>
  ligne.estBloquee || ligne.enregistrements.length === 0
    ? null
    : JSON.stringify(ligne.enregistrements.map((e) => schema.colonnes.map((c) => e.lire(c.nom))));

const marquerIdentique = (ligne: LignePhysique, premiere: LignePhysique, cle: string): void => {
  ligne.estDoublon = true;
  ligne.estBloquee = false;
  ligne.anomalies.splice(0, ligne.anomalies.length, {
    feuille: ligne.feuille,
    ligne: ligne.numero,
    colonne: '(ligne)',
    cellule: null,
    action: 'reparer',
    lue: cle,
    valeur: null,
    regle: 'doublon-identique',
    message: `Ligne identique à la ligne ${premiere.numero}${premiere.feuille === ligne.feuille ? '' : ` de la feuille « ${premiere.feuille} »`} : retenue une seule fois.`,
  });
};

const cleDe = (e: EnregistrementDeLigne, schema: SchemaDeGrille): string | null => {
  const valeurs = schema.cle.map((champ) => e.lire(champ));
  return valeurs.some((v) => v === '') ? null : valeurs.join('\u001f');
};

/** Écarte les lignes strictement identiques (telles que lues, ou une fois réparées) : la première est gardée. */
const ecarterIdentiques = (lignes: readonly LignePhysique[], schema: SchemaDeGrille): void => {
  const vues = new Map<string, LignePhysique>();
  for (const ligne of lignes) {
    const cles = [`${ligne.feuille}\u001f${signature(ligne)}`, contenu(ligne, schema)].filter(
      (c) => c !== null,
    );
    const premiere = cles.map((c) => vues.get(c)).find((l) => l !== undefined);
    const premierEnregistrement = ligne.enregistrements[0];
    if (premiere && premierEnregistrement)
      marquerIdentique(ligne, premiere, premierEnregistrement.lire(schema.cle.at(-1) ?? ''));
    else for (const c of cles) vues.set(c, ligne);
  }
};

const champsDifferents = (
  groupe: readonly EnregistrementDeLigne[],
  schema: SchemaDeGrille,
): string[] =>
  schema.colonnes
    .map((c) => c.nom)
    .filter(
      (champ) => !schema.cle.includes(champ) && new Set(groupe.map((e) => e.lire(champ))).size > 1,
    );

const bloquerGroupe = (groupe: readonly EnregistrementDeLigne[], schema: SchemaDeGrille): void => {
  const toutes = schema.doublons === 'bloquer-toutes';
  const differents = champsDifferents(groupe, schema);
  const situes = differents.filter((champ) => groupe.some((e) => e.place(champ)));
  const champCle = schema.cle.at(-1) ?? '';
  const titres = situes.map(
    (champ) => groupe[0]?.place(champ)?.colonne.intitule.texte.trim() ?? champ,
  );
  const numeros = groupe.map((e) => e.physique.numero).join(', ');
  const valeurCle = groupe[0]?.lire(champCle) ?? '';
  const cibles = toutes ? groupe : groupe.slice(1);
  for (const e of cibles) {
    const message = toutes
      ? `« ${valeurCle} » présent plusieurs fois (lignes ${numeros}) ${titres.length > 0 ? `avec des valeurs différentes (${titres.slice(0, 4).join(', ')})` : 'sur des lignes différentes'} : choisissez ; toutes ces lignes sont bloquées.`
      : `« ${valeurCle} » est déjà utilisé ligne ${groupe[0]?.physique.numero} pour autre chose : donnez un autre numéro.`;
    const champs = toutes && situes.length > 0 ? situes : [champCle];
    for (const champ of champs) {
      const place = e.place(champ);
      consigner(e.physique, place?.colonne ?? null, place?.cellule ?? null, {
        action: 'bloquer_ligne',
        regle: 'doublon-contradictoire',
        valeur: null,
        message,
      });
    }
  }
};

/** Traite les doublons : identiques retenus une fois, contradictoires bloqués. */
export const traiterDoublons = (lignes: readonly LignePhysique[], schema: SchemaDeGrille): void => {
  ecarterIdentiques(lignes, schema);
  const groupes = new Map<string, EnregistrementDeLigne[]>();
  for (const ligne of lignes) {
    if (ligne.estDoublon) continue;
    for (const e of ligne.enregistrements) {
      const cle = cleDe(e, schema);
      if (cle === null) continue;
      const groupe = groupes.get(cle);
      if (groupe) groupe.push(e);
      else groupes.set(cle, [e]);
    }
  }
  for (const groupe of groupes.values()) if (groupe.length > 1) bloquerGroupe(groupe, schema);
};
