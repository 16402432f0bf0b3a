import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { exigerDroit } from '../../../socle/acces/index.server.ts';
import { formaterJour } from '../../../socle/ui/index.ts';
import { BoutonLien, Encadre, Titre, Vide } from '../../../socle/ui/index.ui.ts';
import { AgesEtDeparts } from './ages-et-departs.tsx';
import { Croisement } from './croisement.tsx';
import { ecrireCoutRond, ecrireEtp } from './ecritures.ts';
import { pageDuCroisement } from './page-du-croisement.ts';
import { preparerEffectifs } from './preparer-effectifs.server.ts';
import { Repartition } from './repartition.tsx';
import { TempsDeTravail } from './temps-de-travail.tsx';

export const handle = { titre: 'Effectifs' };
export const meta = () => [{ title: 'Effectifs – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'effectifs:lire');
  const parametres = new URL(request.url).searchParams;
  const prepares = await preparerEffectifs(acces, parametres);
  const { effectifs } = prepares;
  const croisement = pageDuCroisement(parametres, effectifs.croisement.length);
  return data({
    ...prepares,
    croisement,
    // Le tableau croisé, le plus lourd, n’est envoyé que demandé, et par tranches.
    effectifs: { ...effectifs, croisement: effectifs.croisement.slice(...croisement.tranche) },
  });
};

const EXPORTS = [
  { titre: 'ODS', format: 'ods' },
  { titre: 'XLSX', format: 'xlsx' },
  { titre: 'CSV', format: 'csv' },
] as const;

/** Effectifs : agents, postes, ETP, âges, départs, coûts ; chaque total mène à ses cellules. */
export default function Effectifs() {
  const { effectifs, chemin, cheminDeCollecte, reponses, age, croisement } =
    useLoaderData<typeof loader>();
  if (effectifs.total.agents === 0) {
    return (
      <div className="pile pile-large">
        <Titre surtitre="État des lieux">Qui travaille pour le territoire ?</Titre>
        <Vide
          niveau={2}
          titre="Aucun agent enregistré"
          action={
            <BoutonLien vers={cheminDeCollecte}>Ouvrir la collecte de la grille RH</BoutonLien>
          }
        >
          Les effectifs se lisent ici dès qu’une collectivité a validé sa grille RH : agents,
          postes, ETP, âges, départs et coûts.
        </Vide>
      </div>
    );
  }
  const { total } = effectifs;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={`État des lieux · photo au ${formaterJour(effectifs.photoAu)}`}
        chapeau={`${total.agents} agents occupent ${total.postes} postes, soit ${ecrireEtp(total.etpCentiemes)} ETP et ${ecrireCoutRond(total.coutCentimes)} par an, charges comprises.`}
        actions={EXPORTS.map(({ titre, format }) => (
          <BoutonLien
            key={format}
            vers={`${chemin}/export/${format}`}
            ton="secondaire"
            taille="petite"
            icone="telecharger"
            telecharger
          >
            {titre}
          </BoutonLien>
        ))}
      >
        Qui travaille pour le territoire ?
      </Titre>
      {reponses.attendues > reponses.repondues ? (
        <Encadre ton="attention" titre="Les réponses ne sont pas complètes">
          <p>
            {reponses.repondues} collectivités sur {reponses.attendues} ont rendu leur grille RH.
            Une collectivité qui n’a pas répondu n’est pas comptée : ce n’est pas un zéro.
          </p>
        </Encadre>
      ) : null}
      {effectifs.estMasque ? (
        <Encadre titre="Les petits effectifs sont masqués">
          <p>
            Moins de {effectifs.seuil} agents ne se montrent pas. D’autres cases sont masquées avec
            eux, pour qu’aucun total ne les rende. Les comptes isolés sont arrondis à cinq.
          </p>
        </Encadre>
      ) : null}
      {croisement.estDemande ? null : (
        <>
          <Repartition effectifs={effectifs} chemin={chemin} />
          <AgesEtDeparts effectifs={effectifs} chemin={chemin} age={age} />
          <TempsDeTravail effectifs={effectifs} />
        </>
      )}
      <Croisement effectifs={effectifs} chemin={chemin} age={age} pagination={croisement} />
    </div>
  );
}
