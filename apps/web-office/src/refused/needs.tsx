import { lazy, Suspense } from 'react';
import { Outlet } from 'react-router';
import { useMay } from '../app/person-self.js';

// the words of every permission are not part of the first load
const RefusedPage = lazy(() => import('./refused-page.js').then((m) => ({ default: m.RefusedPage })));

/** A place for one permission. Who comes by address without it is told why, with the ways out. */
export const Needs = ({ permission }: { permission: string }) =>
  useMay()(permission) ? (
    <Outlet />
  ) : (
    <Suspense>
      <RefusedPage permission={permission} />
    </Suspense>
  );
