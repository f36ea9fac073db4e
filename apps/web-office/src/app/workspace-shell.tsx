import { AppShell, NotificationBell, PersonSwitcher } from '@karez/web-ui';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { useHotkeys } from './hotkeys.js';
import { useLive } from './live.js';
import { navigationFor, placeOf } from './navigation.js';
import { NewMenu } from './new-menu.js';
import { useMe } from './person-self.js';
import { PlaceIcon } from './place-icon.js';
import { usePlaceCounts } from './place-counts.js';
import { useSignOut, useSwitchPost } from './session-acts.js';

const loadPalette = () => import('./palette.js');
const Palette = lazy(() => loadPalette().then((m) => ({ default: m.Palette })));
const KeysSheet = lazy(() => import('./keys-sheet.js').then((m) => ({ default: m.KeysSheet })));

export function WorkspaceShell({ said }: { said: ReactNode }) {
  const me = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [sheet, setSheet] = useState<'palette' | 'keys'>();
  const switchPost = useSwitchPost();
  const signOut = useSignOut();
  useLive();
  // not part of the first load, but there before anyone presses Ctrl K and types on
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 1_500);
    return () => clearTimeout(timer);
  }, []);
  useHotkeys({ onPalette: () => setSheet('palette'), onKeys: () => setSheet('keys') });
  const { groups, tabs } = navigationFor(me.permissions, usePlaceCounts());
  return (
    <AppShell
      navigation={groups}
      tabs={tabs}
      current={placeOf(pathname)}
      home="/"
      link={Link}
      onSearch={() => setSheet('palette')}
      searchHint="搜公文、机构、人员，或输入要去的地方"
      tools={
        <>
          <NewMenu />
          <NotificationBell count={me.unreadNotifications} href="/notifications" link={Link} />
          <button type="button" className="kz-tool kz-wide-only" title="键盘用法" aria-label="键盘用法" onClick={() => setSheet('keys')}>
            <PlaceIcon of="help" size={18} />
          </button>
        </>
      }
      person={
        <PersonSwitcher
          name={me.name}
          posts={me.posts}
          current={me.post?.id}
          onSwitch={(postId) => switchPost.run({ postId })}
          account={[
            { key: 'account', label: '我的账号', note: me.account, onChoose: () => void navigate('/account') },
            { key: 'out', label: '退出登录', apart: true, onChoose: () => signOut.run({}) },
          ]}
        />
      }
    >
      {said}
      <Outlet />
      <Suspense>
        {sheet === 'palette' && <Palette onClose={() => setSheet(undefined)} />}
        {sheet === 'keys' && <KeysSheet onClose={() => setSheet(undefined)} />}
      </Suspense>
    </AppShell>
  );
}
