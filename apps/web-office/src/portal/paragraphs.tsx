/** Plain text of a citizen or an answer: one paragraph a line, nothing in it is read as markup. */
export const Paragraphs = ({ text }: { text: string }) => (
  <div className="portal-words">
    {text.split(/\n+/).map((line, at) => (
      <p key={at}>{line}</p>
    ))}
  </div>
);
