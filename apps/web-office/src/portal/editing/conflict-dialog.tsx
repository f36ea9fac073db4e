import { Button } from '@karez/web-ui';
import { shortTime } from '../../app/time.js';
import { OfficeModal } from '../../exchange/delivery/office-modal.js';
import type { EditionInHand } from './use-edition.js';

/** Two people on one draft: both texts are still there, the person decides. Closed without a choice, nothing is lost and nothing is saved. */
export function ConflictDialog({ hand, by, at }: { hand: EditionInHand; by: string; at: string }) {
  return (
    <OfficeModal title="这篇稿件已被他人改过" onClose={() => undefined}>
      <p className="office-lead">
        {by} 在 {shortTime(at)} 保存了另一份修改，您的修改还没有保存，仍在本页。
      </p>
      <dl className="portal-choices">
        <dt>
          <Button type="primary" onClick={() => void hand.takeTheirs()}>
            改用对方的
          </Button>
        </dt>
        <dd>放弃您这次的修改，在{by}的内容上继续写。</dd>
        <dt>
          <Button onClick={() => void hand.overwrite()}>用我的覆盖</Button>
        </dt>
        <dd>换掉{by}的内容；对方的修改要请对方重写。</dd>
      </dl>
    </OfficeModal>
  );
}
