import { ProblemError } from '@karez/web-client';
import { LoadingRows } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ProblemPage } from '../app/instead.js';
import { usePageTitle } from '../app/page-title.js';
import { RoleDetail } from './role-detail.js';
import { roleQuery } from './role-queries.js';

export function RolePage() {
  const { roleId = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(roleQuery(roleId));
  usePageTitle(data?.name ?? '角色');
  if (isPending) return <LoadingRows label="角色" rows={5} />;
  if (data) return <RoleDetail role={data} />;
  return <ProblemPage title="角色" label="这个角色" problem={error instanceof ProblemError ? error : null} again={() => void refetch()} />;
}
