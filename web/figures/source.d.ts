/** The text of a function in a file of this repository, cut out of it by page/build/source-plugin.ts: 'source:<path>#<name>'. */
declare module 'source:*' {
  const text: string;
  export default text;
}
