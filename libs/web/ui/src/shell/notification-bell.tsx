import type { ElementType } from 'react';

export interface NotificationBellProps {
  /** Unread. */
  count: number;
  href: string;
  /** Link of the router; a plain `a` when absent. */
  link?: ElementType;
}

/** Counts are not alarms: teal, and the number is part of the name a screen reader says. */
export const NotificationBell = ({ count, href, link: Link = 'a' }: NotificationBellProps) => (
  <Link
    {...(Link === 'a' ? { href } : { to: href })}
    className="kz-tool"
    title="通知"
    aria-label={count ? `通知，${count} 条未读` : '通知，没有未读'}
  >
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M4 13.2V8a5 5 0 0 1 10 0v5.2M2.5 13.2h13M9 3V1.6M7.3 15.4a1.8 1.8 0 0 0 3.4 0" />
    </svg>
    {count > 0 && <em data-count={count > 99 ? '99+' : count} />}
  </Link>
);
