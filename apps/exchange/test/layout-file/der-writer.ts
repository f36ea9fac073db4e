/** DER for samples: contents in, element out. */
export function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const shortest = length.subarray(length.findIndex((byte) => byte !== 0));
  const header = content.length < 0x80 ? [content.length] : [0x80 | shortest.length, ...shortest];
  return Buffer.concat([Buffer.of(tag, ...header), content]);
}
export const sequence = (...contents: Uint8Array[]): Buffer => der(0x30, ...contents);
export const set = (...contents: Uint8Array[]): Buffer => der(0x31, ...contents);
export const number = (value: number): Buffer => der(0x02, Buffer.of(value));
export const octets = (value: Uint8Array): Buffer => der(0x04, value);
export const bits = (value: Uint8Array): Buffer => der(0x03, Buffer.of(0), value);
export const utf8 = (value: string): Buffer => der(0x0c, Buffer.from(value));
export const ia5 = (value: string): Buffer => der(0x16, Buffer.from(value));
export const noValue = Buffer.of(5, 0);

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const digits = [first * 40 + second, ...rest].flatMap((arc) => {
    const parts = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) parts.unshift((left & 0x7f) | 0x80);
    return parts;
  });
  return der(0x06, Buffer.from(digits));
}

const stamp = (time: string): string => new Date(time).toISOString().replace(/\.\d{3}|[-:T]/g, '');
export const generalizedTime = (time: string): Buffer => der(0x18, Buffer.from(stamp(time)));
export const utcTime = (time: string): Buffer => der(0x17, Buffer.from(stamp(time).slice(2)));
