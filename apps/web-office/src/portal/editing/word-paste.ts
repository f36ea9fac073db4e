/**
 * Text copied from Word or WPS carries its whole look and private elements. What has a meaning here stays (headings, lists, tables, bold,
 * links); everything else goes before the browser reads it, because the page's policy refuses styles inside of a text.
 */
export function cleanPasted(html: string): string {
  return (
    html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<!\[(?:if|endif)[^>]*>/gi, '')
      // with all that stands in them; then those that stand alone
      .replace(/<(style|script|xml|title)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/<\/?(?:html|head|body|style|script|xml|title|meta|link)\b[^>]*>/gi, '')
      .replace(/<\/?(?:[a-z]+:[a-z]+|font|span|div(?=[^>]*mso))\b[^>]*>/gi, '')
      .replace(
        /\s(?:style|class|lang|align|valign|width|height|border|cellspacing|cellpadding|id|name|on\w+)=(?:"[^"]*"|'[^']*'|[^\s>]+)/gi,
        '',
      )
      .replace(/<h1\b/gi, '<h2')
      .replace(/<\/h1>/gi, '</h2>')
      .replace(/(<(?:p|li|h[2-4]|td|th)>)(?:\s|&nbsp;|\u3000)+/gi, '$1')
      .replace(/<p>(?:\s|&nbsp;|<br\s*\/?>)*<\/p>/gi, '')
  );
}
