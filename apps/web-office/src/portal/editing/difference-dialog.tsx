import type { EditionBrief, EditionView } from '@karez/contracts-portal';
import { ProblemError } from '@karez/web-client';
import { LoadingRows } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { ProblemState } from '../../app/instead.js';
import { OfficeModal } from '../../exchange/delivery/office-modal.js';
import { fieldWord } from '../edition-words.js';
import { portalKey } from '../portal-queries.js';

const wordOf = (field: string): string => (field in fieldWord ? fieldWord[field as keyof typeof fieldWord] : field);

/** What was changed from one edition to another, as plain text: added words underlined, removed ones struck through. */
export function DifferenceDialog({ from, to, onClose }: { from: EditionBrief; to: EditionView; onClose: () => void }) {
  const [old, young] = from.number <= to.number ? [from, to] : [to, from];
  const difference = useQuery({
    queryKey: [...portalKey, 'difference', old.id, young.id],
    queryFn: ({ signal }) => api.portal.compareEditions({ editionId: old.id, otherId: young.id }, { signal }),
  });
  const problem = difference.error instanceof ProblemError ? difference.error : null;
  return (
    <OfficeModal title={`第 ${old.number} 版到第 ${young.number} 版的修改`} onClose={onClose} light>
      {difference.isPending && <LoadingRows label="修改" />}
      {difference.isError && <ProblemState label="修改" problem={problem} again={() => void difference.refetch()} />}
      {difference.data?.fields.length === 0 && <p className="office-lead">文字没有不同。</p>}
      <div className="portal-difference">
        {difference.data?.fields.map(({ field, parts }) => (
          <section key={field} aria-label={wordOf(field)}>
            <h3>{wordOf(field)}</h3>
            <p>
              {parts.map(({ kind, text }, at) =>
                kind === 'added' ? (
                  <ins key={at}>{text}</ins>
                ) : kind === 'removed' ? (
                  <del key={at}>{text}</del>
                ) : (
                  <span key={at}>{shortened(text)}</span>
                ),
              )}
            </p>
          </section>
        ))}
      </div>
    </OfficeModal>
  );
}

/** Long stretches that did not change are cut in their middle. */
const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 70)} …… ${text.slice(-70)}` : text);
