import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { TAILLE_MAXIMALE } from '../../socle/depots/index.ts';
import { lireChamp } from '../../socle/formulaires/index.ts';
import {
  habillerTerritoire,
  importerContours,
  lireContours,
  lireTerritoire,
} from '../../socle/territoire/index.server.ts';
import {
  communesAu,
  MODES_DE_FINANCEMENT,
  millesimeCommun,
  TYPES_D_EPCI,
} from '../../socle/territoire/index.ts';
import { accorder, estCouleur, formaterJour } from '../../socle/ui/index.ts';
import { CarteTerritoire, Encadre, Titre } from '../../socle/ui/index.ui.ts';
import { composerCarte } from './carte-du-territoire.server.ts';
import { ReglagesTerritoire } from './reglages-territoire.tsx';
import { SourcesDesChiffres } from './sources-des-chiffres.tsx';
import { ecrirePopulationDuTerritoire, TableauDesCommunes } from './tableau-des-communes.tsx';

export const meta = () => [{ title: 'Le territoire – Ensemblier' }];
export const handle = { titre: 'Fiche du territoire' };

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui, peut } = await exigerDroit(
    request,
    params.siren,
    'territoire:lire',
  );
  const { territoire, contours } = await dansTerritoire(base, contexte, async (tx) => ({
    territoire: await lireTerritoire(tx),
    contours: await lireContours(tx),
  }));
  const communes = communesAu(territoire, aujourdhui);
  const commun = millesimeCommun(communes, ['municipale']);
  return {
    territoire,
    communes,
    commun,
    peutModifier: peut('territoire:modifier'),
    carte: composerCarte(communes, contours, commun),
    sansContour: communes.length - contours.length,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, territoire } = await exigerDroit(
    request,
    params.siren,
    'territoire:modifier',
  );
  const formulaire = await request.formData();
  if (formulaire.get('geste') === 'habiller') {
    const couleur = lireChamp(formulaire, 'couleur').toLowerCase();
    if (!estCouleur(couleur))
      return data({ refus: 'Choisissez une couleur.', fait: '' }, { status: 422 });
    await dansTerritoire(base, contexte, (tx) =>
      habillerTerritoire(tx, { couleur, logoFichierId: territoire.logoFichierId }),
    );
    return data({ refus: '', fait: 'La couleur du territoire est enregistrée.' });
  }
  const fichier = formulaire.get('contours');
  if (!(fichier instanceof File) || fichier.size === 0 || fichier.size > TAILLE_MAXIMALE) {
    return data(
      { refus: 'Choisissez un fichier GeoJSON de 25 Mo au plus.', fait: '' },
      { status: 422 },
    );
  }
  const source = lireChamp(formulaire, 'source').trim() || `Fichier ${fichier.name}`;
  const texte = await fichier.text();
  const importes = await dansTerritoire(base, contexte, (tx) =>
    importerContours(tx, texte, source),
  );
  if (!importes.ok) return data({ refus: importes.refus.message, fait: '' }, { status: 422 });
  const { importes: codes, ignores, sansContour } = importes.valeur;
  return data({
    refus: '',
    fait: `${accorder(codes.length, 'contour enregistré', 'contours enregistrés')}, ${ignores.length} hors du territoire, ${accorder(sansContour.length, 'commune encore sans contour', 'communes encore sans contour')}.`,
  });
};

export default function FicheTerritoire() {
  const { territoire, communes, commun, peutModifier, carte, sansContour } =
    useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const epci = territoire.collectivites.find(({ type }) => type === 'epci');
  const sources = [
    ...new Map(
      territoire.collectivites
        .flatMap(({ populations }) => populations)
        .map((p) => [`${p.millesime} ${p.reference} ${p.source}`, p]),
    ).values(),
  ];
  const recente = Math.max(...sources.map(({ millesime }) => millesime));
  const annees = {
    commun: commun ?? recente,
    totale: millesimeCommun(territoire.collectivites) ?? recente,
  };
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={`${TYPES_D_EPCI[territoire.type]} · ${MODES_DE_FINANCEMENT[territoire.modeFinancement]} · SIREN ${territoire.siren}`}
        chapeau={`${accorder(communes.length, 'commune')}, périmètre au ${formaterJour(territoire.perimetreAu)}.`}
      >
        {territoire.nom}
      </Titre>
      {retour === undefined ? null : (
        <Encadre ton={retour.refus === '' ? 'reussite' : 'refus'} annonce>
          <p>{retour.refus === '' ? retour.fait : retour.refus}</p>
        </Encadre>
      )}
      <div className="deux-colonnes">
        <section className="pile" aria-labelledby="carte">
          <h2 id="carte">
            {`${ecrirePopulationDuTerritoire(epci, communes, 'municipale', annees.commun)} habitants (population municipale en vigueur en ${annees.commun})`}
          </h2>
          <CarteTerritoire
            titre="Population municipale"
            fond={carte.fond}
            valeurs={carte.valeurs}
            legende={carte.legende}
          />
        </section>
        <SourcesDesChiffres sources={sources} perimetre={territoire.source} />
      </div>
      <TableauDesCommunes territoire={territoire} communes={communes} annees={annees} />
      {peutModifier ? (
        <ReglagesTerritoire couleur={territoire.couleur} sansContour={sansContour} />
      ) : null}
    </div>
  );
}
