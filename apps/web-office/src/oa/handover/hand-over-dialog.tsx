import { type HandoverPart, type HandoverRow, type KindCount, todoKindWords } from '@karez/contracts-oa';
import { LoadingRows } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { AskDialog, type Question, wordsIn } from '../../app/ask-dialog.js';
import { ProblemNote } from '../../app/problem-note.js';
import { OfficeModal } from '../../exchange/delivery/office-modal.js';
import { type ChosenPerson, PersonChoice } from '../../people/person-choice.js';
import { oa, oaKey } from '../oa-client.js';
import { leaverQuery } from './handover-queries.js';
import { ProblemError } from '@karez/web-client';

interface HandOverDialogProps {
  readonly person: ChosenPerson;
  readonly onClose: () => void;
}

/** Everything to one person, or kind by kind to others. */
export function HandOverDialog({ person, onClose }: HandOverDialogProps) {
  const { data, error } = useQuery(leaverQuery(person.id));
  const title = `移交${person.name}的工作`;
  if (!data || data.open.length === 0)
    return (
      <OfficeModal title={title} onClose={onClose}>
        {error instanceof ProblemError ? (
          <ProblemNote problem={error} onDismiss={onClose} />
        ) : data ? (
          <p className="office-lead">
            {person.name}没有可以移交的在办事项。{data.elsewhere > 0 && `另有 ${data.elsewhere} 件在其他系统里，请到那里改派。`}
          </p>
        ) : (
          <LoadingRows label="在办事项" rows={3} />
        )}
      </OfficeModal>
    );
  return <AskDialog question={questionOf(person, data.open, data.elsewhere)} changes={[oaKey]} onClose={onClose} />;
}

const questionOf = (person: ChosenPerson, open: readonly KindCount[], elsewhere: number): Question<HandoverRow> => ({
  ...{ title: `移交${person.name}的工作`, submit: '移交' },
  lead: `在办事项全部转给接办人，移交留有记录。${elsewhere > 0 ? `另有 ${elsewhere} 件在其他系统里，请到那里改派。` : ''}`,
  fields: [
    { kind: 'own', name: 'rest', label: '接办人', required: true, control: <PersonChoice /> },
    ...open.map(({ kind, count }) => ({
      ...({ kind: 'own', name: kind, label: `${todoKindWords[kind]} ${count} 件`, help: '不选即交给接办人' } as const),
      control: <PersonChoice />,
    })),
    { kind: 'text', name: 'reason', label: '事由', required: true, max: 200, placeholder: '调离、退休' },
  ],
  call: (values) => oa.handOver({ fromId: person.id, parts: partsOf(values, open), reason: wordsIn(values, 'reason') ?? '' }),
  said: ({ fromName, shares }) => `${fromName}的工作已移交：${shares.map(({ toName, moved }) => `${toName} ${moved} 件`).join('，')}。`,
});

/** One part for each person, with the kinds chosen for that person; the rest to whoever takes it. */
function partsOf(values: Record<string, unknown>, open: readonly KindCount[]): HandoverPart[] {
  const rest = (values['rest'] as ChosenPerson | undefined)?.id ?? '';
  const parts = new Map<string, HandoverPart>();
  for (const { kind } of open) {
    const toId = (values[kind] as ChosenPerson | undefined)?.id ?? rest;
    const part = parts.get(toId) ?? { toId, kinds: [] };
    parts.set(toId, { toId, kinds: [...part.kinds, kind] });
  }
  return [...parts.values()];
}
