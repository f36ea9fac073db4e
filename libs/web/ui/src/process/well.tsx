import { palette } from '../tokens.js';

/** done = passed, now = here, todo = to come, hold = the clock is excluded, stop = refused. */
export type WellState = 'done' | 'now' | 'todo' | 'hold' | 'stop';

/** What a screen reader hears for each well. */
export const wellWord: Record<WellState, string> = { done: '已完成', now: '进行中', todo: '未到', hold: '时限除外', stop: '未成' };

export const Well = ({ state, size = 14 }: { state: WellState; size?: number }) => (
  <svg className="kz-well" width={size} height={size} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
    {state === 'done' && (
      <>
        <circle cx="7" cy="7" r="5.6" fill={palette.water} stroke={palette.water} strokeWidth="1.6" />
        <circle cx="7" cy="7" r="2" fill="#fff" />
      </>
    )}
    {state === 'now' && (
      <>
        <circle cx="7" cy="7" r="5.6" fill="#fff" stroke={palette.water} strokeWidth="2.4" />
        <circle cx="7" cy="7" r="2.2" fill={palette.water} />
      </>
    )}
    {state === 'todo' && <circle cx="7" cy="7" r="5.4" fill="#fff" stroke={palette.sand400} strokeWidth="1.8" />}
    {state === 'hold' && (
      <>
        <circle cx="7" cy="7" r="5.6" fill={palette.amberTint} stroke={palette.amber} strokeWidth="1.8" />
        <path d="M5.4 4.8v4.4M8.6 4.8v4.4" stroke={palette.amber} strokeWidth="1.6" />
      </>
    )}
    {state === 'stop' && (
      <>
        <circle cx="7" cy="7" r="5.6" fill="#fff" stroke={palette.plum} strokeWidth="1.8" />
        <path d="M4 10 10 4" stroke={palette.plum} strokeWidth="1.8" />
      </>
    )}
  </svg>
);
