import type { DocumentNumber } from '@karez/contracts-exchange';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, InputNumber } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { nextNumberQuery } from './document-queries.js';
import { numberText } from './draft-values.js';

interface NumberFieldProps {
  value?: Partial<DocumentNumber>;
  onChange?: (number: Partial<DocumentNumber>) => void;
  id?: string;
  /** A new document takes the proposal by itself. */
  fresh: boolean;
}

/** 发文字号: 代字, year, serial; the next free serial is proposed and taken only when the document is saved. */
export function NumberField({ value = {}, onChange, id, fresh }: NumberFieldProps) {
  const [asked, setAsked] = useState(value.agencyCode);
  const proposal = useQuery(nextNumberQuery(asked || undefined)).data;
  const next = proposal?.next;
  const filled = useRef(!fresh || Boolean(value.agencyCode));
  useEffect(() => {
    if (filled.current || !next) return;
    filled.current = true;
    onChange?.(next);
  }, [next, onChange]);
  const change = (part: Partial<DocumentNumber>) => {
    filled.current = true;
    onChange?.({ ...value, ...part });
  };
  // a number that was saved is the document's own: another is proposed only when its 代字 is changed
  const [own] = useState(fresh ? undefined : value.agencyCode);
  const other = next && value.agencyCode !== own && numberText(next) !== numberText(value) ? next : undefined;
  return (
    <div className="compose-number">
      <AutoComplete
        id={id}
        value={value.agencyCode ?? ''}
        options={(proposal?.agencyCodes ?? []).map((code) => ({ value: code }))}
        placeholder="代字"
        aria-label="机关代字"
        onChange={(code: string) => change({ agencyCode: code.trim() })}
        onBlur={() => setAsked(value.agencyCode)}
        onSelect={(code: string) => setAsked(code)}
      />
      <span aria-hidden="true">〔</span>
      <InputNumber
        value={value.year ?? null}
        min={1949}
        max={2999}
        controls={false}
        aria-label="年份"
        onChange={(year) => change({ year: year ?? undefined })}
      />
      <span aria-hidden="true">〕</span>
      <InputNumber
        value={value.serial ?? null}
        min={1}
        max={999_999}
        precision={0}
        controls={false}
        aria-label="序号"
        onChange={(serial) => change({ serial: serial ?? undefined })}
      />
      <span aria-hidden="true">号</span>
      {other && (
        <button type="button" className="kz-textact" onClick={() => change(other)}>
          用下一个号 {numberText(other)}
        </button>
      )}
    </div>
  );
}
