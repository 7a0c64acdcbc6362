/** Lint rules for the languages: words that somebody reads stand in `msg()`, and are looked up when they are shown. */

const READ_ATTRIBUTES = /\s(?:aria-label|aria-valuetext|placeholder|title|alt|label|nobody|action)="([^"]*)"/g;
const NOT_CODE = /<(?:[^<>"]|"[^"]*")*>|\0/g;

/** Names that are the same in every language. */
const NAMES = /\b(?:Lintel|faces_db\.pkl|OpenCV|ONNX Runtime|SIMD|SHA-256)\b/g;

const hasWords = (text) => /\p{L}{2}/u.test(text.replace(NAMES, ''));

/** What somebody would read of a template: its text, and the attributes that are read out. `\0` stands for an expression. */
function readWords(template) {
  const flat = template.quasis.map(({ value }) => value.raw).join('\0');
  return [...flat.matchAll(READ_ATTRIBUTES)].map(([, value]) => value.replaceAll('\0', ' ')).concat(flat.replace(NOT_CODE, ' '));
}

const isNamed = (node, names) => node.type === 'Identifier' && names.includes(node.name);

function isInsideMsg(node) {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'CallExpression' && isNamed(at.callee, ['msg'])) return true;
  return false;
}

function isInsideFunction(node) {
  for (let at = node.parent; at; at = at.parent) if (/Function/.test(at.type)) return true;
  return false;
}

/** A sentence or a label, as a value that is handed on: begins with a capital and holds a space or ends as a sentence. */
const isSentence = (text) => /^[“"]?\p{Lu}\p{Ll}*[ ’]\p{L}/u.test(text) || /^\p{Lu}[^\n]*[.…?]$/u.test(text);

/** Where a string is not for people: what is thrown for developers, compared, imported or a type. */
function isForCode(node) {
  let at = node.parent;
  while (['ConditionalExpression', 'TSAsExpression', 'TemplateLiteral'].includes(at.type)) at = at.parent;
  if (['ImportDeclaration', 'ExportNamedDeclaration', 'TSLiteralType', 'BinaryExpression', 'SwitchCase', 'ThrowStatement', 'TaggedTemplateExpression'].includes(at.type)) return true;
  // Details of faults are for whoever looks into them.
  if (at.type === 'Property' && isNamed(at.key, ['detail'])) return true;
  return at.type === 'NewExpression' && /(?:Error|Exception|Fault)$/.test(at.callee.name ?? '');
}

const rule = (message, create) => ({ meta: { type: 'problem', messages: { words: message }, schema: [] }, create });

export default {
  rules: {
    'in-msg': rule('“{{words}}” is read by people: put it into msg(), so that it can be said in every language.', (context) => {
      const report = (node, words) => context.report({ node, messageId: 'words', data: { words: words.trim().replace(/\s+/g, ' ').slice(0, 60) } });
      return {
        TaggedTemplateExpression(node) {
          if (!isNamed(node.tag, ['html', 'svg']) || isInsideMsg(node)) return;
          for (const words of readWords(node.quasi)) if (hasWords(words)) report(node, words);
        },
        Literal(node) {
          if (typeof node.value === 'string' && isSentence(node.value) && !isForCode(node) && !isInsideMsg(node)) report(node, node.value);
        },
        TemplateLiteral(node) {
          const text = node.quasis.map(({ value }) => value.cooked).join('0');
          if (isSentence(text) && !isForCode(node) && !isInsideMsg(node)) report(node, text);
        },
      };
    }),
    'when-shown': rule('“{{words}}” would keep the language of the start: call msg() inside a function, when the words are shown.', (context) => ({
      CallExpression(node) {
        if (!isNamed(node.callee, ['msg']) || isInsideFunction(node)) return;
        context.report({ node, messageId: 'words', data: { words: context.sourceCode.getText(node).slice(0, 60) } });
      },
    })),
  },
};
