import { defineErrors } from '@karez/contracts-kernel';

/** Refusals of the event feed. */
export const feedErrors = defineErrors({
  'exchange.feed.cursor_expired': {
    status: 410,
    zh: '这个游标之后的一部分交换事件已过保留期，不能接着读。请不带 after 从现存最早的事件重新读起，更早的情况到收件、发件列表核对。',
    en: 'Some events after this cursor are no longer kept. Read again without "after", and look earlier ones up in the inbox and the dispatches.',
  },
});
