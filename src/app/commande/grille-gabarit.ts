import fs from 'node:fs';
import { fabriquerGabarit } from '../../socle/tableurs/index.server.ts';
import { exigerOption, lireArguments } from './arguments.ts';
import {
  type Commande,
  ErreurUsage,
  RessourceIndisponible,
  refuserOuGuider,
  reussir,
} from './commande.ts';
import { lireTerritoireDonne } from './territoire-donne.ts';

const FORMATS = ['xlsx', 'ods', 'csv'] as const;

const lireFormat = (texte: string) => {
  const format = FORMATS.find((connu) => connu === texte);
  if (format === undefined) throw new ErreurUsage('--format attend xlsx, ods ou csv.');
  return format;
};

const ecrire = (chemin: string, octets: Uint8Array): void => {
  try {
    fs.writeFileSync(chemin, octets);
  } catch {
    throw new RessourceIndisponible(
      `Le fichier « ${chemin} » ne peut pas être écrit : vérifiez le dossier et la place libre.`,
    );
  }
};

const commande: Commande = {
  mots: ['grille', 'gabarit'],
  usage:
    'grille gabarit --grille G --territoire T.json --collectivite SIREN --format xlsx|ods|csv --sortie F',
  resume: 'Fabrique le gabarit d’une grille, prérempli pour une collectivité.',
  executer: async (suite) => {
    const lus = lireArguments(suite, ['grille', 'territoire', 'collectivite', 'format', 'sortie']);
    const grille = exigerOption(lus, 'grille');
    const sortie = exigerOption(lus, 'sortie');
    const format = lireFormat(exigerOption(lus, 'format'));
    const siren = exigerOption(lus, 'collectivite');
    const territoire = lireTerritoireDonne(lus);
    const resultat = await fabriquerGabarit({ grille, territoire, siren, format });
    if (!resultat.ok) return refuserOuGuider([resultat.refus], 'grille-inconnue');
    ecrire(sortie, resultat.valeur);
    return reussir({ grille, collectivite: siren, format, sortie, taille: resultat.valeur.length });
  },
};
export default commande;
