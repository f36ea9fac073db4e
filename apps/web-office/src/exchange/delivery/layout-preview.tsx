import type { DocumentFileView } from '@karez/contracts-exchange';
import { ProblemError } from '@karez/web-client';
import { EmptyState, LoadingRows } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { ProblemState } from '../../app/instead.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { followDownload } from '../save-file.js';

interface LayoutPreviewProps {
  deliveryId: string;
  file: DocumentFileView;
}

/** The layout file as it was sealed: a PDF in the browser's own viewer, an OFD in the reader of the computer. */
export const LayoutPreview = ({ deliveryId, file }: LayoutPreviewProps) =>
  file.readable && file.mediaType === 'application/pdf' ? (
    <Pdf deliveryId={deliveryId} file={file} />
  ) : (
    <Elsewhere deliveryId={deliveryId} file={file} />
  );

function Pdf({ deliveryId, file }: LayoutPreviewProps) {
  // not under the exchange's key: a hint must not load the document anew under the reader's eyes
  const link = useQuery({
    queryKey: ['layout-preview', deliveryId, file.fileId],
    queryFn: ({ signal }) => api.exchange.openDeliveryFile({ deliveryId, fileId: file.fileId, use: 'preview' }, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (link.isPending) return <LoadingRows label="版式文件" rows={6} />;
  if (!link.data)
    return (
      <ProblemState label="版式文件" problem={link.error instanceof ProblemError ? link.error : null} again={() => void link.refetch()} />
    );
  return <iframe className="ex-frame" title={`版式文件 ${file.name}`} src={`${link.data.url}#view=FitH`} />;
}

function Elsewhere({ deliveryId, file }: LayoutPreviewProps) {
  const download = useAct(api.exchange.openDeliveryFile, { onDone: ({ url }) => followDownload(url) });
  const open = { key: 'open', label: '下载版式文件', onAct: () => download.run({ deliveryId, fileId: file.fileId, use: 'download' }) };
  return (
    <>
      <EmptyState
        dry
        title={file.readable ? '浏览器不能直接显示这个版式文件' : '版式文件没有通过查毒，不能打开'}
        {...(file.readable && { act: open })}
      >
        {file.readable && '下载后用版式阅读器打开；其中的签章在「附件」里已经逐个核验。'}
      </EmptyState>
      <ProblemNote problem={download.refusal} onDismiss={download.dismiss} />
    </>
  );
}
