/**
 * Le fil de travail qui appelle Typst : la compilation est longue et bloquante, elle ne doit pas
 * arrêter le serveur. Ce fichier est lancé par son chemin (voir `pdf.server.ts`), jamais importé.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Une demande : le document préparé, la norme PDF, le jour d’établissement. */
export interface DemandeDePdf {
  readonly numero: number;
  readonly document: string;
  readonly norme: 'ua-1' | 'a-2a';
  /** Secondes depuis 1970 : même document, même fichier. */
  readonly horodatage: number;
}

export type ReponseDePdf =
  | { readonly numero: number; readonly pdf: Uint8Array }
  | { readonly numero: number; readonly erreur: string };

const { dossier } = workerData as { readonly dossier: string };
const gabarit = fs.readFileSync(path.join(dossier, 'gabarit.typ'), 'utf8');
const donnees = path.join(dossier, 'document.json');
const compilateur = NodeCompiler.create({ workspace: dossier });

const messageDe = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

const compiler = ({ document, norme, horodatage }: DemandeDePdf): Uint8Array => {
  compilateur.mapShadow(donnees, Buffer.from(document, 'utf8'));
  const resultat = compilateur.compile({ mainFileContent: gabarit });
  if (resultat.result === null) {
    const defauts = resultat.takeDiagnostics();
    throw new Error(
      defauts === null
        ? 'compilation impossible'
        : JSON.stringify(compilateur.fetchDiagnostics(defauts)),
    );
  }
  const pdf = compilateur.pdf(resultat.result, {
    pdfStandard: norme,
    creationTimestamp: horodatage,
  });
  // La mémoire des compilations passées ne sert plus : le document suivant est un autre.
  compilateur.evictCache(1);
  return new Uint8Array(pdf);
};

parentPort?.on('message', (demande: DemandeDePdf) => {
  const { numero } = demande;
  let reponse: ReponseDePdf;
  try {
    reponse = { numero, pdf: compiler(demande) };
  } catch (cause) {
    reponse = { numero, erreur: messageDe(cause) };
  }
  parentPort?.postMessage(reponse);
});
