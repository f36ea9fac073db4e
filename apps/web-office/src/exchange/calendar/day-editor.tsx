import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DayChoice, Days } from './calendar-days.js';

interface DayEditorProps {
  day: string;
  days: Days;
  onChoose: (choice: { choice: DayChoice; note: string }) => void;
  onClose: () => void;
}

const choices: readonly (readonly [DayChoice, string])[] = [
  ['usual', '按星期'],
  ['working', '上班'],
  ['off', '休息'],
];
const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'long' });

/** One day: as its weekday says, working, or off, and why. It stands below the months and stays in sight. */
export function DayEditor({ day, days, onChoose, onClose }: DayEditorProps) {
  const known = days.get(day);
  const [note, setNote] = useState(known?.note ?? '');
  const area = useRef<HTMLFieldSetElement>(null);
  const choice: DayChoice = known?.kind ?? 'usual';
  useEffect(() => {
    area.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, []);
  const name = `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日 ${weekday.format(new Date(`${day}T00:00:00Z`))}`;
  return (
    <fieldset className="exchange-day-editor" ref={area} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <legend className="kz-unseen">{name}</legend>
      <b aria-hidden="true">{name}</b>
      <div className="exchange-radios">
        {choices.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="day-kind"
              value={value}
              checked={choice === value}
              onChange={() => onChoose({ choice: value, note })}
            />{' '}
            {label}
          </label>
        ))}
      </div>
      <Input
        value={note}
        maxLength={60}
        placeholder="说明，如 国庆节、调休"
        aria-label="说明"
        onChange={({ target: { value } }) => {
          setNote(value);
          if (choice !== 'usual') onChoose({ choice, note: value });
        }}
      />
      <Button size="small" onClick={onClose}>
        完成
      </Button>
    </fieldset>
  );
}
