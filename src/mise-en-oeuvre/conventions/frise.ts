import { ajouterJours, type Jour } from '../../moteurs/calendrier/index.ts';
import { type Convention, faitsRetenus } from './convention.ts';
import { GESTES, type Geste } from './cycle-de-vie.ts';

export interface EvenementDeFrise {
  readonly cle: string;
  readonly libelle: string;
  readonly debut: Jour;
  readonly fin: Jour;
  readonly etat: 'fait' | 'attention' | 'refus' | 'en-cours';
  readonly statut: string;
}

export interface FriseDeConvention {
  readonly pistes: readonly {
    readonly cle: string;
    readonly titre: string;
    readonly evenements: readonly EvenementDeFrise[];
  }[];
  readonly debut: Jour;
  readonly fin: Jour;
}

/** La convention dans le temps : une piste par formalité, du premier fait au dernier. */
export const dresserFrise = (convention: Convention, aujourdhui: Jour): FriseDeConvention => {
  const faits = faitsRetenus(convention);
  const pistes = Object.values<Geste>(GESTES).flatMap((geste) => {
    const siens = faits.filter(({ type }) => type === geste.evenement);
    const [premier] = siens;
    const dernier = siens.at(-1);
    if (premier === undefined || dernier === undefined) return [];
    const attendus = geste.parPartie ? convention.parties.length : 1;
    const acteurs = new Set(siens.map(({ siren }) => siren)).size;
    const opposes = siens.filter(({ donnees }) => donnees.sens === 'defavorable').length;
    const complet = geste.evenement === 'denonciation' || acteurs >= attendus;
    return [
      {
        cle: geste.evenement,
        titre: geste.libelle,
        evenements: [
          {
            cle: geste.evenement,
            libelle: geste.parPartie ? `${acteurs} sur ${attendus} parties` : geste.libelle,
            debut: premier.le,
            fin: dernier.le,
            etat:
              opposes > 0
                ? ('attention' as const)
                : complet
                  ? ('fait' as const)
                  : ('en-cours' as const),
            statut: opposes > 0 ? `${opposes} défavorable` : complet ? 'fait' : 'en cours',
          },
        ],
      },
    ];
  });
  const jours = faits.map(({ le }) => le).toSorted();
  const premier = jours[0] ?? convention.creeLe;
  const dernier = jours.at(-1) ?? aujourdhui;
  return { pistes, debut: ajouterJours(premier, -15), fin: ajouterJours(dernier, 30) };
};
