import type { EditionView } from '@karez/contracts-portal';
import { Notice, SchemaForm, type FieldSpec } from '@karez/web-ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { shortTime } from '../../app/time.js';
import { useAct } from '../../app/use-act.js';
import { OfficeModal } from '../../exchange/delivery/office-modal.js';
import { portalKey } from '../portal-queries.js';

interface DialogProps {
  view: EditionView;
  onClose: () => void;
}

const words = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
/** A field of date and time holds Beijing time. */
const moment = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? new Date(`${value}:00+08:00`).toISOString() : undefined;
const Moment = ({ value, onChange, id }: { value?: string; onChange?: (value: string) => void; id?: string }) => (
  <Input type="datetime-local" id={id} value={value} onChange={(event) => onChange?.(event.target.value)} />
);

/** 送审: the chain begins; findings that are still open are said before. */
export function SubmitDialog({ view, onClose }: DialogProps) {
  const submit = useAct((note: string | undefined) => api.portal.submitEdition({ editionId: view.id, note }), {
    changes: [portalKey],
    said: ({ chain }) => `已送审，待${chain[0]?.name ?? '审核'}。`,
    onDone: onClose,
  });
  return (
    <OfficeModal title="送审" onClose={onClose}>
      <p className="office-lead">依次经过{view.chain.map(({ name }) => name).join('、')}。送审后不能修改，需要改时先撤回送审。</p>
      {view.openHits > 0 && (
        <Notice tone="amber" title={`还有 ${view.openHits} 处检查出的文字没有处理，`}>
          不处理完，最后一个审核环节不能通过。建议先改正再送审。
        </Notice>
      )}
      <SchemaForm
        label="送审"
        fields={[{ kind: 'long', name: 'note', label: '给审核人的话', max: 300 }]}
        submit="送审"
        busy={submit.busy}
        refusal={submit.refusal}
        onSubmit={({ note }) => submit.run(words(note))}
        onCancel={onClose}
      />
    </OfficeModal>
  );
}

/** 通过, or 退回 with the reason that the writer reads. */
export function ReviewDialog({ view, onClose, decision }: DialogProps & { decision: 'pass' | 'return' }) {
  const step = view.chain[view.nextStep ?? 0]?.name ?? '审核';
  const review = useAct(
    (opinion: string | undefined) => api.portal.reviewEdition({ editionId: view.id, decision, opinion, version: view.version }),
    {
      changes: [portalKey],
      said: () => (decision === 'pass' ? `${step}已通过。` : `已退回，意见已告知撰稿人。`),
      onDone: onClose,
    },
  );
  const opinion: FieldSpec = {
    ...{ kind: 'long', name: 'opinion', label: '意见', max: 500 },
    ...(decision === 'return' ? { required: true, help: '撰稿人会看到' } : { help: '可不填' }),
  };
  const title = decision === 'pass' ? `${step}：通过` : `${step}：退回修改`;
  return (
    <OfficeModal title={title} onClose={onClose}>
      <p className="office-lead">
        {decision === 'pass' ? '通过后转下一环节；全部通过后待发布。' : '退回后回到草稿，改好再送审时从第一个环节重新开始。'}
      </p>
      <SchemaForm
        label={title}
        fields={[opinion]}
        submit={decision === 'pass' ? '通过' : '退回'}
        busy={review.busy}
        refusal={review.refusal}
        onSubmit={(values) => review.run(words(values['opinion']))}
        onCancel={onClose}
      />
    </OfficeModal>
  );
}

/** 发布, at once or at a time; the day of withdrawing may be set with it. */
export function PublishDialog({ view, onClose }: DialogProps) {
  const publish = useAct(
    (times: { publishAt?: string; withdrawAt?: string }) => api.portal.publishEdition({ editionId: view.id, ...times }),
    {
      changes: [portalKey],
      said: ({ state, publishAt }) =>
        state === 'scheduled' && publishAt ? `定于 ${shortTime(publishAt)} 发布。` : `已发布《${view.title}》。`,
      onDone: onClose,
    },
  );
  return (
    <OfficeModal title={`发布《${view.title}》`} onClose={onClose}>
      <p className="office-lead">发到「{view.columnName}」。两个时间都不填，立即发布，长期有效。</p>
      <SchemaForm
        label="发布"
        fields={[
          { kind: 'own', name: 'publishAt', label: '定时发布', help: '北京时间；不填即刻发布', control: <Moment /> },
          { kind: 'own', name: 'withdrawAt', label: '到期撤下', help: '到时保留正文并挂“已过期”说明', control: <Moment /> },
        ]}
        submit="发布"
        busy={publish.busy}
        refusal={publish.refusal}
        onSubmit={(values) => publish.run({ publishAt: moment(values['publishAt']), withdrawAt: moment(values['withdrawAt']) })}
        onCancel={onClose}
      />
    </OfficeModal>
  );
}

/** 预览链接: who has it reads the text without an account until it runs out, under the name of who made it. */
export function PreviewDialog({ view, onClose }: DialogProps) {
  const [link, setLink] = useState<{ address: string; until: string }>();
  const create = useAct((hours: number) => api.portal.createPreview({ editionId: view.id, hours }), {
    onDone: ({ token, expiresAt }) => setLink({ address: `${location.origin}/office/preview/${token}`, until: expiresAt }),
  });
  return (
    <OfficeModal title="预览链接" onClose={onClose} light>
      {link ? (
        <>
          <p className="office-lead">{shortTime(link.until)} 前，拿到链接的人不用登录就能看，页面印有您的姓名。请勿外传。</p>
          <Input readOnly value={link.address} aria-label="预览链接" onFocus={(event) => event.target.select()} />
          <div className="kz-form-acts portal-after">
            <Button type="primary" href={link.address} target="_blank">
              打开
            </Button>
            <Button onClick={() => void navigator.clipboard?.writeText(link.address)}>复制</Button>
          </div>
        </>
      ) : (
        <SchemaForm
          label="预览链接"
          fields={[
            {
              ...{ kind: 'choice', name: 'hours', label: '有效期' },
              options: [
                { value: '2', label: '2 小时' },
                { value: '24', label: '1 天' },
                { value: '168', label: '7 天' },
              ],
            },
          ]}
          initial={{ hours: '24' }}
          submit="生成链接"
          busy={create.busy}
          refusal={create.refusal}
          onSubmit={({ hours }) => create.run(Number(hours))}
          onCancel={onClose}
        />
      )}
    </OfficeModal>
  );
}
