//! What the verification of a journal says, in both languages.

use crate::base::text::Message;

pub(super) const UNREADABLE: Message = Message(
    "dòng {line} không phải là một mục của sổ, hoặc không kết thúc bằng dấu xuống dòng",
    "line {line} is no entry of a journal, or does not end with a line feed",
);
pub(super) const ALTERED: Message = Message(
    "dòng {line}: nội dung không khớp với mắt xích của vụ việc {case}",
    "line {line}: the content does not fit its link in the chain of case {case}",
);
pub(super) const MISPLACED: Message = Message(
    "dòng {line}: mục thứ {found} của vụ việc {case}, đáng lẽ là mục thứ {expected}",
    "line {line}: entry {found} of case {case} where entry {expected} is due",
);
pub(super) const CHAIN_CUT: Message = Message(
    "vụ việc {case} chỉ còn {found} mục, lúc niêm phong có {expected} mục",
    "case {case} has {found} entries, when it was sealed it had {expected}",
);
pub(super) const CHAIN_REWRITTEN: Message = Message(
    "{expected} mục đầu của vụ việc {case} khác với lúc niêm phong",
    "the first {expected} entries of case {case} are not those that were sealed",
);
pub(super) const JOURNAL_CUT: Message = Message(
    "sổ chỉ còn {found} mục, đầu sổ đã gửi giữ có {expected} mục",
    "the journal has {found} entries, the deposited head counts {expected}",
);
pub(super) const JOURNAL_REWRITTEN: Message = Message(
    "{expected} mục đầu không dẫn tới gốc đã gửi giữ: sổ đã bị viết lại",
    "the first {expected} entries do not lead to the deposited root: the journal was rewritten",
);
pub(super) const LEAVES_DIFFER: Message = Message(
    "danh sách chuỗi lúc niêm phong không dẫn tới gốc đã gửi giữ, nên không dùng được",
    "the list of sealed chains does not lead to the deposited root, so it is of no use",
);

// What a verification cannot see.

pub(super) const NO_HEAD: Message = Message(
    "không có đầu sổ đã gửi giữ: không thể thấy sổ bị cắt đuôi hoặc bị viết lại toàn bộ",
    "no deposited head: a tail cut off or a rewritten journal cannot be detected",
);
pub(super) const NO_LEAVES: Message = Message(
    "không có danh sách chuỗi lúc niêm phong: không chỉ ra được vụ việc nào bị cắt đuôi hoặc viết lại",
    "no list of the sealed chains: it cannot be said which case was cut or rewritten",
);
pub(super) const YOUNGER: Message = Message(
    "{count} mục sau đầu sổ đã gửi giữ chỉ được kiểm tra theo chuỗi của vụ việc",
    "{count} entries are younger than the deposited head: only their chains were checked",
);
pub(super) const MORE: Message = Message("còn {count} chỗ nữa không liệt kê", "{count} more places are not listed");
