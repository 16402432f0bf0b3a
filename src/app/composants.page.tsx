import type { ComponentType } from 'react';
import { data } from 'react-router';
import { Charpente, type Etat, Titre } from '../socle/ui/index.ui.ts';
import type { Route } from './+types/composants.page';
import { Champs } from './composants/champs.tsx';
import { Chiffres } from './composants/chiffres.tsx';
import { Decision } from './composants/decision.tsx';
import { DepotEtAnomalies } from './composants/depot-et-anomalies.tsx';
import { Documents } from './composants/documents.tsx';
import { Etats } from './composants/etats.tsx';
import { type CleFamille, FAMILLES } from './composants/familles.ts';
import { Tableaux } from './composants/tableaux.tsx';
import { TempsEtCarte } from './composants/temps-et-carte.tsx';
import { preparerTerritoire } from './composants/territoire.server.ts';

export const meta: Route.MetaFunction = ({ params }) => {
  const famille = FAMILLES.find(({ cle }) => cle === params.famille)?.titre;
  return [{ title: `${famille ?? 'Motifs de l’interface'} – Ensemblier` }];
};

export const loader = ({ params }: Route.LoaderArgs) => {
  if (params.famille !== undefined && !FAMILLES.some(({ cle }) => cle === params.famille)) {
    throw data(null, { status: 404 });
  }
  return preparerTerritoire();
};

const ETATS: readonly Etat[] = ['fait', 'fait', 'en-cours', 'attention', 'a-faire', 'refus'];

const PIECES = [
  {
    titre: 'Tous les motifs',
    chemin: '/composants',
    etat: 'fait' as const,
    partie: 'Motifs',
    estExacte: true,
  },
  ...FAMILLES.map(({ cle, titre }, rang) => ({
    titre,
    chemin: `/composants/${cle}`,
    etat: ETATS[rang % ETATS.length] ?? 'fait',
    partie: 'Motifs',
    attente: cle === 'temps' ? 'exemple d’attente : 2 avis' : undefined,
  })),
  {
    titre: 'Page simple',
    chemin: '/composants/page-simple',
    etat: 'fait' as const,
    partie: 'Autre charpente',
  },
];

type Donnees = Awaited<ReturnType<typeof loader>>;

const SECTIONS: Record<CleFamille, ComponentType<{ donnees: Donnees }>> = {
  chiffres: Chiffres,
  depot: DepotEtAnomalies,
  tableaux: Tableaux,
  temps: TempsEtCarte,
  decision: Decision,
  documents: Documents,
  etats: Etats,
  champs: Champs,
};

/** Tous les motifs de l’interface, dans tous leurs états, sur le territoire de démonstration. */
export default function Composants({ loaderData, params }: Route.ComponentProps) {
  const montrees = FAMILLES.filter(
    ({ cle }) => params.famille === undefined || cle === params.famille,
  );
  const fil = [
    { titre: 'Motifs', chemin: '/composants' },
    ...(params.famille === undefined
      ? []
      : montrees.map(({ cle, titre }) => ({ titre, chemin: `/composants/${cle}` }))),
  ];
  return (
    <Charpente
      territoire={{ nom: 'CC Charlieu-Belmont', chemin: '/' }}
      pieces={PIECES}
      filAriane={fil}
      echeances={{ nombre: 3, chemin: '/composants/temps' }}
      compte={{ nom: 'Camille Berthier', chemin: '/composants/champs' }}
      recherche="/composants/tableaux"
    >
      <div className="pile pile-large">
        <Titre
          surtitre="Chaque motif n’a qu’une réalisation, montrée ici"
          chapeau="Ces exemples emploient le territoire de démonstration. Les valeurs sont fabriquées."
        >
          De quoi l’interface est-elle faite ?
        </Titre>
        {montrees.map(({ cle }) => {
          const Section = SECTIONS[cle];
          return <Section key={cle} donnees={loaderData} />;
        })}
      </div>
    </Charpente>
  );
}
