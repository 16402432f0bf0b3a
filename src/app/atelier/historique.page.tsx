import { Form, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireFiltresDuJournal, lireJournal } from '../../socle/journal/index.server.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { formaterInstant } from '../../socle/ui/index.ts';
import { Bouton, BoutonLien, ChampSelection, Historique, Titre } from '../../socle/ui/index.ui.ts';
import { detailler, direChangements, grouper, nommerObjet, raconter } from './raconter.ts';

export const meta = () => [{ title: 'Historique – Ensemblier' }];
export const handle = { titre: 'Historique' };

const PAR_PAGE = 100;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'historique:lire');
  const demande = new URL(request.url).searchParams;
  const filtre = {
    objet: demande.get('objet') || undefined,
    auteur: demande.get('auteur') || undefined,
  };
  const { ecritures, filtres, collectivites } = await dansTerritoire(
    base,
    contexte,
    async (tx) => ({
      ecritures: await lireJournal(tx, {
        ...filtre,
        avantId: demande.get('avant') ?? undefined,
        combien: PAR_PAGE + 1,
      }),
      filtres: await lireFiltresDuJournal(tx),
      collectivites: await lireCollectivites(tx),
    }),
  );
  const noms = new Map(
    collectivites.flatMap(({ siren, codeInsee, nom }) => [
      [siren, nom] as const,
      [codeInsee ?? siren, nom] as const,
    ]),
  );
  const montrees = ecritures.slice(0, PAR_PAGE);
  const suite = new URLSearchParams(demande);
  suite.set('avant', montrees.at(-1)?.id ?? '');
  return {
    filtre,
    auteurs: filtres.auteurs,
    objets: filtres.objets.map((objet) => ({ valeur: objet, libelle: nommerObjet(objet) })),
    suite: ecritures.length > PAR_PAGE ? `?${suite.toString()}` : null,
    evenements: grouper(montrees).map((groupe) => ({
      cle: groupe[0].id,
      auteur: groupe[0].auteur,
      quand: formaterInstant(groupe[0].le),
      quoi: raconter(groupe, noms),
      ...direChangements(detailler(groupe)),
    })),
  };
};

export default function PageHistorique() {
  const { filtre, auteurs, objets, suite, evenements } = useLoaderData<typeof loader>();
  return (
    <div className="pile pile-large">
      <Titre chapeau="Chaque écriture laisse ici son auteur, son heure, l’avant et l’après. Rien ne s’efface.">
        Qui a changé quoi ?
      </Titre>
      <Form method="get" className="formulaire">
        <ChampSelection
          nom="objet"
          libelle="Ce qui a changé"
          vide="Tout"
          retenue={filtre.objet ?? ''}
          options={objets}
        />
        <ChampSelection
          nom="auteur"
          libelle="Auteur"
          vide="Tous"
          retenue={filtre.auteur ?? ''}
          options={auteurs.map((auteur) => ({ valeur: auteur, libelle: auteur }))}
        />
        <div>
          <Bouton ton="secondaire">Filtrer</Bouton>
        </div>
      </Form>
      <Historique
        evenements={evenements.map(({ cle, auteur, quand, quoi, phrase, seul }) => ({
          cle,
          auteur,
          quand,
          quoi: phrase === '' ? quoi : `${quoi} : ${phrase}`,
          ...seul,
        }))}
      />
      {suite === null ? null : (
        <p>
          <BoutonLien vers={suite} ton="secondaire">
            Voir les écritures plus anciennes
          </BoutonLien>
        </p>
      )}
    </div>
  );
}
