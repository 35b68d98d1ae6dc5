/** What we use of punycode (RFC 3492); by its file, as the bare name is a module of Node's own. */
declare module 'punycode/punycode.js' {
  const punycode: {
    readonly decode: (octets: string) => string;
    readonly encode: (label: string) => string;
  };

  // biome-ignore lint/style/noDefaultExport: from ESM, a CommonJS file is its default export.
  export { punycode as default };
}
