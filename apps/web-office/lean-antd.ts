import type { Plugin } from 'vite';

const shared = /\/antd\/es\/tooltip\/UniqueProvider\/index\.js$/;

/**
 * antd's ConfigProvider carries a provider for tooltips that share one popup (`tooltip.unique`), and with it the whole machinery
 * of popups, into the first load. The workspace does not use it: it is left out there, and whoever switches it on is told.
 */
export function leanAntd(): Plugin {
  let seen = false;
  return {
    name: 'karez:lean-antd',
    apply: 'build',
    load(id) {
      if (!shared.test(id)) return undefined;
      seen = true;
      return `export default () => { throw new Error('tooltip.unique is left out of this build: see apps/web-office/lean-antd.ts'); };`;
    },
    buildEnd(error) {
      if (!error && !seen) throw new Error('antd has moved its shared tooltips: apps/web-office/lean-antd.ts has nothing to leave out');
    },
  };
}
