/** 张* · 欧阳*: what anybody may see of a person's name. */
export function masked(name: string): string {
  const letters = [...name];
  return letters.length < 2
    ? '*'
    : `${letters.slice(0, Math.max(1, letters.length - 2)).join('')}${'*'.repeat(Math.min(2, letters.length - 1))}`;
}
