import type { Acces } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lirePerimetres } from './donnees/lire-perimetres.server.ts';
import { gainAnnuel } from './fiches/donnees-de-fiche.ts';
import { lireFiches } from './fiches/lire-fiches.server.ts';
import { mandatAu } from './mandat.ts';
import { lireMatiere, listerManques } from './redaction/composer-schema.server.ts';
import { lireSections } from './redaction/sections.sql.server.ts';
import { champsExiges, SECTIONS } from './redaction/sections.ts';
import { listerVersions } from './redaction/versions.sql.server.ts';
import { estVide, valeurDe } from './saisie/champs.ts';
import { lireSchema } from './schema.sql.server.ts';

/** Ce que la page du schéma montre. Une commune ou un élu n’y voit que les fiches prêtes. */
export const montrerSchema = ({ base, contexte, aujourdhui, collectivite }: Acces) =>
  dansTerritoire(base, contexte, async (tx) => {
    const schema = await lireSchema(tx, contexte);
    const toutes = await lireFiches(tx, contexte);
    const fiches = collectivite === null ? toutes : toutes.filter(({ etat }) => etat === 'prete');
    const ouverts = new Set(toutes.map(({ perimetreId }) => perimetreId));
    const perimetres = collectivite === null ? await lirePerimetres(tx, contexte) : [];
    const redigees = schema === null ? [] : await lireSections(tx, contexte, schema.id);
    const matiere = schema === null ? null : await lireMatiere(tx, contexte, schema, aujourdhui);
    return {
      mandat: schema?.mandat ?? mandatAu(aujourdhui).nom,
      aujourdhui,
      estLimite: collectivite !== null,
      fiches: fiches.map((fiche) => ({
        id: fiche.id,
        code: fiche.code,
        titre: fiche.titre,
        forme: fiche.forme,
        communes: fiche.perimetre.length,
        etpCentiemes: fiche.moyens.etpCentiemes,
        coutCentimes: fiche.moyens.coutCentimes,
        gain: gainAnnuel(fiche),
        etat: fiche.etat,
      })),
      sansFiche: perimetres
        .filter(({ id }) => !ouverts.has(id))
        .map(({ id, libelle, forme, decideLe, membres }) => ({
          id,
          libelle,
          forme,
          decideLe,
          communes: membres.length,
        })),
      sections: SECTIONS.map((section) => {
        const redigee = redigees.find(({ code }) => code === section.code);
        const exiges = champsExiges(section);
        const vides = exiges.filter((champ) => estVide(valeurDe(champ, redigee?.redaction ?? {})));
        return {
          code: section.code,
          titre: section.titre,
          chapeau: section.chapeau,
          exiges: exiges.length,
          ecrits: exiges.length - vides.length,
          modifiee:
            redigee === undefined ? null : { le: redigee.modifieeLe, par: redigee.modifieePar },
        };
      }),
      nombreDeManques: matiere === null ? null : listerManques(matiere).length,
      versions: schema === null ? [] : await listerVersions(tx, contexte, schema.id),
    };
  });

export type SchemaMontre = Awaited<ReturnType<typeof montrerSchema>>;
