/** The rules of `picture.css` as text. */
declare const text: string;
export default text;
