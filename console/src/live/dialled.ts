/** What a telephone dials, as `dispatch/identity/telephone.py` says it: without the extension. */
export function dialled(text: string): string {
  const number = /\+?[\d(][\d ().\-/]*/.exec(text.replace("(0)", ""));
  return (number?.[0] ?? text).replace(/[^+\d]/g, "");
}
