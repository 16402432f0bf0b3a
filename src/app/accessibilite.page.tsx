import { PageSimple, Titre } from '../socle/ui/index.ui.ts';

export const meta = () => [{ title: 'Accessibilité : non conforme – Ensemblier' }];

/**
 * Déclaration prévue par l’article 47 de la loi n° 2005-102 et le décret n° 2019-768. Sans audit, seule
 * la mention « non conforme » est permise : elle ne changera qu’avec un audit, et avec ses résultats.
 */
export default function Accessibilite() {
  return (
    <PageSimple lecture>
      <article className="pile lecture">
        <Titre surtitre="Déclaration d’accessibilité" chapeau="Accessibilité : non conforme">
          Pouvez-vous tout faire avec Ensemblier ?
        </Titre>
        <p>
          Ensemblier doit pouvoir servir à tout le monde : au clavier, avec un lecteur d’écran, avec
          un zoom de 200 %, sur un téléphone, sans JavaScript. Cette déclaration s’applique à toutes
          les pages de ce service. Elle a été établie le 24 novembre 2026.
        </p>
        <h2>État de conformité</h2>
        <p>
          Ensemblier est <strong>non conforme</strong> au référentiel général d’amélioration de
          l’accessibilité (RGAA 4.1, niveau AA), car{' '}
          <strong>aucun audit de conformité n’a encore été réalisé</strong>. « Non conforme » ne
          veut donc pas dire que le service ne marche pas : cela veut dire que personne n’a encore
          vérifié les 106 critères. La mention changera après un audit, dont les résultats seront
          publiés ici.
        </p>
        <h2>Ce qui est vérifié aujourd’hui</h2>
        <p>À chaque version, dans un vrai navigateur, des contrôles automatiques relèvent :</p>
        <ul>
          <li>les défauts que sait voir l’outil axe-core : aucun n’est admis ;</li>
          <li>l’affichage à 360 pixels de large, sans défilement horizontal de la page ;</li>
          <li>le contenu et les formulaires essentiels sans JavaScript ;</li>
          <li>le contraste des couleurs de l’interface ;</li>
          <li>la présence d’un tableau ou d’une liste pour chaque graphique et chaque carte.</li>
        </ul>
        <p>
          Ces contrôles ne couvrent qu’une partie des critères. Ils ne remplacent ni un audit, ni
          l’essai par une personne qui emploie un lecteur d’écran : ni l’un ni l’autre n’a eu lieu.
        </p>
        <h2>Contenus non accessibles connus</h2>
        <ul>
          <li>
            dans les PDF produits, les en-têtes de ligne des tableaux ne sont pas balisés comme des
            en-têtes ; le même document se télécharge aussi en DOCX et en ODT ;
          </li>
          <li>
            les tableaux de plusieurs milliers de lignes restent longs à parcourir à la voix ;
          </li>
          <li>
            les fichiers déposés par les collectivités sont remis tels quels : ils ne dépendent pas
            du service.
          </li>
        </ul>
        <h2>Signaler une difficulté</h2>
        <p>
          Vous n’arrivez pas à lire une page ou à faire un geste ? Écrivez à votre intercommunalité,
          qui exploite ce service. Dites-lui la page et ce qui bloque : elle doit vous fournir
          l’information, ou faire le geste avec vous, sous une autre forme.
        </p>
        <h2>Si l’on ne vous répond pas</h2>
        <ul>
          <li>
            <a href="https://formulaire.defenseurdesdroits.fr/">
              Écrire au Défenseur des droits par son formulaire
            </a>{' '}
            ;
          </li>
          <li>
            <a href="https://www.defenseurdesdroits.fr/carte-des-delegues">
              Contacter son délégué près de chez vous
            </a>{' '}
            ;
          </li>
          <li>
            lui écrire, gratuitement et sans timbre : Défenseur des droits, Libre réponse 71120,
            75342 Paris CEDEX 07.
          </li>
        </ul>
      </article>
    </PageSimple>
  );
}
