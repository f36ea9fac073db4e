import type { PartGiven } from '@karez/contracts-oa';
import { Button, Input } from 'antd';
import { OrgPicker } from '../../orgs/org-picker.js';

interface PartsFieldProps {
  value?: readonly Partial<PartGiven>[];
  onChange?: (parts: readonly Partial<PartGiven>[]) => void;
  id?: string;
}

/** Bodies with what each is to do, and by when where it is earlier than the whole. */
export function PartsField({ value = [], onChange, id }: PartsFieldProps) {
  const set = (index: number, change: Partial<PartGiven>) =>
    onChange?.(value.map((part, at) => (at === index ? { ...part, ...change } : part)));
  return (
    <div className="sv-parts-field" id={id}>
      {value.map((part, index) => (
        <div key={index} className="sv-part-field">
          <OrgPicker label={`协办单位 ${index + 1}`} value={part.orgId} onChange={(orgId) => set(index, { orgId })} />
          <Input.TextArea
            rows={2}
            maxLength={2000}
            aria-label={`任务 ${index + 1}`}
            placeholder="承担的任务"
            value={part.content}
            onChange={({ target }) => set(index, { content: target.value })}
          />
          <div className="sv-part-field-end">
            <Input
              type="date"
              aria-label={`期限 ${index + 1}`}
              value={part.dueOn}
              onChange={({ target }) => set(index, { dueOn: target.value || undefined })}
            />
            <Button type="text" onClick={() => onChange?.(value.filter((_, at) => at !== index))}>
              移除
            </Button>
          </div>
        </div>
      ))}
      <Button onClick={() => onChange?.([...value, {}])}>添加单位</Button>
    </div>
  );
}

/** Those that are filled in; one that is half filled in is told, not dropped. */
export function partsIn(values: Record<string, unknown>, name: string): PartGiven[] {
  const parts = (values[name] ?? []) as readonly Partial<PartGiven>[];
  return parts
    .filter(({ orgId, content }) => orgId ?? content?.trim())
    .map(({ orgId = '', content = '', dueOn }) => ({ orgId, content: content.trim(), ...(dueOn && { dueOn }) }));
}
