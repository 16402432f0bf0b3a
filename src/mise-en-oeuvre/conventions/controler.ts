import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { SortieProcedure } from '../../moteurs/procedure/index.ts';
import { PROCEDURES } from '../../referentiel/procedures/index.ts';
import { quiPeut } from '../../socle/acces/index.ts';
import { type Convention, faitsRetenus, finDeConvention, versionCourante } from './convention.ts';
import { GESTES, type Geste, type NomDeGeste } from './cycle-de-vie.ts';
import { SORTES } from './sortes.ts';

/** Où l’on répare : une section de la page, ou une autre page. */
export type Remede =
  | { readonly ou: 'redaction'; readonly section: string; readonly verbe: string }
  | { readonly ou: 'fiche-impact'; readonly verbe: string }
  | { readonly ou: 'geste'; readonly geste: NomDeGeste; readonly verbe: string };

export interface ManqueMontre {
  readonly code: string;
  readonly message: string;
  readonly article: string | null;
  readonly quiPeutAgir: string;
  readonly remede: Remede;
}

export interface PassageMontre {
  readonly geste: NomDeGeste;
  readonly libelle: string;
  readonly verbe: string;
  readonly possible: boolean;
  readonly fait: boolean;
  readonly manques: readonly ManqueMontre[];
}

export interface ControleDeConvention {
  readonly etat: string;
  readonly libelleEtat: string;
  readonly rang: number;
  readonly etapes: readonly { readonly code: string; readonly libelle: string }[];
  readonly passages: readonly PassageMontre[];
  /** Le premier passage encore à franchir. */
  readonly prochain: PassageMontre | null;
  readonly avertissements: readonly ManqueMontre[];
  readonly echeances: SortieProcedure['echeances'];
}

const rediger = (section: string, verbe = 'Compléter la convention'): Remede => ({
  ou: 'redaction',
  section,
  verbe,
});
const agir = (geste: NomDeGeste): Remede => ({ ou: 'geste', geste, verbe: GESTES[geste].verbe });

/** Le remède de chaque règle, quand il ne se déduit pas du message. */
const REMEDES: Readonly<Record<string, Remede>> = {
  'SC-01': rediger('parties', 'Revoir les parties'),
  'SC-02': rediger('service', 'Revoir les missions'),
  'SC-03': rediger('service', 'Revoir les missions'),
  'SC-04': rediger('objet', 'Choisir le gestionnaire'),
  'SC-06': { ou: 'fiche-impact', verbe: 'Remplir la fiche d’impact' },
  'SC-07': rediger('agents', 'Revoir la situation des agents'),
  'SC-08': rediger('agents', 'Écrire les quotités'),
  'SC-09': rediger('agents', 'Écrire le nombre d’agents'),
  'SC-10': rediger('service', 'Dire qui a l’autorité'),
  'SC-11': rediger('agents', 'Revoir la délégation'),
  'SC-12': agir('deliberer'),
  'SC-13': rediger('finances', 'Écrire la clé'),
  'SC-14': rediger('finances', 'Revoir l’imputation'),
  'SC-15': rediger('finances', 'Prévoir la régularisation'),
  'SC-17': rediger('duree', 'Écrire les clauses de sortie'),
  'AC-08': rediger('finances', 'Prévoir la révision libre'),
  'INS-10': agir('recueillir-avis'),
  'CL-01': agir('transmettre'),
};

const FICHE: Remede = { ou: 'fiche-impact', verbe: 'Ouvrir la fiche d’impact' };

/** SC-05 couvre toute la suite des formalités : le message dit laquelle manque. */
const remedeDesFormalites = (message: string): Remede => {
  if (/fiche d’impact/i.test(message) && !/comité/i.test(message)) return FICHE;
  if (/signature/i.test(message)) return agir('signer');
  if (/délibération/i.test(message) && /antérieure/i.test(message)) return agir('deliberer');
  if (/comité/i.test(message)) return agir('recueillir-avis');
  return FICHE;
};

const remedeDe = (code: string, message: string): Remede =>
  REMEDES[code] ?? remedeDesFormalites(message.split(' : ').at(-1) ?? message);

const droitDuRemede = (remede: Remede): Geste['droit'] =>
  remede.ou === 'geste' ? GESTES[remede.geste].droit : 'convention:rediger';

const montrer = ({
  code,
  message,
  article,
}: {
  readonly code: string;
  readonly message: string;
  readonly article?: string | null;
}): ManqueMontre => {
  const remede = remedeDe(code, message);
  return {
    code,
    message,
    article: article ?? null,
    quiPeutAgir: quiPeut(droitDuRemede(remede)),
    remede,
  };
};

const estFranchi = (convention: Convention, geste: Geste): boolean => {
  const faits = faitsRetenus(convention).filter(({ type }) => type === geste.evenement);
  if (!geste.parPartie) return faits.length > 0;
  const acteurs = new Set(faits.map(({ siren }) => siren));
  return (
    convention.parties.length > 0 && convention.parties.every(({ siren }) => acteurs.has(siren))
  );
};

/** Les champs que la version en cours n’écrit pas encore, comme des manques. */
export const manquesDeRedaction = (convention: Convention): readonly ManqueMontre[] =>
  SORTES[convention.sorte]
    .manquants(versionCourante(convention).contenu, 'figee')
    .map(({ nom, ou }) => ({
      code: 'champ-manquant',
      message: `${nom} : à écrire avant de saisir les comités.`,
      article: SORTES[convention.sorte].article,
      quiPeutAgir: quiPeut('convention:rediger'),
      remede: rediger(ou),
    }));

const libelleDe = (convention: Convention, code: string): string =>
  PROCEDURES[SORTES[convention.sorte].procedure].etats.find((etat) => etat.code === code)
    ?.libelle ?? code;

/** Ce que la page montre du contrôle au regard du droit : où l’on en est, ce qui manque, qui agit. */
export const presenterControle = (
  convention: Convention,
  sortie: SortieProcedure,
  le: Jour,
): ControleDeConvention => {
  const { etats } = PROCEDURES[SORTES[convention.sorte].procedure];
  const incomplets = manquesDeRedaction(convention);
  const passages = (Object.keys(GESTES) as NomDeGeste[]).flatMap((nom): PassageMontre[] => {
    const geste: Geste = GESTES[nom];
    if (geste.evenement === 'denonciation' || geste.evenement === 'terme') return [];
    const instruit = sortie.passages.find((passage) => passage.nom === geste.passage);
    const manques = (instruit?.manque ?? []).map(montrer);
    const tous = nom === 'recueillir-avis' ? [...incomplets, ...manques] : manques;
    return [
      {
        geste: nom,
        libelle: geste.libelle,
        verbe: geste.verbe,
        possible: tous.length === 0,
        fait: estFranchi(convention, geste),
        manques: tous,
      },
    ];
  });
  const fin = finDeConvention(convention);
  const terminee = fin !== null && fin < le;
  return {
    etat: terminee ? 'terminee' : sortie.etat,
    libelleEtat: terminee ? 'Terminée' : libelleDe(convention, sortie.etat),
    rang: etats.findIndex(({ code }) => code === sortie.etat),
    etapes: etats.map(({ code, libelle }) => ({ code, libelle })),
    passages,
    prochain: terminee ? null : (passages.find(({ fait }) => !fait) ?? null),
    avertissements: (sortie.avertissements ?? []).map(montrer),
    echeances: sortie.echeances,
  };
};
