import type { JSX } from 'react';

/** The product mark: two shafts, the ground, the water. Not an official emblem. */
export function Mark(): JSX.Element {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      <path className="m1" d="M6 24H58" />
      <path className="m2" d="M23 8V50M41 8V50" />
      <path className="m3" d="M4 45c7-6 12-6 18.7 0s12 6 18.6 0s12-6 18.7 0" />
    </svg>
  );
}

const strokes = {
  search: { path: 'M8.5 2.5a6 6 0 1 0 0 12a6 6 0 0 0 0-12zM13 13l5 5', turns: false },
  forward: { path: 'M3 10h13M11 4.5l5.5 5.5l-5.5 5.5', turns: true },
};

/** A line icon of the text's size and colour; one with a direction turns round in right-to-left pages. */
export function Icon({ name }: { name: keyof typeof strokes }): JSX.Element {
  const { path, turns } = strokes[name];
  return (
    <svg className={turns ? 'ico flip' : 'ico'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2.2" />
    </svg>
  );
}

export function ShieldIcon(): JSX.Element {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <path d="M14 2l10 4v8c0 6-4 10-10 12C8 24 4 20 4 14V6z" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M9 14l4 4l7-8" fill="none" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}

export function FaultIcon(): JSX.Element {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M18 18l7 7M12 8v5M12 15.5v1" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}
