/** What the signed-in account may do; the server decides, this only keeps buttons away that it would refuse. */
export type Right =
  | "view"
  | "propose_points"
  | "edit_points"
  | "publish_points"
  | "import"
  | "edit_areas"
  | "settings"
  | "answer_reports"
  | "inspect"
  | "accounts";

/** Rights over a place as a whole: an account limited to part of it has them nowhere. */
const WHOLE = new Set<Right>(["import", "edit_areas", "settings", "accounts"]);

export interface Rights {
  rights: string[];
  /** Ids of the areas that the account is limited to; none for everywhere. */
  areas: string[];
}

/** Who is signed in. */
export interface Account {
  id: number;
  login: string;
  name: string;
}

/** The server writes into the page for whom it made it. */
const staffOfPage = () => document.querySelector<HTMLMetaElement>('meta[name="staff"]');

export function ownAccount(): Account {
  const staff = staffOfPage();
  return { id: Number(staff?.dataset.id), login: staff?.content ?? "", name: staff?.dataset.name ?? "" };
}

export function rightsOfPage(): Rights {
  const staff = staffOfPage();
  const words = (text: string | undefined) => (text ?? "").split(" ").filter(Boolean);
  return { rights: words(staff?.dataset.rights), areas: words(staff?.dataset.areas) };
}

/** Whether the account may, in this place; without a place: whether it may anywhere. */
export function may(right: Right, place?: string | null, own: Rights = rightsOfPage()): boolean {
  if (!own.rights.includes(right)) return false;
  if (own.areas.length === 0) return true;
  if (!place) return !WHOLE.has(right);
  return (
    own.areas.includes(place) || (!WHOLE.has(right) && own.areas.some((area) => area.startsWith(`${place}.`)))
  );
}

/** The same for the place as a whole, whatever the right is: publishing its coverage, say. */
export function mayWhole(right: Right, place: string, own: Rights = rightsOfPage()): boolean {
  return own.rights.includes(right) && (own.areas.length === 0 || own.areas.includes(place));
}

/** The places in which the account may see anything. */
export function reachable<T extends { id: string }>(places: T[], own: Rights = rightsOfPage()): T[] {
  return places.filter(({ id }) => may("view", id, own));
}

/** Whether what the account changes on points is reviewed before it counts. */
export function isReviewed(own: Rights = rightsOfPage()): boolean {
  return own.rights.includes("propose_points") && !own.rights.includes("edit_points");
}
