import monaco from "../../../src/test/resources/walk/monaco.json";
import drawn from "../../../src/test/resources/walk/towns.json";

// What tests share: the packs that the server's engine was asked about (org.sanfen.street.pack.WalkVectors).

/** Spots, and of each the milliseconds to every spot: -1 where nobody can walk, nothing from an unlinked one. */
export interface Town {
  name: string;
  bytes: ArrayBuffer;
  spots: [number, number][];
  legs_mm: number[];
  ms: number[][];
}

function town(data: typeof monaco): Town {
  const bytes = Uint8Array.from(atob(data.pack), (letter) => letter.charCodeAt(0)).buffer;
  return { ...data, spots: data.spots as [number, number][], bytes };
}

export const emptyTown: Town = town(drawn[0] as typeof monaco);

export const towns: Town[] = [...drawn.slice(1), monaco].map((data) => town(data as typeof monaco));
