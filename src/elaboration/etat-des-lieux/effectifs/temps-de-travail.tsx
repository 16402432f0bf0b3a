import { formaterMontantArrondi } from '../../../socle/ui/index.ts';
import { Tableau } from '../../../socle/ui/index.ui.ts';
import { MASQUE, partDe } from './ecritures.ts';
import type { EffectifsMontres } from './presenter.ts';

/** Temps non complet (le poste), temps partiel (l’agent), polyvalence, coût d’un ETP. */
export const TempsDeTravail = ({ effectifs }: { effectifs: EffectifsMontres }) => {
  const { total, nonComplets, tempsPartiels, polyvalents } = effectifs;
  const part = (compte: number | null) =>
    compte === null ? MASQUE : `${partDe(compte, total.agents)}\u00a0%`;
  const coutParEtp =
    total.etpCentiemes === 0 ? 0n : (total.coutCentimes * 100n) / BigInt(total.etpCentiemes);
  const lignes = [
    { quoi: 'Emplois à temps non complet (caractère du poste)', compte: nonComplets },
    { quoi: 'Agents à temps partiel (choix de l’agent)', compte: tempsPartiels },
    { quoi: 'Agents affectés à plusieurs services', compte: polyvalents },
  ];
  return (
    <section className="pile" aria-labelledby="titre-temps">
      <h2 id="titre-temps">À quel temps travaillent-ils, et à quel coût ?</h2>
      <p className="graphique-phrase">
        {nonComplets === null
          ? 'Très peu d’emplois sont à temps non complet.'
          : `${part(nonComplets)} des emplois sont à temps non complet. Un ETP coûte ${formaterMontantArrondi(coutParEtp)} par an en moyenne.`}
      </p>
      <Tableau
        legende="Temps de travail"
        legendeVisible={false}
        colonnes={[
          { titre: 'Situation' },
          { titre: 'Agents', estNombre: true },
          { titre: 'Part', estNombre: true },
        ]}
        lignes={lignes.map(({ quoi, compte }) => ({
          cle: quoi,
          cellules: [quoi, compte ?? MASQUE, part(compte)],
        }))}
      />
    </section>
  );
};
