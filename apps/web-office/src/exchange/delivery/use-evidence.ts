import type { DeliveryView } from '@karez/contracts-exchange';
import { api } from '../../app/api.js';
import { useAct } from '../../app/use-act.js';
import { saveText } from '../save-file.js';
import { canonicalJson } from '../words/canonical-json.js';

/** Fetches the evidence file and saves it in its canonical form: a verifier looks at every byte. */
export function useEvidence({ number }: Pick<DeliveryView, 'number'>) {
  const name = `证据-${number}.json`;
  return useAct((request: { deliveryId: string }) => api.exchange.getEvidence(request), {
    said: () => `已下载「${name}」，可以离线核验。`,
    onDone: (file) => saveText(name, canonicalJson(file), 'application/json'),
  });
}
