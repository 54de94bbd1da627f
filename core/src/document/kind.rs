//! Kinds of administrative documents: Decree 30/2020/NĐ-CP art. 7 and Annex III.

use crate::base::shape::Term;

/// One of the 29 kinds of administrative documents (*loại văn bản hành chính*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Kind {
    /// Individual resolution (*nghị quyết cá biệt*).
    #[term("nghi-quyet", vi = "Nghị quyết (cá biệt)", en = "Resolution (individual)")]
    Resolution,
    /// Individual decision (*quyết định cá biệt*).
    #[term("quyet-dinh", vi = "Quyết định (cá biệt)", en = "Decision (individual)")]
    Decision,
    /// Directive (*chỉ thị*).
    #[term("chi-thi", vi = "Chỉ thị", en = "Directive")]
    Directive,
    /// Regulation (*quy chế*).
    #[term("quy-che", vi = "Quy chế", en = "Regulation")]
    Regulation,
    /// Rule (*quy định*).
    #[term("quy-dinh", vi = "Quy định", en = "Rule")]
    Rule,
    /// Communiqué (*thông cáo*).
    #[term("thong-cao", vi = "Thông cáo", en = "Communiqué")]
    Communique,
    /// Notice (*thông báo*).
    #[term("thong-bao", vi = "Thông báo", en = "Notice")]
    Notice,
    /// Guidance (*hướng dẫn*).
    #[term("huong-dan", vi = "Hướng dẫn", en = "Guidance")]
    Guidance,
    /// Programme (*chương trình*).
    #[term("chuong-trinh", vi = "Chương trình", en = "Programme")]
    Programme,
    /// Plan (*kế hoạch*).
    #[term("ke-hoach", vi = "Kế hoạch", en = "Plan")]
    Plan,
    /// Option paper (*phương án*).
    #[term("phuong-an", vi = "Phương án", en = "Option paper")]
    Option,
    /// Scheme (*đề án*).
    #[term("de-an", vi = "Đề án", en = "Scheme")]
    Scheme,
    /// Project (*dự án*).
    #[term("du-an", vi = "Dự án", en = "Project")]
    Project,
    /// Report (*báo cáo*).
    #[term("bao-cao", vi = "Báo cáo", en = "Report")]
    Report,
    /// Minutes (*biên bản*).
    #[term("bien-ban", vi = "Biên bản", en = "Minutes")]
    Minutes,
    /// Submission (*tờ trình*).
    #[term("to-trinh", vi = "Tờ trình", en = "Submission")]
    Submission,
    /// Contract (*hợp đồng*).
    #[term("hop-dong", vi = "Hợp đồng", en = "Contract")]
    Contract,
    /// Official letter (*công văn*).
    #[term("cong-van", vi = "Công văn", en = "Official letter")]
    OfficialLetter,
    /// Telegram (*công điện*).
    #[term("cong-dien", vi = "Công điện", en = "Telegram")]
    Telegram,
    /// Memorandum (*bản ghi nhớ*).
    #[term("ban-ghi-nho", vi = "Bản ghi nhớ", en = "Memorandum")]
    Memorandum,
    /// Agreement (*bản thỏa thuận*).
    #[term("ban-thoa-thuan", vi = "Bản thỏa thuận", en = "Agreement")]
    Agreement,
    /// Letter of authorisation (*giấy ủy quyền*).
    #[term("giay-uy-quyen", vi = "Giấy ủy quyền", en = "Letter of authorisation")]
    Authorisation,
    /// Invitation (*giấy mời*).
    #[term("giay-moi", vi = "Giấy mời", en = "Invitation")]
    Invitation,
    /// Letter of introduction (*giấy giới thiệu*).
    #[term("giay-gioi-thieu", vi = "Giấy giới thiệu", en = "Letter of introduction")]
    Introduction,
    /// Leave permit (*giấy nghỉ phép*).
    #[term("giay-nghi-phep", vi = "Giấy nghỉ phép", en = "Leave permit")]
    LeavePermit,
    /// Dispatch slip (*phiếu gửi*).
    #[term("phieu-gui", vi = "Phiếu gửi", en = "Dispatch slip")]
    Dispatch,
    /// Transfer slip (*phiếu chuyển*).
    #[term("phieu-chuyen", vi = "Phiếu chuyển", en = "Transfer slip")]
    Transfer,
    /// Advice slip (*phiếu báo*).
    #[term("phieu-bao", vi = "Phiếu báo", en = "Advice slip")]
    Advice,
    /// Courtesy letter (*thư công*).
    #[term("thu-cong", vi = "Thư công", en = "Courtesy letter")]
    CourtesyLetter,
}

impl Kind {
    /// The abbreviation used in symbols, with capitals and diacritics; `None` for an official letter and a courtesy
    /// letter.
    pub const fn abbreviation(self) -> Option<&'static str> {
        Some(match self {
            Self::Resolution => "NQ",
            Self::Decision => "QĐ",
            Self::Directive => "CT",
            Self::Regulation => "QC",
            Self::Rule => "QyĐ",
            Self::Communique => "TC",
            Self::Notice => "TB",
            Self::Guidance => "HD",
            Self::Programme => "CTr",
            Self::Plan => "KH",
            Self::Option => "PA",
            Self::Scheme => "ĐA",
            Self::Project => "DA",
            Self::Report => "BC",
            Self::Minutes => "BB",
            Self::Submission => "TTr",
            Self::Contract => "HĐ",
            Self::Telegram => "CĐ",
            Self::Memorandum => "BGN",
            Self::Agreement => "BTT",
            Self::Authorisation => "GUQ",
            Self::Invitation => "GM",
            Self::Introduction => "GGT",
            Self::LeavePermit => "GNP",
            Self::Dispatch => "PG",
            Self::Transfer => "PC",
            Self::Advice => "PB",
            Self::OfficialLetter | Self::CourtesyLetter => return None,
        })
    }

    /// The kind with this abbreviation.
    pub fn of_abbreviation(text: &str) -> Option<Self> {
        Self::ALL.iter().map(|(_, kind)| *kind).find(|kind| kind.abbreviation() == Some(text))
    }
}

/// A copy of a document (*bản sao*; Decree 30/2020 art. 25).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum CopyKind {
    /// The whole, true to the original (*sao y*).
    #[term("sao-y")]
    Duplicate,
    /// A part of it (*trích sao*).
    #[term("trich-sao")]
    Extract,
    /// A copy of a copy (*sao lục*).
    #[term("sao-luc")]
    Transcript,
}

impl CopyKind {
    /// The abbreviation used in symbols.
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Duplicate => "SY",
            Self::Extract => "TrS",
            Self::Transcript => "SL",
        }
    }

    /// The kind of copy with this abbreviation.
    pub fn of_abbreviation(text: &str) -> Option<Self> {
        Self::ALL.iter().map(|(_, kind)| *kind).find(|kind| kind.abbreviation() == text)
    }
}

/// How urgent a document is (*độ khẩn*), the least urgent first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Urgency {
    /// Not urgent (*thường*).
    #[default]
    #[term("ordinary")]
    Ordinary,
    /// *Khẩn*.
    #[term("urgent")]
    Urgent,
    /// *Thượng khẩn*.
    #[term("very_urgent")]
    VeryUrgent,
    /// *Hỏa tốc*.
    #[term("express")]
    Express,
}

/// The direction of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Direction {
    /// Incoming (*văn bản đến*).
    #[term("incoming")]
    Incoming,
    /// Outgoing (*văn bản đi*).
    #[term("outgoing")]
    Outgoing,
    /// Internal (*văn bản nội bộ*).
    #[term("internal")]
    Internal,
}

#[cfg(test)]
#[path = "tests/kind.rs"]
mod tests;
