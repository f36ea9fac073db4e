import type { ElementType, ReactNode } from 'react';
import { actLabel, type Act } from '../act/act.js';
import { Button } from '../act/button.js';
import { MenuButton } from '../act/menu-button.js';
import { ThreeDots } from '../act/three-dots.js';
import { Meta } from './meta.js';

export interface ListRowProps {
  /** Lamp or glyph, 104 wide at the left; on the phone under the title. */
  lead?: ReactNode;
  title: string;
  /** 特急, 平急: right after the title. */
  tag?: string;
  /** Service, who and when, state dot. */
  meta: readonly ReactNode[];
  href?: string;
  /** Link of the router; a plain `a` when absent. */
  link?: ElementType;
  onOpen?: () => void;
  act?: Act;
  /** Further acts: the first two appear left of the button on hover or focus, all in a menu, the only way on the phone. The button never moves. */
  more?: readonly Act[];
  selected?: boolean;
  unread?: boolean;
}

/** Lamp · title · meta line · one outlined button named after the act. Lives in a `<RowList>`. */
export function ListRow({ lead, title, tag, meta, href, link: Link = 'a', onOpen, act, more = [], selected, unread }: ListRowProps) {
  const target = Link === 'a' ? { href } : { to: href };
  const heading = <span className="kz-row-words">{title}</span>;
  return (
    <li className={`kz-row${selected ? ' kz-selected' : ''}${unread ? ' kz-unread' : ''}`} aria-current={selected || undefined}>
      {lead !== undefined && <div className="kz-row-lead">{lead}</div>}
      <div className="kz-row-body">
        <div className="kz-row-title" title={title}>
          {href !== undefined ? (
            <Link {...target} data-row-link onClick={onOpen}>
              {heading}
            </Link>
          ) : (
            heading
          )}
          {tag && <span className="kz-urgency">{tag}</span>}
        </div>
        <Meta>{meta}</Meta>
      </div>
      {more.length > 0 && (
        <div className="kz-row-more">
          {more.slice(0, 2).map((other) => (
            <Button key={other.key} type="text" size="small" onClick={other.onAct}>
              {actLabel(other)}
            </Button>
          ))}
          <MenuButton
            label={`更多：${title}`}
            className={more.length > 2 ? '' : 'kz-phone-only'}
            choices={more.map((other) => ({ key: other.key, label: actLabel(other), onChoose: other.onAct }))}
          >
            <ThreeDots />
          </MenuButton>
        </div>
      )}
      {act && (
        <div className="kz-row-act">
          <Button
            size="small"
            loading={act.busy}
            disabled={Boolean(act.refusedBecause)}
            onClick={act.onAct}
            aria-label={`${actLabel(act)}：${title}`}
          >
            {actLabel(act)}
          </Button>
          {act.refusedBecause && <span className="kz-caption">{act.refusedBecause}</span>}
        </div>
      )}
    </li>
  );
}
