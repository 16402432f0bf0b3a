/**
 * Identifiant UUIDv7 : trié par date de création, engendré par l’application pour ne rien exiger
 * de propre à une version de PostgreSQL (RFC 9562, § 5.7).
 * @param instant millisecondes depuis 1970
 * @param hasard 10 octets aléatoires
 */
export const composerUuidv7 = (instant: number, hasard: Uint8Array): string => {
  const octets = new Uint8Array(16);
  let reste = instant;
  for (let rang = 5; rang >= 0; rang -= 1) {
    octets[rang] = reste % 256;
    reste = Math.floor(reste / 256);
  }
  octets.set(hasard.subarray(0, 10), 6);
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x70;
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80;
  const hexa = [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('');
  return `${hexa.slice(0, 8)}-${hexa.slice(8, 12)}-${hexa.slice(12, 16)}-${hexa.slice(16, 20)}-${hexa.slice(20)}`;
};
