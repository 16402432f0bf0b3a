import type { Locator } from 'playwright-core';

/** Textes propres à un champ ; les autres champs reçoivent une phrase qui dit d’où elle vient. */
export type Textes = Readonly<Record<string, string>>;

const phraseDe = (libelle: string): string =>
  `${libelle.trim().replace(/\s*\(facultatif\)$/, '')} : arrêté par le comité de pilotage du 26 octobre 2026.`;

const remplir = async (champ: Locator, textes: Textes): Promise<void> => {
  const nom = (await champ.getAttribute('name')) ?? '';
  const propre = textes[nom];
  if (propre !== undefined) {
    await ((await champ.evaluate((e) => e.tagName)) === 'SELECT'
      ? champ.selectOption(propre)
      : champ.fill(propre));
    return;
  }
  // Des lignes d’un tableau, on ne remplit que celles que le récit donne.
  if (/\.\d+\./.test(nom) || (await champ.inputValue()) !== '') return;
  if ((await champ.getAttribute('type')) === 'date') return;
  if ((await champ.evaluate((e) => e.tagName)) === 'SELECT') return;
  const libelle = await champ.evaluate(
    (e) => document.querySelector(`label[for="${e.id}"]`)?.textContent ?? e.getAttribute('name'),
  );
  await champ.fill(phraseDe(libelle ?? ''));
};

/** Remplit un formulaire de rédaction, champ par champ, sans effacer ce qui y est. */
export const remplirLaRedaction = async (formulaire: Locator, textes: Textes): Promise<void> => {
  const champs = formulaire.locator(
    'textarea[name], input[type=text][name], input[type=date][name], select[name]',
  );
  for (const champ of await champs.all()) await remplir(champ, textes);
};
