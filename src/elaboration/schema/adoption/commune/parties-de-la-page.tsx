import { Form } from 'react-router';
import {
  formaterEtpCentiemes,
  formaterJour,
  formaterMontantEuros,
} from '../../../../socle/ui/index.ts';
import { Bouton, BoutonLien, ChampTexte, Encadre, Tableau } from '../../../../socle/ui/index.ui.ts';
import { SENS_D_AVIS } from '../evenements.ts';
import type { AvisMontre } from './montrer-avis.server.ts';

const signer = (texte: string, estPositif: boolean) => (estPositif ? `+${texte}` : texte);

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
        <p className="petit texte-doux empreinte">Empreinte SHA-256 : {version.empreinte}</p>
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
      <Tableau
        legende="Actions auxquelles la commune adhère"
        colonnes={[
          { titre: 'Action' },
          { titre: 'Objectif' },
          { titre: 'Effectifs', estNombre: true },
          { titre: 'Dépenses par an', estNombre: true },
        ]}
        lignes={effets.actions.map((action) => ({
          cle: action.titre,
          cellules: [
            `${action.titre} (${action.forme})`,
            action.objectif,
            signer(formaterEtpCentiemes(action.etpCentiemes), action.etpCentiemes > 0),
            signer(formaterMontantEuros(action.coutCentimes), action.coutCentimes > 0n),
          ],
        }))}
        total={[
          'Total',
          '',
          signer(formaterEtpCentiemes(effets.etpCentiemes), effets.etpCentiemes > 0),
          signer(formaterMontantEuros(effets.coutCentimes), effets.coutCentimes > 0n),
        ]}
      />
    )}
  </section>
);

/** L’avis déjà déposé, et comment le corriger. */
export const AvisDepose = ({
  avis,
  corrigeable,
}: {
  avis: NonNullable<AvisMontre['avis']>;
  corrigeable: boolean;
}) => (
  <Encadre ton="reussite" titre={`Avis ${avis.sens === null ? '' : SENS_D_AVIS[avis.sens]}`}>
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
