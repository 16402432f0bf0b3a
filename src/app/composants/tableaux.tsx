import { formaterNombre } from '../../socle/ui/index.ts';
import {
  type ColonneDense,
  MatriceCommunesServices,
  Tableau,
  TableauDense,
} from '../../socle/ui/index.ui.ts';
import { type AgentFabrique, fabriquerAgents } from './agents-fabriques.ts';
import { Exemple, Famille } from './exemple.tsx';

const AGENTS = fabriquerAgents(10_000);

const COLONNES: readonly ColonneDense<AgentFabrique>[] = [
  { id: 'matricule', titre: 'Matricule', lire: ({ matricule }) => matricule },
  { id: 'employeur', titre: 'Employeur', lire: ({ employeur }) => employeur },
  { id: 'service', titre: 'Service', lire: ({ service }) => service },
  { id: 'metier', titre: 'Métier', lire: ({ metier }) => metier },
  { id: 'categorie', titre: 'Catégorie', lire: ({ categorie }) => categorie },
  {
    id: 'naissance',
    titre: 'Naissance',
    lire: ({ naissance }) => naissance,
    rendre: ({ naissance }) => String(naissance),
    estNombre: true,
    cachee: true,
  },
  {
    id: 'etp',
    titre: 'ETP',
    lire: ({ etp }) => etp,
    rendre: ({ etp }) => formaterNombre(etp, { min: 2 }),
    estNombre: true,
  },
  { id: 'cout', titre: 'Coût annuel (€)', lire: ({ cout }) => cout, estNombre: true },
];

const SERVICES = [
  { cle: 'ads', titre: 'Instruction du droit des sols' },
  { cle: 'rh', titre: 'Ressources humaines' },
  { cle: 'dsi', titre: 'Informatique' },
  { cle: 'commande', titre: 'Commande publique' },
  { cle: 'voirie', titre: 'Voirie' },
];

const STATUTS = [
  { cle: 'adhere', signe: '●', libelle: 'adhère', etat: 'fait' as const },
  { cle: 'vote', signe: '◐', libelle: 'conseil saisi', etat: 'en-cours' as const },
  { cle: 'silence', signe: '!', libelle: 'délai bientôt atteint', etat: 'attention' as const },
  { cle: 'refus', signe: '×', libelle: 'n’adhère pas', etat: 'refus' as const },
];

const JOURS = ['2026-01-15', '2026-02-15', '2026-03-15', '2026-04-15'] as const;

const COMMUNES = ['Arcinges', 'Belmont-de-la-Loire', 'Charlieu', 'Écoche', 'Vougy'].map(
  (nom, ligne) => ({
    cle: nom,
    nom,
    cellules: Object.fromEntries(
      SERVICES.map(({ cle }, colonne) => {
        const statut = STATUTS[(ligne * 2 + colonne * 3) % 5]?.cle;
        return [
          cle,
          statut === undefined
            ? undefined
            : { statut, jour: JOURS[(ligne + colonne) % JOURS.length] },
        ];
      }),
    ),
  }),
);

/** Tableau à lire, tableau dense, matrice. */
export const Tableaux = () => (
  <Famille titre="Tableaux">
    <Exemple titre="Tableau à lire">
      <Tableau
        legende="Ce que coûte le service commun"
        colonnes={[
          { titre: 'Commune' },
          { titre: 'Habitants', estNombre: true },
          { titre: 'Part', estNombre: true },
        ]}
        lignes={[
          { cle: '42052', cellules: ['Charlieu', '3 703', '16 506,48 €'] },
          { cle: '42177', cellules: ['Pouilly-sous-Charlieu', '2 584', '11 518,23 €'] },
          { cle: '42086', cellules: ['Écoche', '515', '2 295,64 €'] },
        ]}
        total={['Ensemble', '6 802', '30 320,35 €']}
      />
    </Exemple>
    <Exemple titre="Tableau dense : 10 000 lignes">
      <TableauDense
        id="agents"
        legende="Agents du territoire (fabriqués)"
        colonnes={COLONNES}
        lignes={AGENTS}
        cle={({ matricule }) => matricule}
      />
    </Exemple>
    <Exemple titre="Tableau dense sans résultat">
      <TableauDense
        id="aucun"
        legende="Aucun agent"
        colonnes={COLONNES}
        lignes={[]}
        cle={({ matricule }) => matricule}
      />
    </Exemple>
    <Exemple titre="Matrice communes × services">
      <MatriceCommunesServices
        legende="Participation des communes aux services communs"
        services={SERVICES}
        communes={COMMUNES}
        statuts={STATUTS}
      />
    </Exemple>
  </Famille>
);
