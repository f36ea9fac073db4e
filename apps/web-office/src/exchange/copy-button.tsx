import { Button } from 'antd';
import { useState } from 'react';

/** Puts a text on the clipboard and says so in its place; where the browser refuses, the text beside it can be selected. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        {label}
      </Button>
      <span className="kz-caption" role="status">
        {state === 'copied' ? '已复制' : state === 'refused' ? '浏览器不让复制，请选中文字后复制' : ''}
      </span>
    </>
  );
}
