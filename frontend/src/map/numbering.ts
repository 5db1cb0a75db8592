/** Numbers of spots that are too near for labels of their own, in order; each group stands at its first one's spot. */
export function together(spots: readonly { x: number; y: number }[], apart: number): number[][] {
  const groups: number[][] = [];
  spots.forEach((spot, at) => {
    const near = groups.find(([first]) => {
      const other = spots[first - 1];
      return Math.hypot(other.x - spot.x, other.y - spot.y) < apart;
    });
    if (near) near.push(at + 1);
    else groups.push([at + 1]);
  });
  return groups;
}

/** "1–3, 7" */
export function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(", ");
}
