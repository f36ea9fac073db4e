import type { ElementType, ReactNode } from 'react';
import { KarezLogo } from '../brand/karez-logo.js';
import { Navigation, TabBar, type NavGroup, type NavItem } from './navigation.js';

export interface AppShellProps {
  navigation: readonly NavGroup[];
  /** Places of the phone's tab bar. */
  tabs: readonly NavItem[];
  /** `key` of the current place. */
  current?: string;
  home: string;
  /** Link of the router; a plain `a` when absent. */
  link?: ElementType;
  /** Opens search and commands (Ctrl K); the field of the top bar is a button, the writing happens in the palette. */
  onSearch: () => void;
  searchHint: string;
  /** Right part of the top bar: 新建, notifications, help. */
  tools?: ReactNode;
  /** Current post and person. */
  person?: ReactNode;
  /** Shown as an example inside another page, which has its own main part. */
  example?: boolean;
  /** Only icons: screens that need the width (发文稿纸). */
  rail?: boolean;
  children: ReactNode;
}

/** Must be seen on every screen of the workspace. */
export const notForSecrets = ['非涉密系统', '严禁存储、处理国家秘密'] as const;

/** Top bar 52, navigation 200 (rail 56), tab bar on the phone, and the line that this system is not for state secrets. */
export function AppShell(props: AppShellProps) {
  const { navigation, tabs, current, home, link = 'a', onSearch, searchHint, tools, person, rail, example, children } = props;
  const Link = link;
  const Main = example ? 'div' : 'main';
  return (
    <div className={rail ? 'kz-shell kz-rail' : 'kz-shell'}>
      {!example && (
        <a className="kz-skip" href="#main">
          跳到正文
        </a>
      )}
      <header className="kz-top">
        <Link {...(link === 'a' ? { href: home } : { to: home })} className="kz-brand" aria-label="坎儿井 水利政务协同平台，回到工作台">
          <KarezLogo />
          <span>
            <b>坎儿井</b>
            <i>水利政务协同平台</i>
          </span>
        </Link>
        <button type="button" className="kz-search" onClick={onSearch} aria-keyshortcuts="Control+K">
          <SearchGlyph />
          <span>{searchHint}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <div className="kz-top-right">
          {tools}
          {person}
        </div>
      </header>
      <nav className="kz-nav" aria-label="主导航">
        <div className="kz-nav-scroll">
          <Navigation groups={navigation} current={current} link={link} />
        </div>
        <p className="kz-nav-foot">
          {notForSecrets[0]}
          <br />
          {notForSecrets[1]}
        </p>
      </nav>
      <Main className="kz-main" id={example ? undefined : 'main'} tabIndex={-1}>
        {children}
      </Main>
      <footer className="kz-strip">{notForSecrets.join(' ')}</footer>
      <TabBar items={tabs} current={current} link={link} />
    </div>
  );
}

const SearchGlyph = () => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <circle cx="7" cy="7" r="4.6" />
    <path d="m10.6 10.6 3.4 3.4" />
  </svg>
);
