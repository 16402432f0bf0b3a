import fs from 'node:fs';
import path from 'node:path';
import type { Reference } from '../../moteurs/grille/index.ts';
import { GRILLES, trouverGrille } from '../../referentiel/grilles/index.ts';
import { lireGrille } from '../../socle/tableurs/index.server.ts';
import { exigerOption, lireArguments, lireOctets } from './arguments.ts';
import { CODES, type Commande, ErreurUsage } from './commande.ts';
import { lireTerritoireDonne } from './territoire-donne.ts';

/** Les grilles déjà en ligne : un CSV canonique par grille, nommé comme elle. */
const lireReference = async (
  dossier: string,
  territoire: Parameters<typeof lireGrille>[0]['territoire'],
): Promise<Reference> => {
  if (!fs.statSync(dossier, { throwIfNoEntry: false })?.isDirectory())
    throw new ErreurUsage(`--reference : le dossier « ${dossier} » n’existe pas.`);
  const presentes = GRILLES.map(({ nom }) => ({ nom, chemin: path.join(dossier, `${nom}.csv`) }));
  const lues = await Promise.all(
    presentes
      .filter(({ chemin }) => fs.existsSync(chemin))
      .map(async ({ nom, chemin }) => {
        const octets = fs.readFileSync(chemin);
        const { lignes } = await lireGrille({
          grille: nom,
          territoire,
          nomFichier: `${nom}.csv`,
          octets,
        });
        return [nom, lignes.map(({ valeurs }) => valeurs)] as const;
      }),
  );
  return Object.fromEntries(lues);
};

const commande: Commande = {
  mots: ['grille', 'lire'],
  usage: 'grille lire --grille G --territoire T.json [--reference DOSSIER] FICHIER',
  resume: 'Lit un fichier rendu : lignes réparées, anomalies à la cellule, lignes bloquées, bilan.',
  executer: async (suite) => {
    const lus = lireArguments(suite, ['grille', 'territoire', 'reference']);
    const grille = exigerOption(lus, 'grille');
    const [fichier] = lus.libres;
    if (fichier === undefined) throw new ErreurUsage('Indiquez le fichier à lire.');
    if (trouverGrille(grille) === undefined) {
      throw new ErreurUsage(
        `La grille « ${grille} » n’existe pas. Grilles connues : ${GRILLES.map(({ nom }) => nom).join(', ')}.`,
      );
    }
    const territoire = lireTerritoireDonne(lus);
    const { reference: dossier } = lus.options;
    const reference = dossier === undefined ? {} : await lireReference(dossier, territoire);
    const octets = lireOctets(fichier);
    const nomFichier = path.basename(fichier);
    const lecture = await lireGrille({ grille, territoire, nomFichier, octets, reference });
    return { code: lecture.bilan.fichierRefuse ? CODES.refus : CODES.reussi, json: lecture };
  },
};
export default commande;
