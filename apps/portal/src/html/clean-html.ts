import sanitizeHtml from 'sanitize-html';

const allowedTags = [
  ...['p', 'br', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 'sup', 'sub', 'hr'],
  ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'figure', 'figcaption', 'img'],
];
const allowedAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt'],
  th: ['colspan', 'rowspan', 'scope'],
  td: ['colspan', 'rowspan'],
};
/** A picture lies on this platform; a link goes there too, or to the web, a mailbox, a telephone. */
const ownPath = /^\/(?!\/)(?!.*\.\.)[\w\-./%]*$/;
const webLink = /^(https?:\/\/|mailto:|tel:)[^\s<>"']+$/i;

export interface CleanHtml {
  readonly html: string;
  /** Names of the elements and attributes that were taken away, each once. */
  readonly removed: readonly string[];
}

/** What of a text written elsewhere may stand on a page of ours: elements that carry meaning, nothing that acts, loads or looks. */
export function cleanHtml(written: string): CleanHtml {
  const removed = new Set<string>();
  const html = sanitizeHtml(written, {
    ...{ allowedTags, allowedAttributes: { ...allowedAttributes } as Record<string, string[]>, allowProtocolRelative: false },
    ...{ allowedSchemes: ['http', 'https', 'mailto', 'tel'], disallowedTagsMode: 'discard', enforceHtmlBoundary: false },
    transformTags: {
      '*': (tagName, attribs) => {
        if (!allowedTags.includes(tagName)) removed.add(tagName);
        const kept = Object.entries(attribs).filter(([name, value]) => {
          const stays = allowedAttributes[tagName]?.includes(name) === true && mayStand(tagName, name, value);
          if (!stays && allowedTags.includes(tagName)) removed.add(name);
          return stays;
        });
        return { tagName, attribs: Object.fromEntries(kept) };
      },
    },
    // a picture without a source of ours, or without words for who cannot see it, is no picture
    exclusiveFilter: ({ tag, attribs }) => {
      const useless = tag === 'img' && (!attribs.src || !attribs.alt?.trim());
      if (useless) removed.add('img');
      return useless;
    },
  });
  return { html: html.trim(), removed: [...removed].sort() };
}

function mayStand(tag: string, name: string, value: string): boolean {
  if (name === 'src') return ownPath.test(value);
  if (name === 'href') return ownPath.test(value) || webLink.test(value) || /^#[\w-]+$/.test(value);
  if (name === 'colspan' || name === 'rowspan') return /^\d{1,2}$/.test(value);
  return tag !== 'th' || name !== 'scope' || value === 'row' || value === 'col';
}
