/** A page is imported as its text (`scripts/bundle.mjs`). */
declare module "*.md" {
  const text: string;
  export default text;
}
