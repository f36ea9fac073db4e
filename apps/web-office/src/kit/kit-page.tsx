import { KarezLogo } from '@karez/web-ui';
import { usePageTitle } from '../app/page-title.js';
import { KitActs } from './kit-acts.js';
import { KitColors } from './kit-colors.js';
import { KitForms } from './kit-forms.js';
import { KitLists } from './kit-lists.js';
import { KitNotices } from './kit-notices.js';
import { KitPaper } from './kit-paper.js';
import { KitProcess } from './kit-process.js';
import { KitShell } from './kit-shell.js';
import { KitStates } from './kit-states.js';
import './kit.css';

/** Every component of libs/web/ui once, with invented matter. Needs no sign-in and asks the server nothing. */
export function KitPage() {
  usePageTitle('构件一览');
  return (
    <main className="kit" id="main">
      <header className="kit-head">
        <KarezLogo size={36} />
        <div>
          <h1>坎儿井工作台，构件一览</h1>
          <p className="kz-secondary">竖井是圆，暗渠是一条线：只用在标志、过程线和空状态</p>
        </div>
      </header>
      <KitColors />
      <KitStates />
      <KitActs />
      <KitLists />
      <KitProcess />
      <KitPaper />
      <KitNotices />
      <KitForms />
      <KitShell />
    </main>
  );
}
