import { useState } from 'react';
import { Bouton, Encadre, Tableau } from '../../socle/ui/index.ui.ts';
import type { LienNouveau } from './gestes-d-acces.server.ts';

/** L’adresse à copier ; le bouton n’apparaît utile qu’avec JavaScript, le texte se sélectionne sans. */
const Copie = ({ texte, quoi }: { texte: string; quoi: string }) => {
  const [estCopie, setEstCopie] = useState(false);
  return (
    <Bouton
      type="button"
      ton="secondaire"
      taille="petite"
      icone="lien"
      aria-label={`Copier ${quoi}`}
      onClick={() => {
        void navigator.clipboard.writeText(texte).then(() => setEstCopie(true));
      }}
    >
      {estCopie ? 'Copié' : 'Copier'}
    </Bouton>
  );
};

/** Les liens qui viennent d’être créés : leur adresse ne sera plus jamais montrée. */
export const LiensNouveaux = ({ liens }: { liens: readonly LienNouveau[] }) => (
  <section className="pile" aria-labelledby="nouveaux">
    <h2 id="nouveaux">{liens.length > 1 ? 'Les liens à transmettre' : 'Le lien à transmettre'}</h2>
    <Encadre ton="attention" titre="Copiez maintenant">
      <p>
        Par sûreté, Ensemblier ne garde pas ces adresses : elles ne seront plus montrées. Un lien
        perdu se remplace par un nouveau.
      </p>
    </Encadre>
    {liens.length > 1 ? (
      <Copie
        texte={liens.map(({ pour, adresse }) => `${pour}\t${adresse}`).join('\n')}
        quoi="tous les liens"
      />
    ) : null}
    <Tableau
      legende="Liens personnels créés"
      legendeVisible={false}
      colonnes={[
        { titre: 'Pour' },
        { titre: 'Adresse' },
        { titre: 'Valable jusqu’au' },
        { titre: 'Geste' },
      ]}
      lignes={liens.map(({ pour, adresse, expireLe }) => ({
        cle: adresse,
        cellules: [
          pour,
          <code key="adresse">{adresse}</code>,
          expireLe,
          <Copie key="copie" texte={adresse} quoi={`le lien de ${pour}`} />,
        ],
      }))}
    />
  </section>
);
