import { filesErrors } from '@karez/contracts-files';
import type { ErrorTable } from '@karez/contracts-kernel';

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;
const unitOf = (bytes: number): number => Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
const inUnit = (bytes: number, unit: number): string => {
  const value = bytes / 1024 ** unit;
  return value >= 100 || unit === 0 ? String(Math.round(value)) : String(Number(value.toFixed(value >= 10 ? 1 : 2)));
};

/** `1.84 GB`, `64 KB`. */
export const sizeText = (bytes: number): string => `${inUnit(bytes, unitOf(bytes))} ${units[unitOf(bytes)]}`;
/** `1.14 / 1.84 GB`: both in the unit of the whole. */
export const sentText = (sent: number, size: number): string => `${inUnit(sent, unitOf(size))} / ${sizeText(size)}`;

/** `约剩 2 分`, from the bytes of the stretch under way; nothing as long as the speed is a guess. */
export function remainingText({ sent, sentBefore, since, size }: Pace, now: number): string | undefined {
  const elapsed = now - since;
  if (elapsed < 2_000 || sent <= sentBefore) return undefined;
  const seconds = ((size - sent) * elapsed) / (sent - sentBefore) / 1_000;
  if (seconds < 60) return '不到 1 分';
  return seconds < 5_400 ? `约剩 ${Math.round(seconds / 60)} 分` : `约剩 ${Math.round(seconds / 3_600)} 小时`;
}
interface Pace {
  readonly sent: number;
  readonly sentBefore: number;
  /** Milliseconds. */
  readonly since: number;
  readonly size: number;
}

/** Why the files service does not take a file, in the office's words. */
export function reasonText(reason: string | undefined, params: Readonly<Record<string, string | number>> = {}): string {
  const table: ErrorTable = filesErrors;
  const text = reason === undefined ? undefined : table[reason]?.zh;
  return text?.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')) ?? '文件不能使用，请换一个。';
}
