import type { Language, WordHit } from '@karez/contracts-portal';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { articleSchema, tidy } from './article-schema.js';
import { EditorTools } from './editor-tools.js';
import { hitMarksKey, placesOf } from './hit-marks.js';
import { cleanPasted } from './word-paste.js';
import './editor.css';

export interface EditorHandle {
  /** Brings a finding into view and selects it; false when its words are no longer there. */
  readonly jump: (hit: WordHit) => boolean;
}
interface ArticleEditorProps {
  /** HTML that the service has cleaned; another value of `revision` brings it in anew. */
  body: string;
  revision?: number;
  editable: boolean;
  hits?: readonly WordHit[];
  onChange?: (body: string) => void;
  handle?: Ref<EditorHandle>;
  label: string;
  language?: Language;
}

const noHits: readonly WordHit[] = [];

/** The text of an article as it is read, and written. Loaded with the screens that show one, never with the first page. */
export function ArticleEditor({
  body,
  revision = 0,
  editable,
  hits = noHits,
  onChange,
  handle,
  label,
  language = 'zh-CN',
}: ArticleEditorProps) {
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  });
  const editor = useEditor({
    ...{ extensions: articleSchema, content: body, editable, injectCSS: false, shouldRerenderOnTransaction: false },
    editorProps: {
      attributes: {
        class: 'portal-text',
        role: editable ? 'textbox' : 'document',
        'aria-label': label,
        lang: language,
        dir: language === 'ug' ? 'rtl' : 'ltr',
        ...(editable && multiline),
      },
      transformPastedHTML: cleanPasted,
    },
    onUpdate: ({ editor: now }) => changed.current?.(tidy(now.getHTML())),
  });
  useEffect(() => {
    if (editor.isEditable !== editable) editor.setEditable(editable, false);
  }, [editor, editable]);
  useEffect(() => {
    if (tidy(editor.getHTML()) !== body && (revision > 0 || !editable)) editor.commands.setContent(body, { emitUpdate: false });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- while it is written the text leads, not what comes back
  }, [editor, revision, editable ? '' : body]);
  useEffect(() => {
    editor.view.dispatch(editor.state.tr.setMeta(hitMarksKey, hits).setMeta('addToHistory', false));
  }, [editor, hits, revision]);
  useImperativeHandle(handle, () => ({ jump: (hit) => jumpTo(editor, hit) }), [editor]);
  return (
    <div className="portal-editor">
      {editable && <EditorTools editor={editor} />}
      <div className="portal-paper">
        <EditorContent editor={editor} />
      </div>
    </div>
  );
}

const multiline = { 'aria-multiline': 'true' };

function jumpTo(editor: Editor, hit: WordHit): boolean {
  const [place] = placesOf(editor.state.doc, [hit]);
  if (!place) return false;
  const { node } = editor.view.domAtPos(place.from);
  (node instanceof HTMLElement ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
  editor.chain().focus(undefined, { scrollIntoView: false }).setTextSelection(place).run();
  return true;
}
