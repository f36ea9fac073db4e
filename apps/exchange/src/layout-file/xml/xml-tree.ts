import { SaxesParser } from 'saxes';
import { bounds } from '../bounds.js';
import { broken, refusal } from '../refusal.js';

/** An element under its local name: producers of OFD differ in prefix and namespace, not in names. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a small document without document type, entities or external anything.
 * @param about its name, for the refusal
 * @throws DomainError `exchange.layout.broken`, `exchange.layout.xml_refused`, `exchange.layout.too_complex`
 */
export function parseXml(bytes: Buffer, about: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let nodes = 0;
  parser.on('doctype', () => {
    throw refusal('exchange.layout.xml_refused', about);
  });
  parser.on('error', (error) => {
    throw /entity/i.test(error.message) ? refusal('exchange.layout.xml_refused', about) : broken(about);
  });
  parser.on('opentag', ({ name, attributes }) => {
    nodes += 1 + Object.keys(attributes).length;
    if (open.length >= bounds.xmlDepth || nodes > bounds.xmlNodes) throw refusal('exchange.layout.too_complex', about);
    const element: XmlElement = {
      name: localName(name),
      attributes: new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(decode(bytes, about)).close();
  if (!root) throw broken(about);
  return root;
}

/** GB/T 33190 wants UTF-8; a declaration or a byte order mark that says otherwise is followed. */
function decode(bytes: Buffer, about: string): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  const declared = /^<\?xml[^>]{0,100}encoding=["']([\w-]{1,20})["']/.exec(bytes.toString('latin1', 0, 200))?.[1]?.toLowerCase();
  const chinese = declared !== undefined && /^gb(k|2312|18030)$/.test(declared);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : chinese ? 'gb18030' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw broken(about);
  }
}

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** The trimmed text of a child; nothing where it is absent or empty. */
export const textOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.text.trim() || undefined;
