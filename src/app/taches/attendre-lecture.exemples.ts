import { setTimeout as attendre } from 'node:timers/promises';
import pg from 'pg';

/** Attend qu’un dépôt ne soit plus « en lecture », puis dit son état : node attendre-lecture.exemples.ts <adresse> <dépôt>. */
const [, , url = '', depot = ''] = process.argv;
const client = new pg.Client({ connectionString: url });
await client.connect();
for (let essais = 0; essais < 400; essais += 1) {
  const { rows } = await client.query<{ etat: string }>(
    'select etat from depot_de_grille where id = $1',
    [depot],
  );
  if (rows[0]?.etat !== 'en-lecture') {
    process.stdout.write(rows[0]?.etat ?? 'inconnu');
    break;
  }
  await attendre(50);
}
await client.end();
