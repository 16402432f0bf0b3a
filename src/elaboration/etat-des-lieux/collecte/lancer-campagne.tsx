import { Form } from 'react-router';
import {
  Bouton,
  ChampChoix,
  ChampDate,
  ChampSelection,
  ChampTexte,
  Encadre,
} from '../../../socle/ui/index.ui.ts';
import type { preparerCampagnes } from './suivre.server.ts';

/** Le formulaire de lancement : grille, photo, échéance, collectivités attendues. */
export const LancerCampagne = ({
  vue,
  refus,
  estPremiere,
}: {
  /** Replié quand des campagnes existent : la page sert d’abord à les suivre. */
  estPremiere: boolean;
  vue: Awaited<ReturnType<typeof preparerCampagnes>>;
  refus?:
    | { readonly message: string; readonly erreurs?: Readonly<Record<string, string>> }
    | undefined;
}) => (
  <section id="lancer" aria-labelledby="titre-lancer" className="pile">
    <h2 id="titre-lancer">Lancer une campagne</h2>
    <details className="geste-repli" open={estPremiere || refus !== undefined}>
      <summary>Choisir la grille, l’échéance et les collectivités</summary>
      {refus === undefined ? null : (
        <Encadre ton="refus" titre="La campagne n’est pas lancée" annonce>
          <p>{refus.message}</p>
        </Encadre>
      )}
      <Form method="post" className="formulaire">
        <input type="hidden" name="geste" value="lancer" />
        <ChampSelection
          nom="grille"
          libelle="Grille à collecter"
          options={vue.grilles.map(({ nom, titre }) => ({ valeur: nom, libelle: titre }))}
          retenue={vue.grilles[0]?.nom ?? ''}
          obligatoire
          erreur={refus?.erreurs?.grille}
        />
        <ChampTexte
          nom="titre"
          libelle="Titre, tel que les communes le liront"
          aide="Par exemple : « Effectifs au 31 décembre ». À défaut, le nom de la grille."
          erreur={refus?.erreurs?.titre}
        />
        <ChampTexte
          nom="consigne"
          libelle="Consigne"
          lignes={3}
          aide="Ce qu’il faut savoir avant de remplir : périmètre, cas particuliers, personne à joindre."
          erreur={refus?.erreurs?.consigne}
        />
        <div className="rang">
          <ChampDate
            nom="photoAu"
            libelle="La grille décrit la situation au"
            jour={vue.photoAu}
            max={vue.aujourdhui}
            obligatoire
            erreur={refus?.erreurs?.photoAu}
          />
          <ChampDate
            nom="echeance"
            libelle="À rendre avant le"
            jour={vue.echeance}
            min={vue.aujourdhui}
            obligatoire
            erreur={refus?.erreurs?.echeance}
          />
        </div>
        <details>
          <summary>{`Collectivités attendues : toutes (${vue.collectivites.length})`}</summary>
          <ChampChoix
            nom="collectivite"
            libelle="Décochez celles qui n’ont rien à rendre"
            plusieurs
            choix={vue.collectivites.map(({ siren, nom }) => ({ valeur: siren, libelle: nom }))}
            retenus={vue.collectivites.map(({ siren }) => siren)}
          />
        </details>
        <p className="petit texte-doux">
          Les collectivités dont l’adresse est connue reçoivent aussitôt un courriel avec leur lien
          personnel. Pour les autres, vous saisirez l’adresse dans le suivi.
        </p>
        <p>
          <Bouton>Lancer la campagne</Bouton>
        </p>
      </Form>
    </details>
  </section>
);
