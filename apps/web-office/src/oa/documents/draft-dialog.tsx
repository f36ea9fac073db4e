import { type OutgoingView, genreNames, genres } from '@karez/contracts-oa';
import { useNavigate } from 'react-router';
import { AskDialog, type Question, wordsIn } from '../../app/ask-dialog.js';
import { OrgPicker } from '../../orgs/org-picker.js';
import { api } from '../../app/api.js';
import { oa, oaKey } from '../oa-client.js';
import { emptyBody } from './body-json.js';

/** 拟稿: kind, title and who issues it; the rest is filled in on the slip. */
export function DraftDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const question: Question<OutgoingView> = {
    ...{ title: '拟稿', submit: '开始拟稿', draftKey: 'oa.draft' },
    lead: '非涉密系统，严禁起草涉及国家秘密的公文。',
    fields: [
      {
        kind: 'select',
        name: 'genre',
        label: '文种',
        required: true,
        options: genres.map((value) => ({ value, label: genreNames[value] })),
      },
      { kind: 'text', name: 'title', label: '标题', required: true, max: 200, placeholder: '关于……的通知' },
      { kind: 'own', name: 'issuer', label: '发文机关', required: true, help: '在红头上的单位', control: <OrgPicker /> },
    ],
    initial: { genre: 'notice' },
    call: async (values) => {
      const genre = genres.find((each) => each === values['genre']) ?? 'notice';
      const { id: orgId, name } = await api.identity.getOrg({ orgId: wordsIn(values, 'issuer') ?? '' });
      const drafted = await oa.draftOutgoing({
        text: {
          ...{
            genre,
            layout: genre === 'letter' ? 'letter' : genre === 'minutes' ? 'minutes' : 'general',
            urgency: 'none',
            disclosure: 'on_request',
          },
          ...{ upward: genre === 'request' || genre === 'report', issuers: [{ orgId, name }], title: wordsIn(values, 'title') ?? '' },
          ...{ addressees: [], copies: [], annexes: [], body: emptyBody },
        },
      });
      void navigate(`/oa/documents/${drafted.id}`);
      return drafted;
    },
    said: () => '已建稿，请在稿纸上填写。',
  };
  return <AskDialog question={question} changes={[oaKey]} onClose={onClose} />;
}
