/** CRC-32C (Castagnoli, RFC 3720 appendix B.4), as Cloud Storage states it for each object. */

const REVERSED_POLYNOMIAL = 0x82f63b78;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ REVERSED_POLYNOMIAL : value >>> 1;
  return value;
});

/** @returns the checksum of all bytes so far, given that of the bytes before `chunk` (0 at the start). */
export function crc32c(chunk: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of chunk) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

/** @returns the checksum as Cloud Storage writes it: base64 of its four bytes, the highest first. */
export function crc32cText(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes.toString('base64');
}
