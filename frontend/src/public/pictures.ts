const files = import.meta.glob<string>("../../public/how-to/*.svg", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** Pictures of how to use things, by their addresses: in one part of the app, so that a look at one tells nobody which. */
export const PICTURES: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([file, svg]) => [file.slice(file.indexOf("/how-to/")), svg]),
);
