import { type DocumentRelation, type DocumentRelationKind, exchangeWords, relationKindsOfDocuments } from '@karez/contracts-exchange';
import { Button, Input, Select } from 'antd';

interface RelationsFieldProps {
  value?: readonly DocumentRelation[];
  onChange?: (relations: readonly DocumentRelation[]) => void;
}

/** 关联公文: what this one replies to, forwards, replaces, corrects or cites, by its number. */
export function RelationsField({ value = [], onChange }: RelationsFieldProps) {
  const put = (at: number, part: Partial<DocumentRelation>) =>
    onChange?.(value.map((each, place) => (place === at ? { ...each, ...part } : each)));
  return (
    <div className="compose-relations">
      {value.map(({ kind, target }, at) => (
        <div key={at} className="compose-relation">
          <Select<DocumentRelationKind>
            value={kind}
            aria-label={`关联 ${at + 1} 的方式`}
            options={relationKindsOfDocuments.map((each) => ({ value: each, label: exchangeWords.relation[each] }))}
            onChange={(each) => put(at, { kind: each })}
          />
          <Input
            value={target}
            maxLength={80}
            placeholder="发文字号"
            aria-label={`关联 ${at + 1} 的发文字号`}
            onChange={(event) => put(at, { target: event.target.value })}
          />
          <button
            type="button"
            className="kz-textact"
            aria-label={`移除关联 ${at + 1}`}
            onClick={() => onChange?.(value.filter((_, place) => place !== at))}
          >
            移除
          </button>
        </div>
      ))}
      {value.length < 20 && (
        <Button size="small" onClick={() => onChange?.([...value, { kind: value.length > 0 ? 'cites' : 'replies_to', target: '' }])}>
          添加关联
        </Button>
      )}
    </div>
  );
}
