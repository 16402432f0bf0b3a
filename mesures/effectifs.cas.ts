import fs from 'node:fs';
import path from 'node:path';
import {
  type LigneDeGrille,
  lireAgent,
  masquerTableau,
  moyensDuService,
  synthetiser,
} from '../src/elaboration/etat-des-lieux/index.ts';
import type { Cas } from './cas.ts';
import { fabriquerLignesRh, territoireDe } from './lignes-rh.ts';

const PHOTO_AU = '2025-12-31';

const fichier = (taille: number, dossier: string): string =>
  path.join(dossier, `effectifs-${taille}.json`);

/** Lignes en ligne → agents, synthèse, tableau croisé masqué et moyens d’un service. */
export const syntheses: Cas = {
  nom: 'Synthèses des effectifs (totaux, croisement masqué, âges, départs, moyens d’un service)',
  tailles: [400, 10_000, 20_000],
  unite: 'agents',
  fabriquer: async (taille, dossier) => {
    const lignes = (await fabriquerLignesRh(taille, territoireDe(taille))).map(
      (valeurs, rang): LigneDeGrille => ({
        id: `ligne-${rang + 2}`,
        grille: 'grille-rh',
        collectivite: valeurs.siren ?? '',
        cle: valeurs.matricule ?? '',
        valeurs,
        source: {
          type: 'cellule',
          fichierId: 'mesures',
          fichier: 'grille-rh.ods',
          feuille: 'Grille',
          ligne: rang + 2,
          cellules: { etp: `O${rang + 2}`, cout_charge_annuel: `R${rang + 2}` },
        },
        version: 1,
      }),
    );
    fs.writeFileSync(fichier(taille, dossier), JSON.stringify(lignes));
  },
  preparer: (taille, dossier) => {
    const lignes = JSON.parse(fs.readFileSync(fichier(taille, dossier), 'utf8')) as LigneDeGrille[];
    const calculer = () => {
      const agents = lignes.map(lireAgent);
      const synthese = synthetiser(agents, PHOTO_AU);
      const { parCollectivite, parService, croisement, total } = synthese;
      if (total.postes !== taille) throw new Error(`${total.postes} postes au lieu de ${taille}.`);
      const cases = new Map(
        croisement.map(({ collectivite, service, agents: presents }) => [
          `${collectivite}/${service}`,
          presents,
        ]),
      );
      const masques = masquerTableau(
        parCollectivite.map(({ collectivite }) =>
          parService.map(({ service }) => cases.get(`${collectivite}/${service}`) ?? 0),
        ),
      );
      return { synthese, masques, moyens: moyensDuService(agents, 'VOI') };
    };
    return Promise.resolve(() => Promise.resolve(calculer()));
  },
};
