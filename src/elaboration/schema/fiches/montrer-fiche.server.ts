import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { composerModele } from '../../../referentiel/modeles/index.ts';
import { type Acces, interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { formaterJour } from '../../../socle/ui/index.ts';
import { type Cadre, lireCadre } from '../donnees/cadre.server.ts';
import { donneesDeLaFiche } from './donnees-de-fiche.ts';
import { type FicheTechnique, personnesPubliques } from './fiche.ts';
import { lireFicheEtEcarts } from './lire-fiches.server.ts';
import type { EcartDeMoyens, MoyensDeCollectivite } from './moyens.ts';
import { controlerFiche } from './rediger-fiche.server.ts';

/** La fiche demandée, ou une page qui dit quoi faire. Un brouillon n’est pas montré hors du service. */
export const exigerFiche = async (
  { base, contexte, aujourdhui, collectivite }: Acces,
  id: string | undefined,
) => {
  const lue = await dansTerritoire(base, contexte, async (tx) => {
    const estUnId = /^[0-9a-f-]{36}$/.test(id ?? '');
    const trouvee = estUnId ? await lireFicheEtEcarts(tx, contexte, id ?? '') : null;
    return trouvee === null ? null : { ...trouvee, cadre: await lireCadre(tx, aujourdhui) };
  });
  if (lue === null || (collectivite !== null && lue.fiche.etat === 'brouillon')) {
    return interrompre(
      404,
      'Cette fiche n’existe pas',
      'Elle a peut-être été retirée : revenez à la liste des fiches du schéma.',
    );
  }
  return lue;
};

const nommerEcart = ({ collectivite, ...ecart }: EcartDeMoyens, cadre: Cadre) => ({
  nom: cadre.nommer(collectivite),
  ...ecart,
});

/** Le détail par collectivité : nommé, avec ses sources. */
const nommerMoyens = (ligne: MoyensDeCollectivite, cadre: Cadre) => ({
  siren: ligne.collectivite,
  nom: cadre.nommer(ligne.collectivite),
  agents: ligne.agents,
  etpCentiemes: ligne.etpCentiemes,
  coutCentimes: ligne.coutCentimes,
  origines: ligne.sources.map(({ origine, etpCentiemes }) => ({ origine, etpCentiemes })),
});

const composer = (fiche: FicheTechnique, cadre: Cadre, aujourdhui: Jour) => {
  const { figesLe } = fiche.moyens;
  const source =
    figesLe === null
      ? `Grille RH, relevée le ${formaterJour(aujourdhui)}`
      : `Grille RH, figée le ${formaterJour(figesLe)}`;
  const donnees = donneesDeLaFiche(fiche, {
    epci: cadre.epci.nom,
    nommer: cadre.nommer,
    source,
  });
  const compose = composerModele('fiche-technique', donnees, {
    le: aujourdhui,
    version: String(fiche.version),
    brouillon: true,
  });
  if (!compose.ok) throw new Error(compose.refus.map(({ message }) => message).join(' '));
  return compose.valeur;
};

/** Ce que la page d’une fiche montre. Le détail par collectivité est réservé à qui voit les agents. */
export const montrerFiche = async (acces: Acces, id: string | undefined) => {
  const { fiche, ecarts, cadre } = await exigerFiche(acces, id);
  const voitLeDetail = acces.collectivite === null && acces.peut('agents:nominatif');
  return {
    fiche: {
      id: fiche.id,
      code: fiche.code,
      titre: fiche.titre,
      forme: fiche.forme,
      etat: fiche.etat,
      version: fiche.version,
      modifieeLe: fiche.modifieeLe,
      modifieePar: fiche.modifieePar,
      calendrier: fiche.calendrier,
    },
    moyens: {
      agents: fiche.moyens.agents,
      etpCentiemes: fiche.moyens.etpCentiemes,
      coutCentimes: fiche.moyens.coutCentimes,
      figesLe: fiche.moyens.figesLe,
    },
    detail: voitLeDetail
      ? fiche.moyens.parCollectivite.map((ligne) => nommerMoyens(ligne, cadre))
      : [],
    ecarts: voitLeDetail ? ecarts.map((ecart) => nommerEcart(ecart, cadre)) : [],
    impacts: personnesPubliques(cadre.epci.siren, fiche.perimetre).map((siren) => ({
      siren,
      nom: cadre.nommer(siren),
      impact:
        fiche.impactParPersonnePublique.find(({ collectivite }) => collectivite === siren) ?? null,
    })),
    manques: fiche.etat === 'prete' ? [] : controlerFiche(fiche, cadre),
    document: composer(fiche, cadre, acces.aujourdhui),
    aujourdhui: acces.aujourdhui,
  };
};

export type FicheMontree = Awaited<ReturnType<typeof montrerFiche>>;
