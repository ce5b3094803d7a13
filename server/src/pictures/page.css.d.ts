/** The rules of `page.css` as text. */
declare const text: string;
export default text;
