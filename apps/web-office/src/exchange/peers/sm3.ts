const rotated = (word: number, by: number): number => (word << (by % 32)) | (word >>> ((32 - (by % 32)) % 32));
const p0 = (word: number): number => word ^ rotated(word, 9) ^ rotated(word, 17);
const p1 = (word: number): number => word ^ rotated(word, 15) ^ rotated(word, 23);
const initial = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];

/** The message, a one, zeros, and the length in bits as 64 (GB/T 32905-2016 §5.2). */
function padded(message: Uint8Array): DataView {
  const size = Math.ceil((message.length + 9) / 64) * 64;
  const bytes = new Uint8Array(size);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(size - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(size - 4, (message.length * 8) >>> 0);
  return view;
}

/** 132 words out of the 16 of a block (§5.3.2); the second 64 are pairs of the first 68. */
function expanded(view: DataView, offset: number): number[] {
  const w = Array.from({ length: 16 }, (_, at) => view.getInt32(offset + at * 4));
  for (let at = 16; at < 68; at += 1) w.push(p1(w[at - 16]! ^ w[at - 9]! ^ rotated(w[at - 3]!, 15)) ^ rotated(w[at - 13]!, 7) ^ w[at - 6]!);
  return w;
}

/** §5.3.3 */
function compressed(state: readonly number[], w: readonly number[]): number[] {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at += 1) {
    const early = at < 16;
    const ss1 = rotated((rotated(a, 12) + e + rotated(early ? 0x79cc4519 : 0x7a879d8a, at)) | 0, 7);
    const ss2 = ss1 ^ rotated(a, 12);
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + ss2 + (w[at]! ^ w[at + 4]!)) | 0;
    const tt2 = (gg + h + ss1 + w[at]!) | 0;
    [d, c, b, a] = [c, rotated(b, 9), a, tt1];
    [h, g, f, e] = [g, rotated(f, 19), e, p0(tt2)];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => word ^ state[at]!);
}

/**
 * SM3 digest (GB/T 32905-2016) in hexadecimal, 64 digits. Browsers have none; here it names a key that a person compares by
 * telephone before anything is sent, so it must not come from the server that is to be trusted.
 */
export function sm3Hex(message: Uint8Array): string {
  const view = padded(message);
  let state: number[] = initial;
  for (let offset = 0; offset < view.byteLength; offset += 64) state = compressed(state, expanded(view, offset));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
