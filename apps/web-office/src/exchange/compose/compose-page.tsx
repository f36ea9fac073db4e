import { ProblemError } from '@karez/web-client';
import { LoadingRows } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ProblemPage } from '../../app/instead.js';
import { documentQuery } from './document-queries.js';
import { DraftPage } from './draft-page.js';
import { SealedPage } from './sealed-page.js';
import '../sent.css';

/** One document to be sent: a form as long as it is a draft, then its recipients. */
export function ComposePage() {
  const { documentId } = useParams();
  return documentId ? <KnownDocument key={documentId} documentId={documentId} /> : <DraftPage />;
}

function KnownDocument({ documentId }: { documentId: string }) {
  const document = useQuery(documentQuery(documentId));
  if (document.isPending) return <LoadingRows label="公文" rows={6} />;
  if (!document.data) {
    const problem = document.error instanceof ProblemError ? document.error : null;
    return <ProblemPage title="待发公文" label="这件公文" problem={problem} again={() => void document.refetch()} />;
  }
  return document.data.state === 'draft' ? <DraftPage view={document.data} /> : <SealedPage document={document.data} />;
}
