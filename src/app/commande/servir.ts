import { COMPTES_DE_DEMONSTRATION } from '../demonstration/comptes.ts';
import { ouvrirServeur } from '../serveur.ts';
import { type Commande, ErreurUsage, reussir } from './commande.ts';

const dire = (message: string): void => {
  process.stderr.write(`Ensemblier : ${message}\n`);
};

const lirePort = (): number => {
  const texte = process.env.PORT ?? '3000';
  const port = Number(texte);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ErreurUsage(`PORT vaut « ${texte} » : indiquez un nombre entre 1 et 65535.`);
  }
  return port;
};

const direLesComptes = (): string => {
  if ((process.env.ENSEMBLIER_SANS_DEMO ?? '') !== '') return '';
  const comptes = COMPTES_DE_DEMONSTRATION.map(
    ({ courriel, motDePasse, pourQuoi }) => `    ${courriel}  /  ${motDePasse}   ${pourQuoi}`,
  );
  return `  Comptes du territoire de démonstration (données fictives) :\n${comptes.join('\n')}\n\n`;
};

const presenter = (adresse: string): void => {
  process.stderr.write(
    `\n  Ensemblier est prêt : ${adresse}\n\n${direLesComptes()}  Pour arrêter : Ctrl+C\n\n`,
  );
};

/** Attend l’ordre d’arrêt, puis ferme proprement (une seconde demande coupe court). */
const attendreLArret = (): Promise<void> =>
  new Promise((finir) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        finir();
      });
    }
  });

const commande: Commande = {
  mots: ['servir'],
  usage: 'servir',
  resume: 'Sert l’application (PORT, ENSEMBLIER_DONNEES, DATABASE_URL, SMTP_URL).',
  executer: async () => {
    const serveur = await ouvrirServeur(lirePort(), dire);
    presenter(serveur.adresse);
    await attendreLArret();
    dire('arrêt en cours…');
    await serveur.arreter();
    return reussir(undefined);
  },
};
export default commande;
