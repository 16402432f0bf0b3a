import { Form } from 'react-router';
import {
  formaterEtpCentiemes,
  formaterJour,
  formaterMontantEuros,
} from '../../../../socle/ui/index.ts';
import {
  Bouton,
  BoutonLien,
  ChampTexte,
  Empreinte,
  Encadre,
} from '../../../../socle/ui/index.ui.ts';
import { SENS_D_AVIS } from '../evenements.ts';
import type { AvisMontre } from './montrer-avis.server.ts';

const ecrireEffectifs = (centiemes: number): string =>
  centiemes === 0
    ? 'aucun changement'
    : `${centiemes > 0 ? '+' : ''}${formaterEtpCentiemes(centiemes)}`;
const ecrireDepenses = (centimes: bigint): string =>
  centimes === 0n
    ? 'aucun changement'
    : `${centimes > 0n ? '+' : ''}${formaterMontantEuros(centimes)} par an`;

/** Le document transmis, à lire ou à télécharger, et le projet de délibération. */
export const DocumentsDeLaCommune = ({
  documents,
  chemin,
  enAttente,
}: Pick<AvisMontre, 'documents'> & { chemin: string; enAttente: boolean }) => (
  <section className="pile" aria-labelledby="documents">
    <h2 id="documents">Les documents</h2>
    {documents.map((version) => (
      <div key={version.id} className="pile pile-serree">
        <h3>
          {version.titre}, version {version.numero} du {formaterJour(version.etablieLe)}
        </h3>
        <div className="rang">
          {(['pdf', 'docx', 'odt'] as const).map((format) => (
            <BoutonLien
              key={format}
              vers={`${chemin}/schema/${version.id}/${format}`}
              ton="secondaire"
              taille="petite"
              icone="telecharger"
              telecharger
            >
              {format.toUpperCase()}
            </BoutonLien>
          ))}
        </div>
        <Empreinte valeur={version.empreinte} />
      </div>
    ))}
    {enAttente ? (
      <div className="pile pile-serree">
        <h3>Projet de délibération, à relire et à compléter</h3>
        <div className="rang">
          {['docx', 'odt'].map((format) => (
            <BoutonLien
              key={format}
              vers={`${chemin}/deliberation/${format}`}
              ton="secondaire"
              taille="petite"
              icone="telecharger"
              telecharger
            >
              {format.toUpperCase()}
            </BoutonLien>
          ))}
        </div>
      </div>
    ) : null}
  </section>
);

/** Ce que le schéma change pour la commune, en chiffres et en une phrase par action. */
export const EffetsPourLaCommune = ({
  effets,
  nom,
}: Pick<AvisMontre, 'effets'> & { nom: string }) => (
  <section className="pile" aria-labelledby="effets">
    <h2 id="effets">Ce que le schéma change pour {nom}</h2>
    {effets.actions.length === 0 ? (
      <p>
        La commune n’adhère à aucune action. Son avis est demandé comme à toutes les communes
        membres.
      </p>
    ) : (
      <>
        <ul className="pile effets">
          {effets.actions.map((action) => (
            <li key={action.titre} className="carte pile pile-serree">
              <h3>
                {action.titre} <span className="texte-doux">({action.forme})</span>
              </h3>
              {action.objectif === '' ? null : <p>{action.objectif}</p>}
              <p>
                Effectifs de la commune : <strong>{ecrireEffectifs(action.etpCentiemes)}</strong>.
                Dépenses de fonctionnement : <strong>{ecrireDepenses(action.coutCentimes)}</strong>.
              </p>
            </li>
          ))}
        </ul>
        <p>
          Au total, effectifs : <strong>{ecrireEffectifs(effets.etpCentiemes)}</strong> ; dépenses :{' '}
          <strong>{ecrireDepenses(effets.coutCentimes)}</strong>.
        </p>
      </>
    )}
  </section>
);

/** L’avis déjà déposé, et comment le corriger. */
export const AvisDepose = ({
  avis,
  estTardif,
  corrigeable,
}: {
  avis: NonNullable<AvisMontre['avis']>;
  /** La délibération suit le dernier jour : elle est au dossier, l’avis tacite demeure. */
  estTardif: boolean;
  corrigeable: boolean;
}) => (
  <Encadre
    ton={estTardif ? 'attention' : 'reussite'}
    titre={`${estTardif ? 'Délibération tardive : avis' : 'Avis'} ${avis.sens === null ? '' : SENS_D_AVIS[avis.sens]}`}
  >
    {estTardif ? (
      <p>
        Le conseil s’est prononcé après le dernier jour. Sa délibération est gardée au dossier ;
        l’avis reste réputé favorable.
      </p>
    ) : null}
    <p>
      Délibération du {formaterJour(avis.le)}
      {avis.numero === '' ? '' : `, n° ${avis.numero}`}, enregistrée par {avis.saisiPar}.
    </p>
    {avis.reserves === '' ? null : <p className="texte-redige">{avis.reserves}</p>}
    {corrigeable ? (
      <details>
        <summary>Corriger une erreur</summary>
        <p>L’avis sera annulé avec votre motif, puis vous pourrez déposer le bon.</p>
        <Form method="post" className="formulaire">
          <input type="hidden" name="geste" value="annuler" />
          <input type="hidden" name="evenement" value={avis.id} />
          <ChampTexte nom="motif" libelle="Motif" obligatoire />
          <Bouton ton="danger" taille="petite">
            Annuler cet avis
          </Bouton>
        </Form>
      </details>
    ) : null}
  </Encadre>
);
