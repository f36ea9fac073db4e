import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Button, Input, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { mayLinkTo } from './article-schema.js';

interface Tool {
  readonly key: string;
  readonly label: string;
  readonly shown: ReactNode;
  readonly on?: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

const tools: readonly (readonly Tool[])[] = [
  [
    { key: 'p', label: '正文', shown: '正文', on: (e) => e.isActive('paragraph'), run: (e) => e.chain().focus().setParagraph().run() },
    ...([2, 3, 4] as const).map((level, at) => ({
      ...{ key: `h${level}`, label: `${'一二三'[at]}级标题`, shown: `${'一二三'[at]}级标题` },
      on: (e: Editor) => e.isActive('heading', { level }),
      run: (e: Editor) => e.chain().focus().toggleHeading({ level }).run(),
    })),
  ],
  [
    { key: 'b', label: '加粗', shown: <b>粗</b>, on: (e) => e.isActive('bold'), run: (e) => e.chain().focus().toggleBold().run() },
    { key: 'i', label: '强调', shown: <i>斜</i>, on: (e) => e.isActive('italic'), run: (e) => e.chain().focus().toggleItalic().run() },
    {
      key: 'sup',
      label: '上标',
      shown: '上标',
      on: (e) => e.isActive('superscript'),
      run: (e) => e.chain().focus().toggleMark('superscript').run(),
    },
    {
      key: 'sub',
      label: '下标',
      shown: '下标',
      on: (e) => e.isActive('subscript'),
      run: (e) => e.chain().focus().toggleMark('subscript').run(),
    },
  ],
  [
    {
      key: 'ul',
      label: '列表',
      shown: '列表',
      on: (e) => e.isActive('bulletList'),
      run: (e) => e.chain().focus().toggleBulletList().run(),
    },
    {
      key: 'ol',
      label: '编号',
      shown: '编号',
      on: (e) => e.isActive('orderedList'),
      run: (e) => e.chain().focus().toggleOrderedList().run(),
    },
    { key: 'q', label: '引文', shown: '引文', on: (e) => e.isActive('blockquote'), run: (e) => e.chain().focus().toggleBlockquote().run() },
  ],
];
const tableTools: readonly Tool[] = [
  { key: 'row', label: '下面加一行', shown: '加行', run: (e) => e.chain().focus().addRowAfter().run() },
  { key: 'col', label: '右边加一列', shown: '加列', run: (e) => e.chain().focus().addColumnAfter().run() },
  { key: 'norow', label: '删去这一行', shown: '删行', run: (e) => e.chain().focus().deleteRow().run() },
  { key: 'nocol', label: '删去这一列', shown: '删列', run: (e) => e.chain().focus().deleteColumn().run() },
  { key: 'notable', label: '删去整个表格', shown: '删表', run: (e) => e.chain().focus().deleteTable().run() },
];

/** Only what the service keeps: there is no button for colours, sizes and typefaces. */
export function EditorTools({ editor }: { editor: Editor }) {
  const now = useEditorState({
    editor,
    selector: ({ editor: e }) => ({
      on: tools
        .flat()
        .flatMap((tool) => (tool.on?.(e) ? [tool.key] : []))
        .join(),
      ...{ table: e.isActive('table'), link: e.isActive('link'), undo: e.can().undo(), redo: e.can().redo() },
    }),
  });
  const on = now.on.split(',');
  const draw = (tool: Tool) => (
    <button
      key={tool.key}
      type="button"
      className="portal-tool"
      title={tool.label}
      aria-label={tool.label}
      {...(tool.on && { 'aria-pressed': on.includes(tool.key) })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => tool.run(editor)}
    >
      {tool.shown}
    </button>
  );
  return (
    <div className="portal-tools" role="toolbar" aria-label="排版">
      {tools.map((group, at) => (
        <span key={at}>{group.map(draw)}</span>
      ))}
      <span>
        <LinkTool editor={editor} active={now.link} />
        {now.table
          ? tableTools.map(draw)
          : draw({
              ...{ key: 'table', label: '插入表格', shown: '表格' },
              run: (e) => e.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
            })}
      </span>
      <span className="portal-tools-end">
        <button type="button" className="portal-tool" disabled={!now.undo} onClick={() => editor.chain().focus().undo().run()}>
          撤销
        </button>
        <button type="button" className="portal-tool" disabled={!now.redo} onClick={() => editor.chain().focus().redo().run()}>
          重做
        </button>
      </span>
    </div>
  );
}

function LinkTool({ editor, active }: { editor: Editor; active: boolean }) {
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState('');
  const good = mayLinkTo(address.trim());
  const show = (shown: boolean) => {
    if (shown) setAddress((editor.getAttributes('link')['href'] as string | undefined) ?? '');
    setOpen(shown);
  };
  const set = () => {
    if (good) editor.chain().focus().extendMarkRange('link').setLink({ href: address.trim() }).run();
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={show}
      trigger="click"
      placement="bottom"
      getPopupContainer={(button) => button.closest('main') ?? document.body}
      content={
        <div className="portal-link">
          <Input
            value={address}
            maxLength={300}
            placeholder="https://… 或 /本站路径"
            aria-label="链接地址"
            onChange={(event) => setAddress(event.target.value)}
            onPressEnter={set}
          />
          <Button type="primary" disabled={!good} onClick={set}>
            加链接
          </Button>
          {active && <Button onClick={() => (editor.chain().focus().unsetLink().run(), setOpen(false))}>去掉</Button>}
        </div>
      }
    >
      <button type="button" className="portal-tool" aria-pressed={active} aria-label="链接" title="选中文字后加链接">
        链接
      </button>
    </Popover>
  );
}
