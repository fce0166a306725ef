/**
 * A short name for a text, by which one sees that it is another by now: so many letters of base 36, at most 10. Not for secrets: texts with the same one can
 * be made (cyrb53, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js).
 */
export function fingerprint(text: string, length: number): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  const whole = 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
  return whole.toString(36).padStart(11, '0').slice(-length);
}
