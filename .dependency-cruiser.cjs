// Les limites de la maison (docs/decisions/0001-la-maison.md) : les importations descendent, ne remontent jamais.
// dependency-cruiser lit les fichiers par swc sans le mode JSX : on l’ajoute pour les .tsx.
const swc = require('@swc/core');

const lireFichier = swc.parseFileSync;
swc.parseFileSync = (chemin, options) =>
  lireFichier(chemin, { ...options, tsx: chemin.endsWith('.tsx') });

/** Un étage ne peut importer ceux qui sont au-dessus de lui. */
const etage = (nom, de, interdits) => ({
  name: nom,
  severity: 'error',
  comment: 'Ordre des étages : moteurs ← referentiel ← socle ← tranches ← app.',
  from: { path: `^src/${de}` },
  to: { path: `^src/(${interdits})` },
});
module.exports = {
  forbidden: [
    { name: 'sans-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'sans-cycle-de-dossiers',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/(elaboration|mise-en-oeuvre|socle|moteurs|referentiel)/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'resolution',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|\\./\\+types/|.*\\+types/)' },
    },
    etage(
      'moteurs-en-bas',
      'moteurs',
      'referentiel|socle|elaboration|mise-en-oeuvre|ressources|app',
    ),
    etage('referentiel', 'referentiel', 'socle|elaboration|mise-en-oeuvre|ressources|app'),
    etage('socle', 'socle', 'elaboration|mise-en-oeuvre|ressources|app'),
    etage('tranches-sous-app', '(elaboration|mise-en-oeuvre|ressources)', 'app'),
    etage('elaboration-ignore-mise-en-oeuvre', 'elaboration', 'mise-en-oeuvre'),
    {
      name: 'fichier-pur',
      severity: 'error',
      comment:
        'Un fichier dont le nom n’a qu’un point n’importe que des fichiers purs (ou des données JSON).',
      from: { path: '^src/(?!app/).*/[^./]+\\.ts$' },
      to: { path: '^src/', pathNot: '(/[^./]+\\.ts|\\.json)$' },
    },
    {
      name: 'fichier-pur-sans-es',
      severity: 'error',
      comment: 'Un fichier pur n’a ni entrée-sortie ni cadre : calcul seulement.',
      from: { path: '^src/(?!app/).*/[^./]+\\.ts$' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'],
        pathNot:
          'node_modules/(decimal\\.js|temporal-polyfill|temporal-spec|d3-geo|geojson|@types)',
      },
    },
    {
      name: 'deux-portes',
      severity: 'error',
      comment: 'D’une tranche à l’autre on ne passe que par index.ts ou index.server.ts.',
      from: { path: '^src/(elaboration|mise-en-oeuvre)/([^/]+)/' },
      to: {
        path: '^src/(elaboration|mise-en-oeuvre)/[^/]+/',
        pathNot: ['^src/$1/$2/', '/index(\\.server)?\\.ts$'],
      },
    },
    {
      name: 'portes-du-socle',
      severity: 'error',
      comment: 'On entre dans une pièce du socle ou un moteur par sa porte.',
      from: {
        path: '^src/(elaboration|mise-en-oeuvre|ressources|app)/',
        pathNot: '[.](test|exemples)[.]tsx?$',
      },
      to: {
        path: '^src/(socle|moteurs)/[^/]+/',
        pathNot: '/index(\\.server|\\.ui)?\\.tsx?$|\\.css$',
      },
    },
    {
      name: 'sql-a-sa-place',
      severity: 'error',
      comment: 'pg et kysely seulement dans *.sql.server.ts et socle/base.',
      from: {
        path: '^src/',
        pathNot: '(\\.sql\\.server\\.ts|\\.test\\.ts|\\.exemples\\.ts)$|^src/socle/base/',
      },
      to: { path: 'node_modules/(pg|kysely)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pas-de-test-dans-la-maison',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.(test|exemples)\\.tsx?$' },
      to: { path: '\\.(test|exemples)\\.tsx?$' },
    },
    {
      name: 'pas-de-fourre-tout',
      severity: 'error',
      from: {},
      to: { path: '/(utils?|common|helpers?|misc)(/|\\.tsx?$)', pathNot: 'node_modules' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\+types/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
