import { element } from './odt-xml.ts';

type Proprietes = Readonly<Record<string, string>>;

/** Une couleur telle que l’écrit ODF. */
export const couleur = (hexadecimal: string): string => `#${hexadecimal}`;

/** Un style de paragraphe : propriétés du texte, puis du paragraphe. */
export const style = (
  nom: string,
  texte: Proprietes,
  paragraphe: Proprietes,
  plus: Readonly<Record<string, string | undefined>> = {},
): string =>
  element(
    'style:style',
    {
      'style:name': nom,
      'style:family': 'paragraph',
      'style:parent-style-name': 'Standard',
      ...plus,
    },
    element('style:paragraph-properties', paragraphe) + element('style:text-properties', texte),
  );
