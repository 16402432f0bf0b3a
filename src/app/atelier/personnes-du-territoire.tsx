import { Form } from 'react-router';
import type { AccesDUnePersonne } from '../../socle/acces/index.server.ts';
import { ROLES } from '../../socle/acces/index.ts';
import { formaterJourCourt } from '../../socle/ui/index.ts';
import {
  Bouton,
  ChampChoix,
  ChampSelection,
  ChampTexte,
  Tableau,
} from '../../socle/ui/index.ui.ts';

export interface PersonneMontree extends AccesDUnePersonne {
  readonly roleEcrit: string;
  readonly commune: string | null;
}

/** Les comptes qui ont accès au territoire, et l’invitation d’une personne. */
export const PersonnesDuTerritoire = ({
  personnes,
  communes,
  erreurs,
}: {
  personnes: readonly PersonneMontree[];
  communes: readonly { readonly siren: string; readonly nom: string }[];
  erreurs: Readonly<Record<string, string>>;
}) => (
  <section className="pile" aria-labelledby="personnes">
    <h2 id="personnes">Personnes qui ont un compte</h2>
    <Tableau
      legende="Comptes et rôles"
      legendeVisible={false}
      colonnes={[
        { titre: 'Personne' },
        { titre: 'Courriel' },
        { titre: 'Rôle' },
        { titre: 'Depuis' },
        { titre: 'Geste' },
      ]}
      lignes={personnes.map(({ personneId, nom, courriel, roleEcrit, commune, creeLe }) => ({
        cle: personneId,
        cellules: [
          nom,
          courriel,
          commune === null ? roleEcrit : `${roleEcrit} (${commune})`,
          formaterJourCourt(creeLe),
          <Form key="geste" method="post">
            <input type="hidden" name="id" value={personneId} />
            <Bouton
              name="geste"
              value="retirer"
              ton="danger"
              taille="petite"
              aria-label={`Retirer l’accès de ${nom}`}
            >
              Retirer
            </Bouton>
          </Form>,
        ],
      }))}
    />
    <Form method="post" className="formulaire carte">
      <h3>Inviter une personne, ou changer son rôle</h3>
      <ChampTexte nom="nom" libelle="Prénom et nom" obligatoire erreur={erreurs.nom} />
      <ChampTexte
        nom="courriel"
        libelle="Courriel professionnel"
        type="email"
        obligatoire
        erreur={erreurs.courriel}
      />
      <ChampChoix
        nom="role"
        libelle="Rôle"
        obligatoire
        erreur={erreurs.role}
        choix={Object.entries(ROLES).map(([valeur, { libelle, description }]) => ({
          valeur,
          libelle,
          aide: description,
        }))}
      />
      <ChampSelection
        nom="collectivite"
        libelle="Commune"
        aide="Pour le rôle commune, et pour un élu qui ne suit que sa commune."
        options={communes.map(({ siren, nom }) => ({ valeur: siren, libelle: nom }))}
      />
      <div>
        <Bouton name="geste" value="inviter" ton="secondaire">
          Inviter
        </Bouton>
      </div>
    </Form>
  </section>
);
