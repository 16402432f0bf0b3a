/** Des tuiles inégales qui forment un tout : les communes et leur intercommunalité. */
export const Logo = ({ taille = 32, titre }: { taille?: number; titre?: string | undefined }) => (
  <svg
    className="logo"
    width={taille}
    height={taille}
    viewBox="0 0 32 32"
    role={titre === undefined ? undefined : 'img'}
    aria-label={titre}
    aria-hidden={titre === undefined ? true : undefined}
    focusable="false"
  >
    <g fill="currentColor">
      <rect x="1" y="1" width="18" height="18" rx="2.5" />
      <rect x="21" y="1" width="10" height="12" rx="2" />
      <rect x="1" y="21" width="8" height="10" rx="2" />
      <rect x="11" y="21" width="8" height="10" rx="2" />
    </g>
    <rect className="logo-accent" x="21" y="15" width="10" height="16" rx="2" />
  </svg>
);
