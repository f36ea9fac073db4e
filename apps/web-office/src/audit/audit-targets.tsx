import { Link } from 'react-router';

const words: Readonly<Record<string, string>> = {
  person: '人员',
  org: '机构',
  role: '角色',
  role_grant: '授权',
  post: '岗位',
  session: '登录',
  client: '接入系统',
  notification: '通知',
  file: '附件',
};
const pages: Readonly<Record<string, string>> = { person: '/people/', org: '/orgs/', role: '/roles/' };

/** What an act changed, `person/0199…`: the kind in words with the end of its id, linked where there is a page. The whole id is the title. */
export const AuditTargets = ({ targets }: { targets: readonly string[] }) => {
  if (targets.length === 0) return <>—</>;
  return (
    <ul className="office-targets">
      {targets.map((target) => {
        const [kind = '', id = ''] = target.split('/');
        const text = `${words[kind] ?? kind} ${id.slice(-6)}`;
        return (
          <li key={target} title={target}>
            {pages[kind] ? <Link to={pages[kind] + id}>{text}</Link> : text}
          </li>
        );
      })}
    </ul>
  );
};
