import { Form } from 'react-router';
import { formaterJour } from '../../../socle/ui/index.ts';
import { Bouton, BoutonLien, ChampDate, Encadre, RefusMotive } from '../../../socle/ui/index.ui.ts';
import type { AdoptionMontree } from './montrer-adoption.server.ts';

const Rapport = ({
  aujourdhui,
  chemin,
}: {
  aujourdhui: AdoptionMontree['aujourdhui'];
  chemin: string;
}) => (
  <section className="carte pile" aria-labelledby="etablir">
    <h2 id="etablir">Établir le rapport</h2>
    <p>
      Le document du jour est figé : version, empreinte, PDF, DOCX et ODT. Les deux volets d’impact
      y sont joints s’ils sont complets. Relisez d’abord l’aperçu.
    </p>
    <Form method="post" className="formulaire">
      <input type="hidden" name="geste" value="etablir-rapport" />
      <ChampDate
        nom="le"
        libelle="Date du rapport"
        jour={aujourdhui}
        max={aujourdhui}
        obligatoire
      />
      <div className="rang">
        <Bouton>Établir le rapport</Bouton>
        <BoutonLien vers={`${chemin.replace(/adoption$/, 'schema')}/apercu`} ton="discret">
          Relire l’aperçu
        </BoutonLien>
      </div>
    </Form>
  </section>
);

/** Ce qui vient maintenant : un geste, ou pourquoi il n’est pas encore possible. */
export const ProchainGeste = ({
  adoption,
  chemin,
}: {
  adoption: AdoptionMontree;
  chemin: string;
}) => {
  const { rapport, approbation, situations, aujourdhui, passages } = adoption;
  if (rapport === null) return <Rapport aujourdhui={aujourdhui} chemin={chemin} />;
  const aSaisir = situations.filter(({ statut }) => statut === 'a-saisir').length;
  if (aSaisir > 0) {
    return (
      <Encadre titre={`${aSaisir} conseil${aSaisir > 1 ? 's' : ''} à saisir`}>
        <p>
          Le rapport du {formaterJour(rapport.le)} se transmet à chaque commune membre, même sans
          action chez elle.
        </p>
        <div className="rang">
          <BoutonLien vers={`${chemin}/saisines`}>Saisir les communes</BoutonLien>
        </div>
      </Encadre>
    );
  }
  if (approbation === null) {
    const approuver = passages.find(({ nom }) => nom === 'approuver');
    return approuver?.possible === true ? (
      <Encadre ton="reussite" titre="Tous les avis sont rendus ou réputés rendus">
        <p>Le conseil communautaire peut approuver le schéma.</p>
        <div className="rang">
          <BoutonLien vers={`${chemin}/approbation`}>Enregistrer l’approbation</BoutonLien>
        </div>
      </Encadre>
    ) : (
      <RefusMotive
        niveau={2}
        titre="Le schéma ne peut pas encore être approuvé"
        manques={approuver?.manque.map(({ message }) => message) ?? []}
        article={[...new Set(approuver?.manque.map(({ article }) => article))].join(' ; ')}
        quiPeutAgir="les conseils municipaux, jusqu’à leur échéance ; la pilote, qui enregistre leurs avis"
        action={<BoutonLien vers="#tableau">Voir les communes attendues</BoutonLien>}
      />
    );
  }
  const aEnvoyer = situations.filter(({ envoyeLe }) => envoyeLe === null).length;
  return aEnvoyer > 0 ? (
    <Encadre titre={`Le schéma est approuvé depuis le ${formaterJour(approbation.le)}`}>
      <p>
        Il reste à l’adresser à {aEnvoyer} conseil{aEnvoyer > 1 ? 's municipaux' : ' municipal'}.
      </p>
      <BoutonLien vers={`${chemin}/envois`}>Adresser le schéma approuvé</BoutonLien>
    </Encadre>
  ) : (
    <Encadre
      ton="reussite"
      titre={`Approuvé le ${formaterJour(approbation.le)}, adressé à toutes les communes`}
    >
      <p>
        Chaque année, l’avancement se présente au conseil communautaire avant le vote du budget.
      </p>
      <div className="rang">
        <BoutonLien vers={`${chemin}/approbation`} ton="secondaire">
          Dater la communication annuelle
        </BoutonLien>
      </div>
    </Encadre>
  );
};
