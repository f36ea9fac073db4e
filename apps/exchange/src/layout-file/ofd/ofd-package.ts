import { bounds } from '../bounds.js';
import type { ByteSource } from '../byte-source.js';
import { refusal } from '../refusal.js';
import { parseXml, type XmlElement } from '../xml/xml-tree.js';
import { folderOf, resolveLocation } from '../zip/entry-name.js';
import { ZipPackage } from '../zip/zip-package.js';

export const rootName = 'OFD.xml';
/** GM/T 0099-2020: what says how the other parts are encrypted, and what says which parts there may be. */
const encryptionsName = 'Encryptions.xml';
export const entriesName = 'OFDEntries.xml';

/** An OFD (GB/T 33190) as its parts refer to each other. */
export class OfdPackage {
  #parsed = 0;

  private constructor(
    readonly zip: ZipPackage,
    readonly root: XmlElement,
  ) {}

  /** @throws DomainError `exchange.layout.*` */
  static async open(source: ByteSource): Promise<OfdPackage> {
    const zip = await ZipPackage.open(source);
    if (zip.find(encryptionsName)) throw refusal('exchange.layout.encrypted');
    const name = zip.find(rootName);
    if (!name) throw refusal('exchange.layout.not_a_layout_file');
    const root = parseXml(await zip.bytes(name, bounds.xmlBytes), name);
    if (root.name !== 'OFD') throw refusal('exchange.layout.not_a_layout_file');
    return new OfdPackage(zip, root);
  }

  async xml(name: string): Promise<XmlElement> {
    return (await this.xmlWithBytes(name)).xml;
  }

  /** For what is signed, the bytes as well. */
  async xmlWithBytes(name: string): Promise<{ readonly xml: XmlElement; readonly bytes: Buffer }> {
    const bytes = await this.zip.bytes(name, bounds.xmlBytes);
    this.#parsed += bytes.length;
    if (this.#parsed > bounds.xmlTotalBytes) throw refusal('exchange.layout.too_complex', name);
    return { xml: parseXml(bytes, name), bytes };
  }

  /**
   * The entry a location means, seen from the part that names it. Real files count from the root where they should from the folder.
   * @throws DomainError `exchange.layout.path_escapes`
   */
  locate(location: string, from = ''): string | undefined {
    return this.zip.find(resolveLocation(folderOf(from), location)) ?? this.#fromRoot(location);
  }

  #fromRoot(location: string): string | undefined {
    return location.includes('..') ? undefined : this.zip.find(resolveLocation('', location));
  }
}
