/** Addresses of files, as the bundler hands them out. */
declare module '*?url' {
  const url: string;
  export default url;
}
