import type { Partie } from '../convention.ts';
import type { ContenuServiceCommun } from '../service-commun/contenu.ts';
import type { SectionDeRedaction } from '../service-commun/edition.ts';
import { SectionAgents } from './section-agents.tsx';
import { SectionDuree } from './section-duree.tsx';
import { SectionFinances } from './section-finances.tsx';
import { SectionObjet } from './section-objet.tsx';
import { SectionParties } from './section-parties.tsx';
import { SectionService } from './section-service.tsx';

/** Les champs de la section ouverte. */
export const SectionEnCours = ({
  section,
  contenu,
  parties,
  communes,
  simulation,
}: {
  section: SectionDeRedaction;
  contenu: ContenuServiceCommun;
  parties: readonly Partie[];
  communes: readonly { readonly siren: string; readonly nom: string }[];
  simulation: string | null;
}) => {
  switch (section) {
    case 'objet':
      return <SectionObjet contenu={contenu} parties={parties} />;
    case 'service':
      return <SectionService contenu={contenu} />;
    case 'agents':
      return <SectionAgents contenu={contenu} />;
    case 'finances':
      return <SectionFinances contenu={contenu} simulation={simulation} />;
    case 'duree':
      return <SectionDuree contenu={contenu} />;
    case 'parties':
      return <SectionParties parties={parties} communes={communes} />;
  }
};
