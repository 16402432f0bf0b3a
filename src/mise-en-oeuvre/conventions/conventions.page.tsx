import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireTerritoire } from '../../socle/territoire/index.server.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, Pastille, Tableau, Titre, Vide } from '../../socle/ui/index.ui.ts';
import { presenterControle } from './controler.ts';
import { estEnVigueur, priseDEffet, versionCourante } from './convention.ts';
import { lireConventions } from './conventions.sql.server.ts';
import { instruireConvention } from './instruire.ts';
import { SORTES } from './sortes.ts';
import { versTerritoireInstruit } from './territoire-instruit.ts';

export const handle = { titre: 'Conventions' };
export const meta = () => [{ title: 'Conventions – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(
    request,
    params.siren,
    'convention:lire',
  );
  return dansTerritoire(base, contexte, async (tx) => {
    const territoire = versTerritoireInstruit(await lireTerritoire(tx));
    const conventions = await lireConventions(tx, contexte);
    return {
      racine: `/t/${params.siren}/mettre-en-oeuvre`,
      conventions: conventions.map((convention) => {
        const sortie = instruireConvention(convention, territoire, aujourdhui);
        const controle = sortie.ok
          ? presenterControle(convention, sortie.valeur, aujourdhui)
          : null;
        return {
          id: convention.id,
          titre: convention.titre,
          sorte: SORTES[convention.sorte].libelle,
          parties: convention.parties.length,
          version: versionCourante(convention).numero,
          etat: controle?.libelleEtat ?? 'À vérifier',
          prochain: controle?.prochain?.verbe ?? null,
          enVigueur: estEnVigueur(convention, aujourdhui),
          effetLe: priseDEffet(convention),
        };
      }),
    };
  });
};

/** Toutes les conventions : où en est chacune, et le prochain geste. */
export default function Conventions() {
  const { racine, conventions } = useLoaderData<typeof loader>();
  return (
    <div className="pile pile-large">
      <Titre chapeau="Chaque convention est contrôlée au regard du droit, à tout moment : ce qui manque, l’article, et qui peut agir.">
        Où en sont nos conventions ?
      </Titre>
      {conventions.length === 0 ? (
        <Vide
          niveau={2}
          titre="Aucune convention pour l’instant"
          action={
            <BoutonLien vers={`${racine}/services-communs`}>Ouvrir les services communs</BoutonLien>
          }
        >
          Une convention naît avec son service commun : ses parties, ses agents et sa clé y sont
          déjà.
        </Vide>
      ) : (
        <Tableau
          legende="Conventions"
          legendeVisible={false}
          colonnes={[
            { titre: 'Convention' },
            { titre: 'Parties', estNombre: true },
            { titre: 'Où en est-elle ?' },
            { titre: 'Prochain geste' },
            { titre: 'Ouvrir' },
          ]}
          lignes={conventions.map((une) => ({
            cle: une.id,
            cellules: [
              <span key="titre">
                {une.titre}
                <span className="petit texte-doux">
                  {' '}
                  ({une.sorte}, version {une.version})
                </span>
              </span>,
              une.parties,
              <Pastille key="etat" etat={une.enVigueur ? 'fait' : 'en-cours'}>
                {une.enVigueur && une.effetLe !== null
                  ? `En vigueur depuis le ${formaterJour(une.effetLe)}`
                  : une.etat}
              </Pastille>,
              une.prochain ?? 'Aucun',
              <BoutonLien
                key="ouvrir"
                vers={`${racine}/conventions/${une.id}`}
                ton="secondaire"
                taille="petite"
              >
                Ouvrir<span className="invisible"> : {une.titre}</span>
              </BoutonLien>,
            ],
          }))}
        />
      )}
    </div>
  );
}
