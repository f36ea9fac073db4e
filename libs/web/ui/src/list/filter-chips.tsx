import { lampLook, type Lamp } from '../tokens.js';

export interface FilterChip<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Chips of one group add up to the total. */
  readonly count?: number | string;
  readonly lamp?: Lamp;
}

export interface FilterChipsProps<V extends string> {
  /** What is filtered: 按时限, 按状态. */
  label: string;
  chips: readonly FilterChip<V>[];
  value: V;
  onChange: (value: V) => void;
}

/** One choice of several, as pills with counts. */
export const FilterChips = <V extends string>({ label, chips, value, onChange }: FilterChipsProps<V>) => (
  <div className="kz-chips" role="group" aria-label={label}>
    {chips.map((chip) => (
      <button key={chip.value} type="button" className="kz-chip" aria-pressed={chip.value === value} onClick={() => onChange(chip.value)}>
        {chip.lamp && chip.lamp !== 'none' && (
          <i aria-hidden="true" style={{ background: chip.lamp === 'red' ? lampLook.red.fill : lampLook[chip.lamp].lamp }} />
        )}
        {chip.label}
        {chip.count !== undefined && <b>{chip.count}</b>}
      </button>
    ))}
  </div>
);
