import { EmptyState, PageHeader } from '@karez/web-ui';
import { useNavigate } from 'react-router';
import { useMe } from '../app/person-self.js';
import { usePageTitle } from '../app/page-title.js';
import { permissionWords } from '../words/permission-words.js';

/** 403 of a whole page: which post, which permission in words, and whether another post of the same person may help. */
export function RefusedPage({ permission }: { permission: string }) {
  usePageTitle('不能打开这一页');
  const { post, posts } = useMe();
  const navigate = useNavigate();
  const others = posts.filter(({ id }) => id !== post?.id);
  return (
    <>
      <PageHeader title="不能打开这一页" />
      <EmptyState
        dry
        title={`${post ? `「${post.orgName} ${post.title}」` : '您的账号'}没有这项权限：${permissionWords[permission]?.zh ?? permission}`}
        act={{ key: 'home', label: '回工作台', onAct: () => void navigate('/') }}
      >
        {others.length > 0
          ? `您另有${others.map(({ orgName, title }) => `「${orgName} ${title}」`).join('、')}，可在右上角切换岗位后再打开。`
          : '需要时请向本单位管理员申请授权。'}
      </EmptyState>
    </>
  );
}
