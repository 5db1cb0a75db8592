/**
 * A queue of numbers, each with a key: the least key first, of equal keys the least number. Both go into one double, so
 * keys are below 2^31 and numbers below 2^22.
 */
export class KeyHeap {
  private items = new Float64Array(1024);
  private size = 0;

  get isEmpty(): boolean {
    return this.size === 0;
  }

  /** The least key; only where there is one. */
  get leastKey(): number {
    return Math.floor(this.items[0] / NUMBERS);
  }

  clear(): void {
    this.size = 0;
  }

  push(key: number, number: number): void {
    if (this.size === this.items.length) {
      const more = new Float64Array(2 * this.size);
      more.set(this.items);
      this.items = more;
    }
    const item = key * NUMBERS + number;
    const { items } = this;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (items[parent] <= item) break;
      items[at] = items[parent];
      at = parent;
    }
    items[at] = item;
  }

  /** Takes the number of the least key out. */
  pop(): number {
    const { items } = this;
    const least = items[0];
    const item = items[--this.size];
    let at = 0;
    for (;;) {
      const first = 4 * at + 1;
      if (first >= this.size) break;
      let child = first;
      const end = Math.min(first + 4, this.size);
      for (let other = first + 1; other < end; other++) if (items[other] < items[child]) child = other;
      if (items[child] >= item) break;
      items[at] = items[child];
      at = child;
    }
    items[at] = item;
    return least - Math.floor(least / NUMBERS) * NUMBERS;
  }
}

/** More nodes than a city of ten million people has. */
const NUMBERS = 2 ** 22;
