import { EmptyState, PageHeader } from '@karez/web-ui';
import { useLocation, useNavigate } from 'react-router';
import { usePageTitle } from '../app/page-title.js';

export function NotFoundPage() {
  usePageTitle('没有这一页');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return (
    <>
      <PageHeader title="没有这一页" />
      <EmptyState dry title="没有这个地址" act={{ key: 'home', label: '回工作台', onAct: () => void navigate('/') }}>
        /office{pathname} 不存在，或者已经改名。可以按 Ctrl K 搜索。
      </EmptyState>
    </>
  );
}
