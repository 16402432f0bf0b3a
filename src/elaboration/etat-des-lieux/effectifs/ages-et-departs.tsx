import { Form, Link } from 'react-router';
import { accorder } from '../../../socle/ui/index.ts';
import {
  BarresEmpilees,
  Bouton,
  ChampNombre,
  GraphiqueEtTableau,
  Tableau,
} from '../../../socle/ui/index.ui.ts';
import { MASQUE, partDe } from './ecritures.ts';
import type { EffectifsMontres } from './presenter.ts';

const SERIES = [
  { cle: 'complets', libelle: 'Emploi à temps complet', teinte: 1 },
  { cle: 'non-complets', libelle: 'Emploi à temps non complet', teinte: 3 },
];

const environ = (estMasque: boolean, compte: number | null, quoi: string): string => {
  if (compte === null) return `moins de cinq ${quoi}s`;
  return `${estMasque && compte > 0 ? 'environ ' : ''}${accorder(compte, quoi)}`;
};

/** La pyramide des âges par tranches et les départs possibles à cinq et dix ans. */
export const AgesEtDeparts = ({
  effectifs,
  chemin,
  age,
}: {
  effectifs: EffectifsMontres;
  chemin: string;
  age: number;
}) => {
  const { pyramide, estMasque, cinquanteCinqEtPlus, total, dansCinqAns, dansDixAns } = effectifs;
  const annee = Number(effectifs.photoAu.slice(0, 4));
  const phrase =
    cinquanteCinqEtPlus === null
      ? 'Moins de cinq agents ont 55 ans ou plus.'
      : `${partDe(cinquanteCinqEtPlus, total.agents)}\u00a0% des agents ont 55 ans ou plus.`;
  const ouvrir = (libelle: string, requete: string) =>
    estMasque ? libelle : <Link to={`${chemin}/sources?${requete}`}>{libelle}</Link>;
  return (
    <>
      <section className="pile" aria-labelledby="titre-ages">
        <h2 id="titre-ages">Quel âge ont les agents ?</h2>
        <GraphiqueEtTableau
          phrase={phrase}
          graphique={
            <BarresEmpilees
              proportionnel={false}
              series={SERIES}
              barres={[...pyramide].reverse().map((tranche) => ({
                cle: tranche.code,
                libelle: tranche.libelle,
                valeurs: [tranche.complets ?? 0, tranche.nonComplets ?? 0],
                total: tranche.agents === null ? MASQUE : accorder(tranche.agents, 'agent'),
              }))}
            />
          }
          tableau={
            <Tableau
              legende="Agents par tranche d’âge"
              legendeVisible={false}
              colonnes={[
                { titre: 'Âge' },
                { titre: 'Temps complet', estNombre: true },
                { titre: 'Temps non complet', estNombre: true },
                { titre: 'Agents', estNombre: true },
              ]}
              lignes={pyramide.map((tranche) => ({
                cle: tranche.code,
                cellules: [
                  ouvrir(tranche.libelle, `tranche=${tranche.code}`),
                  tranche.complets ?? MASQUE,
                  tranche.nonComplets ?? MASQUE,
                  tranche.agents ?? MASQUE,
                ],
              }))}
            />
          }
          source={`année de naissance de la grille RH, âge atteint dans l’année ${annee}. La grille ne dit pas le sexe.`}
        />
        {effectifs.agesInconnus === 0 ? null : (
          <p>
            {accorder(effectifs.agesInconnus, 'agent')} sans année de naissance : hors de ce
            graphique.
          </p>
        )}
      </section>
      <section className="pile" aria-labelledby="titre-departs">
        <h2 id="titre-departs">Combien de départs faut-il préparer ?</h2>
        <p className="graphique-phrase">
          {`D’ici fin ${annee + 5}, ${environ(estMasque, dansCinqAns, 'agent')} peuvent partir à la retraite ; d’ici fin ${annee + 10}, ${environ(estMasque, dansDixAns, 'agent')}.`}
        </p>
        <p>{effectifs.hypothese}</p>
        {estMasque ? null : (
          <p className="rang">
            {ouvrir(`Voir les départs d’ici ${annee + 5}`, `depart=${annee + 5}&age=${age}`)}
            {ouvrir(`Voir les départs d’ici ${annee + 10}`, `depart=${annee + 10}&age=${age}`)}
          </p>
        )}
        <Form method="get" className="rang">
          <ChampNombre
            nom="age"
            libelle="Âge d’ouverture des droits supposé"
            defaultValue={String(age)}
            unite="ans"
            obligatoire
          />
          <Bouton ton="secondaire">Recalculer les départs</Bouton>
        </Form>
      </section>
    </>
  );
};
