import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { CourrielCompose } from './composer.ts';

/** L’envoi d’un courriel ; lève une erreur si le serveur le refuse. */
export type Transport = (courriel: CourrielCompose, identifiant: string) => Promise<void>;

/** L’expéditeur : SMTP_EXPEDITEUR, sinon une adresse au nom de l’application. */
const lireExpediteur = (): string => {
  const choisi = process.env.SMTP_EXPEDITEUR;
  if (choisi !== undefined && choisi !== '') return choisi;
  const hote = URL.parse(process.env.ENSEMBLIER_ADRESSE ?? '')?.hostname ?? os.hostname();
  return `Ensemblier <ensemblier@${hote}>`;
};

/** Le transport SMTP de la variable SMTP_URL, ou null tant qu’elle n’est pas réglée. */
export const lireTransport = (url: string | undefined = process.env.SMTP_URL): Transport | null => {
  if (url === undefined || url === '') return null;
  const transporteur = createTransport(url, { from: lireExpediteur() });
  return async ({ destinataire, objet, texte, html }, identifiant) => {
    await transporteur.sendMail({
      to: destinataire,
      subject: objet,
      text: texte,
      html,
      // Identique à chaque essai : un courriel parti deux fois se reconnaît.
      messageId: `<${identifiant}@ensemblier>`,
    });
  };
};

/**
 * Envoie un courriel qui ne relève d’aucun territoire (lien de connexion). Sans SMTP, il est posé dans
 * un fichier que seul l’administrateur de la machine peut lire : le secret n’entre jamais en base.
 * @returns le chemin du fichier, ou null si le courriel est parti
 */
export const envoyerHorsTerritoire = async (
  courriel: CourrielCompose,
  dossier: string,
  transport: Transport | null = lireTransport(),
): Promise<string | null> => {
  const identifiant = randomUUID();
  if (transport !== null) {
    await transport(courriel, identifiant);
    return null;
  }
  await fs.mkdir(dossier, { recursive: true, mode: 0o700 });
  const fichier = path.join(dossier, `${Date.now()}-${identifiant.slice(0, 8)}.eml`);
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: lireExpediteur(),
    to: courriel.destinataire,
    subject: courriel.objet,
    text: courriel.texte,
    messageId: `<${identifiant}@ensemblier>`,
    textEncoding: 'quoted-printable',
  });
  await fs.writeFile(fichier, message as Buffer, { mode: 0o600 });
  return fichier;
};
