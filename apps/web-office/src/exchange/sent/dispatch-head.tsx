import { type DeliveryRow, type DispatchView, exchangeWords, minutesToSign } from '@karez/contracts-exchange';
import { MenuButton, Meta, PageHeader, ThreeDots } from '@karez/web-ui';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { ProblemNote } from '../../app/problem-note.js';
import { shortDate, shortTime } from '../../app/time.js';
import { allowanceWords } from '../words/due-words.js';
import { rowsFor } from './row-acts.js';
import type { Asked } from './sending-dialogs.js';
import type { RowActs } from './use-row-acts.js';

interface DispatchHeadProps {
  dispatch: DispatchView;
  /** Rows chosen in the table; none means all for which it is possible. */
  picked: readonly DeliveryRow[];
  acts: RowActs;
  onAsk: (asked: Asked) => void;
}

/** Who sent it when and on which terms; the acts on all recipients, or on the chosen ones. */
export function DispatchHead({ dispatch, picked, acts, onAsk }: DispatchHeadProps) {
  const navigate = useNavigate();
  const rows = picked.length > 0 ? picked : dispatch.deliveries;
  const urged = rowsFor(rows, 'urge').filter(({ state }) => state === 'delivered');
  const recalled = rowsFor(rows, 'recall');
  const which = picked.length > 0 ? '选中的' : '';
  return (
    <>
      <PageHeader
        title={dispatch.title}
        crumb={
          <>
            <Link to="/exchange/sent" className="sent-crumb">
              发件跟踪
            </Link>{' '}
            / {dispatch.number}
          </>
        }
        meta={<Meta>{terms(dispatch)}</Meta>}
        acts={
          <>
            {dispatch.acts.includes('urge') && urged.length > 0 && (
              <Button
                type="primary"
                loading={acts.urging}
                onClick={() => acts.urge(picked.length > 0 || dispatch.deliveries.length > 1 ? urged : undefined)}
              >
                {`催办${which || '未签收的'} ${urged.length} 家`}
              </Button>
            )}
            {recalled.length > 0 && (
              <Button onClick={() => onAsk({ act: 'recall', rows: recalled, all: picked.length === 0 })}>
                {picked.length > 0 ? `撤回选中的 ${recalled.length} 家…` : '撤回…'}
              </Button>
            )}
            <MenuButton
              label="更多：看公文、打印"
              className="office-more sent-more"
              choices={[
                {
                  key: 'document',
                  label: '看公文',
                  note: dispatch.number,
                  onChoose: () => void navigate(`/exchange/documents/${dispatch.documentId}`),
                },
                { key: 'print', label: '打印这一页', onChoose: () => window.print() },
              ]}
            >
              <ThreeDots />
            </MenuButton>
          </>
        }
      />
      {acts.refusal && (
        <div className="sent-refusal">
          <ProblemNote problem={acts.refusal} onDismiss={acts.dismiss} />
        </div>
      )}
    </>
  );
}

function terms({ document, sentByName, sentAt, urgency, signWithinMinutes, replyBy, printQuota, note }: DispatchView): string[] {
  const layout = document.files.find(({ role }) => role === 'layout')?.layout;
  const attachments = document.files.filter(({ role }) => role === 'attachment').length;
  const matter = [layout?.pages && `正文 ${layout.pages} 页`, attachments > 0 && `附件 ${attachments} 个`].filter(Boolean).join('，');
  return [
    `${sentByName} ${shortTime(sentAt)} 发出`,
    urgency === 'none' ? '' : exchangeWords.urgency[urgency],
    `送达后 ${allowanceWords(signWithinMinutes ?? minutesToSign[urgency])}内签收`,
    replyBy ? `${shortDate(replyBy)} 前办复` : '',
    matter,
    printQuota > 0 ? `红头打印每家 ${printQuota} 份` : '不授权红头打印',
    note ? `附言：${note}` : '',
  ].filter(Boolean);
}
