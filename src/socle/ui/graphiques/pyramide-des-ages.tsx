import { formaterNombre } from '../formats.ts';

export interface TrancheAge {
  libelle: string;
  femmes: number;
  hommes: number;
  /** Signale la tranche (départs à prévoir). */
  accent?: boolean;
}

const Cote = ({
  part,
  sens,
  couleur,
}: {
  part: number;
  sens: 'gauche' | 'droite';
  couleur: string;
}) => (
  <svg className="pyramide-barre" height="20" width="100%" aria-hidden="true">
    <rect
      x={sens === 'gauche' ? `${100 - part}%` : '0'}
      width={`${part}%`}
      height="20"
      rx="2"
      fill={couleur}
    />
  </svg>
);

/** La pyramide des âges : femmes à gauche, hommes à droite, les plus âgés en haut. */
export const PyramideDesAges = ({
  tranches,
  unite = 'agents',
}: {
  tranches: readonly TrancheAge[];
  unite?: string;
}) => {
  const plein = Math.max(1, ...tranches.flatMap(({ femmes, hommes }) => [femmes, hommes]));
  const mesurer = (valeur: number) => (valeur / plein) * 100;
  return (
    <div className="pyramide">
      <div className="pyramide-ligne pyramide-titres" aria-hidden="true">
        <span>Femmes</span>
        <span />
        <span className="pyramide-age">Âge</span>
        <span />
        <span>Hommes</span>
      </div>
      <ul>
        {tranches.map(({ libelle, femmes, hommes, accent = false }) => (
          <li key={libelle} className="pyramide-ligne">
            <span className="invisible">
              {`${libelle} : ${femmes} femmes et ${hommes} hommes (${unite})`}
            </span>
            <span className="pyramide-valeur" aria-hidden="true">
              {formaterNombre(femmes)}
            </span>
            <Cote
              part={mesurer(femmes)}
              sens="gauche"
              couleur={accent ? 'var(--ocre)' : 'var(--encre)'}
            />
            <span className="pyramide-age" aria-hidden="true">
              {libelle}
            </span>
            <Cote part={mesurer(hommes)} sens="droite" couleur={accent ? '#d9a24e' : '#5f97a0'} />
            <span className="pyramide-valeur" aria-hidden="true">
              {formaterNombre(hommes)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
