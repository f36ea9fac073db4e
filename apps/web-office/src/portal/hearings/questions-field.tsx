import type { SurveyQuestion } from '@karez/contracts-portal';
import { Button, Checkbox, Input, Select } from 'antd';
import { questionWord } from './hearing-words.js';

/** A question while it is typed: its options as lines. */
export type QuestionDraft = SurveyQuestion & { readonly lines?: string };
interface QuestionsFieldProps {
  value?: readonly QuestionDraft[];
  onChange?: (value: QuestionDraft[]) => void;
}

const kinds = (Object.keys(questionWord) as (keyof typeof questionWord)[]).map((value) => ({ value, label: questionWord[value] }));
const linesOf = ({ lines, options }: QuestionDraft): string => lines ?? (options ?? []).join('\n');

/** The questions of a survey, one under the other. */
export function QuestionsField({ value = [], onChange }: QuestionsFieldProps) {
  const change = (at: number, part: Partial<QuestionDraft>) =>
    onChange?.(value.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <div className="portal-question-fields">
      {value.map((question, at) => (
        <fieldset key={at}>
          <legend>第 {at + 1} 题</legend>
          <Input
            value={question.text}
            maxLength={120}
            aria-label={`第 ${at + 1} 题的问题`}
            onChange={(event) => change(at, { text: event.target.value })}
          />
          <div className="portal-question-line">
            <Select value={question.kind} options={kinds} aria-label={`第 ${at + 1} 题的题型`} onChange={(kind) => change(at, { kind })} />
            <Checkbox checked={question.required} onChange={(event) => change(at, { required: event.target.checked })}>
              必答
            </Checkbox>
            <Button size="small" onClick={() => onChange?.(value.filter((_, index) => index !== at))}>
              删去
            </Button>
          </div>
          {question.kind !== 'text' && (
            <Input.TextArea
              rows={3}
              value={linesOf(question)}
              placeholder="一行一个选项"
              aria-label={`第 ${at + 1} 题的选项`}
              onChange={(event) => change(at, { lines: event.target.value })}
            />
          )}
        </fieldset>
      ))}
      {value.length < 30 && (
        <Button onClick={() => onChange?.([...value, { text: '', kind: 'one', required: true, lines: '' }])}>加一题</Button>
      )}
    </div>
  );
}

/** As they are sent: a question to be written has no options. */
export const questionsOf = (drafts: readonly QuestionDraft[]): SurveyQuestion[] =>
  drafts.map((draft) => {
    const options = linesOf(draft)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    return { text: draft.text.trim(), kind: draft.kind, required: draft.required, ...(draft.kind !== 'text' && { options }) };
  });
