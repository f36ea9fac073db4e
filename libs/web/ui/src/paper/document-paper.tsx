import { attachmentLines, markSize, paperDate, paragraphsOf } from './paper-text.js';
import { Seal } from './seal.js';
import { Words } from './words.js';

export interface DocumentPaperProps {
  /** Name of the sheet for screen readers. */
  label: string;
  /** 发文机关标志: 沙枣河流域管理局文件. */
  mark: string;
  /** 发文字号. */
  number: string;
  /** 签发人, of an upward document: the number then stands left, else in the middle. */
  signatories?: readonly string[];
  /** 紧急程度 in words, when there is one. */
  urgency?: string;
  /** 份号 of a printed copy. */
  copy?: string;
  title: string;
  /** 主送机关. */
  addressee?: string;
  /** Paragraphs separated by line ends; absent when a layout file carries the text. */
  body?: string;
  attachments?: readonly string[];
  /** 发文机关署名. */
  signature: string;
  /** 成文日期, `2026-11-23`. */
  date: string;
  annotation?: string;
  /** 印发机关. */
  printingOffice?: string;
  /** The seal came with the document and verified. */
  sealed?: boolean;
}

/**
 * A document as GB/T 9704-2012 lays it out, drawn from its elements: sheet 210 × 297, type area 156 × 225 at 28 / 37, all lengths in
 * `--mm` of the surroundings (by default the width of the nearest size container). Longer texts make a longer sheet; in print they
 * run over pages.
 */
export function DocumentPaper(props: DocumentPaperProps) {
  const { mark, number, signatories = [], urgency, copy, title, addressee, body, attachments = [], signature, date } = props;
  return (
    <article className="kz-paper" aria-label={props.label}>
      <div className="kz-paper-corner">
        {copy && <span>{copy}</span>}
        {urgency && <b>{urgency}</b>}
      </div>
      <p className="kz-paper-mark" style={{ fontSize: `calc(${markSize(mark).toFixed(2)} * var(--mm))` }}>
        {mark}
      </p>
      <div className={signatories.length > 0 ? 'kz-paper-number kz-paper-upward' : 'kz-paper-number'}>
        <span>{number}</span>
        {signatories.length > 0 && (
          <span>
            签发人：<i>{signatories.join('　')}</i>
          </span>
        )}
      </div>
      <p className="kz-paper-title">
        <Words>{title}</Words>
      </p>
      {addressee && <p className="kz-paper-flush">{addressee}：</p>}
      {body ? (
        paragraphsOf(body).map(({ text, level }, at) => (
          <p key={at} className={`kz-paper-${level}`}>
            {text}
          </p>
        ))
      ) : (
        <p>（正文见版式文件）</p>
      )}
      {attachments.length > 0 && (
        <div className="kz-paper-attachments">
          <span>附件：</span>
          <span>
            {attachmentLines(attachments).map((line) => (
              <span key={line}>{line}</span>
            ))}
          </span>
        </div>
      )}
      {/* what lies under the seal is drawn by the stylesheet, and said once for those who listen */}
      <div className="kz-paper-signature" aria-hidden="true" data-name={signature} data-date={paperDate(date)}>
        {props.sealed && <Seal name={signature} />}
      </div>
      <span className="kz-unseen">
        {signature}，{paperDate(date)}
        {props.sealed && '，印章核验通过'}
      </span>
      {props.annotation && <p>（{props.annotation.replace(/^（|）$/g, '')}）</p>}
      {props.printingOffice && <p className="kz-paper-foot">{props.printingOffice}</p>}
    </article>
  );
}
