import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { exigerDroit } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireJournal } from '../../../socle/journal/index.server.ts';
import { formaterInstant } from '../../../socle/ui/index.ts';
import { Historique, Titre } from '../../../socle/ui/index.ui.ts';
import { type ChampARediger, ecrireValeur, type Redaction, valeurDe } from '../saisie/champs.ts';
import { CHAMPS_DE_FICHE } from './champs-de-fiche.ts';
import { exigerFiche } from './montrer-fiche.server.ts';

export const handle = { titre: 'Histoire de la fiche' };
export const meta = () => [{ title: 'Histoire de la fiche – Ensemblier' }];

const lireRedaction = (ligne: Readonly<Record<string, unknown>> | null): Redaction =>
  typeof ligne?.redaction === 'object' && ligne.redaction !== null
    ? (ligne.redaction as Redaction)
    : {};

const comparer = (avant: Redaction, apres: Redaction) =>
  CHAMPS_DE_FICHE.flatMap((champ: ChampARediger) => {
    const [a, b] = [avant, apres].map((texte) => ecrireValeur(champ, valeurDe(champ, texte)));
    return a === b ? [] : [{ libelle: champ.libelle, avant: a ?? '', apres: b ?? '' }];
  });

const direGeste = (
  avant: Readonly<Record<string, unknown>> | null,
  apres: Readonly<Record<string, unknown>> | null,
  nombre: number,
): string => {
  if (avant === null) return 'a ouvert la fiche';
  if (avant.etat !== apres?.etat) {
    return apres?.etat === 'prete' ? 'a déclaré la fiche prête' : 'a rouvert la fiche';
  }
  if (nombre > 0) return 'a rédigé';
  return JSON.stringify(avant.impact) === JSON.stringify(apres?.impact)
    ? 'a modifié la fiche'
    : 'a écrit l’impact par personne publique';
};

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'historique:lire');
  const { fiche } = await exigerFiche(acces, params.fiche);
  const ecritures = await dansTerritoire(acces.base, acces.contexte, (tx) =>
    lireJournal(tx, { objet: 'fiche_technique', objetId: fiche.id, combien: 200 }),
  );
  return {
    code: fiche.code,
    titre: fiche.titre,
    evenements: ecritures.map(({ id, auteur, le, avant, apres }) => {
      const changements = comparer(lireRedaction(avant), lireRedaction(apres));
      return {
        id: String(id),
        auteur,
        quand: formaterInstant(le),
        quoi: direGeste(avant, apres, changements.length),
        changements: avant === null ? [] : changements,
      };
    }),
  };
};

const Page = () => {
  const { code, titre, evenements } = useLoaderData<typeof loader>();
  return (
    <div className="pile pile-large">
      <Titre surtitre={`Fiche ${code}, ${titre}`}>Qui a changé quoi ?</Titre>
      <Historique
        evenements={evenements.flatMap(({ id, auteur, quand, quoi, changements }) =>
          changements.length === 0
            ? [{ cle: id, auteur, quand, quoi }]
            : changements.map(({ libelle, avant, apres }) => ({
                cle: `${id}-${libelle}`,
                auteur,
                quand,
                quoi: `${quoi} : ${libelle.toLowerCase()}`,
                avant: avant === '' ? undefined : avant,
                apres: apres === '' ? undefined : apres,
              })),
        )}
      />
    </div>
  );
};
export default Page;
