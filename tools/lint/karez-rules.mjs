// House rules that no published plugin states: file names, and exceptions that say why they stand.
import { basename, relative, sep } from 'node:path';

const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const SAYS_NOTHING = /(^|[-.])(utils?|helpers?|managers?|common|misc|stuff)([-.]|$)/;

/** Kebab-case, role last, and no folder or file whose name says nothing of what is in it. */
const fileName = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { kebab: '{{name}}: file names are kebab-case, role last', empty: '{{part}} says nothing of what is inside' },
  },
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename);
        if (!KEBAB.test(name)) context.report({ node, messageId: 'kebab', data: { name } });
        const part = relative(context.cwd, context.filename)
          .split(sep)
          .find((each) => SAYS_NOTHING.test(each));
        if (part) context.report({ node, messageId: 'empty', data: { part } });
      },
    };
  },
};

/** An exception names its rule and says why: in the directive behind `--`, or in a comment on one of the three lines above it. */
const disableSaysWhy = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      bare: 'An eslint exception names the rule it lifts',
      why: 'An eslint exception says why: `-- reason`, or a comment just above',
    },
  },
  create(context) {
    return {
      Program() {
        const comments = context.sourceCode.getAllComments();
        for (const comment of comments) {
          const directive = /^\s*eslint-disable(?:-next-line|-line)?\b(?<rules>.*?)(?<why>\s--\s.*\S.*)?$/s.exec(comment.value);
          if (!directive) continue;
          const above = comments.some((other) => {
            const distance = comment.loc.start.line - other.loc.end.line;
            return distance > 0 && distance <= 3 && !other.value.includes('eslint-disable');
          });
          if (!directive.groups.rules.trim()) context.report({ loc: comment.loc, messageId: 'bare' });
          else if (!directive.groups.why && !above) context.report({ loc: comment.loc, messageId: 'why' });
        }
      },
    };
  },
};

export default { meta: { name: 'karez' }, rules: { 'file-name': fileName, 'disable-says-why': disableSaysWhy } };
