//! What may be asked on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use namro::Language;
use std::path::PathBuf;

/// namro (năm rõ): quy tắc của cơ quan điện tử dưới dạng dữ liệu · rules of the electronic office as data
#[derive(Debug, Parser)]
#[command(name = "namro", version, propagate_version = true)]
pub(crate) struct Arguments {
    /// Ngôn ngữ của bảng và của lỗi · language of the board and of faults
    #[arg(long, global = true, value_enum, default_value_t = Lang::Both)]
    pub(crate) lang: Lang,
    #[command(subcommand)]
    pub(crate) command: Command,
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
    /// The languages to speak, in order.
    pub(crate) const fn languages(self) -> &'static [Language] {
        match self {
            Self::Vi => &[Language::Vi],
            Self::En => &[Language::En],
            Self::Both => &Language::ALL,
        }
    }

    /// The language where only one can be shown.
    pub(crate) const fn first(self) -> Language {
        match self {
            Self::Vi | Self::Both => Language::Vi,
            Self::En => Language::En,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Phát lại một nhật ký thành bảng, báo cáo, phiếu điểm và sổ niêm phong · replay a log into board, report, scorecards and journal
    Demo(Demo),
    /// Kiểm tra bộ quy tắc, báo mọi lỗi một lượt · check a rulebook and tell every fault at once
    Lint(Lint),
    /// Hạn của một thủ tục hoặc thời hạn, kèm lý do · when a procedure or a limit is due, and why
    Due(Due),
    /// Kiểm tra hồ sơ: đủ chưa, thiếu gì · check a dossier
    Check(Input),
    /// Thông điệp liên thông: đọc edXML thành JSON, hoặc viết JSON thành edXML · edXML to JSON and back
    Edxml {
        /// Tệp edXML hoặc JSON; không có thì đọc từ đầu vào chuẩn · the file; else standard input
        input: Option<PathBuf>,
    },
    /// Giấy tờ của bộ phận một cửa từ hồ sơ và vụ việc: giấy hẹn, phiếu bổ sung… · a letter of the one-stop desk
    Letter(Letter),
    /// Phát lại nhật ký dạng JSON · replay a log given as JSON
    Replay(Input),
    /// Chấm điểm một kỳ · score a period
    Score(Input),
    /// Bộ quy tắc mới đổi gì, cho ai, từ khi nào · what a newer rulebook changes, for whom and from when
    Diff(Diff),
    /// Cắt phần quy tắc của một thủ tục cho trình duyệt · cut the slice of a procedure that a browser needs
    Publish(Publish),
    /// Gọi một thao tác với dữ liệu JSON · carry out one operation on JSON
    Call {
        /// Tên thao tác: check, due, apply, agenda, replay, score, prove… · name of the operation
        operation: String,
        #[command(flatten)]
        rules: Rules,
        /// Tệp JSON; không có thì đọc từ đầu vào chuẩn · JSON file; else standard input
        input: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Lint {
    /// Các tệp quy tắc, tệp gốc đứng trước · rulebook files, the root first
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Đọc lại các quy tắc thành câu văn · say the rules in plain sentences
    #[arg(long)]
    pub(crate) words: bool,
    /// Theo dõi tệp, mỗi lần lưu thì kiểm tra và đọc lại · look again and say the rules at each change
    #[arg(long)]
    pub(crate) watch: bool,
    /// Coi quy tắc chưa ghi căn cứ, từ khóa không có tác dụng là lỗi · what lint would have looked at again is a fault
    #[arg(long)]
    pub(crate) strict: bool,
    /// Hạn mẫu cho hồ sơ tiếp nhận lúc này (RFC 3339); không có thì lấy bây giờ · sample due for this acceptance; else now
    #[arg(long, value_name = "TIME")]
    pub(crate) accepted: Option<String>,
    /// Bảng nhân sự: báo bước thiếu người trong kỳ · the staff table: tell which steps lack people within the period
    #[arg(long, value_name = "FILE", requires = "from", requires = "to")]
    pub(crate) staff: Option<PathBuf>,
    /// Ngày đầu kỳ · first day of the period
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    /// Ngày cuối kỳ · its last day
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// Bản cũ: tệp, hoặc mã của bộ quy tắc có sẵn · the older: a file, or the id of a shipped one
    pub(crate) older: PathBuf,
    /// Bản mới · the newer
    pub(crate) newer: PathBuf,
    /// Các tệp mà cả hai bản cùng include · files that both include
    #[arg(long, value_name = "FILE")]
    pub(crate) include: Vec<PathBuf>,
    /// Các vụ việc dạng JSON; vụ đang mở bị ảnh hưởng sẽ được nêu · cases as JSON, of which the open ones touched are told
    #[arg(long, value_name = "FILE")]
    pub(crate) cases: Option<PathBuf>,
    /// Trả lời dạng JSON · the answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Publish {
    /// Mã thủ tục · code of the procedure
    pub(crate) procedure: String,
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Chỉ các phiên bản còn hiệu lực từ ngày này · only what holds from this day on
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    /// Bản biên dịch cho Slice và Validator của đúng phiên bản này · compiled, for Slice and Validator of this very version
    #[arg(long)]
    pub(crate) compiled: bool,
}

/// A request as JSON, and who decides.
#[derive(Debug, Args)]
pub(crate) struct Input {
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Tệp JSON; không có thì đọc từ đầu vào chuẩn · JSON file; else standard input
    pub(crate) input: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Letter {
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Yêu cầu dạng JSON: {letter, at, dossier, case, events…}; không có thì đọc từ đầu vào chuẩn · the request; else standard input
    pub(crate) input: Option<PathBuf>,
    /// Trang HTML để in, thay cho JSON · a page to be printed, instead of JSON
    #[arg(long)]
    pub(crate) html: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Due {
    /// Mã thủ tục, hoặc thời hạn như "2 ngày làm việc" · code of a procedure, or a limit
    pub(crate) what: String,
    /// Thời điểm thụ lý (RFC 3339) · when it was accepted
    pub(crate) accepted: String,
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Đơn vị giải quyết · the unit
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// Tô màu tại thời điểm này · colour it as of this instant
    #[arg(long, value_name = "TIME")]
    pub(crate) now: Option<String>,
    /// Trả lời đầy đủ dạng JSON · the whole answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// Which rulebook decides.
#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// Tệp quy tắc (tệp gốc đứng trước) hoặc mã của bộ quy tắc có sẵn; không có thì dùng mọi quy tắc chung có sẵn · rulebook files (the root first), or the id of a shipped one; else all that is shipped for every office
    #[arg(long = "rulebook", value_name = "FILE|ID")]
    pub(crate) rulebooks: Vec<PathBuf>,
    /// Bảng nhân sự dạng JSON · the staff table as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) staff: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Nhật ký XES, XES.gz, CSV hoặc JSON lines; không có thì sinh một tháng minh họa · a log; without one, a month is made up
    pub(crate) log: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Bản ánh xạ trong bộ quy tắc, khi có nhiều bản · mapping of the rulebook, where it has several
    #[arg(long, value_name = "NAME")]
    pub(crate) mapping: Option<String>,
    /// Kỳ chấm điểm: 2026-10, 2026-Q4, 2026; không có thì lấy kỳ nhiều việc nhất · period; else the busiest
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Option<String>,
    /// Tính đến thời điểm (RFC 3339); không có thì lấy sự kiện cuối · as of this instant; else the last event
    #[arg(long, value_name = "TIME")]
    pub(crate) as_of: Option<String>,
    /// Thư mục kết quả · directory of the output
    #[arg(long, value_name = "DIR", default_value = "target/demo")]
    pub(crate) out: PathBuf,
}
