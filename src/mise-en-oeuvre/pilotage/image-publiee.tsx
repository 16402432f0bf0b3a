import { ajouterJours, joursEntre } from '../../moteurs/calendrier/index.ts';
import { formaterJour, formaterMontantEuros } from '../../socle/ui/index.ts';
import { type Etat, Frise, Pastille, Tableau } from '../../socle/ui/index.ui.ts';
import type { CarteDesParticipations } from './carte-des-participations.ts';
import { ecrireAvancement } from './ecrire-avancement.ts';
import { ETATS_D_ACTION } from './etats-d-action.ts';
import { ParticipationsDesCommunes } from './participations-des-communes.tsx';
import type { ContenuPublie } from './publication.ts';

const A_L_ARRET: readonly string[] = [ETATS_D_ACTION.suspendue, ETATS_D_ACTION.abandonnee];

const jugerEtat = (etat: string, enRetard: boolean, avancement: number): Etat => {
  if (enRetard || A_L_ARRET.includes(etat)) return 'attention';
  return avancement === 100 ? 'fait' : 'en-cours';
};

const Actions = ({ actions }: Pick<ContenuPublie, 'actions'>) => (
  <ul className="pilotage-actions">
    {actions.map(({ code, titre, forme, avancement, etat, enRetard, fin, communes }) => (
      <li key={code} className="carte pile pile-serree">
        <h3>{titre}</h3>
        <p className="rang">
          <Pastille etat={jugerEtat(etat, enRetard, avancement)}>
            {enRetard ? `${etat}, en retard` : etat}
          </Pastille>
          <span>
            {forme}, {communes} membre{communes > 1 ? 's' : ''}
            {fin === null ? '' : `, dernière étape prévue le ${formaterJour(fin)}`}
          </span>
        </p>
        <p>Avancement : {ecrireAvancement(avancement / 100)}</p>
        <progress
          className="pilotage-avancement"
          aria-label={`Avancement : ${titre}`}
          max={100}
          value={avancement}
        />
      </li>
    ))}
  </ul>
);

const Couts = ({ couts }: { couts: NonNullable<ContenuPublie['couts']> }) => (
  <Tableau
    legende={`Ce que les services mutualisés ${couts.estPrevu === true ? 'devraient coûter' : 'ont coûté'} en ${couts.annee}`}
    colonnes={[
      { titre: 'Service' },
      { titre: 'Coût net', estNombre: true },
      { titre: 'À la charge des communes', estNombre: true },
    ]}
    lignes={couts.services.map(({ nom, cout, refacture }) => ({
      cle: nom,
      cellules: [nom, formaterMontantEuros(BigInt(cout)), formaterMontantEuros(BigInt(refacture))],
    }))}
    total={
      couts.services.length === 1
        ? undefined
        : [
            'Total',
            formaterMontantEuros(BigInt(couts.cout)),
            formaterMontantEuros(BigInt(couts.refacture)),
          ]
    }
  />
);

const Adoption = ({ contenu }: { contenu: ContenuPublie }) => {
  const jours = contenu.adoption.flatMap(({ debut, fin }) => [debut, fin]).toSorted();
  const debut = jours[0] ?? contenu.arreteAu;
  const dernier = [...jours, contenu.arreteAu].toSorted().at(-1) ?? contenu.arreteAu;
  // De la place après aujourd’hui, pour que son nom tienne dans la frise.
  const fin = ajouterJours(dernier, 10 + Math.ceil(joursEntre(debut, dernier) / 6));
  return (
    <Frise
      debut={debut}
      fin={fin}
      aujourdhui={contenu.arreteAu}
      pistes={contenu.adoption.map((etape) => ({
        cle: etape.libelle,
        titre: etape.libelle,
        evenements: [
          {
            cle: etape.libelle,
            debut: etape.debut,
            fin: etape.fin,
            etat: etape.estFaite ? ('fait' as const) : ('en-cours' as const),
          },
        ],
      }))}
    />
  );
};

/** L’image publiée, telle que les habitants la lisent ; sert aussi à la relire avant de publier. */
export const ImagePubliee = ({
  contenu,
  participations,
}: {
  contenu: ContenuPublie;
  participations: CarteDesParticipations;
}) => (
  <div className="pile pile-large">
    <section className="pile" aria-labelledby="actions">
      <h2 id="actions">
        {contenu.avancement === null
          ? 'Les actions du schéma'
          : `Le schéma est réalisé à ${ecrireAvancement(contenu.avancement)}`}
      </h2>
      {contenu.actions.length === 0 ? (
        <p>Aucune action n’est encore lancée.</p>
      ) : (
        <Actions actions={contenu.actions} />
      )}
    </section>
    <section className="pile" aria-labelledby="communes">
      <h2 id="communes">Quelles communes participent ?</h2>
      <ParticipationsDesCommunes participations={participations} />
    </section>
    {contenu.adoption.length === 0 ? null : (
      <section className="pile" aria-labelledby="adoption">
        <h2 id="adoption">Comment le schéma a été adopté</h2>
        <Adoption contenu={contenu} />
      </section>
    )}
    <section className="pile" aria-labelledby="couts">
      <h2 id="couts">Ce que cela coûte</h2>
      {contenu.couts === null ? (
        <p>Aucun coût n’est encore publié : les premiers comptes arrivent en fin d’exercice.</p>
      ) : (
        <>
          <p>
            Les communes du service en paient{' '}
            {formaterMontantEuros(BigInt(contenu.couts.refacture))} ; le reste est payé par
            l’intercommunalité.
          </p>
          <Couts couts={contenu.couts} />
        </>
      )}
    </section>
  </div>
);
