import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formaterMontant } from '../../moteurs/calcul/index.ts';
import { exigerLienCommune } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, PageSimple, Tableau, Titre, Vide } from '../../socle/ui/index.ui.ts';
import { ecrireAppel, LIRE_LES_ETATS, referenceDe } from './ecritures.ts';
import { NATURES } from './entrees.ts';
import { lireEtatsEmis } from './etats-emis.sql.server.ts';

export const meta = () => [
  { title: 'Les états de votre commune – Ensemblier' },
  { name: 'robots', content: 'noindex' },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, territoire, collectivite, chemin } = await exigerLienCommune(
    request,
    params.jeton,
  );
  const etats = await dansTerritoire(base, contexte, (tx) => lireEtatsEmis(tx, contexte));
  return {
    commune: collectivite.nom,
    territoire: territoire.nom,
    couleur: territoire.couleur ?? undefined,
    chemin,
    etats: etats.map((etat) => ({
      id: etat.id,
      reference: referenceDe(etat),
      nature: NATURES[etat.nature],
      service: etat.service,
      annee: etat.annee,
      emisLe: etat.emisLe,
      part: formaterMontant(etat.partCentimes),
      appel: ecrireAppel(etat.appelCentimes),
    })),
  };
};

/** Ce que la commune doit, service par service ; elle ne voit que ses états. */
export default function EtatsDeCommune() {
  const { commune, territoire, couleur, chemin, etats } = useLoaderData<typeof loader>();
  return (
    <PageSimple identite={{ nom: territoire, couleur }} contexte={<p>{commune}</p>}>
      <div className="pile pile-large">
        <Titre
          surtitre={territoire}
          chapeau="Chaque montant s’ouvre : formule, convention, et jusqu’à la cellule du fichier d’où il vient."
        >
          Que devons-nous pour les services communs ?
        </Titre>
        {etats.length === 0 ? (
          <Vide
            niveau={2}
            titre="Aucun état pour votre commune"
            action={<BoutonLien vers={chemin}>Revenir à votre espace</BoutonLien>}
          >
            Les états des services communs auxquels vous adhérez apparaîtront ici dès leur émission.
          </Vide>
        ) : (
          <>
            <p className="mesure">{LIRE_LES_ETATS}</p>
            <Tableau
              legende="Vos états"
              legendeVisible={false}
              colonnes={[
                { titre: 'État' },
                { titre: 'Service' },
                { titre: 'Émis le' },
                { titre: 'Part de l’année', estNombre: true },
                { titre: 'Demandé', estNombre: true },
                { titre: 'Ouvrir' },
              ]}
              lignes={etats.map(
                ({ id, reference, nature, service, annee, emisLe, part, appel }) => ({
                  cle: id,
                  cellules: [
                    `${reference}, ${nature}`,
                    `${service}, ${annee}`,
                    formaterJour(emisLe),
                    part,
                    appel,
                    <BoutonLien
                      key={id}
                      vers={`${chemin}/etats/${id}`}
                      ton="secondaire"
                      taille="petite"
                    >
                      Ouvrir l’état {reference}
                    </BoutonLien>,
                  ],
                }),
              )}
            />
          </>
        )}
      </div>
    </PageSimple>
  );
}
