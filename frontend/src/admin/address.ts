/** The address says which place and point, so that a reload or a colleague finds them. */

export function wanted(): { place: string | null; point: string | null } {
  const query = new URLSearchParams(location.search);
  return { place: query.get("place"), point: query.get("point") };
}

export function remember(place: string | undefined, point: string): void {
  const query = new URLSearchParams(location.search);
  if (place) query.set("place", place);
  if (point) query.set("point", point);
  else query.delete("point");
  history.replaceState(null, "", `/admin?${query}`);
}
