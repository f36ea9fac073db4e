import { exchangeWords } from '@karez/contracts-exchange';
import { DocumentPaper } from '@karez/web-ui';
import { useDeferredValue, useEffect, useRef } from 'react';
import { type DraftValues, linesIn, namesIn, numberText } from './draft-values.js';

interface PaperPreviewProps {
  values: DraftValues;
  orgName: string;
  /** A layout file carries the text when none is written here. */
  hasLayout: boolean;
}
/** The upper margin of the page in widths of the frame: it opens below it, so that head and first paragraph are seen. */
const upperMargin = 0.12;

/** The page as it will stand, drawn from the elements while they are written. */
export function PaperPreview({ values: now, orgName, hasLayout }: PaperPreviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (frame.current) frame.current.scrollTop = frame.current.clientWidth * upperMargin;
  }, []);
  const values = useDeferredValue(now);
  const { title, urgency, issuerMark, body, issueDate, annotation, printingOffice } = values;
  return (
    <div className="compose-paper" role="region" aria-label="版面预览" tabIndex={0} ref={frame}>
      <DocumentPaper
        label="公文版面"
        mark={issuerMark?.trim() || `${orgName}文件`}
        number={numberText(values.documentNumber)}
        signatories={namesIn(values.signatories)}
        urgency={urgency && urgency !== 'none' ? exchangeWords.urgency[urgency] : undefined}
        title={title?.trim() || '（标题）'}
        body={body?.trim() || (hasLayout ? undefined : '（正文）')}
        attachments={linesIn(values.attachmentNotes)}
        signature={orgName}
        date={issueDate ?? ''}
        annotation={annotation?.trim() || undefined}
        printingOffice={printingOffice?.trim() || undefined}
      />
    </div>
  );
}
