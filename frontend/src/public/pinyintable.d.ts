/** Syllables and their characters, a line each; made by pinyin-table.ts at build time. */
declare module "virtual:pinyin-table" {
  const table: string;
  export default table;
}
