import type { DocumentBody } from '@karez/contracts-oa';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { bodyOf } from './body-json.js';
import { bodySchema } from './body-schema.js';
import { BodyTools } from './body-tools.js';
import { cleanForBody } from './pasted.js';

interface BodyEditorProps {
  body: DocumentBody;
  /** Another value brings the body in anew. */
  revision: number;
  onChange: (body: DocumentBody) => void;
  /** The sheet around the text: head, title and what follows it. */
  sheet: (text: React.ReactNode) => React.ReactNode;
}

/** The text of a document as it is written, on its sheet. Loaded with the screens that show one, never with the first page. */
export function BodyEditor({ body, revision, onChange, sheet }: BodyEditorProps) {
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  });
  const [refused, setRefused] = useState<string>();
  const editor = useEditor({
    ...{ extensions: bodySchema, content: structuredClone(body) as object, injectCSS: false, shouldRerenderOnTransaction: false },
    editorProps: {
      attributes: { class: 'od-text', role: 'textbox', 'aria-label': '正文', 'aria-multiline': 'true', lang: 'zh-CN' },
      transformPastedHTML: (html) => {
        const pasted = cleanForBody(html);
        setRefused(pasted.refused);
        return pasted.html;
      },
    },
    onUpdate: ({ editor: now }) => changed.current(bodyOf(now.getJSON())),
  });
  useEffect(() => {
    if (revision > 0) editor.commands.setContent(structuredClone(body) as object, { emitUpdate: false });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- while it is written the text leads, not what comes back
  }, [editor, revision]);
  return (
    <>
      <BodyTools editor={editor} />
      {refused && (
        <p className="od-refused" role="status">
          {refused}
        </p>
      )}
      <div className="od-desk">{sheet(<EditorContent editor={editor} />)}</div>
    </>
  );
}
