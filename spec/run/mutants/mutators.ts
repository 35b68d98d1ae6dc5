/** The slips that a mutant imitates, found in TypeScript's syntax tree. */

import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';
import type { Edit } from './edit.ts';
import { brokenRegexps } from './regexp-mutator.ts';

/** Every edit of a file, in the order of the text; some of them will not compile. */
export function* edits(file: SourceFile): Generator<Edit, void, undefined> {
  yield* editsWithin(file, file);
}

function* editsWithin(node: Node, file: SourceFile): Generator<Edit, void, undefined> {
  if (isOfTypes(node)) return;
  for (const { slip, of = node, text } of slips(node)) {
    yield { slip, start: of.getStart(file), end: of.getEnd(), replacement: text };
  }
  const children: Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* editsWithin(child, file);
}

/** What is gone when the code runs, and names of modules. */
function isOfTypes(node: Node): boolean {
  return (
    is.isTypeNode(node) ||
    is.isInterfaceDeclaration(node) ||
    is.isTypeAliasDeclaration(node) ||
    is.isImportDeclaration(node) ||
    is.isExportDeclaration(node)
  );
}

interface Slip {
  readonly slip: string;
  /** What is replaced; the node itself if left out. */
  readonly of?: Node;
  readonly text: string;
}

function* slips(node: Node): Generator<Slip, void, undefined> {
  yield* wrongOperator(node);
  yield* wrongCondition(node);
  yield* wrongConstant(node);
  yield* missingStatement(node);
  yield* wrongResult(node);
}

const BOUNDARIES: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };

const OPPOSITES: Readonly<Record<string, string>> = {
  ...{ '===': '!==', '!==': '===', '&&': '||', '||': '&&', '??': '&&' },
  ...{ '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '+=': '-=', '-=': '+=' },
  ...{ '<<': '>>', '>>': '<<', '>>>': '<<', '&': '|', '|': '&', '^': '&' },
};

function* wrongOperator(node: Node): Generator<Slip, void, undefined> {
  if (!is.isBinaryExpression(node)) return;
  const { operatorToken: of } = node;
  const operator = of.getText();
  const [boundary, opposite] = [BOUNDARIES[operator], OPPOSITES[operator]];
  if (boundary !== undefined) yield { slip: 'boundary', of, text: boundary };
  if (opposite !== undefined) yield { slip: 'operator', of, text: opposite };
}

function* wrongCondition(node: Node): Generator<Slip, void, undefined> {
  if (is.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    yield { slip: 'condition', text: node.operand.getText() };
  }
  const of = conditionOf(node);
  if (of === undefined || isNegatedElsewhere(of)) return;
  yield { slip: 'condition', of, text: `!(${of.getText()})` };
}

function conditionOf(node: Node): Node | undefined {
  if (is.isConditionalExpression(node)) return node.condition;
  return is.isIfStatement(node) || is.isWhileStatement(node) ? node.expression : undefined;
}

/** Whether another slip makes of an expression what negation would. */
function isNegatedElsewhere(node: Node): boolean {
  if (is.isPrefixUnaryExpression(node)) return node.operator === SyntaxKind.ExclamationToken;
  return is.isBinaryExpression(node) && /^[!=]==$/.test(node.operatorToken.getText());
}

/** Texts for people are left alone: the specs hold only the words of them that matter. */
const PROSE = /[a-z] [a-z]/;

function* wrongConstant(node: Node): Generator<Slip, void, undefined> {
  const slip = 'constant';
  if (is.isNumericLiteral(node)) yield { slip, text: String(Number(node.text) + 1) };
  if (node.kind === SyntaxKind.TrueKeyword) yield { slip, text: 'false' };
  if (node.kind === SyntaxKind.FalseKeyword) yield { slip, text: 'true' };
  if (is.isStringLiteral(node) || is.isNoSubstitutionTemplateLiteral(node)) {
    if (!PROSE.test(node.text)) yield { slip, text: node.text === '' ? "'mutant'" : "''" };
  }
  if (is.isTemplateExpression(node) && !PROSE.test(node.getText())) yield { slip, text: "''" };
  if (!is.isRegularExpressionLiteral(node)) return;
  for (const text of brokenRegexps(node.text)) yield { slip: 'regexp', text };
}

function* missingStatement(node: Node): Generator<Slip, void, undefined> {
  const isMutated =
    is.isExpressionStatement(node) ||
    is.isContinueStatement(node) ||
    is.isThrowStatement(node) ||
    is.isBreakStatement(node);
  if (isMutated) yield { slip: 'statement', text: '{}' };
}

/** What a function returns instead; whatever is of another type does not compile. */
const RESULTS: readonly string[] = ['undefined', '[]', "''"];

function* wrongResult(node: Node): Generator<Slip, void, undefined> {
  const of = resultOf(node);
  if (of === undefined) return;
  const code = of.getText();
  for (const text of RESULTS) if (text !== code) yield { slip: 'result', of, text };
  if (!isNegatedElsewhere(of)) yield { slip: 'result', of, text: `!(${code})` };
}

function resultOf(node: Node): Node | undefined {
  if (is.isReturnStatement(node)) return node.expression;
  return is.isArrowFunction(node) && !is.isBlock(node.body) ? node.body : undefined;
}
