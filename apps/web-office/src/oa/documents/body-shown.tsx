import type { Block, DocumentBody, Inline } from '@karez/contracts-oa';

/** A text for reading: 清稿. */
export const BodyShown = ({ body }: { body: DocumentBody }) => (
  <div className="od-text">
    {body.content.map((block, index) => (
      <BlockShown key={index} block={block} />
    ))}
  </div>
);

function BlockShown({ block }: { block: Block }) {
  if (block.type === 'paragraph') return <p>{inlines(block.content)}</p>;
  if (block.type === 'heading') {
    const Level = `h${block.attrs.level}` as const;
    return <Level>{inlines(block.content)}</Level>;
  }
  return (
    <table>
      <tbody>
        {block.content.map((row, at) => (
          <tr key={at}>
            {row.content.map((cell, place) => {
              const Cell = cell.type === 'tableHeader' ? 'th' : 'td';
              return (
                <Cell key={place} colSpan={cell.attrs?.colspan} rowSpan={cell.attrs?.rowspan}>
                  {cell.content.map((paragraph, index) => (
                    <p key={index}>{inlines(paragraph.content)}</p>
                  ))}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const inlines = (content: readonly Inline[] = []) =>
  content.map((each, index) => {
    if (each.type === 'hardBreak') return <br key={index} />;
    const marks = each.marks?.map(({ type }) => type) ?? [];
    const words = marks.includes('italic') ? <i>{each.text}</i> : each.text;
    return <span key={index}>{marks.includes('bold') ? <b>{words}</b> : words}</span>;
  });
