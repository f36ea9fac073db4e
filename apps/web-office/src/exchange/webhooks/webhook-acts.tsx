import type { WebhookView } from '@karez/contracts-exchange';
import { Button } from 'antd';
import { api } from '../../app/api.js';
import { AskButton } from '../../app/ask-button.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';

const changes = [['exchange', 'webhooks']];

export function WebhookActs({ webhook }: { webhook: WebhookView }) {
  const resume = useAct(api.exchange.resumeWebhook, { changes, said: ({ url }) => `已恢复向 ${url} 推送，积下的事件接着送。` });
  const remove = useAct(api.exchange.removeWebhook, { changes, said: () => `已取消向 ${webhook.url} 推送。` });
  const refused = resume.refusal ?? remove.refusal;
  return (
    <>
      <div className="exchange-row-acts">
        {webhook.paused && (
          <Button
            size="small"
            loading={resume.busy}
            aria-label={`恢复：${webhook.url}`}
            onClick={() => resume.run({ webhookId: webhook.id })}
          >
            恢复
          </Button>
        )}
        <AskButton
          small
          label="取消推送"
          of={webhook.url}
          question="对方系统不再得到通知，没有送出的事件也不再送。它仍可按游标来取。"
          busy={remove.busy}
          onYes={() => remove.run({ webhookId: webhook.id })}
        />
      </div>
      {refused && (
        <ProblemNote
          problem={refused}
          onDismiss={() => {
            resume.dismiss();
            remove.dismiss();
          }}
        />
      )}
    </>
  );
}
