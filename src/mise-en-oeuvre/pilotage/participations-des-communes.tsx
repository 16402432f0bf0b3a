import { CarteTerritoire, MatriceCommunesServices } from '../../socle/ui/index.ui.ts';
import type { CarteDesParticipations } from './carte-des-participations.ts';

const STATUTS = [
  { cle: 'participe', signe: '●', libelle: 'participe', etat: 'fait' },
  { cle: 'prevu', signe: '◔', libelle: 'participation prévue par le schéma', etat: 'en-cours' },
] as const;

/** Qui participe à quoi : la carte, puis la matrice datée, puis la liste que porte la carte. */
export const ParticipationsDesCommunes = ({
  participations,
}: {
  participations: CarteDesParticipations;
}) => (
  <div className="pile">
    <CarteTerritoire
      titre="Services mutualisés, en place ou à venir, par commune"
      fond={participations.fond}
      valeurs={participations.valeurs}
      legende={participations.legende}
    />
    {participations.colonnes.length === 0 ? null : (
      <MatriceCommunesServices
        legende="Communes et services mutualisés"
        services={participations.colonnes}
        communes={participations.lignes}
        statuts={STATUTS}
      />
    )}
  </div>
);
