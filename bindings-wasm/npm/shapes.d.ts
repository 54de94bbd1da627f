// Written by `cargo run -p xtask -- shapes` from core/schema.

/** A value that JSON can hold. Whole numbers beyond ±(2⁵³ − 1) go as text. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Who or what acted (*người thực hiện*). */
export interface Actor {
  /** Identifier of the officer (*mã cán bộ*), program or group; `None` if unknown. */
  id?: OfficerId | null;
  /** The kind of actor; only a person earns or loses points. */
  kind?: ActorKind;
}

/** The kind of actor. */
export type ActorKind = "person" | "system" | "citizen" | "group" | "unknown";

/** The share of the limit that one agency has (*phần thời hạn của cơ quan*), in the working time of that agency. */
export interface AgencyShare {
  /** When its share is used up, with the same yellow threshold as the limit; `None` while no step is open at it before that. */
  due: Due | null;
  /** Its share of the limit. */
  share_working_seconds: Seconds;
  /** When steps were open at it that are not open any more, since acceptance or the last restart. */
  stays: Stay[];
  /** The agency (*cơ quan, đơn vị*). */
  unit: UnitId;
  /** What it used until the last event, without suspensions and steps that wait for somebody outside; more than its share is lateness of that agency. */
  used_working_seconds: Seconds;
}

/** The share of the limit that one agency has (*phần thời hạn của cơ quan*), in the working time of that agency. */
export interface AgencyShareGiven {
  /** When its share is used up, with the same yellow threshold as the limit; `None` while no step is open at it before that. */
  due?: DueGiven | null;
  /** Its share of the limit. */
  share_working_seconds: Seconds;
  /** When steps were open at it that are not open any more, since acceptance or the last restart. */
  stays?: StayGiven[];
  /** The agency (*cơ quan, đơn vị*). */
  unit: UnitId;
  /** What it used until the last event, without suspensions and steps that wait for somebody outside; more than its share is lateness of that agency. */
  used_working_seconds: Seconds;
}

/** Open work. */
export interface Agenda {
  /** The open work, sorted by due time. */
  items: WorkItem[];
  /** The next instant at which a colour changes without an event: ask again then. */
  next_wake_up: Stamp | null;
}

/** Request for the open work of an officer, or of all. */
export interface AgendaRequest {
  /** The cases. */
  cases?: CaseGiven[];
  /** The instant for which time spent, due times and colours are computed. */
  now: StampGiven;
  /** The officer whose work is listed; without one, the work of all. */
  who?: Who;
}

/** The applicant as the desk recorded them; missing entries are taken from the dossier's form. */
export interface Applicant {
  /** Postal address (*địa chỉ*). */
  address?: string | null;
  /** E-mail address (*thư điện tử*). */
  email?: string | null;
  /** Name of the person or organisation (*họ tên, tên tổ chức*). */
  name?: string | null;
  /** Telephone number (*số điện thoại*). */
  phone?: string | null;
}

/** The outcome of an event: exactly one of the two fields is present. */
export interface Applied {
  /** The case after the event. */
  case: Case | null;
  /** Why the event is not allowed; the case is unchanged. */
  refusal: Refusal | null;
}

/** Request to apply an event to a case. */
export interface ApplyRequest {
  /** The case so far; `None` for its first event. */
  case?: CaseGiven | null;
  /** The event. */
  event: Event;
}

/** A case that comes in during a simulation. */
export interface Arrival {
  /** When it comes in (*tiếp nhận*). */
  at: StampGiven;
  /** Identifier of the case, used to report on it. */
  case_id: CaseId;
  /** The data on which the workflow decides its route. */
  data: unknown;
  /** The unit that receives it; if absent, the office. */
  unit?: UnitId | null;
}

/** Permission to use a workflow whose soundness is undecided. */
export interface AssumeSound {
  /** The reason why it is assumed to be sound. */
  reason: string;
}

/** A file attached to a message (*tệp đính kèm*). */
export interface Attachment {
  /** The content in Base64, as received. */
  content: string | null;
  /** Its identifier within the message. */
  content_id: string | null;
  /** A description of the file (*mô tả*). */
  description: string | null;
  /** The media type, such as `application/pdf`. */
  media_type: string | null;
  /** The file name (*tên tệp*). */
  name: string | null;
}

/** A file attached to a message (*tệp đính kèm*). */
export interface AttachmentGiven {
  /** The content in Base64, as received. */
  content?: string | null;
  /** Its identifier within the message. */
  content_id?: string | null;
  /** A description of the file (*mô tả*). */
  description?: string | null;
  /** The media type, such as `application/pdf`. */
  media_type?: string | null;
  /** The file name (*tên tệp*). */
  name?: string | null;
}

/** One step of the explanation of a due. */
export interface Because {
  /** The day or instant after the step. */
  after: When | null;
  /** The day or instant before the step. */
  before: When | null;
  /** The kind of step. */
  code: BecauseCode;
  /** Its legal basis (*căn cứ*). */
  source: Source | null;
  /** The step in words, in both languages. */
  text: Text;
}

/** Why a due is at this instant; the kind of one step of the explanation. */
export type BecauseCode = "start" | "start_moved" | "skipped" | "swapped" | "clipped" | "rolled" | "suspended" | "restarted" | "extended" | "re_appointed" | "chosen" | "stopped" | "provisional" | "end";

/** One step of the explanation of a due. */
export interface BecauseGiven {
  /** The day or instant after the step. */
  after?: WhenGiven | null;
  /** The day or instant before the step. */
  before?: WhenGiven | null;
  /** The kind of step. */
  code: BecauseCode;
  /** Its legal basis (*căn cứ*). */
  source?: SourceGiven | null;
  /** The step in words, in both languages. */
  text: Text;
}

/** Whether the due instant itself is still on time. */
export type Bound = "through" | "before";

/** A file as text. */
export interface BpmnFile {
  /** The file. */
  xml: string;
}

/** The content of a BPMN file. */
export interface BpmnImport {
  /** Elements that were ignored or replaced, each with its line. */
  remarks: BpmnRemark[];
  /** Its processes, as workflows in the form in which a rulebook writes them. */
  workflows: Record<string, WorkflowSpec>;
}

/** An element of a BPMN file that a workflow cannot express. */
export interface BpmnRemark {
  /** What was done with it, as a code such as `outside_bpmn` (ignored). */
  code: Code;
  /** The line of the file. */
  line: number | null;
  /** The same as a sentence that names the element. */
  text: Text;
}

export type BranchSpec = string | { else: boolean; title: Text | null; to: string; when: Value };

export type BranchSpecGiven = string | { else?: boolean; title?: Text | null; to: string; when?: Value };

/** Working time: `0,5 ngày làm việc`, `4 giờ`, `PT4H` */
export type Budget = string;

/** The purpose of the message concerning its document (*nghiệp vụ*). */
export interface Business {
  /** Identifier of the document that it is about. */
  document_id: string | null;
  /** New, recall, update or replace. */
  kind: BusinessKind | null;
  /** Whether a paper copy is sent too: 1 if so. */
  paper: number | null;
  /** The reason (*lý do*). */
  reason: string | null;
  /** The documents that it replaces. */
  replacements: Replacement[];
  /** Who handled it. */
  staff: StaffInfo | null;
}

/** The purpose of the message concerning its document (*nghiệp vụ*). */
export interface BusinessGiven {
  /** Identifier of the document that it is about. */
  document_id?: string | null;
  /** New, recall, update or replace. */
  kind?: BusinessKind | null;
  /** Whether a paper copy is sent too: 1 if so. */
  paper?: number | null;
  /** The reason (*lý do*). */
  reason?: string | null;
  /** The documents that it replaces. */
  replacements?: ReplacementGiven[];
  /** Who handled it. */
  staff?: StaffInfoGiven | null;
}

/** The purpose of a message concerning its document (*nghiệp vụ văn bản*). */
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
  /** Its media type. */
  media_type: string;
  /** Its content: UTF-8, lines ended by CR LF. */
  text: string;
}

/** Request for due dates and reminders as an iCalendar file (RFC 5545). */
export interface CalendarFileRequest {
  /** Cases, as for `reminders`. */
  cases?: CaseGiven[];
  /** How due dates are entered: as events or as tasks. */
  dues?: DueEntry;
  /** Items, each with the request for its due date. */
  items?: RemindedItem[];
  /** The language of the text in it. */
  language?: Language;
  /** The creation time of the file; a field of the request, so that the same request gives the same bytes. */
  made_at: StampGiven;
  /** The name of the calendar. */
  name?: string | null;
  /** The plan: when to remind whom; without it, only due dates. */
  plan?: ReminderPlan | null;
  /** The start of the reminders, inclusive; without it, there is no lower bound. */
  since?: StampGiven | null;
  /** The end of the reminders, exclusive; without it, there is no upper bound. */
  until?: StampGiven | null;
}

export type CalendarId = string;

/** The effect of a cap (*tỷ lệ khống chế*) on an officer's group. */
export interface CapEffect {
  /** How many may have the band. */
  allowed: number;
  /** The band that is capped. */
  band: string;
  /** The number of officers that the rate is applied to. */
  base: number;
  /** How many of the group had enough points for it. */
  candidates: number;
  /** Whether this officer keeps the band. */
  kept: boolean;
  /** The rank of this officer among the candidates, from 1; equal officers share a rank. */
  place: number;
  /** The effect in words, in both languages. */
  text: Text;
}

/** The score of an officer in a period (*phiếu điểm*). */
export interface Card {
  /** The effect of a cap on the rating. */
  cap: CapEffect | null;
  /** The components that were assessed. */
  components: ComponentScore[];
  /** The share of the policy's maximum that could be assessed, from 0 to 1. */
  coverage: Rational;
  /** Points that somebody gave. */
  gains: Gain[];
  /** The group within which the officer is rated (*nhóm xếp loại*). */
  group: string;
  /** Number of items that count for the period, without those passed on or stopped. */
  items: number;
  /** Every point lost, with its evidence. */
  losses: Loss[];
  /** The most points that could be reached in what was assessed. */
  maximum: Points;
  /** The components that could not be assessed. */
  not_supplied: NotSupplied[];
  /** The officer (*cán bộ, công chức*). */
  officer: OfficerId;
  /** The period scored. */
  period: Period;
  /** The points reached; `None` if nothing could be assessed, or if the sum overflows. */
  points: Points | null;
  /** The policy that was applied. */
  policy: PolicyRef;
  /** The rating (*xếp loại*), if one is given. */
  rating: Rating | null;
  /** Rates with their confidence intervals. */
  ratios: Ratio[];
  /** Hash of all other fields. */
  result_hash: Hash | null;
  /** Version of the rules of scoring; grows whenever an outcome changes. */
  semantics: number;
  /** The unit of most of the officer's items. */
  unit: UnitId | null;
}

/** A case (*vụ việc*). */
export interface Case {
  /** When it was accepted as complete (*thụ lý*). */
  accepted: Stamp | null;
  /** Identifier of the case (*mã hồ sơ*). */
  case_id: CaseId;
  /** How it was filed, such as desk, online or post (*hình thức nộp*). */
  channel: string | null;
  /** Its clock (*đồng hồ*) and the dues that follow. */
  clock: CaseClock;
  /** Data that its events brought, on which the workflow decides its route. */
  data: Value;
  /** When the citizen got the result (*trả kết quả*). */
  delivered: Stamp | null;
  /** The steps that were done, in order. */
  done: DoneStep[];
  /** The events that have been applied. */
  events: SeenEvent[];
  /** When the result was handed over (*có kết quả*). */
  finished: Stamp | null;
  /** The format in which it is stored. */
  format: CaseFormat;
  /** The officers involved in its open steps. */
  holders: Holder[];
  /** When the last event happened; the next must not be earlier. */
  last_at: Stamp;
  /** The office, if several share a store. */
  office: OfficeId | null;
  /** Hash of the rulebook that the last event was judged by. */
  office_hash: string | null;
  /** The steps that may be done now (*bước đang mở*). */
  open_steps: OpenStep[];
  /** When it was received (*tiếp nhận*). */
  received: Stamp | null;
  /** How secret it is (*độ mật*). */
  secrecy: Secrecy;
  /** Number of events applied so far; the next event carries `seq + 1`. */
  seq: number;
  /** The state of the case (*trạng thái*). */
  state: CaseState;
  /** When it ended without a result (*dừng giải quyết*). */
  stopped: Stamp | null;
  /** How often a supplement was requested (*yêu cầu bổ sung*). */
  supplements: number;
  /** Where the tokens of its workflow are. */
  tokens: Token[];
  /** The unit that has the case (*đơn vị đang giải quyết*). */
  unit: UnitId | null;
  /** Which versions of the rules apply to it. */
  versions: CaseVersions;
}

/** The clock of a case (*đồng hồ*). */
export interface CaseClock {
  /** Suspensions, resumptions, extensions and restarts, in order. */
  acts: ClockAct[];
  /** When the case is due (*hạn trả kết quả*); `None` before acceptance, or without a limit. */
  due: Due | null;
  /** A due set by a leader if the procedure has none (*hạn theo bút phê*). */
  given: Stamp | null;
  /** The agencies that have a share of the limit, and what they used of it; empty before acceptance and without shares. */
  shares: AgencyShare[];
  /** Until when the office must decide whether it accepts the case (*thụ lý*); kept as it was once decided. */
  take_up: Due | null;
}

/** The clock of a case (*đồng hồ*). */
export interface CaseClockGiven {
  /** Suspensions, resumptions, extensions and restarts, in order. */
  acts?: ClockActGiven[];
  /** When the case is due (*hạn trả kết quả*); `None` before acceptance, or without a limit. */
  due?: DueGiven | null;
  /** A due set by a leader if the procedure has none (*hạn theo bút phê*). */
  given?: StampGiven | null;
  /** The agencies that have a share of the limit, and what they used of it; empty before acceptance and without shares. */
  shares?: AgencyShareGiven[];
  /** Until when the office must decide whether it accepts the case (*thụ lý*); kept as it was once decided. */
  take_up?: DueGiven | null;
}

export type CaseFormat = number;

/** A case (*vụ việc*). */
export interface CaseGiven {
  /** When it was accepted as complete (*thụ lý*). */
  accepted?: StampGiven | null;
  /** Identifier of the case (*mã hồ sơ*). */
  case_id: CaseId;
  /** How it was filed, such as desk, online or post (*hình thức nộp*). */
  channel?: string | null;
  /** Its clock (*đồng hồ*) and the dues that follow. */
  clock: CaseClockGiven;
  /** Data that its events brought, on which the workflow decides its route. */
  data?: unknown;
  /** When the citizen got the result (*trả kết quả*). */
  delivered?: StampGiven | null;
  /** The steps that were done, in order. */
  done?: DoneStepGiven[];
  /** The events that have been applied. */
  events?: SeenEvent[];
  /** When the result was handed over (*có kết quả*). */
  finished?: StampGiven | null;
  /** The format in which it is stored. */
  format?: CaseFormat;
  /** The officers involved in its open steps. */
  holders?: HolderGiven[];
  /** When the last event happened; the next must not be earlier. */
  last_at: StampGiven;
  /** The office, if several share a store. */
  office?: OfficeId | null;
  /** Hash of the rulebook that the last event was judged by. */
  office_hash?: string | null;
  /** The steps that may be done now (*bước đang mở*). */
  open_steps?: OpenStepGiven[];
  /** When it was received (*tiếp nhận*). */
  received?: StampGiven | null;
  /** How secret it is (*độ mật*). */
  secrecy?: Secrecy;
  /** Number of events applied so far; the next event carries `seq + 1`. */
  seq: number;
  /** The state of the case (*trạng thái*). */
  state: CaseState;
  /** When it ended without a result (*dừng giải quyết*). */
  stopped?: StampGiven | null;
  /** How often a supplement was requested (*yêu cầu bổ sung*). */
  supplements?: number;
  /** Where the tokens of its workflow are. */
  tokens?: TokenGiven[];
  /** The unit that has the case (*đơn vị đang giải quyết*). */
  unit?: UnitId | null;
  /** Which versions of the rules apply to it. */
  versions: CaseVersionsGiven;
}

export type CaseId = string;

/** The header of a case, as registers and exports keep it. A date without a time means the whole day, not its midnight. */
export interface CaseRow {
  /** When it was accepted as complete (*ngày thụ lý*). */
  accepted?: WhenGiven | null;
  /** Identifier of the case (*mã hồ sơ*). */
  case_id: CaseId;
  /** How it was filed, such as desk, online or post (*hình thức nộp*). */
  channel?: string | null;
  /** The due that was given to the citizen first (*hạn hẹn trả ban đầu*). */
  due_original?: WhenGiven | null;
  /** The due that the exporting system shows now (*hạn trên hệ thống*). */
  due_recorded?: WhenGiven | null;
  /** When the result was handed over to the desk (*ngày có kết quả*). */
  finished?: WhenGiven | null;
  /** The office, if several share a log. */
  office?: OfficeId | null;
  /** The procedure (*thủ tục*), or the kind of document. */
  procedure?: ProcedureId | null;
  /** When it arrived (*ngày tiếp nhận*). */
  received?: WhenGiven | null;
  /** The officer who answers for the case (*người chịu trách nhiệm*). */
  responsible?: OfficerId | null;
  /** When the citizen got the result (*ngày trả*). */
  returned?: WhenGiven | null;
  /** The status (*trạng thái*), as the exporting system words it. */
  status?: string | null;
  /** When it was stopped without a result (*ngày dừng giải quyết*). */
  stopped?: WhenGiven | null;
  /** When the citizen sent it (*ngày nộp*). */
  submitted?: WhenGiven | null;
  /** The unit that handles the case (*đơn vị giải quyết*). */
  unit?: UnitId | null;
}

/** Which cases a table or shares are taken of; without an entry, all (*phạm vi hồ sơ*). */
export interface CaseSelection {
  /** Those filed by a channel. */
  channel?: string | null;
  /** Those that count for a month, quarter or year: by their due, otherwise their end, otherwise the replay. */
  period?: Period | null;
  /** Those of a procedure. */
  procedure?: ProcedureId | null;
  /** Those of a unit. */
  unit?: UnitId | null;
}

/** The state of a case (*trạng thái*). */
export type CaseState = "received" | "processing" | "suspended" | "finished" | "delivered" | "stopped";

/** Which versions of the rules apply to a case. */
export interface CaseVersions {
  /** The day whose versions apply: that of acceptance, or before acceptance that of receipt. */
  anchored_on: Date | null;
  /** The procedure (*thủ tục*), or the kind of document. */
  procedure: ProcedureId | null;
  /** The workflow (*quy trình*). */
  workflow: WorkflowId | null;
}

/** Which versions of the rules apply to a case. */
export interface CaseVersionsGiven {
  /** The day whose versions apply: that of acceptance, or before acceptance that of receipt. */
  anchored_on?: DateGiven | null;
  /** The procedure (*thủ tục*), or the kind of document. */
  procedure?: ProcedureId | null;
  /** The workflow (*quy trình*). */
  workflow?: WorkflowId | null;
}

/** One change. */
export interface Change {
  /** The new value. */
  after: Value | null;
  /** The old value. */
  before: Value | null;
  /** The entry of the section, such as `2.001199`. */
  entry: string | null;
  /** Added, removed or changed. */
  kind: ChangeKind;
  /** The open cases that it affects. */
  open_cases: CaseId[];
  /** JSON pointer into the canonical rulebook; list items are addressed by name, versions by their first day. */
  path: string;
  /** The section: `procedures`, `calendars`, `workflows` … */
  section: string;
  /** The change as a sentence. */
  text: Text;
  /** The first day on which the change has an effect, if it is stated. */
  valid_from: Date | null;
  /** The last day on which the change has an effect, if it is stated. */
  valid_to: Date | null;
}

/** How a part of a rulebook changed. */
export type ChangeKind = "added" | "removed" | "changed";

/** The part of a lateness that one officer is charged with. */
export interface Charge {
  /** That part in whole working seconds; 0 if no working time lies between the due and the end. */
  charged_working_seconds: Seconds;
  /** The officer (*cán bộ, công chức*). */
  officer: OfficerId;
  /** The exact part of the lateness, above 0 and at most 1, such as `"3/8"`. It decides whether somebody is charged. */
  share: Rational;
  /** The steps at which the officer used more working time than budgeted. */
  steps: StepId[];
}

/** Request to check a dossier or a document; exactly one of the two is given. */
export interface CheckRequest {
  /** The instant of the check: now for an open dossier, its acceptance for a filed one. It decides which version of the procedure applies. */
  at: StampGiven;
  /** The document, instead of a dossier. */
  document?: Document | null;
  /** The dossier. */
  dossier?: Dossier | null;
  /** The stage for which the dossier is checked. */
  stage?: Stage;
  /** The unit whose calendar applies if rules count working days. */
  unit?: UnitId | null;
}

/** An act on the clock of a case. */
export interface ClockAct {
  /** When it takes effect. */
  at: Stamp;
  /** For an extension: by how much the limit grows. */
  by: Limit | null;
  /** The clock concerned, if a case has several; if absent, all of them. */
  clock: string | null;
  /** The event that recorded the act. */
  event_id: EventId | null;
  /** What the act does. */
  kind: ClockActKind;
  /** Why the clock is suspended. Suspensions for different reasons may overlap, and each ends on its own; a resume without a reason ends all of them. */
  reason: string | null;
  /** When it was entered; later than `at` for a retroactive act. If absent, at `at`. */
  recorded_at: Stamp | null;
  /** The legal basis or document (*căn cứ*). */
  source: Source | null;
  /** For an extension or a new date: until when; a date means the end of that day. */
  until: When | null;
}

/** An act on the clock of a case. */
export interface ClockActGiven {
  /** When it takes effect. */
  at: StampGiven;
  /** For an extension: by how much the limit grows. */
  by?: Limit | null;
  /** The clock concerned, if a case has several; if absent, all of them. */
  clock?: string | null;
  /** The event that recorded the act. */
  event_id?: EventId | null;
  /** What the act does. */
  kind: ClockActKind;
  /** Why the clock is suspended. Suspensions for different reasons may overlap, and each ends on its own; a resume without a reason ends all of them. */
  reason?: string | null;
  /** When it was entered; later than `at` for a retroactive act. If absent, at `at`. */
  recorded_at?: StampGiven | null;
  /** The legal basis or document (*căn cứ*). */
  source?: SourceGiven | null;
  /** For an extension or a new date: until when; a date means the end of that day. */
  until?: WhenGiven | null;
}

/** What an act does to the clock (*đồng hồ*). */
export type ClockActKind = "suspend" | "resume" | "restart" | "extend" | "re_appoint" | "stop";

/** A list of records that somebody declares complete for a period: from then on no row means none (*danh sách đã chốt*). */
export interface ClosedList {
  /** Who declares it. */
  decided_by: string;
  /** The kind of record. */
  kind: string;
  /** The period. */
  period: Period;
  /** The unit; without one, all units. */
  unit?: UnitId | null;
}

export type Code = string;

/** The colour of an item (*màu cảnh báo*). */
export type Colour = "grey" | "green" | "yellow" | "red";

/** A column of a table (*cột*). */
export interface Column {
  /** What its values are. */
  kind: ColumnKind;
  /** Its name, such as `case_id`; durations end in `_seconds` or `_working_seconds`. */
  name: string;
  /** Its title for people. */
  title: Text;
  /** A value for each row; `null` where there is none. */
  values: Values;
}

/** What the values of a column are. */
export type ColumnKind = "word" | "text" | "whole" | "truth" | "instant";

export type ComponentId = string;

/** The score of one component of a card (*điểm tiêu chí*). */
export interface ComponentScore {
  /** Identifier of the component (*tiêu chí*). */
  id: string;
  /** Number of items it was computed over; 0 if somebody gave the points. */
  items: number;
  /** Number of items of the period not counted: not yet due, no due, or no evidence of who was late. */
  left_out: number;
  /** The points reached, from 0 to `weight`. */
  points: Points;
  /** The name shown to people. */
  title: Text;
  /** The most points that the component can give. */
  weight: Rational;
}

/** How sure the authors of a rulebook are of a rule (*độ tin cậy*). */
export type Confidence = "sure" | "likely" | "unsure";

/** The proof that a later head continues an earlier one (*bằng chứng đầu sổ sau nối tiếp đầu sổ trước*).  It names no event: only the cases, how many entries each has, and hashes. Since the chain of a case grows in its place, the proof has all leaves of the earlier head; the path of RFC 9162 §2.1.4, which is shorter, fits a tree that grows at its end alone. */
export interface Consistency {
  /** The hashes of the entries made since, by case, in the order of its chain. */
  grown: Record<string, Hash[]>;
  /** The leaves under the earlier head. */
  leaves: Leaf[];
}

/** The proof that a later head continues an earlier one (*bằng chứng đầu sổ sau nối tiếp đầu sổ trước*).  It names no event: only the cases, how many entries each has, and hashes. Since the chain of a case grows in its place, the proof has all leaves of the earlier head; the path of RFC 9162 §2.1.4, which is shorter, fits a tree that grows at its end alone. */
export interface ConsistencyGiven {
  /** The hashes of the entries made since, by case, in the order of its chain. */
  grown?: Record<string, Hash[]>;
  /** The leaves under the earlier head. */
  leaves?: Leaf[];
}

/** A simple count, with its definition. */
export interface Count {
  /** The number counted. */
  count: number;
  /** Name of the count, such as `handovers`. */
  id: CountId;
  /** How it is counted, in words. */
  text: Text;
}

/** What is counted of a log, by its definition. */
export type CountId = "cases" | "not_begun" | "events" | "open" | "suspended" | "finished" | "returned" | "stopped" | "resources" | "persons" | "activities" | "variants" | "handovers" | "handovers_of_persons" | "handovers_between_persons" | "returns";

/** The answer of a database (*khai thác dữ liệu*). */
export type DataAnswer = "answered" | "wrong" | "down";

export type Date = string;

export type DateGiven = string;

/** A day in the working calendar and in the lunar calendar. */
export interface DayAnswer {
  /** The day. */
  date: Date;
  /** The same day in the lunar calendar; `None` outside the lunar years 1900 to 2199. */
  lunar: LunarDate | null;
  /** Whether the notice for its year is unknown, so that a swap may still change the day (*tạm tính*). */
  provisional: boolean;
  /** Why it is off, or why it is worked although it would be off; empty for an ordinary working day. */
  reasons: DayReason[];
  /** Its shifts, in order; empty on a day off. */
  shifts: Shift[];
  /** Whether it has any shift (*ngày làm việc*). */
  working: boolean;
}

/** Why a day is what it is. */
export interface DayReason {
  /** What kind of reason. */
  code: DayReasonCode;
  /** The legal basis (*căn cứ*) or the notice. */
  source: Source | null;
  /** In words. */
  text: Text;
}

/** What kind of reason a day has. */
export type DayReasonCode = "weekly_rest" | "holiday" | "compensation" | "closed" | "make_up" | "special_hours" | "outside_calendar";

/** Request for what kind of day a date is. */
export interface DayRequest {
  /** A calendar by name. */
  calendar?: CalendarId | null;
  /** The day. */
  date?: DateGiven | null;
  /** Uses the calendar as it was known at this instant. */
  known_at?: StampGiven | null;
  /** The day in the Vietnamese lunar calendar (*âm lịch*), instead of a date. */
  lunar?: LunarDateGiven | null;
  /** The calendar of a unit. */
  unit?: UnitId | null;
}

/** A right that is denied: what is missing, and who has it. */
export interface Denial {
  /** The officers who have the right on that day, present ones first. */
  held_by: OfficerId[];
  /** Why the officer does not have the right. */
  lack: Lack;
  /** The right that is missing. */
  missing: Right;
  /** Since when the first of them has had it, if known. */
  since: Date | null;
  /** The denial in words, in both languages. */
  text: Text;
}

/** Request to describe an office (*mô tả bộ quy tắc*). */
export interface DescribeRequest {
  /** Last day of that period. */
  end?: DateGiven | null;
  /** First day of the period for which staffing is checked; without one, it is not checked. */
  start?: DateGiven | null;
}

/** The contents of an office. */
export interface Description {
  /** Calendars, by identifier. */
  calendars: string[];
  /** Hash of the canonical content of all its texts. */
  hash: Hash;
  /** Identifier of the root rulebook. */
  id: OfficeId;
  /** JSON pointers to keywords of forms that have no effect. */
  idle: string[];
  /** Indicators. */
  indicators: string[];
  /** Mappings. */
  mappings: string[];
  /** The number of people in the staff table. */
  officers: number;
  /** Policies. */
  policies: string[];
  /** Positions. */
  positions: string[];
  /** Procedures. */
  procedures: string[];
  /** Kinds of records. */
  records: string[];
  /** The version of the answers: it grows when the answer to some input changes. */
  semantics: number;
  /** Hash of the staff table, if there is one. */
  staff_hash: Hash | null;
  /** Steps that nobody could carry out on some days of the requested period. */
  staffing: StaffingGap[];
  /** Its title. */
  title: Text;
  /** Units. */
  units: string[];
  /** Rules of procedures without a legal basis, as JSON pointers into the rulebook (*quy tắc chưa ghi căn cứ*). */
  unsourced: string[];
  /** Workflows. */
  workflows: string[];
}

/** A place where a message deviates from the regulation. */
export interface Deviation {
  /** The kind of deviation. */
  kind: DeviationKind;
  /** The line in the text, from 1. */
  line: number | null;
  /** The path to the element, such as `MessageHeader/Code/CodeNumber`. */
  path: string;
  /** The deviation in words, in both languages. */
  text: Text;
}

/** How a message deviates from the regulation. */
export type DeviationKind = "unknown" | "repeated" | "missing" | "unreadable" | "spelling" | "attachment" | "namespace" | "unchecked";

/** What changed. */
export interface Diff {
  /** The open cases that are affected by some change. */
  cases: TouchedCase[];
  /** The changes, in the order of the canonical rulebook. */
  changes: Change[];
  /** Whether both rulebooks have the same meaning. */
  same: boolean;
}

/** Request for the changes in a newer rulebook. */
export interface DiffRequest {
  /** Cases; the open ones that are affected are reported. */
  cases?: CaseGiven[];
  /** Texts of the newer rulebook by name; the first is the root. */
  rulebooks?: Record<string, string>;
}

/** The difference of a run from the first one. */
export interface Difference {
  /** Hand-overs. */
  hand_overs: number;
  /** Steps carried out. */
  steps: number;
  /** Working seconds from arrival to end. */
  through_working_seconds: Seconds;
  /** The workflow. */
  workflow: WorkflowId;
  /** Working seconds of all steps. */
  working_seconds: Seconds;
}

/** An aspect that should be clear (*rõ*). A version of the motto ("5 rõ", "6 rõ") is a named subset, with labels and  order, in a policy. */
export type Dimension = "person" | "task" | "process" | "time" | "responsibility" | "authority" | "product" | "effect";

/** The direction of a document. */
export type Direction = "incoming" | "outgoing" | "internal";

/** Request to propose a rulebook from a log (*khám phá quy trình*). */
export interface DiscoverRequest {
  /** Case rows; may be left out. */
  cases?: CaseRow[];
  /** Events. */
  events?: Event[];
  /** The name of the mapping by which acts and actors are read. */
  mapping?: string | null;
  /** The noise threshold in per cent, from 0 to 100: flows rarer than this beside the most frequent one at the same step may be left out. Without it, the largest of 20, 10, 5 and 0 with which the log fits by 95 %. */
  noise?: number | null;
}

/** A document (*văn bản*). */
export interface Document {
  /** Whether it is incoming, outgoing or internal. */
  direction: Direction;
  /** What was done with it, and when. */
  done?: Record<string, StampGiven>;
  /** Until when it must be handled, if a leader set a date (*hạn theo bút phê*). */
  due?: StampGiven | null;
  /** The date of the document (*ngày ban hành*). */
  issued: DateGiven;
  /** The kind, if it is registered separately from the symbol (*loại văn bản*). */
  kind?: Kind | null;
  /** Its number in the register, if it differs from that of the symbol (*số đến*). */
  number?: number | null;
  /** The agency that issued it, by code or name (*cơ quan ban hành*). */
  organ: string;
  /** The addressees (*nơi nhận*). */
  receivers?: string[];
  /** The register in which it is registered (*sổ đăng ký*). */
  register?: RegisterId | null;
  /** Its relations to other documents. */
  relations?: Relation[];
  /** How secret it is (*độ mật*). */
  secrecy?: Secrecy;
  /** The lines of the signature block above the name. */
  signature?: string[];
  /** The officer of this office who signed; the signing power follows from the staff. */
  signed_by?: OfficerId | null;
  /** The properties of the signer on which the prefixes depend, for callers without staff. */
  signer?: Signer | null;
  /** The subject (*trích yếu*). */
  subject?: string | null;
  /** Number and symbol as written, such as `01/CT-UBND` (*số và ký hiệu*). */
  symbol: string;
  /** The unit of this office in whose name it is signed; if absent, the office itself. */
  unit?: UnitId | null;
  /** How urgent it is (*độ khẩn*). */
  urgency?: Urgency;
  /** Whether an answer is expected. */
  wants_answer?: boolean;
}

/** The validity of a document after later ones. */
export type DocumentStanding = "in_force" | "amended" | "replaced" | "recalled";

/** The state of one document of a list. */
export interface DocumentState {
  /** The documents that answer it (*văn bản trả lời*), as indices into the list. */
  answered_by: number[];
  /** Whether an answer is expected and has not been given. */
  awaits_answer: boolean;
  /** The documents that caused this, and those that correct it, as indices into the list. */
  by: number[];
  /** Its validity (*tình trạng hiệu lực*). */
  standing: DocumentStanding;
}

/** Request to relate the documents of a list to each other. */
export interface DocumentsRequest {
  /** The documents. */
  documents?: Document[];
}

/** A step that was done and by whom; separation of duties (*bốn mắt*) is checked on these. */
export interface DoneStep {
  /** When it was done. */
  at: Stamp;
  /** The steps that it opened. */
  led_to: StepId[];
  /** The officer who did it; `None` for a program or the citizen. */
  officer: OfficerId | null;
  /** Its outcome (*kết quả của bước*), such as `approve`. */
  outcome: string | null;
  /** The officer on whose behalf a substitute did it (*người ủy quyền*). */
  principal: OfficerId | null;
  /** The step (*bước*). */
  step: StepId;
  /** Whether it was taken back later. */
  undone: boolean;
}

/** A step that was done and by whom; separation of duties (*bốn mắt*) is checked on these. */
export interface DoneStepGiven {
  /** When it was done. */
  at: StampGiven;
  /** The steps that it opened. */
  led_to?: StepId[];
  /** The officer who did it; `None` for a program or the citizen. */
  officer?: OfficerId | null;
  /** Its outcome (*kết quả của bước*), such as `approve`. */
  outcome?: string | null;
  /** The officer on whose behalf a substitute did it (*người ủy quyền*). */
  principal?: OfficerId | null;
  /** The step (*bước*). */
  step: StepId;
  /** Whether it was taken back later. */
  undone?: boolean;
}

/** A dossier (*hồ sơ*). */
export interface Dossier {
  /** The filing channel: `desk`, `online` or `post`. */
  channel?: string | null;
  /** The papers. */
  components?: Submitted[];
  /** The answers of databases, by database name. */
  data?: Record<string, DataAnswer>;
  /** The form data. */
  form?: unknown;
  /** The code of the procedure. */
  procedure: ProcedureId;
  /** When it was filed. Rules read the day in the offset of this stamp; [`Dossier::seen_in`] changes it to the offset of the office. */
  submitted?: StampGiven | null;
}

/** Request for a picture of a workflow. */
export interface DrawRequest {
  /** Cases to show on it: for one case, its open steps and who holds them; for several, how often each step was carried out. */
  cases?: CaseGiven[];
  /** The format. */
  format?: PictureFormat;
  /** The language of the text in it. */
  language?: Language;
  /** The day whose version is meant; without one, the latest version. */
  on?: DateGiven | null;
  /** The workflow. */
  workflow: WorkflowId;
}

/** When something is due (*hạn*), and why. */
export interface Due {
  /** How it was counted, step by step. */
  because: Because[];
  /** Whether the instant `due` is still on time. */
  bound: Bound;
  /** The end of the limit that the office committed to (*thời hạn cam kết*). */
  committed: End | null;
  /** The due instant: that of the committed limit, otherwise that of the statutory one. */
  due: Stamp;
  /** Finished before this instant is early (*trước hạn*); `None` for limits in hours, where only a margin of the policy decides. */
  early_before: Stamp | null;
  /** The last day of the limit. */
  last_day: Date;
  /** 24:00 of the last day, exclusive; for limits in hours, the due. */
  legal_end: Stamp;
  /** The close of the last day's last shift, inclusive; for limits in hours, the due. */
  office_end: Stamp;
  /** Whether it depends on days whose notice is not yet known (*tạm tính*). */
  provisional: boolean;
  /** A date promised in addition to the due (*ngày hẹn lại*); lateness is still judged by the due. */
  reappointed: Stamp | null;
  /** When counting began: acceptance, moved by the channel rule, or the last restart. */
  start: Stamp;
  /** The end of the limit set by law (*thời hạn theo luật*). */
  statutory: End | null;
  /** When the case ended without a result (*dừng giải quyết*). */
  stopped: Stamp | null;
  /** When the clock was suspended (*tạm dừng*), in order. */
  suspended: Span[];
  /** The due as people read it: `17:30 thứ Bảy, ngày 10/01/2026`. */
  text: Text;
  /** From this instant on it is yellow (*sắp đến hạn*); `None` if it never is. */
  yellow_from: Stamp | null;
}

/** A due date, its colour if an instant was given, and how the work finished. */
export interface DueAnswer {
  /** How it was counted, step by step. */
  because: Because[];
  /** Whether the instant `due` is still on time. */
  bound: Bound;
  /** Its colour at `now`. */
  colour: Colour | null;
  /** The end of the limit that the office committed to (*thời hạn cam kết*). */
  committed: End | null;
  /** The due instant: that of the committed limit, otherwise that of the statutory one. */
  due: Stamp;
  /** Finished before this instant is early (*trước hạn*); `None` for limits in hours, where only a margin of the policy decides. */
  early_before: Stamp | null;
  /** The last day of the limit. */
  last_day: Date;
  /** Whether it finished after the committed limit; `None` if there is none, or if it cannot be determined. */
  late_committed: boolean | null;
  /** Whether it finished after the statutory limit; `None` if there is none, or if it cannot be determined. */
  late_statutory: boolean | null;
  /** 24:00 of the last day, exclusive; for limits in hours, the due. */
  legal_end: Stamp;
  /** The first whole second at which the colour changes. */
  next_change: Stamp | null;
  /** The close of the last day's last shift, inclusive; for limits in hours, the due. */
  office_end: Stamp;
  /** How the work finished: early, on time or late; undetermined if only the day is known and the due time lies within it. */
  outcome: Outcome | null;
  /** Whether it depends on days whose notice is not yet known (*tạm tính*). */
  provisional: boolean;
  /** A date promised in addition to the due (*ngày hẹn lại*); lateness is still judged by the due. */
  reappointed: Stamp | null;
  /** When counting began: acceptance, moved by the channel rule, or the last restart. */
  start: Stamp;
  /** The end of the limit set by law (*thời hạn theo luật*). */
  statutory: End | null;
  /** When the case ended without a result (*dừng giải quyết*). */
  stopped: Stamp | null;
  /** When the clock was suspended (*tạm dừng*), in order. */
  suspended: Span[];
  /** The due as people read it: `17:30 thứ Bảy, ngày 10/01/2026`. */
  text: Text;
  /** From this instant on it is yellow (*sắp đến hạn*); `None` if it never is. */
  yellow_from: Stamp | null;
}

/** How a due is entered in a calendar file. */
export type DueEntry = "event" | "task" | "nothing";

/** When something is due (*hạn*), and why. */
export interface DueGiven {
  /** How it was counted, step by step. */
  because?: BecauseGiven[];
  /** Whether the instant `due` is still on time. */
  bound: Bound;
  /** The end of the limit that the office committed to (*thời hạn cam kết*). */
  committed?: EndGiven | null;
  /** The due instant: that of the committed limit, otherwise that of the statutory one. */
  due: StampGiven;
  /** Finished before this instant is early (*trước hạn*); `None` for limits in hours, where only a margin of the policy decides. */
  early_before?: StampGiven | null;
  /** The last day of the limit. */
  last_day: DateGiven;
  /** 24:00 of the last day, exclusive; for limits in hours, the due. */
  legal_end: StampGiven;
  /** The close of the last day's last shift, inclusive; for limits in hours, the due. */
  office_end: StampGiven;
  /** Whether it depends on days whose notice is not yet known (*tạm tính*). */
  provisional?: boolean;
  /** A date promised in addition to the due (*ngày hẹn lại*); lateness is still judged by the due. */
  reappointed?: StampGiven | null;
  /** When counting began: acceptance, moved by the channel rule, or the last restart. */
  start: StampGiven;
  /** The end of the limit set by law (*thời hạn theo luật*). */
  statutory?: EndGiven | null;
  /** When the case ended without a result (*dừng giải quyết*). */
  stopped?: StampGiven | null;
  /** When the clock was suspended (*tạm dừng*), in order. */
  suspended?: SpanGiven[];
  /** The due as people read it: `17:30 thứ Bảy, ngày 10/01/2026`. */
  text: Text;
  /** From this instant on it is yellow (*sắp đến hạn*); `None` if it never is. */
  yellow_from?: StampGiven | null;
}

/** Request for a due date: of a procedure, or of a limit given here. */
export interface DueRequest {
  /** The instant at which the dossier was accepted as complete (*tiếp nhận*). */
  accepted_at?: StampGiven | null;
  /** The day of acceptance, if the time is unknown. The due date is then computed for the whole day, not for its midnight. */
  accepted_on?: DateGiven | null;
  /** Suspensions, resumptions and extensions of the limit. */
  acts?: ClockActGiven[];
  /** A calendar by name. */
  calendar?: CalendarId | null;
  /** The channel of filing: desk, online or post. It may move the start. */
  channel?: string | null;
  /** The clock, if a case has several. */
  clock?: string | null;
  /** For limits in hours: work that finished at least this many seconds before the due time counts as early. */
  early_margin_seconds?: Seconds | null;
  /** Only those `acts` count that were recorded up to this instant. */
  entered_by?: StampGiven | null;
  /** Circumstances that lengthen the limit, such as `complex` or `remote`. */
  factors?: string[];
  /** When it finished, as an instant or a day; the answer says whether it was on time. */
  finished?: WhenGiven | null;
  /** The form data, if the limit of the procedure depends on it. */
  form?: unknown;
  /** Uses the calendar as it was known at this instant; with the instant of acceptance, this gives the promised due date. */
  known_at?: StampGiven | null;
  /** A limit instead of a procedure, such as `2 ngày làm việc`. */
  limit?: Limit | null;
  /** The instant for which the colour is computed. */
  now?: StampGiven | null;
  /** Which limit of the procedure: that of the result, or that of taking up the matter (*thụ lý*), counted from its receipt. */
  of?: LimitOf;
  /** The procedure, in its version on the day of acceptance. */
  procedure?: ProcedureId | null;
  /** The calendar of a unit. */
  unit?: UnitId | null;
}

/** Number and notation of a document (*số và ký hiệu*). */
export interface EdocCode {
  /** The notation, such as `TB-UBND` (*ký hiệu*). */
  notation: string | null;
  /** The number, such as `05` (*số*). */
  number: string | null;
}

/** Number and notation of a document (*số và ký hiệu*). */
export interface EdocCodeGiven {
  /** The notation, such as `TB-UBND` (*ký hiệu*). */
  notation?: string | null;
  /** The number, such as `05` (*số*). */
  number?: string | null;
}

/** The kind of a document (*loại văn bản*). */
export interface EdocKind {
  /** Its number in the regulation's list of kinds. */
  code: number | null;
  /** A number that subdivides the kind. */
  detail: number | null;
  /** Name of the kind (*tên loại*). */
  name: string | null;
}

/** The kind of a document (*loại văn bản*). */
export interface EdocKindGiven {
  /** Its number in the regulation's list of kinds. */
  code?: number | null;
  /** A number that subdivides the kind. */
  detail?: number | null;
  /** Name of the kind (*tên loại*). */
  name?: string | null;
}

/** A document on its way to other agencies (*thông điệp văn bản*). */
export interface EdocMessage {
  /** The attached files (*tệp đính kèm*). */
  attachments: Attachment[];
  /** The purpose of the message (*nghiệp vụ*). */
  business: Business | null;
  /** Number and notation (*số và ký hiệu*). */
  code: EdocCode | null;
  /** A summary of the content. */
  content: string | null;
  /** Its identifier on the national document axis. */
  document_id: string | null;
  /** Until when it must be handled (*hạn giải quyết*). */
  due: Date | null;
  /** The kind of document (*loại văn bản*). */
  kind: EdocKind | null;
  /** Further properties of the document. */
  other: EdocOther | null;
  /** Where and when it was issued. */
  promulgation: Promulgation | null;
  /** The receiving agencies (*cơ quan nhận*). */
  receivers: Organ[];
  /** The documents that it answers. */
  response_for: ResponseFor[];
  /** The sending agency (*cơ quan gửi*). */
  sender: Organ | null;
  /** Whether it carries a digital signature, which is neither checked nor written here. */
  signed: boolean;
  /** The person who signed (*người ký*). */
  signer: EdocSigner | null;
  /** Whether it gives instructions (*văn bản chỉ đạo*): 0 if it does not. */
  steering: number | null;
  /** The subject (*trích yếu*). */
  subject: string | null;
  /** Places of receipt (*nơi nhận*). */
  to_places: string[];
  /** The agencies through which it passed. */
  trace: Trace[];
}

/** A document on its way to other agencies (*thông điệp văn bản*). */
export interface EdocMessageGiven {
  /** The attached files (*tệp đính kèm*). */
  attachments?: AttachmentGiven[];
  /** The purpose of the message (*nghiệp vụ*). */
  business?: BusinessGiven | null;
  /** Number and notation (*số và ký hiệu*). */
  code?: EdocCodeGiven | null;
  /** A summary of the content. */
  content?: string | null;
  /** Its identifier on the national document axis. */
  document_id?: string | null;
  /** Until when it must be handled (*hạn giải quyết*). */
  due?: DateGiven | null;
  /** The kind of document (*loại văn bản*). */
  kind?: EdocKindGiven | null;
  /** Further properties of the document. */
  other?: EdocOtherGiven | null;
  /** Where and when it was issued. */
  promulgation?: PromulgationGiven | null;
  /** The receiving agencies (*cơ quan nhận*). */
  receivers?: OrganGiven[];
  /** The documents that it answers. */
  response_for?: ResponseForGiven[];
  /** The sending agency (*cơ quan gửi*). */
  sender?: OrganGiven | null;
  /** Whether it carries a digital signature, which is neither checked nor written here. */
  signed?: boolean;
  /** The person who signed (*người ký*). */
  signer?: EdocSignerGiven | null;
  /** Whether it gives instructions (*văn bản chỉ đạo*): 0 if it does not. */
  steering?: number | null;
  /** The subject (*trích yếu*). */
  subject?: string | null;
  /** Places of receipt (*nơi nhận*). */
  to_places?: string[];
  /** The agencies through which it passed. */
  trace?: TraceGiven[];
}

/** Further properties of a document. */
export interface EdocOther {
  /** Names of its appendices (*phụ lục*). */
  appendixes: string[];
  /** Number of copies (*số bản*). */
  copies: number | null;
  /** Number of pages (*số trang*). */
  pages: number | null;
  /** Urgency (*độ khẩn*): 0 is ordinary, other values are those of the product. */
  priority: number | null;
  /** How far the document may be distributed (*phạm vi lưu hành*). */
  sphere: string | null;
  /** The person who typed it (*người soạn thảo*). */
  typist: string | null;
}

/** Further properties of a document. */
export interface EdocOtherGiven {
  /** Names of its appendices (*phụ lục*). */
  appendixes?: string[];
  /** Number of copies (*số bản*). */
  copies?: number | null;
  /** Number of pages (*số trang*). */
  pages?: number | null;
  /** Urgency (*độ khẩn*): 0 is ordinary, other values are those of the product. */
  priority?: number | null;
  /** How far the document may be distributed (*phạm vi lưu hành*). */
  sphere?: string | null;
  /** The person who typed it (*người soạn thảo*). */
  typist?: string | null;
}

/** The result of reading: a message or a status, and all deviations from the regulation. */
export interface EdocReading {
  /** The deviations from the regulation, in the order of the text. */
  deviations: Deviation[];
  /** The message, if the text is one. */
  message: EdocMessage | null;
  /** The status, if the text is one. */
  status: EdocStatus | null;
}

/** The person who signed (*người ký*). */
export interface EdocSigner {
  /** The signing power: the prefix of the signature block (*quyền hạn ký*). */
  competence: string | null;
  /** Full name (*họ và tên*). */
  name: string | null;
  /** The position (*chức vụ*). */
  position: string | null;
}

/** The person who signed (*người ký*). */
export interface EdocSignerGiven {
  /** The signing power: the prefix of the signature block (*quyền hạn ký*). */
  competence?: string | null;
  /** Full name (*họ và tên*). */
  name?: string | null;
  /** The position (*chức vụ*). */
  position?: string | null;
}

/** The status of a document, as a receiver reports it (*trạng thái văn bản*). */
export interface EdocStatus {
  /** When the status was reached. */
  at: Stamp | null;
  /** The reason in words; required for a refusal. */
  description: string | null;
  /** The document that the status is about. */
  response_for: ResponseFor | null;
  /** The agency that reports it. */
  sender: Organ | null;
  /** Who handled the document. */
  staff: StaffInfo | null;
  /** The status (*trạng thái xử lý*). */
  status: ExchangeStatus | null;
}

/** The status of a document, as a receiver reports it (*trạng thái văn bản*). */
export interface EdocStatusGiven {
  /** When the status was reached. */
  at?: StampGiven | null;
  /** The reason in words; required for a refusal. */
  description?: string | null;
  /** The document that the status is about. */
  response_for?: ResponseForGiven | null;
  /** The agency that reports it. */
  sender?: OrganGiven | null;
  /** Who handled the document. */
  staff?: StaffInfoGiven | null;
  /** The status (*trạng thái xử lý*). */
  status?: ExchangeStatus | null;
}

/** An edXML text. */
export interface EdxmlFile {
  /** The text, unsigned. */
  xml: string;
}

/** Working time between two instants. */
export interface Elapsed {
  /** Elapsed seconds, floored. */
  seconds: Seconds;
  /** Working seconds, floored. */
  working_seconds: Seconds;
}

/** Request for the working time between two instants. */
export interface ElapsedRequest {
  /** A calendar by name. */
  calendar?: CalendarId | null;
  /** The end; before `start`, the answer is negative. */
  end: StampGiven;
  /** Uses the calendar as it was known at this instant. */
  known_at?: StampGiven | null;
  /** The start. */
  start: StampGiven;
  /** The calendar of a unit. */
  unit?: UnitId | null;
}

/** The end of one limit. */
export interface End {
  /** Whether the instant `due` is still on time. */
  bound: Bound;
  /** Its due, by the end of day that the procedure names. */
  due: Stamp;
  /** The last day of the limit. */
  last_day: Date;
  /** 24:00 of the last day, exclusive; for limits in hours, the due. */
  legal_end: Stamp;
  /** The limit that was counted (*thời hạn*). */
  limit: Limit;
  /** The close of the last day's last shift, inclusive; for limits in hours, the due. */
  office_end: Stamp;
}

/** The end of one limit. */
export interface EndGiven {
  /** Whether the instant `due` is still on time. */
  bound: Bound;
  /** Its due, by the end of day that the procedure names. */
  due: StampGiven;
  /** The last day of the limit. */
  last_day: DateGiven;
  /** 24:00 of the last day, exclusive; for limits in hours, the due. */
  legal_end: StampGiven;
  /** The limit that was counted (*thời hạn*). */
  limit: Limit;
  /** The close of the last day's last shift, inclusive; for limits in hours, the due. */
  office_end: StampGiven;
}

/** One entry of a register. */
export interface Entry {
  /** The day on which it was given. */
  date: DateGiven;
  /** The number that was given, from 1. */
  number: number;
  /** Identifier of the register (*sổ đăng ký*). */
  register: RegisterId;
}

/** One event of a case (*sự kiện*). In XES, `step` is `concept:name` and `act` is `lifecycle:transition`. */
export interface Event {
  /** What was done (*hành vi*): the name of an effect, or of an act that the rulebook declares. */
  act: string;
  /** Who acted (*người thực hiện*). */
  actor?: Actor | null;
  /** The officer who gets the step (*người được phân công*). */
  assignee?: OfficerId | null;
  /** When it happened (*thời điểm*). */
  at: StampGiven;
  /** The case that the event belongs to (*mã hồ sơ*). */
  case_id: CaseId;
  /** Reasons, and the data on which the workflow decides its route. */
  data?: unknown;
  /** Whether only the day is known; `at` is then the midnight at which the day begins. */
  day_only?: boolean;
  /** Identifier of the event; if absent, a hash of case, instant, act, step, actor and occurrence is used. */
  event_id?: EventId | null;
  /** The office, if several share a log. */
  office?: OfficeId | null;
  /** The officer on whose behalf a substitute acted (*người ủy quyền*). */
  on_behalf_of?: OfficerId | null;
  /** When it was entered (*thời điểm ghi nhận*); much later than `at` means backdating. */
  recorded_at?: StampGiven | null;
  /** Number of the event within its case, from 1. */
  seq?: number | null;
  /** The step concerned (*bước*). */
  step?: StepId | null;
  /** The unit where it happened, or that gets the step (*đơn vị*). */
  unit?: UnitId | null;
}

export type EventId = string;

/** A failed example. */
export interface ExampleFault {
  /** The place of the example. */
  at: Place;
  /** The error code. */
  code: Code;
  /** The error as a sentence. */
  text: Text;
}

/** A document on its way to one receiver: its progress, and the state of a recall request. */
export interface Exchange {
  /** The progress at the receiver; `None` before it has arrived. */
  progress: ExchangeStatus | null;
  /** The last status of a recall request: 13, 15 or 16; `None` if there was none. */
  recall: ExchangeStatus | null;
}

/** A document on its way to one receiver: its progress, and the state of a recall request. */
export interface ExchangeGiven {
  /** The progress at the receiver; `None` before it has arrived. */
  progress?: ExchangeStatus | null;
  /** The last status of a recall request: 13, 15 or 16; `None` if there was none. */
  recall?: ExchangeStatus | null;
}

/** Request whether a document sent to one receiver may change to a status. */
export interface ExchangeRequest {
  /** The current status; without one, the document was just sent. */
  exchange?: ExchangeGiven | null;
  /** The reason for the new status; a refusal needs one. */
  reason?: string | null;
  /** The new status; without one, only the possible next statuses are returned. */
  status?: ExchangeStatus | null;
}

/** The status of a document, as the receiver reports it (*trạng thái văn bản liên thông*). */
export type ExchangeStatus = "01" | "02" | "03" | "04" | "05" | "06" | "13" | "15" | "16";

/** The status of a document sent to one receiver. */
export interface Exchanged {
  /** The possible next statuses. */
  allowed: ExchangeStatus[];
  /** The status. */
  exchange: Exchange;
}

/** A confirmed cause outside an officer's reach, by which findings take no points (*nguyên nhân khách quan được xác nhận*). It names either a case or a finding; what else is given narrows it. Officers whom it does not free lose the same points as without it. An excuse for work that is open past its due still holds when the work is finished late. */
export interface ExcuseInput {
  /** The case in which something is excused (*mã hồ sơ*). Without it, `finding` names what is. */
  case_id?: CaseId | null;
  /** Who confirmed the cause. */
  decided_by: string;
  /** Until when the cause lasted. */
  end?: StampGiven | null;
  /** The finding that is excused. Without it, `case_id` names what is. */
  finding?: FindingId | null;
  /** The kinds of findings that are excused; if empty, all. `late`, `overdue_open`, `late_committed` and `late_statutory` are one lateness: each means all four. */
  kinds?: FindingKind[];
  /** The reason given. */
  note?: string | null;
  /** The officer who is freed; if absent, everybody who would lose points for it (*cán bộ, công chức*). */
  officer?: OfficerId | null;
  /** Its legal basis (*căn cứ*). */
  source?: SourceGiven | null;
  /** Since when the cause lasted. What was over before then is not excused. */
  start?: StampGiven | null;
  /** The step at which it is excused; if absent, at every step (*bước*). */
  step?: StepId | null;
}

/** What was counted for one officer or unit at one step (*dữ kiện*); integers that add up over shards. */
export interface Fact {
  /** The number counted. */
  count: number;
  /** How much the log recorded for this count. */
  grade: Grade;
  /** What was counted, such as `completed`, `on_time`, `held`. */
  kind: FactKind;
  /** The officer, where one is known. */
  officer: OfficerId | null;
  /** The month that it counts for, `yyyy-MM`. */
  period: string;
  /** The step (*bước*); `None` for the case as a whole. */
  step: StepId | null;
  /** The unit, if known. */
  unit: UnitId | null;
  /** Working seconds; 0 for kinds that have none. */
  working_seconds: Seconds;
}

/** What was counted for one officer or unit at one step (*dữ kiện*); integers that add up over shards. */
export interface FactGiven {
  /** The number counted. */
  count: number;
  /** How much the log recorded for this count. */
  grade: Grade;
  /** What was counted, such as `completed`, `on_time`, `held`. */
  kind: FactKind;
  /** The officer, where one is known. */
  officer?: OfficerId | null;
  /** The month that it counts for, `yyyy-MM`. */
  period: string;
  /** The step (*bước*); `None` for the case as a whole. */
  step?: StepId | null;
  /** The unit, if known. */
  unit?: UnitId | null;
  /** Working seconds; 0 for kinds that have none. */
  working_seconds: Seconds;
}

/** What is counted of items (*loại dữ kiện*), in the order in which facts are listed. */
export type FactKind = "assigned" | "charged" | "completed" | "held" | "late" | "moved_or_stopped" | "not_assessed" | "on_time" | "running" | "undetermined";

/** A confirmed failure of one item, such as a result that had to be made again. */
export interface FailureInput {
  /** The case in which it failed (*mã hồ sơ*). */
  case_id: CaseId;
  /** The component (*tiêu chí*). */
  component: string;
  /** Who confirmed it. */
  decided_by?: string | null;
  /** The reason given. */
  note?: string | null;
  /** The officer (*cán bộ, công chức*). */
  officer: OfficerId;
  /** The step; if absent, the case as a whole. */
  step?: StepId | null;
  /** How often it failed, from 1. */
  times?: number;
}

/** One fee of a dossier (*phí, lệ phí*). */
export interface FeeLine {
  /** The amount in đồng; `None` if the provincial people's council sets it, or if the form does not have the quantity yet. */
  amount: number | null;
  /** Who is exempt (*đối tượng miễn*). */
  exempt: Text[];
  /** The legal basis. */
  source: Source[];
  /** What is paid for. */
  title: Text;
}

/** What kind of field a form has at a place (*loại trường*). A schema says it by `kind`; without, it follows from the other  keywords. */
export type FieldKind = "text" | "long_text" | "integer" | "decimal" | "money" | "date" | "time" | "choice" | "choices" | "yes_no" | "person_name" | "address" | "phone" | "email" | "identity_number" | "tax_code" | "list";

/** The state of one field. */
export interface FieldState {
  /** Its pointer in the description of the form, with `*` for each item of a list. */
  field: string;
  /** The keys of its items, where it is a list. */
  items: string[] | null;
  /** What names the field as long as it is there, also while items of lists come, go and move. */
  key: string;
  /** Whether it has to be filled in. */
  needed: boolean;
  /** JSON pointer to it as the form now is. */
  pointer: string;
  /** What is to be corrected in it. */
  remarks: Remark[];
  /** Whether it is shown. */
  shown: boolean;
  /** Its value as people read it; of a text that could not be read, the text. */
  text: string;
  /** Whether the person has been in it, or has submitted the form. */
  touched: boolean;
  /** The rules that wait for it. */
  waiting: RuleId[];
}

/** What was not clear, with its evidence (*phát hiện*). */
export interface Finding {
  /** Whether a due was missed with no working time between it and the end (*xong ngoài giờ, sau hạn*). */
  after_hours: boolean;
  /** Seconds by which two times differ that should be alike: two dues, or an act and its entry. */
  apart_seconds: Seconds;
  /** Which officers are charged with how much of the lateness. */
  charge: Charge[];
  /** How often it occurred, from 1. */
  count: number;
  /** The aspect that is not clear (*rõ người, rõ việc, …*). */
  dimension: Dimension;
  /** The events that show it, at most as many as the thresholds allow. */
  events: EventId[];
  /** How much a log must record for this finding. */
  grade: Grade;
  /** Hash of kind, rule, subject, step and occurrence. It does not change with a late event, so that a dispute can refer to it. */
  id: FindingId;
  /** Working seconds in which nothing happened, or in which nobody held the case. */
  idle_working_seconds: Seconds;
  /** The kind of finding, such as `late` or `skipped_step`. */
  kind: FindingKind;
  /** Working seconds after the due, for findings of lateness. */
  late_working_seconds: Seconds;
  /** The officer, if it concerns exactly one. */
  officer: OfficerId | null;
  /** The rule of the rulebook, if one was broken. */
  rule: RuleId | null;
  /** Start of the period concerned. */
  since: Stamp | null;
  /** Its legal basis (*căn cứ*). */
  source: Source | null;
  /** The step, if it is about one (*bước*). */
  step: StepId | null;
  /** What the finding is about. */
  subject: Subject;
  /** The finding in words, in both languages. */
  text: Text;
  /** Working seconds of lateness that nobody is charged with. */
  unattributed_working_seconds: Seconds;
  /** The unit concerned (*đơn vị*). */
  unit: UnitId | null;
  /** End of the period concerned. */
  until: Stamp | null;
}

export type FindingId = string;

/** What a finding says (*loại phát hiện*), in the order in which those of one case are listed. */
export type FindingKind = "late_take_up" | "late" | "overdue_open" | "late_committed" | "late_statutory" | "over_share" | "no_due" | "due_differs" | "stuck" | "second_supplement" | "no_lead" | "unassigned" | "ping_pong" | "taken_over" | "void_act" | "skipped_step" | "unexpected_step" | "out_of_order" | "four_eyes" | "backdated" | "end_before_last_event" | "ends_differ" | "at_night" | "out_of_hours" | "not_a_person" | "ambiguous_person" | "midnight_times";

/** A fault of a workflow and the path to it. */
export interface Flaw {
  /** The kind of fault. */
  kind: FlawKind;
  /** Whether no shorter path leads there. */
  shortest: boolean;
  /** The steps at which the fault appears. */
  steps: StepId[];
  /** The fault in words, in both languages. */
  text: Text;
  /** The steps to do, in order, to get there. */
  trace: StepId[];
}

/** The reason why a workflow is unsound. */
export type FlawKind = "deadlock" | "livelock" | "twice_at_once" | "improper_completion" | "dead_step";

/** Request to apply several events to a case, one after the other. */
export interface FoldRequest {
  /** The case so far; `None` if the first event begins it. */
  case?: CaseGiven | null;
  /** The events, in order. */
  events?: Event[];
}

/** The case after all allowed events. */
export interface Folded {
  /** The case; `None` if no event was allowed. */
  case: Case | null;
  /** The refused events; each left the case unchanged. */
  refused: Refused[];
}

/** What has changed for the page. Putting all of them on an empty page, one after the other, gives what it has to show. */
export interface FormChange {
  /** Fields that are new or have changed. */
  fields: FieldState[];
  /** The keys of all fields in the order of the page, where the order or the fields have changed. */
  order: string[] | null;
  /** Papers that are new or have changed. */
  papers: PaperState[];
  /** Grows by one with each change. */
  revision: number;
  /** What concerns the dossier as a whole, where anything of it has changed. */
  summary: FormSummary | null;
}

/** A value to choose from. */
export interface FormChoice {
  /** What a person reads. */
  title: Text;
  /** The value, as it is in the dossier. */
  value: Value;
}

/** A condition under which a field is needed or shown, or a paper needed. */
export interface FormCondition {
  /** The rule that asks for it. */
  rule: RuleId | null;
  /** The legal basis. */
  source: Source[];
  /** The condition as expression text; always, without one. */
  when: string | null;
}

/** The form of a procedure in one of its versions (*biểu mẫu*). */
export interface FormDescription {
  /** The filing channels (*cách thức nộp*). */
  channels: FormChoice[];
  /** The fees (*phí, lệ phí*). */
  fees: FormFee[];
  /** The fields in the order of the form. */
  fields: FormField[];
  /** The groups in the order of the page; every field is in one of them. */
  groups: FormGroup[];
  /** The papers (*thành phần hồ sơ*). */
  papers: FormPaper[];
  /** The procedure. */
  procedure: ProcedureId;
  /** Its title. */
  title: Text;
  /** The first day of the version; without one, it was always in force. */
  valid_from: Date | null;
}

/** A fee of a procedure (*phí, lệ phí*). */
export interface FormFee {
  /** The amount in đồng, or that of each unit; `None` if the provincial people's council sets it. */
  amount: number | null;
  /** The channels; all, if none is listed. */
  channels: string[];
  /** Who is exempt (*đối tượng miễn*). */
  exempt: Text[];
  /** The quantity, as expression text. */
  quantity: string | null;
  /** The legal basis. */
  source: Source[];
  /** What is paid for. */
  title: Text;
  /** The first day on which it is charged. */
  valid_from: Date | null;
  /** The last day on which it is charged. */
  valid_to: Date | null;
  /** The condition, as expression text. */
  when: string | null;
}

/** A field of a form (*trường*). */
export interface FormField {
  /** What a browser may fill in by itself, as `autocomplete` of HTML. */
  autocomplete: string | null;
  /** The values to choose from. */
  choices: FormChoice[];
  /** What could be written there. */
  example: Text | null;
  /** How it is to be filled in. */
  help: Text | null;
  /** The keyboard that fits, as `inputmode` of HTML. */
  input_mode: string;
  /** The name of an item, where it is a list. */
  item: Text | null;
  /** What kind of field it is. */
  kind: FieldKind;
  /** The least value; of a list, the least number of items. */
  least: string | null;
  /** The least number of characters. */
  least_length: number | null;
  /** The greatest value; of a list, the greatest number of items. */
  most: string | null;
  /** The greatest number of characters. */
  most_length: number | null;
  /** When it is needed besides. */
  needed: FormCondition[];
  /** JSON pointer into the form, with `*` for each item of a list. */
  pointer: string;
  /** Whether it is needed wherever the group around it is; for a group of the form that may be left out, once something of the group is filled in. */
  required: boolean;
  /** When it is shown; without a condition always. */
  shown: FormCondition[];
  /** Its title. */
  title: Text;
}

/** Fields that stand together under one heading (*nhóm trường*). */
export interface FormGroup {
  /** The pointers of its fields, as in [`FormField`]. */
  fields: string[];
  /** What has to be known before it is filled in. */
  help: Text | null;
  /** Its identifier within the form. */
  id: string;
  /** The list that it consists of, if it consists of one. */
  list: string | null;
  /** Its heading. */
  title: Text;
}

/** A paper that belongs to a dossier (*thành phần hồ sơ*). */
export interface FormPaper {
  /** The database whose answer replaces it. */
  answered_by: string | null;
  /** The number of copies. */
  count: number;
  /** The accepted forms; any, if none is listed. */
  forms: PaperForm[];
  /** The group of which one paper is enough. */
  group: string | null;
  /** Its identifier. */
  id: ComponentId;
  /** The number of originals among them. */
  original: number;
  /** Whether it may be needed at all. */
  required: boolean;
  /** The required signature. */
  signed: Signed;
  /** Who has to sign it. */
  signed_by: Text | null;
  /** The legal basis. */
  source: Source[];
  /** The stage from which it is needed. */
  stage: Stage;
  /** Its title. */
  title: Text;
  /** The first day on which it is needed. */
  valid_from: Date | null;
  /** The months after its issue for which it is accepted. */
  valid_months: number | null;
  /** The last day on which it is needed. */
  valid_to: Date | null;
  /** Under which condition; always, without one. */
  when: string | null;
}

/** Request for the form of a procedure. */
export interface FormRequest {
  /** The day whose version is meant. */
  on: DateGiven;
  /** The procedure. */
  procedure: ProcedureId;
}

/** What concerns the dossier as a whole. */
export interface FormSummary {
  /** The filing channel. */
  channel: string | null;
  /** The fees, as far as they are known. */
  fees: FeeLine[];
  /** The last day of its due if it were accepted now (*hẹn trả*). */
  last_day: Date | null;
  /** How far it is filled in. */
  progress: Progress;
  /** The same in words. */
  promise: Text | null;
  /** Whether it can be sent: no error, nothing pending, nothing undecided. */
  ready: boolean;
  /** Remarks about no single field or paper. */
  remarks: Remark[];
}

/** Points that somebody gave (*điểm chấm*). */
export interface Gain {
  /** The component that they were given for. */
  component: string;
  /** Who decided on them. */
  decided_by: string | null;
  /** The reason given. */
  note: string | null;
  /** The points given, from 0 to the weight of the component. */
  points: Rational;
}

/** How much a log records (*mức dữ liệu*); a fact or finding that needs a higher grade is "not assessed". */
export type Grade = "header" | "completions" | "spans" | "full";

/** A right that is granted, and why: an appointment, or the giver's appointment and the delegation. */
export interface Grant {
  /** The chain of right, from the position to the officer who acts. */
  chain: Link[];
}

/** By what shares are told apart. */
export type GroupKey = "unit" | "officer" | "procedure" | "channel" | "step" | "period";

/** A limit for one stage of handling a document. */
export interface Handling {
  /** Its colour at `now`, until it is reached. */
  colour: Colour | null;
  /** When the milestone was reached; `None` if it was not. */
  done: Stamp | null;
  /** When the milestone is due (*hạn*). */
  due: Due;
  /** Identifier of the limit in the rulebook. */
  id: string;
  /** Whether it was reached early, on time or late; `None` if it was not reached. */
  outcome: Outcome | null;
  /** Its legal basis (*căn cứ*). */
  source: Source[];
  /** The name shown to people. */
  title: Text;
  /** The milestone that has to be reached. */
  until: Milestone;
}

/** Request for the time limits of a document. */
export interface HandlingRequest {
  /** A calendar by name. */
  calendar?: CalendarId | null;
  /** The document. */
  document: Document;
  /** The calendar as it was known then. */
  known_at?: StampGiven | null;
  /** The instant for which the colours are computed. */
  now: StampGiven;
  /** The calendar of a unit. */
  unit?: UnitId | null;
}

export type Handlings = Handling[];

export type Hash = string;

/** The head of a journal (*đầu sổ*): deposited elsewhere, it fixes all entries made before. */
export interface Head {
  /** Number of cases in the journal. */
  cases: number;
  /** Number of entries in the journal. */
  entries: number;
  /** Root of the Merkle tree whose leaves are the heads of all cases. */
  root: Hash;
  /** Version of the rules by which it was computed. */
  semantics: number;
}

/** How an officer got a step. */
export type HeldBy = "assignment" | "naming" | "claim" | "start" | "act" | "return" | "route";

/** One officer's hold on a step (*người giữ bước*), from when until when. */
export interface HoldSpan {
  /** The kind of actor that held it. */
  kind: ActorKind;
  /** The officer (*cán bộ, công chức*). */
  officer: OfficerId | null;
  /** Whether only the end is logged; the start is then that of the event before it. */
  presumed: boolean;
  /** Since when it was held. */
  since: Stamp;
  /** The step (*bước*). */
  step: StepId | null;
  /** Until when it was held; `None` if it still is. */
  until: Stamp | null;
  /** Working seconds held, without suspensions of the clock. */
  working_seconds: Seconds;
}

/** An officer who is involved in an open step (*người giữ*). */
export interface Holder {
  /** How the officer got the step. One who is only named for it has no lock on it. */
  by: HeldBy;
  /** How the officer is involved. */
  involvement: Involvement;
  /** The officer (*cán bộ, công chức*). */
  officer: OfficerId;
  /** Since when the officer is involved. */
  since: Stamp;
  /** The open step (*bước*). */
  step: StepId;
}

/** An officer who is involved in an open step (*người giữ*). */
export interface HolderGiven {
  /** How the officer got the step. One who is only named for it has no lock on it. */
  by?: HeldBy;
  /** How the officer is involved. */
  involvement: Involvement;
  /** The officer (*cán bộ, công chức*). */
  officer: OfficerId;
  /** Since when the officer is involved. */
  since: StampGiven;
  /** The open step (*bước*). */
  step: StepId;
}

/** The days on which a rule is in force, both ends included (*hiệu lực*). */
export interface InForce {
  /** First day; `None` means without a beginning. */
  from: Date | null;
  /** Last day; `None` means until further notice. */
  to: Date | null;
}

/** The days on which a rule is in force, both ends included (*hiệu lực*). */
export interface InForceGiven {
  /** First day; `None` means without a beginning. */
  from?: DateGiven | null;
  /** Last day; `None` means until further notice. */
  to?: DateGiven | null;
}

/** The value of one group, or of all together. */
export interface IndicatorCell {
  /** By how much the value is above that, as a share of it. */
  change: Rational | null;
  /** The rows in the value. */
  counted: number;
  /** Of how much, for a share or a mean. */
  denominator: Rational | null;
  /** The value in the period with which is compared. */
  earlier: Rational | null;
  /** The group: a value for each column of `by`; empty for the total. */
  group: (string | null)[];
  /** The highest. */
  high: Rational | null;
  /** The rows that are not, by reason. */
  left_out: LeftOut[];
  /** The lowest value that what is not known allows; none where it allows any. */
  low: Rational | null;
  /** What is counted, summed or met. */
  numerator: Rational | null;
  /** The uncertainty of a share of so few rows; of shares of rows that count alike. */
  ratio: Ratio | null;
  /** Rows of the period: those counted and those left out. */
  rows: number;
  /** The target and whether it was reached. */
  target: TargetResult | null;
  /** The value of what is known; none if nothing is. */
  value: Rational | null;
}

/** An indicator with its values (*giá trị chỉ tiêu*). */
export interface IndicatorValue {
  /** The columns by which values are told apart. */
  by: string[];
  /** The total, then each group in order. */
  cells: IndicatorCell[];
  /** Which clarity it measures. */
  dimension: Dimension;
  /** Its name in the rulebook. */
  id: string;
  /** Rows of other periods. */
  outside: number;
  /** All rows of the table: those of the period, of other periods, and without a date. */
  read: number;
  /** Its basis (*căn cứ*). */
  source: Source | null;
  /** The table that it reads. */
  table: string;
  /** What it says in one sentence. */
  text: Text;
  /** The name shown to people. */
  title: Text;
  /** Rows without a date. */
  undated: number;
}

/** The values of indicators of a period (*giá trị chỉ tiêu*). */
export interface Indicators {
  /** The period with which is compared. */
  compare: Period | null;
  /** The indicators with their values, in the order in which they were asked for. */
  indicators: IndicatorValue[];
  /** The period. */
  period: Period;
  /** The version of the answers: it grows when the answer to some input changes. */
  semantics: number;
}

/** Request for the values of indicators of a period (*tính chỉ tiêu*). */
export interface IndicatorsRequest {
  /** The instant up to which the log is evaluated. */
  as_of: StampGiven;
  /** The columns by which values are told apart, in this order; by default those that each indicator names. An empty list asks for the total alone. */
  by?: string[] | null;
  /** Case rows; may be left out. */
  cases?: CaseRow[];
  /** An earlier period with which is compared; its rows have to be there too. */
  compare?: Period | null;
  /** Events; may be left out. */
  events?: Event[];
  /** The indicators; by default all in force on the first day of the period. */
  indicators?: string[];
  /** Closed lists of records that somebody declares complete. */
  lists?: ClosedList[];
  /** The name of the mapping by which acts and actors are read. */
  mapping?: string | null;
  /** The period: `2026-10`, `2026-Q4`, `2026-H2` or `2026`. */
  period: Period;
  /** The profile of the whole log, if these rows are a shard of it; by default the profile of these rows. */
  profile?: ProfileGiven | null;
  /** Rows of records by kind, each a map of columns. */
  records?: Record<string, Value[]>;
}

/** What people decided for a period, with who decided it. */
export interface Inputs {
  /** Confirmed causes, by which findings take no points. */
  excused?: ExcuseInput[];
  /** Confirmed failures of items. */
  failures?: FailureInput[];
  /** Officer → group of similar duties within which the officer is rated. */
  groups?: Record<string, string>;
  /** Units that were rated outstanding (*hoàn thành xuất sắc nhiệm vụ*). */
  outstanding?: UnitId[];
  /** Ratings set by decision. */
  overrides?: OverrideInput[];
  /** Points given to officers. */
  points?: PointsInput[];
  /** Components whose failures are all listed, so that an item without a failure has passed. */
  reviewed?: string[];
}

/** How an officer is involved in a step. */
export type Involvement = "lead" | "cooperating" | "informed";

/** One step of one case held by one officer; without a step, a whole case and the officer who answers for it. */
export interface Item {
  /** Identifier of the case (*mã hồ sơ*). */
  case_id: CaseId;
  /** The exact part of the lateness that the officer is charged with, from 0 to 1. */
  charged_share: Rational;
  /** Working seconds of lateness that the officer is charged with. */
  charged_working_seconds: Seconds;
  /** Whether the work is done. */
  completed: boolean;
  /** The events by which the officer did it. */
  events: EventId[];
  /** The findings that concern it. */
  findings: FindingId[];
  /** Working seconds for which the officer held it. */
  held_working_seconds: Seconds;
  /** The officer; `None` if unknown. */
  officer: OfficerId | null;
  /** The month that it counts for, `yyyy-MM`: that of the due, otherwise that of the end, otherwise that of the replay. */
  period: string;
  /** Whether it is on time by the due that counts. */
  standing: Standing;
  /** Whether it is on time by the due promised first. */
  standing_original: Standing;
  /** Whether it is on time by the due in the register. */
  standing_recorded: Standing;
  /** The step (*bước*); `None` for the case as a whole. */
  step: StepId | null;
  /** The unit (*đơn vị*). */
  unit: UnitId | null;
  /** How often the step came to this officer. */
  visits: number;
}

/** How many incoming flows a step waits for. */
export type Join = "any" | "all" | "some";

/** Whether a workflow is sound, and how much working time it takes at most. */
export interface Judged {
  /** The steps of the longest path. */
  longest_path: StepId[];
  /** Working seconds of the longest path: each loop is taken once, and waiting for the citizen counts as 0. */
  longest_working_seconds: Seconds;
  /** The verdict, with the path to each fault. */
  soundness: Soundness;
}

/** Whether a workflow is sound. */
export type Judgement = "sound" | "unsound" | "undecided";

/** One of the 29 kinds of administrative documents (*loại văn bản hành chính*). */
export type Kind = "nghi-quyet" | "quyet-dinh" | "chi-thi" | "quy-che" | "quy-dinh" | "thong-cao" | "thong-bao" | "huong-dan" | "chuong-trinh" | "ke-hoach" | "phuong-an" | "de-an" | "du-an" | "bao-cao" | "bien-ban" | "to-trinh" | "hop-dong" | "cong-van" | "cong-dien" | "ban-ghi-nho" | "ban-thoa-thuan" | "giay-uy-quyen" | "giay-moi" | "giay-gioi-thieu" | "giay-nghi-phep" | "phieu-gui" | "phieu-chuyen" | "phieu-bao" | "thu-cong";

/** Why a right is missing. */
export type Lack = "unknown_officer" | "not_employed" | "clearance" | "other_unit" | "expired" | "not_yet" | "outside_scope" | "giver_present" | "chain_of_delegation" | "giver_lacks_it" | "giver_clearance" | "no_part" | "no_role";

/** A language of the texts. */
export type Language = "vi" | "en";

/** The latest start with which something still ends on time. */
export interface LatestStart {
  /** To the whole second; for limits in days, the last second of the day. */
  at: Stamp;
  /** The day of `at`, in the zone of the calendar. */
  day: Date;
  /** The instant in words; for limits in days, the day. */
  text: Text;
}

/** Request for the latest start from which a limit still ends in time. */
export interface LatestStartRequest {
  /** A calendar by name. */
  calendar?: CalendarId | null;
  /** The instant at which the limit must have ended, or the day: then by the close of the office. */
  due: WhenGiven;
  /** The calendar as it was known then. */
  known_at?: StampGiven | null;
  /** The limit. */
  limit: Limit;
  /** The calendar of a unit. */
  unit?: UnitId | null;
}

/** The chain of a case as it was when the journal was sealed (*chuỗi của vụ việc lúc niêm phong*): a leaf of the tree under the head. Kept beside the head, the leaves tell which case was tampered with. */
export interface Leaf {
  /** The case (*mã hồ sơ*). */
  case_id: CaseId;
  /** The number of its entries. */
  entries: number;
  /** The hash of its chain. */
  head: Hash;
}

/** How many rows of the period are not in a value, and why. */
export interface LeftOut {
  /** How many rows. */
  count: number;
  /** Why. */
  reason: LeftOutReason;
}

/** Why a row of the period is not in a value (*lý do không tính*). */
export type LeftOutReason = "not_counted" | "unknown_whether_counted" | "unknown_worth";

/** A filled-in form (*biểu mẫu đã điền*). */
export interface Letter {
  /** The agency that issues it (*cơ quan ban hành*). */
  agency: Text | null;
  /** Identifiers of required fields whose content is unknown; the form is unfinished without them. */
  blank: string[];
  /** The date of the form in words (*ngày … tháng … năm …*). */
  day: Text;
  /** Its fields, in the order of printing. */
  fields: LetterField[];
  /** The kind of form, such as the receipt of a dossier. */
  kind: LetterKind;
  /** The text printed below the fields. */
  note: Text | null;
  /** Its number among the forms, such as `02` (*mẫu số*). */
  number: string | null;
  /** The paper size it is printed on. */
  paper: Paper;
  /** Rules that issuing the form would break: a second supplement request, a second new date, a deadline of the citizen that is still running. */
  remarks: Remark[];
  /** The signature blocks, from left to right. */
  signed_by: Text[];
  /** The legal basis of the form (*căn cứ*). */
  source: Source[];
  /** Its table, if it has one. */
  table: LetterTable | null;
  /** The title printed on it. */
  title: Text;
}

/** A field of a filled-in form. */
export interface LetterField {
  /** Identifier of the field. */
  id: string;
  /** The content, one text per line; empty if the field is left blank. */
  lines: Text[];
  /** The label printed before the field. */
  title: Text;
}

/** The kind of a form of the one-stop desk. */
export type LetterKind = "receipt" | "supplement" | "refusal" | "apology" | "stop" | "control" | "register";

/** Request for a form of the one-stop desk (*bộ phận một cửa*). Fields without a value stay blank. */
export interface LetterRequest {
  /** The applicant. */
  applicant?: Applicant;
  /** When it is issued. */
  at: StampGiven;
  /** The case. */
  case?: CaseGiven | null;
  /** The cases for the register of dossiers (*sổ theo dõi hồ sơ*). */
  cases?: CaseRow[];
  /** The code of the dossier; by default that of the case. */
  code?: string | null;
  /** The dossier, whose papers and gaps are listed. */
  dossier?: Dossier | null;
  /** The events of the case from the first on. The control slip needs them; without `case`, the case is computed from them. */
  events?: Event[];
  /** The kind of letter. */
  letter: LetterKind;
  /** The new due date in an apology; by default the last one of the case. */
  new_due?: StampGiven | null;
  /** The officer who writes it. */
  officer?: string | null;
  /** The procedure; by default that of the dossier or of the case. */
  procedure?: ProcedureId | null;
  /** The reason why the dossier is refused, late or stopped. */
  reason?: string | null;
  /** The unit that issues the form. */
  unit?: UnitId | null;
}

/** The table of a filled-in form. */
export interface LetterTable {
  /** Identifiers of the columns. */
  columns: string[];
  /** The rows, one cell per column; `None` is left blank. */
  rows: (Text | null)[][];
  /** The headings of the columns. */
  titles: Text[];
}

/** A limit: `3 ngày làm việc`, `20 giờ làm việc`, `30 ngày`, `1 tháng`, `3 working days`, `PT8H` (working hours), `P1D` (a day of the calendar) */
export type Limit = string | { smallest: Limit[] } | { largest: Limit[] } | { base: Limit; factors: Record<string, Limit> };

/** Which limit of a procedure is meant. */
export type LimitOf = "result" | "take_up";

/** One link of a chain of right (*chuỗi thẩm quyền*). */
export interface Link {
  /** Whether as acting head (*quyền*). */
  acting: boolean;
  /** Whether it is an appointment or a delegation. */
  kind: LinkKind;
  /** The appointed officer, or the receiver of the delegation. */
  officer: OfficerId;
  /** Number and symbol of the decision or the paper of the delegation. */
  paper: string | null;
  /** The position, for an appointment (*chức vụ*). */
  position: PositionId | null;
  /** The unit, for an appointment (*đơn vị*). */
  unit: UnitId | null;
  /** First day of the link; `None` if unknown. */
  valid_from: Date | null;
  /** Last day of the link, inclusive; `None` if open. */
  valid_to: Date | null;
}

/** The basis of one link of a chain of right. */
export type LinkKind = "appointment" | "delegation";

/** Points lost, with the evidence (*điểm trừ*). */
export interface Loss {
  /** The case, if the loss is about one. */
  case_id: CaseId | null;
  /** The component in which they were lost. */
  component: string;
  /** The events that are the evidence. */
  events: EventId[];
  /** The findings that are the evidence. */
  findings: FindingId[];
  /** The points lost; 0 if the worth of the item was already 0. */
  points: Points;
  /** The reason in words, in both languages. */
  reason: Text;
  /** The rule: the kind of finding that was deducted, `not_completed`, `failed`, or `given` for points that somebody gave. */
  rule: string;
  /** The step, if the loss is about one. */
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
  /** The lunar year, numbered by the Gregorian year in which it begins. */
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
  /** The lunar year, numbered by the Gregorian year in which it begins. */
  year: number;
}

/** Request for a map of a log (*bản đồ quy trình*). */
export interface MapRequest {
  /** The instant up to which the log is evaluated. */
  as_of: StampGiven;
  /** Case rows; may be left out. */
  cases?: CaseRow[];
  /** Events. */
  events?: Event[];
  /** The language of the text in it. */
  language?: Language;
  /** Flows that were taken less often are not drawn; by default those that were taken less than once for every twenty cases. */
  least?: number | null;
  /** The name of the mapping by which acts and actors are read. */
  mapping?: string | null;
  /** Which cases. */
  only?: CaseSelection;
}

/** Request whether an officer has a right on a day, or may look at a case. */
export interface MayRequest {
  /** The officer, by id, name or alias. */
  officer: OfficerId;
  /** The day. */
  on: DateGiven;
  /** The officer who is represented, if a substitute acts (*làm thay*). */
  on_behalf_of?: OfficerId | null;
  /** The role; without one, only employment and clearance are checked. */
  role?: RoleId | null;
  /** The level of secrecy of the matter (*độ mật*). */
  secrecy?: Secrecy;
  /** The unit in which the right is needed. */
  unit?: UnitId | null;
  /** The case that the officer wants to look at (*xem hồ sơ*), instead of a role, a unit and a secrecy: whoever has a part in it may, if cleared for it. */
  view?: CaseGiven | null;
}

/** Request to merge the results of shards of a log; no case may be in two shards. */
export interface MergeRequest {
  /** The facts of each shard, replayed with the profile of the whole. */
  facts?: FactGiven[][];
  /** The profile of each shard. */
  profiles?: ProfileGiven[];
}

/** The merged results of shards (*gộp*). */
export interface Merged {
  /** The facts of the whole log. */
  facts: Fact[];
  /** The profile of the whole log; `None` if no profile was given. */
  profile: Profile | null;
}

/** How many times of a column are local midnights; if nearly all are, the column holds dates. */
export interface Midnights {
  /** How many of these are 00:00:00. */
  midnights: number;
  /** Number of times in the column. */
  times: number;
}

/** How many times of a column are local midnights; if nearly all are, the column holds dates. */
export interface MidnightsGiven {
  /** How many of these are 00:00:00. */
  midnights?: number;
  /** Number of times in the column. */
  times?: number;
}

/** A stage in the handling of a document (Decree 30/2020 arts. 10–30). */
export type Milestone = "arrive" | "acknowledge" | "register" | "present" | "direct" | "hand_on" | "settle" | "draft" | "approve" | "sign" | "number" | "seal" | "send" | "close" | "archive";

/** The next number of a register, and the faults of its existing numbers. */
export interface NextNumber {
  /** The number: 1 in a new year, otherwise the last number plus 1. */
  number: number;
  /** Numbers that were given twice or skipped, and numbers dated before the preceding one. The pointer is the index of the line, or `/date` if the new number would be dated before the last one. */
  remarks: Remark[];
  /** The complete symbol, if the request has one. */
  symbol: string | null;
  /** The number as it is printed: with a leading zero below 10. */
  text: string;
}

export type NextSpec = string | { one_of: BranchSpec[] } | { all_of: BranchSpec[] } | { some_of: BranchSpec[] };

export type NextSpecGiven = string | { one_of: BranchSpecGiven[] } | { all_of: BranchSpecGiven[] } | { some_of: BranchSpecGiven[] };

/** Something that the log or the rulebook does not allow to say. */
export interface NotAssessed {
  /** How much a log must record for it. */
  needs: Grade;
  /** The kind of finding; `charge`, `finished` or `conformance` for what is found of all. */
  of: string;
  /** Why it could not be assessed, in words. */
  text: Text;
}

/** A component that could not be assessed; it counts neither as zero nor as full. */
export interface NotSupplied {
  /** The component that is missing. */
  component: string;
  /** The reason in words, in both languages. */
  text: Text;
  /** The points that it could have given. */
  weight: Rational;
}

/** Request for the next number of a register (*số văn bản*). */
export interface NumberRequest {
  /** The day of the number. */
  date: DateGiven;
  /** The existing lines of the register. */
  entries?: Entry[];
  /** A symbol with any number, such as `1/QĐ-UBND`, in which the next number is filled in. */
  like?: Symbol | null;
  /** The register. */
  register: RegisterId;
}

/** The occasion of a reminder. */
export type Occasion = "before" | "due" | "overdue";

export type OfficeId = string;

export type OfficerId = string;

export type OneOrMany_StepId = StepId | StepId[];

/** A step that may be done now. */
export interface OpenStep {
  /** When its own time budget is used up (*định mức thời gian của bước*). */
  budget_ends: Stamp | null;
  /** When it was opened. */
  since: Stamp;
  /** When work on it began; `None` if it has not. */
  started: Stamp | null;
  /** The step (*bước*). */
  step: StepId;
  /** The unit where it is done (*đơn vị*). */
  unit: UnitId | null;
}

/** A step that may be done now. */
export interface OpenStepGiven {
  /** When its own time budget is used up (*định mức thời gian của bước*). */
  budget_ends?: StampGiven | null;
  /** When it was opened. */
  since: StampGiven;
  /** When work on it began; `None` if it has not. */
  started?: StampGiven | null;
  /** The step (*bước*). */
  step: StepId;
  /** The unit where it is done (*đơn vị*). */
  unit?: UnitId | null;
}

/** The value that a commitment hides; stored separately from the journal. */
export interface Opening {
  /** The entry, counted from 0. */
  entry: number;
  /** The field of the event that was replaced. */
  field: Personal;
  /** The salt of 32 random bytes. */
  salt: Hash;
  /** The original value of the field, as canonical text. */
  value: string;
}

/** The agency that sends or receives a message (*cơ quan, tổ chức*). */
export interface Organ {
  /** Postal address (*địa chỉ*). */
  address: string | null;
  /** E-mail address (*thư điện tử*). */
  email: string | null;
  /** Fax number (*số fax*). */
  fax: string | null;
  /** Its code (*mã định danh*), such as `000.00.00.H26`. */
  id: string | null;
  /** The agency above it (*cơ quan chủ quản*). */
  in_charge: string | null;
  /** Name of the agency (*tên cơ quan*). */
  name: string | null;
  /** Whether it receives the document as main, cooperating or informed agency: the number that the product uses. */
  receiver_type: number | null;
  /** Telephone number (*số điện thoại*). */
  telephone: string | null;
  /** Web site (*trang thông tin điện tử*). */
  website: string | null;
}

/** The agency that sends or receives a message (*cơ quan, tổ chức*). */
export interface OrganGiven {
  /** Postal address (*địa chỉ*). */
  address?: string | null;
  /** E-mail address (*thư điện tử*). */
  email?: string | null;
  /** Fax number (*số fax*). */
  fax?: string | null;
  /** Its code (*mã định danh*), such as `000.00.00.H26`. */
  id?: string | null;
  /** The agency above it (*cơ quan chủ quản*). */
  in_charge?: string | null;
  /** Name of the agency (*tên cơ quan*). */
  name?: string | null;
  /** Whether it receives the document as main, cooperating or informed agency: the number that the product uses. */
  receiver_type?: number | null;
  /** Telephone number (*số điện thoại*). */
  telephone?: string | null;
  /** Web site (*trang thông tin điện tử*). */
  website?: string | null;
}

/** Where an instant of a case is known from. */
export type Origin = "header" | "act";

/** How something was finished. */
export type Outcome = "early" | "on_time" | "late" | "stopped" | "undetermined";

/** A rating set by decision or by law, whatever the points are. It is set before caps: it takes no place under a cap, and counts in the base of a cap by the band that was set. */
export interface OverrideInput {
  /** Identifier of the band (*mức xếp loại*). */
  band: string;
  /** Who decided it. */
  decided_by: string;
  /** The reason given. */
  note?: string | null;
  /** The officer (*cán bộ, công chức*). */
  officer: OfficerId;
  /** Its legal basis (*căn cứ*). */
  source?: SourceGiven | null;
}

/** The size of the paper that a form is printed on. */
export type Paper = "a4" | "a5" | "a4_wide";

/** The form in which a paper is handed in. */
export type PaperForm = "original" | "copy" | "electronic" | "shown";

/** The state of one paper. */
export interface PaperState {
  /** Whether the answer of a database has taken its place. */
  by_data: boolean;
  /** The paper. */
  id: ComponentId;
  /** Whether it has to be handed in now. Of a group of which one is enough, none once one is there. */
  needed: boolean;
  /** What is to be corrected in it. */
  remarks: Remark[];
  /** Whether it is in the dossier. */
  there: boolean;
}

/** A part of a replay that a caller may leave out. */
export type Part = "cases" | "items" | "facts" | "findings";

export type Period = string;

/** The answer: exactly one of the two fields is present. */
export interface Permission {
  /** What is missing, and which officers have the right. */
  denial: Denial | null;
  /** The chain of appointments and delegations that gives the right. */
  grant: Grant | null;
}

/** A field of an event that may contain personal data (*dữ liệu cá nhân*). */
export type Personal = "actor" | "on_behalf_of" | "assignee" | "data";

/** A picture. */
export interface Picture {
  /** The format. */
  format: PictureFormat;
  /** The picture, as text. */
  text: string;
}

/** The format of a picture. */
export type PictureFormat = "svg" | "dot" | "mermaid";

/** Where a fault is. A part that is unknown is `None`. */
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

/** Points: the exact amount, and the amount that is shown. */
export interface Points {
  /** The exact amount, as a fraction. */
  exact: Rational;
  /** In thousandths of a point, rounded so that the parts shown add up to the total shown. */
  thousandths: number;
}

/** Points given to an officer for a component that no log measures. */
export interface PointsInput {
  /** The component (*tiêu chí*). */
  component: string;
  /** Who decided on them. */
  decided_by?: string | null;
  /** The reason given. */
  note?: string | null;
  /** The officer (*cán bộ, công chức*). */
  officer: OfficerId;
  /** The points, from 0 to the weight of the component. */
  points: Rational;
}

export type PolicyId = string;

/** The policy that a card was computed by. */
export interface PolicyRef {
  /** Hash of its canonical content. */
  hash: Hash;
  /** Identifier of the policy (*quy chế*). */
  id: PolicyId;
}

export type PositionId = string;

/** A form as other programs read it. */
export interface ProcedureForm {
  /** The schema, JSON Schema 2020-12, as JSON text, since a schema may hold numbers with a fraction and an answer may not. */
  schema: string;
}

export type ProcedureId = string;

/** A map of a log (*bản đồ quy trình*). */
export interface ProcessMap {
  /** Flows that are shown; those that are rarer are shown where a step would otherwise hang in the air. */
  flows: number;
  /** Flows that are not shown. */
  hidden_flows: number;
  /** How often these were taken. */
  hidden_times: number;
  /** The least number of times that a flow is taken to be shown for itself. */
  least: number;
  /** The map, as SVG. */
  text: string;
}

/** What a log records at all (*log ghi được những gì*). A case is judged by what its log can record, so a replay of a shard gives the same answers as a replay of the whole log only with the profile of the whole.  Profiles merge in any order and grouping: the profile of a log is the merged profile of its shards. */
export interface Profile {
  /** When the first event happened. */
  begins: Stamp | null;
  /** The steps that some event shows as done, in order of name. */
  done: StepId[];
  /** Midnights among the dues promised first. */
  due_original: Midnights;
  /** Midnights among the dues in the register. */
  due_recorded: Midnights;
  /** Midnights among the times of events. */
  events: Midnights;
  /** How much its events record (*mức dữ liệu*). */
  grade: Grade;
  /** Whether some act says who has a case: it is assigned, claimed, forwarded or started. */
  has_assignments: boolean;
  /** Whether some event carries data. */
  has_data: boolean;
  /** Whether some case has a due, from the register or by rule. */
  has_dues: boolean;
  /** Whether some header or act says that a case ended. */
  has_ends: boolean;
  /** Whether some header names the officer who answers for it. */
  has_responsible: boolean;
  /** Whether some header says when the citizen got the result. */
  has_returned: boolean;
  /** Whether events can carry data at all. */
  tells_data: boolean;
}

/** What a log records at all (*log ghi được những gì*). A case is judged by what its log can record, so a replay of a shard gives the same answers as a replay of the whole log only with the profile of the whole.  Profiles merge in any order and grouping: the profile of a log is the merged profile of its shards. */
export interface ProfileGiven {
  /** When the first event happened. */
  begins?: StampGiven | null;
  /** The steps that some event shows as done, in order of name. */
  done?: StepId[];
  /** Midnights among the dues promised first. */
  due_original?: MidnightsGiven;
  /** Midnights among the dues in the register. */
  due_recorded?: MidnightsGiven;
  /** Midnights among the times of events. */
  events?: MidnightsGiven;
  /** How much its events record (*mức dữ liệu*). */
  grade: Grade;
  /** Whether some act says who has a case: it is assigned, claimed, forwarded or started. */
  has_assignments: boolean;
  /** Whether some event carries data. */
  has_data: boolean;
  /** Whether some case has a due, from the register or by rule. */
  has_dues: boolean;
  /** Whether some header or act says that a case ended. */
  has_ends: boolean;
  /** Whether some header names the officer who answers for it. */
  has_responsible: boolean;
  /** Whether some header says when the citizen got the result. */
  has_returned: boolean;
  /** Whether events can carry data at all. */
  tells_data: boolean;
}

/** Request for the profile of a log (what it records at all), so that its cases can be replayed in shards. */
export interface ProfileRequest {
  /** The instant up to which the log is evaluated. */
  as_of: StampGiven;
  /** Case rows; may be left out. */
  cases?: CaseRow[];
  /** Events; may be left out. */
  events?: Event[];
  /** The name of the mapping by which acts and actors are read. */
  mapping?: string | null;
}

/** How far the dossier is filled in. */
export interface Progress {
  /** Required fields and components that are there. */
  filled: number;
  /** All that are required. */
  required: number;
}

/** Where and when a document was issued (*địa danh và thời gian ban hành*). */
export interface Promulgation {
  /** The day of issue (*ngày ban hành*). */
  issued: Date | null;
  /** The place name (*địa danh*). */
  place: string | null;
}

/** Where and when a document was issued (*địa danh và thời gian ban hành*). */
export interface PromulgationGiven {
  /** The day of issue (*ngày ban hành*). */
  issued?: DateGiven | null;
  /** The place name (*địa danh*). */
  place?: string | null;
}

/** The proof that an entry is in a journal; checking it needs only the proof and the deposited head. */
export interface Proof {
  /** Hashes of the later entries in the chain of the case. */
  after: Hash[];
  /** Hash of the chain before the entry. */
  before: Hash;
  /** Identifier of the case (*mã hồ sơ*). */
  case_id: CaseId;
  /** Canonical text of the event; personal data are replaced by commitments. */
  event: string;
  /** The number of the case among all cases, from 0. */
  leaf: number;
  /** The hashes from the leaf of the case to the root. */
  path: Hash[];
  /** The number of the entry in the chain of its case, from 1. */
  position: number;
}

/** The proof that an entry is in a journal; checking it needs only the proof and the deposited head. */
export interface ProofGiven {
  /** Hashes of the later entries in the chain of the case. */
  after?: Hash[];
  /** Hash of the chain before the entry. */
  before: Hash;
  /** Identifier of the case (*mã hồ sơ*). */
  case_id: CaseId;
  /** Canonical text of the event; personal data are replaced by commitments. */
  event: string;
  /** The number of the case among all cases, from 0. */
  leaf: number;
  /** The hashes from the leaf of the case to the root. */
  path?: Hash[];
  /** The number of the entry in the chain of its case, from 1. */
  position: number;
}

/** A rulebook proposed from a log (*đề xuất bộ quy tắc*). It says what was done, not what should be: who answers for the work has to check it. */
export interface Proposal {
  /** The rulebook, as YAML with remarks. */
  text: string;
  /** The workflows in it, in the order of their procedures. */
  workflows: ProposedWorkflow[];
}

/** How a proposed workflow fits the log that it is from. */
export interface ProposedWorkflow {
  /** Number of its cases with steps; where the log records ends, of those that have ended. */
  cases: number;
  /** How well the cases fit (*độ khớp*), from 0 to 1, exactly. */
  fitness: Rational;
  /** The noise threshold that was used, in per cent. */
  noise: number;
  /** Number of its cases that may still go on, and were not looked at. */
  open: number;
  /** The procedure in the log; `None` if its cases name none. */
  procedure: ProcedureId | null;
  /** Number of cases that could not be read within the number of states allowed; they are not in the fitness. */
  undecided: number;
  /** How many different orders of steps these have. */
  variants: number;
  /** The workflow (*quy trình*). */
  workflow: WorkflowId;
}

/** Request for the proof that an entry is in a journal, or that the journal continues an earlier one. */
export interface ProveRequest {
  /** The index of the entry to prove, from 0. */
  entry?: number | null;
  /** The events of the journal, in the order in which they were entered; if none was hidden. */
  events?: Event[];
  /** The lines of the journal, in place of the events. */
  journal?: string | null;
  /** The leaves of the earlier head that the journal is to be proved to continue. */
  since?: Leaf[];
}

/** A proof, and the head of the journal against which it is verified. */
export interface Proven {
  /** That the journal continues the earlier one. */
  consistency: Consistency | null;
  /** The head to deposit. */
  head: Head;
  /** That the entry is in the journal. */
  proof: Proof | null;
}

/** Request for the slice of a procedure that a browser needs. */
export interface PublishRequest {
  /** The procedure. */
  procedure: ProcedureId;
  /** The first day that the slice has to cover; without one, it covers all days. */
  valid_from?: DateGiven | null;
}

/** The slice of one procedure (*phần công bố*), which may be public: form, rules, limits, fees, calendars and texts, without staff and routing. */
export interface Published {
  /** The slice in compiled form, which `Slice.load` and `Validator.load` take. It begins with a header: format number, semantics, version of the library, `hash`, and the SHA-256 of what follows. Releases with the same format number read each other's slices. */
  compiled: string;
  /** SHA-256 of `compiled`. A page that got it from a place it trusts, not from where it got the slice, loads no other slice than this one. */
  digest: Hash;
  /** SHA-256 of `rulebook`, which is also the hash of the office that loads it: a browser and a server with equal hashes give the same verdicts. */
  hash: Hash;
  /** The procedure. */
  procedure: ProcedureId;
  /** The slice as a rulebook in canonical JSON, which can be loaded alone. */
  rulebook: string;
  /** The first day that the slice covers; without one, it covers all days. */
  valid_from: Date | null;
}

/** The rank of a position in its unit; signing prefixes follow from it (Decree 30/2020 art. 13). */
export type Rank = "head" | "deputy" | "member";

/** A rating (*xếp loại*). */
export interface Rating {
  /** Identifier of the band (*mức xếp loại*). */
  band: string;
  /** Who decided it, if it was set by decision. */
  decided_by: string | null;
  /** Whether something is still missing, so that the rating is by the share of what could be assessed. */
  provisional: boolean;
  /** The name shown to people. */
  title: Text;
}

/** A rate with its 95 % confidence interval. */
export interface Ratio {
  /** Upper bound in parts per million, rounded up. */
  high_ppm: number;
  /** Number of successes, from 0 to `n`. */
  k: number;
  /** Lower bound in parts per million, rounded down. */
  low_ppm: number;
  /** Number of cases or items observed. */
  n: number;
  /** What is counted, such as `on_time`. */
  of: string;
}

/** A fraction: 70/3, 25%, 0.25; answered as {num, den} in lowest terms */
export type Rational = Json;

/** Request to read the workflows of a BPMN 2.0 file. */
export interface ReadBpmnRequest {
  /** The file. */
  xml: string;
}

/** Request to read an edXML text. */
export interface ReadEdxmlRequest {
  /** The text. */
  xml: string;
}

/** A form as it is written in a rulebook. */
export interface ReadForm {
  /** The value of `form`, as JSON text, since a schema may hold numbers with a fraction and an answer may not. */
  form: string;
}

/** Request to convert a plain JSON Schema into the form of a procedure. */
export interface ReadFormRequest {
  /** The schema, JSON Schema 2020-12. */
  schema: unknown;
}

/** Why a rule could not be decided. */
export type Reason = "overflow" | "fuel" | "wrong_type" | "bad_date" | "division" | "no_today" | "no_calendar";

/** Who is reminded. */
export type Recipient = "holder" | "supervisor";

/** Why an event is not allowed (*từ chối*). The case stays as it was. */
export interface Refusal {
  /** Code of the reason. */
  code: Code;
  /** The officers who have the right. */
  held_by: OfficerId[];
  /** What the user can do about it. */
  help: Text | null;
  /** Why the officer does not have the right. */
  lack: Lack | null;
  /** The missing right, if that is the reason. */
  missing: Right | null;
  /** The day since which the first of them has it. */
  since: Date | null;
  /** The reason in words (*lý do*). */
  text: Text;
}

/** An event that was refused. */
export interface Refused {
  /** Its identifier, if it has one. */
  event_id: EventId | null;
  /** Its index among the events, from 0. */
  index: number;
  /** Why the event is not allowed. */
  refusal: Refusal;
}

export type RegisterId = string;

/** The result of checking a list of documents. */
export interface Registry {
  /** Documents registered more than once, as indices into the list; the first of each group is to be kept. */
  duplicates: number[][];
  /** Faults of numbers and relations; each pointer leads into the list. */
  remarks: Remark[];
  /** The state of each document, in the order of the list. */
  states: DocumentState[];
}

/** A relation of a document to another one. */
export interface Relation {
  /** The date of the other document. */
  issued?: DateGiven | null;
  /** The kind of relation (*loại quan hệ*). */
  kind: RelationKind;
  /** The agency of the other document; if absent, the document's own agency, except for answers. */
  organ?: string | null;
  /** Number and symbol of the other document. */
  symbol: string;
}

/** The relation of a document to another (*quan hệ văn bản*). */
export type RelationKind = "replaces" | "amends" | "corrects" | "recalls" | "answers";

/** Something to correct, or to look at (*nhận xét*). */
export interface Remark {
  /** What kind: a keyword of the form's schema, `blank` for a required text of blanks, `rule`, or `component_…`. */
  code: string;
  /** JSON pointer into the dossier's form; for components, into the dossier. */
  pointer: string;
  /** The entry that is missing or too many, where that is what is wrong. */
  property: string | null;
  /** What would correct it. */
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

/** An item of which people are reminded. */
export interface RemindedItem {
  /** The case. */
  case_id: CaseId;
  /** How its due date is computed: a request as for `due`. */
  due: DueRequest;
  /** The officer who holds it. */
  holder?: OfficerId | null;
  /** The officer who supervises it. */
  supervisor?: OfficerId | null;
}

/** One reminder (*lời nhắc*). */
export interface Reminder {
  /** When to send it. */
  at: Stamp;
  /** Identifier of the case (*mã hồ sơ*). */
  case_id: CaseId;
  /** When the item is due (*hạn*). */
  due: Stamp;
  /** Its number among those for that occasion, from 1. */
  number: number;
  /** The occasion of the reminder. */
  occasion: Occasion;
  /** The recipient, if known. */
  officer: OfficerId | null;
  /** The message in both languages. */
  text: Text;
  /** The role in which the recipient is reminded. */
  to: Recipient;
}

/** When to remind whom (*kế hoạch nhắc việc*). */
export interface ReminderPlan {
  /** Whether to remind at the due itself. */
  at_due?: boolean;
  /** The largest number of reminders after the due. */
  at_most?: number;
  /** How long before the due, in working time: `1 ngày làm việc`, `4 giờ`. A reminder that would lie before the case was accepted is sent at its acceptance. */
  before?: Budget[];
  /** The interval of reminders after the due, in working days; if absent, there are none. */
  every_days?: number | null;
  /** Who is reminded after the due. */
  overdue_to?: Recipient[];
  /** Who is reminded before and at the due. */
  to?: Recipient[];
  /** Whether a reminder outside working hours waits for the next shift. */
  within_hours?: boolean;
}

export type Reminders = Reminder[];

/** Request for the reminders of a period. */
export interface RemindersRequest {
  /** Cases; the officer in charge of an open step is its holder. Finished and stopped cases need no reminder. */
  cases?: CaseGiven[];
  /** Items, each with the request for its due date. */
  items?: RemindedItem[];
  /** The plan: when to remind whom. */
  plan: ReminderPlan;
  /** The start of the period, inclusive. */
  since: StampGiven;
  /** The end of the period, exclusive. */
  until: StampGiven;
}

/** A document that is replaced, and at which agencies. */
export interface Replacement {
  /** Its identifier on the national document axis. */
  document_id: string | null;
  /** Codes of the agencies concerned. */
  organs: string[];
}

/** A document that is replaced, and at which agencies. */
export interface ReplacementGiven {
  /** Its identifier on the national document axis. */
  document_id?: string | null;
  /** Codes of the agencies concerned. */
  organs?: string[];
}

/** What a log shows, as of an instant (*kết quả phát lại*): states, counts, rates, facts and findings. */
export interface Replay {
  /** The instant up to which the log was read (*thời điểm chốt*). */
  as_of: Stamp;
  /** Every case that had begun, in the order of the log. */
  cases: ReplayedCase[];
  /** Simple counts, each with its definition. */
  counts: Count[];
  /** What was counted (*dữ kiện*), ordered by kind, period, unit, officer and step. */
  facts: Fact[];
  /** What was not clear (*phát hiện*), in the order of the cases; findings about officers and the log as a whole come last. */
  findings: Finding[];
  /** How much the log records (*mức dữ liệu*). */
  grade: Grade;
  /** Which officer had which step of which case: the smallest units that a policy counts. */
  items: Item[];
  /** Parts that were not asked for; they are empty for this reason alone. */
  left_out: Part[];
  /** What could not be assessed, and why. */
  not_assessed: NotAssessed[];
  /** Version of the rules of replay; grows whenever an outcome changes. */
  semantics: number;
  /** On-time rates (*tỷ lệ đúng hạn*), each by its own definition. */
  shares: Share[];
}

/** Request to replay the cases of a log. */
export interface ReplayRequest {
  /** The instant up to which the log is evaluated. */
  as_of: StampGiven;
  /** Case rows; may be left out. */
  cases?: CaseRow[];
  /** Events; may be left out. */
  events?: Event[];
  /** The name of the mapping by which acts and actors are read. */
  mapping?: string | null;
  /** The parts of the answer besides counts and shares; by default all. Other parts are not computed. */
  parts?: Part[] | null;
  /** The profile of the whole log, if these rows are a shard of it; by default the profile of these rows. */
  profile?: ProfileGiven | null;
}

/** One case at the instant of the replay (*tình trạng vụ việc*). */
export interface ReplayedCase {
  /** When it was accepted as complete (*thụ lý*). */
  accepted: Stamp | null;
  /** Whether `accepted` is from the header or from an act. */
  accepted_by: Origin | null;
  /** The earliest instant at which the log mentions it. */
  begun: Stamp | null;
  /** Identifier of the case (*mã hồ sơ*). */
  case_id: CaseId;
  /** The colour on boards: grey if suspended or stopped, red if late; `None` without a due. */
  colour: Colour | null;
  /** The due recomputed from the rules (*hạn tính lại*). */
  due: Stamp | null;
  /** The due that the register showed first (*hạn hẹn ban đầu*). */
  due_original: Stamp | null;
  /** The due that the register shows (*hạn trên sổ*). */
  due_recorded: Stamp | null;
  /** Number of its events. */
  events: number;
  /** When it was finished (*kết thúc*). */
  finished: Stamp | null;
  /** Whether `finished` is from the header or from an act. */
  finished_by: Origin | null;
  /** How much its events record (*mức dữ liệu*). */
  grade: Grade;
  /** Who held which step, in order of time. */
  holds: HoldSpan[];
  /** Working seconds after that due; 0 if not late. */
  late_working_seconds: Seconds;
  /** The procedure (*thủ tục*), or the kind of document. */
  procedure: ProcedureId | null;
  /** The officer who answers for the case by its header (*người chịu trách nhiệm*). */
  responsible: OfficerId | null;
  /** Whether it is on time by the due that counts: the recomputed one, otherwise the recorded one. While the decision on acceptance (*thụ lý*) is pending, its due counts. */
  standing: Standing;
  /** The state of the case (*trạng thái*). */
  state: State;
  /** When it was stopped without a result (*dừng giải quyết*). */
  stopped: Stamp | null;
  /** Whether acceptance was decided in time; `None` if no law limits that, or if the log does not say when the case came in. */
  take_up: TakenUp | null;
  /** The unit that handles the case (*đơn vị giải quyết*). */
  unit: UnitId | null;
}

/** The document that a message answers, or that a status is about. */
export interface ResponseFor {
  /** Its number and symbol (*số và ký hiệu*). */
  code: string | null;
  /** Its identifier on the national document axis (*trục liên thông văn bản*). */
  document_id: string | null;
  /** The day of issue (*ngày ban hành*). */
  issued: Date | null;
  /** Code of the agency that issued it. */
  organ: string | null;
}

/** The document that a message answers, or that a status is about. */
export interface ResponseForGiven {
  /** Its number and symbol (*số và ký hiệu*). */
  code?: string | null;
  /** Its identifier on the national document axis (*trục liên thông văn bản*). */
  document_id?: string | null;
  /** The day of issue (*ngày ban hành*). */
  issued?: DateGiven | null;
  /** Code of the agency that issued it. */
  organ?: string | null;
}

/** Request for the rules in plain sentences. */
export interface RestateRequest {
  /** The instant of acceptance for which sample due dates are computed. */
  accepted_at?: StampGiven | null;
  /** Only sentences on this procedure. */
  procedure?: ProcedureId | null;
}

/** A rulebook in plain sentences. */
export interface Restated {
  /** The number of examples in the rulebook. */
  examples: number;
  /** The failed examples. */
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

/** What happens to a file after its work has ended. */
export interface Retention {
  /** Whether it is kept permanently (*vĩnh viễn*). */
  for_ever: boolean;
  /** When it must be handed over to the current archive (*nộp lưu*). */
  hand_over: Due;
  /** The last day on which it is kept; `None` if it is kept permanently. */
  keep_until: Date | null;
  /** Its legal basis (*căn cứ*). */
  source: Source[];
  /** The subject of the file, from the rulebook. */
  title: Text;
}

/** Request for how long a file is kept, and when it goes to the archive. */
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

/** A right that an act requires (*thẩm quyền*). */
export interface Right {
  /** The role (*vai trò*); if absent, being employed and cleared is enough. */
  role: RoleId | null;
  /** How secret the case or document is (*độ mật*). */
  secrecy: Secrecy;
  /** The unit at which it is needed; `None` for any unit of the office. */
  unit: UnitId | null;
}

export type RoleId = string;

/** Where a step goes depending on the content of the case: one act instead of a chain of hand-overs (*phân luồng tự động*). */
export interface RouteSpec {
  /** The officer who gets it, if allowed to do it on that day; otherwise it waits in the unit's queue. */
  officer: OfficerId | null;
  /** The unit that gets the step. */
  unit: UnitId | null;
  /** The condition, over the case's data `d`; if absent, it always applies. */
  when: Value | null;
}

/** Where a step goes depending on the content of the case: one act instead of a chain of hand-overs (*phân luồng tự động*). */
export interface RouteSpecGiven {
  /** The officer who gets it, if allowed to do it on that day; otherwise it waits in the unit's queue. */
  officer?: OfficerId | null;
  /** The unit that gets the step. */
  unit?: UnitId | null;
  /** The condition, over the case's data `d`; if absent, it always applies. */
  when?: unknown;
}

export type RuleId = string;

/** The standing of a rule. */
export type RuleStanding = "holds" | "fails" | "pending" | "undetermined";

/** How a rule came to its answer (*diễn giải*). */
export interface RuleTrace {
  /** Whether a check on that day and at that stage includes the rule. */
  applies: boolean;
  /** The requirement, as expression text. */
  expression: string;
  /** The nodes, each one above its operands. */
  lines: TraceLine[];
  /** The places where it fails, as JSON pointers into the form. */
  pointers: string[];
  /** Why it cannot be determined. */
  reason: Reason | null;
  /** The rule. */
  rule: RuleId;
  /** Its standing. */
  standing: RuleStanding;
}

/** Request for the scorecards of a period. */
export interface ScoreRequest {
  /** The instant up to which the log is evaluated. */
  as_of: StampGiven;
  /** Case rows; may be left out. */
  cases?: CaseRow[];
  /** Events; may be left out. */
  events?: Event[];
  /** Inputs that no log contains: points given, failures confirmed, excuses, groups. */
  inputs?: Inputs;
  /** The name of the mapping by which acts and actors are read. */
  mapping?: string | null;
  /** The period: `2026-10` or `2026-Q4`. */
  period: Period;
  /** The name of the policy; by default the only one in force on the first day of the period. */
  policy?: PolicyId | null;
}

/** The scores of a period: a head, and a card for each officer. */
export interface Scores {
  /** The instant up to which the log was read. */
  as_of: Stamp;
  /** The cards, ordered by officer. */
  cards: Card[];
  /** What the log or the rulebook does not allow to assess, and why. */
  not_assessed: NotAssessed[];
  /** The period scored. */
  period: Period;
  /** The policy that was applied. */
  policy: PolicyRef;
  /** Version of the rules of scoring; grows whenever an outcome changes. */
  semantics: number;
  /** Inputs that had no effect, and why. */
  unused: UnusedInput[];
}

/** Request to enter events into a journal and to seal it. */
export interface SealRequest {
  /** The events to enter, in order. */
  events?: Event[];
  /** The fields that are replaced by commitments, since they may hold personal data. */
  hide?: Personal[];
  /** The lines of the journal so far; absent for a new one. */
  journal?: string | null;
  /** A random salt of 32 bytes for each field that is replaced, in the order of the events; in an event in the order of [`Personal`]. Salts that are left over are not used. */
  salts?: Hash[];
}

/** What was entered into a journal, and its seal. */
export interface Sealed {
  /** The head to deposit where nobody who writes the journal can change it. */
  head: Head;
  /** The leaves under the head; to be kept beside it. */
  leaves: Leaf[];
  /** The lines to append to the journal. */
  lines: string;
  /** What opens the commitments; to be stored apart from the journal, and erased when the law requires it. */
  openings: Opening[];
}

/** Whole seconds */
export type Seconds = number;

/** How secret a document or case is (*độ mật*; Law 29/2018/QH14), the least secret first. */
export type Secrecy = "ordinary" | "confidential" | "secret" | "top_secret";

/** An event that is part of the case. */
export interface SeenEvent {
  /** Hash of its content, which distinguishes a repetition from a conflict. */
  digest: string;
  /** Identifier of the event. */
  event_id: EventId;
}

/** How much a remark weighs. */
export type Severity = "error" | "warning" | "note";

/** An on-time rate (*tỷ lệ đúng hạn*). `denominator = numerator + late + undetermined`. A case without an end never counts as on time; it counts under `not_finished`. */
export interface Share {
  /** Number of cases that the rate is computed over. */
  denominator: number;
  /** Name of the definition. */
  id: ShareId;
  /** Number of cases late (*quá hạn*). */
  late: number;
  /** Not counted: finished or open cases without such a due. */
  no_due: number;
  /** Not counted: cases that are not finished. */
  not_finished: number;
  /** Number of cases on time (*đúng hạn*). */
  numerator: number;
  /** How many cases of `not_finished` are past their due. */
  open_overdue: number;
  /** Not counted: stopped cases. */
  stopped: number;
  /** The definition in words. */
  text: Text;
  /** Finished on the day of the due, while the due or the end is a date without a time. */
  undetermined: number;
}

/** Shares in time, each by its own definition. */
export type ShareId = "on_time_recorded" | "on_time_recomputed" | "on_time_original" | "on_time_with_overdue" | "taken_up_in_time";

/** Of what shares are taken. */
export type SharesOf = "cases" | "items";

/** Request for the shares in time of a log by group (*tỷ lệ đúng hạn theo nhóm*). */
export interface SharesRequest {
  /** The instant up to which the log is evaluated. */
  as_of: StampGiven;
  /** By what the shares are told apart, in this order; without any, one share for all. */
  by?: GroupKey[];
  /** Case rows; may be left out. */
  cases?: CaseRow[];
  /** Events; may be left out. */
  events?: Event[];
  /** The name of the mapping by which acts and actors are read. */
  mapping?: string | null;
  /** Of whole cases, or of steps and the officers who had them. */
  of?: SharesOf;
  /** Which cases. */
  only?: CaseSelection;
  /** The profile of the whole log, if these rows are a shard of it; by default the profile of these rows. */
  profile?: ProfileGiven | null;
}

export type Shift = string;

/** The signature on a paper. */
export type Signed = "none" | "hand" | "electronic";

/** The properties of a signer on which the prefixes depend. */
export interface Signer {
  /** Whether the signer is appointed acting head on that day. */
  acting?: boolean;
  /** Whether a written authorisation covers the day. */
  authorised?: boolean;
  /** Whether the work rules let the head of that unit sign this kind of document by order. */
  by_order?: boolean;
  /** Whether the agency decides as a collective (*Ủy ban nhân dân, Hội đồng nhân dân*). */
  collective?: boolean;
  /** Whether the signer is deputy to the head of such a unit, and so signs for that head (`TL.`, then `KT.`). */
  deputy_below?: boolean;
  /** Whether the signer heads a unit directly below the head of the agency. */
  heads_unit_below?: boolean;
  /** Whether the signer is head, deputy or member of the agency that issues. */
  standing?: Rank;
}

/** What it means if nobody acts until the step's budget is used up. */
export type Silence = "agree" | "refuse";

/** Request to simulate the same work in several workflows. */
export interface SimulateRequest {
  /** The incoming work. */
  arrivals?: Arrival[];
  /** The day whose versions are meant; without one, the latest versions. */
  on?: DateGiven | null;
  /** The workflows; each is compared with the first. */
  workflows?: WorkflowId[];
  /** The actual duration of steps, in working seconds; steps without an entry take their budget. */
  working_seconds?: Record<string, Seconds>;
}

/** The run of each workflow, and the differences from the first. */
export interface Simulated {
  /** For each run except the first, its difference from the first. */
  differences: Difference[];
  /** The runs, in the order of the request. */
  runs: Simulation[];
}

/** The result of a simulation (*kết quả mô phỏng*). */
export interface Simulation {
  /** The totals of each step. */
  by_step: StepLoad[];
  /** Number of cases that were completed. */
  cases: number;
  /** How often work passed from one role and unit to another (*số lần chuyển tay*). */
  hand_overs: number;
  /** Number of steps whose unit or officer was chosen by a rule on the content. */
  routed: number;
  /** Number of steps done. */
  steps: number;
  /** Cases that could not be completed with their data. */
  stuck: CaseId[];
  /** Working seconds from arrival to end, summed over all cases; parallel branches count once. */
  through_working_seconds: Seconds;
  /** The reason why the first of them could not be completed. */
  why: string | null;
  /** The workflow that was simulated. */
  workflow: WorkflowId;
  /** Working seconds of all steps, in total. */
  working_seconds: Seconds;
}

/** Whether a workflow is sound, and how that was decided. */
export interface Soundness {
  /** The faults, the nearest first. */
  flaws: Flaw[];
  /** Number of states examined; 0 if the reductions decided. */
  states: number;
  /** Inclusive splits and joins that form no block. */
  unmatched: StepId[];
  /** The verdict. */
  verdict: Judgement;
}

/** Request to check whether a workflow is sound: one of the office, or a draft. */
export interface SoundnessRequest {
  /** A draft of a workflow, as it is written in a rulebook. */
  drawing?: WorkflowSpecGiven | null;
  /** The day whose version is meant, of the workflow or of those that the draft calls; without one, the latest version. */
  on?: DateGiven | null;
  /** A workflow of the office. */
  workflow?: WorkflowId | null;
}

/** The legal basis of a rule (*căn cứ*). */
export interface Source {
  /** Article, clause and point (*điều, khoản, điểm*), such as `47` or `38.3`. */
  article: string | null;
  /** How sure the authors are. */
  confidence: Confidence;
  /** A remark, such as what was assumed or what is unclear. */
  note: string | null;
  /** Number and symbol of the legal document (*số và ký hiệu*), such as `59/2020/QH14`. */
  text: string;
}

/** The legal basis of a rule (*căn cứ*). */
export interface SourceGiven {
  /** Article, clause and point (*điều, khoản, điểm*), such as `47` or `38.3`. */
  article?: string | null;
  /** How sure the authors are. */
  confidence?: Confidence;
  /** A remark, such as what was assumed or what is unclear. */
  note?: string | null;
  /** Number and symbol of the legal document (*số và ký hiệu*), such as `59/2020/QH14`. */
  text: string;
}

/** A period during which the clock was suspended. */
export interface Span {
  /** When it ended; `None` if it has not. */
  end: Stamp | null;
  /** The reasons; several if suspensions overlapped. */
  reasons: string[];
  /** When the suspension began. */
  start: Stamp;
}

/** A period during which the clock was suspended. */
export interface SpanGiven {
  /** When it ended; `None` if it has not. */
  end?: StampGiven | null;
  /** The reasons; several if suspensions overlapped. */
  reasons?: string[];
  /** When the suspension began. */
  start: StampGiven;
}

/** Who handled it, at the sending or the receiving agency. */
export interface StaffInfo {
  /** Name of the unit (*đơn vị*). */
  department: string | null;
  /** E-mail address (*thư điện tử*). */
  email: string | null;
  /** Telephone number (*số điện thoại*). */
  mobile: string | null;
  /** Name of the person (*người thực hiện*). */
  staff: string | null;
}

/** Who handled it, at the sending or the receiving agency. */
export interface StaffInfoGiven {
  /** Name of the unit (*đơn vị*). */
  department?: string | null;
  /** E-mail address (*thư điện tử*). */
  email?: string | null;
  /** Telephone number (*số điện thoại*). */
  mobile?: string | null;
  /** Name of the person (*người thực hiện*). */
  staff?: string | null;
}

/** A step that nobody could do on some days (*bước thiếu người*). */
export interface StaffingGap {
  /** Last day of the gap, inclusive. */
  end: Date;
  /** What is missing on these days. */
  kind: StaffingGapKind;
  /** The only officer who can do both steps; only for `same_person`. */
  officer: OfficerId | null;
  /** The step that must be done by somebody else; only for `same_person`. */
  other: StepId | null;
  /** The role that the step needs (*vai trò*). */
  role: RoleId;
  /** First day of the gap. */
  start: Date;
  /** The step that nobody can do (*bước*). */
  step: StepId;
  /** The gap in words, in both languages. */
  text: Text;
  /** The unit, if the step names one; if absent, no unit has somebody. */
  unit: UnitId | null;
  /** The workflow concerned (*quy trình*). */
  workflow: WorkflowId;
}

/** What is missing on the days of a gap. */
export type StaffingGapKind = "nobody" | "same_person";

/** When a rule is looked at; a later stage looks at the rules of the earlier ones too. */
export type Stage = "filing" | "desk" | "appraisal";

/** RFC 3339 in the zone of the office */
export type Stamp = string;

/** RFC 3339 in the zone of the office */
export type StampGiven = string;

/** Whether a case or an item is on time. */
export type Standing = "on_time" | "late" | "running" | "undetermined" | "not_assessed" | "void";

/** The state of a case in a replay. */
export type State = "open" | "suspended" | "finished" | "returned" | "stopped";

/** One rule as a sentence. */
export interface Statement {
  /** The entry of the rulebook, such as `procedures/2.001199`. */
  entry: string;
  /** Its subject. */
  kind: StatementKind;
  /** The legal basis (*căn cứ*). */
  source: Source[];
  /** The sentence. */
  text: Text;
}

/** The subject of a sentence of a restated rulebook. */
export type StatementKind = "calendar" | "unit" | "procedure" | "limit" | "sample" | "component" | "rule" | "fee" | "workflow" | "step" | "policy" | "record" | "indicator";

/** A time during which a case was with an agency. */
export interface Stay {
  /** When its last step there ended. */
  end: Stamp;
  /** When its first step there opened. */
  start: Stamp;
}

/** A time during which a case was with an agency. */
export interface StayGiven {
  /** When its last step there ended. */
  end: StampGiven;
  /** When its first step there opened. */
  start: StampGiven;
}

/** How entering the step changes the clock of the case. */
export type StepClock = "run" | "suspend" | "restart";

export type StepId = string;

/** The totals of one step over all arrivals. */
export interface StepLoad {
  /** The step (*bước*). */
  step: StepId;
  /** How often it was done. */
  visits: number;
  /** Working seconds spent on it, in total. */
  working_seconds: Seconds;
}

/** A step (*bước*): `steps.<id>`. */
export interface StepSpec {
  /** Working time that it may take (*định mức thời gian của bước*). */
  budget: Budget | null;
  /** How it changes the clock of the case. */
  clock: StepClock;
  /** Roles that cooperate (*phối hợp*). */
  cooperating: RoleId[];
  /** The role that ends a step which waits for somebody outside; if absent, any role of the workflow. Whom the step waits for may always end it. */
  ended_by: RoleId | null;
  /** Roles that are informed (*nhận để biết*). */
  informed: RoleId[];
  /** How many incoming flows it waits for. */
  join: Join;
  /** The step or steps that follow. */
  next: NextSpec;
  /** Steps whose doers must not do this one (*bốn mắt*). A calling step means all steps that it brought; a single one is named as `thu-ly#tham-dinh`. */
  not_by: OneOrMany_StepId;
  /** Instructions for those who do it (*hướng dẫn*). */
  note: string | null;
  /** What it means if nobody acts until its budget is used up. */
  on_silence: Silence | null;
  /** The outcomes that it may have; if empty, none is required. */
  outcomes: string[];
  /** The product that it must produce (*sản phẩm*). */
  product: string | null;
  /** The role that does it and answers for it (*chủ trì*). */
  role: RoleId | null;
  /** To whom it goes by content; the first route that applies. */
  route: RouteSpec[];
  /** Its legal basis (*căn cứ*). */
  source: Source | null;
  /** Whether it requests a supplement, which may be done only once. By default, a step does that waits for the citizen while the clock is not running. */
  supplement: boolean | null;
  /** The name shown to people (*tên bước*); if absent, its identifier. */
  title: Text | null;
  /** The unit where it is done; if absent, the unit that has the case. */
  unit: UnitId | null;
  /** Whom it waits for; nobody of the office is charged with that time. */
  waits_for: WaitsFor | null;
  /** The workflow that this step calls (*quy trình con*): its steps replace this one and are named after it, as in `thu-ly#tham-dinh`. A calling step has only a title and what follows; all else belongs to the steps of the called workflow. */
  workflow: WorkflowId | null;
}

/** A step (*bước*): `steps.<id>`. */
export interface StepSpecGiven {
  /** Working time that it may take (*định mức thời gian của bước*). */
  budget?: Budget | null;
  /** How it changes the clock of the case. */
  clock?: StepClock;
  /** Roles that cooperate (*phối hợp*). */
  cooperating?: RoleId[];
  /** The role that ends a step which waits for somebody outside; if absent, any role of the workflow. Whom the step waits for may always end it. */
  ended_by?: RoleId | null;
  /** Roles that are informed (*nhận để biết*). */
  informed?: RoleId[];
  /** How many incoming flows it waits for. */
  join?: Join;
  /** The step or steps that follow. */
  next: NextSpecGiven;
  /** Steps whose doers must not do this one (*bốn mắt*). A calling step means all steps that it brought; a single one is named as `thu-ly#tham-dinh`. */
  not_by?: OneOrMany_StepId;
  /** Instructions for those who do it (*hướng dẫn*). */
  note?: string | null;
  /** What it means if nobody acts until its budget is used up. */
  on_silence?: Silence | null;
  /** The outcomes that it may have; if empty, none is required. */
  outcomes?: string[];
  /** The product that it must produce (*sản phẩm*). */
  product?: string | null;
  /** The role that does it and answers for it (*chủ trì*). */
  role?: RoleId | null;
  /** To whom it goes by content; the first route that applies. */
  route?: RouteSpecGiven[];
  /** Its legal basis (*căn cứ*). */
  source?: SourceGiven | null;
  /** Whether it requests a supplement, which may be done only once. By default, a step does that waits for the citizen while the clock is not running. */
  supplement?: boolean | null;
  /** The name shown to people (*tên bước*); if absent, its identifier. */
  title?: Text | null;
  /** The unit where it is done; if absent, the unit that has the case. */
  unit?: UnitId | null;
  /** Whom it waits for; nobody of the office is charged with that time. */
  waits_for?: WaitsFor | null;
  /** The workflow that this step calls (*quy trình con*): its steps replace this one and are named after it, as in `thu-ly#tham-dinh`. A calling step has only a title and what follows; all else belongs to the steps of the called workflow. */
  workflow?: WorkflowId | null;
}

/** The subject of a finding. */
export interface Subject {
  /** Identifier of the case, officer or unit. */
  id: string;
  /** Whether it is a case, an officer, a unit or the log. */
  kind: SubjectKind;
}

/** The kind of subject of a finding. */
export type SubjectKind = "case" | "officer" | "unit" | "log";

/** A component as it was handed in. */
export interface Submitted {
  /** The number of copies. */
  count?: number;
  /** The form in which it was handed in. */
  form?: PaperForm;
  /** The id of the component. */
  id: ComponentId;
  /** The date of issue (*ngày cấp*). */
  issued?: DateGiven | null;
  /** Its signature. */
  signed?: Signed;
}

/** Request for a suggestion to whom an open step should be assigned. */
export interface SuggestRequest {
  /** The case. */
  case: CaseGiven;
  /** The cases whose open work counts as workload. */
  cases?: CaseGiven[];
  /** The instant for which time spent, due times and colours are computed. */
  now: StampGiven;
  /** The step. */
  step: StepId;
}

/** An officer to whom a step could be given. */
export interface Suggestion {
  /** Whether the officer is absent on that day. */
  absent: boolean;
  /** How many of these belong to a yellow case (*sắp đến hạn*). */
  near_due: number;
  /** The officer (*cán bộ, công chức*). */
  officer: OfficerId;
  /** Number of steps that the officer leads now. */
  open: number;
  /** How many of these belong to a red case (*quá hạn*). */
  overdue: number;
  /** Whether the officer would act on another's behalf, by delegation. */
  substitute: boolean;
  /** The reasons in words, in both languages. */
  text: Text;
}

export type Suggestions = Suggestion[];

export type Symbol = string;

/** A table (*bảng*): columns of one length. */
export interface Table {
  /** The columns, in order. */
  columns: Column[];
  /** The number of rows. */
  rows: number;
}

/** The tables of a replay. */
export type TableName = "cases" | "items" | "holds" | "findings" | "charges" | "facts" | "variants" | "flows" | "steps" | "spectrum";

/** Request for a table of a log. */
export interface TableRequest {
  /** The instant up to which the log is evaluated. */
  as_of: StampGiven;
  /** Case rows; may be left out. */
  cases?: CaseRow[];
  /** Events; may be left out. */
  events?: Event[];
  /** The name of the mapping by which acts and actors are read. */
  mapping?: string | null;
  /** Which cases. */
  only?: CaseSelection;
  /** The profile of the whole log, if these rows are a shard of it; by default the profile of these rows. */
  profile?: ProfileGiven | null;
  /** Which table. */
  table: TableName;
}

/** Whether acceptance or refusal was decided in time (*thời hạn thụ lý*). */
export interface TakenUp {
  /** When it was decided: by acceptance, or by ending the case without it; `None` if not yet. */
  answered: Stamp | null;
  /** Until when it had to be decided. */
  due: Stamp;
  /** Working seconds after `due`; 0 if not late. */
  late_working_seconds: Seconds;
  /** When the case came in; the limit counts from here. */
  received: Stamp;
  /** Whether the decision was on time. */
  standing: Standing;
}

/** A place at which a journal was tampered with (*chỗ sổ bị sửa đổi*). */
export interface Tampering {
  /** The case whose chain it is, where one can be named. */
  case_id: CaseId | null;
  /** How. */
  kind: TamperingKind;
  /** The line, from 1, where there is one. */
  line: number | null;
  /** In words. */
  text: Text;
}

/** How a journal was tampered with (*kiểu sửa đổi sổ*). */
export type TamperingKind = "unreadable_line" | "entry_altered" | "entry_misplaced" | "chain_cut" | "chain_rewritten" | "journal_cut" | "journal_rewritten" | "leaves_differ";

/** Whether a target was reached. */
export type TargetOutcome = "reached" | "not_reached" | "undetermined" | "too_few" | "not_assessed";

/** A target and whether it was reached (*mục tiêu*). */
export interface TargetResult {
  /** The lowest value that reaches it. */
  at_least: Rational | null;
  /** The highest value that reaches it. */
  at_most: Rational | null;
  /** Whether it was reached. */
  outcome: TargetOutcome;
  /** Its basis (*căn cứ*). */
  source: Source | null;
}

/** A text in both languages.  A rulebook may give only Vietnamese; English then repeats it, so that the text is never empty. */
export interface Text {
  /** English. */
  en: string;
  /** Vietnamese, with full diacritics. */
  vi: string;
}

/** A token: the step at which it waits (or `end`), and for joins the step from which it came. */
export interface Token {
  /** The step from which it came; only for joins. */
  came_from: StepId | null;
  /** The step at which it waits, or `end`. */
  step: StepId;
}

/** A token: the step at which it waits (or `end`), and for joins the step from which it came. */
export interface TokenGiven {
  /** The step from which it came; only for joins. */
  came_from?: StepId | null;
  /** The step at which it waits, or `end`. */
  step: StepId;
}

/** An open case that is affected by changes. */
export interface TouchedCase {
  /** The case. */
  case_id: CaseId;
  /** Its last day under the new rules; `None` for a case that begins again. */
  last_day_after: Date | null;
  /** Its last day under the old rules. */
  last_day_before: Date | null;
}

/** An agency through which the message passed. */
export interface Trace {
  /** When the message passed it. */
  at: Stamp | null;
  /** Code of the agency (*mã định danh*). */
  organ: string | null;
}

/** An agency through which the message passed. */
export interface TraceGiven {
  /** When the message passed it. */
  at?: StampGiven | null;
  /** Code of the agency (*mã định danh*). */
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

/** Request to explain how a rule comes to its answer about a dossier. */
export interface TraceRequest {
  /** The instant of the check, as in [`CheckRequest`]. */
  at: StampGiven;
  /** The dossier. */
  dossier: Dossier;
  /** The rule. */
  rule: RuleId;
  /** The stage for which the dossier is checked. */
  stage?: Stage;
  /** The unit whose calendar applies if rules count working days. */
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

/** An input that had no effect on any card. */
export interface UnusedInput {
  /** JSON pointer to it in the request, such as `/inputs/excused/0`. */
  pointer: string;
  /** Why it had none, in both languages. */
  text: Text;
}

/** How urgent a document is (*độ khẩn*), the least urgent first. */
export type Urgency = "ordinary" | "urgent" | "very_urgent" | "express";

export type Value = Json;

export type Values = (string | number | boolean | null)[];

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
  /** What each of them waits for, in the same order. */
  waiting: Waiting[];
}

/** The result of verifying. */
export interface Verified {
  /** The head to which the lines of the journal lead. */
  head: Head | null;
  /** Whether it holds. */
  holds: boolean;
  /** What could not be detected, in words. */
  limits: Text[];
  /** Where a journal was tampered with. */
  tamperings: Tampering[];
  /** Why a proof does not hold. */
  text: Text | null;
}

/** Request to verify exactly one of a proof, a consistency or a whole journal. */
export interface VerifyRequest {
  /** The proof that the head continues the earlier one. */
  consistency?: ConsistencyGiven | null;
  /** The earlier head. */
  earlier?: Head | null;
  /** The head that was deposited; a journal may be verified without one. */
  head?: Head | null;
  /** The lines of the whole journal. */
  journal?: string | null;
  /** The leaves that were kept when the head was deposited, so that each case is compared. */
  leaves?: Leaf[];
  /** What opens commitments of the proof's event. */
  openings?: Opening[];
  /** The proof that an entry is in the journal. */
  proof?: ProofGiven | null;
}

/** A rule, or a component with a condition, that waits for data (*chờ dữ liệu*). */
export interface Waiting {
  /** JSON pointers to the fields of the form that have to be filled in or corrected before it can be decided. */
  fields: string[];
  /** The rule or component. */
  rule: RuleId;
  /** What it waits for, in words. */
  text: Text;
}

/** Whom a step waits for; no officer is charged with that time. */
export type WaitsFor = "citizen" | "agency" | "system";

export type When = string;

export type WhenGiven = string;

/** Whose agenda is asked for: that of an officer, of a unit, or, if neither is named, of everybody. */
export interface Who {
  /** Only steps that this officer leads, cooperates on, or could claim. */
  officer?: OfficerId | null;
  /** Only steps at this unit and at the units under it. */
  unit?: UnitId | null;
}

/** One line of an agenda (*việc cần xử lý*). */
export interface WorkItem {
  /** When the time budget of the step (*định mức thời gian của bước*) is used up. */
  budget_ends: Stamp | null;
  /** Identifier of the case (*mã hồ sơ*). */
  case_id: CaseId;
  /** The colour at `now` (*xám, xanh lá, vàng, đỏ*). */
  colour: Colour;
  /** When the case is due (*hạn*); `None` if it has no limit or is not yet accepted. */
  due: Stamp | null;
  /** What falls due at `due`: the result, or, before acceptance, the decision whether the case is accepted (*thụ lý*). */
  due_for: LimitOf;
  /** Working seconds since the lead got the step or, without a lead, since the step was opened. */
  held_working_seconds: Seconds;
  /** When a colour changes next without any event; `None` if it does not. */
  next_change: Stamp | null;
  /** The officer who leads the step (*người chủ trì*); `None` while it waits in the queue of the unit. */
  officer: OfficerId | null;
  /** The colour of that share at `now`. */
  share_colour: Colour | null;
  /** When the share of the limit that the unit has is used up (*phần thời hạn của cơ quan*); `None` if it has none. */
  share_due: Stamp | null;
  /** The open step (*bước*). */
  step: StepId;
  /** The unit where the step is done (*đơn vị*). */
  unit: UnitId | null;
  /** From this instant the case is yellow (*sắp đến hạn*). */
  yellow_from: Stamp | null;
}

export type WorkflowId = string;

/** A workflow (*quy trình nội bộ*): `workflows.<id>`. */
export interface WorkflowSpec {
  /** Permission to use it although its soundness is undecided. */
  assume_sound: AssumeSound | null;
  /** The days on which it is in force. */
  in_force: InForce;
  /** Its legal basis (*căn cứ*). */
  source: Source | null;
  /** The first step; if absent, the one that is written first. */
  start: StepId | null;
  /** The steps (*các bước*), in order. */
  steps: Record<string, StepSpec>;
  /** The name shown to people (*tên quy trình*). */
  title: Text | null;
}

/** A workflow (*quy trình nội bộ*): `workflows.<id>`. */
export interface WorkflowSpecGiven {
  /** Permission to use it although its soundness is undecided. */
  assume_sound?: AssumeSound | null;
  /** The days on which it is in force. */
  in_force?: InForceGiven;
  /** Its legal basis (*căn cứ*). */
  source?: SourceGiven | null;
  /** The first step; if absent, the one that is written first. */
  start?: StepId | null;
  /** The steps (*các bước*), in order. */
  steps?: Record<string, StepSpecGiven>;
  /** The name shown to people (*tên quy trình*). */
  title?: Text | null;
}

/** Request for a workflow as a BPMN 2.0 file. */
export interface WriteBpmnRequest {
  /** The day whose version is meant; without one, the latest version. */
  on?: DateGiven | null;
  /** The workflow. */
  workflow: WorkflowId;
}

/** Request to write an edXML text of a message or a status; exactly one of the two is given. */
export interface WriteEdxmlRequest {
  /** The message. */
  message?: EdocMessageGiven | null;
  /** The level of secrecy of the document (*độ mật*): a classified one is not sent over the document exchange. */
  secrecy?: Secrecy;
  /** The status, instead of a message. */
  status?: EdocStatusGiven | null;
}

export type Zone = string;

/** One change of offset. */
export interface ZoneChange {
  /** The instant of the change. */
  at: Stamp;
  /** The offset from this instant on. */
  offset: Zone;
}

/** One change of offset. */
export interface ZoneChangeGiven {
  /** The instant of the change. */
  at: StampGiven;
  /** The offset from this instant on. */
  offset: Zone;
}

/** Request for the table of a time zone. */
export interface ZoneRequest {
  /** An offset, a name of the IANA database, or a table. */
  zone: ZoneSpec;
}

export type ZoneSpec = Zone | string | ZoneTableGiven;

/** The changes of a zone's offset. */
export interface ZoneTable {
  /** The changes, in order of time. */
  changes: ZoneChange[];
  /** The offset before the first change. */
  first: Zone;
}

/** The changes of a zone's offset. */
export interface ZoneTableGiven {
  /** The changes, in order of time. */
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
  discover: { request: DiscoverRequest; answer: Proposal };
  documents: { request: DocumentsRequest; answer: Registry };
  draw: { request: DrawRequest; answer: Picture };
  due: { request: DueRequest; answer: DueAnswer };
  elapsed: { request: ElapsedRequest; answer: Elapsed };
  exchange: { request: ExchangeRequest; answer: Exchanged };
  fold: { request: FoldRequest; answer: Folded };
  form: { request: FormRequest; answer: FormDescription };
  form_schema: { request: FormRequest; answer: ProcedureForm };
  handling: { request: HandlingRequest; answer: Handlings };
  indicators: { request: IndicatorsRequest; answer: Indicators };
  latest_start: { request: LatestStartRequest; answer: LatestStart };
  letter: { request: LetterRequest; answer: Letter };
  map: { request: MapRequest; answer: ProcessMap };
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
  seal: { request: SealRequest; answer: Sealed };
  shares: { request: SharesRequest; answer: Table };
  simulate: { request: SimulateRequest; answer: Simulated };
  soundness: { request: SoundnessRequest; answer: Judged };
  suggest: { request: SuggestRequest; answer: Suggestions };
  table: { request: TableRequest; answer: Table };
  trace: { request: TraceRequest; answer: RuleTrace };
  verify: { request: VerifyRequest; answer: Verified };
  write_bpmn: { request: WriteBpmnRequest; answer: BpmnFile };
  write_edxml: { request: WriteEdxmlRequest; answer: EdxmlFile };
  zone: { request: ZoneRequest; answer: ZoneTable };
}

/** One method for each operation. */
export interface Verbs {
  /** Request for the open work of an officer, or of all. */
  agenda(input: AgendaRequest): Agenda;
  /** Request to apply an event to a case. */
  apply(input: ApplyRequest): Applied;
  /** Request for due dates and reminders as an iCalendar file (RFC 5545). */
  calendarFile(input: CalendarFileRequest): CalendarFile;
  /** Request to check a dossier or a document; exactly one of the two is given. */
  check(input: CheckRequest): Verdict;
  /** Request for what kind of day a date is. */
  day(input?: DayRequest): DayAnswer;
  /** Request to describe an office (*mô tả bộ quy tắc*). */
  describe(input?: DescribeRequest): Description;
  /** Request for the changes in a newer rulebook. */
  diff(input?: DiffRequest): Diff;
  /** Request to propose a rulebook from a log (*khám phá quy trình*). */
  discover(input?: DiscoverRequest): Proposal;
  /** Request to relate the documents of a list to each other. */
  documents(input?: DocumentsRequest): Registry;
  /** Request for a picture of a workflow. */
  draw(input: DrawRequest): Picture;
  /** Request for a due date: of a procedure, or of a limit given here. */
  due(input?: DueRequest): DueAnswer;
  /** Request for the working time between two instants. */
  elapsed(input: ElapsedRequest): Elapsed;
  /** Request whether a document sent to one receiver may change to a status. */
  exchange(input?: ExchangeRequest): Exchanged;
  /** Request to apply several events to a case, one after the other. */
  fold(input?: FoldRequest): Folded;
  /** Request for the form of a procedure. */
  form(input: FormRequest): FormDescription;
  /** Request for the form of a procedure. */
  formSchema(input: FormRequest): ProcedureForm;
  /** Request for the time limits of a document. */
  handling(input: HandlingRequest): Handlings;
  /** Request for the values of indicators of a period (*tính chỉ tiêu*). */
  indicators(input: IndicatorsRequest): Indicators;
  /** Request for the latest start from which a limit still ends in time. */
  latestStart(input: LatestStartRequest): LatestStart;
  /** Request for a form of the one-stop desk (*bộ phận một cửa*). Fields without a value stay blank. */
  letter(input: LetterRequest): Letter;
  /** Request for a map of a log (*bản đồ quy trình*). */
  map(input: MapRequest): ProcessMap;
  /** Request whether an officer has a right on a day, or may look at a case. */
  may(input: MayRequest): Permission;
  /** Request to merge the results of shards of a log; no case may be in two shards. */
  merge(input?: MergeRequest): Merged;
  /** Request for the next number of a register (*số văn bản*). */
  number(input: NumberRequest): NextNumber;
  /** Request for the profile of a log (what it records at all), so that its cases can be replayed in shards. */
  profile(input: ProfileRequest): Profile;
  /** Request for the proof that an entry is in a journal, or that the journal continues an earlier one. */
  prove(input?: ProveRequest): Proven;
  /** Request for the slice of a procedure that a browser needs. */
  publish(input: PublishRequest): Published;
  /** Request to read the workflows of a BPMN 2.0 file. */
  readBpmn(input: ReadBpmnRequest): BpmnImport;
  /** Request to read an edXML text. */
  readEdxml(input: ReadEdxmlRequest): EdocReading;
  /** Request to convert a plain JSON Schema into the form of a procedure. */
  readForm(input: ReadFormRequest): ReadForm;
  /** Request for the reminders of a period. */
  reminders(input: RemindersRequest): Reminders;
  /** Request to replay the cases of a log. */
  replay(input: ReplayRequest): Replay;
  /** Request for the rules in plain sentences. */
  restate(input?: RestateRequest): Restated;
  /** Request for how long a file is kept, and when it goes to the archive. */
  retention(input: RetentionRequest): Retention;
  /** Request for the scorecards of a period. */
  score(input: ScoreRequest): Scores;
  /** Request to enter events into a journal and to seal it. */
  seal(input?: SealRequest): Sealed;
  /** Request for the shares in time of a log by group (*tỷ lệ đúng hạn theo nhóm*). */
  shares(input: SharesRequest): Table;
  /** Request to simulate the same work in several workflows. */
  simulate(input?: SimulateRequest): Simulated;
  /** Request to check whether a workflow is sound: one of the office, or a draft. */
  soundness(input?: SoundnessRequest): Judged;
  /** Request for a suggestion to whom an open step should be assigned. */
  suggest(input: SuggestRequest): Suggestions;
  /** Request for a table of a log. */
  table(input: TableRequest): Table;
  /** Request to explain how a rule comes to its answer about a dossier. */
  trace(input: TraceRequest): RuleTrace;
  /** Request to verify exactly one of a proof, a consistency or a whole journal. */
  verify(input?: VerifyRequest): Verified;
  /** Request for a workflow as a BPMN 2.0 file. */
  writeBpmn(input: WriteBpmnRequest): BpmnFile;
  /** Request to write an edXML text of a message or a status; exactly one of the two is given. */
  writeEdxml(input?: WriteEdxmlRequest): EdxmlFile;
  /** Request for the table of a time zone. */
  zone(input: ZoneRequest): ZoneTable;
}
