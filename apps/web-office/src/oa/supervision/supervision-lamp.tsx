import type { SupervisionRow } from '@karez/contracts-oa';
import { DueLamp } from '@karez/web-ui';
import { lampText } from './supervision-words.js';

export function SupervisionLamp({ item }: { item: Pick<SupervisionRow, 'lamp' | 'daysLeft' | 'state'> }) {
  const [lamp, words] = lampText(item);
  return <DueLamp lamp={lamp}>{words}</DueLamp>;
}
