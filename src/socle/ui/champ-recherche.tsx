import { Select } from '@mantine/core';
import '@mantine/core/styles/baseline.css';
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

/** La liste où l’on tape, chargée à la demande par ChampSelection. */
export const ChampRecherche = ({ liens, options, retenue, vide }: ProprietesRecherche) => (
  <CadreMantine>
    <Select
      id={liens.id}
      name={liens.name}
      required={liens.required}
      aria-describedby={liens['aria-describedby']}
      error={liens['aria-invalid'] === true}
      data={options.map(({ valeur, libelle }) => ({ value: valeur, label: libelle }))}
      defaultValue={retenue === '' ? null : retenue}
      placeholder={vide}
      searchable
      withScrollArea={false}
      maxDropdownHeight={280}
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
