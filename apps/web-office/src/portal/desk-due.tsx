import { DueLamp } from '@karez/web-ui';
import { useNow } from '../exchange/delivery/use-now.js';
import { useWorks } from '../exchange/delivery/use-works.js';
import { dueWords } from '../words/due-words.js';

/** The lamp of a matter that waits; a clock that stands and a matter that is over say so instead. */
export function DeskDue({ dueAt, open, stands, end }: { dueAt?: string | undefined; open: boolean; stands?: string; end?: boolean }) {
  const now = useNow();
  const works = useWorks(now);
  if (stands)
    return (
      <DueLamp lamp="none" end={end}>
        {stands}
      </DueLamp>
    );
  if (!open)
    return (
      <DueLamp lamp="none" end={end}>
        已办结
      </DueLamp>
    );
  const { lamp, words } = dueWords(dueAt, now, works);
  return (
    <DueLamp lamp={lamp} end={end}>
      {words}
    </DueLamp>
  );
}
