import { type DocumentKind, documentNames } from '@karez/contracts-approval';
import type { DocumentRow } from './document-row.js';
import type { PaperFacts } from './paper-facts.js';

/** A paragraph, or the lines of a numbered list. */
export type Passage = string | readonly string[];
export interface Notice {
  readonly title: string;
  readonly passages: readonly Passage[];
  /** The right to review and suit; of what goes against the applicant. */
  readonly remedies?: string;
}
const law = '《中华人民共和国行政许可法》';

/** The words of a notice or decision, as the model documents of water licensing have them. */
export function noticeOf({ kind, facts, caseNumber }: Pick<DocumentRow, 'kind' | 'facts' | 'caseNumber'>, reviewBody: string): Notice {
  const passages = texts[kind as Exclude<DocumentKind, 'licence'>](facts, caseNumber);
  return { title: documentNames[kind], passages, ...(against.has(kind) && { remedies: remediesOf(kind, reviewBody) }) };
}

const against: ReadonlySet<DocumentKind> = new Set(['not_needed', 'refusal', 'denial']);
/** 《行政复议法》 art. 20, 《行政诉讼法》 art. 46. */
const remediesOf = (kind: DocumentKind, reviewBody: string): string =>
  `如不服本${kind === 'not_needed' ? '告知' : '决定'}，可以自收到本${kind === 'not_needed' ? '告知书' : '决定书'}之日起六十日内向${reviewBody}申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼。`;

const you = ({ applicantKind }: PaperFacts): string => (applicantKind === 'company' ? '你单位' : '你');
const asked = (facts: PaperFacts): string =>
  `${you(facts)}${facts.submittedOn ? `于${chineseDate(facts.submittedOn)}` : ''}提出的“${facts.itemName}”申请（申请内容：${facts.subject}）`;
const basisOf = ({ legalBasis = [] }: PaperFacts): string => legalBasis.map((each) => `${each}、`).join('');

const texts: Readonly<Record<Exclude<DocumentKind, 'licence'>, (facts: PaperFacts, caseNumber: string) => Passage[]>> = {
  acceptance: (facts, caseNumber) => [
    facts.bySilence
      ? `${asked(facts)}已收悉。本机关自收到申请材料之日起五个工作日内未告知需要补正的内容，根据${law}第三十二条第一款第四项的规定，自收到申请材料之日起即为受理。`
      : `${asked(facts)}已收悉。经审查，申请事项依法属于本机关职权范围，申请材料齐全、符合法定形式。根据${law}第三十二条第一款第五项的规定，决定予以受理。`,
    `办件编号：${caseNumber}。${limits(facts)}`,
    ...(facts.excluded?.length
      ? [`根据${law}第四十五条的规定，下列所需时间不计入上述期限，届时另行书面告知：${facts.excluded.join('；')}。`]
      : []),
    '办理期间，可以凭办件编号和校验码查询办理进度。',
  ],
  correction: (facts, caseNumber) => [
    `${asked(facts)}已收悉，办件编号：${caseNumber}。经审查，申请材料不齐全或者不符合法定形式。根据${law}第三十二条第一款第四项的规定，现一次性告知需要补正的全部内容如下：`,
    facts.materials ?? [],
    '请补正后重新提交。自收到全部补正材料之日起，重新计算受理期限。',
  ],
  not_needed: (facts) => [
    `${asked(facts)}已收悉。经审查，${stripped(facts.reason)}。根据${law}第三十二条第一款第一项的规定，该事项依法不需要取得行政许可，本机关不予受理，特此告知。`,
  ],
  refusal: (facts) => [
    facts.refusalKind === 'out_of_jurisdiction'
      ? `${asked(facts)}已收悉。经审查，${stripped(facts.reason)}，申请事项依法不属于本机关职权范围。根据${law}第三十二条第一款第二项的规定，决定不予受理。请向${facts.competentBody ?? '有关行政机关'}申请。`
      : `${asked(facts)}已收悉。本机关已一次性告知需要补正的全部内容，经审查，${stripped(facts.reason)}，申请材料仍不齐全或者不符合法定形式。根据${law}第三十二条的规定，决定不予受理。`,
  ],
  excluded_time: (facts, caseNumber) => [
    `${asked(facts)}（办件编号：${caseNumber}）正在办理。因${stripped(facts.reason)}，需要进行${facts.excludedKind}，预计需要${facts.workingDays}个工作日。`,
    `根据${law}第四十五条的规定，所需时间自本告知书作出之日起不计入办理期限，结束后恢复计算，特此告知。`,
  ],
  extension: (facts, caseNumber) => [
    `${asked(facts)}（办件编号：${caseNumber}）正在办理。因${stripped(facts.reason)}，不能在规定期限内作出决定。`,
    `根据${law}第四十二条${facts.joint ? '第二款' : '第一款'}的规定，经${facts.approver}批准，办理期限延长${facts.extensionDays}个工作日，特此告知。`,
  ],
  grant: (facts, caseNumber) => [
    `${asked(facts)}（办件编号：${caseNumber}）已审查完毕。${sentence(facts.decisionText)}`,
    `根据${basisOf(facts)}${law}第三十八条第一款的规定，决定准予行政许可。`,
    `请按照准予许可的范围、条件和要求实施，并接受水行政主管部门的监督检查。需要变更许可内容的，应当依法申请变更。`,
  ],
  denial: (facts, caseNumber) => [
    `${asked(facts)}（办件编号：${caseNumber}）已审查完毕。${sentence(facts.decisionText)}`,
    `根据${basisOf(facts)}${law}第三十八条第二款的规定，决定不予行政许可。`,
  ],
};

function limits({ statutoryDays, promisedDays, joint }: PaperFacts): string {
  const promised = promisedDays && promisedDays !== statutoryDays ? `，本机关承诺在${promisedDays}个工作日内作出决定` : '';
  return `${joint ? '本事项由有关部门联合办理，' : ''}法定办理期限为${statutoryDays}个工作日${promised}，自受理之日起计算。`;
}
const stripped = (text = ''): string => text.trim().replace(/[。；;.\s]+$/, '');
const sentence = (text = ''): string => `${stripped(text)}。`;

/** 2026年11月27日 */
export function chineseDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
