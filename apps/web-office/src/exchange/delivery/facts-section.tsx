import { type DeliveryView, exchangeWords } from '@karez/contracts-exchange';
import { Facts } from '@karez/web-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Section } from './section.js';

type Fact = readonly [name: string, value: ReactNode];

/** The elements of the document, and what the sender asks for. */
export function FactsSection({ view, level }: { view: DeliveryView; level: 2 | 3 }) {
  const { document: of } = view;
  const urgency = of.urgency ?? 'none';
  const type = exchangeWords.documentType[of.documentType];
  const security = exchangeWords.securityClass[of.securityClass ?? 'none'];
  const disclosure = of.disclosure ? exchangeWords.disclosure[of.disclosure] : '未定';
  const facts: Fact[] = [
    ['文种', `${type}（${exchangeWords.direction[view.direction]}）`],
    ['紧急程度', urgency === 'none' ? exchangeWords.urgency.none : <b className="ex-urgent">{exchangeWords.urgency[urgency]}</b>],
    ['密级', security],
    ['公开属性', of.nonDisclosureReason ? `${disclosure}，${of.nonDisclosureReason}` : disclosure],
    ['成文日期', of.issueDate],
    ...(of.signatories?.length ? [['签发人', of.signatories.join('、')] as const] : []),
    ['收文单位', `${view.recipientName}（${exchangeWords.recipientRole[view.role]}）`],
    ...(view.replyBy ? [['办复时限', view.replyBy] as const] : []),
    ['红头打印', printing(view)],
    ...(view.incomingNumber ? [['收文号', view.incomingNumber] as const] : []),
    ...(view.note ? [['发文附言', view.note] as const] : []),
    ...(of.relations ?? []).map(({ kind, target }) => [exchangeWords.relation[kind], target] as const),
    ...links(view),
    ['公文摘要', <Digest key="digest" value={view.digest} />],
  ];
  return (
    <Section level={level} title="要素" summary={`要素：${type}，${security}，${disclosure}`}>
      <Facts items={facts} />
    </Section>
  );
}

/** How many authorised copies, and why not now: the bar has no room for it. */
function printing({ printQuota, printed, acts }: DeliveryView): string {
  if (printQuota === 0) return '没有授权';
  const reason = acts.find(({ act }) => act === 'print')?.reason;
  return `授权 ${printQuota} 份，已打 ${printed} 份${reason && printed < printQuota ? `；${reason}` : ''}`;
}

const links = ({ supersedesId, supersededById }: DeliveryView): Fact[] => [
  ...(supersedesId ? [['替代', <Other key={supersedesId} id={supersedesId} words="看被替代的原件" />] as const] : []),
  ...(supersededById ? [['被替代', <Other key={supersededById} id={supersededById} words="看替代它的新件" />] as const] : []),
];
const Other = ({ id, words }: { id: string; words: string }) => <Link to={`/exchange/deliveries/${id}`}>{words}</Link>;

const Digest = ({ value }: { value: string }) => (
  <span className="kz-mono" title={`SM3 ${value}`}>
    {value.slice(0, 8)}…{value.slice(-8)}
  </span>
);
