import { BoutonLien, PageSimple, Titre } from '../socle/ui/index.ui.ts';

export const meta = () => [
  { title: 'L’atelier de la mutualisation – Ensemblier' },
  {
    name: 'description',
    content:
      'Un atelier libre pour élaborer puis mettre en œuvre le schéma de mutualisation d’une intercommunalité.',
  },
];

const PARTIES = [
  {
    titre: 'Élaborer ensemble',
    texte:
      'Chaque commune rend ses grilles en vingt minutes. L’état des lieux se dresse seul, les scénarios se chiffrent, le schéma s’écrit à plusieurs.',
  },
  {
    titre: 'Mettre en œuvre',
    texte:
      'Services communs, biens partagés, achats groupés : les conventions sont contrôlées au regard du droit, et les coûts répartis au centime.',
  },
  {
    titre: 'Rendre des comptes',
    texte:
      'Tout montant s’ouvre et remonte jusqu’à la cellule qui l’a produit. Le bilan annuel et la page publique en découlent.',
  },
] as const;

/** Les tuiles du logo, en grand : des communes inégales et leur intercommunalité. */
const Assemblage = () => (
  <svg viewBox="0 0 32 32" className="accueil-assemblage" aria-hidden="true" focusable="false">
    <rect x="1" y="1" width="18" height="18" rx="1" fill="var(--encre)" />
    <rect x="20" y="1" width="11" height="12" rx="1" fill="var(--encre-moyenne)" />
    <rect x="20" y="14" width="11" height="17" rx="1" fill="var(--ocre)" />
    <rect x="1" y="20" width="8" height="11" rx="1" fill="var(--encre-claire)" />
    <rect x="10" y="20" width="9" height="11" rx="1" fill="var(--encre-moyenne)" opacity="0.75" />
  </svg>
);

export default function Presentation() {
  return (
    <PageSimple>
      <div className="pile pile-large">
        <div className="accueil-heros">
          <div className="pile">
            <Titre
              surtitre="Logiciel libre pour les intercommunalités et leurs communes"
              chapeau="Des communes distinctes, un ensemble qui tient. Ensemblier vous accompagne du premier recensement au bilan annuel."
            >
              L’atelier de la mutualisation
            </Titre>
            <div className="rang">
              <BoutonLien vers="/connexion">Se connecter</BoutonLien>
              <BoutonLien vers="/accessibilite" ton="secondaire">
                Lire la déclaration d’accessibilité
              </BoutonLien>
            </div>
          </div>
          <Assemblage />
        </div>
        <section className="accueil-parties" aria-label="Ce que fait Ensemblier">
          {PARTIES.map(({ titre, texte }) => (
            <div key={titre} className="pile pile-serree">
              <h2>{titre}</h2>
              <p>{texte}</p>
            </div>
          ))}
        </section>
      </div>
    </PageSimple>
  );
}
