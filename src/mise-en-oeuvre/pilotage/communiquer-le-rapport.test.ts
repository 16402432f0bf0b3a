import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lireAdoption, semerAdoption, semerSchema } from '../../elaboration/schema/index.server.ts';
import { communicationsTenues } from '../../elaboration/schema/index.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Refus, Resultat } from '../../moteurs/resultat/index.ts';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire, nouvelId } from '../../socle/base/index.server.ts';
import { deposerFichier } from '../../socle/depots/index.server.ts';
import { unTerritoire } from '../../socle/territoire/territoire.exemples.ts';
import { prochaineCommunication } from './communication-annuelle.ts';
import { communiquerLeRapport } from './communiquer-le-rapport.server.ts';
import { garderVersionDeRapport } from './rapports.sql.server.ts';
import { lireCommunications, lireSources } from './sources.server.ts';

const LE = '2027-03-02';
const LENDEMAIN = '2027-03-03';

let essai: BaseDEssai;
let contexte: Contexte;
const dans = <V>(travail: (tx: Transaction<unknown>) => Promise<V>): Promise<V> =>
  dansTerritoire(essai.base, contexte, travail);
const codesDe = (resultat: Resultat<unknown, readonly Refus[]>): readonly string[] =>
  resultat.ok ? [] : resultat.refus.map(({ code }) => code);

/** Un agent en ligne : sans effectifs, aucun rapport de schéma ne s’établit. */
const ecrireUnAgent = <T>(tx: Transaction<T>) => {
  const valeurs = { matricule: '1', etp: '1.00', service_1: 'ADS', part_1: '100' };
  return sql`insert into ligne_de_grille (territoire_id, id, grille, collectivite, cle, valeurs, source, ecrite_par)
    values (${contexte.territoireId}, ${nouvelId()}, 'grille-rh', '200035202', '1',
      ${JSON.stringify({ ...valeurs, service: 'ADS', cout_charge_annuel: '46010.00', annee_naissance: '1975' })}::jsonb,
      '{"type":"saisie"}'::jsonb, 'essai')`.execute(tx);
};

beforeAll(async () => {
  essai = await uneBase();
  contexte = (await unTerritoire(essai.base)).contexte;
  await dans((tx) => ecrireUnAgent(tx));
  await semerSchema(essai.base, contexte, '2026-07-20');
  await semerAdoption(essai.base, contexte, '2026-11-24', 'http://localhost:3000');
}, 120_000);
afterAll(() => essai.fermer());

const communiquer = (ecarts: { annee?: number; le?: Jour; aujourdhui?: Jour } = {}) => {
  const { annee = 2026, le = LE, aujourdhui = LENDEMAIN } = ecarts;
  return dans((tx) => communiquerLeRapport(tx, contexte, { annee, le, cadre: 'dob' }, aujourdhui));
};

const garderUneDefinitive = (annee: number) =>
  dans(async (tx) => {
    const depose = await deposerFichier(tx, { nom: 'rapport.pdf', octets: Buffer.from('%PDF') });
    if (!depose.ok) throw new Error(depose.refus.message);
    const { id } = depose.valeur.fichier;
    await garderVersionDeRapport(tx, contexte, {
      annee,
      numero: 1,
      genre: 'definitif',
      titre: `Rapport ${annee}`,
      etablieLe: '2027-02-20',
      empreinte: 'a'.repeat(64),
      fichiers: { pdf: id, docx: id, odt: id },
      document: {} as never,
    });
  });

test('sans version définitive, il n’y a rien à communiquer au conseil', async () => {
  expect(codesDe(await communiquer())).toEqual(['version-definitive-absente']);
});

test('une année se communique l’année suivante, jamais avant la séance', async () => {
  await garderUneDefinitive(2026);
  expect(codesDe(await communiquer({ le: '2026-12-15' }))).toEqual(['annee-de-seance']);
  expect(codesDe(await communiquer({ aujourdhui: '2027-03-01' }))).toEqual(['date-a-venir']);
});

test('communiqué, le rapport est au registre de l’adoption, une seule fois', async () => {
  const issues = await Promise.all([communiquer(), communiquer()]);
  expect(issues.filter(({ ok }) => ok)).toHaveLength(1);
  expect(issues.flatMap(codesDe)).toEqual(['deja-communique']);
  const adoption = await dans((tx) => lireAdoption(tx, contexte, LENDEMAIN));
  expect(communicationsTenues(adoption?.evenements ?? [])).toMatchObject([
    { annee: 2027, le: LE, seance: 'débat d’orientation budgétaire' },
  ]);
});

test('l’adoption, le suivi et la page publique disent la même chose', async () => {
  const tenues = await dans((tx) => lireCommunications(tx, contexte, LENDEMAIN));
  const adoption = await dans((tx) => lireAdoption(tx, contexte, LENDEMAIN));
  const sources = await dans((tx) => lireSources(tx, contexte, LENDEMAIN));
  expect(
    adoption?.sortie.echeances.find(
      ({ code, objet }) => code === 'SCH-09' && objet.includes('2027'),
    ),
  ).toMatchObject({ statut: 'acquise' });
  expect(sources.communications).toEqual(tenues);
  expect(sources.adoption.at(-1)).toMatchObject({
    libelle: 'Dernière communication d’avancement',
    fin: LE,
  });
  const annees = tenues.map(({ annee }) => annee);
  expect(prochaineCommunication(LENDEMAIN, 'dob', annees).exercice).toBe(2027);
  expect(prochaineCommunication(LENDEMAIN, 'dob', []).exercice).toBe(2026);
});
