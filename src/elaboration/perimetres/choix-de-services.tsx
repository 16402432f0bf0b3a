import { accorder } from '../../socle/ui/index.ts';
import { ChampChoix, Encadre } from '../../socle/ui/index.ui.ts';

export interface ServiceAChoisir {
  readonly code: string;
  readonly libelle: string;
  readonly famille: string;
  /** Collectivités qui ont des agents dans ce service, d’après les effectifs. */
  readonly collectivites: number;
}

/** Les services de la nomenclature à cocher, par famille. Champ envoyé : `services`. */
export const ChoixDeServices = ({
  libelle,
  aide,
  services,
  retenus,
  erreur,
}: {
  libelle: string;
  aide: string;
  services: readonly ServiceAChoisir[];
  retenus: readonly string[];
  erreur?: string | undefined;
}) => (
  <section className="pile" aria-label={libelle}>
    <p className="texte-doux">{aide}</p>
    {erreur === undefined ? null : (
      <Encadre ton="refus">
        <p>{erreur}</p>
      </Encadre>
    )}
    {[...Map.groupBy(services, ({ famille }) => famille)].map(([famille, siens]) => (
      <div key={famille} className="perimetres-cases">
        <ChampChoix
          nom="services"
          libelle={famille}
          plusieurs
          retenus={retenus}
          choix={siens.map(({ code, libelle: nom, collectivites }) => ({
            valeur: code,
            libelle: nom,
            aide:
              collectivites === 0
                ? 'aucun agent déclaré'
                : `des agents dans ${accorder(collectivites, 'collectivité')}`,
          }))}
        />
      </div>
    ))}
  </section>
);
