/** The text as a YAML scalar that reads back as that very string, quoted only where it must be. */
export function asScalar(text: string, inFlow: boolean): string {
  return isPlain(text, inFlow) ? text : quoted(text);
}

/** Double quotes; single quotes where the text holds double ones and nothing that needs an escape. */
export function quoted(text: string): string {
  const needsEscape = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text);
  if (!needsEscape && (text.includes('"') || text.includes("\\"))) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text);
}

/** Whether the text, written without quotes, is read as that string and not as a number, a key, a comment … */
function isPlain(text: string, inFlow: boolean): boolean {
  if (text === "" || text !== text.trim() || /[\r\n\t]/.test(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(text) && !/^[-?:][^\s,[\]{}]/.test(text)) return false;
  if (/: |:$| #/.test(text) || (inFlow && /[,[\]{}]|:$/.test(text))) return false;
  if (/^(---|\.\.\.)(\s|$)/.test(text)) return false;
  return !/^(~|null|true|false|[-+]?(0o?[0-7]+|0x[0-9a-f]+|(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?|\.inf)|\.nan)$/i.test(text);
}
