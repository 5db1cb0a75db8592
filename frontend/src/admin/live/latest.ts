/** What POST /admin/api/coverage-change answers. */
export interface CoverageChange {
  /** Whether the standard counts the point at all. */
  counted: boolean;
  /** The whole place first, then the areas in which anything changes. */
  areas: AreaChange[];
  /** Streets that come within the limit, as lines of longitude and latitude. */
  won: [number, number][][];
  lost: [number, number][][];
}

export interface AreaChange {
  area: string;
  /** Null where residents are unknown; then floor stands instead. */
  residents_won?: number | null;
  residents_lost?: number | null;
  floor_m2_won?: number | null;
  floor_m2_lost?: number | null;
  street_won_m: number;
  street_lost_m: number;
}

/** One question under way at a time; of those that come meanwhile only the last is asked, and only the last answer is told. */
export class Latest<Question, Answer> {
  private waiting: Question | null = null;
  private isBusy = false;
  private turn = 0;

  constructor(
    private readonly request: (question: Question) => Promise<Answer>,
    private readonly told: (answer: Answer) => void,
    /** The last question was not answered: what an earlier one told is not true of it. */
    private readonly failed: () => void,
  ) {}

  ask(question: Question): void {
    this.waiting = question;
    if (!this.isBusy) void this.work();
  }

  /** Whatever comes still, nobody wants it. */
  forget(): void {
    this.waiting = null;
    this.turn++;
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    while (this.waiting !== null) {
      const question = this.waiting;
      const { turn } = this;
      this.waiting = null;
      const answer = await this.request(question).catch(() => null); // the next position asks again
      if (turn !== this.turn) continue;
      if (answer !== null) this.told(answer);
      else this.failed();
    }
    this.isBusy = false;
  }
}
