import { ProcessLine } from '@karez/web-ui';
import { KitBox } from './kit-box.js';

const receipt = (words: string) => <a href="#kit">{words}</a>;

export const KitProcess = () => (
  <>
    <KitBox title="过程线（横）" rule="一口井一份回执；没到的路是虚线" wide={4}>
      <ProcessLine
        label="送达过程"
        direction="row"
        steps={[
          { key: 'seal', state: 'done', title: '封装', note: '11-24 10:02' },
          { key: 'send', state: 'done', title: '发出', note: '10:11' },
          { key: 'arrive', state: 'done', title: '送达', note: <>10:12 {receipt('保管回执')}</> },
          { key: 'sign', state: 'now', title: '等待签收', note: '已过 1 时 08 分' },
          { key: 'file', state: 'todo', title: '转入收文', note: '签收后自动' },
        ]}
      />
      <div className="kit-gap" />
      <ProcessLine
        label="被拒收的送达过程"
        direction="row"
        steps={[
          { key: 'seal', state: 'done', title: '封装', note: '11-20 17:02' },
          { key: 'send', state: 'done', title: '发出', note: '17:04' },
          { key: 'arrive', state: 'done', title: '送达', note: <>17:07 {receipt('保管回执')}</> },
          { key: 'refuse', state: 'stop', title: '对方拒收', note: <>11-23 12:20 {receipt('拒收回执')}</> },
          { key: 'again', state: 'todo', title: '重发', note: '由你决定' },
        ]}
      />
    </KitBox>
    <KitBox title="过程线（竖）" rule="暂停的井画两竖">
      <ProcessLine
        label="办理过程"
        direction="column"
        steps={[
          { key: 'accept', state: 'done', title: '受理', note: '10-29 12:10 窗口' },
          { key: 'expert', state: 'hold', title: '专家评审，时限除外', note: '11-05 至 11-16' },
          { key: 'review', state: 'now', title: '部门会审', note: '今日到期' },
          { key: 'decide', state: 'todo', title: '送厅领导决定' },
        ]}
      />
    </KitBox>
  </>
);
