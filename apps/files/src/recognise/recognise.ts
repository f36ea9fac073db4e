import { DomainError } from '@karez/kernel';
import { fileTypeFromBuffer } from 'file-type';
import { type AcceptedType, byMagic, textTypes } from './accepted-types.js';
import type { ByteSource } from './byte-source.js';
import { isCompoundFile, recogniseCompoundFile } from './compound-file.js';
import { isText } from './text.js';
import { recogniseZip } from './zip.js';
import { endsAsZip } from './zip-directory.js';

/** file-type sees this much of the beginning and no more: it may not walk through gigabytes. */
const headBytes = 64 * 1024;
const zipMagic = Buffer.from('504b0304', 'hex');
const emptyZipMagic = Buffer.from('504b0506', 'hex');

export interface Recognised {
  readonly mediaType: string;
  /** The given name, with the type's extension when it had none. */
  readonly name: string;
}

/**
 * Tells what a file is from its content, and whether it is accepted under its name. The name decides nothing but which kind
 * of text a text is.
 * @throws DomainError `files.type.*`
 */
export async function recognise(source: ByteSource, name: string): Promise<Recognised> {
  const extension = extensionOf(name);
  const found = await typeOf(source, extension);
  if (extension && !found.extensions.includes(extension))
    throw new DomainError('files.type.extension_mismatch', { extension, found: found.title });
  return { mediaType: found.mediaType, name: extension ? name : `${name}.${found.extensions[0]}` };
}

/** “版本 1.2” and “关于防汛的.通知” have none. */
const extensionOf = (name: string): string | undefined => /\.([a-z][a-z0-9]{0,15}|7z|3gp)$/i.exec(name)?.[1]?.toLowerCase();

async function typeOf(source: ByteSource, extension: string | undefined): Promise<AcceptedType> {
  const head = await source.read(0, headBytes);
  const start = head.subarray(0, 4);
  if (start.equals(zipMagic) || start.equals(emptyZipMagic)) return recogniseZip(source);
  if (isCompoundFile(head)) return recogniseCompoundFile(source);
  const magic = await fileTypeFromBuffer(head).catch(() => undefined);
  if (!magic || isKindOfText(magic.mime)) return textOf(source, head, extension);
  const accepted = byMagic.find(({ mediaType }) => mediaType === magic.mime);
  if (!accepted) throw new DomainError('files.type.not_allowed', { found: magic.ext.toUpperCase() });
  // a picture or a PDF that is at the same time an archive is opened as the one and delivers the other
  if (await endsAsZip(source)) throw new DomainError('files.type.ambiguous');
  if (accepted.mediaType === 'application/pdf' && head.toString('latin1', 0, 5) !== '%PDF-') throw new DomainError('files.type.ambiguous');
  return accepted;
}

const isKindOfText = (mediaType: string): boolean => mediaType === 'application/xml' || mediaType.startsWith('text/');

async function textOf(source: ByteSource, head: Buffer, extension: string | undefined): Promise<AcceptedType> {
  if (head.toString('latin1', 0, 2) === '#!') throw new DomainError('files.type.not_allowed', { found: 'script' });
  if (!(await isText(source))) throw new DomainError('files.type.not_allowed', { found: extension?.toUpperCase() ?? 'binary' });
  return textTypes.find(({ extensions }) => extension && extensions.includes(extension)) ?? textTypes[0];
}
