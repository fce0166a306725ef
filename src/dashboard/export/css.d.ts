/** Styles as a text: see `styleTexts` in esbuild.config.mjs. */
declare module '*.css' {
  const text: string;
  export default text;
}
