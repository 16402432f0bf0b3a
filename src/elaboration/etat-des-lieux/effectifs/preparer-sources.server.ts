import type { Acces } from '../../../socle/acces/index.server.ts';
import { lireDonneesDEffectifs } from './preparer-effectifs.server.ts';
import { libellesDesServices } from './services.ts';
import { type FiltreDeSources, ouvrirTotal } from './sources.ts';

const lireFiltre = (parametres: URLSearchParams, ageDOuverture: number): FiltreDeSources => {
  const depart = Number(parametres.get('depart'));
  return {
    collectivite: parametres.get('collectivite') ?? undefined,
    service: parametres.get('service') ?? undefined,
    tranche: parametres.get('tranche') ?? undefined,
    departJusquEn: Number.isInteger(depart) && depart > 0 ? depart : undefined,
    ageDOuverture,
  };
};

/** Un total ouvert : ses lignes, leurs cellules, et la somme qui doit être la sienne. */
export const preparerSources = async (acces: Acces, parametres: URLSearchParams) => {
  const donnees = await lireDonneesDEffectifs(acces, parametres);
  const filtre = lireFiltre(parametres, donnees.synthese.departs.ageDOuverture);
  const sources = ouvrirTotal(donnees.agents, filtre, donnees.photoAu);
  const services = libellesDesServices();
  const tranche = donnees.synthese.pyramide.find(({ code }) => code === filtre.tranche);
  const morceaux = [
    filtre.service === undefined ? null : (services.get(filtre.service) ?? filtre.service),
    filtre.collectivite === undefined
      ? null
      : (donnees.collectivites.get(filtre.collectivite) ?? filtre.collectivite),
    tranche?.libelle ?? null,
    filtre.departJusquEn === undefined
      ? null
      : `Départs possibles d’ici fin ${filtre.departJusquEn}, à ${filtre.ageDOuverture} ans`,
  ].filter((morceau) => morceau !== null);
  return {
    titre: morceaux.length === 0 ? 'Tous les agents du territoire' : morceaux.join(' · '),
    sources,
    total: {
      etpCentiemes: sources.reduce((cumul, { etpCentiemes }) => cumul + etpCentiemes, 0),
      coutCentimes: sources.reduce((cumul, { coutCentimes }) => cumul + coutCentimes, 0n),
    },
    chemin: `/t/${acces.territoire.siren}/elaborer/effectifs`,
    collectivites: Object.fromEntries(donnees.collectivites),
    services: Object.fromEntries(services),
  };
};
