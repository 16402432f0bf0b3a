import type { ReactNode } from 'react';
import { ecrireAppel } from '../../mise-en-oeuvre/refacturation/index.ts';
import { accorder, formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, Pastille } from '../../socle/ui/index.ui.ts';
import type { EspaceDeCommune } from './espace-de-commune.server.ts';

const Bloc = ({ id, titre, children }: { id: string; titre: string; children: ReactNode }) => (
  <section className="pile pile-serree" aria-labelledby={id}>
    <h2 id={id}>{titre}</h2>
    {children}
  </section>
);

const direLignes = (lignes: number): string =>
  lignes === 0
    ? 'Rien n’est encore enregistré.'
    : `${accorder(lignes, 'ligne enregistrée', 'lignes enregistrées')}.`;

const Grilles = ({ grilles }: Pick<EspaceDeCommune, 'grilles'>) => (
  <Bloc id="grilles" titre="Vos grilles">
    {grilles.length === 0 ? (
      <p>Aucune grille n’est demandée en ce moment.</p>
    ) : (
      <ul className="attentes">
        {grilles.map((grille) => (
          <li key={grille.cle} className="carte attente">
            <div className="pile pile-serree">
              <h3>{grille.titre}</h3>
              <p>
                {grille.rendueLe === null
                  ? `À rendre avant le ${formaterJour(grille.echeance, { semaine: true })}.`
                  : `Rendue le ${formaterJour(grille.rendueLe, { semaine: true })}.`}{' '}
                {direLignes(grille.lignes)}
              </p>
              {grille.consigne === '' || grille.estRendue ? null : <p>{grille.consigne}</p>}
            </div>
            <Pastille etat={grille.etat}>{grille.dit}</Pastille>
            {grille.chemin === null ? null : (
              <BoutonLien vers={grille.chemin} ton={grille.estRendue ? 'secondaire' : 'principal'}>
                {grille.estRendue ? 'Revoir ou corriger' : 'Rendre la grille'}
                <span className="invisible"> : {grille.titre}</span>
              </BoutonLien>
            )}
          </li>
        ))}
      </ul>
    )}
  </Bloc>
);

const Avis = ({ avis }: Pick<EspaceDeCommune, 'avis'>) => (
  <Bloc id="avis" titre="L’avis de votre conseil">
    {avis === null ? (
      <p>Aucun avis n’est demandé en ce moment.</p>
    ) : (
      <div className="carte attente">
        <div className="pile pile-serree">
          <h3>Le schéma de mutualisation</h3>
          <p>{avis.phrase}</p>
        </div>
        <Pastille etat={avis.etat}>{avis.dit}</Pastille>
        <BoutonLien vers={avis.chemin} ton={avis.estRendu ? 'secondaire' : 'principal'}>
          {avis.estRendu ? 'Relire le schéma' : 'Donner l’avis du conseil'}
        </BoutonLien>
      </div>
    )}
  </Bloc>
);

const Etats = ({ etats }: Pick<EspaceDeCommune, 'etats'>) => (
  <Bloc id="etats" titre="Ce que vous payez">
    {etats.length === 0 ? (
      <p>Aucun état ne vous a été adressé.</p>
    ) : (
      <ul className="attentes">
        {etats.map(({ cle, titre, emisLe, appelCentimes, chemin }) => (
          <li key={cle} className="carte attente">
            <div>
              <h3>{titre}</h3>
              <p>Émis le {formaterJour(emisLe)}.</p>
            </div>
            <span className="nombre">{ecrireAppel(appelCentimes)}</span>
            <BoutonLien vers={chemin} ton="secondaire">
              Lire l’état<span className="invisible"> : {titre}</span>
            </BoutonLien>
          </li>
        ))}
      </ul>
    )}
  </Bloc>
);

const direParticipation = (
  depuis: EspaceDeCommune['services'][number]['depuis'],
  estEffectif: boolean,
): string => {
  if (!estEffectif) return 'participation prévue';
  return depuis === null ? 'vous participez' : `depuis le ${formaterJour(depuis)}`;
};

const Services = ({ services, conventions }: Pick<EspaceDeCommune, 'services' | 'conventions'>) => (
  <Bloc id="services" titre="Vos services mutualisés">
    {services.length === 0 ? (
      <p>Votre commune ne participe encore à aucun service mutualisé.</p>
    ) : (
      <ul>
        {services.map(({ cle, nom, depuis, estEffectif }) => (
          <li key={cle}>
            {nom}, {direParticipation(depuis, estEffectif)}
          </li>
        ))}
      </ul>
    )}
    {conventions.length === 0 ? null : (
      <>
        <h3>Les conventions signées par votre commune</h3>
        <ul className="attentes">
          {conventions.map(({ cle, titre, chemin }) => (
            <li key={cle} className="carte attente">
              <span>{titre}</span>
              <BoutonLien vers={chemin} ton="secondaire" icone="telecharger" telecharger>
                Télécharger en PDF<span className="invisible"> : {titre}</span>
              </BoutonLien>
            </li>
          ))}
        </ul>
      </>
    )}
  </Bloc>
);

/** La commune en quatre blocs : ce qu’on attend d’elle, puis ce qu’elle paie et ce qu’elle reçoit. */
export const QuatreBlocs = ({ espace }: { espace: EspaceDeCommune }) => (
  <>
    <Grilles grilles={espace.grilles} />
    <Avis avis={espace.avis} />
    <Etats etats={espace.etats} />
    <Services services={espace.services} conventions={espace.conventions} />
  </>
);

/** Combien de choses restent à faire, en une phrase. */
export const direLeReste = ({ grilles, avis }: EspaceDeCommune): string => {
  const restent =
    grilles.filter(({ estRendue, chemin }) => !estRendue && chemin !== null).length +
    (avis === null || avis.estRendu ? 0 : 1);
  if (restent > 0) return `${accorder(restent, 'chose')} à faire.`;
  // Un élu lit où en sont les grilles : c’est le secrétariat qui les rend.
  const auSecretariat = grilles.filter(({ estRendue }) => !estRendue).length;
  return auSecretariat === 0
    ? 'Rien ne vous est demandé en ce moment. Merci.'
    : `Le secrétariat a encore ${accorder(auSecretariat, 'grille')} à rendre. Rien d’autre n’est demandé.`;
};
