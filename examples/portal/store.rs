//! Storage for the cases of the portal. The example uses only the trait; this implementation stores the cases in
//! SQLite.

use namro::Instant;
use namro::Office;
use namro::case::{Case, Event, Who};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// A reminder that is to be sent.
#[derive(Debug, PartialEq)]
pub struct Reminder {
    pub case_id: String,
    pub at: i64,
    pub what: String,
}

/// A line of an officer's work list, as the database stores it.
#[derive(Debug, PartialEq)]
pub struct Line {
    pub case_id: String,
    pub step: String,
    pub colour: String,
}

/// The operations of a storage: read a case, write it unless somebody else has written it since, list the work of an
/// officer.
pub trait Store {
    fn case(&self, id: &str) -> Outcome<Option<Case>>;
    /// Writes a case that was read at `expected`; `false` if somebody else has written it since.
    fn write(&mut self, office: &Office, case: &Case, event: &Event, expected: u32) -> Outcome<bool>;
    fn desk(&self, officer: &str, now: Instant) -> Outcome<Vec<Line>>;
    /// Cases whose colour has changed without an event.
    fn woken(&self, now: Instant) -> Outcome<Vec<String>>;
    /// Writes the next instant at which the colour of a case changes.
    fn renew(&mut self, office: &Office, id: &str, now: Instant) -> Outcome<()>;
    /// Returns the reminders that are due and not sent yet, and marks them as sent.
    fn send(&mut self, now: Instant) -> Outcome<Vec<Reminder>>;
}

pub struct Sqlite(pub Connection);

const SCHEMA: &str = "
CREATE TABLE cases  (case_id TEXT PRIMARY KEY, seq INTEGER NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE events (case_id TEXT NOT NULL, seq INTEGER NOT NULL, event_id TEXT NOT NULL UNIQUE, body TEXT NOT NULL,
                     PRIMARY KEY (case_id, seq)) STRICT;
CREATE TABLE work   (case_id TEXT NOT NULL, step TEXT NOT NULL, officer TEXT, unit TEXT, suspended INTEGER NOT NULL,
                     due INTEGER, yellow_from INTEGER, next_change INTEGER, PRIMARY KEY (case_id, step)) STRICT;
CREATE INDEX work_of_officer ON work (officer, suspended, due);
CREATE INDEX work_wakes ON work (next_change);
CREATE TABLE outbox (case_id TEXT NOT NULL, at INTEGER NOT NULL, what TEXT NOT NULL, sent INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX outbox_waits ON outbox (sent, at);";

/// The work list is found by one index, without reading a case. Instants are stored as microseconds, so that they can
/// be compared.
pub const DESK: &str = "
SELECT case_id, step, CASE WHEN suspended THEN 'grey' WHEN due < ?2 THEN 'red' WHEN yellow_from <= ?2 THEN 'yellow'
                           ELSE 'green' END
FROM work WHERE officer = ?1 ORDER BY suspended, due";

impl Sqlite {
    pub fn open() -> Outcome<Self> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self(connection))
    }

    /// How the database finds a work list.
    pub fn plan(&self) -> Outcome<String> {
        Ok(self.0.query_row(&format!("EXPLAIN QUERY PLAN {DESK}"), params!["o9", 0], |row| row.get(3))?)
    }
}

impl Store for Sqlite {
    fn case(&self, id: &str) -> Outcome<Option<Case>> {
        let body: Option<String> =
            self.0.query_row("SELECT body FROM cases WHERE case_id = ?1", [id], |row| row.get(0)).optional()?;
        Ok(body.map(|body| serde_json::from_str(&body)).transpose()?)
    }

    fn write(&mut self, office: &Office, case: &Case, event: &Event, expected: u32) -> Outcome<bool> {
        let transaction = self.0.transaction()?;
        let (id, body) = (case.case_id.as_str(), namro::base::canonical(case)?);
        let state = case.state.as_str();
        // Compares the number that the case had when it was read: the second writer changes no row and reads again.
        let rows = match expected {
            0 => transaction
                .execute("INSERT OR IGNORE INTO cases VALUES (?1, ?2, ?3, ?4)", params![id, case.seq, state, body])?,
            _ => transaction.execute(
                "UPDATE cases SET seq = ?2, state = ?3, body = ?4 WHERE case_id = ?1 AND seq = ?5",
                params![id, case.seq, state, body, expected],
            )?,
        };
        if rows == 0 {
            return Ok(false);
        }
        let event_id = case.events.last().map_or("", |seen| seen.event_id.as_str());
        let written = namro::base::canonical(event)?;
        transaction.execute("INSERT INTO events VALUES (?1, ?2, ?3, ?4)", params![id, case.seq, event_id, written])?;
        lay_out(&transaction, office, case, event.at.at)?;
        remind(&transaction, case)?;
        transaction.commit()?;
        Ok(true)
    }

    fn desk(&self, officer: &str, now: Instant) -> Outcome<Vec<Line>> {
        let mut query = self.0.prepare_cached(DESK)?;
        let line = |row: &rusqlite::Row<'_>| Ok(Line { case_id: row.get(0)?, step: row.get(1)?, colour: row.get(2)? });
        let lines = query.query_map(params![officer, now.micros()], line)?.collect::<Result<_, _>>()?;
        Ok(lines)
    }

    fn woken(&self, now: Instant) -> Outcome<Vec<String>> {
        let mut query = self.0.prepare_cached("SELECT DISTINCT case_id FROM work WHERE next_change <= ?1")?;
        let ids = query.query_map([now.micros()], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    fn renew(&mut self, office: &Office, id: &str, now: Instant) -> Outcome<()> {
        if let Some(case) = self.case(id)? {
            let transaction = self.0.transaction()?;
            lay_out(&transaction, office, &case, now)?;
            transaction.commit()?;
        }
        Ok(())
    }

    fn send(&mut self, now: Instant) -> Outcome<Vec<Reminder>> {
        let transaction = self.0.transaction()?;
        let found = {
            let mut query =
                transaction.prepare("SELECT case_id, at, what FROM outbox WHERE sent = 0 AND at <= ?1 ORDER BY at")?;
            let reminder =
                |row: &rusqlite::Row<'_>| Ok(Reminder { case_id: row.get(0)?, at: row.get(1)?, what: row.get(2)? });
            query.query_map([now.micros()], reminder)?.collect::<Result<Vec<_>, _>>()?
        };
        transaction.execute("UPDATE outbox SET sent = 1 WHERE sent = 0 AND at <= ?1", [now.micros()])?;
        transaction.commit()?;
        Ok(found)
    }
}

/// The open steps as rows that an index can find.
fn lay_out(transaction: &Transaction<'_>, office: &Office, case: &Case, now: Instant) -> Outcome<()> {
    transaction.execute("DELETE FROM work WHERE case_id = ?1", [case.case_id.as_str()])?;
    for item in office.agenda(std::slice::from_ref(case), &Who::default(), now).items {
        let micros = |stamp: Option<namro::Stamp>| stamp.map(|stamp| stamp.at.micros());
        transaction.execute(
            "INSERT INTO work VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                item.case_id.as_str(),
                item.step.as_str(),
                item.officer.as_ref().map(|officer| officer.as_str()),
                item.unit.as_ref().map(|unit| unit.as_str()),
                case.state == namro::case::CaseState::Suspended,
                micros(item.due),
                micros(item.yellow_from),
                micros(item.next_change),
            ],
        )?;
    }
    Ok(())
}

/// Reminders are written in the same transaction as the case, so neither exists without the other. Reminders that were
/// not sent yet move with the due date.
fn remind(transaction: &Transaction<'_>, case: &Case) -> Outcome<()> {
    transaction.execute("DELETE FROM outbox WHERE case_id = ?1 AND sent = 0", [case.case_id.as_str()])?;
    let Some((_, due)) = case.next_due().filter(|_| !case.is_closed()) else { return Ok(()) };
    let moments = [("sắp đến hạn · near its due", due.yellow_from), ("đến hạn · due", Some(due.due))];
    for (what, at) in moments.into_iter().filter_map(|(what, at)| Some((what, at?))) {
        let row = params![case.case_id.as_str(), at.at.micros(), what];
        transaction.execute("INSERT INTO outbox (case_id, at, what) VALUES (?1, ?2, ?3)", row)?;
    }
    Ok(())
}
