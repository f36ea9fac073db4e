import { Button, Input, Modal } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import type { CalendarDayView } from '@karez/contracts-exchange';
import { readLines } from './paste-lines.js';

interface PasteDialogProps {
  year: number;
  onDays: (days: readonly CalendarDayView[]) => void;
  onClose: () => void;
}

/** The notice of the year is pasted line by line; what is not understood is said before anything is taken over. */
export function PasteDialog({ year, onDays, onClose }: PasteDialogProps) {
  const id = useId();
  const [text, setText] = useState('');
  const { days, problems } = readLines(useDeferredValue(text), year);
  return (
    <Modal open title={`粘贴 ${year} 年的放假安排`} footer={null} onCancel={onClose} destroyOnHidden>
      <div className="exchange-steps">
        <label htmlFor={id}>
          一行一天或一段
          <span className="kz-help">10月1日至10月8日 休 国庆节；10月10日 班 调休</span>
        </label>
        <Input.TextArea id={id} rows={8} value={text} aria-describedby={`${id}-read`} onChange={(event) => setText(event.target.value)} />
        <div id={`${id}-read`} role="status" className="kz-secondary">
          {text.trim() &&
            `读出 ${days.length} 天：休 ${days.filter(({ kind }) => kind === 'off').length}，班 ${days.filter(({ kind }) => kind === 'working').length}。`}
          {problems.length > 0 && (
            <ul className="exchange-problem">
              {problems.map(({ line, words }) => (
                <li key={line}>
                  第 {line} 行没有读懂：{words}
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className="kz-form-acts">
          <Button type="primary" disabled={days.length === 0} onClick={() => onDays(days)}>
            填入日历
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
        <p className="kz-caption">同一天以粘贴的为准，其余日子不变；填入后还要保存。</p>
      </div>
    </Modal>
  );
}
