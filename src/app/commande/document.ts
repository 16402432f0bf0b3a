import fs from 'node:fs';
import { lireJour } from '../../moteurs/calendrier/index.ts';
import { composerModele, listerModeles } from '../../referentiel/modeles/index.ts';
import { lireAujourdhui } from '../../socle/acces/index.server.ts';
import {
  estFormatDeDocument,
  FORMATS_DE_DOCUMENT,
  mettreEnPage,
} from '../../socle/mise-en-page/index.server.ts';
import { type ArgumentsLus, exigerOption, lireArguments, lireJson } from './arguments.ts';
import {
  type Commande,
  ErreurUsage,
  RessourceIndisponible,
  refuserOuGuider,
  reussir,
} from './commande.ts';

const OPTIONS = ['donnees', 'format', 'sortie', 'le', 'version', 'etat'] as const;

const lireFormat = (lus: ArgumentsLus) => {
  const format = exigerOption(lus, 'format');
  if (!estFormatDeDocument(format))
    throw new ErreurUsage(
      `Le format « ${format} » n’existe pas : choisissez ${Object.keys(FORMATS_DE_DOCUMENT).join(', ')}.`,
    );
  return format;
};

const lireLe = ({ options }: ArgumentsLus) => {
  const jour = options.le === undefined ? lireAujourdhui() : lireJour(options.le);
  if (jour === null) throw new ErreurUsage('--le attend un jour écrit AAAA-MM-JJ.');
  return jour;
};

const estProjet = ({ options }: ArgumentsLus): boolean => {
  const etat = options.etat ?? 'definitif';
  if (etat !== 'projet' && etat !== 'definitif')
    throw new ErreurUsage('--etat attend « projet » (montre les manques) ou « definitif ».');
  return etat === 'projet';
};

const ecrireFichier = (chemin: string, octets: Uint8Array): void => {
  try {
    fs.writeFileSync(chemin, octets);
  } catch {
    throw new RessourceIndisponible(
      `Le fichier « ${chemin} » ne peut pas être écrit : vérifiez le dossier et vos droits.`,
    );
  }
};

const commande: Commande = {
  mots: ['document'],
  usage:
    'document <modele> --donnees D.json --format pdf|docx|odt --sortie F [--le AAAA-MM-JJ] [--version N] [--etat projet]',
  resume: `Compose un document. Modèles : ${listerModeles()
    .map(({ nom }) => nom)
    .join(', ')}.`,
  executer: async (suite) => {
    const lus = lireArguments(suite, OPTIONS);
    const [nom, ...reste] = lus.libres;
    if (nom === undefined || reste.length > 0) throw new ErreurUsage('Indiquez un modèle.');
    const format = lireFormat(lus);
    const sortie = exigerOption(lus, 'sortie');
    const donnees = lireJson(exigerOption(lus, 'donnees'));
    const version = lus.options.version;
    const compose = composerModele(nom, donnees, {
      le: lireLe(lus),
      brouillon: estProjet(lus),
      ...(version === undefined ? {} : { version }),
    });
    if (!compose.ok) return refuserOuGuider(compose.refus, 'modele-inconnu');
    const octets = await mettreEnPage(compose.valeur, { format });
    ecrireFichier(sortie, octets);
    const { titre, etat } = compose.valeur.metadonnees;
    return reussir({ modele: nom, titre, etat, format, sortie, octets: octets.byteLength });
  },
};
export default commande;
