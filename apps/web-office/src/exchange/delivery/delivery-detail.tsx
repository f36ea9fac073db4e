import { ProblemError } from '@karez/web-client';
import { LoadingRows } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { ProblemState } from '../../app/instead.js';
import { deliveryQuery } from '../exchange-queries.js';
import { BackBar, type BackTo } from './back-bar.js';
import { DeliverySheet } from './delivery-sheet.js';
import { useNarrow } from './use-narrow.js';
import { useSeen } from './use-seen.js';

interface DeliveryDetailProps {
  deliveryId: string;
  /** Level of the title's heading. */
  level: 1 | 2;
  /** The way back, on the phone. */
  back: BackTo;
}

/** One delivery, from whichever side the caller sees it. */
export function DeliveryDetail({ deliveryId, level, back }: DeliveryDetailProps) {
  const delivery = useQuery(deliveryQuery(deliveryId));
  const narrow = useNarrow();
  useSeen(delivery.data);
  if (delivery.data) return <DeliverySheet key={deliveryId} view={delivery.data} level={level} back={back} />;
  return (
    <div className="ex-detail">
      {narrow && <BackBar to={back} />}
      {level === 1 && <h1 className="kz-unseen">公文</h1>}
      {delivery.isPending ? (
        <LoadingRows label="公文" rows={6} />
      ) : (
        <ProblemState
          label="这件公文"
          problem={delivery.error instanceof ProblemError ? delivery.error : null}
          again={() => void delivery.refetch()}
        />
      )}
    </div>
  );
}
