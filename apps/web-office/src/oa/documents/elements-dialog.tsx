import { type Addressee, disclosures, genreNames, genres, layouts, type OfficialText, urgencies } from '@karez/contracts-oa';
import { SchemaForm } from '@karez/web-ui';
import { wordsIn } from '../../app/ask-dialog.js';
import { OfficeModal } from '../../exchange/delivery/office-modal.js';
import { AddresseesField } from './addressees-field.js';
import { disclosureWord, layoutWord, urgencyWord } from './document-words.js';

type Elements = Pick<
  OfficialText,
  'title' | 'genre' | 'layout' | 'urgency' | 'disclosure' | 'upward' | 'addressees' | 'copies' | 'annexes' | 'note'
>;
const pick = <T extends string>(list: readonly T[], value: unknown, other: T): T => list.find((each) => each === value) ?? other;
const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n').map((line) => line.trim()).filter(Boolean); // prettier-ignore

/** 公文要素: everything of the slip that the drafter fills in, at once. */
export function ElementsDialog({
  text,
  onDone,
  onClose,
}: {
  text: OfficialText;
  onDone: (elements: Partial<Elements>) => void;
  onClose: () => void;
}) {
  return (
    <OfficeModal title="公文要素" onClose={onClose}>
      <SchemaForm
        label="公文要素"
        wide
        fields={[
          { kind: 'text', name: 'title', label: '标题', required: true, max: 200 },
          {
            kind: 'select',
            name: 'genre',
            label: '文种',
            required: true,
            options: genres.map((value) => ({ value, label: genreNames[value] })),
          },
          {
            kind: 'select',
            name: 'layout',
            label: '格式',
            required: true,
            options: layouts.map((value) => ({ value, label: layoutWord[value] })),
          },
          {
            kind: 'choice',
            name: 'urgency',
            label: '紧急程度',
            required: true,
            options: urgencies.map((value) => ({ value, label: urgencyWord[value] })),
          },
          {
            kind: 'choice',
            name: 'disclosure',
            label: '公开属性',
            required: true,
            options: disclosures.map((value) => ({ value, label: disclosureWord[value] })),
          },
          { kind: 'choice', name: 'direction', label: '行文方向', required: true, options: [{ value: 'other', label: '平行、下行文' }, { value: 'up', label: '上行文' }] }, // prettier-ignore
          { kind: 'own', name: 'addressees', label: '主送机关', control: <AddresseesField label="主送机关" /> },
          { kind: 'own', name: 'copies', label: '抄送机关', control: <AddresseesField label="抄送机关" /> },
          { kind: 'long', name: 'annexes', label: '附件说明', help: '一行一个名称', max: 4000 },
          { kind: 'text', name: 'note', label: '附注', help: '如联系人、电话', max: 200 },
        ]}
        initial={{
          ...{ title: text.title, genre: text.genre, layout: text.layout, urgency: text.urgency, disclosure: text.disclosure },
          ...{
            direction: text.upward ? 'up' : 'other',
            addressees: text.addressees,
            copies: text.copies,
            annexes: text.annexes.join('\n'),
            note: text.note,
          },
        }}
        submit="确定"
        onSubmit={(values) => {
          const note = wordsIn(values, 'note');
          onDone({
            title: wordsIn(values, 'title') ?? text.title,
            ...{ genre: pick(genres, values['genre'], text.genre), layout: pick(layouts, values['layout'], text.layout) },
            ...{
              urgency: pick(urgencies, values['urgency'], text.urgency),
              disclosure: pick(disclosures, values['disclosure'], text.disclosure),
            },
            upward: values['direction'] === 'up',
            addressees: (values['addressees'] as Addressee[] | undefined) ?? [],
            copies: (values['copies'] as Addressee[] | undefined) ?? [],
            annexes: linesOf(wordsIn(values, 'annexes')),
            ...(note && { note }),
          });
          onClose();
        }}
        onCancel={onClose}
      />
    </OfficeModal>
  );
}
