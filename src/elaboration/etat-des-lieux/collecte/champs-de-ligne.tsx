import {
  ChampDate,
  ChampNombre,
  ChampSelection,
  ChampTexte,
} from '../../../socle/ui/index.ui.ts';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { ColonneMontree } from './colonnes-montrees.ts';

/** Un champ par colonne de la grille : liste, date, nombre ou texte, avec son erreur. */
export const ChampsDeLigne = ({
  colonnes,
  valeurs,
  erreurs,
}: {
  colonnes: readonly ColonneMontree[];
  valeurs: Readonly<Record<string, string>>;
  erreurs: Readonly<Record<string, string>>;
}) => (
  <div className="grille-cartes">
    {colonnes.map((colonne) => {
      const valeur = valeurs[colonne.nom] ?? '';
      const commun = {
        nom: colonne.nom,
        libelle: colonne.titre,
        erreur: erreurs[colonne.nom],
        obligatoire: colonne.obligatoire,
        aide: colonne.exemple === '' ? colonne.aide : `${colonne.aide}. Exemple : ${colonne.exemple}`,
      };
      if (colonne.genre === 'liste') {
        const connue = valeur === '' || colonne.choix.some((choix) => choix.valeur === valeur);
        return (
          <ChampSelection
            key={colonne.nom}
            {...commun}
            aide={connue ? colonne.aide : `Lu : « ${valeur} ». Choisissez dans la liste.`}
            options={[...colonne.choix]}
            retenue={connue ? valeur : ''}
          />
        );
      }
      if (colonne.genre === 'date') {
        return /^\d{4}-\d{2}-\d{2}$/.test(valeur) || valeur === '' ? (
          <ChampDate key={colonne.nom} {...commun} jour={valeur === '' ? undefined : (valeur as Jour)} />
        ) : (
          <ChampTexte key={colonne.nom} {...commun} defaultValue={valeur} />
        );
      }
      if (colonne.genre === 'nombre') {
        return <ChampNombre key={colonne.nom} {...commun} defaultValue={valeur.replace('.', ',')} />;
      }
      return <ChampTexte key={colonne.nom} {...commun} defaultValue={valeur} />;
    })}
  </div>
);
