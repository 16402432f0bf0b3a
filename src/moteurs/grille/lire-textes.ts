import {
  bloquee,
  type CelluleLue,
  type LecteurDeCellule,
  lue,
  note,
  texteNet,
} from './cellule-lue.ts';
import { contientDonneeInterdite, masquerDonneesInterdites } from './confidentialite.ts';
import type { Niveau } from './rapprochement.ts';
import type { CodeDeRegle } from './regles.ts';
import type { ColonneDeGrille } from './schema.ts';

/** Texte libre : espaces et apostrophes normalisées, données personnelles masquées. */
export const lireTexteLibre: LecteurDeCellule = (cellule, _colonne, _contexte, { separateur }) => {
  const net = texteNet(cellule);
  if (contientDonneeInterdite(net)) {
    const masque = masquerDonneesInterdites(net);
    return lue(masque, {
      ...note(
        'reparer_et_signaler',
        'donnee-interdite',
        'Donnée personnelle retirée du texte (minimisation des données).',
      ),
      lue: masque,
    });
  }
  if (/^'[=+\-@]/.test(net))
    return lue(
      net.slice(1),
      note(
        'reparer',
        'formule-neutralisee',
        'Apostrophe de protection retirée : le texte n’est pas une formule.',
      ),
    );
  if (separateur !== null && separateur !== ',' && net.includes(separateur))
    return lue(
      net,
      note(
        'reparer',
        'champ-protege',
        'Séparateur à l’intérieur d’un champ entre guillemets : texte gardé entier.',
      ),
    );
  return net === cellule.texte
    ? lue(net)
    : lue(net, note('reparer', 'espaces', 'Espaces ou apostrophes normalisées.'));
};

const PAR_NIVEAU: Readonly<
  Record<
    Exclude<Niveau, 'exact'>,
    { readonly action: 'reparer' | 'reparer_et_signaler'; readonly regle: CodeDeRegle }
  >
> = {
  variante: { action: 'reparer', regle: 'nomenclature-variante' },
  usage: { action: 'reparer_et_signaler', regle: 'nomenclature-usage' },
  abrege: { action: 'reparer_et_signaler', regle: 'nomenclature-abregee' },
  faute: { action: 'reparer_et_signaler', regle: 'nomenclature-faute' },
};

/** Dit ce qu’on attend : la liste si elle est courte, sinon où la trouver. */
export const attendu = (colonne: ColonneDeGrille): string => {
  const valeurs = colonne.valeurs ?? [];
  return valeurs.length > 0 && valeurs.length <= 6
    ? `attendu : ${valeurs.join(', ')}`
    : 'choisissez une valeur de la liste (feuille « Listes » du modèle)';
};

const inconnue = (
  texte: string,
  colonne: ColonneDeGrille,
  candidats: readonly string[],
): CelluleLue => {
  if (candidats.length > 1)
    return bloquee(
      'nomenclature-ambigue',
      `« ${texte} » peut être ${candidats.slice(0, 5).join(' ou ')} : précisez « ${colonne.titre} ».`,
    );
  if (colonne.valeurs)
    return bloquee(
      'nomenclature-inconnue',
      `« ${texte} » n’est pas admis dans « ${colonne.titre} » : ${attendu(colonne)}.`,
    );
  return lue(
    texte,
    note(
      'signaler',
      'nomenclature-libre',
      `« ${texte} » est inconnu de la nomenclature : gardé tel quel.`,
    ),
  );
};

/** Valeur d’une liste : code, libellé, écriture d’usage, abréviation, faute de frappe. */
export const lireNomenclature: LecteurDeCellule = (cellule, colonne, _contexte, { index }) => {
  const net = texteNet(cellule);
  const trouve = index[colonne.nomenclature ?? colonne.nom]?.rapprocher(net) ?? {
    ok: false as const,
    candidats: [],
  };
  if (!trouve.ok) return inconnue(masquerDonneesInterdites(net), colonne, trouve.candidats);
  if (trouve.niveau === 'exact')
    return net === cellule.texte
      ? lue(net)
      : lue(net, note('reparer', 'espaces', 'Espaces ou apostrophes normalisées.'));
  const { action, regle } = PAR_NIVEAU[trouve.niveau];
  const suffixe = action === 'reparer' ? '.' : ' : à confirmer.';
  return lue(
    trouve.code,
    note(action, regle, `« ${net} » compris comme « ${trouve.code} »${suffixe}`),
  );
};

const CHIFFRES_FIXES = /^\^\\d\{(\d+)\}(\(-\\d\)\?)?\$$/;

const completer = (chiffres: string, taille: number, avecCle: boolean): CelluleLue => {
  const valeur = chiffres.padStart(taille, '0');
  return lue(
    valeur,
    note(
      avecCle ? 'reparer' : 'reparer_et_signaler',
      'zeros-de-tete',
      `Zéros de tête rétablis : complété à ${taille} chiffres comme dans le modèle.`,
    ),
  );
};

const malForme = (net: string, colonne: ColonneDeGrille): CelluleLue =>
  bloquee(
    'code-mal-forme',
    `« ${masquerDonneesInterdites(net)} » n’a pas la forme attendue dans « ${colonne.titre} » (exemple : ${colonne.exemple}).`,
  );

const codeAChiffres = (
  net: string,
  taille: number,
  avecCle: boolean,
  colonne: ColonneDeGrille,
): CelluleLue => {
  const sansDecimale = net.replace(/[.,]0+$/, '');
  if (/^\d+[.,]\d{1,2}$/.test(sansDecimale)) return malForme(net, colonne);
  const sansCle = avecCle ? sansDecimale.replace(/[-\s]\s*\d$/, '') : sansDecimale;
  const chiffres = sansCle.replace(/[\s.]/g, '');
  if (chiffres === net && chiffres.length === taille && /^\d+$/.test(chiffres)) return lue(net);
  if (/^\d+$/.test(chiffres)) {
    if (chiffres.length < taille) return completer(chiffres, taille, avecCle);
    if (chiffres.length === taille)
      return lue(chiffres, note('reparer', 'code-reecrit', `Code réécrit ${chiffres}.`));
    const court = chiffres.replace(/^0+/, '');
    return court.length <= taille ? completer(court, taille, avecCle) : malForme(net, colonne);
  }
  const extraits = /^[a-z°. _-]*?(\d+)$/i.exec(net)?.[1];
  if (extraits === undefined || extraits.length > taille) return malForme(net, colonne);
  const valeur = extraits.padStart(taille, '0');
  return lue(
    valeur,
    note('reparer_et_signaler', 'code-reecrit', `Code compris comme ${valeur} : à confirmer.`),
  );
};

/** Codes : zéros de tête, espaces, chiffre de contrôle, motif du modèle. */
export const lireCode: LecteurDeCellule = (cellule, colonne) => {
  const net = texteNet(cellule);
  const fixe = CHIFFRES_FIXES.exec(colonne.motif ?? '');
  if (fixe) return codeAChiffres(net, Number(fixe[1]), fixe[2] !== undefined, colonne);
  const sansDecimale = cellule.type === 'nombre' ? net : net.replace(/^(\d+)[.,]0+$/, '$1');
  if (colonne.motif !== null && !new RegExp(colonne.motif).test(sansDecimale))
    return malForme(net, colonne);
  return sansDecimale === cellule.texte
    ? lue(sansDecimale)
    : lue(sansDecimale, note('reparer', 'espaces', 'Espaces normalisées.'));
};
