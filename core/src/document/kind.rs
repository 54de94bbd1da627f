//! Kinds of administrative documents: Decree 30/2020/NĐ-CP art. 7 and Annex III.

use crate::base::shape::terms;
use crate::base::text::Text;

macro_rules! kinds {
    ($($variant:ident $name:literal $abbreviation:literal $vi:literal $en:literal;)+) => {
        terms! {
            /// One of the 29 kinds of administrative documents (*loại văn bản hành chính*).
            pub enum Kind {
                $(#[doc = $en] $variant = $name,)+
            }
        }

        impl Kind {
            /// The abbreviation in symbols, compared with capitals and diacritics; none for an official letter and
            /// for a courtesy letter.
            pub const fn abbreviation(self) -> Option<&'static str> {
                let text = match self { $(Self::$variant => $abbreviation),+ };
                if text.is_empty() { None } else { Some(text) }
            }

            /// What the kind is called.
            pub fn title(self) -> Text {
                match self { $(Self::$variant => Text::new($vi, $en)),+ }
            }
        }
    };
}

kinds! {
    Resolution "nghi-quyet" "NQ" "Nghị quyết (cá biệt)" "Resolution (individual)";
    Decision "quyet-dinh" "QĐ" "Quyết định (cá biệt)" "Decision (individual)";
    Directive "chi-thi" "CT" "Chỉ thị" "Directive";
    Regulation "quy-che" "QC" "Quy chế" "Regulation";
    Rule "quy-dinh" "QyĐ" "Quy định" "Rule";
    Communique "thong-cao" "TC" "Thông cáo" "Communiqué";
    Notice "thong-bao" "TB" "Thông báo" "Notice";
    Guidance "huong-dan" "HD" "Hướng dẫn" "Guidance";
    Programme "chuong-trinh" "CTr" "Chương trình" "Programme";
    Plan "ke-hoach" "KH" "Kế hoạch" "Plan";
    Option "phuong-an" "PA" "Phương án" "Option paper";
    Scheme "de-an" "ĐA" "Đề án" "Scheme";
    Project "du-an" "DA" "Dự án" "Project";
    Report "bao-cao" "BC" "Báo cáo" "Report";
    Minutes "bien-ban" "BB" "Biên bản" "Minutes";
    Submission "to-trinh" "TTr" "Tờ trình" "Submission";
    Contract "hop-dong" "HĐ" "Hợp đồng" "Contract";
    OfficialLetter "cong-van" "" "Công văn" "Official letter";
    Telegram "cong-dien" "CĐ" "Công điện" "Telegram";
    Memorandum "ban-ghi-nho" "BGN" "Bản ghi nhớ" "Memorandum";
    Agreement "ban-thoa-thuan" "BTT" "Bản thỏa thuận" "Agreement";
    Authorisation "giay-uy-quyen" "GUQ" "Giấy ủy quyền" "Letter of authorisation";
    Invitation "giay-moi" "GM" "Giấy mời" "Invitation";
    Introduction "giay-gioi-thieu" "GGT" "Giấy giới thiệu" "Letter of introduction";
    LeavePermit "giay-nghi-phep" "GNP" "Giấy nghỉ phép" "Leave permit";
    Dispatch "phieu-gui" "PG" "Phiếu gửi" "Dispatch slip";
    Transfer "phieu-chuyen" "PC" "Phiếu chuyển" "Transfer slip";
    Advice "phieu-bao" "PB" "Phiếu báo" "Advice slip";
    CourtesyLetter "thu-cong" "" "Thư công" "Courtesy letter";
}

impl Kind {
    /// The kind of an abbreviation.
    pub fn of_abbreviation(text: &str) -> Option<Self> {
        Self::ALL.iter().map(|(_, kind)| *kind).find(|kind| kind.abbreviation() == Some(text))
    }
}

terms! {
    /// A copy of a document (*bản sao*; Decree 30/2020 art. 25).
    pub enum CopyKind {
        /// The whole, true to the original (*sao y*).
        Duplicate = "sao-y",
        /// A part of it (*trích sao*).
        Extract = "trich-sao",
        /// A copy of a copy (*sao lục*).
        Transcript = "sao-luc",
    }
}

impl CopyKind {
    /// The abbreviation in symbols.
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Duplicate => "SY",
            Self::Extract => "TrS",
            Self::Transcript => "SL",
        }
    }

    /// The copy of an abbreviation.
    pub fn of_abbreviation(text: &str) -> Option<Self> {
        Self::ALL.iter().map(|(_, kind)| *kind).find(|kind| kind.abbreviation() == text)
    }
}

terms! {
    /// How urgent a document is (*độ khẩn*), the least first.
    #[derive(Default)]
    pub enum Urgency {
        /// Not urgent (*thường*).
        #[default]
        Ordinary = "ordinary",
        /// *Khẩn*.
        Urgent = "urgent",
        /// *Thượng khẩn*.
        VeryUrgent = "very_urgent",
        /// *Hỏa tốc*.
        Express = "express",
    }
}

terms! {
    /// Whither a document goes.
    pub enum Direction {
        /// Incoming (*văn bản đến*).
        Incoming = "incoming",
        /// Outgoing (*văn bản đi*).
        Outgoing = "outgoing",
        /// Internal (*văn bản nội bộ*).
        Internal = "internal",
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn there_are_29_kinds() {
        assert_eq!(Kind::ALL.len(), 29);
        let mut known: Vec<_> = Kind::ALL.iter().filter_map(|(_, kind)| kind.abbreviation()).collect();
        assert_eq!(known.len(), 27);
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), 27);
        assert_eq!(Kind::of_abbreviation("DA"), Some(Kind::Project));
        assert_eq!(Kind::of_abbreviation("ĐA"), Some(Kind::Scheme));
        assert_eq!(Kind::of_abbreviation("qđ"), None);
    }
}
