import { exchangeWords, minutesToSign, type Urgency } from '@karez/contracts-exchange';
import { Input, InputNumber, Radio, Select } from 'antd';
import { today } from '../../app/time.js';
import { allowanceWords } from '../words/due-words.js';
import type { SendTerms } from './send-terms.js';

interface SendTermsFieldsProps {
  urgency: Urgency;
  terms: SendTerms;
  onTerms: (terms: SendTerms) => void;
}
/** Deadlines that offices set, in working minutes. */
const offered = [30, 60, 120, 240, 480, 960, 1_440, 2_400];

/** 签收时限, 办复时限, 红头打印份数, 附言. */
export function SendTermsFields({ urgency, terms, onTerms }: SendTermsFieldsProps) {
  const usual = minutesToSign[urgency];
  const own = terms.signWithinMinutes !== undefined;
  return (
    <div className="compose-terms" role="group" aria-label="发送要求">
      <div className="compose-term">
        <span className="compose-label">签收时限</span>
        <div>
          <Radio.Group
            aria-label="签收时限"
            value={own ? 'own' : 'usual'}
            onChange={({ target }) => onTerms({ ...terms, signWithinMinutes: target.value === 'own' ? usual : undefined })}
            options={[
              { value: 'usual', label: `按紧急程度（${exchangeWords.urgency[urgency]}，送达后 ${allowanceWords(usual)}）` },
              { value: 'own', label: '另定' },
            ]}
          />
          {own && (
            <Select
              aria-label="另定的签收时限"
              value={terms.signWithinMinutes}
              options={[...new Set([...offered, usual])]
                .sort((one, other) => one - other)
                .map((value) => ({ value, label: allowanceWords(value) }))}
              onChange={(signWithinMinutes) => onTerms({ ...terms, signWithinMinutes })}
            />
          )}
        </div>
      </div>
      <div className="compose-two">
        <div className="compose-term">
          <label className="compose-label" htmlFor="send-reply-by">
            办复时限<span className="kz-help">不填即不要求</span>
          </label>
          <Input
            id="send-reply-by"
            type="date"
            min={today()}
            value={terms.replyBy ?? ''}
            onChange={({ target }) => onTerms({ ...terms, replyBy: target.value || undefined })}
          />
        </div>
        <div className="compose-term">
          <label className="compose-label" htmlFor="send-print">
            红头打印份数<span className="kz-help">每家，0 即不授权</span>
          </label>
          <InputNumber
            id="send-print"
            min={0}
            max={200}
            precision={0}
            value={terms.printQuota}
            onChange={(printQuota) => onTerms({ ...terms, printQuota: printQuota ?? 0 })}
          />
        </div>
      </div>
      <div className="compose-term">
        <label className="compose-label" htmlFor="send-note">
          附言<span className="kz-help">收文单位会看到</span>
        </label>
        <Input.TextArea
          id="send-note"
          rows={2}
          maxLength={500}
          value={terms.note}
          onChange={({ target }) => onTerms({ ...terms, note: target.value })}
        />
      </div>
    </div>
  );
}
