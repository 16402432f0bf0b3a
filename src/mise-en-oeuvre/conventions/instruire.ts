import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { SortieProcedure } from '../../moteurs/procedure/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { instruireProcedure } from '../../referentiel/procedures/index.ts';
import {
  type Convention,
  type EvenementDeConvention,
  faitsRetenus,
  versionCourante,
} from './convention.ts';
import { APRES_EFFET, gesteDe } from './cycle-de-vie.ts';
import { SORTES } from './sortes.ts';

/** Le territoire tel que la procédure le consulte. */
export interface TerritoireInstruit {
  readonly epci: {
    readonly siren: string;
    readonly nom: string;
    readonly type: string;
    readonly modeFinancement: string;
  };
  readonly communes: readonly {
    readonly code: string;
    readonly siren: string;
    readonly nom: string;
  }[];
}

const versFait = ({ type, le, siren, version, donnees }: EvenementDeConvention) => {
  const acteur = gesteDe(type)?.acteur ?? null;
  return {
    ...donnees,
    type,
    date: le,
    ...(acteur === null || siren === null ? {} : { [acteur]: siren }),
    ...(version === null ? {} : { version: String(version) }),
  };
};

/** Où en est la convention au regard du droit, un jour donné. */
export const instruireConvention = (
  convention: Convention,
  territoire: TerritoireInstruit,
  le: Jour,
): Resultat<SortieProcedure, readonly Refus[]> => {
  const { procedure, cleDeLActe, versActe } = SORTES[convention.sorte];
  const { contenu, numero } = versionCourante(convention);
  return instruireProcedure(procedure, {
    le,
    territoire,
    evenements: faitsRetenus(convention)
      .filter(({ type }) => !APRES_EFFET.includes(type))
      .map(versFait),
    [cleDeLActe]: versActe(contenu, convention.parties, numero),
  });
};

/** Un fait à enregistrer. */
export interface FaitAEnregistrer {
  readonly type: string;
  readonly le: Jour;
  readonly siren: string | null;
  readonly donnees: Readonly<Record<string, unknown>>;
}

const refus = (code: string, message: string, article: string | null = null): Refus => ({
  code,
  message,
  article,
});

const verifierForme = (
  convention: Convention,
  fait: FaitAEnregistrer,
  aujourdhui: Jour,
): readonly Refus[] => {
  const geste = gesteDe(fait.type);
  if (geste === undefined)
    return [refus('geste-inconnu', 'Ce geste n’existe pas : revenez à la page de la convention.')];
  const defauts: Refus[] = [];
  if (fait.le > aujourdhui)
    defauts.push(
      refus('date-future', 'La date est à venir : enregistrez ce fait quand il aura eu lieu.'),
    );
  if (fait.le < '2000-01-01')
    defauts.push(refus('date-ancienne', 'La date est trop ancienne : vérifiez l’année.'));
  const partie = convention.parties.find(({ siren }) => siren === fait.siren);
  if (geste.parPartie && partie === undefined)
    defauts.push(refus('partie-absente', 'Choisissez au moins une partie à la convention.'));
  const { sens } = fait.donnees;
  if (geste.sens.length > 0 && !(typeof sens === 'string' && geste.sens.includes(sens)))
    defauts.push(refus('sens-absent', 'Indiquez le sens de l’avis ou de la délibération.'));
  const dejaSigne = faitsRetenus(convention).some(
    ({ type, siren }) => type === 'signature' && siren === fait.siren,
  );
  if (fait.type === 'signature' && dejaSigne)
    defauts.push(refus('deja-signee', `${partie?.nom ?? 'Cette partie'} a déjà signé.`));
  return defauts;
};

/**
 * Peut-on verser ce fait au dossier ? Le passage qui le suppose doit être ouvert le jour du fait, au
 * vu de ce qui s’était déjà passé ce jour-là. Refus : ce qui manque, avec son article.
 */
export const deciderFait = (
  convention: Convention,
  fait: FaitAEnregistrer,
  { territoire, aujourdhui }: { territoire: TerritoireInstruit; aujourdhui: Jour },
): Resultat<EvenementDeConvention, readonly Refus[]> => {
  const defauts = verifierForme(convention, fait, aujourdhui);
  const geste = gesteDe(fait.type);
  if (defauts.length > 0 || geste === undefined) return refuser(defauts);
  const faits = faitsRetenus(convention);
  if (APRES_EFFET.includes(fait.type)) {
    const effet = faits.find(({ type }) => type === 'effet');
    if (effet === undefined || effet.le > fait.le)
      return refuser([
        refus(
          'pas-en-vigueur',
          'La convention n’était pas en vigueur ce jour-là : vérifiez la date.',
        ),
      ]);
  }
  if (geste.passage !== null) {
    const instruite = instruireConvention(convention, territoire, fait.le);
    if (!instruite.ok) return instruite;
    const passage = instruite.valeur.passages.find(({ nom }) => nom === geste.passage);
    if (passage?.possible !== true)
      return refuser(
        (passage?.manque ?? []).map(({ code, message, article }) => ({ code, message, article })),
      );
  }
  return accepter({
    id: '',
    ...fait,
    version: geste.surVersion ? versionCourante(convention).numero : null,
    annule: null,
    enregistrePar: '',
  });
};

/** Verse plusieurs faits à la suite, chacun jugé après les précédents. Tout ou rien. */
export const deciderFaits = (
  convention: Convention,
  faits: readonly FaitAEnregistrer[],
  contexte: { territoire: TerritoireInstruit; aujourdhui: Jour },
): Resultat<readonly EvenementDeConvention[], readonly Refus[]> => {
  if (faits.length === 0)
    return refuser([
      refus('rien-a-enregistrer', 'Choisissez au moins une partie à la convention.'),
    ]);
  const retenus: EvenementDeConvention[] = [];
  for (const fait of faits) {
    const suite = { ...convention, evenements: [...convention.evenements, ...retenus] };
    const decide = deciderFait(suite, fait, contexte);
    if (!decide.ok) return decide;
    retenus.push({ ...decide.valeur, id: `nouveau-${retenus.length}` });
  }
  return accepter(retenus);
};

/** Un fait qu’un autre suppose déjà ne s’annule pas : il faut d’abord annuler le second. */
export const deciderAnnulation = (
  convention: Convention,
  id: string,
  contexte: { territoire: TerritoireInstruit; aujourdhui: Jour },
): Resultat<EvenementDeConvention, readonly Refus[]> => {
  const vise = faitsRetenus(convention).find((fait) => fait.id === id);
  if (vise === undefined)
    return refuser([refus('fait-inconnu', 'Ce fait est déjà annulé, ou n’existe pas.')]);
  const suivants = faitsRetenus(convention).filter(
    ({ type, le }) =>
      le >= vise.le && (gesteDe(type)?.passage ?? null) !== null && type !== vise.type,
  );
  const sans = { ...convention, evenements: convention.evenements.filter((un) => un.id !== id) };
  const bloquants = suivants.filter((suivant) => {
    const avant = {
      ...sans,
      evenements: sans.evenements.filter(({ id: autre }) => autre !== suivant.id),
    };
    return !deciderFait(avant, suivant, contexte).ok;
  });
  const [premier] = bloquants;
  if (premier !== undefined)
    return refuser([
      refus(
        'fait-suppose',
        `Annulez d’abord : ${gesteDe(premier.type)?.libelle ?? premier.type}. Ce fait en dépend.`,
      ),
    ]);
  return accepter({
    id: '',
    type: vise.type,
    le: contexte.aujourdhui,
    siren: vise.siren,
    version: vise.version,
    donnees: {},
    annule: id,
    enregistrePar: '',
  });
};
