import { t } from "../i18n";
import type { PlaceInfo } from "../map";
import { may, reachable, rightsOfPage } from "./accounts/rights";
import { api } from "./api";
import { attempted, sentence } from "./complaint";
import type { Desk } from "./desk";
import type { Kind } from "./model";
import type { ReviewCounts } from "./review/review";

/** The page that it is part of. */
interface Page {
  readonly desk: Desk;
  requestUpdate(): void;
  /** A place has been entered and is shown, still without its points. */
  entered(place: PlaceInfo): Promise<void>;
  /** Asks for the proposals anew. */
  lookAtProposals(): Promise<void>;
}

/** The places, the one that is worked on, and what the server says of it. */
export class PlaceData {
  places: PlaceInfo[] = [];
  place: PlaceInfo | null = null;
  kinds = new Map<string, Kind>();
  trouble = "";
  loading = true;
  newReports = 0;
  reviewCounts: ReviewCounts = { waiting: 0, returned: 0 };
  /** Id of the place that the address names; null for none. */
  private wanted: string | null = null;
  /** Counts the lists asked for: an answer that a later question has overtaken says nothing new. */
  private loads = 0;

  constructor(private readonly page: Page) {}

  /** Asks for the places and kinds, and enters the wanted place or the first. */
  async start(wanted: string | null): Promise<void> {
    this.wanted = wanted;
    await this.attempt(async () => {
      const [places, kinds] = await Promise.all([api.listPlaces(), api.listKinds()]);
      this.places = reachable(places);
      this.kinds = new Map(kinds.map((kind) => [kind.id, kind]));
      const first = this.places.find((place) => place.id === wanted) ?? this.places[0];
      if (first) await this.enter(first);
      else this.sayNone(places.length > 0);
    });
  }

  /** A demonstration hides once there is a place of one's own: who was limited to it finds nothing here. */
  private sayNone(othersExist: boolean): void {
    this.loading = false;
    if (othersExist) this.trouble = t("admin.places.unreachable", { areas: rightsOfPage().areas.join(", ") });
    else if (may("import") && may("settings"))
      this.trouble = t("admin.places.begin", { menu: t("admin.ground") });
    else this.trouble = t("place.none");
  }

  async enter(place: PlaceInfo): Promise<void> {
    this.place = place;
    this.loading = true;
    await this.page.entered(place);
    await this.load();
    const areas = await api.listAreas(place.id).catch(() => null); // filters by area are all that would be missing
    if (areas && place === this.place) this.page.desk.setAreas(areas);
  }

  async load(): Promise<void> {
    const { place } = this;
    if (!place) return;
    const load = ++this.loads;
    const isLatest = () => load === this.loads && place === this.place;
    const { desk } = this.page;
    desk.list.expect();
    await this.attempt(async () => {
      const points = await api.listPoints(place.id);
      if (isLatest()) desk.setPoints(points);
    }, isLatest);
    if (!isLatest()) return;
    this.loading = false;
    this.page.requestUpdate();
    await this.countReports();
    await this.page.lookAtProposals();
  }

  /** What colleagues have done meanwhile; the point in the drawer stays as it is until it is saved. */
  async refresh(): Promise<void> {
    if (!this.loading) await this.load();
  }

  /** After something could not be had. */
  async retry(): Promise<void> {
    if (this.place) await this.load();
    else await this.start(this.wanted);
  }

  /** Only a badge: where it can't be had, the list still stands. */
  async countReports(): Promise<void> {
    const { place } = this;
    if (!place) return;
    const answer = await api.listReports(place.id, "new").catch(() => null);
    if (!answer || place !== this.place) return;
    this.newReports = answer.counts.new;
    this.page.requestUpdate();
  }

  private async attempt(work: () => Promise<void>, isLatest = () => true): Promise<void> {
    this.trouble = "";
    await attempted(work, (problem) => {
      if (isLatest()) this.trouble = sentence(problem);
    });
    this.page.requestUpdate();
  }
}
