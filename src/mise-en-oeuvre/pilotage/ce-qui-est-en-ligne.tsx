import { formaterJour } from '../../socle/ui/index.ts';
import type { Saisie } from './champs-de-suivi.tsx';
import { LIBELLES_DE_CADRE } from './communication-annuelle.ts';
import type { RedactionDuRapport } from './rapport.ts';

const ecrireEnLigne = (redaction: RedactionDuRapport) =>
  [
    ['seance', 'Séance', redaction.seance ?? '', redaction.seance],
    ['cadre', 'Occasion', redaction.cadre, null],
    ['faits', 'Faits marquants', redaction.faits.join('\n'), null],
    ['gains', 'Gains et hypothèses', redaction.gains, null],
    ['climat', 'Dialogue social et climat', redaction.climat, null],
    ['difficultes', 'Difficultés', redaction.difficultes, null],
    ['achats', 'Groupements de commandes', redaction.achats, null],
    ['parc', 'Partage de biens', redaction.parc, null],
    ['programme', 'Programme de l’année suivante', redaction.programme.join('\n'), null],
  ] as const;

const memeTexte = (a: string, b: string): boolean => a.replaceAll('\r\n', '\n').trim() === b.trim();

/** Ce que l’autre personne a enregistré, là où cela diffère de ce que l’on vient d’écrire. */
export const CeQuiEstEnLigne = ({
  redaction,
  saisie,
  parQui,
}: {
  redaction: RedactionDuRapport;
  saisie: Saisie;
  parQui: string;
}) => (
  <>
    <p>Enregistré par {parQui}, et différent de votre texte :</p>
    <dl>
      {ecrireEnLigne(redaction)
        .filter(([nom, , enLigne]) => !memeTexte(saisie[nom] ?? '', enLigne))
        .map(([nom, libelle, enLigne, jour]) => (
          <div key={nom}>
            <dt>{libelle}</dt>
            <dd className="texte-saisi">
              {nom === 'cadre'
                ? LIBELLES_DE_CADRE[redaction.cadre]
                : jour === null || jour === undefined
                  ? enLigne || 'vide'
                  : formaterJour(jour)}
            </dd>
          </div>
        ))}
    </dl>
  </>
);
