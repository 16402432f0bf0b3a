import type { Jour } from '../calendrier/index.ts';
import { instruireLesAvis } from './delais.ts';
import type { Dossier, Evenement } from './dossier.ts';
import { instruireMajorite } from './majorite.ts';
import { trouverRegle } from './regle.ts';
import type { MajoriteInstruite } from './sortie.ts';
import type { AvisInstruit, DelaiAvis, EvenementEcarte, Procedure, Vue } from './tableau.ts';

/** Événements retenus et écartés jusqu’ici, dans l’ordre chronologique. */
export interface Histoire {
  readonly retenus: readonly Evenement[];
  readonly ecartes: readonly EvenementEcarte[];
}

/** Garde le premier résultat : une vue ne change plus une fois ouverte. */
const memoriser = <Valeur>(calculer: (code: string) => Valeur): ((code: string) => Valeur) => {
  const connus = new Map<string, { readonly valeur: Valeur }>();
  return (code) => {
    const connu = connus.get(code) ?? { valeur: calculer(code) };
    connus.set(code, connu);
    return connu.valeur;
  };
};

/** Ouvre le dossier au jour `le` : ce que les conditions, délais et majorités peuvent y lire. */
export const ouvrirVue = <Acte>(
  procedure: Procedure<Acte>,
  { territoire, acte }: Dossier<Acte>,
  { retenus, ecartes }: Histoire,
  le: Jour,
): Vue<Acte> => {
  const parType = Map.groupBy(retenus, ({ type }) => type);
  const faits = (type: string) => parType.get(type) ?? [];
  const regle = (code: string, jour: Jour) => trouverRegle(procedure.regles, code, jour);
  const noms = new Map(territoire.communes.map(({ code, nom }) => [code, nom]));
  const avis = memoriser((code): readonly AvisInstruit[] => {
    const delai = procedure.delais.find(
      (un): un is DelaiAvis => un.genre === 'avis' && un.regle === code,
    );
    return delai === undefined ? [] : instruireLesAvis(delai, { le, territoire, faits, regle });
  });
  const majorite = memoriser((code): MajoriteInstruite | undefined => {
    const trouvee = procedure.majorites.find((une) => une.code === code);
    return trouvee && instruireMajorite(trouvee, territoire.communes, avis(trouvee.delai));
  });
  return {
    le,
    territoire,
    acte,
    faits,
    ecartes: (type) => ecartes.filter(({ evenement }) => evenement.type === type),
    avis,
    majorite,
    regle,
    nommer: (commune) => noms.get(commune) ?? commune,
  };
};
