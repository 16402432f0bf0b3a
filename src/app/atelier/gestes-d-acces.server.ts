import {
  type Acces,
  creerLien,
  creerLienDInvitation,
  creerPersonne,
  donnerAcces,
  estJamaisEntree,
  lireAdresse,
  listerLiens,
  retirerAcces,
  revoquerLien,
  trouverPersonne,
} from '../../socle/acces/index.server.ts';
import { etatDuLien, ROLES } from '../../socle/acces/index.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { deposerCourriel } from '../../socle/courriels/index.server.ts';
import { composerInvitation, composerLienPersonnel } from '../../socle/courriels/index.ts';
import { lireChamp } from '../../socle/formulaires/index.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { accorder, formaterJour } from '../../socle/ui/index.ts';
import { type Erreurs, invitation, lienDeCommune, lireFormulaire } from '../acces/acces.schema.ts';

/** Un lien qui vient de naître : c’est la seule fois où son adresse peut être montrée. */
export interface LienNouveau {
  readonly pour: string;
  readonly adresse: string;
  readonly expireLe: string;
}
export interface IssueDAcces {
  readonly fait: string;
  readonly refus: string;
  readonly erreurs: Erreurs;
  readonly liens: readonly LienNouveau[];
}

const RIEN: IssueDAcces = { fait: '', refus: '', erreurs: {}, liens: [] };

interface Destination {
  readonly siren: string;
  readonly nom: string;
  readonly destinataire?: string | undefined;
}

/** Crée un lien par destination ; l’envoie par courriel quand une adresse est donnée. */
const creerLiens = (
  { base, contexte, territoire, personne, aujourdhui }: Acces,
  destinations: readonly Destination[],
) =>
  dansTerritoire(base, contexte, async (tx): Promise<readonly LienNouveau[]> => {
    const nouveaux: LienNouveau[] = [];
    const { territoireId } = contexte;
    for (const { siren, nom, destinataire } of destinations) {
      const lien = await creerLien(tx, {
        territoireId,
        collectivite: siren,
        destinataire,
        auteur: personne.nom,
        aujourdhui,
      });
      const adresse = `${lireAdresse()}/c/${lien.jeton}`;
      const expireLe = formaterJour(lien.expireLe);
      nouveaux.push({ pour: nom, adresse, expireLe });
      if (!destinataire) continue;
      await deposerCourriel(tx, {
        territoireId,
        auteur: personne.nom,
        genre: 'lien-personnel',
        collectivite: siren,
        courriel: composerLienPersonnel({
          destinataire,
          commune: nom,
          territoire: territoire.nom,
          parQui: personne.nom,
          adresse,
          expireLe,
        }),
      });
    }
    return nouveaux;
  });

const creerUnLien = async (acces: Acces, formulaire: FormData): Promise<IssueDAcces> => {
  const lu = lireFormulaire(lienDeCommune, formulaire);
  if (!lu.ok) return { ...RIEN, refus: Object.values(lu.erreurs).join(' ') };
  const collectivites = await dansTerritoire(acces.base, acces.contexte, lireCollectivites);
  const commune = collectivites.find(({ siren }) => siren === lu.valeur.collectivite);
  if (commune === undefined)
    return { ...RIEN, refus: 'Choisissez une collectivité du territoire.' };
  const destinataire = lu.valeur.destinataire || undefined;
  const liens = await creerLiens(acces, [{ siren: commune.siren, nom: commune.nom, destinataire }]);
  return {
    ...RIEN,
    liens,
    fait:
      destinataire === undefined
        ? ''
        : `Le courriel pour ${destinataire} est dans la boîte d’envoi.`,
  };
};

const creerLesManquants = async (acces: Acces): Promise<IssueDAcces> => {
  const destinations = await dansTerritoire(acces.base, acces.contexte, async (tx) => {
    const liens = await listerLiens(tx);
    const pourvues = new Set(
      liens
        .filter((lien) => etatDuLien(lien, acces.aujourdhui) === 'actif')
        .map(({ collectivite }) => collectivite),
    );
    const collectivites = await lireCollectivites(tx);
    return collectivites.filter(
      ({ siren, type, jusquA }) => type === 'commune' && jusquA === null && !pourvues.has(siren),
    );
  });
  if (destinations.length === 0)
    return { ...RIEN, fait: 'Toutes les communes ont déjà un lien valable.' };
  const liens = await creerLiens(acces, destinations);
  return { ...RIEN, liens, fait: `${accorder(liens.length, 'lien créé', 'liens créés')}.` };
};

const inviter = async (acces: Acces, formulaire: FormData): Promise<IssueDAcces> => {
  const lu = lireFormulaire(invitation, formulaire);
  if (!lu.ok) return { ...RIEN, erreurs: lu.erreurs, refus: 'L’invitation est à compléter.' };
  const { base, contexte, territoire, aujourdhui } = acces;
  const { nom, courriel, role, collectivite } = lu.valeur;
  const connue = await trouverPersonne(base, courriel);
  const creee = connue === null ? await creerPersonne(base, { nom, courriel }) : null;
  if (creee !== null && !creee.ok) return { ...RIEN, refus: creee.refus.message };
  const personne = connue ?? (creee?.ok === true ? creee.valeur : null);
  if (personne === null) return { ...RIEN, refus: 'Le compte n’a pas pu être créé : recommencez.' };
  // Un lien qui ouvre la session d’autrui ne se donne que pour un compte né de cette invitation.
  const estNouvelle = connue === null && (await estJamaisEntree(base, personne.id));
  const adresse = estNouvelle
    ? await creerLienDInvitation(base, personne.courriel)
    : `${lireAdresse()}/t/${territoire.siren}`;
  const { territoireId } = contexte;
  return dansTerritoire(base, contexte, async (tx): Promise<IssueDAcces> => {
    const auteur = acces.personne.nom;
    const donne = await donnerAcces(tx, {
      territoireId,
      personneId: personne.id,
      role,
      collectivite,
      auteur,
      aujourdhui,
    });
    if (!donne.ok) return { ...RIEN, refus: donne.refus.message };
    await deposerCourriel(tx, {
      territoireId,
      auteur,
      genre: 'invitation',
      courriel: composerInvitation({
        destinataire: personne.courriel,
        territoire: territoire.nom,
        parQui: auteur,
        role: ROLES[role].libelle,
        adresse,
        estNouvelle,
      }),
    });
    return {
      ...RIEN,
      fait: `${personne.nom} a désormais le rôle « ${ROLES[role].libelle} ». Son courriel est dans la boîte d’envoi.`,
    };
  });
};

/** Fait le geste demandé par la page des accès. */
export const faireGesteDAcces = async (
  acces: Acces,
  formulaire: FormData,
): Promise<IssueDAcces> => {
  const { base, contexte, personne, aujourdhui } = acces;
  const cible = lireChamp(formulaire, 'id');
  switch (formulaire.get('geste')) {
    case 'creer-lien':
      return creerUnLien(acces, formulaire);
    case 'creer-manquants':
      return creerLesManquants(acces);
    case 'inviter':
      return inviter(acces, formulaire);
    case 'revoquer': {
      const fait = await dansTerritoire(base, contexte, (tx) =>
        revoquerLien(tx, cible, personne.nom, aujourdhui),
      );
      return fait.ok
        ? { ...RIEN, fait: 'Le lien est retiré : il n’ouvre plus rien.' }
        : { ...RIEN, refus: fait.refus.message };
    }
    case 'retirer': {
      const fait = await dansTerritoire(base, contexte, (tx) => retirerAcces(tx, cible));
      return fait.ok
        ? { ...RIEN, fait: 'L’accès est retiré.' }
        : { ...RIEN, refus: fait.refus.message };
    }
    default:
      return { ...RIEN, refus: 'Geste inconnu : rechargez la page.' };
  }
};
