import fs from 'node:fs';
import path from 'node:path';
import {
  type FormatDeTableur,
  fabriquerGabarit,
  lireGrille,
} from '../src/socle/tableurs/index.server.ts';
import type { Cas } from './cas.ts';
import { mesurerLibreOffice } from './libreoffice.ts';
import { fabriquerLignesRh, territoireDe } from './lignes-rh.ts';

const JOUR = '2026-01-15';

/** Lecture complète d’une grille RH rendue : fichier → lignes réparées, contrôlées, sans doublon. */
export const lectureRh = (format: FormatDeTableur): Cas => {
  const fichier = (taille: number, dossier: string): string =>
    path.join(dossier, `grille-rh-${taille}.${format}`);
  const territoire = (taille: number, dossier: string): string =>
    path.join(dossier, `territoire-${taille}.json`);
  return {
    nom: `Lecture d’une grille RH, ${format.toUpperCase()}`,
    tailles: [400, 10_000, 20_000],
    unite: 'lignes',
    reference: 'LibreOffice, conversion en CSV',
    fabriquer: async (taille, dossier) => {
      const employeurs = territoireDe(taille);
      const fait = await fabriquerGabarit({
        grille: 'grille-rh',
        territoire: employeurs,
        siren: employeurs.epci.siren,
        format,
        lignes: await fabriquerLignesRh(taille, employeurs),
        vides: 0,
      });
      if (!fait.ok) throw new Error(fait.refus.message);
      fs.writeFileSync(fichier(taille, dossier), fait.valeur);
      const { epci, communes } = employeurs;
      fs.writeFileSync(territoire(taille, dossier), JSON.stringify({ epci, communes }));
    },
    preparer: (taille, dossier) => {
      const lu = JSON.parse(fs.readFileSync(territoire(taille, dossier), 'utf8')) as ReturnType<
        typeof territoireDe
      >;
      const octets = new Uint8Array(fs.readFileSync(fichier(taille, dossier)));
      return Promise.resolve(async () => {
        const { bilan } = await lireGrille({
          grille: 'grille-rh',
          territoire: lu,
          nomFichier: path.basename(fichier(taille, dossier)),
          octets,
          aujourdhui: JOUR,
        });
        if (bilan.lignesImportees !== taille)
          throw new Error(`${bilan.lignesImportees} lignes importées au lieu de ${taille}.`);
        return bilan;
      });
    },
    comparer: (taille, dossier) => mesurerLibreOffice(fichier(taille, dossier), 'csv', dossier),
  };
};
