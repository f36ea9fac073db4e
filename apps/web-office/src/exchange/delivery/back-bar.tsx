import { LeftOutlined } from '@ant-design/icons';
import { actLabel, MenuButton, ThreeDots, type Act } from '@karez/web-ui';
import { Link } from 'react-router';

export interface BackTo {
  readonly href: string;
  /** The place one came from: 交换收件. */
  readonly title: string;
  /** 第 2 件，共 8 件待签收. */
  readonly note?: string;
}

/** Top of one document on the phone: the way back, and the acts for which the bottom has no room. */
export function BackBar({ to, acts = [] }: { to: BackTo; acts?: readonly Act[] }) {
  const possible = acts.filter(({ refusedBecause }) => !refusedBecause);
  return (
    <div className="ex-back">
      <Link to={to.href} aria-label={`返回${to.title}`}>
        <LeftOutlined aria-hidden="true" />
      </Link>
      <div>
        <b>{to.title}</b>
        {to.note && <span className="kz-caption">{to.note}</span>}
      </div>
      {possible.length > 0 && (
        <MenuButton label="更多办法" choices={possible.map((act) => ({ key: act.key, label: actLabel(act), onChoose: act.onAct }))}>
          <ThreeDots />
        </MenuButton>
      )}
    </div>
  );
}
