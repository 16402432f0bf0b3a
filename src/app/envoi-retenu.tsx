import { useEffect } from 'react';
import { type SubmitOptions, useNavigation, useSubmit } from 'react-router';
import { Bouton } from '../socle/ui/index.ui.ts';

interface Envoi {
  readonly formulaire: FormData;
  readonly vers: SubmitOptions;
}

/** L’envoi parti du navigateur et dont rien ne dit encore qu’il est reçu (jamais rempli sur le serveur). */
let enAttente: Envoi | null = null;

/**
 * Retient ce que la personne vient d’envoyer, jusqu’à ce que le serveur l’ait traité : si la base s’arrête
 * à ce moment, sa saisie n’est pas à retaper.
 */
export const useRetenirLEnvoi = (): void => {
  const { state, formData, formAction, formEncType, formMethod } = useNavigation();
  useEffect(() => {
    if (state === 'idle') return;
    enAttente =
      state === 'submitting' && formMethod === 'POST' && formData !== undefined
        ? {
            formulaire: formData,
            vers: { method: 'post', action: formAction, encType: formEncType },
          }
        : null;
  }, [state, formData, formAction, formEncType, formMethod]);
};

/** Le bouton qui refait le même envoi ; rien s’il n’y en a pas eu. */
export const EnvoyerDeNouveau = () => {
  const envoyer = useSubmit();
  const envoi = enAttente;
  if (envoi === null) return null;
  return (
    <div className="pile">
      <p className="lecture">
        Votre saisie est gardée tant que vous ne fermez pas cette page : attendez que le service
        réponde, puis envoyez-la de nouveau d’ici.
      </p>
      <p>
        <Bouton
          type="button"
          onClick={() => {
            void envoyer(envoi.formulaire, envoi.vers);
          }}
        >
          Envoyer de nouveau
        </Bouton>
      </p>
    </div>
  );
};
