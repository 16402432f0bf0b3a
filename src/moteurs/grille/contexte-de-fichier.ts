import type { Action } from './anomalie.ts';
import type { MoyensDeLecture } from './cellule-lue.ts';
import { champsPresents } from './champs-presents.ts';
import { estVide, lettreDeColonne, texteDe } from './classeur.ts';
import { lireNomDeMois } from './date.ts';
import { anneeNommee } from './modele-de-colonnes.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';
import { premiereCellule } from './rangees.ts';
import type { CollectiviteDuTerritoire, ColonneDeGrille, SchemaDeGrille } from './schema.ts';
import { mots, resserrer } from './texte.ts';

/** Une valeur commune à toutes les lignes d’une feuille, et d’où elle vient. */
export interface ValeurDeContexte {
  readonly champs: Readonly<Record<string, string>>;
  readonly ligne: number;
  readonly colonne: string;
  readonly lue: string;
  readonly action: Extract<Action, 'reparer' | 'reparer_et_signaler'>;
  readonly regle: 'titre-informatif' | 'collectivite-du-fichier';
  readonly message: string;
}

interface Source {
  readonly texte: string;
  readonly ligne: number;
  readonly colonne: string;
  readonly nom: string;
  readonly sure: boolean;
}

const sourcesDe = (plan: PlanDeFeuille, nomFichier: string): Source[] => {
  const titres = plan.feuille.rangees
    .slice(0, plan.enTete.rang)
    .filter((r) => r.cellules.some((c) => !estVide(c)))
    .map((rangee) => {
      const { rang } = premiereCellule(rangee);
      const texte = rangee.cellules
        .map(texteDe)
        .map(resserrer)
        .filter((t) => t !== '')
        .join(' ');
      return {
        texte,
        ligne: rangee.numero,
        colonne: lettreDeColonne(rang),
        nom: 'le titre',
        sure: true,
      };
    });
  const ligne = plan.enTete.numero;
  return [
    ...titres,
    {
      texte: plan.feuille.nom,
      ligne,
      colonne: '(feuille)',
      nom: 'le nom de la feuille',
      sure: true,
    },
    {
      texte: nomFichier.replace(/\.[a-z0-9]+$/i, '').replace(/[_.-]+/g, ' '),
      ligne,
      colonne: '(fichier)',
      nom: 'le nom du fichier',
      sure: false,
    },
  ];
};

const lireMoisNomme = (texte: string): string | null => {
  const noms = mots(texte)
    .map((mot) => (mot.length >= 3 ? lireNomDeMois(mot) : null))
    .filter((m) => m !== null);
  const distincts = new Set(noms);
  return distincts.size === 1 ? String(noms[0]) : null;
};

const lireListe = (
  texte: string,
  colonne: ColonneDeGrille,
  moyens: MoyensDeLecture,
): string | null => {
  const index = moyens.index[colonne.nomenclature ?? colonne.nom];
  if (!index) return null;
  const liste = resserrer(texte).split(' ');
  for (let taille = Math.min(6, liste.length); taille >= 1; taille -= 1)
    for (let debut = 0; debut + taille <= liste.length; debut += 1) {
      const extrait = liste.slice(debut, debut + taille).join(' ');
      if (extrait.length < 3 && taille < liste.length) continue;
      const trouve = index.rapprocher(extrait);
      if (trouve.ok && trouve.niveau !== 'faute' && trouve.niveau !== 'abrege') return trouve.code;
    }
  return null;
};

/** « Du 01/01/2025 au 31/12/2025 » : l’année de la période ; une date seule est une date d’édition. */
const anneeDePeriode = (texte: string): string | null => {
  const bornes = [...texte.matchAll(/\d{1,2}[/.-]\d{1,2}[/.-]((?:19|20)\d{2})(?!\d)/g)];
  const annees = new Set(bornes.map(([, annee = '']) => annee));
  return bornes.length >= 2 && annees.size === 1 ? ([...annees][0] ?? null) : null;
};

const lireDansTexte = (
  texte: string,
  colonne: ColonneDeGrille,
  moyens: MoyensDeLecture,
): string | null => {
  if (colonne.nature === 'annee') {
    const sansDates = texte.replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/g, ' ');
    const annees = new Set(sansDates.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []);
    if (annees.size === 0) return anneeDePeriode(texte);
    return annees.size === 1 ? anneeNommee(sansDates) : null;
  }
  if (colonne.nature === 'mois') return lireMoisNomme(texte);
  return colonne.nature === 'nomenclature' && colonne.valeurs
    ? lireListe(texte, colonne, moyens)
    : null;
};

const collectiviteDe = (
  sources: readonly Source[],
  schema: SchemaDeGrille,
  moyens: MoyensDeLecture,
  depot: CollectiviteDuTerritoire | null,
): ValeurDeContexte | null => {
  const cible = schema.collectivite;
  if (!cible) return null;
  const champs = (c: CollectiviteDuTerritoire) => ({
    [cible.siren]: c.siren,
    ...(cible.nom === null ? {} : { [cible.nom]: c.nom }),
  });
  const derniere = sources.at(-1);
  const contexte = (c: CollectiviteDuTerritoire, message: string): ValeurDeContexte => ({
    champs: champs(c),
    ligne: derniere?.ligne ?? 1,
    colonne: '(fichier)',
    lue: '',
    action: 'reparer_et_signaler',
    regle: 'collectivite-du-fichier',
    message,
  });
  if (depot) return contexte(depot, `Collectivité choisie au dépôt du fichier : ${depot.nom}.`);
  for (const source of sources) {
    const trouvee = moyens.annuaire.nommeeDans(source.texte);
    if (trouvee)
      return contexte(
        trouvee,
        `Collectivité lue dans ${source.nom} : ${trouvee.nom}, à confirmer.`,
      );
  }
  return schema.collectiviteParDefaut === 'epci'
    ? contexte(
        moyens.annuaire.epci,
        `Aucune collectivité dans le fichier : ${moyens.annuaire.epci.nom} retenue.`,
      )
    : null;
};

/** La première source qui donne une valeur pour cette colonne. */
const valeurDeColonne = (
  colonne: ColonneDeGrille,
  sources: readonly Source[],
  moyens: MoyensDeLecture,
): ValeurDeContexte | null => {
  for (const source of sources) {
    const valeur = lireDansTexte(source.texte, colonne, moyens);
    if (valeur !== null)
      return {
        champs: { [colonne.nom]: valeur },
        ligne: source.ligne,
        colonne: source.colonne,
        lue: source.texte,
        regle: 'titre-informatif',
        action: source.sure ? 'reparer' : 'reparer_et_signaler',
        message: `« ${colonne.titre} » ${valeur} lu dans ${source.nom}.`,
      };
  }
  return null;
};

/** Ce que disent le titre, la feuille et le nom du fichier quand une colonne manque. */
export const lireContexte = (
  plan: PlanDeFeuille,
  schema: SchemaDeGrille,
  moyens: MoyensDeLecture,
  nomFichier: string,
  depot: CollectiviteDuTerritoire | null,
): ValeurDeContexte[] => {
  const sources = sourcesDe(plan, nomFichier);
  const presents = champsPresents(plan, schema, []);
  const cherchees = schema.colonnes.filter(
    (c) => !presents.has(c.nom) && c.obligatoire && !(c.nom in schema.calculees),
  );
  const valeurs = cherchees.flatMap((colonne) => valeurDeColonne(colonne, sources, moyens) ?? []);
  const sansCollectivite = schema.collectivite !== null && !presents.has(schema.collectivite.siren);
  const collectivite = sansCollectivite ? collectiviteDe(sources, schema, moyens, depot) : null;
  return collectivite ? [...valeurs, collectivite] : valeurs;
};
