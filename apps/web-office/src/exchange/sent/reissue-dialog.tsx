import type { DispatchView, ReissueDelivery } from '@karez/contracts-exchange';
import { SchemaForm } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { useAct } from '../../app/use-act.js';
import { BodyChoice } from '../directory/body-choice.js';
import { exchangeKey } from '../exchange-queries.js';
import type { AskedProps } from './sending-dialogs.js';
import { useLookAgain } from './use-row-acts.js';

/** 重发, 更正件, 改发: a new delivery that takes the place of this one; both show the link. */
export function ReissueDialog({ row, dispatch, onClose }: AskedProps & { dispatch: DispatchView }) {
  const navigate = useNavigate();
  const sealed = useQuery({
    queryKey: [...exchangeKey, 'documents', 'sealed-unsent'],
    queryFn: ({ signal }) => api.exchange.listDocuments({ state: 'sealed', unsent: 'true', limit: 50 }, { signal }),
  });
  const correction = row.state === 'signed_for' || row.state === 'delivered';
  const reissue = useAct((request: ReissueDelivery) => api.exchange.reissueDelivery(request), {
    changes: [exchangeKey],
    said: ({ recipientName }) => `${correction ? '更正件' : '公文'}已发给${recipientName}，与原件互相注明。`,
    onDone: ({ dispatchId }) => {
      onClose();
      void navigate(`/exchange/sent/${dispatchId}`);
    },
  });
  useLookAgain(reissue.refusal);
  const title = correction ? `给${row.recipientName}发更正件` : `重发给${row.recipientName}`;
  const documents = (sealed.data?.items ?? []).map(({ id, title: name, number }) => ({ value: id, label: `${number} ${name}` }));
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="office-lead">
        {correction ? '更正件须先登记并封装。发出后，对方同时看到原件和更正件。' : '发出后原件注明“已改发”，两件互相关联。'}
      </p>
      <SchemaForm
        label={title}
        fields={[
          {
            ...{ kind: 'own', name: 'documentId', label: correction ? '更正件' : '公文', required: correction },
            help: '已封装未发出的公文',
            control: (
              <Select
                options={documents}
                allowClear
                loading={sealed.isFetching}
                placeholder={correction ? '选已封装的更正件' : `原件 ${dispatch.number}`}
                notFoundContent={sealed.isError ? '没有取到待发公文' : '没有已封装未发出的公文'}
              />
            ),
          },
          {
            ...{ kind: 'own', name: 'recipientId', label: '收文单位', help: '改投别处时才选' },
            control: <BodyChoice placeholder={row.recipientName} />,
          },
          { kind: 'long', name: 'note', label: '附言', max: 500 },
        ]}
        submit={correction ? '发更正件' : '重发'}
        busy={reissue.busy}
        refusal={reissue.refusal}
        onSubmit={({ documentId, recipientId, note }) =>
          reissue.run({ deliveryId: row.id, documentId: textIn(documentId), recipientId: textIn(recipientId), note: textIn(note) })
        }
        onCancel={onClose}
      />
    </Modal>
  );
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
