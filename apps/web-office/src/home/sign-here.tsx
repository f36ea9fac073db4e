import { Button, Notice } from '@karez/web-ui';
import { useNavigate } from 'react-router';
import { api } from '../app/api.js';
import { ProblemNote } from '../app/problem-note.js';
import { useAct } from '../app/use-act.js';

interface SignHereProps {
  deliveryId: string;
  href: string;
  onClose: () => void;
}
/** Below a row: signing cannot be taken back, so what it means is said before it happens. */
export function SignHere({ deliveryId, href, onClose }: SignHereProps) {
  const navigate = useNavigate();
  const sign = useAct(api.exchange.signDelivery, {
    changes: [['exchange'], ['oa']],
    said: ({ number, receiptNumber }) => `已签收 ${number}${receiptNumber ? `，回执 ${receiptNumber}` : ''}。`,
  });
  const dismiss = () => {
    sign.dismiss();
    onClose();
  };
  return (
    <li className="office-row-below">
      {sign.refusal ? (
        <ProblemNote problem={sign.refusal} onDismiss={dismiss} />
      ) : (
        <Notice tone="water" glyph="ring" live="status" title="签收后由本单位负责办理，只能退文，不能撤销。">
          签收用本单位证书签名，发文单位随即收到回执。
          <div className="kz-ways">
            <Button size="small" type="primary" loading={sign.busy} onClick={() => sign.run({ deliveryId })}>
              签收
            </Button>
            <Button size="small" onClick={() => void navigate(href)}>
              先看公文
            </Button>
            <Button size="small" type="text" onClick={onClose}>
              取消
            </Button>
          </div>
        </Notice>
      )}
    </li>
  );
}
