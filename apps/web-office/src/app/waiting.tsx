import { LoadingRows } from '@karez/web-ui';

/** A screen is on its way: nothing for 0.3 s, then still rows. */
export const Waiting = () => (
  <div className="office-waiting">
    <LoadingRows label="页面" rows={5} />
  </div>
);
