//! The arguments of the command line.

use crate::help;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use namro::Language;
use namro::journal::Personal;
use std::ffi::OsString;
use std::path::PathBuf;

/// namro (năm rõ): quy tắc của cơ quan điện tử dưới dạng dữ liệu · rules of the electronic office as data
#[derive(Debug, Parser)]
#[command(name = "namro", version, propagate_version = true)]
pub(crate) struct Arguments {
    /// Ngôn ngữ của bảng, của thông báo lỗi và của trợ giúp · language of the board, of error messages and of help
    #[arg(long, global = true, value_enum, default_value_t = Lang::Both)]
    pub(crate) lang: Lang,
    /// Trả lời và báo lỗi dạng JSON trên đầu ra chuẩn · print answer and faults as JSON on the standard output
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Arguments {
    /// Reads the arguments; the first is the name of the program.
    pub(crate) fn read(arguments: &[OsString]) -> Result<Self, clap::Error> {
        let mut command = help::in_language(Self::command(), help::language(arguments));
        let matches = command.try_get_matches_from_mut(arguments)?;
        Self::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
    }
}

/// A language, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// Tiếng Việt
    Vi,
    /// English
    En,
    /// Cả hai · both
    Both,
}

impl Lang {
    /// The languages to print, in order.
    pub(crate) const fn languages(self) -> &'static [Language] {
        match self {
            Self::Vi => &[Language::Vi],
            Self::En => &[Language::En],
            Self::Both => &Language::ALL,
        }
    }

    /// The language to use if only one can be shown.
    pub(crate) const fn first(self) -> Language {
        match self {
            Self::Vi | Self::Both => Language::Vi,
            Self::En => Language::En,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Xem tệp: định dạng, bảng bắt đầu từ đâu, cột nào là gì, có gì bẩn; đề xuất bản ánh xạ · what files are, what is dirty in them, and a proposed mapping
    Inspect(Inspect),
    /// Đọc tệp thành nhật ký; báo đã giữ, lặp, gạt riêng những dòng nào · read files into a log, and say what became of each row
    Read(Read),
    /// Phát lại nhật ký thành bảng, báo cáo, phiếu điểm · replay logs: board, report, scorecards
    #[command(alias = "demo")]
    Report(Report),
    /// Bảng của nhật ký: vụ việc, việc từng bước, lượt giữ, phát hiện, quy trách nhiệm, dữ kiện, biến thể, luồng… · a table of a log: cases, items, holds, findings, charges, facts, variants, flows…
    Table(Table),
    /// Tỷ lệ đúng hạn theo đơn vị, cán bộ, thủ tục… kèm phần không tính · shares in time by unit, officer, procedure…, with what is not counted
    Shares(Shares),
    /// Bản đồ quy trình vẽ từ nhật ký: bước nào sau bước nào, bao nhiêu lượt, bao lâu · a map drawn from a log: which step follows which, how often, how fast
    Map(Map),
    /// Đề xuất bộ quy tắc từ nhật ký: các bước, vai trò, định mức · propose a rulebook from a log: steps, roles, budgets
    Discover(Discover),
    /// Kiểm tra bộ quy tắc, báo mọi lỗi một lượt · check a rulebook and report every fault at once
    Lint(Lint),
    /// Hạn của một thủ tục hoặc thời hạn, kèm lý do · when a procedure or a limit is due, and why
    Due(Due),
    /// Kiểm tra hồ sơ: đủ chưa, thiếu gì · check whether a dossier is complete, and what is missing
    Check(Input),
    /// Thông điệp liên thông: đọc edXML thành JSON, hoặc viết JSON thành edXML · convert a message from edXML to JSON or back
    Edxml {
        /// Tệp edXML hoặc JSON; nếu không nêu, đọc từ đầu vào chuẩn · edXML or JSON file; standard input if absent
        input: Option<PathBuf>,
    },
    /// Giấy tờ của bộ phận một cửa từ hồ sơ và vụ việc: giấy hẹn, phiếu bổ sung… · a form of the one-stop desk: receipt, supplement request…
    Letter(Letter),
    /// Phát lại nhật ký dạng JSON · replay a log given as JSON
    Replay(Input),
    /// Chấm điểm một kỳ · score the officers for a period
    Score(Input),
    /// Bộ quy tắc mới thay đổi gì, áp dụng cho ai, từ khi nào · what a newer rulebook changes, for whom and from when
    Diff(Diff),
    /// Trích phần quy tắc của một thủ tục cho trình duyệt · extract the rules that a browser needs for a procedure
    Publish(Publish),
    /// Ghi sự kiện vào sổ niêm phong; viết sổ, đầu sổ, danh sách chuỗi · enter events into a sealed journal; writes journal, head and leaves
    Seal(Seal),
    /// Bằng chứng một mục có trong sổ, hoặc sổ nối tiếp một đầu sổ trước · prove that an entry is in a journal, or that it continues an earlier head
    Prove(Prove),
    /// Kiểm tra sổ niêm phong hoặc bằng chứng theo đầu sổ đã gửi giữ · verify a journal or a proof against the deposited head
    Verify(Verify),
    /// Gọi một thao tác với dữ liệu JSON · run one operation on JSON
    Call {
        /// Tên thao tác: check, due, apply, agenda, replay, score, prove… · name of the operation
        operation: String,
        #[command(flatten)]
        rules: Rules,
        /// Tệp JSON; nếu không nêu, đọc từ đầu vào chuẩn · JSON file; standard input if absent
        input: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Lint {
    /// Các tệp quy tắc, tệp gốc đứng trước · rulebook files, the root first
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Diễn giải các quy tắc thành câu văn · restate the rules in plain sentences
    #[arg(long)]
    pub(crate) words: bool,
    /// Theo dõi tệp, mỗi lần lưu thì kiểm tra và diễn giải lại · check and restate again at each change of a file
    #[arg(long, conflicts_with = "json")]
    pub(crate) watch: bool,
    /// Coi quy tắc chưa ghi căn cứ, từ khóa không có tác dụng là lỗi · treat rules without source and keywords without effect as errors
    #[arg(long)]
    pub(crate) strict: bool,
    /// Thời điểm thụ lý để tính hạn mẫu (RFC 3339); nếu không nêu, lấy hiện tại · acceptance for the sample dues; now if absent
    #[arg(long, value_name = "TIME")]
    pub(crate) accepted: Option<String>,
    /// Bảng nhân sự: báo bước thiếu người trong kỳ · staff table: report steps that lack people within the period
    #[arg(long, value_name = "FILE", requires = "from", requires = "to")]
    pub(crate) staff: Option<PathBuf>,
    /// Ngày đầu kỳ · first day of the period
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    /// Ngày cuối kỳ · last day of the period
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// Bản cũ: tệp, hoặc mã của bộ quy tắc có sẵn · the older rulebook: a file, or the id of a shipped one
    pub(crate) older: PathBuf,
    /// Bản mới: tệp, hoặc mã của bộ quy tắc có sẵn · the newer rulebook: a file, or the id of a shipped one
    pub(crate) newer: PathBuf,
    /// Các tệp mà cả hai bản cùng include · files that both include
    #[arg(long, value_name = "FILE")]
    pub(crate) include: Vec<PathBuf>,
    /// Các vụ việc dạng JSON; vụ đang mở bị ảnh hưởng sẽ được nêu · cases as JSON; open ones that are affected are listed
    #[arg(long, value_name = "FILE")]
    pub(crate) cases: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Publish {
    /// Mã thủ tục · code of the procedure
    pub(crate) procedure: String,
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Chỉ các phiên bản còn hiệu lực từ ngày này · only versions in force on or after this day
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    /// Bản biên dịch, để Slice và Validator nạp; dòng in riêng là SHA-256 của bản này · compiled form, for Slice and Validator; the line printed beside it is its SHA-256
    #[arg(long)]
    pub(crate) compiled: bool,
}

/// A request as JSON, and the rules to apply.
#[derive(Debug, Args)]
pub(crate) struct Input {
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Tệp JSON; nếu không nêu, đọc từ đầu vào chuẩn · JSON file; standard input if absent
    pub(crate) input: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Letter {
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Yêu cầu dạng JSON: {letter, at, dossier, case, events…}; nếu không nêu, đọc từ đầu vào chuẩn · request as JSON; standard input if absent
    pub(crate) input: Option<PathBuf>,
    /// Trang HTML để in, thay cho JSON · print an HTML page instead of JSON
    #[arg(long, conflicts_with = "json")]
    pub(crate) html: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Due {
    /// Mã thủ tục, hoặc thời hạn như "2 ngày làm việc" · code of a procedure, or a limit such as "2 working days"
    pub(crate) what: String,
    /// Thời điểm thụ lý (RFC 3339) · when it was accepted (RFC 3339)
    pub(crate) accepted: String,
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Đơn vị giải quyết · unit that handles the case
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// Tính màu cảnh báo tại thời điểm này (RFC 3339) · give the colour at this instant (RFC 3339)
    #[arg(long, value_name = "TIME")]
    pub(crate) now: Option<String>,
}

/// The rules to apply.
#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// Tệp quy tắc (tệp gốc đứng trước) hoặc mã của bộ quy tắc có sẵn; nếu không nêu, dùng mọi quy tắc chung có sẵn · rulebook files (the root first), or the id of a shipped one; all shipped common rules if absent
    #[arg(long = "rulebook", value_name = "FILE|ID")]
    pub(crate) rulebooks: Vec<PathBuf>,
    /// Bảng nhân sự: JSON, YAML, Excel hoặc CSV · staff table: JSON, YAML, a workbook or CSV
    #[arg(long, value_name = "FILE")]
    pub(crate) staff: Option<PathBuf>,
}

/// The files of a log, and how they are read.
#[derive(Debug, Args)]
pub(crate) struct Files {
    /// Tệp Excel, CSV, HTML, XES, JSON lines hoặc zip; nhiều tệp được đọc chung · workbooks, CSV, HTML, XES, JSON lines or zip; several are read together
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Múi giờ của thời điểm không kèm độ lệch, thay cho bản ánh xạ · zone of times without an offset, instead of that of the mapping
    #[arg(long, value_name = "ZONE")]
    pub(crate) zone: Option<String>,
    /// Ngày hay tháng đứng trước, thay cho bản ánh xạ · whether the day or the month comes first, instead of what the mapping says
    #[arg(long, value_name = "ORDER", value_enum)]
    pub(crate) dates: Option<Dates>,
    /// Bảng mã, thay cho bản ánh xạ: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni · encoding, instead of that of the mapping
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
}

/// The order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Dates {
    /// 31/12/2026
    DayFirst,
    /// 12/31/2026
    MonthFirst,
}

#[derive(Debug, Args)]
pub(crate) struct Inspect {
    #[command(flatten)]
    pub(crate) files: Files,
    /// Ghi bản ánh xạ được đề xuất vào tệp này · write the proposed mapping to this file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Files of a log, and the rules by which they are read.
#[derive(Debug, Args)]
pub(crate) struct LogFiles {
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Bản ánh xạ: tệp, tên trong bộ quy tắc, hoặc dvcqg; nếu không nêu, tự đề xuất · mapping: a file, a name in the rulebook, or dvcqg; proposed if absent
    #[arg(short, long, value_name = "MAPPING")]
    pub(crate) mapping: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Read {
    #[command(flatten)]
    pub(crate) log: LogFiles,
    /// Ghi nhật ký vào tệp .jsonl hoặc .csv này · write the log to this .jsonl or .csv file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Ghi các dòng không giữ, kèm lý do, vào tệp .csv này · write the rows that were not kept, with reasons, to this .csv file
    #[arg(long, value_name = "FILE")]
    pub(crate) set_aside: Option<PathBuf>,
}

/// A log, and as of when it is looked at.
#[derive(Debug, Args)]
pub(crate) struct LogSource {
    #[command(flatten)]
    pub(crate) log: LogFiles,
    /// Tính đến hết ngày này, hoặc đến thời điểm này (RFC 3339); nếu không nêu, lấy sự kiện cuối · replay up to the end of this day, or up to this instant; the last event if absent
    #[arg(long, value_name = "DAY|TIME")]
    pub(crate) as_of: Option<String>,
    /// Chỉ hồ sơ tính cho tháng, quý hoặc năm này · only cases that count for this month, quarter or year
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Option<String>,
    /// Chỉ hồ sơ của đơn vị này · only cases of this unit
    #[arg(long, value_name = "UNIT")]
    pub(crate) unit: Option<String>,
    /// Chỉ hồ sơ của thủ tục này · only cases of this procedure
    #[arg(long, value_name = "PROCEDURE")]
    pub(crate) procedure: Option<String>,
    /// Chỉ hồ sơ nộp qua kênh này · only cases filed by this channel
    #[arg(long, value_name = "CHANNEL")]
    pub(crate) channel: Option<String>,
    /// Ghi vào tệp này (bảng: .csv hoặc .xlsx; bản đồ: .svg); nếu không nêu, in ra đầu ra chuẩn · write to this file (a table: .csv or .xlsx, a map: .svg); on the standard output if absent
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Table {
    /// Tên bảng: cases, items, holds, findings, charges, facts, variants, flows, steps, spectrum · name of the table
    #[arg(long, value_name = "TABLE", default_value = "cases")]
    pub(crate) table: String,
    #[command(flatten)]
    pub(crate) source: LogSource,
}

#[derive(Debug, Args)]
pub(crate) struct Shares {
    /// Phân theo: unit, officer, procedure, channel, step, period; cách nhau bằng dấu phẩy · by what they are told apart, separated by commas
    #[arg(long, value_name = "KEYS", value_delimiter = ',')]
    pub(crate) by: Vec<String>,
    /// Tính trên: cases (hồ sơ) hoặc items (việc từng bước) · of whole cases, or of steps and who had them
    #[arg(long, value_name = "OF", default_value = "cases")]
    pub(crate) of: String,
    #[command(flatten)]
    pub(crate) source: LogSource,
}

#[derive(Debug, Args)]
pub(crate) struct Map {
    #[command(flatten)]
    pub(crate) source: LogSource,
    /// Không vẽ luồng có số lượt ít hơn; nếu không nêu, lấy một phần hai mươi số vụ việc · flows taken less often are not drawn; a twentieth of the cases if absent
    #[arg(long, value_name = "TIMES")]
    pub(crate) least: Option<i64>,
}

#[derive(Debug, Args)]
pub(crate) struct Discover {
    #[command(flatten)]
    pub(crate) log: LogFiles,
    /// Ngưỡng nhiễu, phần trăm; nếu không nêu, lấy 20, 10, 5 hoặc 0, số lớn nhất mà nhật ký còn khớp 95 % · noise threshold in per cent; if absent the largest of 20, 10, 5 and 0 with which the log fits by 95 %
    #[arg(long, value_name = "PERCENT")]
    pub(crate) noise: Option<i64>,
    /// Ghi bộ quy tắc vào tệp này; nếu không nêu, in ra đầu ra chuẩn · write the rulebook to this file; on the standard output if absent
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) log: LogFiles,
    /// Kỳ chấm điểm: 2026-10, 2026-Q4, 2026; nếu không nêu, lấy kỳ nhiều việc nhất · period to score; the busiest one if absent
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Option<String>,
    /// Quy chế chấm điểm, khi bộ quy tắc có nhiều · policy to score by, if the rulebook has several
    #[arg(long, value_name = "POLICY")]
    pub(crate) policy: Option<String>,
    /// Tính đến hết ngày này, hoặc đến thời điểm này (RFC 3339); nếu không nêu, lấy sự kiện cuối · replay up to the end of this day, or up to this instant; the last event if absent
    #[arg(long, value_name = "DAY|TIME")]
    pub(crate) as_of: Option<String>,
    /// Viết sổ niêm phong (journal.jsonl, head.json) · write the sealed journal
    #[arg(long)]
    pub(crate) journal: bool,
    /// Thư mục kết quả · output directory
    #[arg(long, value_name = "DIR", default_value = "target/demo")]
    pub(crate) out: PathBuf,
}

/// Trường của sự kiện · a field of an event
fn personal(text: &str) -> Result<Personal, String> {
    Personal::ALL.iter().find(|(name, _)| *name == text).map(|(_, field)| *field).ok_or_else(|| {
        let names: Vec<&str> = Personal::ALL.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    })
}

#[derive(Debug, Args)]
pub(crate) struct Seal {
    /// Sự kiện: mảng JSON hoặc JSON từng dòng; nếu không nêu, đọc từ đầu vào chuẩn · events, a JSON array or JSON lines; standard input if absent
    pub(crate) events: Option<PathBuf>,
    /// Thư mục của sổ; sổ đã có thì ghi tiếp · directory of the journal, which is continued if it exists
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Thay bằng cam kết: actor, on_behalf_of, assignee, data; cách nhau bằng dấu phẩy · fields replaced by commitments, separated by commas
    #[arg(long, value_name = "FIELDS", value_delimiter = ',', value_parser = personal)]
    pub(crate) hide: Vec<Personal>,
}

#[derive(Debug, Args)]
pub(crate) struct Prove {
    /// Sổ niêm phong (journal.jsonl) · the journal
    pub(crate) journal: PathBuf,
    /// Thứ tự của mục trong sổ, từ 0 · index of the entry, from 0
    #[arg(long, value_name = "N", required_unless_present = "since")]
    pub(crate) entry: Option<u32>,
    /// Danh sách chuỗi (leaves.json) của đầu sổ trước · leaves of the earlier head
    #[arg(long, value_name = "FILE")]
    pub(crate) since: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Sổ niêm phong (journal.jsonl) · the journal
    #[arg(required_unless_present = "proof", conflicts_with = "proof")]
    pub(crate) journal: Option<PathBuf>,
    /// Bằng chứng do `namro prove` viết ra · a proof as `namro prove` prints it
    #[arg(long, value_name = "FILE", requires = "head")]
    pub(crate) proof: Option<PathBuf>,
    /// Đầu sổ đã gửi giữ (head.json) · the deposited head
    #[arg(long, value_name = "FILE")]
    pub(crate) head: Option<PathBuf>,
    /// Danh sách chuỗi đã giữ cùng đầu sổ (leaves.json), để chỉ ra từng vụ việc · leaves kept beside the head, to name each case
    #[arg(long, value_name = "FILE", conflicts_with = "proof")]
    pub(crate) leaves: Option<PathBuf>,
    /// Đầu sổ trước mà đầu sổ này phải nối tiếp · the earlier head that this one must continue
    #[arg(long, value_name = "FILE", requires = "proof")]
    pub(crate) earlier: Option<PathBuf>,
    /// Trả mã thoát 3 khi không đúng · exit with status 3 if it does not hold
    #[arg(long)]
    pub(crate) exit_code: bool,
}
