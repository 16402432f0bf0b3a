/** Toute adresse inconnue : la page d’erreur générale dit quoi faire. */
export const loader = () => {
  throw new Response(null, { status: 404, statusText: 'Page introuvable' });
};

export default function Introuvable() {
  return null;
}
