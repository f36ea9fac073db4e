export interface CountPart {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** `#RRGGBB`, at least 3:1 on white. */
  readonly color: string;
}

/**
 * One bar of counts by state, 10 px high (`thin`: 5), with 2 px gaps. It has numbers beside or below it always:
 * either chips of the page, or, without them, the sentence this component writes (`words`).
 */
export function CountBar({ parts, thin, words }: { parts: readonly CountPart[]; thin?: boolean; words?: boolean }) {
  const shown = parts.filter((part) => part.count > 0);
  const sentence = shown.map((part) => `${part.label} ${part.count}`).join('，');
  return (
    <div className="kz-countbar">
      <div className={thin ? 'kz-countbar-line kz-thin' : 'kz-countbar-line'} role="img" aria-label={sentence || '没有数据'}>
        {shown.map((part) => (
          <i key={part.key} style={{ flexGrow: part.count, background: part.color }} />
        ))}
      </div>
      {words && <div className="kz-caption">{sentence || '没有数据'}</div>}
    </div>
  );
}
