import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as it is to stand in the archive; what is given beyond name and content may be a lie. */
export interface Part {
  readonly name: string | Buffer;
  readonly content?: Buffer | string;
  readonly stored?: boolean;
  readonly unpacked?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** The name in the local header, if another. */
  readonly localName?: string;
  /** Where the directory says that it lies. */
  readonly offset?: number;
}

export function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const { local, central } = written(part, at);
    locals.push(local);
    directory.push(central);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}

function written(part: Part, at: number): { readonly local: Buffer; readonly central: Buffer } {
  const content = Buffer.from(part.content ?? '');
  const packed = part.stored ? content : deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(part.flags ?? 0x800, 2);
  common.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 4);
  common.writeUInt32LE(part.crc ?? crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(part.unpacked ?? content.length, 18);
  const name = Buffer.from(part.name);
  const localName = Buffer.from(part.localName ?? name);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  withName(common, name).copy(central, 6);
  central.writeUInt32LE(part.offset ?? at, 42);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), withName(common, localName), localName, packed]),
    central: Buffer.concat([central, name]),
  };
}

function withName(common: Buffer, name: Buffer): Buffer {
  const header = Buffer.from(common);
  header.writeUInt16LE(name.length, 22);
  return header;
}
