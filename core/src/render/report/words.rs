//! Words for acts, kinds of findings, aspects and rates.

use crate::base::text::Text;
use crate::case::{ActorKind, Effect};
use crate::render::model::Share;
use crate::render::number::whole;
use crate::replay::finding::Dimension;

/// The name of an act.
pub(super) fn effect(effect: Effect) -> Text {
    let (vi, en) = match effect {
        Effect::Receive => ("tiếp nhận", "received"),
        Effect::Accept => ("thụ lý", "accepted"),
        Effect::Assign => ("phân công", "assigned"),
        Effect::Claim => ("nhận việc", "claimed"),
        Effect::Start => ("bắt đầu", "started"),
        Effect::Suspend => ("tạm dừng", "suspended"),
        Effect::Resume => ("tiếp tục", "resumed"),
        Effect::Restart => ("tính lại thời hạn", "restarted"),
        Effect::Extend => ("gia hạn", "extended"),
        Effect::Complete => ("hoàn thành", "completed"),
        Effect::Forward => ("chuyển", "forwarded"),
        Effect::Return => ("trả lại", "returned"),
        Effect::Sign => ("ký", "signed"),
        Effect::Issue => ("phát hành", "issued"),
        Effect::HandOver => ("chuyển kết quả", "handed over"),
        Effect::Deliver => ("trả kết quả", "delivered"),
        Effect::Stop => ("dừng", "stopped"),
        Effect::Apologise => ("xin lỗi, hẹn lại", "apologised"),
        Effect::Rate => ("đánh giá", "rated"),
        Effect::Inspect => ("kiểm tra", "inspected"),
        Effect::Dispute => ("khiếu nại", "disputed"),
        Effect::Decide => ("quyết định", "decided"),
        Effect::Recall => ("thu hồi", "recalled"),
        Effect::Reopen => ("mở lại", "reopened"),
        Effect::Note => ("ghi chú", "noted"),
    };
    Text::new(vi, en)
}

/// The name of an actor that is not a person.
pub(super) fn actor(kind: ActorKind) -> Text {
    let (vi, en) = match kind {
        ActorKind::Person => ("một người", "a person"),
        ActorKind::System => ("hệ thống", "system"),
        ActorKind::Citizen => ("công dân", "citizen"),
        ActorKind::Group => ("tài khoản chung", "shared account"),
        ActorKind::Unknown => ("không rõ ai", "unknown"),
    };
    Text::new(vi, en)
}

/// The name of an aspect (*rõ*).
pub(super) fn dimension(dimension: Dimension) -> Text {
    let (vi, en) = match dimension {
        Dimension::Person => ("Rõ người", "Person"),
        Dimension::Task => ("Rõ việc", "Task"),
        Dimension::Process => ("Rõ quy trình", "Process"),
        Dimension::Time => ("Rõ thời gian", "Time"),
        Dimension::Responsibility => ("Rõ trách nhiệm", "Responsibility"),
        Dimension::Authority => ("Rõ thẩm quyền", "Authority"),
        Dimension::Product => ("Rõ sản phẩm", "Product"),
        Dimension::Effect => ("Rõ hiệu quả", "Effect"),
    };
    Text::new(vi, en)
}

/// Kinds of findings, and what they are called; a kind that is not here goes by its own name.
const KINDS: &[(&str, &str, &str)] = &[
    ("late", "Xong sau hạn", "Finished after the due"),
    ("overdue_open", "Đang quá hạn", "Open past the due"),
    ("late_committed", "Trễ hạn cam kết", "Past the committed limit"),
    ("late_statutory", "Trễ hạn luật định", "Past the statutory limit"),
    ("late_take_up", "Trễ hạn thụ lý", "Taken up too late"),
    ("no_due", "Không có hạn", "No due"),
    ("due_differs", "Hạn ghi sổ khác hạn theo quy tắc", "Recorded due differs from the rules"),
    ("stuck", "Không có động tĩnh", "Nothing has happened for long"),
    ("second_supplement", "Yêu cầu bổ sung quá một lần", "Asked for a supplement more than once"),
    ("no_lead", "Không ghi ai chủ trì", "Nobody recorded as lead"),
    ("unassigned", "Không ai giữ", "Held by nobody"),
    ("ping_pong", "Chuyển qua chuyển lại", "Passed to and fro"),
    ("not_a_person", "Tài khoản không phải một người", "Account that is no person"),
    ("backdated", "Ghi lùi ngày", "Backdated"),
    ("end_before_last_event", "Ngày kết thúc sớm hơn sự kiện cuối", "End before the last event"),
    ("at_night", "Thao tác ban đêm", "Acts at night"),
    ("out_of_hours", "Thao tác ngoài giờ", "Acts out of hours"),
    ("midnight_times", "Nhật ký chỉ ghi ngày", "The log records days only"),
    ("skipped_step", "Bỏ qua bước", "Step skipped"),
    ("self_approved", "Tự duyệt việc của mình", "Approved one's own work"),
    ("four_eyes", "Một người làm hai vai", "One person in two roles"),
    ("no_authority", "Không có thẩm quyền", "Without authority"),
    ("over_budget", "Quá định mức của bước", "Over the budget of a step"),
    ("unexpected_step", "Bước ngoài quy trình", "Step that the workflow does not have there"),
    ("out_of_order", "Sai thứ tự", "Out of order"),
    ("charge", "Quy trách nhiệm trễ hạn cho từng người", "Whom lateness falls to"),
    ("completed", "Số việc đã hoàn thành", "Items completed"),
    ("on_time", "Số việc đúng hạn", "Items in time"),
    ("held", "Thời gian giữ việc", "Holding time"),
];

/// The name of a kind of finding, fact or rate.
pub(super) fn kind(kind: &str) -> Text {
    let known = KINDS.iter().find(|(name, ..)| *name == kind);
    known.map_or_else(|| Text::same(kind), |(_, vi, en)| Text::new(*vi, *en))
}

/// A rate in words; `None` if its denominator is 0.
pub(super) fn share(share: &crate::replay::Share) -> Option<Share> {
    let label = match share.id.as_str() {
        "on_time_recorded" => Text::new("Đúng hạn ghi trong sổ", "In time, recorded due"),
        "on_time_recomputed" => Text::new("Đúng hạn theo quy tắc", "In time, by the rules"),
        "on_time_original" => Text::new("Đúng hạn hẹn lần đầu", "In time, first promise"),
        "on_time_with_overdue" => Text::new("Đúng hạn, kể cả việc đang quá hạn", "In time, open overdue counted"),
        "taken_up_in_time" => Text::new("Thụ lý đúng hạn", "Taken up in time"),
        other => Text::same(other),
    };
    (share.denominator > 0).then(|| Share {
        label,
        definition: share.text.clone(),
        k: whole(share.numerator),
        n: whole(share.denominator),
    })
}
