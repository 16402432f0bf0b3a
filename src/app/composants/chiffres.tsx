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
import { AGES, ANNEES, CATEGORIES, COURBES, SERIES, VOIRIE } from './chiffres-fabriques.ts';
import { Exemple, Famille } from './exemple.tsx';
import { PART_DE_POUILLY } from './explications.ts';

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
