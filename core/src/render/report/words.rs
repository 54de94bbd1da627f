//! Words for acts, kinds of findings, clarities and shares.

use crate::base::text::Text;
use crate::case::{ActorKind, Effect};
use crate::render::model::Share;
use crate::render::number::whole;
use crate::replay::Unassessed;
use crate::replay::finding::{Dimension, FindingKind};

/// An act.
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

/// What acted, where it is no person.
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

/// A clarity.
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

/// What could not be assessed.
pub(super) fn assessed(of: &str) -> Text {
    let kind = FindingKind::from_name(of).map(FindingKind::words);
    kind.or_else(|| Unassessed::from_name(of).map(Unassessed::words)).unwrap_or_else(|| Text::same(of))
}

/// A share; nothing where it is a share of nothing.
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
