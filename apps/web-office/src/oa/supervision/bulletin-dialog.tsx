import type { BulletinView } from '@karez/contracts-oa';
import { useNavigate } from 'react-router';
import { AskDialog, type Question, wordsIn } from '../../app/ask-dialog.js';
import { oa, oaKey } from '../oa-client.js';

/** 印发督查通报: the figures of the period as they stand now. */
export function BulletinDialog({ from, to, onClose }: { from: string; to: string; onClose: () => void }) {
  const navigate = useNavigate();
  const question: Question<BulletinView> = {
    ...{ title: '印发督查通报', submit: '印发', draftKey: 'oa.bulletin' },
    lead: `汇总 ${from} 至 ${to} 登记的事项，按此刻的办理情况定稿，印发后不能修改。`,
    fields: [
      { kind: 'text', name: 'title', label: '标题', required: true, max: 120 },
      { kind: 'long', name: 'text', label: '通报内容', max: 8000 },
    ],
    call: async (values) => {
      const text = wordsIn(values, 'text');
      const issued = await oa.issueBulletin({ from, to, title: wordsIn(values, 'title') ?? '', ...(text && { text }) });
      void navigate(`/oa/supervision-bulletins/${issued.id}`);
      return issued;
    },
    said: ({ year, issue }) => `${year} 年第 ${issue} 期督查通报已印发。`,
  };
  return <AskDialog question={question} changes={[oaKey]} onClose={onClose} />;
}
