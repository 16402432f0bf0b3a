import { formaterJour, formaterMontantEuros } from '../../socle/ui/index.ts';
import {
  Barres,
  BoutonLien,
  ChiffreExplique,
  GraphiqueEtTableau,
  Tableau,
  Texte,
} from '../../socle/ui/index.ui.ts';
import {
  direSourceDe,
  echeancesDesAcomptes,
  ecrireAppel,
  ecrireValeur,
  referenceDe,
} from './ecritures.ts';
import { NATURES } from './entrees.ts';
import type { EtatDeCommune } from './etat.ts';

const montant = (centimes: string): string => formaterMontantEuros(BigInt(centimes));

const Repartition = ({ etat }: { etat: EtatDeCommune }) => {
  const { contenu } = etat;
  const ici = contenu.destinataire.siren;
  return (
    <GraphiqueEtTableau
      disposition="replie"
      phrase={`${contenu.destinataire.nom} porte ${formaterMontantEuros(etat.partCentimes)} sur ${montant(contenu.communesCentimes)} répartis entre ${contenu.repartition.length} communes ; la communauté garde ${montant(contenu.epciCentimes)}.`}
      graphique={
        <Barres
          barres={contenu.repartition.map(({ siren, nom, centimes }) => ({
            cle: siren,
            libelle: nom,
            valeur: Number(centimes),
            ecriture: montant(centimes),
            accent: siren === ici,
          }))}
        />
      }
      tableau={
        <Tableau
          legende="Part de chaque membre"
          colonnes={[
            { titre: 'Membre' },
            { titre: 'Clé', estNombre: true },
            { titre: 'Part', estNombre: true },
          ]}
          lignes={[
            ...contenu.repartition.map(({ siren, nom, cle, unite, centimes }) => ({
              cle: siren,
              cellules: [nom, cle === '' ? '' : ecrireValeur(cle, unite), montant(centimes)],
            })),
            {
              cle: 'epci',
              cellules: [contenu.emetteur.nom, 'par différence', montant(contenu.epciCentimes)],
            },
          ]}
          total={['Coût net', '', montant(contenu.coutCentimes)]}
        />
      }
    />
  );
};

const Appels = ({ etat }: { etat: EtatDeCommune }) => {
  const { contenu } = etat;
  const echeances = echeancesDesAcomptes(etat.annee, contenu.termes.length);
  const lignes =
    etat.nature === 'previsionnel'
      ? contenu.termes.map(({ libelle, centimes }, rang) => ({
          cle: libelle,
          cellules: [libelle, formaterJour(echeances[rang] ?? etat.emisLe), montant(centimes)],
        }))
      : contenu.dejaAppeles.map(({ reference, le, centimes }) => ({
          cle: reference,
          cellules: [`Déjà appelé, état ${reference}`, formaterJour(le), montant(centimes)],
        }));
  return (
    <Tableau
      legende={etat.nature === 'previsionnel' ? 'Acomptes appelés' : 'Du coût définitif au solde'}
      colonnes={[{ titre: 'Quoi' }, { titre: 'Quand' }, { titre: 'Montant', estNombre: true }]}
      lignes={lignes}
      total={[
        etat.nature === 'previsionnel'
          ? 'Total des acomptes'
          : contenu.sens === 'avoir'
            ? 'Trop versé'
            : 'Solde à payer',
        '',
        <ChiffreExplique
          key="appel"
          id="appel"
          explication={contenu.explicationDeLAppel}
          ecriture={ecrireAppel(etat.appelCentimes)}
        />,
      ]}
    />
  );
};

/** L’état d’une commune, chaque montant ouvert jusqu’à la cellule importée. */
export const EtatMontre = ({ etat, chemin }: { etat: EtatDeCommune; chemin: string }) => {
  const { contenu } = etat;
  return (
    <div className="pile pile-large">
      <section className="carte pile" aria-labelledby="en-bref">
        <h2 id="en-bref">En bref</h2>
        <div>
          Votre part de l’exercice {etat.annee} :{' '}
          <ChiffreExplique id="part" explication={contenu.explication}>
            {formaterMontantEuros(etat.partCentimes)}
          </ChiffreExplique>
          . {etat.nature === 'previsionnel' ? 'Acomptes demandés' : 'Solde'} :{' '}
          {ecrireAppel(etat.appelCentimes)}. Touchez un montant pour voir d’où il vient.
        </div>
        <p>
          <Texte>
            {`État ${NATURES[etat.nature]} n° ${referenceDe(etat)}, émis le ${formaterJour(etat.emisLe)}${contenu.rectifie === null ? '' : `, qui rectifie l’état n° ${contenu.rectifie}`}. Clé de la convention « ${contenu.convention.titre} », version ${contenu.convention.version} signée : ${contenu.cle.toLowerCase()}.`}
          </Texte>
        </p>
        {contenu.commentaire === '' ? null : (
          <p>
            <Texte>{contenu.commentaire}</Texte>
          </p>
        )}
        <div className="rang">
          <BoutonLien vers={`${chemin}/pdf`} icone="telecharger" telecharger>
            L’état en PDF
          </BoutonLien>
          <BoutonLien vers={`${chemin}/ods`} ton="secondaire" icone="telecharger" telecharger>
            Toutes les lignes, en tableur ODS
          </BoutonLien>
        </div>
      </section>
      <section className="pile" aria-labelledby="appels">
        <h2 id="appels">
          {etat.nature === 'previsionnel' ? 'Ce qui vous est demandé' : 'Ce qui reste'}
        </h2>
        <Appels etat={etat} />
      </section>
      <section className="pile" aria-labelledby="partage">
        <h2 id="partage">Comment le coût se partage</h2>
        <Repartition etat={etat} />
      </section>
      <section className="pile" aria-labelledby="cout">
        <h2 id="cout">Ce que coûte le service</h2>
        <Tableau
          legende="Coût retenu, par poste"
          colonnes={[{ titre: 'Poste' }, { titre: 'Montant', estNombre: true }]}
          lignes={contenu.postes.map(({ libelle, centimes, explication }, rang) => ({
            cle: libelle,
            cellules: [
              libelle,
              <ChiffreExplique key="montant" id={`poste-${rang}`} explication={explication}>
                {montant(centimes)}
              </ChiffreExplique>,
            ],
          }))}
          total={[
            'Coût net',
            <ChiffreExplique key="net" id="cout-net" explication={contenu.explicationDuCout}>
              {montant(contenu.coutCentimes)}
            </ChiffreExplique>,
          ]}
        />
      </section>
      {contenu.actes.length === 0 ? null : (
        <details>
          <summary>
            Vos {contenu.actes.length} relevés d’actes de {contenu.anneeDesActes}, et leur cellule
          </summary>
          <Tableau
            legende={`Actes de ${contenu.anneeDesActes}`}
            colonnes={[
              { titre: 'Mois' },
              { titre: 'Type' },
              { titre: 'Nombre', estNombre: true },
              { titre: 'Source' },
            ]}
            lignes={contenu.actes.map(({ mois, type, nombre, source }) => ({
              cle: `${mois}-${type}`,
              cellules: [String(mois), type, nombre.replace('.', ','), direSourceDe(source)],
            }))}
          />
        </details>
      )}
    </div>
  );
};
