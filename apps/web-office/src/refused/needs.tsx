import { Outlet } from 'react-router';
import { useMay } from '../app/person-self.js';
import { RefusedPage } from './refused-page.js';

/** A place for one permission. Who comes by address without it is told why, with the ways out. */
export const Needs = ({ permission }: { permission: string }) =>
  useMay()(permission) ? <Outlet /> : <RefusedPage permission={permission} />;
