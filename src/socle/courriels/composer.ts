/** Un courriel prêt à partir. */
export interface CourrielCompose {
  readonly destinataire: string;
  readonly objet: string;
  readonly texte: string;
  readonly html: string;
}

export interface CourrielAComposer {
  readonly destinataire: string;
  readonly objet: string;
  readonly salutation?: string | undefined;
  readonly paragraphes: readonly string[];
  /** Le geste attendu. */
  readonly bouton?: { readonly libelle: string; readonly adresse: string } | undefined;
  /** Après le geste : durée du lien, contact. */
  readonly apres?: readonly string[] | undefined;
  readonly signature: string;
}

const echapper = (texte: string): string =>
  texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const paragraphe = (texte: string): string => `<p style="margin:0 0 16px">${echapper(texte)}</p>`;

/**
 * Compose un courriel en texte et en HTML sobre (aucune image, aucune ressource extérieure, aucun suivi).
 * Une fin de ligne dans l’objet ou le destinataire est retirée : elle ajouterait un en-tête.
 */
export const composerCourriel = (courriel: CourrielAComposer): CourrielCompose => {
  const { salutation = 'Bonjour,', paragraphes, bouton, apres = [], signature } = courriel;
  const objet = courriel.objet.replace(/[\r\n]+/g, ' ').trim();
  const texte = [
    salutation,
    ...paragraphes,
    ...(bouton === undefined ? [] : [`${bouton.libelle} :\n${bouton.adresse}`]),
    ...apres,
    signature,
  ].join('\n\n');
  const lien =
    bouton === undefined
      ? ''
      : `<p style="margin:24px 0"><a href="${echapper(bouton.adresse)}" style="background:#0b4f58;color:#ffffff;padding:12px 20px;text-decoration:none;border-radius:4px;display:inline-block">${echapper(bouton.libelle)}</a></p><p style="margin:0 0 16px;font-size:14px;color:#444444">Si le bouton ne s’ouvre pas, recopiez cette adresse :<br>${echapper(bouton.adresse)}</p>`;
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${echapper(objet)}</title></head><body style="margin:0;background:#ffffff"><div style="max-width:600px;margin:0 auto;padding:24px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#12292d">${[salutation, ...paragraphes].map(paragraphe).join('')}${lien}${[...apres, signature].map(paragraphe).join('')}</div></body></html>`;
  return {
    destinataire: courriel.destinataire.replace(/[\r\n]+/g, ' ').trim(),
    objet,
    texte,
    html,
  };
};

/** Le courriel qui porte un lien de connexion à usage unique. */
export const composerLienDeConnexion = (destinataire: string, adresse: string): CourrielCompose =>
  composerCourriel({
    destinataire,
    objet: 'Votre lien de connexion à Ensemblier',
    paragraphes: ['Vous avez demandé à entrer dans Ensemblier.'],
    bouton: { libelle: 'Entrer dans Ensemblier', adresse },
    apres: [
      'Ce lien sert une seule fois et s’éteint au bout de 15 minutes.',
      'Si vous n’avez rien demandé, ne faites rien : personne ne peut entrer sans ce lien.',
    ],
    signature: 'Ensemblier',
  });

/** L’invitation d’une personne à rejoindre un territoire. */
export const composerInvitation = (invitation: {
  readonly destinataire: string;
  readonly territoire: string;
  readonly parQui: string;
  readonly role: string;
  readonly adresse: string;
  readonly estNouvelle: boolean;
}): CourrielCompose =>
  composerCourriel({
    destinataire: invitation.destinataire,
    objet: `${invitation.territoire} : votre accès à Ensemblier`,
    paragraphes: [
      `${invitation.parQui} vous ouvre l’atelier de mutualisation de ${invitation.territoire}, avec le rôle « ${invitation.role} ».`,
    ],
    bouton: { libelle: 'Ouvrir l’atelier', adresse: invitation.adresse },
    apres: invitation.estNouvelle
      ? [
          'Ce lien sert une seule fois et s’éteint au bout de sept jours. Vous pourrez ensuite choisir un mot de passe.',
        ]
      : [],
    signature: `${invitation.parQui}, ${invitation.territoire}`,
  });

/** Le courriel qui remet son lien personnel à une commune. */
export const composerLienPersonnel = (lien: {
  readonly destinataire: string;
  readonly commune: string;
  readonly territoire: string;
  readonly parQui: string;
  readonly adresse: string;
  /** Dernier jour de validité, en toutes lettres. */
  readonly expireLe: string;
}): CourrielCompose =>
  composerCourriel({
    destinataire: lien.destinataire,
    objet: `${lien.territoire} : le lien personnel de ${lien.commune}`,
    paragraphes: [
      `Voici le lien personnel de ${lien.commune} pour la démarche de mutualisation de ${lien.territoire}.`,
      'Il s’ouvre sans mot de passe et montre seulement ce qu’on attend de votre commune. Ne le transmettez qu’aux personnes de la mairie qui en ont besoin.',
    ],
    bouton: { libelle: 'Ouvrir l’espace de la commune', adresse: lien.adresse },
    apres: [`Ce lien est valable jusqu’au ${lien.expireLe}.`],
    signature: `${lien.parQui}, ${lien.territoire}`,
  });

/** Retire les secrets d’un courriel parti : liens personnels et liens de connexion. */
export const masquerLiens = (texte: string): string =>
  texte
    .replace(/(\/c\/)[A-Za-z0-9_-]{43}/g, '$1(lien-masqué-après-envoi)')
    .replace(/(jeton=)[A-Za-z0-9_%-]{20,}/g, '$1(lien-masqué-après-envoi)');
