//! What a report says beside its figures, in both languages; labels of pages are written where the page is built.

use crate::base::text::Message;

pub(super) const CASES: Message = Message("Vụ việc", "Cases");
pub(super) const EVENTS: Message = Message("Sự kiện", "Events");
pub(super) const PERSONS: Message = Message("Người thực hiện", "Persons");
pub(super) const FINISHED_CASES: Message = Message("Vụ việc nào đã xong", "Which cases are finished");
pub(super) const NO_ENDS: Message = Message(
    "nhật ký không ghi lúc kết thúc, nên mọi vụ việc đều hiện là đang mở; khai cột hoặc bước kết thúc trong bản ánh xạ (cases.finished, milestones.finished)",
    "the log records no ends, so every case shows as open; name the column or step that ends one in a mapping (cases.finished, milestones.finished)",
);
pub(super) const TIME_WORKED: Message =
    Message("Thời gian làm việc thực của từng bước", "How long each step was really worked on");
pub(super) const COMPLETIONS_ONLY: Message = Message(
    "nhật ký chỉ ghi lúc hoàn thành; thời gian giữ việc ở đây là khoảng cách giữa hai lần hoàn thành",
    "the log records completions only; holding times here are the time between two completions",
);
pub(super) const RULEBOOK: Message = Message("Bộ quy tắc", "Rulebook");
pub(super) const RULEBOOK_HASH: Message = Message("Băm của bộ quy tắc", "Hash of the rulebook");
pub(super) const SEMANTICS: Message = Message("Ngữ nghĩa", "Semantics");
pub(super) const GRADE: Message = Message("Mức chứng cứ của nhật ký", "Grade of the log");
pub(super) const ROWS_SET_ASIDE: Message = Message("Dòng bị gác lại vì có lỗi", "Rows set aside for a fault");
pub(super) const SEE_READING: Message = Message("mỗi lỗi có trong biên bản đọc", "each is in the report on reading");
pub(super) const ROWS_CONTRADICT: Message =
    Message("Dòng mâu thuẫn với dòng khác cùng mã", "Rows that contradict another of the same id");
pub(super) const LATER_COUNTS: Message = Message("dòng sau được tính", "the later row counts");
pub(super) const ROWS_REPEAT: Message = Message("Dòng lặp y hệt", "Rows that repeat another exactly");
pub(super) const COUNTED_ONCE: Message = Message("chỉ tính một lần", "counted once");
pub(super) const EVENTS_OF_NOBODY: Message = Message("Sự kiện không ghi ai làm", "Events that name nobody");
pub(super) const NOBODY_CREDITED: Message = Message("không tính cho ai", "nobody is charged or credited");
pub(super) const CASES_WITHOUT_EVENTS: Message =
    Message("Vụ việc chỉ có dòng đầu, không có sự kiện", "Cases with a header and no events");
pub(super) const BY_DATES_ALONE: Message = Message("chỉ đánh giá được theo hạn", "judged by their dates alone");
