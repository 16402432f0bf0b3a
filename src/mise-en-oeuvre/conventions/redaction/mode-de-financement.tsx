import { ChampNombre, ChampSelection } from '../../../socle/ui/index.ui.ts';
import { type Cle, CRITERES } from '../cle.ts';
import type { ContenuServiceCommun } from '../service-commun/contenu.ts';
import { ecrireEuros, ecrirePourcentage } from './lire-champs.ts';
import { Rangees } from './rangees.tsx';

/** Les critères de partage, pour une liste. */
export const OPTIONS_DE_CRITERE = Object.entries(CRITERES).map(([valeur, { libelle }]) => ({
  valeur,
  libelle,
}));

/** Le critère principal d’une clé : celui du partage, ou de la valorisation si tout est gratuit. */
export const critereDe = (cle: Cle): string => {
  if (cle.mode === 'critere') return cle.critere;
  return cle.mode === 'gratuit' ? cle.valorisation : 'population';
};

/** Le poids de chaque type d’acte, et son tarif quand on facture à l’acte. */
export const BaremeEtTarifs = ({ contenu }: { contenu: ContenuServiceCommun }) => {
  const { cle, bareme } = contenu.finances;
  const tarifs = new Map(
    cle.mode === 'acte'
      ? cle.tarifs.map(({ type, centimes }) => [type, ecrireEuros(centimes)])
      : [],
  );
  return (
    <Rangees
      nom="bareme"
      legende="Barème : le poids de chaque type d’acte (et son tarif, en mode « tarif à l’acte »)"
      colonnes={[
        { champ: 'type', libelle: 'Code de l’acte' },
        { champ: 'libelle', libelle: 'Libellé' },
        { champ: 'poids', libelle: 'Poids' },
        { champ: 'tarif', libelle: 'Tarif en euros' },
      ]}
      lignes={bareme.map(({ type, libelle, poids }) => ({
        type,
        libelle,
        poids: poids.replace('.', ','),
        tarif: tarifs.get(type) ?? '',
      }))}
    />
  );
};

/** Ce que demandent les modes composés : clés pondérées, part fixe, forfaits. */
export const DetailDuMode = ({ cle }: { cle: Cle }) => (
  <details open={cle.mode !== 'critere' && cle.mode !== 'gratuit'}>
    <summary>Plusieurs clés, part fixe, forfaits</summary>
    <div className="pile">
      <Rangees
        nom="composantes"
        legende="Clés pondérées (total 100 %)"
        colonnes={[
          { champ: 'critere', libelle: 'Clé', options: OPTIONS_DE_CRITERE },
          { champ: 'ponderation', libelle: 'Pondération en %' },
        ]}
        lignes={
          cle.mode === 'mixte'
            ? cle.composantes.map(({ critere, ponderation }) => ({
                critere,
                ponderation: ecrirePourcentage(ponderation),
              }))
            : []
        }
        libres={cle.mode === 'mixte' ? 3 - cle.composantes.length : 3}
      />
      <ChampSelection
        nom="methode"
        libelle="Arrondi des clés pondérées"
        retenue={cle.mode === 'mixte' ? cle.methode : 'taux-composite'}
        options={[
          { valeur: 'taux-composite', libelle: 'un taux composite, un seul arrondi' },
          { valeur: 'enveloppes', libelle: 'une enveloppe par clé' },
        ]}
      />
      <ChampNombre
        nom="partFixe"
        libelle="Part fixe"
        unite="%"
        defaultValue={cle.mode === 'fixe-et-variable' ? ecrirePourcentage(cle.partFixe) : ''}
      />
      <ChampSelection
        nom="fixe"
        libelle="Répartition de la part fixe"
        retenue={cle.mode === 'fixe-et-variable' ? cle.fixe : ''}
        options={OPTIONS_DE_CRITERE.filter(({ valeur }) => valeur !== 'equivalents-actes')}
      />
      <ChampSelection
        nom="variable"
        libelle="Répartition du reste"
        retenue={cle.mode === 'fixe-et-variable' ? cle.variable : ''}
        options={OPTIONS_DE_CRITERE}
      />
      <Rangees
        nom="strates"
        legende="Forfaits par strate de population"
        colonnes={[
          { champ: 'de', libelle: 'À partir de (habitants)' },
          { champ: 'a', libelle: 'Moins de (vide : sans limite)' },
          { champ: 'forfait', libelle: 'Forfait en euros' },
        ]}
        lignes={
          cle.mode === 'forfait'
            ? cle.strates.map(({ de, a, centimes }) => ({
                de,
                a: a ?? '',
                forfait: ecrireEuros(centimes),
              }))
            : []
        }
      />
    </div>
  </details>
);
