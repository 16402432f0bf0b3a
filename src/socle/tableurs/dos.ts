/** Les 128 caractères hauts de la page de codes 850, celle des logiciels sous DOS. */
const HAUTS = [
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ',
  'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐',
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀',
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
].join('');

/** Octets de é, è, ê, ç sous DOS ; é, è de Mac Roman ; é, è, ê, à, ç, ô, ù de Windows-1252. */
const ACCENTS_DOS = new Set([0x82, 0x8a, 0x88, 0x87]);
const ACCENTS_MAC = new Set([0x8e, 0x8f]);
const ACCENTS_1252 = new Set([0xe9, 0xe8, 0xea, 0xe0, 0xe7, 0xf4, 0xf9]);

/** Un export de logiciel sous DOS (page de codes 850) : ses lettres accentuées sont à une place à elles. */
export const estPageDos = (octets: Uint8Array): boolean => {
  const comptes = { dos: 0, mac: 0, windows: 0 };
  for (const octet of octets) {
    if (ACCENTS_DOS.has(octet)) comptes.dos += 1;
    else if (ACCENTS_MAC.has(octet)) comptes.mac += 1;
    else if (ACCENTS_1252.has(octet)) comptes.windows += 1;
  }
  return comptes.dos >= 2 && comptes.dos > comptes.mac && comptes.dos > comptes.windows;
};

/** Décode la page de codes 850, que le décodeur de la plateforme ne connaît pas. */
export const decoderPageDos = (octets: Uint8Array): string => {
  const morceaux: string[] = [];
  for (let i = 0; i < octets.length; i += 8192)
    morceaux.push(
      Array.from(octets.subarray(i, i + 8192), (octet) =>
        octet < 0x80 ? String.fromCharCode(octet) : (HAUTS[octet - 0x80] ?? ''),
      ).join(''),
    );
  return morceaux.join('');
};
