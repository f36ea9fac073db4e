import { type DeliveryView, exchangeWords } from '@karez/contracts-exchange';
import { DocumentPaper } from '@karez/web-ui';
import { verified } from './checks-section.js';

/** The document of a delivery on paper, drawn from its sealed elements; the seal only when the checks passed. */
export function PaperOf({ view, copy }: { view: DeliveryView; copy?: string }) {
  const { document: of, senderName, recipientName, role, direction } = view;
  const urgency = of.urgency && of.urgency !== 'none' ? exchangeWords.urgency[of.urgency] : undefined;
  return (
    <DocumentPaper
      label={`公文：${of.title}`}
      mark={of.issuerMark ?? `${senderName}文件`}
      number={view.number}
      signatories={direction === 'upward' ? (of.signatories ?? []) : []}
      title={of.title}
      signature={senderName}
      date={of.issueDate}
      sealed={verified(view)}
      {...(urgency && { urgency })}
      {...(copy && { copy })}
      {...(role === 'primary' && { addressee: recipientName })}
      {...(of.body && { body: of.body })}
      {...(of.attachmentNotes && { attachments: of.attachmentNotes })}
      {...(of.annotation && { annotation: of.annotation })}
      {...(of.printingOffice && { printingOffice: of.printingOffice })}
    />
  );
}
