// Written by `cargo run -p xtask -- shapes` from core/schema.

/** A value that JSON can hold. Whole numbers beyond ±(2⁵³ − 1) go as text. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Who or what acted. */
export interface Actor {
  /** Its identifier. */
  id?: OfficerId | null;
  /** What it is; only a person earns or loses points. */
  kind?: ActorKind;
}

/** What acted. */
export type ActorKind = "person" | "system" | "citizen" | "group" | "unknown";

/** What is on the desk. */
export interface Agenda {
  /** The work, what is due first at the top. */
  items: WorkItem[];
  /** When a colour next changes by itself: the instant to look again. */
  next_wake_up: Stamp | null;
}

/** Asks what is on whose desk. */
export interface AgendaRequest {
  /** The cases. */
  cases?: CaseGiven[];
  /** As of when. */
  now: StampGiven;
  /** Whose agenda. */
  who?: Who;
}

/** Who filed, as the desk wrote it down; what is left out is looked for in the dossier's form. */
export interface Applicant {
  /** Address. */
  address?: string | null;
  /** E-mail. */
  email?: string | null;
  /** Name of the person or organisation. */
  name?: string | null;
  /** Telephone. */
  phone?: string | null;
}

/** Allowed, or refused: one of the two is there. */
export interface Applied {
  /** The case after the event. */
  case: Case | null;
  /** Why it may not happen; the case stays as it was. */
  refusal: Refusal | null;
}

/** Asks whether an event may happen, and what becomes of the case. */
export interface ApplyRequest {
  /** The case so far; none for its first event. */
  case?: CaseGiven | null;
  /** What is to happen. */
  event: Event;
}

/** Something that comes in. */
export interface Arrival {
  /** When it comes in. */
  at: StampGiven;
  /** Its name, to point at it. */
  case_id: CaseId;
  /** What the workflow routes by. */
  data: Value;
  /** The unit that it comes to. */
  unit?: UnitId | null;
}

/** Leave to use a workflow whose soundness is not decided. */
export interface AssumeSound {
  /** Why it is taken to be sound. */
  reason: string;
}

/** A file that goes with a message. */
export interface Attachment {
  /** Its content in Base64, as it came. */
  content: string | null;
  /** Its identifier within the message. */
  content_id: string | null;
  /** What it is. */
  description: string | null;
  /** Its media type. */
  media_type: string | null;
  /** Its name. */
  name: string | null;
}

/** A file that goes with a message. */
export interface AttachmentGiven {
  /** Its content in Base64, as it came. */
  content?: string | null;
  /** Its identifier within the message. */
  content_id?: string | null;
  /** What it is. */
  description?: string | null;
  /** Its media type. */
  media_type?: string | null;
  /** Its name. */
  name?: string | null;
}

/** One step of the way to a due. */
export interface Because {
  /** To where. */
  after: When | null;
  /** From where. */
  before: When | null;
  /** What kind of step. */
  code: BecauseCode;
  /** Its legal basis. */
  source: Source | null;
  /** The step in words. */
  text: Text;
}

/** Why a due lies where it lies. */
export type BecauseCode = "start" | "start_moved" | "skipped" | "swapped" | "clipped" | "rolled" | "suspended" | "restarted" | "extended" | "re_appointed" | "chosen" | "stopped" | "provisional" | "end";

/** One step of the way to a due. */
export interface BecauseGiven {
  /** To where. */
  after?: WhenGiven | null;
  /** From where. */
  before?: WhenGiven | null;
  /** What kind of step. */
  code: BecauseCode;
  /** Its legal basis. */
  source?: SourceGiven | null;
  /** The step in words. */
  text: Text;
}

/** Whether the due instant itself is still in time. */
export type Bound = "through" | "before";

/** A file as text. */
export interface BpmnFile {
  /** The file. */
  xml: string;
}

/** What a BPMN file holds. */
export interface BpmnImport {
  /** What was left out or replaced, each with its element and line. */
  remarks: BpmnRemark[];
  /** Its processes, as a rulebook would write them. */
  workflows: Record<string, WorkflowSpec>;
}

/** Something of a BPMN file that a workflow cannot mean. */
export interface BpmnRemark {
  /** What became of it. */
  code: Code;
  /** The line of the file. */
  line: number | null;
  /** The same in words, naming the element. */
  text: Text;
}

export type BranchSpec = string | { else: boolean; to: string; when: Value };

export type BranchSpecGiven = string | { else?: boolean; to: string; when?: Value };

/** Working time: `0,5 ngày làm việc`, `4 giờ`, `PT4H` */
export type Budget = string;

/** What the message does with its document. */
export interface Business {
  /** The document that it is about. */
  document_id: string | null;
  /** New, recall, update, replace. */
  kind: BusinessKind | null;
  /** Whether paper goes too: 1. */
  paper: number | null;
  /** Why. */
  reason: string | null;
  /** What it replaces. */
  replacements: Replacement[];
  /** Who did it. */
  staff: StaffInfo | null;
}

/** What the message does with its document. */
export interface BusinessGiven {
  /** The document that it is about. */
  document_id?: string | null;
  /** New, recall, update, replace. */
  kind?: BusinessKind | null;
  /** Whether paper goes too: 1. */
  paper?: number | null;
  /** Why. */
  reason?: string | null;
  /** What it replaces. */
  replacements?: ReplacementGiven[];
  /** Who did it. */
  staff?: StaffInfoGiven | null;
}

/** What a message does with its document (*nghiệp vụ văn bản*). */
export type BusinessKind = "new" | "recall" | "update" | "replace";

/** A component that a database made unnecessary. */
export interface ByData {
  /** The component. */
  component: ComponentId;
  /** The database. */
  register: string;
}

/** A file, as text. */
export interface CalendarFile {
  /** The type under which it is served. */
  media_type: string;
  /** Its content: UTF-8, lines ended by CR LF. */
  text: string;
}

/** Asks for dues and reminders as an iCalendar file (RFC 5545). */
export interface CalendarFileRequest {
  /** Cases, as for `reminders`. */
  cases?: CaseGiven[];
  /** As what dues stand in it. */
  dues?: DueEntry;
  /** Items, each with what makes it due. */
  items?: RemindedItem[];
  /** The language of its words. */
  language?: Language;
  /** When the file is made: an argument, so that the same request gives the same bytes. */
  made_at: StampGiven;
  /** What it is called. */
  name?: string | null;
  /** When to remind whom; without it, dues alone. */
  plan?: ReminderPlan | null;
  /** Reminders since when; without it, since ever. */
  since?: StampGiven | null;
  /** Reminders until when, exclusive; without it, for ever. */
  until?: StampGiven | null;
}

export type CalendarId = string;

/** What a cap did. */
export interface CapEffect {
  /** How many may have it. */
  allowed: number;
  /** The band that is capped. */
  band: string;
  /** How many count as the base. */
  base: number;
  /** How many of the group had the points for it. */
  candidates: number;
  /** Whether this officer has it. */
  kept: boolean;
  /** The place of this officer among the candidates, from 1; equals share a place. */
  place: number;
  /** In words. */
  text: Text;
}

/** What an officer earned in a period (*phiếu điểm*). */
export interface Card {
  /** What a cap did to it. */
  cap: CapEffect | null;
  /** What was assessed. */
  components: ComponentScore[];
  /** The share of the policy's maximum that was assessed. */
  coverage: Rational;
  /** Points that somebody gave. */
  gains: Gain[];
  /** The group within which the officer is rated. */
  group: string;
  /** Items that the period owns, those moved away or stopped left out. */
  items: number;
  /** Every point lost. */
  losses: Loss[];
  /** What could be reached of what was assessed. */
  maximum: Points;
  /** What could not be assessed. */
  not_supplied: NotSupplied[];
  /** The officer. */
  officer: OfficerId;
  /** The period. */
  period: Period;
  /** What was reached of what was assessed; none when nothing was, or when the sum cannot be held exactly. */
  points: Points | null;
  /** The policy. */
  policy: PolicyRef;
  /** The rating. */
  rating: Rating | null;
  /** Shares, and how sure they are. */
  ratios: Ratio[];
  /** Hash of all the rest. */
  result_hash: Hash | null;
  /** Grows when an outcome changes. */
  semantics: number;
  /** The unit of most of the items. */
  unit: UnitId | null;
}

/** A case (*vụ việc*). */
export interface Case {
  /** When it was accepted as complete. */
  accepted: Stamp | null;
  /** Its identifier. */
  case_id: CaseId;
  /** Desk, online, post. */
  channel: string | null;
  /** Its clock. */
  clock: CaseClock;
  /** What its events brought, by which the workflow routes. */
  data: Value;
  /** When the result was given to the citizen. */
  delivered: Stamp | null;
  /** The steps that were done. */
  done: DoneStep[];
  /** The events that it holds. */
  events: SeenEvent[];
  /** When the result was handed over. */
  finished: Stamp | null;
  /** Who has to do with its open steps. */
  holders: Holder[];
  /** When the last event happened. */
  last_at: Stamp;
  /** The office, where several share a store. */
  office: OfficeId | null;
  /** Hash of the rulebook that judged the last event. */
  office_hash: string | null;
  /** The steps that may be done now. */
  open_steps: OpenStep[];
  /** When it came in. */
  received: Stamp | null;
  /** How secret it is. */
  secrecy: Secrecy;
  /** How many events it holds; the next one carries one more. */
  seq: number;
  /** Where it stands. */
  state: CaseState;
  /** When it ended without a result. */
  stopped: Stamp | null;
  /** How often a supplement was asked for. */
  supplements: number;
  /** Where its tokens lie. */
  tokens: Token[];
  /** The unit that it is with. */
  unit: UnitId | null;
  /** Which rules it goes by. */
  versions: CaseVersions;
}

/** The clock of a case (*đồng hồ*). */
export interface CaseClock {
  /** What was done to it. */
  acts: ClockAct[];
  /** When the case is due; none before acceptance, or without a limit. */
  due: Due | null;
  /** A due that a leader set, where no procedure does (*hạn theo bút phê*). */
  given: Stamp | null;
  /** Until when it is said whether the matter is taken up; it stays as it stood when that was said. */
  take_up: Due | null;
}

/** The clock of a case (*đồng hồ*). */
export interface CaseClockGiven {
  /** What was done to it. */
  acts?: ClockActGiven[];
  /** When the case is due; none before acceptance, or without a limit. */
  due?: DueGiven | null;
  /** A due that a leader set, where no procedure does (*hạn theo bút phê*). */
  given?: StampGiven | null;
  /** Until when it is said whether the matter is taken up; it stays as it stood when that was said. */
  take_up?: DueGiven | null;
}

/** A case (*vụ việc*). */
export interface CaseGiven {
  /** When it was accepted as complete. */
  accepted?: StampGiven | null;
  /** Its identifier. */
  case_id: CaseId;
  /** Desk, online, post. */
  channel?: string | null;
  /** Its clock. */
  clock: CaseClockGiven;
  /** What its events brought, by which the workflow routes. */
  data?: Value;
  /** When the result was given to the citizen. */
  delivered?: StampGiven | null;
  /** The steps that were done. */
  done?: DoneStepGiven[];
  /** The events that it holds. */
  events?: SeenEvent[];
  /** When the result was handed over. */
  finished?: StampGiven | null;
  /** Who has to do with its open steps. */
  holders?: HolderGiven[];
  /** When the last event happened. */
  last_at: StampGiven;
  /** The office, where several share a store. */
  office?: OfficeId | null;
  /** Hash of the rulebook that judged the last event. */
  office_hash?: string | null;
  /** The steps that may be done now. */
  open_steps?: OpenStepGiven[];
  /** When it came in. */
  received?: StampGiven | null;
  /** How secret it is. */
  secrecy?: Secrecy;
  /** How many events it holds; the next one carries one more. */
  seq: number;
  /** Where it stands. */
  state: CaseState;
  /** When it ended without a result. */
  stopped?: StampGiven | null;
  /** How often a supplement was asked for. */
  supplements?: number;
  /** Where its tokens lie. */
  tokens?: TokenGiven[];
  /** The unit that it is with. */
  unit?: UnitId | null;
  /** Which rules it goes by. */
  versions: CaseVersionsGiven;
}

export type CaseId = string;

/** The header of a case, as registers and exports keep it. A day alone is an interval and not its midnight. */
export interface CaseRow {
  /** Accepted as complete. */
  accepted?: WhenGiven | null;
  /** The case. */
  case_id: CaseId;
  /** Desk, online, post. */
  channel?: string | null;
  /** The due that was promised first. */
  due_original?: WhenGiven | null;
  /** The due that the exporting system shows now. */
  due_recorded?: WhenGiven | null;
  /** The result was handed over. */
  finished?: WhenGiven | null;
  /** The office, where several share a log. */
  office?: OfficeId | null;
  /** The procedure, or the kind of document. */
  procedure?: ProcedureId | null;
  /** Arrived. */
  received?: WhenGiven | null;
  /** Who answers for it. */
  responsible?: OfficerId | null;
  /** The result was given to the citizen. */
  returned?: WhenGiven | null;
  /** Status, in the words of the exporting system. */
  status?: string | null;
  /** Stopped without a result. */
  stopped?: WhenGiven | null;
  /** Sent by the citizen. */
  submitted?: WhenGiven | null;
  /** The unit that solves it. */
  unit?: UnitId | null;
}

/** Where a case stands (*trạng thái*). */
export type CaseState = "received" | "processing" | "suspended" | "finished" | "delivered" | "stopped";

/** Which rules a case goes by. */
export interface CaseVersions {
  /** The day whose versions hold: that of acceptance, until then that of receipt. */
  anchored_on: Date | null;
  /** The procedure, or the kind of document. */
  procedure: ProcedureId | null;
  /** The workflow. */
  workflow: WorkflowId | null;
}

/** Which rules a case goes by. */
export interface CaseVersionsGiven {
  /** The day whose versions hold: that of acceptance, until then that of receipt. */
  anchored_on?: DateGiven | null;
  /** The procedure, or the kind of document. */
  procedure?: ProcedureId | null;
  /** The workflow. */
  workflow?: WorkflowId | null;
}

/** One change. */
export interface Change {
  /** What is said now. */
  after: Value | null;
  /** What was said before. */
  before: Value | null;
  /** The entry of the section, such as `2.001199`. */
  entry: string | null;
  /** What became of it. */
  kind: ChangeKind;
  /** The open cases that it touches. */
  open_cases: CaseId[];
  /** JSON pointer into the canonical rulebook; items of lists by their names, versions by their first day. */
  path: string;
  /** The section: `procedures`, `calendars`, `workflows` … */
  section: string;
  /** The same in words. */
  text: Text;
  /** The first day on which it matters, where it names one. */
  valid_from: Date | null;
  /** The last day on which it matters. */
  valid_to: Date | null;
}

/** What became of a part of a rulebook. */
export type ChangeKind = "added" | "removed" | "changed";

/** Seconds of lateness that one officer is charged with. */
export interface Charge {
  /** The officer. */
  officer: OfficerId;
  /** Working seconds. */
  working_seconds: Seconds;
}

/** Asks whether a dossier is complete, or a document in order: one of the two is given. */
export interface CheckRequest {
  /** As of when: for an open dossier now, for a filed one its acceptance. The version of the procedure is that of this day. */
  at: StampGiven;
  /** The document instead. */
  document?: Document | null;
  /** The dossier. */
  dossier?: Dossier | null;
  /** For which stage of a dossier. */
  stage?: Stage;
  /** The calendar of a unit, where rules count working days. */
  unit?: UnitId | null;
}

/** An act on a clock. */
export interface ClockAct {
  /** From when. */
  at: Stamp;
  /** For an extension: by how much. */
  by: Limit | null;
  /** Which of several clocks of a case; without a name, all of them. */
  clock: string | null;
  /** The event that says so. */
  event_id: EventId | null;
  /** What it does. */
  kind: ClockActKind;
  /** Why the clock stands: suspensions for different reasons overlap, and each ends on its own. A resume without a reason ends them all. */
  reason: string | null;
  /** When it was entered; later than `at` for a retroactive one. Without it, at once. */
  recorded_at: Stamp | null;
  /** Where it stands. */
  source: Source | null;
  /** For an extension or a new date: until when; a day means its end. */
  until: When | null;
}

/** An act on a clock. */
export interface ClockActGiven {
  /** From when. */
  at: StampGiven;
  /** For an extension: by how much. */
  by?: Limit | null;
  /** Which of several clocks of a case; without a name, all of them. */
  clock?: string | null;
  /** The event that says so. */
  event_id?: EventId | null;
  /** What it does. */
  kind: ClockActKind;
  /** Why the clock stands: suspensions for different reasons overlap, and each ends on its own. A resume without a reason ends them all. */
  reason?: string | null;
  /** When it was entered; later than `at` for a retroactive one. Without it, at once. */
  recorded_at?: StampGiven | null;
  /** Where it stands. */
  source?: SourceGiven | null;
  /** For an extension or a new date: until when; a day means its end. */
  until?: WhenGiven | null;
}

/** What an act does to the clock. */
export type ClockActKind = "suspend" | "resume" | "restart" | "extend" | "re_appoint" | "stop";

export type Code = string;

/** The colour of an item (*màu cảnh báo*). */
export type Colour = "grey" | "green" | "yellow" | "red";

export type ComponentId = string;

/** One component of a card. */
export interface ComponentScore {
  /** Its identifier. */
  id: string;
  /** Over so many items; none where somebody gave the points. */
  items: number;
  /** So many items of the period were left out: not due yet, no due, or nothing that says who was late. */
  left_out: number;
  /** What it gave. */
  points: Points;
  /** What it is. */
  title: Text;
  /** What it could give. */
  weight: Rational;
}

/** How sure the authors of a rulebook are of a rule. */
export type Confidence = "sure" | "likely" | "unsure";

/** A plain count, with its definition. */
export interface Count {
  /** How many. */
  count: number;
  /** Its name, such as `handovers`. */
  id: string;
  /** How it is counted. */
  text: Text;
}

/** What a database said when it was asked. */
export type DataAnswer = "answered" | "wrong" | "down";

export type Date = string;

export type DateGiven = string;

/** What a day is, by both calendars. */
export interface DayAnswer {
  /** The day. */
  date: Date;
  /** The same day of the lunar calendar; nothing outside the lunar years 1900 to 2199. */
  lunar: LunarDate | null;
  /** Whether the notice for its year is not known, so that a swap may still change it (*tạm tính*). */
  provisional: boolean;
  /** Why it is off, or why it works although it would be off; nothing for an ordinary working day. */
  reasons: DayReason[];
  /** Its shifts, in order. */
  shifts: Shift[];
  /** Whether it has any shift (*ngày làm việc*). */
  working: boolean;
}

/** Why a day is what it is. */
export interface DayReason {
  /** What kind of reason. */
  code: DayReasonCode;
  /** The legal basis or the notice. */
  source: Source | null;
  /** In words. */
  text: Text;
}

/** What kind of reason a day has. */
export type DayReasonCode = "weekly_rest" | "holiday" | "compensation" | "closed" | "make_up" | "special_hours" | "outside_calendar";

/** Asks what a day is. */
export interface DayRequest {
  /** A calendar by name. */
  calendar?: CalendarId | null;
  /** The day. */
  date?: DateGiven | null;
  /** The calendar as it was known then. */
  known_at?: StampGiven | null;
  /** The day by the Vietnamese lunar calendar instead (*âm lịch*). */
  lunar?: LunarDateGiven | null;
  /** The calendar of a unit. */
  unit?: UnitId | null;
}

/** No: what is missing, and who has it. */
export interface Denial {
  /** Who has it on that day, those present first. */
  held_by: OfficerId[];
  /** Why the officer does not have it. */
  lack: Lack;
  /** The right that is missing. */
  missing: Right;
  /** Since when the first of them has had it, where that is known. */
  since: Date | null;
  /** The same in words. */
  text: Text;
}

/** Asks what an office holds (*mô tả bộ quy tắc*). */
export interface DescribeRequest {
  /** Its last day. */
  end?: DateGiven | null;
  /** First day of the period whose staffing is looked at; without one, it is not. */
  start?: DateGiven | null;
}

/** What an office holds. */
export interface Description {
  /** Calendars, by identifier. */
  calendars: string[];
  /** Hash of the canonical content of all its texts. */
  hash: Hash;
  /** Identifier of the root rulebook. */
  id: OfficeId;
  /** Pointers to keywords of forms that never come to bear. */
  idle: string[];
  /** Mappings. */
  mappings: string[];
  /** How many people the staff table has. */
  officers: number;
  /** Policies. */
  policies: string[];
  /** Positions. */
  positions: string[];
  /** Procedures. */
  procedures: string[];
  /** The number that grows when an outcome changes. */
  semantics: number;
  /** Hash of the staff laid over, if any is. */
  staff_hash: Hash | null;
  /** Steps that nobody could do on some days of the period asked about. */
  staffing: StaffingGap[];
  /** Its title. */
  title: Text;
  /** Units. */
  units: string[];
  /** Rules of procedures that name no legal basis, as JSON pointers into the rulebook (*quy tắc chưa ghi căn cứ*). */
  unsourced: string[];
  /** Workflows. */
  workflows: string[];
}

/** Where a message departs from the regulation. */
export interface Deviation {
  /** How. */
  kind: DeviationKind;
  /** The line of the text. */
  line: number | null;
  /** The way to the element: `MessageHeader/Code/CodeNumber`. */
  path: string;
  /** The same in words. */
  text: Text;
}

/** How a message departs from the regulation. */
export type DeviationKind = "unknown" | "repeated" | "missing" | "unreadable" | "spelling" | "attachment" | "namespace" | "unchecked";

/** What changed. */
export interface Diff {
  /** The open cases that some change touches. */
  cases: TouchedCase[];
  /** The changes, in the order of the canonical rulebook. */
  changes: Change[];
  /** Whether both mean the same. */
  same: boolean;
}

/** Asks what a newer rulebook changes. */
export interface DiffRequest {
  /** Cases, of which the open ones that are touched are told. */
  cases?: CaseGiven[];
  /** Texts of the newer rulebook by name; the first is the root. */
  rulebooks?: Record<string, string>;
}

/** One run less the first. */
export interface Difference {
  /** Hand-overs. */
  hand_overs: number;
  /** Steps done. */
  steps: number;
  /** Working seconds from arrival to end. */
  through_working_seconds: Seconds;
  /** The workflow. */
  workflow: WorkflowId;
  /** Working seconds of all steps. */
  working_seconds: Seconds;
}

/** What is clear or not (*rõ*). A version of the motto ("5 rõ", "6 rõ") is a named subset, with labels and order,  in a policy. */
export type Dimension = "person" | "task" | "process" | "time" | "responsibility" | "authority" | "product" | "effect";

/** Whither a document goes. */
export type Direction = "incoming" | "outgoing" | "internal";

/** A document (*văn bản*). */
export interface Document {
  /** Whither it goes. */
  direction: Direction;
  /** What was done with it, and when. */
  done?: Record<string, StampGiven>;
  /** When it has to be settled, where a leader said so (*hạn theo bút phê*). */
  due?: StampGiven | null;
  /** The day of the document. */
  issued: DateGiven;
  /** The kind, where it is registered apart from the symbol. */
  kind?: Kind | null;
  /** Its number there, where it is not that of the symbol (*số đến*). */
  number?: number | null;
  /** The agency that issued it, by code or name. */
  organ: string;
  /** Whom it is for. */
  receivers?: string[];
  /** The register in which it stands. */
  register?: RegisterId | null;
  /** What it does to other documents. */
  relations?: Relation[];
  /** How secret it is. */
  secrecy?: Secrecy;
  /** The lines of the signature block, above the name. */
  signature?: string[];
  /** Which officer of this office signed; what he may sign follows from the staff. */
  signed_by?: OfficerId | null;
  /** Who signed, as far as the prefix hangs on it, where the staff is not at hand. */
  signer?: Signer | null;
  /** What it is about (*trích yếu*). */
  subject?: string | null;
  /** Number and symbol as written, such as `01/CT-UBND`. */
  symbol: string;
  /** The unit of this office in whose name it is signed; the office itself, where nothing is said. */
  unit?: UnitId | null;
  /** How urgent it is. */
  urgency?: Urgency;
  /** Whether an answer is expected. */
  wants_answer?: boolean;
}

/** What became of a document. */
export type DocumentStanding = "in_force" | "amended" | "replaced" | "recalled";

/** What became of one document of a list. */
export interface DocumentState {
  /** The documents that answer it (*văn bản trả lời*). */
  answered_by: number[];
  /** Whether an answer is expected and none is there. */
  awaits_answer: boolean;
  /** The documents that made it so, and those that correct it, by their places in the list. */
  by: number[];
  /** What became of it. */
  standing: DocumentStanding;
}

/** Asks what a list of documents says as a whole. */
export interface DocumentsRequest {
  /** The documents. */
  documents?: Document[];
}

/** A step that was done, and by whom: four eyes look at this. */
export interface DoneStep {
  /** When. */
  at: Stamp;
  /** Where it led. */
  led_to: StepId[];
  /** Who did it; none for a program or the citizen. */
  officer: OfficerId | null;
  /** Its outcome. */
  outcome: string | null;
  /** In whose right, when a substitute did it. */
  principal: OfficerId | null;
  /** The step. */
  step: StepId;
  /** Whether it was taken back later. */
  undone: boolean;
}

/** A step that was done, and by whom: four eyes look at this. */
export interface DoneStepGiven {
  /** When. */
  at: StampGiven;
  /** Where it led. */
  led_to?: StepId[];
  /** Who did it; none for a program or the citizen. */
  officer?: OfficerId | null;
  /** Its outcome. */
  outcome?: string | null;
  /** In whose right, when a substitute did it. */
  principal?: OfficerId | null;
  /** The step. */
  step: StepId;
  /** Whether it was taken back later. */
  undone?: boolean;
}

/** A dossier (*hồ sơ*). */
export interface Dossier {
  /** By which channel: `desk`, `online`, `post`. */
  channel?: string | null;
  /** The papers. */
  components?: Submitted[];
  /** What the databases said that were asked, by their names. */
  data?: Record<string, DataAnswer>;
  /** The form as filled in. */
  form?: Value;
  /** For which procedure. */
  procedure: ProcedureId;
  /** When it was handed in; rules read the day in the offset in which it stands here, which [`Dossier::seen_in`] makes that of the office. */
  submitted?: StampGiven | null;
}

/** Asks for the picture of a workflow. */
export interface DrawRequest {
  /** Cases to paint on it: of one, where it stands and with whom; of several, how often each step was done. */
  cases?: CaseGiven[];
  /** In which form. */
  format?: PictureFormat;
  /** The language of its words. */
  language?: Language;
  /** The day whose version is meant; without one, the last. */
  on?: DateGiven | null;
  /** The workflow. */
  workflow: WorkflowId;
}

/** When something is due (*hạn*), and why. */
export interface Due {
  /** How it came about, step by step. */
  because: Because[];
  /** Whether that instant is still in time. */
  bound: Bound;
  /** Where the promised limit ends. */
  committed: End | null;
  /** The due instant: that of the committed limit, else of the statutory one. */
  due: Stamp;
  /** Finished before this is early; nothing for hours, where only a policy's margin says so. */
  early_before: Stamp | null;
  /** The last day. */
  last_day: Date;
  /** 24:00 of the last day, exclusive; for hours, the due. */
  legal_end: Stamp;
  /** The close of the last day's last shift, inclusive; for hours, the due. */
  office_end: Stamp;
  /** Whether it rests on days that no notice has fixed yet. */
  provisional: boolean;
  /** The date promised beside the first, which still judges. */
  reappointed: Stamp | null;
  /** From when counting began: acceptance, moved by the channel, or the restart. */
  start: Stamp;
  /** Where the limit by law ends. */
  statutory: End | null;
  /** When it ended without a result. */
  stopped: Stamp | null;
  /** When the clock stood. */
  suspended: Span[];
  /** The due as it is shown: `17:30 thứ Bảy, ngày 10/01/2026`. */
  text: Text;
  /** From when it is yellow, if it ever is. */
  yellow_from: Stamp | null;
}

/** A due, its colour where an instant was given, and how it finished. */
export interface DueAnswer {
  /** How it came about, step by step. */
  because: Because[];
  /** Whether that instant is still in time. */
  bound: Bound;
  /** Its colour as of `now`. */
  colour: Colour | null;
  /** Where the promised limit ends. */
  committed: End | null;
  /** The due instant: that of the committed limit, else of the statutory one. */
  due: Stamp;
  /** Finished before this is early; nothing for hours, where only a policy's margin says so. */
  early_before: Stamp | null;
  /** The last day. */
  last_day: Date;
  /** Whether it finished after the promised limit; likewise. */
  late_committed: boolean | null;
  /** Whether it finished after the limit by law; nothing where there is none or nobody can say. */
  late_statutory: boolean | null;
  /** 24:00 of the last day, exclusive; for hours, the due. */
  legal_end: Stamp;
  /** The first whole second at which the colour differs. */
  next_change: Stamp | null;
  /** The close of the last day's last shift, inclusive; for hours, the due. */
  office_end: Stamp;
  /** How it finished; undetermined where the due lies within a day of which the time is not known. */
  outcome: Outcome | null;
  /** Whether it rests on days that no notice has fixed yet. */
  provisional: boolean;
  /** The date promised beside the first, which still judges. */
  reappointed: Stamp | null;
  /** From when counting began: acceptance, moved by the channel, or the restart. */
  start: Stamp;
  /** Where the limit by law ends. */
  statutory: End | null;
  /** When it ended without a result. */
  stopped: Stamp | null;
  /** When the clock stood. */
  suspended: Span[];
  /** The due as it is shown: `17:30 thứ Bảy, ngày 10/01/2026`. */
  text: Text;
  /** From when it is yellow, if it ever is. */
  yellow_from: Stamp | null;
}

/** As what a due stands in a file. */
export type DueEntry = "event" | "task" | "nothing";

/** When something is due (*hạn*), and why. */
export interface DueGiven {
  /** How it came about, step by step. */
  because?: BecauseGiven[];
  /** Whether that instant is still in time. */
  bound: Bound;
  /** Where the promised limit ends. */
  committed?: EndGiven | null;
  /** The due instant: that of the committed limit, else of the statutory one. */
  due: StampGiven;
  /** Finished before this is early; nothing for hours, where only a policy's margin says so. */
  early_before?: StampGiven | null;
  /** The last day. */
  last_day: DateGiven;
  /** 24:00 of the last day, exclusive; for hours, the due. */
  legal_end: StampGiven;
  /** The close of the last day's last shift, inclusive; for hours, the due. */
  office_end: StampGiven;
  /** Whether it rests on days that no notice has fixed yet. */
  provisional?: boolean;
  /** The date promised beside the first, which still judges. */
  reappointed?: StampGiven | null;
  /** From when counting began: acceptance, moved by the channel, or the restart. */
  start: StampGiven;
  /** Where the limit by law ends. */
  statutory?: EndGiven | null;
  /** When it ended without a result. */
  stopped?: StampGiven | null;
  /** When the clock stood. */
  suspended?: SpanGiven[];
  /** The due as it is shown: `17:30 thứ Bảy, ngày 10/01/2026`. */
  text: Text;
  /** From when it is yellow, if it ever is. */
  yellow_from?: StampGiven | null;
}

/** Asks when something is due: for a procedure, or for a limit given here. */
export interface DueRequest {
  /** When it was accepted as complete. */
  accepted_at?: StampGiven | null;
  /** The day on which it was accepted, where the time is not known: an interval and not its midnight. */
  accepted_on?: DateGiven | null;
  /** What was done to the clock. */
  acts?: ClockActGiven[];
  /** A calendar by name. */
  calendar?: CalendarId | null;
  /** Desk, online, post: a channel may move the start. */
  channel?: string | null;
  /** Which of several clocks of a case. */
  clock?: string | null;
  /** For hours: what finished so many seconds before the due is early. */
  early_margin_seconds?: Seconds | null;
  /** Only acts on the clock entered by then. */
  entered_by?: StampGiven | null;
  /** What makes the limit longer: `complex`, `remote`. */
  factors?: string[];
  /** When it finished, or the day on which it did: say how. */
  finished?: WhenGiven | null;
  /** The form, where the procedure chooses its limit by it. */
  form?: Value | null;
  /** The calendar as it was known then; the promise made at acceptance, when that instant is given. */
  known_at?: StampGiven | null;
  /** A limit instead, such as `2 ngày làm việc`. */
  limit?: Limit | null;
  /** Colour it as of this instant. */
  now?: StampGiven | null;
  /** Which limit of the procedure: that of the result, or that of taking the matter up, counted from its receipt. */
  of?: LimitOf;
  /** The procedure; its version is that of the day of acceptance. */
  procedure?: ProcedureId | null;
  /** The calendar of a unit. */
  unit?: UnitId | null;
}

/** Number and notation of a document. */
export interface EdocCode {
  /** The notation: `TB-UBND`. */
  notation: string | null;
  /** The number: `05`. */
  number: string | null;
}

/** Number and notation of a document. */
export interface EdocCodeGiven {
  /** The notation: `TB-UBND`. */
  notation?: string | null;
  /** The number: `05`. */
  number?: string | null;
}

/** The kind of a document. */
export interface EdocKind {
  /** Its number in the list of kinds. */
  code: number | null;
  /** A finer number. */
  detail: number | null;
  /** Its name. */
  name: string | null;
}

/** The kind of a document. */
export interface EdocKindGiven {
  /** Its number in the list of kinds. */
  code?: number | null;
  /** A finer number. */
  detail?: number | null;
  /** Its name. */
  name?: string | null;
}

/** A document on its way to other agencies (*thông điệp văn bản*). */
export interface EdocMessage {
  /** The files that go with it. */
  attachments: Attachment[];
  /** What it does. */
  business: Business | null;
  /** Number and notation. */
  code: EdocCode | null;
  /** What it says, in short. */
  content: string | null;
  /** Its identifier on the axis. */
  document_id: string | null;
  /** When it has to be settled. */
  due: Date | null;
  /** Its kind. */
  kind: EdocKind | null;
  /** What else is said. */
  other: EdocOther | null;
  /** Where and when it was issued. */
  promulgation: Promulgation | null;
  /** Who gets it. */
  receivers: Organ[];
  /** What it answers. */
  response_for: ResponseFor[];
  /** Who sends it. */
  sender: Organ | null;
  /** Whether it carries a digital signature, which is neither checked nor written here. */
  signed: boolean;
  /** Who signed. */
  signer: EdocSigner | null;
  /** Whether it directs: 0 does not. */
  steering: number | null;
  /** What it is about. */
  subject: string | null;
  /** Places of receipt. */
  to_places: string[];
  /** Where it passed. */
  trace: Trace[];
}

/** A document on its way to other agencies (*thông điệp văn bản*). */
export interface EdocMessageGiven {
  /** The files that go with it. */
  attachments?: AttachmentGiven[];
  /** What it does. */
  business?: BusinessGiven | null;
  /** Number and notation. */
  code?: EdocCodeGiven | null;
  /** What it says, in short. */
  content?: string | null;
  /** Its identifier on the axis. */
  document_id?: string | null;
  /** When it has to be settled. */
  due?: DateGiven | null;
  /** Its kind. */
  kind?: EdocKindGiven | null;
  /** What else is said. */
  other?: EdocOtherGiven | null;
  /** Where and when it was issued. */
  promulgation?: PromulgationGiven | null;
  /** Who gets it. */
  receivers?: OrganGiven[];
  /** What it answers. */
  response_for?: ResponseForGiven[];
  /** Who sends it. */
  sender?: OrganGiven | null;
  /** Whether it carries a digital signature, which is neither checked nor written here. */
  signed?: boolean;
  /** Who signed. */
  signer?: EdocSignerGiven | null;
  /** Whether it directs: 0 does not. */
  steering?: number | null;
  /** What it is about. */
  subject?: string | null;
  /** Places of receipt. */
  to_places?: string[];
  /** Where it passed. */
  trace?: TraceGiven[];
}

/** What else is said of a document. */
export interface EdocOther {
  /** Its appendices. */
  appendixes: string[];
  /** How many copies there are. */
  copies: number | null;
  /** How many pages it has. */
  pages: number | null;
  /** Urgency; 0 is ordinary, further values are those of the product. */
  priority: number | null;
  /** How far it goes. */
  sphere: string | null;
  /** Who typed it. */
  typist: string | null;
}

/** What else is said of a document. */
export interface EdocOtherGiven {
  /** Its appendices. */
  appendixes?: string[];
  /** How many copies there are. */
  copies?: number | null;
  /** How many pages it has. */
  pages?: number | null;
  /** Urgency; 0 is ordinary, further values are those of the product. */
  priority?: number | null;
  /** How far it goes. */
  sphere?: string | null;
  /** Who typed it. */
  typist?: string | null;
}

/** What was read: a message or a status, and everything that departs from the regulation. */
export interface EdocReading {
  /** What departs from the regulation, in the order of the text. */
  deviations: Deviation[];
  /** The message, where it is one. */
  message: EdocMessage | null;
  /** The status, where it is one. */
  status: EdocStatus | null;
}

/** Who signed. */
export interface EdocSigner {
  /** In which right: the signature block's prefix. */
  competence: string | null;
  /** The name. */
  name: string | null;
  /** The position. */
  position: string | null;
}

/** Who signed. */
export interface EdocSignerGiven {
  /** In which right: the signature block's prefix. */
  competence?: string | null;
  /** The name. */
  name?: string | null;
  /** The position. */
  position?: string | null;
}

/** What a receiver reports of a document (*trạng thái văn bản*). */
export interface EdocStatus {
  /** When. */
  at: Stamp | null;
  /** Why, in words; a refusal needs it. */
  description: string | null;
  /** The document. */
  response_for: ResponseFor | null;
  /** Who reports. */
  sender: Organ | null;
  /** Who did it. */
  staff: StaffInfo | null;
  /** How far it came. */
  status: ExchangeStatus | null;
}

/** What a receiver reports of a document (*trạng thái văn bản*). */
export interface EdocStatusGiven {
  /** When. */
  at?: StampGiven | null;
  /** Why, in words; a refusal needs it. */
  description?: string | null;
  /** The document. */
  response_for?: ResponseForGiven | null;
  /** Who reports. */
  sender?: OrganGiven | null;
  /** Who did it. */
  staff?: StaffInfoGiven | null;
  /** How far it came. */
  status?: ExchangeStatus | null;
}

/** An edXML text. */
export interface EdxmlFile {
  /** The text, unsigned. */
  xml: string;
}

/** Working time between two instants. */
export interface Elapsed {
  /** Seconds of the clock, floored. */
  seconds: Seconds;
  /** Working seconds, floored. */
  working_seconds: Seconds;
}

/** Asks for the working time between two instants. */
export interface ElapsedRequest {
  /** A calendar by name. */
  calendar?: CalendarId | null;
  /** To; before `start`, the answer is negative. */
  end: StampGiven;
  /** The calendar as it was known then. */
  known_at?: StampGiven | null;
  /** From. */
  start: StampGiven;
  /** The calendar of a unit. */
  unit?: UnitId | null;
}

/** Where one limit ends. */
export interface End {
  /** Whether that instant is still in time. */
  bound: Bound;
  /** Its due, by the end that the procedure names. */
  due: Stamp;
  /** The last day. */
  last_day: Date;
  /** 24:00 of the last day, exclusive; for hours, the due. */
  legal_end: Stamp;
  /** The limit. */
  limit: Limit;
  /** The close of the last day's last shift, inclusive; for hours, the due. */
  office_end: Stamp;
}

/** Where one limit ends. */
export interface EndGiven {
  /** Whether that instant is still in time. */
  bound: Bound;
  /** Its due, by the end that the procedure names. */
  due: StampGiven;
  /** The last day. */
  last_day: DateGiven;
  /** 24:00 of the last day, exclusive; for hours, the due. */
  legal_end: StampGiven;
  /** The limit. */
  limit: Limit;
  /** The close of the last day's last shift, inclusive; for hours, the due. */
  office_end: StampGiven;
}

/** One line of a register. */
export interface Entry {
  /** The day of the number. */
  date: DateGiven;
  /** The number given. */
  number: number;
  /** The register. */
  register: RegisterId;
}

/** One event of a case (*sự kiện*). In XES, `step` is `concept:name` and `act` is `lifecycle:transition`. */
export interface Event {
  /** What was done: an effect, or a name that the rulebook declares with its effect. */
  act: string;
  /** Who acted. */
  actor?: Actor | null;
  /** To whom the step goes. */
  assignee?: OfficerId | null;
  /** When it happened. */
  at: StampGiven;
  /** The case. */
  case_id: CaseId;
  /** What the workflow routes by, and reasons. */
  data?: Value | null;
  /** Its identifier; without one, a hash of case, instant, act, step, actor and occurrence serves. */
  event_id?: EventId | null;
  /** The office, where several share a log. */
  office?: OfficeId | null;
  /** For whom, when a substitute acted. */
  on_behalf_of?: OfficerId | null;
  /** When it was entered; much later than `at` is backdating. */
  recorded_at?: StampGiven | null;
  /** Number within the case, from 1. */
  seq?: number | null;
  /** The step concerned. */
  step?: StepId | null;
  /** The unit. */
  unit?: UnitId | null;
}

export type EventId = string;

/** An example that came out otherwise. */
export interface ExampleFault {
  /** Where the example stands. */
  at: Place;
  /** What is wrong. */
  code: Code;
  /** The same in words. */
  text: Text;
}

/** A document on its way to one receiver: how far it came, and what became of the sender's wish to have it back. */
export interface Exchange {
  /** How far it came; none while it has not arrived. */
  progress: ExchangeStatus | null;
  /** The last word on a recall: 13, 15 or 16. */
  recall: ExchangeStatus | null;
}

/** A document on its way to one receiver: how far it came, and what became of the sender's wish to have it back. */
export interface ExchangeGiven {
  /** How far it came; none while it has not arrived. */
  progress?: ExchangeStatus | null;
  /** The last word on a recall: 13, 15 or 16. */
  recall?: ExchangeStatus | null;
}

/** Asks whether a status may come next, for a document on its way to one receiver. */
export interface ExchangeRequest {
  /** How far it came; just sent, where nothing is said. */
  exchange?: ExchangeGiven | null;
  /** The reason that comes with it; a refusal needs one. */
  reason?: string | null;
  /** The status that comes; without one, only what may come is asked for. */
  status?: ExchangeStatus | null;
}

/** What the receiver has reported of a document (*trạng thái văn bản liên thông*). */
export type ExchangeStatus = "01" | "02" | "03" | "04" | "05" | "06" | "13" | "15" | "16";

/** How far a document came on its way to one receiver. */
export interface Exchanged {
  /** The statuses that may come next. */
  allowed: ExchangeStatus[];
  /** How far it came. */
  exchange: Exchange;
}

/** A finding that takes no points, since its cause lay outside (*nguyên nhân khách quan được xác nhận*). */
export interface ExcuseInput {
  /** Who decided. */
  decided_by: string;
  /** The finding. */
  finding: FindingId;
  /** Why. */
  note?: string | null;
}

/** What was counted for one officer or unit at one step (*dữ kiện*); integers that add up over shards. */
export interface Fact {
  /** How often. */
  count: number;
  /** The evidence that the count needs. */
  grade: Grade;
  /** What was counted, such as `completed`, `on_time`, `held`. */
  kind: string;
  /** The officer, where one is known. */
  officer: OfficerId | null;
  /** The month that owns it, `yyyy-MM`. */
  period: string;
  /** The step; none for the case as a whole. */
  step: StepId | null;
  /** The unit, where one is known. */
  unit: UnitId | null;
  /** Working seconds. */
  working_seconds: Seconds;
}

/** What was counted for one officer or unit at one step (*dữ kiện*); integers that add up over shards. */
export interface FactGiven {
  /** How often. */
  count: number;
  /** The evidence that the count needs. */
  grade: Grade;
  /** What was counted, such as `completed`, `on_time`, `held`. */
  kind: string;
  /** The officer, where one is known. */
  officer?: OfficerId | null;
  /** The month that owns it, `yyyy-MM`. */
  period: string;
  /** The step; none for the case as a whole. */
  step?: StepId | null;
  /** The unit, where one is known. */
  unit?: UnitId | null;
  /** Working seconds. */
  working_seconds: Seconds;
}

/** A confirmed failure of one item, such as a result that had to be done again. */
export interface FailureInput {
  /** The case. */
  case_id: CaseId;
  /** The component. */
  component: string;
  /** Who decided. */
  decided_by?: string | null;
  /** Why. */
  note?: string | null;
  /** The officer. */
  officer: OfficerId;
  /** The step; without one, the case as a whole. */
  step?: StepId | null;
  /** How often it failed. */
  times?: number;
}

/** What was not clear, with its evidence (*phát hiện*). */
export interface Finding {
  /** Who is charged with how much of the lateness. */
  charge: Charge[];
  /** How often. */
  count: number;
  /** Which clarity it hurts. */
  dimension: Dimension;
  /** The events that show it. */
  events: EventId[];
  /** The evidence that it needs. */
  grade: Grade;
  /** Hash of kind, rule, subject, step and occurrence: survives a late event, so that a dispute can point at it. */
  id: FindingId;
  /** What kind of thing was found, such as `late` or `skipped_step`. */
  kind: string;
  /** The officer concerned, where it is one. */
  officer: OfficerId | null;
  /** The rule of the rulebook, where one was broken. */
  rule: RuleId | null;
  /** From when. */
  since: Stamp | null;
  /** Its legal basis. */
  source: Source | null;
  /** The step, where it lies in one. */
  step: StepId | null;
  /** What it is about. */
  subject: Subject;
  /** The finding in words. */
  text: Text;
  /** Lateness that nobody is charged with. */
  unattributed_working_seconds: Seconds;
  /** The unit concerned. */
  unit: UnitId | null;
  /** Until when. */
  until: Stamp | null;
  /** Working seconds. */
  working_seconds: Seconds;
}

export type FindingId = string;

/** A fault of a workflow and the way to it. */
export interface Flaw {
  /** What is wrong. */
  kind: FlawKind;
  /** Whether no shorter way leads there. */
  shortest: boolean;
  /** The steps at which it shows. */
  steps: StepId[];
  /** The same in words. */
  text: Text;
  /** The steps to do, in order, to get there. */
  trace: StepId[];
}

/** What makes a workflow unsound. */
export type FlawKind = "deadlock" | "livelock" | "twice_at_once" | "improper_completion" | "dead_step";

/** Applies the events of a case one after the other. */
export interface FoldRequest {
  /** The case so far; none when the first event begins it. */
  case?: CaseGiven | null;
  /** What happens, in order. */
  events?: Event[];
}

/** The case after all that was allowed. */
export interface Folded {
  /** The case; none while nothing was allowed. */
  case: Case | null;
  /** What was refused; each left the case as it was. */
  refused: Refused[];
}

/** Asks for the form of a procedure as plain JSON Schema. */
export interface FormRequest {
  /** The version in force on this day. */
  on: DateGiven;
  /** The procedure. */
  procedure: ProcedureId;
}

/** Points that somebody gave. */
export interface Gain {
  /** The component. */
  component: string;
  /** Who decided. */
  decided_by: string | null;
  /** Why. */
  note: string | null;
  /** How many. */
  points: Rational;
}

/** How much a log tells; a fact or finding that needs more than the log has is "not assessed". */
export type Grade = "header" | "completions" | "spans" | "full";

/** Yes, and why: an appointment, or the giver's appointment and the delegation. */
export interface Grant {
  /** The chain of right, from the position to who acts. */
  chain: Link[];
}

/** A limit on the way of one document. */
export interface Handling {
  /** Its colour as of `now`, while it is not done. */
  colour: Colour | null;
  /** When it was done. */
  done: Stamp | null;
  /** When it is due. */
  due: Due;
  /** The limit by name. */
  id: string;
  /** How it was done, once it was: early, on time or late. */
  outcome: Outcome | null;
  /** The legal basis. */
  source: Source[];
  /** What it is. */
  title: Text;
  /** The milestone that is due. */
  until: Milestone;
}

/** Asks which limits run for a document. */
export interface HandlingRequest {
  /** A calendar by name. */
  calendar?: CalendarId | null;
  /** The document. */
  document: Document;
  /** The calendar as it was known then. */
  known_at?: StampGiven | null;
  /** Coloured as of this instant. */
  now: StampGiven;
  /** The calendar of a unit. */
  unit?: UnitId | null;
}

export type Handlings = Handling[];

export type Hash = string;

/** What a journal amounts to (*đầu sổ*): deposited elsewhere, it fixes all that was entered before. */
export interface Head {
  /** How many cases there are. */
  cases: number;
  /** How many entries there are. */
  entries: number;
  /** Root of the Merkle tree over the heads of all cases. */
  root: Hash;
  /** The number of the rules by which it was made. */
  semantics: number;
}

/** Who held a step, from when until when. */
export interface HoldSpan {
  /** What held it. */
  kind: ActorKind;
  /** The officer. */
  officer: OfficerId | null;
  /** The log has only the end; the start is the event before it. */
  presumed: boolean;
  /** From. */
  since: Stamp;
  /** The step. */
  step: StepId | null;
  /** Until; none while it is held. */
  until: Stamp | null;
  /** Working seconds, pauses out. */
  working_seconds: Seconds;
}

/** Who has to do with an open step (*người giữ*). */
export interface Holder {
  /** As what. */
  involvement: Involvement;
  /** The officer. */
  officer: OfficerId;
  /** Since when. */
  since: Stamp;
  /** The step. */
  step: StepId;
}

/** Who has to do with an open step (*người giữ*). */
export interface HolderGiven {
  /** As what. */
  involvement: Involvement;
  /** The officer. */
  officer: OfficerId;
  /** Since when. */
  since: StampGiven;
  /** The step. */
  step: StepId;
}

/** The days on which a rule holds; both ends belong to it (*hiệu lực*). */
export interface InForce {
  /** First day; without one, since ever. */
  from: Date | null;
  /** Last day; without one, until further notice. */
  to: Date | null;
}

/** The days on which a rule holds; both ends belong to it (*hiệu lực*). */
export interface InForceGiven {
  /** First day; without one, since ever. */
  from?: DateGiven | null;
  /** Last day; without one, until further notice. */
  to?: DateGiven | null;
}

/** What somebody decided for a period, with who it was. */
export interface Inputs {
  /** Findings that take no points. */
  excused?: ExcuseInput[];
  /** Confirmed failures. */
  failures?: FailureInput[];
  /** Groups of like duties, by officer. */
  groups?: Record<string, string>;
  /** Units that were found outstanding. */
  outstanding?: UnitId[];
  /** Ratings set by decision. */
  overrides?: OverrideInput[];
  /** Points given. */
  points?: PointsInput[];
  /** Components whose failures are all listed: an item without a failure has passed. */
  reviewed?: string[];
}

/** How an officer has to do with a step. */
export type Involvement = "lead" | "cooperating" | "informed";

/** One step of one case in one officer's hands; with no step, a whole case in the hands of who answers for it. */
export interface Item {
  /** The case. */
  case_id: CaseId;
  /** Working seconds of lateness charged. */
  charged_working_seconds: Seconds;
  /** Whether the work is done. */
  completed: boolean;
  /** The events by which the officer did it. */
  events: EventId[];
  /** The findings that concern it. */
  findings: FindingId[];
  /** Working seconds held. */
  held_working_seconds: Seconds;
  /** The officer; none where nobody is known. */
  officer: OfficerId | null;
  /** The month that owns it, `yyyy-MM`: that of the due, else of the end, else of the replay. */
  period: string;
  /** How it stands to the due. */
  standing: Standing;
  /** How it stands to the due first promised. */
  standing_original: Standing;
  /** How it stands to the due in the register. */
  standing_recorded: Standing;
  /** The step; none for the case as a whole. */
  step: StepId | null;
  /** The unit. */
  unit: UnitId | null;
  /** How often it came to this officer. */
  visits: number;
}

/** On how many incoming flows a step waits. */
export type Join = "any" | "all" | "some";

/** Whether a workflow is sound, and how much working time it takes at most. */
export interface Judged {
  /** The steps of the longest way. */
  longest_path: StepId[];
  /** Working seconds of the longest way: each loop once, waits for the citizen at nothing. */
  longest_working_seconds: Seconds;
  /** The verdict, and the way to each fault. */
  soundness: Soundness;
}

/** Whether a workflow is sound. */
export type Judgement = "sound" | "unsound" | "undecided";

/** One of the 29 kinds of administrative documents (*loại văn bản hành chính*). */
export type Kind = "nghi-quyet" | "quyet-dinh" | "chi-thi" | "quy-che" | "quy-dinh" | "thong-cao" | "thong-bao" | "huong-dan" | "chuong-trinh" | "ke-hoach" | "phuong-an" | "de-an" | "du-an" | "bao-cao" | "bien-ban" | "to-trinh" | "hop-dong" | "cong-van" | "cong-dien" | "ban-ghi-nho" | "ban-thoa-thuan" | "giay-uy-quyen" | "giay-moi" | "giay-gioi-thieu" | "giay-nghi-phep" | "phieu-gui" | "phieu-chuyen" | "phieu-bao" | "thu-cong";

/** Why a right is missing. */
export type Lack = "unknown_officer" | "not_employed" | "clearance" | "other_unit" | "expired" | "not_yet" | "outside_scope" | "giver_present" | "chain_of_delegation" | "giver_lacks_it" | "no_role";

/** A language in which texts exist. */
export type Language = "vi" | "en";

/** The latest start of something that is to end in time. */
export interface LatestStart {
  /** To the whole second; for days, the last second of the day. */
  at: Stamp;
  /** Its day. */
  day: Date;
  /** The instant in words, or for days the day. */
  text: Text;
}

/** Asks for the latest start from which a limit still ends in time. */
export interface LatestStartRequest {
  /** A calendar by name. */
  calendar?: CalendarId | null;
  /** When it must have ended. */
  due: StampGiven;
  /** The calendar as it was known then. */
  known_at?: StampGiven | null;
  /** The limit. */
  limit: Limit;
  /** The calendar of a unit. */
  unit?: UnitId | null;
}

/** A form that is filled in (*biểu mẫu đã điền*). */
export interface Letter {
  /** The agency that gives it out. */
  agency: Text | null;
  /** Fields without which it is unfinished, and which nothing is known of. */
  blank: string[];
  /** The day, in words. */
  day: Text;
  /** Its fields, in order. */
  fields: LetterField[];
  /** What it is for. */
  kind: LetterKind;
  /** What stands under the fields. */
  note: Text | null;
  /** Its number among the forms. */
  number: string | null;
  /** What it is printed on. */
  paper: Paper;
  /** What giving it out would breach: a second supplement request, a second new date, a window that is still open. */
  remarks: Remark[];
  /** Who signs, from left to right. */
  signed_by: Text[];
  /** The legal basis of the form. */
  source: Source[];
  /** Its table. */
  table: LetterTable | null;
  /** What it is called. */
  title: Text;
}

/** A field of a form that is filled in. */
export interface LetterField {
  /** Its name. */
  id: string;
  /** What stands there, one a line; nothing where it is left blank. */
  lines: Text[];
  /** What it is called. */
  title: Text;
}

/** What a form of the one-stop desk is for. */
export type LetterKind = "receipt" | "supplement" | "refusal" | "apology" | "stop" | "control" | "register";

/** Asks for a form of the one-stop desk. What is not given stays blank. */
export interface LetterRequest {
  /** Who filed. */
  applicant?: Applicant;
  /** When it is given out. */
  at: StampGiven;
  /** The case. */
  case?: CaseGiven | null;
  /** The cases of the book of dossiers. */
  cases?: CaseRow[];
  /** The code of the dossier; else that of the case. */
  code?: string | null;
  /** The dossier: its papers are listed, its gaps are gathered. */
  dossier?: Dossier | null;
  /** The events of the case, from the first on: the control slip needs them; without `case`, they make it. */
  events?: Event[];
  /** Which letter. */
  letter: LetterKind;
  /** The new date, for an apology; else the last one that the case has. */
  new_due?: StampGiven | null;
  /** Who writes it. */
  officer?: string | null;
  /** The procedure; else that of the dossier or of the case. */
  procedure?: ProcedureId | null;
  /** Why it is refused, late or stopped. */
  reason?: string | null;
  /** The unit that gives the form out. */
  unit?: UnitId | null;
}

/** The table of a form. */
export interface LetterTable {
  /** The names of the columns. */
  columns: string[];
  /** The rows; a cell without text is left blank. */
  rows: (Text | null)[][];
  /** What they are called. */
  titles: Text[];
}

/** A limit: `3 ngày làm việc`, `20 giờ làm việc`, `30 ngày`, `1 tháng`, `3 working days`, `PT8H` (working hours), `P1D` (a day of the calendar) */
export type Limit = string | { smallest: Limit[] } | { largest: Limit[] } | { base: Limit; factors: Record<string, Limit> };

/** Which limit of a procedure is asked about. */
export type LimitOf = "result" | "take_up";

/** One link of a chain of right. */
export interface Link {
  /** Acting head (*quyền*). */
  acting: boolean;
  /** Appointment or delegation. */
  kind: LinkKind;
  /** Who holds it: the appointed, or the receiver. */
  officer: OfficerId;
  /** The decision or the delegation's paper. */
  paper: string | null;
  /** The position, for an appointment. */
  position: PositionId | null;
  /** The unit, for an appointment. */
  unit: UnitId | null;
  /** First day. */
  valid_from: Date | null;
  /** Last day. */
  valid_to: Date | null;
}

/** What a link of a chain of right rests on. */
export type LinkKind = "appointment" | "delegation";

/** Points lost, and what shows it. */
export interface Loss {
  /** The case. */
  case_id: CaseId | null;
  /** The component. */
  component: string;
  /** The events that show it. */
  events: EventId[];
  /** The findings that show it. */
  findings: FindingId[];
  /** How many points; none where a floor absorbed it. */
  points: Points;
  /** Why, in words. */
  reason: Text;
  /** The rule: the kind of finding that cut, `not_completed`, `failed`, or `given` for points that somebody gave. */
  rule: string;
  /** The step. */
  step: StepId | null;
}

/** A day of the lunar calendar. */
export interface LunarDate {
  /** Day of the month, 1–30. */
  day: number;
  /** Whether it is the leap month that follows the month of the same number (*tháng nhuận*). */
  leap: boolean;
  /** Month, 1–12. */
  month: number;
  /** The lunar year, by the Gregorian year in which it begins. */
  year: number;
}

/** A day of the lunar calendar. */
export interface LunarDateGiven {
  /** Day of the month, 1–30. */
  day: number;
  /** Whether it is the leap month that follows the month of the same number (*tháng nhuận*). */
  leap?: boolean;
  /** Month, 1–12. */
  month: number;
  /** The lunar year, by the Gregorian year in which it begins. */
  year: number;
}

/** Asks whether an officer has a right on a day. */
export interface MayRequest {
  /** The officer, by id, name or alias. */
  officer: OfficerId;
  /** The day. */
  on: DateGiven;
  /** For whom, where a substitute acts. */
  on_behalf_of?: OfficerId | null;
  /** The role; without one, whether the officer is employed and cleared. */
  role?: RoleId | null;
  /** How secret the matter is. */
  secrecy?: Secrecy;
  /** The unit at which it is needed. */
  unit?: UnitId | null;
}

/** Asks for what shards of a log come to together; no case may lie in two of them. */
export interface MergeRequest {
  /** The facts of each shard, replayed with the profile of the whole. */
  facts?: FactGiven[][];
  /** The profile of each shard. */
  profiles?: ProfileGiven[];
}

/** What shards come to together (*gộp*). */
export interface Merged {
  /** The facts of the whole. */
  facts: Fact[];
  /** The profile of the whole; none where no profile was given. */
  profile: Profile | null;
}

/** How many times of a column are local midnights: where nearly all are, it holds days. */
export interface Midnights {
  /** Of these at 00:00:00. */
  midnights: number;
  /** Times. */
  times: number;
}

/** How many times of a column are local midnights: where nearly all are, it holds days. */
export interface MidnightsGiven {
  /** Of these at 00:00:00. */
  midnights?: number;
  /** Times. */
  times?: number;
}

/** What is done with a document on its way (Decree 30/2020 arts. 10–30). */
export type Milestone = "arrive" | "acknowledge" | "register" | "present" | "direct" | "hand_on" | "settle" | "draft" | "approve" | "sign" | "number" | "seal" | "send" | "close" | "archive";

/** The next number of a register, and what is wrong with those that it has. */
export interface NextNumber {
  /** The number: 1 in a new year, else one more than the last. */
  number: number;
  /** Numbers given twice or left out, and numbers dated before the one ahead of them; each pointer is the index of the line, and `/date` where the new number would be one of the last kind. */
  remarks: Remark[];
  /** The whole symbol, where one was given to go by. */
  symbol: string | null;
  /** As it is printed: below 10 with a leading zero. */
  text: string;
}

export type NextSpec = string | { one_of: BranchSpec[] } | { all_of: BranchSpec[] } | { some_of: BranchSpec[] };

export type NextSpecGiven = string | { one_of: BranchSpecGiven[] } | { all_of: BranchSpecGiven[] } | { some_of: BranchSpecGiven[] };

/** Something that the log or the rulebook does not allow to say. */
export interface NotAssessed {
  /** The evidence that it needs. */
  needs: Grade;
  /** The kind of finding, fact or share. */
  of: string;
  /** Why not. */
  text: Text;
}

/** A component that could not be assessed; it counts neither as nothing nor as full. */
export interface NotSupplied {
  /** The component. */
  component: string;
  /** Why not. */
  text: Text;
  /** The points that it could have given. */
  weight: Rational;
}

/** Asks for the next number of a register. */
export interface NumberRequest {
  /** The day of the number. */
  date: DateGiven;
  /** The lines that the register has. */
  entries?: Entry[];
  /** A symbol with any number, such as `1/QĐ-UBND`, to be printed with the next one. */
  like?: Symbol | null;
  /** The register. */
  register: RegisterId;
}

/** On what occasion. */
export type Occasion = "before" | "due" | "overdue";

export type OfficeId = string;

export type OfficerId = string;

export type OneOrMany_StepId = StepId | StepId[];

/** A step that may be done now. */
export interface OpenStep {
  /** When its own budget is used up. */
  budget_ends: Stamp | null;
  /** Since when it is open. */
  since: Stamp;
  /** When work on it began. */
  started: Stamp | null;
  /** The step. */
  step: StepId;
  /** The unit where it is done. */
  unit: UnitId | null;
}

/** A step that may be done now. */
export interface OpenStepGiven {
  /** When its own budget is used up. */
  budget_ends?: StampGiven | null;
  /** Since when it is open. */
  since: StampGiven;
  /** When work on it began. */
  started?: StampGiven | null;
  /** The step. */
  step: StepId;
  /** The unit where it is done. */
  unit?: UnitId | null;
}

/** A sender or receiver. */
export interface Organ {
  /** Its address. */
  address: string | null;
  /** Its e-mail. */
  email: string | null;
  /** Its fax. */
  fax: string | null;
  /** Its code (*mã định danh*). */
  id: string | null;
  /** The agency above it (*cơ quan chủ quản*). */
  in_charge: string | null;
  /** Its name. */
  name: string | null;
  /** Main, cooperating, for information: the number that the product uses. */
  receiver_type: number | null;
  /** Its telephone. */
  telephone: string | null;
  /** Its site. */
  website: string | null;
}

/** A sender or receiver. */
export interface OrganGiven {
  /** Its address. */
  address?: string | null;
  /** Its e-mail. */
  email?: string | null;
  /** Its fax. */
  fax?: string | null;
  /** Its code (*mã định danh*). */
  id?: string | null;
  /** The agency above it (*cơ quan chủ quản*). */
  in_charge?: string | null;
  /** Its name. */
  name?: string | null;
  /** Main, cooperating, for information: the number that the product uses. */
  receiver_type?: number | null;
  /** Its telephone. */
  telephone?: string | null;
  /** Its site. */
  website?: string | null;
}

/** By what an instant of a case is known. */
export type Origin = "header" | "act";

/** How something finished. */
export type Outcome = "early" | "on_time" | "late" | "stopped" | "undetermined";

/** A rating set by decision, whatever the points. */
export interface OverrideInput {
  /** The band. */
  band: string;
  /** Who decided. */
  decided_by: string;
  /** Why. */
  note?: string | null;
  /** The officer. */
  officer: OfficerId;
  /** Its legal basis. */
  source?: SourceGiven | null;
}

/** The paper that a form is printed on. */
export type Paper = "a4" | "a5" | "a4_wide";

/** The form in which a paper is handed in. */
export type PaperForm = "original" | "copy" | "electronic" | "shown";

/** A part of a replay that need not be told. */
export type Part = "cases" | "items" | "facts" | "findings";

export type Period = string;

/** Yes or no: one of the two is there. */
export interface Permission {
  /** What is missing, and who has it. */
  denial: Denial | null;
  /** The chain of right. */
  grant: Grant | null;
}

/** A picture. */
export interface Picture {
  /** In which form. */
  format: PictureFormat;
  /** The picture, as text. */
  text: string;
}

/** In which form a picture is wanted. */
export type PictureFormat = "svg" | "dot" | "mermaid";

/** Where a fault lies; each part only where it is known. */
export interface Place {
  /** Column, from 1, in characters. */
  column: number | null;
  /** Name of the file or of the source, as the caller gave it. */
  file: string | null;
  /** Line, from 1. In a table, the line of the row. */
  line: number | null;
  /** JSON pointer (RFC 6901) into the document. */
  pointer: string | null;
}

/** Points: exact, and as they are shown. */
export interface Points {
  /** The exact amount. */
  exact: Rational;
  /** In thousandths, such that the parts shown add up to the whole shown. */
  thousandths: number;
}

/** Points given to an officer for a component that no log measures. */
export interface PointsInput {
  /** The component. */
  component: string;
  /** Who decided. */
  decided_by?: string | null;
  /** Why. */
  note?: string | null;
  /** The officer. */
  officer: OfficerId;
  /** The points, from none to the weight of the component. */
  points: RationalGiven;
}

export type PolicyId = string;

/** The policy by which a card was made. */
export interface PolicyRef {
  /** Hash of its content. */
  hash: Hash;
  /** Its identifier. */
  id: PolicyId;
}

export type PositionId = string;

/** A form as other readers have it. */
export interface ProcedureForm {
  /** The schema, JSON Schema 2020-12, as JSON text: an answer has no numbers with a fraction, a schema may. */
  schema: string;
}

export type ProcedureId = string;

/** What a log records at all (*log ghi được những gì*). A case is judged by what its log has a place for, so a replay of some cases out of many answers as one of all only when it is told the profile of all.  Profiles merge in any order and grouping: that of a log is the merger of those of its shards. */
export interface Profile {
  /** The first event. */
  begins: Stamp | null;
  /** The steps of which some event shows the doing, ordered. */
  done: StepId[];
  /** The dues first promised. */
  due_original: Midnights;
  /** The dues of the register. */
  due_recorded: Midnights;
  /** The times of events. */
  events: Midnights;
  /** What its events tell at best. */
  grade: Grade;
  /** Some event carries data. */
  has_data: boolean;
  /** Some case has a due, by the register or by rule. */
  has_dues: boolean;
  /** Some header names who answers. */
  has_responsible: boolean;
  /** Some header says when a result was given out. */
  has_returned: boolean;
  /** Events have a place for data. */
  tells_data: boolean;
}

/** What a log records at all (*log ghi được những gì*). A case is judged by what its log has a place for, so a replay of some cases out of many answers as one of all only when it is told the profile of all.  Profiles merge in any order and grouping: that of a log is the merger of those of its shards. */
export interface ProfileGiven {
  /** The first event. */
  begins?: StampGiven | null;
  /** The steps of which some event shows the doing, ordered. */
  done?: StepId[];
  /** The dues first promised. */
  due_original?: MidnightsGiven;
  /** The dues of the register. */
  due_recorded?: MidnightsGiven;
  /** The times of events. */
  events?: MidnightsGiven;
  /** What its events tell at best. */
  grade: Grade;
  /** Some event carries data. */
  has_data: boolean;
  /** Some case has a due, by the register or by rule. */
  has_dues: boolean;
  /** Some header names who answers. */
  has_responsible: boolean;
  /** Some header says when a result was given out. */
  has_returned: boolean;
  /** Events have a place for data. */
  tells_data: boolean;
}

/** Asks what a log records at all, so that its cases can be replayed in shards. */
export interface ProfileRequest {
  /** As of when. */
  as_of: StampGiven;
  /** Case rows; may be left out. */
  cases?: CaseRow[];
  /** Events; may be left out. */
  events?: Event[];
  /** The mapping by which acts and actors are read, by name. */
  mapping?: string | null;
}

/** How far the dossier is filled in. */
export interface Progress {
  /** Required fields and components that are there. */
  filled: number;
  /** All that are required. */
  required: number;
}

/** Where and when a document was issued. */
export interface Promulgation {
  /** The day. */
  issued: Date | null;
  /** The place. */
  place: string | null;
}

/** Where and when a document was issued. */
export interface PromulgationGiven {
  /** The day. */
  issued?: DateGiven | null;
  /** The place. */
  place?: string | null;
}

/** The proof that an entry is in a journal; it needs nothing of the journal but itself and the deposited head. */
export interface Proof {
  /** Hashes of the entries that follow in the chain of the case. */
  after: Hash[];
  /** The chain before the entry. */
  before: Hash;
  /** The case. */
  case_id: CaseId;
  /** Canonical text of the event. */
  event: string;
  /** The number of the case among all cases, from 0. */
  leaf: number;
  /** From the leaf of the case to the root. */
  path: Hash[];
  /** The number of the entry in the chain of its case, from 1. */
  position: number;
}

/** The proof that an entry is in a journal; it needs nothing of the journal but itself and the deposited head. */
export interface ProofGiven {
  /** Hashes of the entries that follow in the chain of the case. */
  after?: Hash[];
  /** The chain before the entry. */
  before: Hash;
  /** The case. */
  case_id: CaseId;
  /** Canonical text of the event. */
  event: string;
  /** The number of the case among all cases, from 0. */
  leaf: number;
  /** From the leaf of the case to the root. */
  path?: Hash[];
  /** The number of the entry in the chain of its case, from 1. */
  position: number;
}

/** Asks for the proof that an entry is in a journal. */
export interface ProveRequest {
  /** Which of them, from 0. */
  entry: number;
  /** The events of the journal, in the order in which they were entered. */
  events?: Event[];
}

/** A proof, and the head against which it holds. */
export interface Proven {
  /** The head to deposit. */
  head: Head;
  /** The proof. */
  proof: Proof;
}

/** Asks for the slice of a procedure that a browser needs. */
export interface PublishRequest {
  /** The procedure. */
  procedure: ProcedureId;
  /** The first day about which the slice has to answer; without one, it answers about all. */
  valid_from?: DateGiven | null;
}

/** The slice of one procedure (*phần công bố*), to be given to anybody: form, rules, limits, fees, calendars, texts; no staff, no routing. */
export interface Published {
  /** The same compiled, for [`crate::Slice::load`] and [`crate::Validator::load`] of this very version of the library. */
  compiled: string;
  /** SHA-256 of `rulebook`, and the hash of the office that loads it: a browser and a server whose hashes are equal come to the same verdict. */
  hash: Hash;
  /** The procedure. */
  procedure: ProcedureId;
  /** A rulebook as canonical JSON text, which loads alone. */
  rulebook: string;
  /** The first day about which the slice says anything; without one, it says all. */
  valid_from: Date | null;
}

/** Where a position stands in its unit; signing prefixes follow from it (Decree 30/2020 art. 13). */
export type Rank = "head" | "deputy" | "member";

/** A rating. */
export interface Rating {
  /** The band. */
  band: string;
  /** Who decided it, where it was set by decision. */
  decided_by: string | null;
  /** By the share of what could be assessed: something is missing yet. */
  provisional: boolean;
  /** What it is called. */
  title: Text;
}

/** A share and the bounds between which it is known, at 95 in 100. */
export interface Ratio {
  /** Upper bound in parts per million, ceiled. */
  high_ppm: number;
  /** So many. */
  k: number;
  /** Lower bound in parts per million, floored. */
  low_ppm: number;
  /** Of so many. */
  n: number;
  /** What is counted. */
  of: string;
}

/** A fraction: 70/3, 25%, 0.25; answered as {num, den} in lowest terms */
export type Rational = number | string | { den: number | string; num: number | string };

/** A fraction: 70/3, 25%, 0.25; answered as {num, den} in lowest terms */
export type RationalGiven = number | string | { den?: number | string; num?: number | string };

/** Asks for the workflows of a BPMN 2.0 file. */
export interface ReadBpmnRequest {
  /** The file. */
  xml: string;
}

/** Asks what an edXML text holds. */
export interface ReadEdxmlRequest {
  /** The text. */
  xml: string;
}

/** A form as a rulebook has it. */
export interface ReadForm {
  /** What to write under `form`, as JSON text: an answer has no numbers with a fraction, a schema may. */
  form: string;
}

/** Asks whether a plain JSON Schema can be the form of a procedure. */
export interface ReadFormRequest {
  /** The schema, JSON Schema 2020-12. */
  schema: Value;
}

/** Why a rule could not be decided. */
export type Reason = "overflow" | "fuel" | "wrong_type" | "bad_date" | "division" | "no_today" | "no_calendar";

/** Who is told. */
export type Recipient = "holder" | "supervisor";

/** Why an event may not happen (*từ chối*). The case stays as it was. */
export interface Refusal {
  /** The reason. */
  code: Code;
  /** Who may do it. */
  held_by: OfficerId[];
  /** The way out. */
  help: Text | null;
  /** Why the officer does not have it. */
  lack: Lack | null;
  /** The right that is missing, where it is one. */
  missing: Right | null;
  /** Since when the first of them may. */
  since: Date | null;
  /** The reason in words. */
  text: Text;
}

/** An event that was refused. */
export interface Refused {
  /** Its identifier, where it has one. */
  event_id: EventId | null;
  /** Its place among the events, from 0. */
  index: number;
  /** Why it may not happen. */
  refusal: Refusal;
}

export type RegisterId = string;

/** What a list of documents says as a whole. */
export interface Registry {
  /** Documents registered more than once: places in the list, the one to keep first. */
  duplicates: number[][];
  /** What is wrong with numbers and relations; each pointer leads into the list. */
  remarks: Remark[];
  /** What became of each, in the order of the list. */
  states: DocumentState[];
}

/** What a document does to another one. */
export interface Relation {
  /** The day of the other. */
  issued?: DateGiven | null;
  /** What it does. */
  kind: RelationKind;
  /** The agency of the other; its own, where nothing is said and nothing is answered. */
  organ?: string | null;
  /** Number and symbol of the other. */
  symbol: string;
}

/** What a document does to another (*quan hệ văn bản*). */
export type RelationKind = "replaces" | "amends" | "corrects" | "recalls" | "answers";

/** Something to mend, or to look at (*nhận xét*). */
export interface Remark {
  /** What kind: a keyword of the form's schema, `blank` for a required text of blanks, `rule`, or `component_…`. */
  code: string;
  /** JSON pointer into the dossier's form; for components, into the dossier. */
  pointer: string;
  /** The entry that is missing or too many, where that is what is wrong. */
  property: string | null;
  /** What would mend it. */
  remedy: Text | null;
  /** The rule that failed, where it is one. */
  rule: RuleId | null;
  /** How much it weighs. */
  severity: Severity;
  /** The legal basis. */
  source: Source[];
  /** When it counts. */
  stage: Stage;
  /** What is wrong. */
  text: Text;
}

/** Something that somebody is to be reminded of. */
export interface RemindedItem {
  /** The case. */
  case_id: CaseId;
  /** By what it is due: a request as for `due`. */
  due: DueRequest;
  /** Who holds it. */
  holder?: OfficerId | null;
  /** Who supervises it. */
  supervisor?: OfficerId | null;
}

/** One reminder. */
export interface Reminder {
  /** When to send it. */
  at: Stamp;
  /** The case. */
  case_id: CaseId;
  /** When the item is due. */
  due: Stamp;
  /** Which of several on that occasion, from 1. */
  number: number;
  /** On what occasion. */
  occasion: Occasion;
  /** Who it is, where somebody is known. */
  officer: OfficerId | null;
  /** The message. */
  text: Text;
  /** In which role the recipient is told. */
  to: Recipient;
}

/** When to remind whom (*kế hoạch nhắc việc*). */
export interface ReminderPlan {
  /** At the due itself. */
  at_due?: boolean;
  /** At most so often after the due. */
  at_most?: number;
  /** So long before the due, in working time: `1 ngày làm việc`, `4 giờ`. */
  before?: Budget[];
  /** Every so many working days after the due. */
  every_days?: number | null;
  /** Who is told after it. */
  overdue_to?: Recipient[];
  /** Who is told before and at the due. */
  to?: Recipient[];
  /** Whether a reminder that falls outside hours waits for the next shift. */
  within_hours?: boolean;
}

export type Reminders = Reminder[];

/** Asks who is to be reminded of what, and when. */
export interface RemindersRequest {
  /** Cases; whoever leads an open step holds it. What is finished or stopped needs no reminder. */
  cases?: CaseGiven[];
  /** Items, each with what makes it due. */
  items?: RemindedItem[];
  /** When to remind whom. */
  plan: ReminderPlan;
  /** Since when. */
  since: StampGiven;
  /** Until when, exclusive. */
  until: StampGiven;
}

/** A document that is replaced, and at whom. */
export interface Replacement {
  /** Its identifier on the axis. */
  document_id: string | null;
  /** The agencies concerned. */
  organs: string[];
}

/** A document that is replaced, and at whom. */
export interface ReplacementGiven {
  /** Its identifier on the axis. */
  document_id?: string | null;
  /** The agencies concerned. */
  organs?: string[];
}

/** What a log shows, as of an instant (*kết quả phát lại*): states, counts, shares, facts and findings. */
export interface Replay {
  /** As of when. */
  as_of: Stamp;
  /** Every case that had begun, in the order of the log. */
  cases: ReplayedCase[];
  /** Plain counts, each with its definition. */
  counts: Count[];
  /** What was counted, ordered by kind, period, unit, officer and step. */
  facts: Fact[];
  /** What was not clear, in the order of the cases; what concerns officers and the log as a whole last. */
  findings: Finding[];
  /** What the log records at best. */
  grade: Grade;
  /** Who was to do what, the smallest things that a policy counts. */
  items: Item[];
  /** Parts that nobody asked for, and that are empty for this reason alone. */
  left_out: Part[];
  /** What could not be assessed, and why. */
  not_assessed: NotAssessed[];
  /** Grows when an outcome changes. */
  semantics: number;
  /** Shares in time, each by its own definition. */
  shares: Share[];
}

/** Asks what became of the cases of a log. */
export interface ReplayRequest {
  /** As of when. */
  as_of: StampGiven;
  /** Case rows; may be left out. */
  cases?: CaseRow[];
  /** Events; may be left out. */
  events?: Event[];
  /** The mapping by which acts and actors are read, by name. */
  mapping?: string | null;
  /** Only these parts, beside counts and shares; without them, all. What is not asked for is not made. */
  parts?: Part[] | null;
  /** What the whole log records, where these are some of its cases; without it, what these record. */
  profile?: ProfileGiven | null;
}

/** One case as it stands (*tình trạng vụ việc*). */
export interface ReplayedCase {
  /** Accepted. */
  accepted: Stamp | null;
  /** By what that is known. */
  accepted_by: Origin | null;
  /** When it is first heard of. */
  begun: Stamp | null;
  /** The case. */
  case_id: CaseId;
  /** The colour by which boards show it: grey when suspended or stopped, red when late; none without a due. */
  colour: Colour | null;
  /** The due by rule, recomputed. */
  due: Stamp | null;
  /** The due that the register showed first. */
  due_original: Stamp | null;
  /** The due that the register shows. */
  due_recorded: Stamp | null;
  /** How many events it has. */
  events: number;
  /** Finished. */
  finished: Stamp | null;
  /** By what that is known. */
  finished_by: Origin | null;
  /** What its events allow to say. */
  grade: Grade;
  /** Who held what, in order. */
  holds: HoldSpan[];
  /** Working seconds beyond that due. */
  late_working_seconds: Seconds;
  /** The procedure. */
  procedure: ProcedureId | null;
  /** Who answers for it, by the header. */
  responsible: OfficerId | null;
  /** How it stands to the due that judges: the recomputed one, else the recorded one; while it has still to be said whether it is taken up, the due of that. */
  standing: Standing;
  /** Where it stands. */
  state: State;
  /** Stopped without a result. */
  stopped: Stamp | null;
  /** Whether it was taken up in time; none where no law limits that, or where the log does not say when it came in. */
  take_up: TakenUp | null;
  /** The unit. */
  unit: UnitId | null;
}

/** The document that another one answers, or that a status is about. */
export interface ResponseFor {
  /** Its number and symbol. */
  code: string | null;
  /** Its identifier on the axis. */
  document_id: string | null;
  /** Its day. */
  issued: Date | null;
  /** The agency that issued it. */
  organ: string | null;
}

/** The document that another one answers, or that a status is about. */
export interface ResponseForGiven {
  /** Its number and symbol. */
  code?: string | null;
  /** Its identifier on the axis. */
  document_id?: string | null;
  /** Its day. */
  issued?: DateGiven | null;
  /** The agency that issued it. */
  organ?: string | null;
}

/** Asks for the rules in plain sentences. */
export interface RestateRequest {
  /** Gives a sample due for a dossier accepted then. */
  accepted_at?: StampGiven | null;
  /** Only what concerns this procedure. */
  procedure?: ProcedureId | null;
}

/** A rulebook in words. */
export interface Restated {
  /** How many examples its authors gave. */
  examples: number;
  /** The examples that come out otherwise. */
  faults: ExampleFault[];
  /** Its hash. */
  hash: Hash;
  /** Identifier of the rulebook. */
  id: OfficeId;
  /** The sentences, in the order of the rulebook. */
  statements: Statement[];
  /** Its title. */
  title: Text;
}

/** What becomes of a file after the work has ended. */
export interface Retention {
  /** Whether it is kept for ever (*vĩnh viễn*). */
  for_ever: boolean;
  /** When it has to be with the current archive. */
  hand_over: Due;
  /** The last day on which it is kept; none means for ever. */
  keep_until: Date | null;
  /** The legal basis. */
  source: Source[];
  /** What the file is about. */
  title: Text;
}

/** Asks how long a file is kept, and when it goes to the archive. */
export interface RetentionRequest {
  /** A calendar by name. */
  calendar?: CalendarId | null;
  /** The day on which the work ended. */
  closed: DateGiven;
  /** The kind of file, by its name in the rulebook. */
  kind: string;
  /** The calendar of a unit. */
  unit?: UnitId | null;
}

/** A right that an act asks for. */
export interface Right {
  /** The role. */
  role: RoleId | null;
  /** How secret the matter is. */
  secrecy: Secrecy;
  /** The unit at which it is needed; none for anywhere in the office. */
  unit: UnitId | null;
}

export type RoleId = string;

/** Where a step goes by what the case is about: one act instead of a chain of hand-overs (*phân luồng tự động*). */
export interface RouteSpec {
  /** The officer who gets it, if he may do it on that day; else it lies in the unit's queue. */
  officer: OfficerId | null;
  /** The unit that gets it. */
  unit: UnitId | null;
  /** The condition, over the case's data `d`; without one, always. */
  when: Value | null;
}

/** Where a step goes by what the case is about: one act instead of a chain of hand-overs (*phân luồng tự động*). */
export interface RouteSpecGiven {
  /** The officer who gets it, if he may do it on that day; else it lies in the unit's queue. */
  officer?: OfficerId | null;
  /** The unit that gets it. */
  unit?: UnitId | null;
  /** The condition, over the case's data `d`; without one, always. */
  when?: Value | null;
}

export type RuleId = string;

/** How a rule stands. */
export type RuleStanding = "holds" | "fails" | "pending" | "undetermined";

/** How a rule came to its answer (*diễn giải*). */
export interface RuleTrace {
  /** Whether a check on that day and at that stage looks at it. */
  applies: boolean;
  /** What it demands, as expression text. */
  expression: string;
  /** The nodes in the order in which they were worked out, each above the ones that it is made of. */
  lines: TraceLine[];
  /** The places where it fails, as JSON pointers into the form. */
  pointers: string[];
  /** Why it cannot be decided. */
  reason: Reason | null;
  /** The rule. */
  rule: RuleId;
  /** How it stands. */
  standing: RuleStanding;
}

/** Asks for the scorecards of a period. */
export interface ScoreRequest {
  /** As of when. */
  as_of: StampGiven;
  /** Case rows; may be left out. */
  cases?: CaseRow[];
  /** Events; may be left out. */
  events?: Event[];
  /** What no log holds: points given, failures confirmed, excuses, groups. */
  inputs?: Inputs;
  /** The mapping by which acts and actors are read, by name. */
  mapping?: string | null;
  /** The period: `2026-10` or `2026-Q4`. */
  period: Period;
  /** The policy; without a name, the only one in force on the first day of the period. */
  policy?: PolicyId | null;
}

/** What a policy makes of a period: a head, and a card for each officer. */
export interface Scores {
  /** The instant up to which the log was read. */
  as_of: Stamp;
  /** The cards, ordered by officer. */
  cards: Card[];
  /** What the log or the rulebook does not allow to assess, and why. */
  not_assessed: NotAssessed[];
  /** The period. */
  period: Period;
  /** The policy. */
  policy: PolicyRef;
  /** Grows when an outcome changes. */
  semantics: number;
}

/** Whole seconds */
export type Seconds = number;

/** How secret a document is (*độ mật*; Law 29/2018/QH14), the least first. */
export type Secrecy = "ordinary" | "confidential" | "secret" | "top_secret";

/** An event that is part of the case. */
export interface SeenEvent {
  /** Hash of its content, by which a repetition is told from a conflict. */
  digest: string;
  /** Its identifier. */
  event_id: EventId;
}

/** How much a remark weighs. */
export type Severity = "error" | "warning" | "note";

/** A share in time (*tỷ lệ đúng hạn*). `denominator = numerator + late + undetermined`; a missing end is never "in time", it is counted under `not_finished`. */
export interface Share {
  /** Of so many. */
  denominator: number;
  /** Its name. */
  id: string;
  /** Late. */
  late: number;
  /** Left out: finished or open, without such a due. */
  no_due: number;
  /** Left out: not finished. */
  not_finished: number;
  /** In time. */
  numerator: number;
  /** Of those not finished, how many are past their due. */
  open_overdue: number;
  /** Left out: stopped. */
  stopped: number;
  /** Its definition. */
  text: Text;
  /** Finished on the day of the due, where either of the two is a day without a time. */
  undetermined: number;
}

export type Shift = string;

/** How a paper is signed. */
export type Signed = "none" | "hand" | "electronic";

/** Who signs, as far as the prefix hangs on it. */
export interface Signer {
  /** Whether it is appointed acting head on that day. */
  acting?: boolean;
  /** Whether a written authorisation covers the day. */
  authorised?: boolean;
  /** Whether the work rules let the head of that unit sign this kind of document by order. */
  by_order?: boolean;
  /** Whether the agency decides as a collective (*Ủy ban nhân dân, Hội đồng nhân dân*). */
  collective?: boolean;
  /** Whether it is deputy to the head of such a unit, and so signs for him (`TL.`, then `KT.`). */
  deputy_below?: boolean;
  /** Whether it heads a unit directly below the head of the agency. */
  heads_unit_below?: boolean;
  /** Head, deputy or member of the agency that issues. */
  standing?: Rank;
}

/** What silence means once the step's budget is used. */
export type Silence = "agree" | "refuse";

/** Sends the same work through several workflows. */
export interface SimulateRequest {
  /** What comes in. */
  arrivals?: Arrival[];
  /** The day whose versions are meant; without one, the last. */
  on?: DateGiven | null;
  /** The workflows; each is compared with the first. */
  workflows?: WorkflowId[];
  /** How long steps really take, in working seconds; without an entry, their budget. */
  working_seconds?: Record<string, Seconds>;
}

/** What each workflow made of it, and by how much each differs from the first. */
export interface Simulated {
  /** For each run but the first: it less the first. */
  differences: Difference[];
  /** The runs, in the order asked for. */
  runs: Simulation[];
}

/** What a workflow made of the arrivals (*kết quả mô phỏng*). */
export interface Simulation {
  /** The steps. */
  by_step: StepLoad[];
  /** Cases that went through. */
  cases: number;
  /** How often work passed from one role and unit to another (*số lần chuyển tay*). */
  hand_overs: number;
  /** Steps whose unit or officer a rule over the content chose. */
  routed: number;
  /** Steps done. */
  steps: number;
  /** Cases that the data do not lead through, and why for the first of them. */
  stuck: CaseId[];
  /** Working seconds from arrival to end, over all cases; parallel branches count once. */
  through_working_seconds: Seconds;
  /** Why the first of them is stuck. */
  why: string | null;
  /** The workflow. */
  workflow: WorkflowId;
  /** Working seconds of all steps together. */
  working_seconds: Seconds;
}

/** Whether a workflow is sound, and how that was found out. */
export interface Soundness {
  /** What is wrong, the nearest first. */
  flaws: Flaw[];
  /** How many states were looked at; none where the reductions decided. */
  states: number;
  /** Inclusive splits and joins that form no block. */
  unmatched: StepId[];
  /** The verdict. */
  verdict: Judgement;
}

/** Asks whether a workflow is sound: one of the office, or one that is being drawn. */
export interface SoundnessRequest {
  /** A workflow as a rulebook writes it. */
  drawing?: WorkflowSpecGiven | null;
  /** The day whose version is meant, of the workflow or of those that the drawing calls; without one, the last. */
  on?: DateGiven | null;
  /** A workflow of the office. */
  workflow?: WorkflowId | null;
}

/** The legal basis of a rule (*căn cứ*). */
export interface Source {
  /** Article, clause, point, such as `47` or `38.3`. */
  article: string | null;
  /** How sure the authors are. */
  confidence: Confidence;
  /** A remark: what was assumed, what is open. */
  note: string | null;
  /** Number and symbol of the text, such as `59/2020/QH14`. */
  text: string;
}

/** The legal basis of a rule (*căn cứ*). */
export interface SourceGiven {
  /** Article, clause, point, such as `47` or `38.3`. */
  article?: string | null;
  /** How sure the authors are. */
  confidence?: Confidence;
  /** A remark: what was assumed, what is open. */
  note?: string | null;
  /** Number and symbol of the text, such as `59/2020/QH14`. */
  text: string;
}

/** A time during which the clock stood. */
export interface Span {
  /** Until when; without one, it still stands. */
  end: Stamp | null;
  /** Why; several reasons where suspensions overlapped. */
  reasons: string[];
  /** From when. */
  start: Stamp;
}

/** A time during which the clock stood. */
export interface SpanGiven {
  /** Until when; without one, it still stands. */
  end?: StampGiven | null;
  /** Why; several reasons where suspensions overlapped. */
  reasons?: string[];
  /** From when. */
  start: StampGiven;
}

/** Who did it, at the sending or at the receiving agency. */
export interface StaffInfo {
  /** The unit. */
  department: string | null;
  /** The e-mail. */
  email: string | null;
  /** The telephone. */
  mobile: string | null;
  /** The person. */
  staff: string | null;
}

/** Who did it, at the sending or at the receiving agency. */
export interface StaffInfoGiven {
  /** The unit. */
  department?: string | null;
  /** The e-mail. */
  email?: string | null;
  /** The telephone. */
  mobile?: string | null;
  /** The person. */
  staff?: string | null;
}

/** A step that nobody could do on some days (*bước thiếu người*). */
export interface StaffingGap {
  /** Last day. */
  end: Date;
  /** What is missing. */
  kind: StaffingGapKind;
  /** The one who holds both. */
  officer: OfficerId | null;
  /** The step that must be in other hands. */
  other: StepId | null;
  /** The role. */
  role: RoleId;
  /** First day. */
  start: Date;
  /** The step. */
  step: StepId;
  /** The same in words. */
  text: Text;
  /** The unit, where the step names one; else no unit at all has somebody. */
  unit: UnitId | null;
  /** The workflow. */
  workflow: WorkflowId;
}

/** What is missing. */
export type StaffingGapKind = "nobody" | "same_person";

/** When a rule is looked at; a later stage looks at the rules of the earlier ones too. */
export type Stage = "filing" | "desk" | "appraisal";

/** RFC 3339 in the zone of the office */
export type Stamp = string;

/** RFC 3339 in the zone of the office */
export type StampGiven = string;

/** How a case or an item stands to its due. */
export type Standing = "on_time" | "late" | "running" | "undetermined" | "not_assessed" | "void";

/** Where a case stands. */
export type State = "open" | "suspended" | "finished" | "returned" | "stopped";

/** One rule in words. */
export interface Statement {
  /** The entry of the rulebook, such as `procedures/2.001199`. */
  entry: string;
  /** What it is about. */
  kind: StatementKind;
  /** Its legal basis. */
  source: Source[];
  /** The sentence. */
  text: Text;
}

/** What a sentence of a restated rulebook is about. */
export type StatementKind = "calendar" | "unit" | "procedure" | "limit" | "sample" | "component" | "rule" | "fee" | "workflow" | "step" | "policy";

/** What entering the step does to the clock of the case. */
export type StepClock = "run" | "suspend" | "restart";

export type StepId = string;

/** One step over all arrivals. */
export interface StepLoad {
  /** The step. */
  step: StepId;
  /** How often it was done. */
  visits: number;
  /** Working seconds spent on it. */
  working_seconds: Seconds;
}

/** A step (*bước*): `steps.<id>`. */
export interface StepSpec {
  /** Working time that it may use. */
  budget: Budget | null;
  /** What it does to the clock. */
  clock: StepClock;
  /** Roles that cooperate (*phối hợp*). */
  cooperating: RoleId[];
  /** Roles that are informed (*nhận để biết*). */
  informed: RoleId[];
  /** On how many incoming flows it waits. */
  join: Join;
  /** What follows. */
  next: NextSpec;
  /** Steps whose doers must not do this one (*bốn mắt*); of a step that stands for a workflow, all of that, or one as `thu-ly#tham-dinh`. */
  not_by: OneOrMany_StepId;
  /** What those who do it should know (*hướng dẫn*). */
  note: string | null;
  /** What silence means after its budget. */
  on_silence: Silence | null;
  /** The outcomes that it may have; none named, none asked for. */
  outcomes: string[];
  /** What it must produce (*sản phẩm*). */
  product: string | null;
  /** The role that does it and answers for it (*chủ trì*). */
  role: RoleId | null;
  /** To whom it goes by content, the first that applies. */
  route: RouteSpec[];
  /** Its legal basis. */
  source: Source | null;
  /** Whether it asks for a supplement, which may be done but once; without a word, a step that waits for the citizen while the clock does not run does. */
  supplement: boolean | null;
  /** Its name; without one, its id. */
  title: Text | null;
  /** The unit where it is done; without one, the unit that the case is with. */
  unit: UnitId | null;
  /** For whom it waits. */
  waits_for: WaitsFor | null;
  /** The workflow that stands in place of this step (*quy trình con*): its steps are named after this one, as in `thu-ly#tham-dinh`. Such a step says its title and what follows; the rest is said by the steps of that workflow. */
  workflow: WorkflowId | null;
}

/** A step (*bước*): `steps.<id>`. */
export interface StepSpecGiven {
  /** Working time that it may use. */
  budget?: Budget | null;
  /** What it does to the clock. */
  clock?: StepClock;
  /** Roles that cooperate (*phối hợp*). */
  cooperating?: RoleId[];
  /** Roles that are informed (*nhận để biết*). */
  informed?: RoleId[];
  /** On how many incoming flows it waits. */
  join?: Join;
  /** What follows. */
  next: NextSpecGiven;
  /** Steps whose doers must not do this one (*bốn mắt*); of a step that stands for a workflow, all of that, or one as `thu-ly#tham-dinh`. */
  not_by?: OneOrMany_StepId;
  /** What those who do it should know (*hướng dẫn*). */
  note?: string | null;
  /** What silence means after its budget. */
  on_silence?: Silence | null;
  /** The outcomes that it may have; none named, none asked for. */
  outcomes?: string[];
  /** What it must produce (*sản phẩm*). */
  product?: string | null;
  /** The role that does it and answers for it (*chủ trì*). */
  role?: RoleId | null;
  /** To whom it goes by content, the first that applies. */
  route?: RouteSpecGiven[];
  /** Its legal basis. */
  source?: SourceGiven | null;
  /** Whether it asks for a supplement, which may be done but once; without a word, a step that waits for the citizen while the clock does not run does. */
  supplement?: boolean | null;
  /** Its name; without one, its id. */
  title?: Text | null;
  /** The unit where it is done; without one, the unit that the case is with. */
  unit?: UnitId | null;
  /** For whom it waits. */
  waits_for?: WaitsFor | null;
  /** The workflow that stands in place of this step (*quy trình con*): its steps are named after this one, as in `thu-ly#tham-dinh`. Such a step says its title and what follows; the rest is said by the steps of that workflow. */
  workflow?: WorkflowId | null;
}

/** What a finding is about. */
export interface Subject {
  /** Its identifier. */
  id: string;
  /** Case, officer, unit or log. */
  kind: SubjectKind;
}

/** What a finding is about. */
export type SubjectKind = "case" | "officer" | "unit" | "log";

/** A component as it was handed in. */
export interface Submitted {
  /** How many. */
  count?: number;
  /** In which form. */
  form?: PaperForm;
  /** Which component. */
  id: ComponentId;
  /** The day of its issue. */
  issued?: DateGiven | null;
  /** How it is signed. */
  signed?: Signed;
}

/** Asks to whom an open step should go. */
export interface SuggestRequest {
  /** The case. */
  case: CaseGiven;
  /** The cases whose work counts as burden. */
  cases?: CaseGiven[];
  /** As of when. */
  now: StampGiven;
  /** The step. */
  step: StepId;
}

/** Somebody to whom a step could go. */
export interface Suggestion {
  /** Whether the officer is away today. */
  absent: boolean;
  /** Of them, those whose case is yellow. */
  near_due: number;
  /** The officer. */
  officer: OfficerId;
  /** Steps that the officer leads now. */
  open: number;
  /** Of them, those whose case is red. */
  overdue: number;
  /** Whether the officer would act in another's right. */
  substitute: boolean;
  /** The same in words. */
  text: Text;
}

export type Suggestions = Suggestion[];

export type Symbol = string;

/** Whether it was said in time that a matter is taken up or not (*thời hạn thụ lý*). */
export interface TakenUp {
  /** When it was said: by acceptance, or by ending the case without it. */
  answered: Stamp | null;
  /** Until when it had to be said. */
  due: Stamp;
  /** Working seconds beyond the due. */
  late_working_seconds: Seconds;
  /** When it came in, from which the limit counts. */
  received: Stamp;
  /** How it stands. */
  standing: Standing;
}

/** A text in both languages.  A rulebook may give Vietnamese alone; English then repeats it, so that a reader always has something to read. */
export interface Text {
  /** English. */
  en: string;
  /** Vietnamese, with full diacritics. */
  vi: string;
}

/** A token: the step that it waits at (or `end`), and for joins the step that it came from. */
export interface Token {
  /** The step that it came from, where that matters. */
  came_from: StepId | null;
  /** The step that it waits at. */
  step: StepId;
}

/** A token: the step that it waits at (or `end`), and for joins the step that it came from. */
export interface TokenGiven {
  /** The step that it came from, where that matters. */
  came_from?: StepId | null;
  /** The step that it waits at. */
  step: StepId;
}

/** An open case that changes touch. */
export interface TouchedCase {
  /** The case. */
  case_id: CaseId;
  /** Its last day by the newer ones; nothing for one that begins anew. */
  last_day_after: Date | null;
  /** Its last day by the older rules. */
  last_day_before: Date | null;
}

/** A place that the message passed. */
export interface Trace {
  /** When. */
  at: Stamp | null;
  /** The agency. */
  organ: string | null;
}

/** A place that the message passed. */
export interface TraceGiven {
  /** When. */
  at?: StampGiven | null;
  /** The agency. */
  organ?: string | null;
}

/** The value of one node of a rule. */
export interface TraceLine {
  /** How deep the node lies. */
  depth: number;
  /** The node as expression text. */
  expression: string;
  /** Its value; `pending`, or the reason why there is none. */
  value: string;
}

/** Asks how a rule comes to its answer about a dossier. */
export interface TraceRequest {
  /** As of when, as for a check. */
  at: StampGiven;
  /** The dossier. */
  dossier: Dossier;
  /** The rule. */
  rule: RuleId;
  /** For which stage. */
  stage?: Stage;
  /** The calendar of a unit, where rules count working days. */
  unit?: UnitId | null;
}

/** A rule that cannot be decided. */
export interface Undecided {
  /** Why. */
  reason: Reason;
  /** The rule; `form` for the form's schema. */
  rule: RuleId;
}

export type UnitId = string;

/** How urgent a document is (*độ khẩn*), the least first. */
export type Urgency = "ordinary" | "urgent" | "very_urgent" | "express";

export type Value = Json;

/** The answer to "is this dossier complete?" (*kết quả kiểm tra*). */
export interface Verdict {
  /** As of which day. */
  at: Date;
  /** Components that a database made unnecessary. */
  by_data: ByData[];
  /** Rules that wait for data that are not filled in. */
  pending: RuleId[];
  /** The procedure, where a dossier was checked. */
  procedure: ProcedureId | null;
  /** How far the dossier is filled in. */
  progress: Progress;
  /** Whether it may go on: no error, nothing pending, nothing undecided. */
  ready: boolean;
  /** What is to be mended or looked at, in order: stage, rank of the rule, order of the file, place. */
  remarks: Remark[];
  /** For which stage. */
  stage: Stage;
  /** Rules that cannot be decided. */
  undetermined: Undecided[];
  /** Remarks beyond the limit, not listed. */
  unlisted: number;
}

/** Whether a proof holds. */
export interface Verified {
  /** It does. */
  holds: boolean;
  /** Why not. */
  text: Text | null;
}

/** Asks whether a proof holds. */
export interface VerifyRequest {
  /** The head that was deposited. */
  head: Head;
  /** The proof. */
  proof: ProofGiven;
}

/** For whom a step waits; nobody of the office is charged with that time. */
export type WaitsFor = "citizen" | "agency" | "system";

export type When = string;

export type WhenGiven = string;

/** Whose agenda: one officer's, one unit's, or, with neither, everybody's. */
export interface Who {
  /** Steps that this officer leads, cooperates on, or could claim. */
  officer?: OfficerId | null;
  /** Steps at this unit and at those under it. */
  unit?: UnitId | null;
}

/** One line of an agenda (*việc cần xử lý*). */
export interface WorkItem {
  /** When the step's own budget is used up. */
  budget_ends: Stamp | null;
  /** The case. */
  case_id: CaseId;
  /** The colour now. */
  colour: Colour;
  /** When the case is due. */
  due: Stamp | null;
  /** For what: the result, or, until that is said, whether the matter is taken up. */
  due_for: LimitOf;
  /** Working time since the lead got it, or since it is open. */
  held_working_seconds: Seconds;
  /** When the colour changes by itself. */
  next_change: Stamp | null;
  /** Who leads it; none while it lies in the unit's queue. */
  officer: OfficerId | null;
  /** The step. */
  step: StepId;
  /** The unit. */
  unit: UnitId | null;
  /** From when it is yellow. */
  yellow_from: Stamp | null;
}

export type WorkflowId = string;

/** A workflow (*quy trình nội bộ*): `workflows.<id>`. */
export interface WorkflowSpec {
  /** Leave to use it where soundness is not decided. */
  assume_sound: AssumeSound | null;
  /** The days on which it is in force. */
  in_force: InForce;
  /** Its legal basis. */
  source: Source | null;
  /** The first step; without one, the first that is written. */
  start: StepId | null;
  /** The steps. */
  steps: Record<string, StepSpec>;
  /** Its name. */
  title: Text | null;
}

/** A workflow (*quy trình nội bộ*): `workflows.<id>`. */
export interface WorkflowSpecGiven {
  /** Leave to use it where soundness is not decided. */
  assume_sound?: AssumeSound | null;
  /** The days on which it is in force. */
  in_force?: InForceGiven;
  /** Its legal basis. */
  source?: SourceGiven | null;
  /** The first step; without one, the first that is written. */
  start?: StepId | null;
  /** The steps. */
  steps?: Record<string, StepSpecGiven>;
  /** Its name. */
  title?: Text | null;
}

/** Asks for a workflow as BPMN 2.0. */
export interface WriteBpmnRequest {
  /** The day whose version is meant; without one, the last. */
  on?: DateGiven | null;
  /** The workflow. */
  workflow: WorkflowId;
}

/** Asks for an edXML text: of a message or of a status, one of the two. */
export interface WriteEdxmlRequest {
  /** The message. */
  message?: EdocMessageGiven | null;
  /** How secret the document is: a secret one is not sent over the axis. */
  secrecy?: Secrecy;
  /** The status instead. */
  status?: EdocStatusGiven | null;
}

export type Zone = string;

/** One change of offset. */
export interface ZoneChange {
  /** The instant. */
  at: Stamp;
  /** The offset from then on. */
  offset: Zone;
}

/** One change of offset. */
export interface ZoneChangeGiven {
  /** The instant. */
  at: StampGiven;
  /** The offset from then on. */
  offset: Zone;
}

/** Asks for the table of a zone. */
export interface ZoneRequest {
  /** An offset, a name of the IANA database, or a table. */
  zone: ZoneSpec;
}

export type ZoneSpec = Zone | string | ZoneTableGiven;

/** The changes of a zone's offset. */
export interface ZoneTable {
  /** The changes. */
  changes: ZoneChange[];
  /** The offset before the first change. */
  first: Zone;
}

/** The changes of a zone's offset. */
export interface ZoneTableGiven {
  /** The changes. */
  changes?: ZoneChangeGiven[];
  /** The offset before the first change. */
  first: Zone;
}

/** Requests and answers, by operation. */
export interface Operations {
  agenda: { request: AgendaRequest; answer: Agenda };
  apply: { request: ApplyRequest; answer: Applied };
  calendar_file: { request: CalendarFileRequest; answer: CalendarFile };
  check: { request: CheckRequest; answer: Verdict };
  day: { request: DayRequest; answer: DayAnswer };
  describe: { request: DescribeRequest; answer: Description };
  diff: { request: DiffRequest; answer: Diff };
  documents: { request: DocumentsRequest; answer: Registry };
  draw: { request: DrawRequest; answer: Picture };
  due: { request: DueRequest; answer: DueAnswer };
  elapsed: { request: ElapsedRequest; answer: Elapsed };
  exchange: { request: ExchangeRequest; answer: Exchanged };
  fold: { request: FoldRequest; answer: Folded };
  form: { request: FormRequest; answer: ProcedureForm };
  handling: { request: HandlingRequest; answer: Handlings };
  latest_start: { request: LatestStartRequest; answer: LatestStart };
  letter: { request: LetterRequest; answer: Letter };
  may: { request: MayRequest; answer: Permission };
  merge: { request: MergeRequest; answer: Merged };
  number: { request: NumberRequest; answer: NextNumber };
  profile: { request: ProfileRequest; answer: Profile };
  prove: { request: ProveRequest; answer: Proven };
  publish: { request: PublishRequest; answer: Published };
  read_bpmn: { request: ReadBpmnRequest; answer: BpmnImport };
  read_edxml: { request: ReadEdxmlRequest; answer: EdocReading };
  read_form: { request: ReadFormRequest; answer: ReadForm };
  reminders: { request: RemindersRequest; answer: Reminders };
  replay: { request: ReplayRequest; answer: Replay };
  restate: { request: RestateRequest; answer: Restated };
  retention: { request: RetentionRequest; answer: Retention };
  score: { request: ScoreRequest; answer: Scores };
  simulate: { request: SimulateRequest; answer: Simulated };
  soundness: { request: SoundnessRequest; answer: Judged };
  suggest: { request: SuggestRequest; answer: Suggestions };
  trace: { request: TraceRequest; answer: RuleTrace };
  verify: { request: VerifyRequest; answer: Verified };
  write_bpmn: { request: WriteBpmnRequest; answer: BpmnFile };
  write_edxml: { request: WriteEdxmlRequest; answer: EdxmlFile };
  zone: { request: ZoneRequest; answer: ZoneTable };
}

/** One method for each operation. */
export interface Verbs {
  /** Asks what is on whose desk. */
  agenda(input: AgendaRequest): Agenda;
  /** Asks whether an event may happen, and what becomes of the case. */
  apply(input: ApplyRequest): Applied;
  /** Asks for dues and reminders as an iCalendar file (RFC 5545). */
  calendarFile(input: CalendarFileRequest): CalendarFile;
  /** Asks whether a dossier is complete, or a document in order: one of the two is given. */
  check(input: CheckRequest): Verdict;
  /** Asks what a day is. */
  day(input?: DayRequest): DayAnswer;
  /** Asks what an office holds (*mô tả bộ quy tắc*). */
  describe(input?: DescribeRequest): Description;
  /** Asks what a newer rulebook changes. */
  diff(input?: DiffRequest): Diff;
  /** Asks what a list of documents says as a whole. */
  documents(input?: DocumentsRequest): Registry;
  /** Asks for the picture of a workflow. */
  draw(input: DrawRequest): Picture;
  /** Asks when something is due: for a procedure, or for a limit given here. */
  due(input?: DueRequest): DueAnswer;
  /** Asks for the working time between two instants. */
  elapsed(input: ElapsedRequest): Elapsed;
  /** Asks whether a status may come next, for a document on its way to one receiver. */
  exchange(input?: ExchangeRequest): Exchanged;
  /** Applies the events of a case one after the other. */
  fold(input?: FoldRequest): Folded;
  /** Asks for the form of a procedure as plain JSON Schema. */
  form(input: FormRequest): ProcedureForm;
  /** Asks which limits run for a document. */
  handling(input: HandlingRequest): Handlings;
  /** Asks for the latest start from which a limit still ends in time. */
  latestStart(input: LatestStartRequest): LatestStart;
  /** Asks for a form of the one-stop desk. What is not given stays blank. */
  letter(input: LetterRequest): Letter;
  /** Asks whether an officer has a right on a day. */
  may(input: MayRequest): Permission;
  /** Asks for what shards of a log come to together; no case may lie in two of them. */
  merge(input?: MergeRequest): Merged;
  /** Asks for the next number of a register. */
  number(input: NumberRequest): NextNumber;
  /** Asks what a log records at all, so that its cases can be replayed in shards. */
  profile(input: ProfileRequest): Profile;
  /** Asks for the proof that an entry is in a journal. */
  prove(input: ProveRequest): Proven;
  /** Asks for the slice of a procedure that a browser needs. */
  publish(input: PublishRequest): Published;
  /** Asks for the workflows of a BPMN 2.0 file. */
  readBpmn(input: ReadBpmnRequest): BpmnImport;
  /** Asks what an edXML text holds. */
  readEdxml(input: ReadEdxmlRequest): EdocReading;
  /** Asks whether a plain JSON Schema can be the form of a procedure. */
  readForm(input: ReadFormRequest): ReadForm;
  /** Asks who is to be reminded of what, and when. */
  reminders(input: RemindersRequest): Reminders;
  /** Asks what became of the cases of a log. */
  replay(input: ReplayRequest): Replay;
  /** Asks for the rules in plain sentences. */
  restate(input?: RestateRequest): Restated;
  /** Asks how long a file is kept, and when it goes to the archive. */
  retention(input: RetentionRequest): Retention;
  /** Asks for the scorecards of a period. */
  score(input: ScoreRequest): Scores;
  /** Sends the same work through several workflows. */
  simulate(input?: SimulateRequest): Simulated;
  /** Asks whether a workflow is sound: one of the office, or one that is being drawn. */
  soundness(input?: SoundnessRequest): Judged;
  /** Asks to whom an open step should go. */
  suggest(input: SuggestRequest): Suggestions;
  /** Asks how a rule comes to its answer about a dossier. */
  trace(input: TraceRequest): RuleTrace;
  /** Asks whether a proof holds. */
  verify(input: VerifyRequest): Verified;
  /** Asks for a workflow as BPMN 2.0. */
  writeBpmn(input: WriteBpmnRequest): BpmnFile;
  /** Asks for an edXML text: of a message or of a status, one of the two. */
  writeEdxml(input?: WriteEdxmlRequest): EdxmlFile;
  /** Asks for the table of a zone. */
  zone(input: ZoneRequest): ZoneTable;
}
