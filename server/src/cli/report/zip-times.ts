const [END, ENTRY] = [0x06054b50, 0x02014b50];
/** 1980-01-01, the first day that a ZIP file knows. */
const FIRST_DAY = 0x21;

/** A ZIP file (APPNOTE 6.3.10) without the times at which its files were made, so that the same content is the same bytes. */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) return bytes;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count && view.getUint32(at, true) === ENTRY; index++) {
    const local = view.getUint32(at + 42, true);
    view.setUint32(at + 12, FIRST_DAY << 16, true);
    view.setUint32(local + 10, FIRST_DAY << 16, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
