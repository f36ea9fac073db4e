import type { PrintLicence } from '@karez/contracts-exchange';
import { SchemaForm } from '@karez/web-ui';
import { useState } from 'react';
import { api } from '../../../app/api.js';
import { useAct } from '../../../app/use-act.js';
import { exchangeKey } from '../../exchange-queries.js';
import { PrintCopies } from '../print-copies.js';
import { PrintList } from '../print-list.js';
import type { AskFormProps } from './delivery-dialog.js';

const copiesWords = ({ firstCopy, lastCopy }: PrintLicence): string =>
  firstCopy === lastCopy ? `第 ${firstCopy} 份` : `第 ${firstCopy} 至 ${lastCopy} 份`;

/** 打印: authorised copies are counted before the printer is asked; each carries its number, the body and the person. */
export function PrintForm({ view, onClose }: AskFormProps) {
  const [licence, setLicence] = useState<PrintLicence>();
  const left = view.printQuota - view.printed;
  const print = useAct(api.exchange.printDelivery, {
    changes: [exchangeKey],
    said: (given) => `已登记打印${copiesWords(given)}，还可打 ${given.left} 份。`,
    onDone: setLicence,
  });
  if (licence) return <PrintCopies view={view} licence={licence} onPrinted={onClose} />;
  return (
    <>
      <p className="office-lead">
        授权 {view.printQuota} 份，还可打 {left} 份。每份带份号和水印（单位、打印人），打印即登记，不论打印机是否出纸。
      </p>
      {view.prints.length > 0 && <PrintList view={view} />}
      <SchemaForm
        label="打印"
        fields={[{ kind: 'text', name: 'copies', label: '份数', required: true, pattern: [/^[1-9]\d{0,2}$/, `填 1 至 ${left} 的整数`] }]}
        initial={{ copies: '1' }}
        submit="登记并打印"
        busy={print.busy}
        refusal={print.refusal}
        onSubmit={({ copies }) => print.run({ deliveryId: view.id, copies: Number(copies) })}
        onCancel={onClose}
      />
    </>
  );
}
