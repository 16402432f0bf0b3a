import { formaterEtp, formaterNombre } from '../../socle/ui/index.ts';
import {
  Barres,
  BarresEmpilees,
  ChiffreExplique,
  Courbe,
  GraphiqueEtTableau,
  JaugeCompletude,
  PyramideDesAges,
  Tableau,
} from '../../socle/ui/index.ui.ts';
import { Exemple, Famille } from './exemple.tsx';
import { PART_DE_POUILLY } from './explications.ts';

const AGES = [
  { libelle: '60 et +', femmes: 21, hommes: 17, accent: true },
  { libelle: '55-59', femmes: 38, hommes: 36, accent: true },
  { libelle: '50-54', femmes: 44, hommes: 31 },
  { libelle: '45-49', femmes: 39, hommes: 30 },
  { libelle: '40-44', femmes: 33, hommes: 24 },
  { libelle: '35-39', femmes: 22, hommes: 19 },
  { libelle: '30-34', femmes: 14, hommes: 13 },
  { libelle: '− de 30', femmes: 9, hommes: 10 },
];

const SERIES = [
  { cle: 'A', libelle: 'Catégorie A', teinte: 1 },
  { cle: 'B', libelle: 'Catégorie B', teinte: 2 },
  { cle: 'C', libelle: 'Catégorie C', teinte: 3 },
];

const CATEGORIES = [
  { cle: 'epci', libelle: 'Communauté', valeurs: [12, 24, 61] },
  { cle: '42052', libelle: 'Charlieu', valeurs: [4, 11, 48] },
  { cle: '42177', libelle: 'Pouilly-sous-Charlieu', valeurs: [1, 6, 30] },
  { cle: '42015', libelle: 'Belmont-de-la-Loire', valeurs: [0, 3, 19] },
];

const ANNEES = ['2021', '2022', '2023', '2024', '2025'];
const COURBES = [
  { cle: 'permis', libelle: 'Permis', teinte: 1, valeurs: [142, 187, 176, 151, 139] },
  { cle: 'declarations', libelle: 'Déclarations', teinte: 2, valeurs: [388, 421, null, 402, 436] },
];

const VOIRIE = [
  { cle: '42052', libelle: 'Charlieu', valeur: 9.4, repere: 3.1 },
  { cle: '42177', libelle: 'Pouilly-sous-Charlieu', valeur: 5.2, repere: 3.1, accent: true },
  { cle: '42026', libelle: 'Briennon', valeur: 3.8, repere: 3.1 },
  { cle: '42338', libelle: 'Vougy', valeur: 0.8, repere: 3.1 },
];

const tableauAges = (
  <Tableau
    legende="Agents par âge et par sexe"
    colonnes={[
      { titre: 'Âge' },
      { titre: 'Femmes', estNombre: true },
      { titre: 'Hommes', estNombre: true },
    ]}
    lignes={AGES.map(({ libelle, femmes, hommes }) => ({
      cle: libelle,
      cellules: [libelle, formaterNombre(femmes), formaterNombre(hommes)],
    }))}
    total={['Ensemble', '220', '180']}
  />
);

/** Chiffres qui s’expliquent, graphiques et leurs tableaux. */
export const Chiffres = () => (
  <Famille titre="Chiffres et graphiques">
    <Exemple titre="Chiffre qui s’explique">
      <div className="rang">
        <span>Ce que votre commune paiera en 2026 :</span>
        <span className="grand-chiffre">
          <ChiffreExplique
            id="part-pouilly"
            explication={PART_DE_POUILLY}
            phrase="Votre commune compte 11 % des habitants : elle paie 11 % du service commun."
          />
        </span>
      </div>
    </Exemple>
    <Exemple titre="Pyramide des âges, avec son tableau">
      <GraphiqueEtTableau
        phrase="28 % des agents ont 55 ans ou plus : 112 départs sont à prévoir d’ici à 2033."
        graphique={<PyramideDesAges tranches={AGES} />}
        tableau={tableauAges}
        source="grilles RH des communes, 31 décembre 2025"
        exports={[
          { titre: 'Tableau (CSV)', chemin: 'data:text/csv;charset=utf-8,age%3Bfemmes%3Bhommes' },
        ]}
      />
    </Exemple>
    <Exemple titre="Barres, avec un repère et une commune en avant">
      <Barres barres={VOIRIE.map((barre) => ({ ...barre, ecriture: formaterEtp(barre.valeur) }))} />
      <p className="petit texte-doux">Trait vertical : moyenne du territoire, 3,10 ETP.</p>
    </Exemple>
    <Exemple titre="Barres empilées, tableau replié">
      <GraphiqueEtTableau
        disposition="replie"
        phrase="Trois agents sur quatre sont de catégorie C."
        graphique={
          <BarresEmpilees
            series={SERIES}
            barres={CATEGORIES.map((barre) => ({
              ...barre,
              total: `${formaterNombre(barre.valeurs.reduce((a, b) => a + b, 0))} agents`,
            }))}
          />
        }
        tableau={
          <Tableau
            legende="Agents par catégorie"
            colonnes={[
              { titre: 'Employeur' },
              ...SERIES.map(({ cle }) => ({ titre: cle, estNombre: true })),
            ]}
            lignes={CATEGORIES.map(({ cle, libelle, valeurs }) => ({
              cle,
              cellules: [libelle, ...valeurs],
            }))}
          />
        }
      />
    </Exemple>
    <Exemple titre="Courbe, avec une donnée absente">
      <GraphiqueEtTableau
        phrase="Les permis reviennent à leur niveau de 2021 ; les déclarations montent de 12 %."
        graphique={<Courbe abscisses={ANNEES} series={COURBES} unite="Dossiers instruits par an" />}
        tableau={
          <Tableau
            legende="Dossiers instruits"
            colonnes={[
              { titre: 'Année' },
              ...COURBES.map(({ libelle }) => ({ titre: libelle, estNombre: true })),
            ]}
            lignes={ANNEES.map((annee, rang) => ({
              cle: annee,
              cellules: [annee, ...COURBES.map(({ valeurs }) => valeurs[rang] ?? 'non rendu')],
            }))}
          />
        }
      />
    </Exemple>
    <Exemple titre="Jauge de complétude : une tuile par commune, une barre au-delà de soixante">
      <div className="deux-colonnes">
        <JaugeCompletude
          parts={[
            { etat: 'fait', nombre: 18, libelle: 'rendues' },
            { etat: 'en-cours', nombre: 3, libelle: 'commencées' },
            { etat: 'attention', nombre: 1, libelle: 'à corriger' },
            { etat: 'a-faire', nombre: 3, libelle: 'attendues' },
          ]}
        />
        <JaugeCompletude
          parts={[
            { etat: 'fait', nombre: 121, libelle: 'rendues' },
            { etat: 'en-cours', nombre: 22, libelle: 'commencées' },
            { etat: 'a-faire', nombre: 15, libelle: 'attendues' },
          ]}
        />
      </div>
    </Exemple>
  </Famille>
);
