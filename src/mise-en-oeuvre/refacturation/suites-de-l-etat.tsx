import { Form } from 'react-router';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { Bouton, ChampTexte, Encadre, Pastille } from '../../socle/ui/index.ui.ts';
import { SITUATIONS_D_ETAT, type SituationDEtat, type SuiteDEtat } from './suites.ts';

const VERBES = { valider: 'a validé', contester: 'a contesté', repondre: 'a répondu' } as const;

/** Valider, contester, répondre : des formulaires simples, sans JavaScript. */
export const SuitesDeLEtat = ({
  situation,
  limite,
  suites,
  peut,
  refus,
}: {
  situation: SituationDEtat;
  limite: Jour;
  suites: readonly SuiteDEtat[];
  peut: 'commune' | 'service' | null;
  refus: string | null;
}) => {
  const { libelle, etat } = SITUATIONS_D_ETAT[situation];
  const estOuvert = situation === 'transmis' || situation === 'repondu';
  return (
    <section className="pile" aria-labelledby="suites">
      <h2 id="suites">
        Suite donnée <Pastille etat={etat}>{libelle}</Pastille>
      </h2>
      {refus === null ? null : (
        <Encadre ton="refus" titre="Rien n’a été enregistré" annonce>
          <p>{refus}</p>
        </Encadre>
      )}
      {suites.length === 0 ? null : (
        <ul>
          {suites.map(({ id, geste, motif, le, par }) => (
            <li key={id}>
              Le {formaterJour(le)}, {par} {VERBES[geste]}
              {motif === '' ? '.' : ` : ${motif}`}
            </li>
          ))}
        </ul>
      )}
      {peut === 'commune' && (estOuvert || situation === 'conteste') ? (
        <Form method="post" className="pile">
          <p>
            Vous pouvez contester jusqu’au {formaterJour(limite)} ; passé ce jour, l’état est réputé
            validé.
          </p>
          <ChampTexte
            nom="motif"
            libelle="Ce que vous contestez"
            lignes={3}
            aide="La ligne, le nombre, la clé… Inutile pour valider."
          />
          <div className="rang">
            <Bouton name="geste" value="valider">
              Valider l’état
            </Bouton>
            <Bouton name="geste" value="contester" ton="secondaire">
              Contester
            </Bouton>
          </div>
        </Form>
      ) : null}
      {peut === 'service' && situation === 'conteste' ? (
        <Form method="post" className="pile">
          <ChampTexte
            nom="motif"
            libelle="Réponse à la commune"
            lignes={3}
            obligatoire
            aide="Maintenu, corrigé (émettez un état rectificatif) ou transigé."
          />
          <div className="rang">
            <Bouton name="geste" value="repondre">
              Répondre
            </Bouton>
          </div>
        </Form>
      ) : null}
    </section>
  );
};
