import type { Anomalie, LectureDeGrille, SchemaDeGrille } from '../../../moteurs/grille/index.ts';

export const REGLE_AUTRE_COLLECTIVITE = 'collectivite-autre';

/**
 * Limite une lecture à une collectivité : les lignes des autres ne sont ni gardées ni écrites, et le
 * disent. Une commune ne rend que ses lignes ; le service de l’EPCI peut déposer pour plusieurs.
 */
export const restreindre = (
  lecture: LectureDeGrille,
  schema: Pick<SchemaDeGrille, 'collectivite'>,
  collectivite: { readonly siren: string; readonly nom: string },
): LectureDeGrille => {
  const champ = schema.collectivite?.siren;
  if (champ === undefined) return lecture;
  const estAutre = ({ valeurs }: LectureDeGrille['lignes'][number]): boolean =>
    (valeurs[champ] ?? '') !== '' && valeurs[champ] !== collectivite.siren;
  const autres = lecture.lignes.filter(estAutre);
  if (autres.length === 0) return lecture;
  const rangees = new Set(autres.map(({ feuille, ligne }) => `${feuille ?? ''}!${ligne}`));
  const dites = [...rangees].map((rangee): Anomalie => {
    const [feuille = '', ligne = '0'] = rangee.split('!');
    return {
      feuille: feuille === '' ? null : feuille,
      ligne: Number(ligne),
      colonne: '(ligne)',
      cellule: null,
      action: 'ignorer',
      lue: '',
      valeur: null,
      regle: REGLE_AUTRE_COLLECTIVITE,
      message: `Cette ligne n’est pas celle de ${collectivite.nom} : elle n’est pas gardée. Seul le service de l’intercommunalité dépose pour plusieurs collectivités.`,
    };
  });
  return {
    ...lecture,
    lignes: lecture.lignes.filter((ligne) => !estAutre(ligne)),
    anomalies: [
      ...lecture.anomalies.filter(
        ({ feuille, ligne, cellule }) =>
          cellule === null || !rangees.has(`${feuille ?? ''}!${ligne}`),
      ),
      ...dites,
    ],
    bilan: {
      ...lecture.bilan,
      lignesImportees: lecture.bilan.lignesImportees - autres.length,
      lignesIgnorees: lecture.bilan.lignesIgnorees + rangees.size,
    },
  };
};
