import type { ReactNode } from 'react';
import { accorder } from './formats.ts';
import { Icone } from './icone.tsx';

export type EtapeDepot = 'deposer' | 'verifier' | 'valider';

const ETAPES: readonly { cle: EtapeDepot; titre: string }[] = [
  { cle: 'deposer', titre: 'Déposer' },
  { cle: 'verifier', titre: 'Vérifier' },
  { cle: 'valider', titre: 'Valider' },
];

export interface ResumeDepot {
  pretes: number;
  aConfirmer: number;
  bloquees: number;
}

const Resume = ({ resume, actions }: { resume: ResumeDepot; actions?: ReactNode }) => (
  <section className="depot-resume" aria-label="Résumé du dépôt">
    <p role="status">
      <span className="depot-pretes">
        <Icone nom="valide" taille={18} /> {accorder(resume.pretes, 'ligne')}{' '}
        {resume.pretes > 1 ? 'prêtes' : 'prête'}
      </span>
      <span className="depot-confirmer">
        <Icone nom="alerte" taille={18} /> {resume.aConfirmer} à confirmer
      </span>
      <span className="depot-bloquees">
        <Icone nom="interdit" taille={18} /> {accorder(resume.bloquees, 'bloquée')}
      </span>
    </p>
    {actions === undefined ? null : <div className="rang">{actions}</div>}
  </section>
);

/**
 * Un dépôt en trois temps : déposer, vérifier, valider. Rien n’est écrit avant « valider » ; le
 * résumé reste sous les yeux pendant la vérification.
 */
export const Depot = ({
  etape,
  resume,
  actions,
  children,
}: {
  etape: EtapeDepot;
  resume?: ResumeDepot | undefined;
  actions?: ReactNode;
  children: ReactNode;
}) => {
  const courante = ETAPES.findIndex(({ cle }) => cle === etape);
  return (
    <div className="depot">
      <ol className="depot-etapes" aria-label="Étapes du dépôt">
        {ETAPES.map(({ cle, titre }, rang) => (
          <li
            key={cle}
            aria-current={rang === courante ? 'step' : undefined}
            className={rang < courante ? 'depot-etape-faite' : undefined}
          >
            <span className="depot-numero" aria-hidden="true">
              {rang < courante ? <Icone nom="valide" taille={16} /> : rang + 1}
            </span>
            {titre}
            {rang < courante ? <span className="invisible"> (fait)</span> : null}
          </li>
        ))}
      </ol>
      {resume === undefined ? null : <Resume resume={resume} actions={actions} />}
      {children}
    </div>
  );
};
