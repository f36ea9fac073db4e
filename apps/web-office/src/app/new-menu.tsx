import { MenuButton } from '@karez/web-ui';
import { useNavigate } from 'react-router';
import { useMay } from './person-self.js';

/** What may be begun from everywhere. */
const beginnings = [
  { key: 'exchange-document', label: '登记待发公文', href: '/exchange/documents/new', needs: 'exchange.document.write' },
  { key: 'supervision', label: '登记督办事项', href: '/oa/supervision?new=1', needs: 'oa.supervision.write' },
  { key: 'delegation', label: '委托他人代办', href: '/oa/delegations?new=1', needs: 'oa.todo.read' },
  { key: 'article', label: '起草稿件', href: '/portal/articles/new', needs: 'portal.article.write' },
  { key: 'person', label: '登记人员', href: '/people/new', needs: 'identity.person.write' },
] as const;

/** 新建: outlined, because the screen owns the solid button. */
export function NewMenu() {
  const may = useMay();
  const navigate = useNavigate();
  const open = beginnings.filter(({ needs }) => may(needs));
  if (open.length === 0) return null;
  return (
    <MenuButton
      label="新建"
      className="office-new"
      choices={open.map(({ key, label, href }) => ({ key, label, onChoose: () => void navigate(href) }))}
    >
      <span aria-hidden="true">＋</span> 新建
    </MenuButton>
  );
}
