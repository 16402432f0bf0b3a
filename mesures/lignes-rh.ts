import fs from 'node:fs';
import { lireTerritoire, type Territoire } from '../src/moteurs/grille/index.ts';
import { cheminDeDonnees } from '../src/referentiel/emplacement.server.ts';
import { lireGrille } from '../src/socle/tableurs/index.server.ts';
import { lireEpci } from '../src/socle/territoire/index.server.ts';

/** Communauté d’agglomération du Pays basque : 158 communes, la plus nombreuse de France. */
const GRAND_EPCI = '200067106';
/** Au-delà, un effectif n’est plus celui d’une petite communauté de communes. */
const PETIT_EFFECTIF = 1000;

const exiger = (lu: ReturnType<typeof lireTerritoire>): Territoire => {
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
};

const grandTerritoire = (): Territoire => {
  const epci = lireEpci(GRAND_EPCI);
  if (epci === null) throw new Error('Le grand territoire des mesures manque au découpage.');
  const communes = epci.membres.map(({ siren, codeInsee, nom, codePostal }) => ({
    siren,
    code_insee: codeInsee,
    nom,
    code_postal: codePostal,
  }));
  return exiger(lireTerritoire({ siren: epci.siren, nom: epci.nom, type: epci.type, communes }));
};

/** Le territoire qui emploie tant d’agents : Charlieu-Belmont (25 communes), ou le Pays basque (158). */
export const territoireDe = (agents: number): Territoire =>
  agents <= PETIT_EFFECTIF
    ? exiger(
        lireTerritoire(
          JSON.parse(fs.readFileSync(cheminDeDonnees('demo', 'territoire.json'), 'utf8')),
        ),
      )
    : grandTerritoire();

export type ValeursDeLigne = Readonly<Record<string, string>>;

/**
 * Tant de lignes RH vraisemblables : celles de la démonstration, reprises dans l’ordre, avec un
 * matricule propre à chacune et, au-delà de mille, réparties entre les 158 communes et leur EPCI.
 */
export const fabriquerLignesRh = async (
  agents: number,
  territoire: Territoire,
): Promise<readonly ValeursDeLigne[]> => {
  const { lignes } = await lireGrille({
    grille: 'grille-rh',
    territoire: territoireDe(1),
    nomFichier: 'grille-rh.csv',
    octets: fs.readFileSync(cheminDeDonnees('demo', 'grille-rh.csv')),
    aujourdhui: '2026-01-15',
  });
  const membres = [territoire.epci, ...territoire.communes];
  return Array.from({ length: agents }, (_, rang) => {
    const valeurs = lignes[rang % lignes.length]?.valeurs ?? {};
    const matricule = String(rang + 1).padStart(5, '0');
    // Un pas premier avec 159 : toutes les collectivités emploient, sans suivre l’ordre des lignes.
    const membre = agents <= PETIT_EFFECTIF ? undefined : membres[(rang * 7) % membres.length];
    return membre === undefined
      ? { ...valeurs, matricule }
      : { ...valeurs, matricule, siren: membre.siren, collectivite: membre.nom };
  });
};
