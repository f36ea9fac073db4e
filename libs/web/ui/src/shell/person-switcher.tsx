import { MenuButton, type MenuChoice } from '../act/menu-button.js';

export interface PostChoice {
  readonly id: string;
  readonly orgName: string;
  readonly title: string;
}

export interface PersonSwitcherProps {
  name: string;
  posts: readonly PostChoice[];
  /** `id` of the post in which the person acts now. */
  current?: string;
  onSwitch: (postId: string) => void;
  /** My account, sign out. */
  account: readonly MenuChoice[];
}

/** The post decides navigation and acts: one acts in one capacity at a time. With a single post there is nothing to choose and no menu. */
export function PersonSwitcher({ name, posts, current, onSwitch, account }: PersonSwitcherProps) {
  const post = posts.find((each) => each.id === current);
  const words = post && (
    <>
      <small>当前岗位</small>
      <span className="kz-post-org">{post.orgName}</span>
      <i aria-hidden="true" />
      <span className="kz-post-title">{post.title}</span>
    </>
  );
  return (
    <>
      <span className="kz-top-line" aria-hidden="true" />
      {post && posts.length > 1 && (
        <MenuButton
          className="kz-post"
          label={`当前岗位 ${post.orgName} ${post.title}，切换岗位`}
          choices={posts.map((each) => ({
            key: each.id,
            label: each.title,
            note: each.orgName,
            chosen: each.id === current,
            onChoose: () => each.id !== current && onSwitch(each.id),
          }))}
        >
          {words}
          <Chevron />
        </MenuButton>
      )}
      {post && posts.length === 1 && <span className="kz-post kz-post-only">{words}</span>}
      <MenuButton className="kz-person" label={`${name}，我的菜单`} choices={account}>
        <span className="kz-face" data-first={name.slice(0, 1)} />
        <span className="kz-person-name">{name}</span>
      </MenuButton>
    </>
  );
}

const Chevron = () => (
  <svg
    width="10"
    height="10"
    viewBox="0 0 10 10"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d="m1.5 3 3.5 3.8L8.5 3" />
  </svg>
);
