import { accorder, formaterNombre, formaterPourcent } from '../../socle/ui/index.ts';
import { BoutonLien, Pastille } from '../../socle/ui/index.ui.ts';
import type { ServiceMontre } from './montrer-grille.ts';

const direScore = ({ score, completude, estEcarte, conseil, estProvisoire }: ServiceMontre) => {
  if (score === null) return 'Aucune note';
  const points = `${formaterNombre(score, { max: 1 })}\u00a0/\u00a0100`;
  if (estEcarte) return `${points}, écarté par un veto`;
  if (conseil === null) {
    return `${points} provisoire\u00a0: ${formaterPourcent(completude)} du poids noté, trop peu pour classer`;
  }
  return estProvisoire
    ? `${points} provisoire (${formaterPourcent(completude)} du poids noté)\u00a0: ${conseil.toLowerCase()}`
    : `${points}\u00a0: ${conseil.toLowerCase()}`;
};

const Ligne = ({
  montre,
  chemin,
  peutEvaluer,
}: {
  montre: ServiceMontre;
  chemin: string;
  peutEvaluer: boolean;
}) => (
  <li className="perimetres-ligne">
    <div className="perimetres-ligne-texte">
      <strong>{montre.libelle}</strong>
      <span>{direScore(montre)}</span>
      <span className="rang petit">
        {montre.evaluateurs === 0
          ? 'Personne n’a encore noté'
          : `Noté par ${accorder(montre.evaluateurs, 'personne')}`}
        {montre.aDebattre.length === 0 ? null : (
          <Pastille etat="attention">
            à débattre : {montre.aDebattre.join(', ').toLowerCase()}
          </Pastille>
        )}
        {peutEvaluer && montre.estNoteParMoi ? (
          <Pastille etat="fait">noté par vous</Pastille>
        ) : null}
      </span>
    </div>
    {peutEvaluer ? (
      <BoutonLien
        vers={`${chemin}/services/${montre.service}`}
        ton={montre.estNoteParMoi ? 'secondaire' : 'principal'}
      >
        {montre.estNoteParMoi ? 'Revoir mes notes' : 'Noter'}
        <span className="invisible"> : {montre.libelle}</span>
      </BoutonLien>
    ) : null}
  </li>
);

/** Les services d’une grille : le score et ce qu’il vaut, le dissensus, et le geste attendu de moi. */
export const ListeDesServices = ({
  services,
  chemin,
  peutEvaluer,
}: {
  services: readonly ServiceMontre[];
  chemin: string;
  peutEvaluer: boolean;
}) => (
  <ul className="perimetres-liste">
    {services.map((montre) => (
      <Ligne key={montre.service} montre={montre} chemin={chemin} peutEvaluer={peutEvaluer} />
    ))}
  </ul>
);
