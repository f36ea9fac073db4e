import { minutesToSign, urgencies } from '@karez/contracts-exchange';
import { choose, nobody } from './recipients/chosen.js';
import { sendSentences, usualTerms } from './send-terms.js';

const chosen = choose(nobody, 'primary', { id: 'group:prefectures', name: '全部地州市局', members: 14 });

describe('what is said before sending', () => {
  it('names how many get it, the deadline and what cannot be undone', () => {
    expect(sendSentences(chosen, 14, 'prompt', usualTerms)).toEqual([
      '发给 14 家。',
      '送达后 1 个工作日内签收（平急件的时限），逾期亮红灯并自动催办。',
      '不要求办复。',
      '不授权红头打印。',
      '对方签收之前可以撤回；签收之后只能商请收回，或发更正件。',
    ]);
  });

  it('says the own terms instead, and the ways when there are several', () => {
    const both = choose(chosen, 'cc', { id: 'o1', name: '某局' });
    const words = sendSentences(both, 15, 'none', { signWithinMinutes: 120, replyBy: '2099-12-05', printQuota: 3, note: '' });
    expect(words.slice(0, 4)).toEqual([
      '发给 15 家，主送、抄送。',
      '送达后 2 小时工作时间内签收，逾期亮红灯并自动催办。',
      '2099-12-05 前办复。',
      '每家可红头打印 3 份。',
    ]);
  });
});

it('is in the more of a hurry the more urgent the document', () => {
  const minutes = urgencies.map((urgency) => minutesToSign[urgency]);
  expect(minutes).toEqual([...minutes].sort((one, other) => one - other));
});
