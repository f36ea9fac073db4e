import type { ElementType, ReactNode } from 'react';
import { Meta } from './meta.js';

export interface SplitRowProps {
  title: string;
  /** 特急, 平急: at the right of the title. */
  tag?: string;
  /** Who and when. */
  meta: readonly ReactNode[];
  /** Lamp or state dot, at the right of the second line. */
  end: ReactNode;
  href: string;
  /** Link of the router; a plain `a` when absent. */
  link?: ElementType;
  selected?: boolean;
  unread?: boolean;
}

/** One row of the list in a split view: two lines, all of it one link. Lives in a `<RowList>`. */
export const SplitRow = ({ title, tag, meta, end, href, link: Link = 'a', selected, unread }: SplitRowProps) => (
  <li className={`kz-split-row${selected ? ' kz-selected' : ''}${unread ? ' kz-unread' : ''}`}>
    <Link {...(Link === 'a' ? { href } : { to: href })} data-row-link aria-current={selected ? 'true' : undefined} title={title}>
      <span className="kz-split-title">
        <span>{title}</span>
        {tag && <span className="kz-urgency">{tag}</span>}
      </span>
      <span className="kz-split-line">
        <Meta>{meta}</Meta>
        <span className="kz-split-end">{end}</span>
      </span>
      {unread && <span className="kz-unseen">，未读</span>}
    </Link>
  </li>
);
