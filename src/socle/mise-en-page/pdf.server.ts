import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DocumentCompose } from '../../moteurs/document/index.ts';
import { MiseEnPageImpossible } from './erreur.ts';
import type { DemandeDePdf, ReponseDePdf } from './fil-typst.server.ts';
import { preparerPourTypst } from './preparation.ts';

const DELAI_MAXIMAL_MS = 120_000;
const ICI = path.join('src', 'socle', 'mise-en-page');
const FIL = 'fil-typst.server.ts';

/** Le dossier du gabarit : à côté de ce fichier, ou depuis la racine quand Vite l’a empaqueté. */
const trouverDossier = (): string => {
  const depart = path.dirname(fileURLToPath(import.meta.url));
  if (fs.existsSync(path.join(depart, FIL))) return depart;
  for (let dossier = depart; ; dossier = path.dirname(dossier)) {
    const candidat = path.join(dossier, ICI);
    if (fs.existsSync(path.join(candidat, FIL))) return candidat;
    if (dossier === path.dirname(dossier)) break;
  }
  throw new MiseEnPageImpossible(
    `Le gabarit des PDF est introuvable : réinstallez l’application (dossier ${ICI}).`,
  );
};

interface Attente {
  readonly reussir: (pdf: Uint8Array) => void;
  readonly echouer: (cause: Error) => void;
  readonly minuterie: NodeJS.Timeout;
}

/** Un seul fil, gardé au chaud (un premier document coûte près d’une seconde, les suivants peu). */
class Atelier {
  private fil: Worker | null = null;
  private readonly attentes = new Map<number, Attente>();
  private dernier = 0;

  demander(demande: Omit<DemandeDePdf, 'numero'>): Promise<Uint8Array> {
    this.dernier += 1;
    const numero = this.dernier;
    const fil = this.ouvrir();
    fil.ref();
    return new Promise((reussir, echouer) => {
      const minuterie = setTimeout(
        () => this.abandonner(fil, 'la mise en page a pris trop de temps'),
        DELAI_MAXIMAL_MS,
      );
      this.attentes.set(numero, { reussir, echouer, minuterie });
      fil.postMessage({ ...demande, numero } satisfies DemandeDePdf);
    });
  }

  private ouvrir(): Worker {
    if (this.fil !== null) return this.fil;
    const dossier = trouverDossier();
    const fil = new Worker(path.join(dossier, FIL), { workerData: { dossier }, execArgv: [] });
    fil.on('message', (reponse: ReponseDePdf) => this.recevoir(fil, reponse));
    fil.on('error', (cause) =>
      this.abandonner(fil, cause instanceof Error ? cause.message : String(cause)),
    );
    fil.on('exit', () => this.abandonner(fil, 'le fil de mise en page s’est arrêté'));
    this.fil = fil;
    return fil;
  }

  private recevoir(fil: Worker, reponse: ReponseDePdf): void {
    const attente = this.attentes.get(reponse.numero);
    this.attentes.delete(reponse.numero);
    // Sans demande en cours, le fil n’empêche pas le programme de finir.
    if (this.attentes.size === 0) fil.unref();
    if (attente === undefined) return;
    clearTimeout(attente.minuterie);
    if ('pdf' in reponse) attente.reussir(reponse.pdf);
    else
      attente.echouer(
        new MiseEnPageImpossible('Le PDF n’a pas pu être mis en page.', reponse.erreur),
      );
  }

  private abandonner(fil: Worker, raison: string): void {
    if (this.fil !== fil) return;
    this.fil = null;
    const attentes = [...this.attentes.values()];
    this.attentes.clear();
    for (const { minuterie, echouer } of attentes) {
      clearTimeout(minuterie);
      echouer(
        new MiseEnPageImpossible('Le PDF n’a pas pu être mis en page : recommencez.', raison),
      );
    }
    void fil.terminate();
  }
}

const ATELIER = new Atelier();

/** Met un document en page : PDF/UA-1 pour la lecture, PDF/A-2a pour l’archive. */
export const mettreEnPdf = (
  document: DocumentCompose,
  empreinte: string,
  archive: boolean,
): Promise<Uint8Array> =>
  ATELIER.demander({
    document: preparerPourTypst(document, empreinte),
    norme: archive ? 'a-2a' : 'ua-1',
    horodatage: Date.parse(`${document.metadonnees.date}T00:00:00Z`) / 1000,
  });
