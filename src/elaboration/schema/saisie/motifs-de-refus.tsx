import type { ReactNode } from 'react';
import type { Refus } from '../../../moteurs/resultat/index.ts';
import { Encadre, RefusMotive } from '../../../socle/ui/index.ui.ts';

type Motif = Refus & { readonly ou?: string };

const ecrire = ({ message, ou }: Motif): string =>
  ou === undefined || message.includes(ou) ? message : `${message} (${ou})`;

/** Un geste refusé : ce qui manque, l’article s’il y en a un, et le geste qui y mène. */
export const MotifsDeRefus = ({
  titre,
  refus,
  quiPeutAgir,
  action,
}: {
  titre: string;
  refus: readonly Motif[];
  quiPeutAgir?: string;
  action?: ReactNode;
}) => {
  const articles = [...new Set(refus.flatMap(({ article }) => article ?? []))];
  if (articles.length === 0 && action === undefined) {
    return (
      <Encadre ton="refus" titre={titre} annonce>
        <ul>
          {refus.map((motif) => (
            <li key={motif.message}>{ecrire(motif)}</li>
          ))}
        </ul>
      </Encadre>
    );
  }
  return (
    <RefusMotive
      niveau={2}
      titre={titre}
      manques={refus.map(ecrire)}
      article={articles.join(' ; ')}
      quiPeutAgir={quiPeutAgir}
      action={action}
    />
  );
};
