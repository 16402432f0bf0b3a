import type { Jour } from '../../moteurs/calendrier/index.ts';
import { quiPeut } from '../../socle/acces/index.ts';
import { BoutonLien, Encadre, Pastille, RefusMotive } from '../../socle/ui/index.ui.ts';
import type { ControleDeConvention, ManqueMontre, PassageMontre } from './controler.ts';
import { GESTES, type Geste } from './cycle-de-vie.ts';
import { FormulaireDeGeste, type PartieAffichee } from './formulaire-de-geste.tsx';

interface Liens {
  readonly chemin: string;
  readonly fiche: string | null;
}

const adresseDu = ({ remede }: ManqueMontre, { chemin, fiche }: Liens): string => {
  if (remede.ou === 'redaction') return `${chemin}/redaction/${remede.section}`;
  if (remede.ou === 'fiche-impact') return fiche ?? chemin;
  return `${chemin}#geste-${remede.geste}`;
};

const Manques = ({ passage, liens }: { passage: PassageMontre; liens: Liens }) => {
  const [premier] = passage.manques;
  if (premier === undefined) return null;
  const articles = [...new Set(passage.manques.flatMap(({ article }) => article ?? []))];
  const remedes = new Map(
    passage.manques.map((manque) => [adresseDu(manque, liens), manque.remede.verbe]),
  );
  return (
    <RefusMotive
      titre={`${passage.libelle} : pas encore possible`}
      manques={passage.manques.map(({ message }) => message)}
      article={articles.join(' ; ')}
      quiPeutAgir={[...new Set(passage.manques.map(({ quiPeutAgir }) => quiPeutAgir))].join(' ; ')}
      action={[...remedes].map(([adresse, verbe], rang) => (
        <BoutonLien
          key={adresse}
          vers={adresse}
          taille="petite"
          ton={rang === 0 ? 'principal' : 'secondaire'}
        >
          {verbe}
        </BoutonLien>
      ))}
    />
  );
};

const Passage = ({
  passage,
  parties,
  peut,
  liens,
  aujourdhui,
  estProchain,
}: {
  passage: PassageMontre;
  parties: readonly PartieAffichee[];
  peut: { readonly rediger: boolean; readonly signer: boolean };
  liens: Liens;
  aujourdhui: Jour;
  estProchain: boolean;
}) => {
  const geste: Geste = GESTES[passage.geste];
  const aLeDroit = geste.droit === 'convention:signer' ? peut.signer : peut.rediger;
  if (passage.geste === 'figer-fiche')
    return liens.fiche === null ? null : (
      <BoutonLien vers={liens.fiche} ton={estProchain ? 'principal' : 'secondaire'}>
        Ouvrir la fiche d’impact
      </BoutonLien>
    );
  if (!passage.possible) return <Manques passage={passage} liens={liens} />;
  if (!aLeDroit)
    return (
      <Encadre titre={`Ce geste revient à : ${quiPeut(geste.droit)}`}>
        <p>Les conditions sont réunies.</p>
      </Encadre>
    );
  return (
    <FormulaireDeGeste
      nom={passage.geste}
      geste={geste}
      parties={parties}
      aujourdhui={aujourdhui}
    />
  );
};

/** Chaque formalité : faite, possible (le formulaire), ou empêchée (ce qui manque et le remède). */
export const PassagesDeLaConvention = ({
  controle,
  ...reste
}: {
  controle: ControleDeConvention;
  parties: readonly PartieAffichee[];
  peut: { readonly rediger: boolean; readonly signer: boolean };
  liens: Liens;
  aujourdhui: Jour;
}) => {
  const { prochain, passages } = controle;
  if (prochain === null)
    return (
      <Encadre ton="reussite" titre="Toutes les formalités sont accomplies">
        <p>La convention a pris effet : sa clé sert à la refacturation.</p>
      </Encadre>
    );
  return (
    <section className="pile" aria-labelledby="formalites">
      <h2 id="formalites">Que faire maintenant ?</h2>
      {passages
        .filter(({ fait }) => !fait)
        .map((passage) => (
          <details
            key={passage.geste}
            id={`geste-${passage.geste}`}
            open={passage.geste === prochain.geste}
          >
            <summary>
              {passage.libelle}{' '}
              <Pastille etat={passage.possible ? 'en-cours' : 'a-faire'}>
                {passage.possible ? 'possible' : 'pas encore'}
              </Pastille>
            </summary>
            <Passage passage={passage} estProchain={passage.geste === prochain.geste} {...reste} />
          </details>
        ))}
    </section>
  );
};
