/** Tracés maison sur une grille de 24 ; décoratifs, toujours doublés d’un texte. */
const TRACES = {
  alerte: 'M12 4 21 20H3Z M12 10v4 M12 17v.01',
  annuler: 'M9 14 4 9l5-5 M4 9h10a6 6 0 0 1 0 12h-3',
  bas: 'm6 9 6 6 6-6',
  calendrier: 'M4 6h16v14H4Z M4 10h16 M8 3v4 M16 3v4',
  carte: 'M9 4 3 6v14l6-2 6 2 6-2V4l-6 2Z M9 4v14 M15 6v14',
  commentaire: 'M4 5h16v11H11l-5 4v-4H4Z',
  compte: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z M4 21a8 8 0 0 1 16 0',
  croix: 'M6 6l12 12 M18 6 6 18',
  deposer: 'M12 16V4 M7 9l5-5 5 5 M4 16v4h16v-4',
  document: 'M6 3h8l4 4v14H6Z M14 3v4h4 M9 12h6 M9 16h6',
  droite: 'm9 6 6 6-6 6',
  fleche: 'M5 12h14 M13 6l6 6-6 6',
  gauche: 'm15 6-6 6 6 6',
  haut: 'm6 15 6-6 6 6',
  horloge: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M12 7v5l3 2',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M12 11v5 M12 8v.01',
  interdit: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M6 6l12 12',
  lien: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1 M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  loupe: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z M20 20l-4-4',
  plan: 'M4 6h16 M4 12h16 M4 18h16',
  plus: 'M12 5v14 M5 12h14',
  telecharger: 'M12 4v12 M7 11l5 5 5-5 M4 20h16',
  valide: 'm5 12 5 5L20 7',
} as const;

export type NomIcone = keyof typeof TRACES;

export const Icone = ({ nom, taille = 20 }: { nom: NomIcone; taille?: number }) => (
  <svg
    className="icone"
    width={taille}
    height={taille}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={TRACES[nom]} />
  </svg>
);
