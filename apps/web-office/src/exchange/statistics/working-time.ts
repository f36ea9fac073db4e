/** Minutes of working time as the office says them: `40 分`, `3 小时 20 分`; from ten hours on only hours. */
export function workingTime(minutes: number | undefined): string {
  if (minutes === undefined) return '—';
  if (minutes < 60) return `${minutes} 分`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return hours >= 10 || rest === 0 ? `${Math.round(minutes / 60)} 小时` : `${hours} 小时 ${rest} 分`;
}

/** Share of what was received that was signed for, in whole per cent; 100 only when it is all. */
export function signedShare(received: number, signed: number): string {
  if (received === 0) return '—';
  return `${signed >= received ? 100 : Math.min(99, Math.round((signed / received) * 100))}%`;
}
