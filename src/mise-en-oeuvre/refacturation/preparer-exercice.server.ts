import {
  ecrireArrondi,
  exact,
  formaterMontant,
  type MontantExplique,
} from '../../moteurs/calcul/index.ts';
import { anneeDe } from '../../moteurs/calendrier/index.ts';
import { type Acces, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { direCle, direFormule } from '../conventions/index.ts';
import { lireServiceCommun } from '../services-communs/index.server.ts';
import { aLaDemande } from './a-la-demande.ts';
import { lireCoutsSaisis } from './couts-saisis.sql.server.ts';
import { reverifier, type Simulation, simuler } from './emettre.server.ts';
import { lireEmissions } from './emissions.sql.server.ts';
import { anneeDesActes, type NatureDEtat } from './entrees.ts';
import { composerPart } from './etat.ts';
import { lireExercices } from './ouvrir-exercice.sql.server.ts';

const parHabitant = (centimes: bigint, habitants: number | undefined): string =>
  habitants === undefined || habitants === 0
    ? ''
    : `${ecrireArrondi(exact(centimes, 100n * BigInt(habitants)), 2).replace('.', ',')}\u00A0€`;

const montrer = (simulation: Simulation, demandee: string | null) => {
  const expliquer = aLaDemande(demandee);
  const expliquerMontant = (ancre: string, { centimes, explication }: MontantExplique) => ({
    centimes,
    explication: expliquer(ancre, () => explication, explication),
  });
  const { entrees, resultat, controles } = simulation;
  const habitants = new Map(entrees.populations.map(({ siren, valeur }) => [siren, valeur]));
  const total = resultat.parts.reduce(
    (somme, { cle }) =>
      cle === null
        ? somme
        : exact(somme.n * cle.exact.d + cle.exact.n * somme.d, somme.d * cle.exact.d),
    exact(0n),
  );
  const unite = resultat.parts[0]?.cle?.explication.unite ?? '';
  return {
    controles,
    cle: direCle(entrees.regles.cle),
    formule: direFormule(entrees.regles.cle),
    convention: entrees.convention,
    anneeDesActes: anneeDesActes(entrees),
    postes: resultat.cout.postes.map(({ libelle, montant }, rang) => ({
      libelle,
      ...expliquerMontant(`poste-${rang}`, montant),
    })),
    recettes: resultat.cout.recettes.map(({ centimes, explication }) => ({
      centimes,
      libelle: explication.libelle,
    })),
    net: expliquerMontant('cout-net', resultat.cout.net),
    communes: expliquerMontant('part-des-communes', resultat.partDesCommunes),
    epci: resultat.partDeLEpci.centimes,
    total: resultat.total.centimes,
    coutParUnite:
      unite === 'équivalents' && total.n > 0n
        ? `${ecrireArrondi(exact(resultat.cout.net.centimes * total.d, 100n * total.n), 2).replace('.', ',')}\u00A0€`
        : null,
    parts: resultat.parts.map((part) => ({
      siren: part.siren,
      nom: part.nom,
      cle: part.cle === null ? '' : part.cle.explication.valeur,
      unite: part.cle?.explication.unite ?? '',
      centimes: part.part.centimes,
      appel: part.appel.centimes,
      sens: part.sens,
      parHabitant: parHabitant(part.part.centimes, habitants.get(part.siren)),
      explication: expliquer(
        `part-${part.siren}`,
        () => composerPart(entrees, resultat, part).explication,
        part.part.explication,
      ),
    })),
  };
};

/** La nature qu’on regarde : celle demandée, sinon définitif pour une année close. */
export const natureRegardee = (
  demandee: string | null,
  annee: number,
  anneeCourante: number,
): NatureDEtat => {
  if (demandee === 'previsionnel' || demandee === 'definitif' || demandee === 'rectificatif')
    return demandee;
  return annee < anneeCourante ? 'definitif' : 'previsionnel';
};

/** Tout ce que la page d’un exercice affiche : simulation, contrôles, états émis, coûts saisis. */
export const preparerExercice = (
  { base, contexte, aujourdhui, peut }: Acces,
  {
    serviceId,
    annee,
    recherche,
    racine,
  }: { serviceId: string; annee: number; recherche: URLSearchParams; racine: string },
) =>
  dansTerritoire(base, contexte, async (tx) => {
    const service = await lireServiceCommun(tx, contexte, serviceId);
    if (service === null || !Number.isInteger(annee) || annee < 2000 || annee > 2200)
      return interrompre(404, 'Cet exercice n’existe pas', 'Revenez à la refacturation.');
    const exercices = await lireExercices(tx, contexte);
    const exercice = exercices.find((un) => un.serviceId === serviceId && un.annee === annee);
    const emissions = await lireEmissions(tx, contexte, { serviceId, annee });
    const nature = natureRegardee(recherche.get('nature'), annee, anneeDe(aujourdhui));
    const surProjet = recherche.has('projet');
    const simulee = await simuler(tx, contexte, {
      serviceId,
      annee,
      nature,
      exerciceId: exercice?.id ?? null,
      surProjet,
    });
    const aVerifier = recherche.get('verifier');
    return {
      racine,
      chemin: `${racine}/refacturation/${serviceId}/${annee}`,
      service: { id: service.id, nom: service.nom },
      annee,
      nature,
      surProjet,
      peutCalculer: peut('cout:calculer'),
      peutEmettre: peut('etat:emettre'),
      peutRediger: peut('convention:rediger'),
      refus: simulee.ok ? [] : simulee.refus,
      simulation: simulee.ok ? montrer(simulee.valeur, recherche.get('expliquer')) : null,
      couts: exercice === undefined ? [] : await lireCoutsSaisis(tx, contexte, exercice.id),
      emissions: emissions.map((emise) => ({
        id: emise.id,
        nature: emise.nature,
        rang: emise.rang,
        emisLe: emise.emisLe,
        emisPar: emise.emisPar,
        cout: formaterMontant(emise.coutCentimes),
        communes: formaterMontant(emise.communesCentimes),
        empreinte: emise.empreinte,
      })),
      verification: aVerifier === null ? null : await reverifier(tx, contexte, aVerifier),
    };
  });
export type ExercicePrepare = Awaited<ReturnType<typeof preparerExercice>>;
