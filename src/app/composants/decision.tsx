import { BandeAcceptabilite, CartesAOrdonner, CurseursPoids } from '../../socle/ui/index.ui.ts';
import { Exemple, Famille } from './exemple.tsx';

/** Ce qui aide à choisir : bandes d’acceptabilité, poids, cartes. */
export const Decision = () => (
  <Famille titre="Décision">
    <Exemple titre="Bande d’acceptabilité">
      <BandeAcceptabilite
        phrase="Quel que soit le poids des critères, le service commun arrive premier dans 7 cas sur 10."
        options={[
          { cle: 'commun', libelle: 'Service commun', acceptabilites: [0.71, 0.22, 0.07] },
          {
            cle: 'prestation',
            libelle: 'Prestation de services',
            acceptabilites: [0.25, 0.61, 0.14],
          },
          { cle: 'seul', libelle: 'Chacun chez soi', acceptabilites: [0.04, 0.17, 0.79] },
        ]}
        precision="10 000 tirages ; l’erreur ne dépasse pas 1 point."
      />
    </Exemple>
    <Exemple titre="Curseurs de poids, avec l’intervalle de stabilité">
      <CurseursPoids
        criteres={[
          { cle: 'cout', libelle: 'Coût', poids: 40, stabilite: { de: 22, a: 58 } },
          { cle: 'proximite', libelle: 'Proximité', poids: 35, stabilite: { de: 10, a: 49 } },
          { cle: 'continuite', libelle: 'Continuité du service', poids: 25 },
        ]}
      />
    </Exemple>
    <Exemple titre="Cartes à ordonner, avec ex æquo et cartes blanches">
      <CartesAOrdonner
        question="Qu’est-ce qui compte le plus pour votre commune ?"
        cartes={[
          {
            cle: 'continuite',
            libelle: 'Continuité du service',
            aide: 'Ne plus fermer en août',
            rang: 6,
          },
          { cle: 'cout', libelle: 'Coût', rang: 3 },
          { cle: 'proximite', libelle: 'Proximité', aide: 'Garder un accueil au village', rang: 3 },
          { cle: 'expertise', libelle: 'Expertise', rang: 2 },
          { cle: 'simplicite', libelle: 'Simplicité', rang: 1 },
        ]}
      />
    </Exemple>
  </Famille>
);
