/** Numbers as people write them: digits, and at most one comma or point. */

/** A decimal number; null for anything else, as `1e3` or `0x10`. */
export function decimalNumber(typed: FormDataEntryValue | null): number | null {
  const text = String(typed ?? "").trim();
  return /^-?\d{1,9}(?:[.,]\d{1,9})?$/.test(text) ? Number(text.replace(",", ".")) : null;
}

/** A whole number as it was typed; null for anything else. */
export function wholeNumber(typed: FormDataEntryValue | null): number | null {
  const text = String(typed ?? "").trim();
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}
