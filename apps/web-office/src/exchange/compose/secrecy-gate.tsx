import { exchangeWords, type SecurityClass } from '@karez/contracts-exchange';
import { Refusal } from '@karez/web-ui';

/** Chosen above 非涉密, it is said at once: nothing was kept, and where to go. */
export const SecrecyGate = ({ chosen, onBack }: { chosen: SecurityClass; onBack: () => void }) => (
  <Refusal
    result={`不能保存：密级选了「${exchangeWords.securityClass[chosen]}」。`}
    ways={[{ key: 'back', label: '改回非涉密', onAct: onBack }]}
  >
    本系统为非涉密系统，内容没有保存，本机也不留存。涉密公文请走机要渠道，由机要人员用涉密载体或涉密网办理；已经填入涉密内容的，请立即清空并报告本单位保密办。
  </Refusal>
);
