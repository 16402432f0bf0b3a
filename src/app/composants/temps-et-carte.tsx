import { accorder } from '../../socle/ui/index.ts';
import { CarteTerritoire, Frise } from '../../socle/ui/index.ui.ts';
import { Exemple, Famille } from './exemple.tsx';
import type { preparerTerritoire } from './territoire.server.ts';

const PISTES = [
  {
    cle: '42052',
    titre: 'Charlieu',
    evenements: [
      {
        cle: 'saisine',
        libelle: 'Saisine et avis du conseil',
        debut: '2026-09-14' as const,
        fin: '2026-11-02' as const,
        etat: 'fait' as const,
        statut: 'avis favorable',
      },
    ],
  },
  {
    cle: '42086',
    titre: 'Écoche',
    evenements: [
      {
        cle: 'saisine',
        libelle: 'Délai pour rendre l’avis',
        debut: '2026-09-14' as const,
        fin: '2026-12-14' as const,
        etat: 'attention' as const,
        statut: 'réponse attendue avant le 14 décembre',
      },
    ],
  },
  {
    cle: '42338',
    titre: 'Vougy',
    evenements: [
      {
        cle: 'saisine',
        libelle: 'Délai pour rendre l’avis',
        debut: '2026-08-03' as const,
        fin: '2026-11-03' as const,
        etat: 'refus' as const,
        statut: 'délai dépassé, avis tacite',
      },
    ],
  },
  {
    cle: 'cc',
    titre: 'Communauté',
    evenements: [
      {
        cle: 'redaction',
        libelle: 'Rédaction du rapport',
        debut: '2026-08-20' as const,
        fin: '2026-12-01' as const,
        etat: 'en-cours' as const,
      },
      {
        cle: 'vote',
        libelle: 'Délibération du conseil communautaire',
        debut: '2027-01-18' as const,
        etat: 'a-faire' as const,
      },
    ],
  },
];

const SEUILS = [300, 600, 1200, 2400];

const LEGENDE = [
  { classe: 1, libelle: 'moins de 300 habitants' },
  { classe: 2, libelle: '300 à 599' },
  { classe: 3, libelle: '600 à 1 199' },
  { classe: 4, libelle: '1 200 à 2 399' },
  { classe: 5, libelle: '2 400 et plus' },
  { classe: 0, libelle: 'pas de donnée' },
];

/** La frise des échéances et la carte du territoire, en aplats puis en bulles. */
export const TempsEtCarte = ({ donnees }: { donnees: ReturnType<typeof preparerTerritoire> }) => {
  const { fond, populations, centres } = donnees;
  const plusGrande = Math.max(...Object.values(populations));
  const valeurs = Object.fromEntries(
    Object.entries(populations)
      .filter(([code]) => code !== '42141')
      .map(([code, population]) => [
        code,
        {
          classe: 1 + SEUILS.filter((seuil) => population >= seuil).length,
          ecriture: accorder(population, 'habitant'),
          chemin: '/composants/page-simple',
        },
      ]),
  );
  const bulles = Object.fromEntries(
    Object.entries(populations).map(([code, population]) => [
      code,
      { classe: 4, ecriture: accorder(population, 'habitant'), taille: population / plusGrande },
    ]),
  );
  return (
    <Famille titre="Temps et carte">
      <Exemple titre="Frise : fait, en cours, à faire, bientôt atteint, dépassé">
        <Frise pistes={PISTES} debut="2026-08-01" fin="2027-02-28" aujourdhui="2026-11-24" />
      </Exemple>
      <Exemple titre="Carte en aplats, avec une commune sans donnée">
        <CarteTerritoire
          titre="Population municipale"
          fond={fond}
          valeurs={valeurs}
          legende={LEGENDE}
        />
      </Exemple>
      <Exemple titre="Carte en bulles, sans contours">
        <CarteTerritoire
          titre="Population par commune"
          fond={centres}
          valeurs={bulles}
          legende={[]}
        />
      </Exemple>
    </Famille>
  );
};
