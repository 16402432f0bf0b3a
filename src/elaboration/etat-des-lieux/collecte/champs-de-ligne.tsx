import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { ChampDate, ChampNombre, ChampSelection, ChampTexte } from '../../../socle/ui/index.ui.ts';
import type { ColonneMontree } from './colonnes-montrees.ts';

const estJourOuVide = (valeur: string): valeur is Jour | '' =>
  valeur === '' || /^\d{4}-\d{2}-\d{2}$/.test(valeur);

const ChampDeColonne = ({
  colonne,
  valeur,
  erreur,
}: {
  colonne: ColonneMontree;
  valeur: string;
  erreur: string | undefined;
}) => {
  const { nom, titre, aide, exemple, obligatoire, genre } = colonne;
  const commun = { nom, libelle: titre, erreur, obligatoire };
  const montre = genre === 'nombre' ? exemple.replace('.', ',') : exemple;
  const avecExemple = [aide, montre === '' ? '' : `Exemple : ${montre}`]
    .filter((morceau) => morceau !== '')
    .join('. ');

  if (genre === 'liste') {
    const connue = valeur === '' || colonne.choix.some((choix) => choix.valeur === valeur);
    return (
      <ChampSelection
        {...commun}
        aide={connue ? aide : `Lu : « ${valeur} ». Choisissez dans la liste.`}
        options={colonne.choix}
        retenue={connue ? valeur : ''}
      />
    );
  }
  if (genre === 'date' && estJourOuVide(valeur)) {
    return <ChampDate {...commun} aide={aide} jour={valeur === '' ? undefined : valeur} />;
  }
  if (genre === 'nombre') {
    return <ChampNombre {...commun} aide={avecExemple} defaultValue={valeur.replace('.', ',')} />;
  }
  return <ChampTexte {...commun} aide={avecExemple} defaultValue={valeur} />;
};

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
    {colonnes.map((colonne) => (
      <ChampDeColonne
        key={colonne.nom}
        colonne={colonne}
        valeur={valeurs[colonne.nom] ?? ''}
        erreur={erreurs[colonne.nom]}
      />
    ))}
  </div>
);
