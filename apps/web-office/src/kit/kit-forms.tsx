import { Facts, OrgTree, SchemaForm } from '@karez/web-ui';
import { useState } from 'react';
import { KitBox, nothing } from './kit-box.js';

const below = new Map([
  [
    'top',
    [
      { id: 'a', name: '沙枣河地区水利局', children: 2 },
      { id: 'b', name: '沙枣河流域管理局', children: 0 },
    ],
  ],
  [
    'a',
    [
      { id: 'c', name: '红柳沟县水利局', children: 0, note: '在岗 3 人' },
      { id: 'd', name: '白杨渡市水务局', children: 0 },
    ],
  ],
]);

export function KitForms() {
  const [selected, setSelected] = useState('c');
  return (
    <>
      <KitBox title="表单" rule="拒绝贴在字段下，已填的不丢" wide={3}>
        <SchemaForm
          label="拒收示例"
          fields={[
            { kind: 'text', name: 'reason', label: '拒收理由', required: true, help: '必填，对方拟稿人会看到' },
            {
              kind: 'choice',
              name: 'sort',
              label: '理由分类',
              options: ['附件不全', '主送有误', '版式不合'].map((value) => ({ value, label: value })),
            },
          ]}
          initial={{ reason: '缺页', sort: '附件不全' }}
          submit="拒收"
          refusal={{ detail: '填写的内容有误', errors: [{ field: 'reason', detail: '至少 5 个字，写明哪个附件、缺哪几页' }] }}
          onSubmit={nothing}
          onCancel={nothing}
        />
      </KitBox>
      <KitBox title="机构树" rule="↑ ↓ 移动，→ 展开，← 收起，Enter 选定" wide={3}>
        <OrgTree
          label="机构示例"
          roots={[{ id: 'top', name: '某某省水利厅', children: 2 }]}
          below={below}
          opened={['top', 'a']}
          onOpen={nothing}
          selected={selected}
          onSelect={setSelected}
        />
        <Facts
          items={[
            ['类别', '县市局'],
            ['统一代码', '未填'],
          ]}
        />
      </KitBox>
    </>
  );
}
