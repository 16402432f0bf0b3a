import { formaterJour } from '../../../socle/ui/index.ts';
import type { SyntheseDeLAdoption } from './situation.ts';

const COMPTES = [
  { statut: 'favorable', un: 'favorable', plusieurs: 'favorables' },
  { statut: 'reserve', un: 'avec réserves', plusieurs: 'avec réserves' },
  { statut: 'defavorable', un: 'défavorable', plusieurs: 'défavorables' },
  { statut: 'tacite', un: 'réputé favorable', plusieurs: 'réputés favorables' },
  { statut: 'bientot', un: 'bientôt échu', plusieurs: 'bientôt échus' },
  { statut: 'en-attente', un: 'attendu', plusieurs: 'attendus' },
  { statut: 'a-saisir', un: 'conseil à saisir', plusieurs: 'conseils à saisir' },
] as const;

/** Le compte des avis en gros chiffres, et la prochaine échéance. */
export const SyntheseDesAvis = ({ synthese }: { synthese: SyntheseDeLAdoption }) => (
  <section className="pile" aria-label="Le compte des avis">
    <ul className="compteurs">
      {COMPTES.filter(({ statut }) => synthese.nombres[statut] > 0).map(
        ({ statut, un, plusieurs }) => (
          <li key={statut}>
            <strong>{synthese.nombres[statut]}</strong>
            {synthese.nombres[statut] > 1 ? plusieurs : un}
          </li>
        ),
      )}
    </ul>
    {synthese.prochaine === null ? null : (
      <p>
        Prochaine échéance : le {formaterJour(synthese.prochaine.le, { semaine: true })}
        {synthese.prochaine.jours === 0
          ? ', aujourd’hui'
          : ` (dans ${synthese.prochaine.jours} jours)`}
        , pour {synthese.prochaine.communes} conseil{synthese.prochaine.communes > 1 ? 's' : ''}. Le
        silence vaut avis favorable le lendemain.
      </p>
    )}
  </section>
);
