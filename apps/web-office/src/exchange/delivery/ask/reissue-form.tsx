import type { ReissueDelivery } from '@karez/contracts-exchange';
import { SchemaForm, type FieldSpec } from '@karez/web-ui';
import { useNavigate } from 'react-router';
import { api } from '../../../app/api.js';
import { useMay } from '../../../app/person-self.js';
import { BodyChoice } from '../../directory/body-choice.js';
import { actWords } from '../../words/act-words.js';
import { useDeliveryAct } from '../use-delivery-act.js';
import type { AskFormProps } from './delivery-dialog.js';
import { SealedChoice } from './sealed-choice.js';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

/** 重发, 更正件: a new delivery that takes the place of this one; another document, or another body, where something was wrong. */
export function ReissueForm({ view, onClose }: AskFormProps) {
  const navigate = useNavigate();
  const may = useMay();
  const { label } = actWords('reissue', view.state);
  const corrects = label === '更正件';
  const reissue = useDeliveryAct(api.exchange.reissueDelivery, {
    said: ({ number, recipientName }) => `已向${recipientName}发出${number}，原件注明由它替代。`,
    onDone: ({ id }) => {
      onClose();
      void navigate(`/exchange/deliveries/${id}`);
    },
  });
  const redirect: FieldSpec = {
    ...{ kind: 'own', name: 'recipientId', label: '改发单位', help: `不填仍发${view.recipientName}` },
    control: <BodyChoice label="改发单位" />,
  };
  return (
    <>
      <p className="office-lead">
        {corrects
          ? '更正件是一件新公文，须先登记并封装。发出后原件和新件互相注明，原件的签收记录保留。'
          : '重发是一次新的投递：默认同一件公文、同一个单位；有改动的，选另一件已封装的公文。'}
      </p>
      <SchemaForm
        label={label}
        fields={[
          {
            ...{ kind: 'own', name: 'documentId', label: corrects ? '更正件' : '改用公文', required: corrects },
            ...{ help: corrects ? '从已封装的公文中选' : '不填仍用原件', control: <SealedChoice except={view.number} /> },
          },
          ...(may('exchange.directory.read') && !corrects ? [redirect] : []),
          { kind: 'long', name: 'note', label: '附言', help: '可不填，对方会看到', max: 500 },
        ]}
        submit={corrects ? '发更正件' : '重发'}
        busy={reissue.busy}
        refusal={reissue.refusal}
        onSubmit={(values) => {
          const chosen = {
            documentId: textOf(values['documentId']),
            recipientId: textOf(values['recipientId']),
            note: textOf(values['note']),
          };
          const given = Object.entries(chosen).filter(([, value]) => value !== undefined);
          const request: ReissueDelivery = { deliveryId: view.id, ...Object.fromEntries(given) };
          reissue.run(request);
        }}
        onCancel={onClose}
      />
    </>
  );
}
