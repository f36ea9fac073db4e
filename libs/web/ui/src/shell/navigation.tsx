import type { ElementType, ReactNode } from 'react';

export interface NavItem {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly icon: ReactNode;
  readonly count?: number;
}
export interface NavGroup {
  /** Absent on the first group (工作台). */
  readonly title?: string;
  readonly items: readonly NavItem[];
}

interface NavigationProps {
  groups: readonly NavGroup[];
  /** `key` of the current place. */
  current?: string;
  link: ElementType;
}

/** Groups by work, counts grey, the current place tinted and 600; as a rail only the icons are drawn, the words stay for screen readers and on hover. */
export const Navigation = ({ groups, current, link: Link }: NavigationProps) => (
  <>
    {groups.map((group, at) => (
      <div key={group.title ?? at} className="kz-nav-group" role="group" aria-label={group.title}>
        {group.title && (
          <div className="kz-nav-title" aria-hidden="true">
            {group.title}
          </div>
        )}
        {group.items.map((item) => (
          <Link
            key={item.key}
            {...(Link === 'a' ? { href: item.href } : { to: item.href })}
            className="kz-nav-item"
            title={item.label}
            aria-current={item.key === current ? 'page' : undefined}
          >
            {item.icon}
            <span className="kz-nav-word">{item.label}</span>
            {item.count ? <span className="kz-nav-count">{item.count}</span> : null}
          </Link>
        ))}
      </div>
    ))}
  </>
);

/** The phone's navigation: at most five places, 60 high. */
export const TabBar = ({ items, current, link: Link }: { items: readonly NavItem[]; current?: string; link: ElementType }) => (
  <nav className="kz-tabbar" aria-label="主导航">
    {items.slice(0, 5).map((item) => (
      <Link
        key={item.key}
        {...(Link === 'a' ? { href: item.href } : { to: item.href })}
        aria-current={item.key === current ? 'page' : undefined}
      >
        <span className="kz-tabbar-icon">
          {item.icon}
          {item.count ? <em data-count={item.count > 99 ? '99+' : item.count} /> : null}
        </span>
        {item.label}
        {item.count ? <span className="kz-unseen">，{item.count} 条</span> : null}
      </Link>
    ))}
  </nav>
);
