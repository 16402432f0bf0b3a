import type { ReactNode } from 'react';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from 'react-router';
import '../socle/ui/styles/index.css';
import { useRetenirLEnvoi } from './envoi-retenu.tsx';
import { PageErreur } from './page-erreur.tsx';

export const links = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }];

export const Layout = ({ children }: { children: ReactNode }) => (
  <html lang="fr">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content="#082b31" />
      <Meta />
      <Links />
    </head>
    <body>
      {children}
      <ScrollRestoration />
      <Scripts />
    </body>
  </html>
);

export const ErrorBoundary = () => <PageErreur erreur={useRouteError()} />;

export default function Racine() {
  useRetenirLEnvoi();
  return <Outlet />;
}
