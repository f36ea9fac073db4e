import { type OutgoingView, genreNames, type HandlingView, type OfficialText } from '@karez/contracts-oa';
import { shortTime } from '../../app/time.js';
import { disclosureWord, layoutWord, urgencyWord, verdictWord } from './document-words.js';

/** 发文稿纸: ruled in red like the paper form; captions in red, entries in ink, signatures in 楷体 with unit and time. */
export function Slip({ view, text, onEdit }: { view: OutgoingView; text: OfficialText; onEdit?: () => void }) {
  const said = (phases: readonly string[]) => view.handlings.filter(({ act, fromState }) => act !== 'urge' && phases.includes(fromState));
  const signing = view.handlings.filter(({ act }) => act === 'sign');
  return (
    <section className="od-slip" aria-label="发文稿纸">
      <h2>发 文 稿 纸</h2>
      <dl>
        <Cell name="签发" wide>
          {signing.length > 0 ? signing.map((each) => <Signature key={each.id} handling={each} />) : <em>未签发</em>}
        </Cell>
        <Cell name="会签" wide>
          <Signatures list={said(['countersigning']).filter(({ act }) => act === 'countersign')} none="无会签" />
        </Cell>
        <Cell name="审核">
          <Signatures list={said(['reviewing']).filter(({ act }) => act !== 'recall')} none="未审核" />
        </Cell>
        <Cell name="核稿">
          <Signatures list={said(['vetting']).filter(({ act }) => act !== 'recall')} none="待核稿" />
        </Cell>
        <Cell name="拟稿单位">{view.orgName}</Cell>
        <Cell name="拟稿人">
          <b className="od-hand">{view.drafterName}</b> <small>{shortTime(view.draftedAt)}</small>
        </Cell>
        <Cell name="文种">{genreNames[text.genre]}</Cell>
        <Cell name="紧急程度">{urgencyWord[text.urgency]}</Cell>
        <Cell name="密级">非涉密</Cell>
        <Cell name="公开属性">{disclosureWord[text.disclosure]}</Cell>
        <Cell name="格式">{layoutWord[text.layout]}</Cell>
        <Cell name="行文方向">{text.upward ? '上行文' : '平行、下行文'}</Cell>
        <Cell name="文号" wide>
          {view.number ?? <em>登记时取号</em>}
        </Cell>
        <Cell name="主送" wide>
          {text.addressees.length > 0 ? text.addressees.map(({ name }) => name).join('、') : <em>未填</em>}
        </Cell>
        <Cell name="抄送" wide>
          {text.copies.length > 0 ? text.copies.map(({ name }) => name).join('、') : <em>无</em>}
        </Cell>
        <Cell name="附件" wide>
          {text.annexes.length > 0 ? text.annexes.join('；') : <em>无</em>}
        </Cell>
      </dl>
      {onEdit && (
        <button type="button" className="od-slip-edit" onClick={onEdit}>
          修改要素…
        </button>
      )}
    </section>
  );
}

const Cell = ({ name, wide, children }: { name: string; wide?: boolean; children: React.ReactNode }) => (
  <div className={wide ? 'od-cell od-cell-wide' : 'od-cell'}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
const Signatures = ({ list, none }: { list: readonly HandlingView[]; none: string }) =>
  list.length > 0 ? list.map((each) => <Signature key={each.id} handling={each} />) : <em>{none}</em>;

const Signature = ({ handling: { personName, orgName, at, verdict, text } }: { handling: HandlingView }) => (
  <span className="od-signature">
    {text && <span>{text}</span>}
    <b className="od-hand">{personName}</b>
    <small>
      {orgName}
      {verdict && `，${verdictWord[verdict]}`} {shortTime(at)}
    </small>
  </span>
);
