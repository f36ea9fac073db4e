import type { JSX } from 'react';
import { href, type PageContext } from '../pages/page.js';

export interface Door {
  readonly path: string;
  readonly name: string;
  readonly hint?: string | undefined;
}

/** Ways into parts of the site, side by side. */
export function Doors({ page, doors }: { page: PageContext; doors: readonly Door[] }): JSX.Element {
  return (
    <ul className={doors.length > 4 ? 'doors' : 'doors some'}>
      {doors.map(({ path, name, hint }) => (
        <li key={path}>
          <a href={href(page, path)}>
            {name}
            {hint && <span>{hint}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
