import { Card, ListRow, RowList } from '@karez/web-ui';
import { Link } from 'react-router';
import { places } from '../app/navigation.js';
import { useMay, useMe } from '../app/person-self.js';
import { permissionWords } from '../words/permission-words.js';
import { scopeText } from '../words/scope-words.js';

const words = Object.entries(permissionWords);

/** What the current post may do, place by place, in the words of the permissions, with how far it reaches. */
export function MayDo() {
  const { grants } = useMe();
  const may = useMay();
  const open = places.flatMap((place) => {
    if (!place.needs || !may(place.needs)) return [];
    const about = place.needs.slice(0, place.needs.lastIndexOf('.') + 1);
    const held = words.filter(([permission]) => permission.startsWith(about) && may(permission));
    const scopes = new Set(grants.filter(({ permissions }) => permissions.includes(place.needs!)).map(({ scope }) => scopeText(scope)));
    return [{ place, held: held.map(([, { zh }]) => zh), scope: [...scopes].join('、') }];
  });
  return (
    <Card title="当前岗位能办的" flush>
      {open.length === 0 && <p className="kz-caption office-line">只能办理自己账号的事。需要时请向本单位管理员申请授权。</p>}
      <RowList label="当前岗位能办的">
        {open.map(({ place, held, scope }) => (
          <ListRow key={place.key} title={place.label} href={place.href} link={Link} meta={[held.join('；'), `范围：${scope}`]} />
        ))}
      </RowList>
    </Card>
  );
}
