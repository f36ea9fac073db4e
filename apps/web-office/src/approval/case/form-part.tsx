import type { CaseView, FormField } from '@karez/contracts-approval';
import { Card, Facts, LoadingRows } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { itemQuery } from '../approval-queries.js';

/** 申请表 as it was filled in, with the words of the version of the item that it was filled in for. */
export function FormPart({ view }: { view: CaseView }) {
  const item = useQuery(itemQuery(view.itemCode, view.itemVersion)).data;
  return (
    <>
      <Card title="申请人">
        <Facts
          items={[
            ['申请人', `${view.applicantName}（${view.applicantKind === 'person' ? '个人' : '单位'}）`],
            ...(view.agentName ? [['代理人', view.agentName] as const] : []),
            ['联系电话', <span className="kz-mono">{view.contactPhone}</span>],
            ['受理机关', view.authority],
          ]}
        />
      </Card>
      <Card title="申请表" note={view.tableOutcome}>
        {item ? (
          item.form.ui.map((section) => (
            <section key={section.title} className="ap-form">
              <h3>{section.title}</h3>
              <Facts items={section.fields.map((field) => [field.label, wordsOf(field, view.values[field.name])] as const)} />
            </section>
          ))
        ) : (
          <LoadingRows label="申请表" rows={4} />
        )}
      </Card>
    </>
  );
}

function wordsOf({ widget, options, unit }: FormField, value: unknown): string {
  if (value === undefined || value === null || value === '') return '未填';
  if (widget === 'checkbox') return value ? '是' : '否';
  const text = typeof value === 'number' ? value.toLocaleString('zh-CN') : typeof value === 'string' ? value : JSON.stringify(value);
  return `${options?.[text] ?? text}${unit ? ` ${unit}` : ''}`;
}
