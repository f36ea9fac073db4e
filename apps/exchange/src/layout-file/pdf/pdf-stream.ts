import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { bounds } from '../bounds.js';
import { errorCode } from '../error-code.js';
import { broken, refusal } from '../refusal.js';
import { isArray, isDict, nameIn, type PdfDict, wholeIn } from './pdf-values.js';

const inflateAsync = promisify(inflate);

/**
 * The content of a cross-reference or object stream, which are deflated or plain; other filters do not occur there.
 * @param dict its dictionary, with nothing indirect left in it
 * @throws DomainError `exchange.layout.bomb`, `exchange.layout.broken`
 */
export async function decodeStream(dict: PdfDict, packed: Buffer): Promise<Buffer> {
  const filter = dict.get('Filter') ?? null;
  const parameters = dict.get('DecodeParms');
  if (isArray(filter) && filter.length > 1) throw broken('PDF');
  const name = nameIn(isArray(filter) ? filter[0] : filter);
  if (name === undefined) return packed;
  if (name !== 'FlateDecode') throw broken('PDF');
  const parms = isArray(parameters) ? parameters[0] : parameters;
  return unpredicted(await inflated(packed), isDict(parms) ? parms : new Map());
}

async function inflated(packed: Buffer): Promise<Buffer> {
  try {
    return await inflateAsync(packed, { maxOutputLength: bounds.streamBytes });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ERR_BUFFER_TOO_LARGE') throw refusal('exchange.layout.bomb');
    if (code.startsWith('Z_')) throw broken('PDF');
    throw error;
  }
}

/** Undoes the PNG predictors (ISO 32000-2 §7.4.4.4, PNG §9): every row begins with the kind of its own. */
function unpredicted(bytes: Buffer, parms: PdfDict): Buffer {
  const parm = (key: string, absent: number): number => wholeIn(parms.get(key)) ?? absent;
  const predictor = parm('Predictor', 1);
  if (predictor === 1) return bytes;
  const width = parm('Columns', 1);
  if (predictor < 10 || parm('Colors', 1) !== 1 || parm('BitsPerComponent', 8) !== 8 || width < 1 || width > 1024) throw broken('PDF');
  const rows = Math.floor(bytes.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row++) {
    const from = row * (width + 1);
    const above = row > 0 ? out.subarray((row - 1) * width, row * width) : Buffer.alloc(width);
    restoreRow(bytes.subarray(from, from + width + 1), above, out.subarray(row * width, (row + 1) * width));
  }
  return out;
}

function restoreRow(row: Buffer, above: Buffer, out: Buffer): void {
  const kind = row[0] ?? 0;
  for (let column = 0; column < out.length; column++) {
    const left = out[column - 1] ?? 0;
    out[column] = (row[column + 1] ?? 0) + predicted(kind, left, above[column] ?? 0, above[column - 1] ?? 0);
  }
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  if (kind === 0) return 0;
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return (left + above) >> 1;
  if (kind !== 4) throw broken('PDF');
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
}
