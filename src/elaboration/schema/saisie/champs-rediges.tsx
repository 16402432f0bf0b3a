import { estJour } from '../../../moteurs/calendrier/index.ts';
import {
  CadreDefilant,
  Champ,
  ChampDate,
  ChampTexte,
  Encadre,
} from '../../../socle/ui/index.ui.ts';
import {
  type ChampARediger,
  type Colonne,
  ecrireValeur,
  type Ligne,
  lignesDe,
  listeDe,
  type Redaction,
  texteDe,
} from './champs.ts';
import type { Conflit } from './fusionner.ts';

const LIGNES_LIBRES = 2;
/** Un tableau neuf en offre assez pour les trois indicateurs qu’une fiche exige. */
const LIGNES_OFFERTES = 4;

const Cellule = ({
  nom,
  colonne,
  valeur,
  rang,
}: {
  nom: string;
  colonne: Colonne;
  valeur: string;
  rang: number;
}) => {
  const commun = {
    name: nom,
    'aria-label': `${colonne.libelle}, ligne ${rang + 1}`,
    className: 'saisie',
    defaultValue: valeur,
  };
  if (colonne.choix !== undefined) {
    return (
      <select {...commun}>
        <option value="">Choisir…</option>
        {colonne.choix.map((choix) => (
          <option key={choix.valeur} value={choix.valeur}>
            {choix.libelle}
          </option>
        ))}
      </select>
    );
  }
  return colonne.genre === 'jour' ? (
    <input {...commun} type="date" />
  ) : (
    <textarea {...commun} rows={2} />
  );
};

const ChampLignes = ({
  champ,
  lignes,
  erreur,
}: {
  champ: ChampARediger & { genre: 'lignes' };
  lignes: readonly Ligne[];
  erreur: string | undefined;
}) => {
  const nombre = Math.max(LIGNES_OFFERTES, lignes.length + LIGNES_LIBRES);
  return (
    <fieldset className={erreur === undefined ? 'champ' : 'champ champ-en-erreur'}>
      <legend className="champ-libelle">{champ.libelle}</legend>
      <p className="champ-aide">
        {champ.aide === undefined ? '' : `${champ.aide} `}Une ligne laissée vide est retirée ; deux
        lignes libres s’ajoutent à chaque enregistrement.
      </p>
      {erreur === undefined ? null : <p className="champ-erreur">{erreur}</p>}
      <input type="hidden" name={`${champ.nom}.nombre`} value={nombre} />
      <CadreDefilant nom={champ.libelle}>
        <table className="tableau tableau-a-remplir">
          <thead>
            <tr>
              {champ.colonnes.map((colonne) => (
                <th key={colonne.nom} scope="col">
                  {colonne.libelle}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: nombre }, (_, rang) => (
              <tr key={`ligne-${String(rang)}`}>
                {champ.colonnes.map((colonne) => (
                  <td key={colonne.nom}>
                    <Cellule
                      nom={`${champ.nom}.${rang}.${colonne.nom}`}
                      colonne={colonne}
                      valeur={lignes[rang]?.[colonne.nom] ?? ''}
                      rang={rang}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </CadreDefilant>
    </fieldset>
  );
};

const Saisie = ({
  champ,
  redaction,
  erreur,
  estExige,
}: {
  champ: ChampARediger;
  redaction: Redaction;
  erreur: string | undefined;
  estExige: boolean;
}) => {
  const { nom, libelle, aide } = champ;
  const commun = { nom, libelle, aide, erreur, obligatoire: estExige };
  const texte = texteDe(redaction, nom);
  switch (champ.genre) {
    case 'lignes':
      return <ChampLignes champ={champ} lignes={lignesDe(redaction, nom)} erreur={erreur} />;
    case 'jour':
      return <ChampDate {...commun} jour={estJour(texte) ? texte : undefined} />;
    case 'montant':
      return (
        <Champ {...commun}>
          {(liens) => (
            <span className="saisie-avec-unite">
              <input
                {...liens}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                className="saisie saisie-nombre"
                defaultValue={texte.replace('.', ',')}
              />
              <span className="saisie-unite">€</span>
            </span>
          )}
        </Champ>
      );
    case 'texte':
      return <ChampTexte {...commun} defaultValue={texte} />;
    default: {
      const contenu = champ.genre === 'liste' ? listeDe(redaction, nom).join('\n') : texte;
      const lignes = Math.min(14, Math.max(3, Math.ceil(contenu.length / 80) + 1));
      return <ChampTexte {...commun} lignes={lignes} defaultValue={contenu} />;
    }
  }
};

/** Ce que l’autre personne a écrit au même endroit : rien n’est perdu, on choisit. */
const AutreTexte = ({ conflit, parQui }: { conflit: Conflit; parQui: string }) => (
  <Encadre ton="attention" titre={`${conflit.champ.libelle} : ce que ${parQui} a enregistré`}>
    <blockquote className="autre-texte">
      {ecrireValeur(conflit.champ, conflit.enLigne) || '(laissé vide)'}
    </blockquote>
    <p className="petit">
      Votre texte est dans le champ ci-dessous. Gardez-le, ou recopiez-y ce qui convient.
    </p>
  </Encadre>
);

/** Les champs d’une rédaction, avec leurs erreurs et, à deux sur le même texte, les deux versions. */
export const ChampsRediges = ({
  champs,
  redaction,
  erreurs = {},
  conflits = [],
  parQui = '',
  estExige = () => true,
}: {
  champs: readonly ChampARediger[];
  redaction: Redaction;
  erreurs?: Readonly<Record<string, string>>;
  conflits?: readonly Conflit[];
  parQui?: string;
  /** Le document réclame-t-il ce champ ? Un brouillon s’enregistre sans lui : le formulaire porte « noValidate ». */
  estExige?: (nom: string) => boolean;
}) => (
  <>
    {champs.map((champ) => {
      const conflit = conflits.find((autre) => autre.champ.nom === champ.nom);
      return (
        <div key={champ.nom} className="pile pile-serree">
          {conflit === undefined ? null : <AutreTexte conflit={conflit} parQui={parQui} />}
          <Saisie
            champ={champ}
            redaction={redaction}
            erreur={erreurs[champ.nom]}
            estExige={estExige(champ.nom)}
          />
        </div>
      );
    })}
  </>
);
