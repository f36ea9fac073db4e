import type { FileState } from '@karez/contracts-files';
import { palette, type StateLook } from '@karez/web-ui';

/** A transfer under way in this page; once the last byte has come, the state of the stored file says the rest. */
export const transferPhases = ['sending', 'paused', 'waiting_line', 'refused'] as const;
export type TransferPhase = (typeof transferPhases)[number];

export interface Transfer {
  /** Its place in this page. */
  readonly key: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly phase: TransferPhase;
  /** Bytes that the server has. */
  readonly sent: number;
  /** Milliseconds, and bytes that were there, when it began or went on: speed is measured from here. */
  readonly since: number;
  readonly sentBefore: number;
  /** In the office's words, why it was refused. */
  readonly refusal?: string;
}

export type TransferNews =
  | { readonly kind: 'chosen'; readonly key: string; readonly name: string; readonly size: number; readonly at: number }
  | { readonly kind: 'sent'; readonly key: string; readonly bytes: number }
  | { readonly kind: 'paused'; readonly key: string }
  | { readonly kind: 'cut'; readonly key: string }
  | { readonly kind: 'resumed'; readonly key: string; readonly at: number }
  | { readonly kind: 'refused'; readonly key: string; readonly refusal: string }
  | { readonly kind: 'gone'; readonly key: string };

/** From where each piece of news may be taken; late news of a transfer that was paused, refused or given up changes nothing. */
const takenFrom: Readonly<Record<Exclude<TransferNews['kind'], 'chosen' | 'gone'>, readonly TransferPhase[]>> = {
  sent: ['sending', 'waiting_line'],
  paused: ['sending', 'waiting_line'],
  cut: ['sending'],
  resumed: ['paused', 'waiting_line', 'refused'],
  refused: ['sending', 'waiting_line'],
};

/** The transfers of one field after a piece of news. */
export function heard(transfers: readonly Transfer[], news: TransferNews): readonly Transfer[] {
  if (news.kind === 'chosen') {
    const { key, name, size, at } = news;
    return [...transfers, { key, name, size, phase: 'sending', sent: 0, since: at, sentBefore: 0 }];
  }
  if (news.kind === 'gone') return transfers.filter(({ key }) => key !== news.key);
  return transfers.map((each) => (each.key === news.key && takenFrom[news.kind].includes(each.phase) ? after(each, news) : each));
}

function after(transfer: Transfer, news: Exclude<TransferNews, { kind: 'chosen' | 'gone' }>): Transfer {
  switch (news.kind) {
    case 'sent':
      // a byte that arrives says that the line is back
      return { ...transfer, phase: 'sending', sent: news.bytes };
    case 'paused':
      return { ...transfer, phase: 'paused' };
    case 'cut':
      return { ...transfer, phase: 'waiting_line' };
    case 'resumed':
      return { ...transfer, phase: 'sending', since: news.at, sentBefore: transfer.sent, refusal: undefined };
    case 'refused':
      return { ...transfer, phase: 'refused', refusal: news.refusal };
  }
}

/** How a stored file is shown: nothing but `clean` (and `not_scanned`, where that is allowed) can be used. */
export function fileLook({ state, readable }: { readonly state?: FileState; readonly readable?: boolean }): StateLook {
  switch (state) {
    case 'clean':
      return { label: '查毒通过', glyph: 'full', color: palette.green };
    case 'not_scanned':
      return readable
        ? { label: '未经查毒', glyph: 'full', color: palette.amber }
        : { label: '待查毒', glyph: 'ring', color: palette.slate };
    case 'infected':
    case 'refused':
      return { label: '已隔离', glyph: 'barred', color: palette.plum };
    case 'discarded':
      return { label: '已删除', glyph: 'barred', color: palette.slate };
    case 'quarantined':
      return { label: '查毒中', glyph: 'half', color: palette.water };
    case 'receiving':
    case undefined:
      return { label: '待查毒', glyph: 'ring', color: palette.slate };
  }
}

/** Whether a stored file may still change by itself. */
export const isUndecided = (state: FileState | undefined): boolean =>
  state === undefined || state === 'receiving' || state === 'quarantined';
export const isUnusable = (state: FileState | undefined): boolean => state === 'infected' || state === 'refused' || state === 'discarded';
