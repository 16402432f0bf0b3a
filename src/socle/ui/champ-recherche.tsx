import { Select } from '@mantine/core';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/CloseButton.css';
import { CadreMantine } from './cadre-mantine.tsx';
import type { ProprietesRecherche } from './champ.tsx';
import { simplifier } from './dense/lignes-denses.ts';
import { Texte } from './texte.tsx';

/** La liste où l’on tape, chargée à la demande par ChampSelection ; elle porte libellé, aide et erreur. */
export const ChampRecherche = ({ champ, options, retenue, vide }: ProprietesRecherche) => (
  <CadreMantine>
    <Select
      name={champ.nom}
      required={champ.obligatoire === true}
      label={
        <>
          <Texte>{champ.libelle}</Texte>
          {champ.obligatoire === true ? null : (
            <span className="champ-facultatif"> (facultatif)</span>
          )}
        </>
      }
      withAsterisk={false}
      description={champ.aide}
      error={champ.erreur}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      classNames={{
        root: champ.erreur === undefined ? 'champ' : 'champ champ-en-erreur',
        label: 'champ-libelle',
        description: 'champ-aide',
        error: 'champ-erreur',
        input: 'saisie',
      }}
      data={options.map(({ valeur, libelle }) => ({ value: valeur, label: libelle }))}
      defaultValue={retenue === '' ? null : retenue}
      placeholder={vide}
      searchable
      withScrollArea={false}
      maxDropdownHeight={280}
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage="Aucun résultat"
      filter={({ options: proposees, search }) => {
        const cherche = simplifier(search);
        return proposees.filter(
          (option) => !('label' in option) || simplifier(option.label).includes(cherche),
        );
      }}
    />
  </CadreMantine>
);
