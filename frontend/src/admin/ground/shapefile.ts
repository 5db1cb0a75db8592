/** The parts that are read: shapes, values, coordinate system, character set. */
const READ = ["shp", "dbf", "prj", "cpg"];

/** What programs put beside them: indexes and descriptions, which nothing is read from. */
const BESIDE = ["shx", "sbn", "sbx", "qix", "fix", "atx", "qmd", "qpj", "qml", "sld", "shp.xml"];

/** The files with the parts of each Shapefile packed into one; parts without a .shp go as they are and are refused. */
export async function withShapefiles(files: readonly File[]): Promise<File[]> {
  const shapes = new Map(
    files.filter((file) => split(file).ending === "shp").map((file) => [split(file).stem, [file]]),
  );
  const others: File[] = [];
  for (const file of files) {
    const { stem, ending } = split(file);
    const parts = shapes.get(stem);
    if (!parts || ![...READ, ...BESIDE].includes(ending)) others.push(file);
    else if (ending !== "shp" && READ.includes(ending)) parts.push(file);
  }
  const packed = [...shapes.values()].map(async (parts) =>
    parts.length > 1 ? packedTogether(parts) : parts[0],
  );
  return [...(await Promise.all(packed)), ...others];
}

/** Systems differ in whether case tells names apart; the parts of a Shapefile it never does. */
function split({ name }: File): { stem: string; ending: string } {
  const [, stem, ending] = /^(.*?)\.(shp\.xml|[^.]*)$/.exec(name.toLowerCase()) ?? ["", name, ""];
  return { stem, ending };
}

/** One zip, without compression: a Shapefile lies in it under one name, whose case systems may have told apart. */
async function packedTogether([shape, ...parts]: File[]): Promise<File> {
  const stem = shape.name.replace(/\.[^.]*$/, "");
  const { downloadZip } = await import("client-zip"); // only who gives a Shapefile in parts waits for it
  const zip = downloadZip(
    [shape, ...parts].map((input) => ({ name: `${stem}.${split(input).ending}`, input })),
  );
  return new File([await zip.blob()], `${stem}.zip`, { type: "application/zip" });
}
