const MAXIMUM = 10;

/** « A, B et C » ; au-delà de dix, les dix premiers et le nombre des autres. */
export const enumerer = (noms: readonly string[]): string => {
  if (noms.length > MAXIMUM + 1) {
    return `${noms.slice(0, MAXIMUM).join(', ')} et ${noms.length - MAXIMUM} autres`;
  }
  const dernier = noms.at(-1) ?? '';
  return noms.length < 2 ? dernier : `${noms.slice(0, -1).join(', ')} et ${dernier}`;
};
