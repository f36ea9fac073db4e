import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';

interface Tool {
  readonly key: string;
  readonly label: string;
  readonly shown: ReactNode;
  readonly on?: (editor: Editor) => boolean;
  readonly can?: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}
const levels = [1, 2, 3, 4] as const;
const tools: readonly (readonly Tool[])[] = [
  [
    { key: 'p', label: '正文', shown: '正文', on: (e) => e.isActive('paragraph'), run: (e) => e.chain().focus().setParagraph().run() },
    ...levels.map((level) => ({
      ...{ key: `h${level}`, label: `${'一二三四'[level - 1]}级标题`, shown: `${'一二三四'[level - 1]}级` },
      on: (e: Editor) => e.isActive('heading', { level }),
      run: (e: Editor) => void e.chain().focus().toggleHeading({ level }).run(),
    })),
  ],
  [
    { key: 'b', label: '加粗', shown: <b>粗</b>, on: (e) => e.isActive('bold'), run: (e) => e.chain().focus().toggleBold().run() },
    { key: 'i', label: '斜体', shown: <i>斜</i>, on: (e) => e.isActive('italic'), run: (e) => e.chain().focus().toggleItalic().run() },
  ],
  [
    {
      ...{ key: 'table', label: '插入表格', shown: '表格', can: (e: Editor) => !e.isActive('table') },
      run: (e) => e.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    },
    { key: 'row', label: '下面加一行', shown: '加行', can: inTable, run: (e) => e.chain().focus().addRowAfter().run() },
    { key: 'col', label: '右边加一列', shown: '加列', can: inTable, run: (e) => e.chain().focus().addColumnAfter().run() },
    { key: 'merge', label: '合并或拆分单元格', shown: '合并', can: inTable, run: (e) => e.chain().focus().mergeOrSplit().run() },
    { key: 'delrow', label: '删除本行', shown: '删行', can: inTable, run: (e) => e.chain().focus().deleteRow().run() },
    { key: 'deltable', label: '删除表格', shown: '删表', can: inTable, run: (e) => e.chain().focus().deleteTable().run() },
  ],
  [
    { key: 'undo', label: '撤销', shown: '撤销', can: (e) => e.can().undo(), run: (e) => e.chain().focus().undo().run() },
    { key: 'redo', label: '重做', shown: '重做', can: (e) => e.can().redo(), run: (e) => e.chain().focus().redo().run() },
  ],
];
function inTable(editor: Editor): boolean {
  return editor.isActive('table');
}

export function BodyTools({ editor }: { editor: Editor }) {
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      Object.fromEntries(tools.flat().map((tool) => [tool.key, `${tool.on?.(now) ? 'on' : ''}${(tool.can?.(now) ?? true) ? '' : 'off'}`])),
  });
  return (
    <div className="od-tools" role="toolbar" aria-label="正文工具">
      {tools.map((group, index) => (
        <span key={index} className="od-tool-group">
          {group
            .filter(({ key }) => !states[key]?.includes('off') || key === 'undo' || key === 'redo')
            .map((tool) => (
              <button
                key={tool.key}
                type="button"
                className="od-tool"
                aria-label={tool.label}
                title={tool.label}
                aria-pressed={tool.on ? states[tool.key]?.startsWith('on') : undefined}
                disabled={states[tool.key]?.includes('off')}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => tool.run(editor)}
              >
                {tool.shown}
              </button>
            ))}
        </span>
      ))}
    </div>
  );
}
