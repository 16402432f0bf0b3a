import { PageSimple, Titre } from '../socle/ui/index.ui.ts';

export const meta = () => [{ title: 'Accessibilité : non conforme – Ensemblier' }];

/** Déclaration prévue par l’article 47 de la loi n° 2005-102 et le décret n° 2019-768. */
export default function Accessibilite() {
  return (
    <PageSimple lecture>
      <article className="pile lecture">
        <Titre surtitre="Déclaration d’accessibilité" chapeau="Accessibilité : non conforme">
          Pouvez-vous tout faire avec Ensemblier ?
        </Titre>
        <p>
          Ensemblier est conçu pour être utilisé par tout le monde : au clavier, avec un lecteur
          d’écran, avec un zoom de 200 %, sur un téléphone, sans JavaScript. Cette déclaration
          s’applique à toutes les pages de ce service.
        </p>
        <h2>Où en sommes-nous ?</h2>
        <p>
          Aucun audit complet n’a encore été mené par une personne indépendante. La règle impose
          donc d’écrire « non conforme » au référentiel général d’amélioration de l’accessibilité
          (RGAA 4.1, niveau AA), même si les contrôles automatiques ne relèvent aucun défaut.
        </p>
        <h2>Ce qui est contrôlé à chaque livraison</h2>
        <ul>
          <li>l’absence de défaut signalé par l’outil axe-core, dans un vrai navigateur ;</li>
          <li>l’affichage à 360 pixels de large, sans défilement horizontal de la page ;</li>
          <li>le contenu et les formulaires sans JavaScript ;</li>
          <li>le contraste de toutes les couleurs de l’interface ;</li>
          <li>un tableau ou une liste équivalente pour chaque graphique et chaque carte.</li>
        </ul>
        <h2>Ce qui peut encore gêner</h2>
        <ul>
          <li>les fichiers déposés par les collectivités ne sont pas corrigés par le service ;</li>
          <li>les tableaux de plusieurs milliers de lignes restent longs à parcourir à la voix.</li>
        </ul>
        <h2>Signaler une difficulté</h2>
        <p>
          Écrivez à votre intercommunalité, qui exploite ce service : elle doit vous fournir
          l’information sous une autre forme. Sans réponse, saisissez le Défenseur des droits :
          formulaire en ligne, délégué près de chez vous, ou courrier gratuit, sans timbre, à «
          Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07 ».
        </p>
      </article>
    </PageSimple>
  );
}
