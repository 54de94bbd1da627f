// A calendar alone, without the rest of an office.

import { Office } from "./office.js";

// The name of the calendar in the small office around it.
const NAME = "calendar";

export class Calendar {
  #office;

  constructor(office) {
    if (!(office instanceof Office)) throw new TypeError("Calendar.fromObject(…) makes a calendar");
    this.#office = office;
  }

  static fromObject(calendar) {
    const include = calendar.base ? [calendar.base] : [];
    const rulebook = { namro: 1, id: NAME, title: NAME, include, calendars: { [NAME]: calendar } };
    return new Calendar(Office.load({ [NAME]: rulebook }));
  }

  due(start, limit, more = {}) {
    return this.#office.due({ ...more, accepted_at: start, limit, calendar: NAME });
  }

  elapsed(start, end, more = {}) {
    return this.#office.elapsed({ ...more, start, end, calendar: NAME }).working_seconds;
  }

  latestStart(due, limit, more = {}) {
    return this.#office.latestStart({ ...more, due, limit, calendar: NAME });
  }

  day(date, more = {}) {
    return this.#office.day({ ...more, date, calendar: NAME });
  }

  free() {
    this.#office.free();
  }

  [Symbol.dispose ?? Symbol.for("dispose")]() {
    this.free();
  }
}
