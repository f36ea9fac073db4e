import type { ProblemError } from '@karez/web-client';
import { EmptyState, ErrorState, Notice, PageHeader, type Act } from '@karez/web-ui';
import type { ReactNode } from 'react';
import type { KeysetList } from './keyset.js';

interface InsteadProps {
  /** 人员, 角色. */
  label: string;
  list: Pick<KeysetList<unknown>, 'state' | 'problem' | 'again' | 'rows'>;
  empty: { readonly title: string; readonly words?: ReactNode; readonly act?: Act; readonly other?: Act };
}

/** What stands in the place of rows: why there are none, what failed, or who may see them. Beside old rows only a note. */
export function insteadOfRows({ label, list, empty }: InsteadProps): ReactNode {
  const { state, problem, again, rows } = list;
  if (state === 'ready') {
    return (
      <EmptyState dry title={empty.title} act={empty.act} other={empty.other}>
        {empty.words}
      </EmptyState>
    );
  }
  if (rows.length > 0) {
    return (
      <Notice tone="amber" live="status" title={`没有取到最新的${label}，`} aside={<AgainButton again={again} />}>
        下面是上次取到的内容。{problem?.detail}
      </Notice>
    );
  }
  return <ProblemState label={label} problem={problem} again={again} />;
}

/** One whole block that could not be fetched. */
export function ProblemState({ label, problem, again }: { label: string; problem: ProblemError | null; again: () => void }) {
  if (problem?.status === 403)
    return (
      <EmptyState dry title={`您当前的岗位不能看${label}`}>
        {problem.detail}
      </EmptyState>
    );
  if (problem?.status === 404)
    return (
      <EmptyState dry title={`没有找到${label}`}>
        {problem.detail}
      </EmptyState>
    );
  return (
    <ErrorState title={`没有取到${label}`} number={problem?.trace} onRetry={again}>
      {problem?.detail ?? '页面出错。'}
    </ErrorState>
  );
}

/** The same for a page whose one thing could not be fetched. */
export const ProblemPage = ({ title, ...state }: { title: string; label: string; problem: ProblemError | null; again: () => void }) => (
  <>
    <PageHeader title={title} />
    <ProblemState {...state} />
  </>
);

const AgainButton = ({ again }: { again: () => void }) => (
  <button type="button" className="kz-textact" onClick={again}>
    再取一次
  </button>
);
