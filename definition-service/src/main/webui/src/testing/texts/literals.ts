import ts from 'typescript';
import { placeOf, visit } from './sources';

/** Properties whose value people read. */
const READ = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'description',
  'okText',
  'cancelText',
  'message',
  'help',
  'extra',
  'tooltip',
  'content',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
]);

const WORD = /\p{L}{2,}/u;

/** Texts that stand in the code of a file where they should come from the locale files. */
export function literalsIn(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const report = (node: ts.Node, text: string) => {
    if (WORD.test(text)) found.push(`${placeOf(node)}: ${text.trim()}`);
  };
  visit(file, (node) => {
    if (ts.isJsxText(node)) report(node, node.text);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) shown(node.expression, report);
    else if (ts.isJsxAttribute(node) && READ.has(node.name.getText())) shown(valueOf(node), report);
    else if (isReadProperty(node)) shown(node.initializer, report);
  });
  return found;
}

function valueOf(attribute: ts.JsxAttribute): ts.Expression | undefined {
  const value = attribute.initializer;
  return value && ts.isJsxExpression(value) ? value.expression : value;
}

/** Of objects in components only: elsewhere the same names belong to documents and schemas. */
function isReadProperty(node: ts.Node): node is ts.PropertyAssignment {
  return (
    ts.isPropertyAssignment(node) && READ.has(node.name.getText()) && node.getSourceFile().fileName.endsWith('.tsx')
  );
}

/** What an expression may show: literals themselves, and those that a choice or a fallback leads to. */
function shown(expression: ts.Expression | undefined, report: (node: ts.Node, text: string) => void): void {
  if (!expression) return;
  if (ts.isStringLiteralLike(expression)) report(expression, expression.text);
  else if (ts.isTemplateExpression(expression)) report(expression, templateText(expression));
  else if (ts.isParenthesizedExpression(expression)) shown(expression.expression, report);
  else if (ts.isConditionalExpression(expression)) {
    shown(expression.whenTrue, report);
    shown(expression.whenFalse, report);
  } else if (ts.isBinaryExpression(expression) && isChoice(expression.operatorToken.kind)) {
    shown(expression.right, report);
  }
}

function isChoice(operator: ts.SyntaxKind): boolean {
  return (
    operator === ts.SyntaxKind.BarBarToken ||
    operator === ts.SyntaxKind.QuestionQuestionToken ||
    operator === ts.SyntaxKind.AmpersandAmpersandToken
  );
}

function templateText(template: ts.TemplateExpression): string {
  return [template.head.text, ...template.templateSpans.map((span) => span.literal.text)].join(' ');
}
