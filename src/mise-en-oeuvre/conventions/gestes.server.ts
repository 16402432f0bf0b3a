import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Acces } from '../../socle/acces/index.server.ts';
import type { Droit } from '../../socle/acces/index.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireTexte } from '../../socle/formulaires/index.ts';
import { lireTerritoire } from '../../socle/territoire/index.server.ts';
import { estEnVigueur, versionCourante } from './convention.ts';
import { enregistrerCorrespondant, lireConvention } from './conventions.sql.server.ts';
import { creerConvention } from './creer-convention.sql.server.ts';
import { estGeste, GESTES } from './cycle-de-vie.ts';
import { annulerFait } from './faits.sql.server.ts';
import { lireFaits } from './gestes.schema.ts';
import { versTerritoireInstruit } from './territoire-instruit.ts';
import { verserFaits } from './verser.server.ts';

/** Le droit que demande ce formulaire. */
export const droitDuGeste = (formulaire: FormData): Droit => {
  const nom = lireTexte(formulaire, 'geste');
  return estGeste(nom) ? GESTES[nom].droit : 'convention:rediger';
};

const refus = (code: string, message: string): Refus => ({ code, message, article: null });

/** Ouvre un avenant : une nouvelle convention, au contenu de celle qu’elle modifie. */
const preparerAvenant = (
  { base, contexte, aujourdhui }: Acces,
  id: string,
): Promise<Resultat<string, readonly Refus[]>> =>
  dansTerritoire(base, contexte, async (tx) => {
    const convention = await lireConvention(tx, contexte, id);
    if (convention === null || !estEnVigueur(convention, aujourdhui))
      return refuser([
        refus('pas-en-vigueur', 'On ne modifie par avenant qu’une convention en vigueur.'),
      ]);
    const avenant = await creerConvention(
      tx,
      contexte,
      {
        sorte: convention.sorte,
        titre: `${convention.titre}, avenant`,
        objetId: convention.objetId,
        modifieId: convention.id,
        contenu: versionCourante(convention).contenu,
        parties: convention.parties,
      },
      aujourdhui,
    );
    return accepter(avenant);
  });

/**
 * Les gestes de la page d’une convention. Rend l’identifiant de la convention à montrer ensuite, ou
 * null pour rester sur celle-ci.
 */
export const faireGesteDeConvention = async (
  acces: Acces,
  id: string,
  formulaire: FormData,
): Promise<Resultat<string | null, readonly Refus[]>> => {
  const { base, contexte, aujourdhui } = acces;
  const geste = lireTexte(formulaire, 'geste');
  if (geste === 'avenant') return preparerAvenant(acces, id);
  if (geste === 'correspondant') {
    return dansTerritoire(base, contexte, async (tx) => {
      if ((await lireConvention(tx, contexte, id)) === null) {
        return refuser([refus('convention-inconnue', 'Cette convention n’existe pas ici.')]);
      }
      const correspondant = lireTexte(formulaire, 'correspondant').slice(0, 200);
      await enregistrerCorrespondant(tx, contexte, id, correspondant);
      return accepter(null);
    });
  }
  const territoire = versTerritoireInstruit(
    await dansTerritoire(base, contexte, (tx) => lireTerritoire(tx)),
  );
  const jugement = { territoire, aujourdhui };
  if (geste === 'annuler') {
    const motif = lireTexte(formulaire, 'motif');
    if (motif === '') return refuser([refus('motif-absent', 'Dites pourquoi ce fait est annulé.')]);
    return dansTerritoire(base, contexte, (tx) =>
      annulerFait(tx, contexte, id, lireTexte(formulaire, 'fait'), { ...jugement, motif }),
    );
  }
  const faits = lireFaits(formulaire);
  if (!faits.ok) return faits;
  const verses = await verserFaits(base, contexte, id, faits.valeur, jugement);
  return verses.ok ? accepter(null) : verses;
};
