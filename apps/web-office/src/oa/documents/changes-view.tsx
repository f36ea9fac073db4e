import type { OutgoingView } from '@karez/contracts-oa';
import { palette } from '@karez/web-ui';
import { useQueries } from '@tanstack/react-query';
import { type CSSProperties } from 'react';
import { changesOf, countChanges, type ChangeRun } from './changes.js';
import { DocumentSheet } from './document-sheet.js';
import { versionQuery } from './document-queries.js';

const colours = [palette.water, palette.violet, palette.amber, palette.green] as const;

/** 看修改: the text with what each handler put in and took out, in a colour of the own. */
export function ChangesView({ view }: { view: OutgoingView }) {
  const versions = useQueries({ queries: view.versions.map(({ number, digest }) => versionQuery(view.id, number, digest)) });
  if (versions.some(({ isPending }) => isPending)) return <p className="kz-caption od-waiting">正在取各稿内容。</p>;
  if (versions.some(({ isError }) => isError)) return <p className="kz-caption od-waiting">有一稿没有取到，请刷新后再看。</p>;
  const lines = changesOf(versions.flatMap(({ data }) => (data ? [{ author: `${data.authorName}`, body: data.text.body }] : [])));
  const authors = [...new Set(view.versions.slice(1).map(({ authorName }) => authorName))];
  const colourOf = (author: string): CSSProperties => ({ '--by': colours[authors.indexOf(author) % colours.length] }) as CSSProperties;
  return (
    <>
      <div className="od-legend">
        {authors.map((author) => (
          <span key={author} style={colourOf(author)}>
            <ins className="od-ins">增</ins> <del className="od-del">删</del> {author}
          </span>
        ))}
        <span className="kz-caption">{countChanges(lines) > 0 ? `共 ${countChanges(lines)} 处修改` : '各稿内容相同'}</span>
      </div>
      <div className="od-desk">
        <DocumentSheet text={view.text}>
          {lines.map((line, at) => (
            <p key={at}>
              {line.map((run, index) => (
                <Run key={index} run={run} colourOf={colourOf} />
              ))}
            </p>
          ))}
        </DocumentSheet>
      </div>
    </>
  );
}

function Run({ run: { text, insertedBy, deletedBy }, colourOf }: { run: ChangeRun; colourOf: (author: string) => CSSProperties }) {
  if (deletedBy)
    return (
      <del className="od-del" style={colourOf(deletedBy)} title={`${deletedBy}删`}>
        {text}
      </del>
    );
  if (insertedBy)
    return (
      <ins className="od-ins" style={colourOf(insertedBy)} title={`${insertedBy}增`}>
        {text}
      </ins>
    );
  return <>{text}</>;
}
