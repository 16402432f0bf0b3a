import type { CarteDesParticipations } from '../../mise-en-oeuvre/pilotage/index.ts';
import { ajouterJours, type Jour } from '../../moteurs/calendrier/index.ts';
import { accorder, formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, CarteTerritoire, Frise, Pastille, Titre } from '../../socle/ui/index.ui.ts';
import type { Attendu } from './attendus.ts';
import './demarche.css';
import type { EcheanceDeLaDemarche } from './echeances.ts';
import { PasAPas, type PieceMontree } from './pas-a-pas.tsx';

export interface AccueilDEquipe {
  readonly genre: 'equipe';
  readonly territoire: string;
  readonly aujourdhui: Jour;
  readonly pieces: readonly PieceMontree[];
  readonly attendus: readonly Attendu[];
  readonly echeances: readonly EcheanceDeLaDemarche[];
  readonly bornes: { readonly debut: Jour; readonly fin: Jour };
  readonly carte: {
    readonly titre: string;
    readonly fond: CarteDesParticipations['fond'];
    readonly valeurs: CarteDesParticipations['valeurs'];
    readonly legende: CarteDesParticipations['legende'];
  };
}

const Attendus = ({ attendus }: Pick<AccueilDEquipe, 'attendus'>) => (
  <section className="pile pile-serree" aria-labelledby="attendus">
    <h2 id="attendus">Qu’attend-on de vous ?</h2>
    {attendus.length === 0 ? (
      <p>Rien ne vous attend en ce moment.</p>
    ) : (
      <ul className="attentes">
        {attendus.map(({ cle, titre, detail, geste, chemin, etat }) => (
          <li key={cle} className="carte attente">
            <div>
              <h3>{titre}</h3>
              <p>{detail}.</p>
            </div>
            <Pastille etat={etat} />
            <BoutonLien vers={chemin}>{geste}</BoutonLien>
          </li>
        ))}
      </ul>
    )}
  </section>
);

const MONTREES = 8;

const Echeances = ({ echeances, bornes, aujourdhui }: AccueilDEquipe) => {
  const montrees = echeances.slice(0, MONTREES);
  const reste = echeances.length - montrees.length;
  return (
    <section className="pile pile-serree" aria-labelledby="echeances">
      <h2 id="echeances">Prochaines échéances</h2>
      {montrees.length === 0 ? (
        <p>Aucun délai ne court. La première collecte posera la première échéance.</p>
      ) : (
        <Frise
          {...bornes}
          aujourdhui={aujourdhui}
          pistes={montrees.map(({ cle, titre, debut, jour, etat, article }) => ({
            cle,
            titre,
            evenements: [
              {
                cle,
                libelle: article ?? undefined,
                debut: [debut, jour].toSorted()[0] ?? jour,
                fin: jour,
                etat,
                statut: jour < aujourdhui ? 'dépassée' : `jusqu’au ${formaterJour(jour)}`,
              },
            ],
          }))}
        />
      )}
      {reste > 0 ? (
        <p>Et {accorder(reste, 'autre échéance', 'autres échéances')} plus tard.</p>
      ) : null}
    </section>
  );
};

/** Le premier délai qui presse, en une phrase. */
const direLaProchaine = ({ echeances, aujourdhui }: AccueilDEquipe): string => {
  const prochaine = echeances.find(({ jour }) => jour >= aujourdhui);
  if (prochaine === undefined) return 'Aucun délai ne court en ce moment.';
  const presse = prochaine.jour <= ajouterJours(aujourdhui, 14) ? 'bientôt, ' : '';
  return `Prochaine échéance, ${presse}le ${formaterJour(prochaine.jour)} : ${prochaine.titre}.`;
};

/** L’accueil de l’équipe : où en est-on, qu’attend-on de moi, quelle est la prochaine échéance. */
export const AccueilDeLEquipe = ({ accueil }: { accueil: AccueilDEquipe }) => {
  const { territoire, pieces, carte } = accueil;
  return (
    <div className="pile pile-large">
      <Titre surtitre={territoire} chapeau={direLaProchaine(accueil)}>
        Où en est la mutualisation ?
      </Titre>
      <Attendus attendus={accueil.attendus} />
      <section className="pile pile-serree" aria-labelledby="demarche">
        <h2 id="demarche">La démarche, pas à pas</h2>
        <PasAPas pieces={pieces} />
      </section>
      <Echeances {...accueil} />
      <section className="pile pile-serree" aria-labelledby="carte">
        <h2 id="carte">{carte.titre}</h2>
        <CarteTerritoire {...carte} />
      </section>
    </div>
  );
};
