import { Form } from 'react-router';
import type { EtatCourriel } from '../../socle/courriels/index.server.ts';
import { accorder } from '../../socle/ui/index.ts';
import { Bouton, type Etat, Pastille } from '../../socle/ui/index.ui.ts';

const ETATS: Record<EtatCourriel, { readonly etat: Etat; readonly libelle: string }> = {
  'a-envoyer': { etat: 'en-cours', libelle: 'à envoyer' },
  envoye: { etat: 'fait', libelle: 'envoyé' },
  echec: { etat: 'refus', libelle: 'non remis' },
};

/** Un courriel de la boîte, prêt à montrer. */
export interface CourrielMontre {
  readonly id: string;
  readonly destinataire: string;
  /** La collectivité à qui l’on écrit, si c’en est une. */
  readonly pour: string | null;
  readonly objet: string;
  readonly texte: string;
  readonly etat: EtatCourriel;
  readonly moyen: 'smtp' | 'a-la-main' | null;
  readonly essais: number;
  readonly derniereErreur: string | null;
  readonly creePar: string;
  readonly creeLe: string;
  readonly envoyeLe: string | null;
}

/** Des courriels semblables, écrits le même jour. */
export interface EnvoiMontre {
  readonly genre: string;
  readonly jour: string;
  readonly titre: string;
  readonly quand: string;
  readonly enAttente: number;
  readonly courriels: readonly CourrielMontre[];
}

const Courriel = ({ courriel }: { courriel: CourrielMontre }) => (
  <li className="envoi-courriel">
    <div className="rang">
      <Pastille etat={ETATS[courriel.etat].etat}>
        {courriel.moyen === 'a-la-main' ? 'transmis à la main' : ETATS[courriel.etat].libelle}
      </Pastille>
      <strong>{courriel.pour ?? courriel.destinataire}</strong>
      {courriel.etat === 'envoye' ? null : (
        <Form method="post" className="rang">
          <input type="hidden" name="id" value={courriel.id} />
          <Bouton name="geste" value="transmis" ton="secondaire" taille="petite">
            Noter comme transmis
            <span className="invisible"> : {courriel.pour ?? courriel.destinataire}</span>
          </Bouton>
          {courriel.etat === 'echec' ? (
            <Bouton name="geste" value="reessayer" taille="petite">
              Envoyer de nouveau
            </Bouton>
          ) : null}
        </Form>
      )}
    </div>
    <details>
      <summary>Lire le courriel</summary>
      <p className="petit texte-doux">
        À {courriel.destinataire}, par {courriel.creePar}, le {courriel.creeLe}
        {courriel.envoyeLe === null ? '' : ` ; parti le ${courriel.envoyeLe}`}
        {courriel.essais > 1 ? ` ; ${courriel.essais} essais` : ''}.
      </p>
      <p>
        <strong>{courriel.objet}</strong>
      </p>
      <pre className="envoi-texte">{courriel.texte}</pre>
    </details>
    {courriel.derniereErreur === null ? null : (
      <p className="petit">Réponse du serveur de courriel : {courriel.derniereErreur}</p>
    )}
  </li>
);

const direLEtat = ({ enAttente, courriels }: EnvoiMontre) => {
  if (enAttente === 0) return { etat: 'fait' as const, dit: 'tout est parti' };
  const aRate = courriels.some(({ etat }) => etat === 'echec');
  return {
    etat: aRate ? ('refus' as const) : ('en-cours' as const),
    dit: `${enAttente} à envoyer`,
  };
};

/** Un envoi : ce qu’il dit, où il en est, le geste d’ensemble, puis chaque courriel replié. */
export const EnvoiMontre = ({ envoi, dernier }: { envoi: EnvoiMontre; dernier: string }) => {
  const { etat, dit } = direLEtat(envoi);
  return (
    <article className="carte pile pile-serree">
      <div className="envoi-tete">
        <div>
          <h2>{envoi.titre}</h2>
          <p className="petit texte-doux">
            {accorder(envoi.courriels.length, 'courriel')}, {envoi.quand}
          </p>
        </div>
        <Pastille etat={etat}>{dit}</Pastille>
        {envoi.enAttente === 0 || envoi.courriels.length === 1 ? null : (
          <Form method="post">
            <input type="hidden" name="genre" value={envoi.genre} />
            <input type="hidden" name="jour" value={envoi.jour} />
            <input type="hidden" name="jusqua" value={dernier} />
            <Bouton name="geste" value="groupe-transmis" ton="secondaire" taille="petite">
              {envoi.enAttente === 1
                ? 'Le noter comme transmis'
                : `Noter les ${envoi.enAttente} comme transmis`}
              <span className="invisible"> : {envoi.titre}</span>
            </Bouton>
          </Form>
        )}
      </div>
      <details open={envoi.courriels.length === 1}>
        <summary>
          {envoi.courriels.length === 1
            ? 'Voir le courriel'
            : `Voir les ${envoi.courriels.length} courriels`}
        </summary>
        <ul className="envoi-liste">
          {envoi.courriels.map((courriel) => (
            <Courriel key={courriel.id} courriel={courriel} />
          ))}
        </ul>
      </details>
    </article>
  );
};
