//! How to correct a component.

use super::filing::{PaperForm, Signed};
use super::spec::ComponentSpec;
use crate::base::text::Text;

/// How to correct the problem of a remark on a component.
pub(super) fn remedy(code: &str, spec: &ComponentSpec) -> Option<Text> {
    match code {
        "component_missing" | "component_form" => forms(spec),
        "component_count" => {
            let count = spec.count;
            Some(Text::new(format!("Nộp đủ {count} bản"), format!("Hand in {count}")))
        }
        "component_original" => {
            let original = spec.original;
            Some(Text::new(
                format!("Nộp {original} bản chính, hoặc bản điện tử có chữ ký số"),
                format!("Hand in {original} in the original, or signed digitally"),
            ))
        }
        "component_signature" => Some(signature(spec)),
        "component_undated" => Some(Text::new("Ghi ngày cấp", "Give the day of issue")),
        "component_expired" => spec.valid_months.map(|months| {
            Text::new(
                format!("Nộp giấy tờ cấp trong {months} tháng gần đây"),
                format!("Hand in one issued within the last {months} months"),
            )
        }),
        _ => None,
    }
}

fn forms(spec: &ComponentSpec) -> Option<Text> {
    let words = |form: &PaperForm| match form {
        PaperForm::Original => ("bản chính", "the original"),
        PaperForm::Copy => ("bản sao chứng thực hoặc đã đối chiếu", "a certified or compared copy"),
        PaperForm::Electronic => ("bản điện tử", "an electronic document"),
        PaperForm::Shown => ("xuất trình bản chính", "the original to be shown"),
    };
    let (vi, en): (Vec<_>, Vec<_>) = spec.form.0.iter().map(words).unzip();
    let join = |words: Vec<&str>, or: &str| words.join(or);
    (!spec.form.0.is_empty())
        .then(|| Text::new(format!("Nộp {}", join(vi, " hoặc ")), format!("Hand in {}", join(en, " or "))))
}

fn signature(spec: &ComponentSpec) -> Text {
    let (vi, en) = match spec.signed {
        Signed::Electronic => ("Ký số", "To be signed digitally"),
        Signed::Hand | Signed::None => ("Ký tay hoặc ký số", "To be signed by hand or digitally"),
    };
    match &spec.by {
        Some(by) => Text::new(format!("{vi}: {}", by.vi), format!("{en}: {}", by.en)),
        None => Text::new(vi, en),
    }
}
