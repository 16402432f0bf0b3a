import type { Locator } from 'playwright-core';

/** Textes propres à un champ ; les autres champs reçoivent une phrase qui dit d’où elle vient. */
export type Textes = Readonly<Record<string, string>>;

const CHAMPS =
  'textarea[name], input[type=text][name], input:not([type])[name], input[type=date][name], select[name]';

interface Champ {
  readonly nom: string;
  readonly libelle: string;
  readonly valeur: string;
  readonly estListe: boolean;
  /** Un texte libre : ni date, ni nombre, ni liste, ni ligne de tableau. */
  readonly estTexte: boolean;
}

/** Tous les champs d’un coup : un aller-retour avec le navigateur, pas un par champ. */
const lireChamps = (champs: Locator): Promise<readonly Champ[]> =>
  champs.evaluateAll((elements) =>
    elements.map((element) => {
      const champ = element as HTMLInputElement;
      const estListe = champ.tagName === 'SELECT';
      return {
        nom: champ.name,
        libelle: document.querySelector(`label[for="${champ.id}"]`)?.textContent ?? champ.name,
        valeur: champ.value,
        estListe,
        estTexte:
          !estListe &&
          champ.type !== 'date' &&
          champ.inputMode === '' &&
          !/\.\d+\./.test(champ.name),
      };
    }),
  );

const phraseDe = (libelle: string): string =>
  `${libelle.trim().replace(/\s*\(facultatif\)$/, '')} : arrêté par le comité de pilotage du 26 octobre 2026.`;

/** Remplit un formulaire de rédaction, champ par champ, sans effacer ce qui y est. */
export const remplirLaRedaction = async (formulaire: Locator, textes: Textes): Promise<void> => {
  const champs = formulaire.locator(CHAMPS);
  for (const [rang, champ] of (await lireChamps(champs)).entries()) {
    const propre = textes[champ.nom];
    const texte =
      propre ?? (champ.estTexte && champ.valeur === '' ? phraseDe(champ.libelle) : null);
    if (texte === null || texte === champ.valeur) continue;
    await (champ.estListe ? champs.nth(rang).selectOption(texte) : champs.nth(rang).fill(texte));
  }
};
