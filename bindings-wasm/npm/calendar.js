// A calendar alone, without the rest of an office.

import { Office, ofCalendar } from "./office.js";

export class Calendar {
  #office;

  constructor(office) {
    if (!(office instanceof Office)) throw new TypeError("Calendar.fromObject(…) makes a calendar");
    this.#office = office;
  }

  static fromObject(calendar) {
    return new Calendar(ofCalendar(calendar));
  }

  due(start, limit, more = {}) {
    return this.#office.due({ ...more, accepted_at: start, limit });
  }

  elapsed(start, end, more = {}) {
    return this.#office.elapsed({ ...more, start, end }).working_seconds;
  }

  latestStart(due, limit, more = {}) {
    return this.#office.latestStart({ ...more, due, limit });
  }

  day(date, more = {}) {
    return this.#office.day({ ...more, date });
  }

  free() {
    this.#office.free();
  }

  [Symbol.dispose ?? Symbol.for("dispose")]() {
    this.free();
  }
}
